"""An extract from a prompt: the number is no argument, the extract is noted, and nothing is taken for a formula."""

import csv
import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.documents.trail_extract import as_csv, extract_document
from desktop.domain.audit import Action, AuditRow, Entry, TrailQuestion
from desktop.domain.identity import PersonIdentity
from desktop.keeping import open_keeping
from desktop.runtime.language import Language
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.settings.secrets import FolderSecrets
from desktop.texts.trail import action, cells

TOLVAN = PersonIdentity("191212121212")
Export = Callable[..., tuple[int, str]]


@pytest.fixture
def export(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Export:
    """``export("--citizen", given="191212121212")``: the exit code, and what was said about it."""
    folder = tmp_path / "practice"
    profile = read_profile(resource("practice/profile.toml"))
    keeping = open_keeping(profile, FolderSecrets(folder / "secrets"), folder, "berit")
    keeping.book.note_look_up(TOLVAN)
    keeping.book.note_look_up(PersonIdentity("190001042399"))
    keeping.book.shut()

    def run(*arguments: str, given: str = "", to: str = "extract.csv") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        place = ["audit", "--practice", "--data", str(tmp_path), "export", "--to", str(tmp_path / to)]
        code = main([*place, *arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def rows_of(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))[1:]


def test_one_citizen(export: Export, tmp_path: Path) -> None:
    assert export("--citizen", given=TOLVAN.number)[0] == 0
    rows = rows_of(tmp_path / "extract.csv")
    assert [(row[3], row[4]) for row in rows] == [
        ("Visade invånaren", "19121212-1212"),
        ("Tog fram ett loggutdrag", "19121212-1212"),
    ]
    assert export("--citizen", given=TOLVAN.number)[0] == 2, "nothing is overwritten"


def test_a_period_on_paper_and_in_english(export: Export, tmp_path: Path) -> None:
    assert export("--language", "en", to="extract.pdf")[0] == 0
    assert (tmp_path / "extract.pdf").read_bytes().startswith(b"%PDF")
    assert export("--from", "2020-01-01", "--until", "2020-01-31")[0] == 0
    assert rows_of(tmp_path / "extract.csv") == []


def test_what_is_no_number_reads_nothing(export: Export, tmp_path: Path) -> None:
    code, said = export("--citizen", given="191212121213")
    assert (code, "no personal number" in said, "191212121213" in said) == (2, True, False)
    assert not (tmp_path / "extract.csv").exists()


def row(at: datetime, reason: str = "") -> AuditRow:
    entry = Entry(Action.LOOKED_UP, TOLVAN, "2026-0417", reason, {"kind": "form", "empty": ""}, {"a": {"b": [1, 2]}})
    return AuditRow(1, at, "berit", "Reception 1", entry)


def test_the_hour_that_comes_twice_and_the_one_that_never_comes_are_told_apart() -> None:
    words = Language("sv")
    in_autumn = [cells(words, row(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)))[0] for hour in (0, 1)]
    assert in_autumn == ["2026-10-25 02:30:00 +0200", "2026-10-25 02:30:00 +0100"]
    in_spring = [cells(words, row(datetime(2026, 3, 29, hour, 59, tzinfo=UTC)))[0] for hour in (0, 1)]
    assert in_spring == ["2026-03-29 01:59:00 +0100", "2026-03-29 03:59:00 +0200"]


def test_everything_noted_is_in_the_extract_and_no_formula() -> None:
    noted = row(datetime(2026, 11, 23, 7, tzinfo=UTC), "=HYPERLINK(1)")
    (told,) = csv.reader(
        io.StringIO(as_csv(Language("sv"), [noted]).decode("utf-8-sig").split("\r\n")[1]), delimiter=";"
    )
    assert told[6:] == ["'=HYPERLINK(1)", "kind: form", "a: (b: 1, 2)", ""]


def test_the_paper_has_every_row(qapp: object) -> None:
    question = TrailQuestion(TOLVAN, datetime(2026, 1, 1).date(), datetime(2026, 11, 23).date())
    rows = [row(datetime(2026, 11, day, tzinfo=UTC), f"skäl {day}") for day in range(1, 29)]
    document = extract_document(Language("sv"), question, rows, "Framtaget nu")
    text = document.toPlainText()
    assert "Loggutdrag för 19121212-1212, 2026-01-01 till 2026-11-23" in text
    assert all(f"skäl {day}" in text for day in range(1, 29))
    assert document.pageCount() > 1


def test_every_action_has_words_in_both_languages() -> None:
    said = {action(Language(code), one) for code in ("sv", "en") for one in Action}
    assert len(said) == 2 * len(Action)
