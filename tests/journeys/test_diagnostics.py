"""A hard day at the desk, with faults and a failure of the program itself, leaves nobody in anything technical."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.tour import Tour
from desktop.viewmodels.check_state import Ready
from desktop.views.failure import FailureDialog
from tests.journeys.receptionist import Receptionist
from tests.region import Region
from tests.views.accessible import spoken

Type = Callable[[QWidget, str], None]


class Titles(QObject):
    """Every title that any window has had."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt names it
        if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show) and isinstance(watched, QWidget):
            self.seen.add(watched.windowTitle())
        return False


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, for Python and Qt alike."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def titles(qapp: QApplication) -> Iterator[Titles]:
    titles = Titles()
    qapp.installEventFilter(titles)
    yield titles
    qapp.removeEventFilter(titles)


def test_a_day_with_faults_and_a_failure_leaves_nobody_in_anything_technical(
    temporary: Path,
    titles: Titles,
    receptionist: Receptionist,
    region: Region,
    tmp_path: Path,
    type_text: Type,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    Tour(receptionist, region.practice, tmp_path_of_pictures(temporary)).walk()
    region.control("/reset", {})
    meet_people(receptionist)
    meet_faults(receptionist, region)
    search_by_name(receptionist, type_text)
    report = fail_over(receptionist, qtbot)
    receptionist.desk.close()
    assert_nobody(region, report, "the report")
    for title in titles.seen:
        assert_nobody(region, title, "a title")
    files = [file for folder in (tmp_path, temporary) for file in folder.rglob("*") if file.is_file()]
    assert {"desk.log", "journal.sqlite3"} <= {file.name for file in files}
    assert any(file.name.startswith("crash-") for file in files)
    for file in files:
        if file.parent.name != "pictures":  # what somebody has saved on purpose
            assert_nobody(region, content(file), file.name)
    lines = [json.loads(line) for line in (tmp_path / "log" / "desk.log").read_text(encoding="utf-8").splitlines()]
    assert len([line for line in lines if line.get("correlation")]) > 50
    caplog.clear()


def meet_people(receptionist: Receptionist) -> None:
    """A child with a guardian, somebody protected, somebody without a listing; each on a page of their own."""
    receptionist.press("F2")
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.scan("guardian")
    receptionist.sees("Vi ser inget hinder")
    for person in ("protected-marked", "coordination-number", "changed-number", "home-elsewhere"):
        receptionist.press("F2")
        receptionist.open(person)
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden")


def meet_faults(receptionist: Receptionist, region: Region) -> None:
    """Registrations that fail in as many ways as the log tells of."""
    people = [
        "home-elsewhere-third",
        "listed-elsewhere",
        "coordination-unknown-day",
        "never-listed",
        "age-18",
        "age-16",
    ]
    faults = ["timeout-after-store", "not-xml", "html", "drop-after", "vp", "truncated"]
    for person, fault in zip(people, faults, strict=True):
        receptionist.press("F2")
        receptionist.open(person)
        receptionist.press("Ctrl+L")
        receptionist.check()
        told = {"name": fault, "contract": "CreateListing", "seconds": 0}
        region.control("/faults", {"set": [told | ({"code": "VP015"} if fault == "vp" else {})]})
        receptionist.register()
        region.control("/faults", {"clear": True})


def search_by_name(receptionist: Receptionist, type_text: Type) -> None:
    receptionist.press("F2")
    type_text(receptionist.focus, "Melker Köhler 1990")
    receptionist.press("Enter")
    receptionist.sees("Varför söker du på namn?")
    receptionist.press("Enter")
    receptionist.sees("Träffar: 1")


def fail_over(receptionist: Receptionist, qtbot: QtBot) -> str:
    """The program fails with a person's name and number on its lips; the check stays as it was. The report."""
    receptionist.press("F2")
    receptionist.open("same-name-1")
    receptionist.press("Ctrl+B")
    receptionist.press("Esc")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space")
    citizen = receptionist.desk.model.overview.state.citizen  # type: ignore[union-attr]

    async def fail() -> None:
        who = f"{citizen.name.given} {citizen.name.surname}"
        raise ValueError(f"{who} {citizen.identity.written} {citizen.identity.number}")

    desk = receptionist.desk
    desk.background.run(fail(), lambda _: None)
    qtbot.waitUntil(lambda: bool(desk.errors), timeout=5000)
    desk.errors.clear()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, FailureDialog)]
    said = spoken(dialog)
    assert "Det som är öppet finns kvar" in said
    code = re.search(r"felkod ([0-9A-F]{6})", said)
    assert code is not None
    dialog.findChild(QWidget, "copy-report").click()  # type: ignore[attr-defined]
    report = QApplication.clipboard().text()
    assert f"code: {code[1]}" in report
    assert "ValueError at test_diagnostics.py" in report
    dialog.accept()
    desk.window.activateWindow()
    receptionist.settle()
    state = desk.model.page.state
    assert isinstance(state, Ready)
    assert state.ticked, "the draft is gone"
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    return report


def tmp_path_of_pictures(temporary: Path) -> Path:
    pictures = temporary / "pictures"
    pictures.mkdir()
    return pictures


def content(file: Path) -> str:
    """A file's bytes read in each way in which a text may lie in it, unspoilt by what is around it."""
    raw = file.read_bytes()
    return "\n".join(raw.decode(encoding, "ignore") for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"))


def assert_nobody(region: Region, text: str, where: str) -> None:
    """No name and no number of anybody in the practice region, with ten digits or twelve, however it is written."""
    bare = re.sub(r"(?<=\d)[-+\u2010-\u2013 \u00a0](?=\d)", "", text)
    numbers = {one.number for one in region.practice.people().values()}
    names = {part for one in region.practice.people().values() for part in one.name.split() if len(part) > 3}
    found = [number for number in numbers if number in bare or re.search(rf"(?<!\d){number[2:]}(?!\d)", bare)]
    found += [name for name in names if re.search(rf"\b{name}\b", text)]
    assert not found, f"{found} in {where}"
