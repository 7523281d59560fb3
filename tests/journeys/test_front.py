"""The window is there before the desk: what is typed and pressed meanwhile is kept, and nothing is done on a guess."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.__main__ import main
from desktop.opening import paint
from desktop.runtime.resources import resource
from desktop.settings.outline import Outline, read_outline
from desktop.settings.profile import Environment
from desktop.viewmodels.own_choices import OwnChoices
from desktop.views.look import Theme, apply
from desktop.views.parts import EnvironmentMark
from desktop.views.window import MainWindow
from tests.journeys.opened import OpenDesk
from tests.region import Region

PRACTICE = read_outline(resource("practice/profile.toml"), "", {})

SLOW = ("asyncio", "cryptography", "httpx", "keyring", "lxml", "pydantic", "sqlalchemy", "ssl")
TELL = """
import json, os, sys
from desktop.views.window import MainWindow
show = MainWindow.show_painted
def tell(window):
    show(window)
    print(json.dumps([*sys.modules]), flush=True)
    os._exit(0)
MainWindow.show_painted = tell
from desktop.__main__ import main
main(sys.argv[1:])
"""


@pytest.fixture
def front(qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """``front()``: the window with nothing behind it, as the practice profile's outline has it.

    The desk that it becomes closes it.
    """

    def make(outline: Outline | None = PRACTICE) -> MainWindow:
        assert outline is not None
        own = OwnChoices()
        own.begin(theme="light")
        return paint(qapp, own, outline, practises=True)

    yield make
    apply(qapp, Theme.LIGHT, 1.0)


def box(window: MainWindow) -> QLineEdit:
    return window.findChild(QLineEdit, "number")


def test_nothing_slow_is_imported_before_the_first_frame(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TELL, "--profile", str(resource("practice/profile.toml")), "--data", str(tmp_path)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    modules = json.loads(told)
    assert [name for name in modules if name.partition(".")[0] in SLOW] == []
    ours = [name for name in modules if name.partition(".")[0] == "desktop"]
    assert len(ours) <= 62, ours


def test_a_number_that_is_typed_before_the_desk_is_there_is_looked_up_when_it_is(
    front: Callable[..., MainWindow], open_desk: OpenDesk, region: Region
) -> None:
    window = front()
    typing = box(window)
    assert typing.hasFocus()
    QTest.keyClicks(typing, region.number("adult-home"))
    QTest.keyClick(typing, "\r")
    assert [call["contract"] for call in region.log()] == []
    receptionist = open_desk(window=window)
    receptionist.sees("Kvarnhedens vårdcentral")


def test_who_types_on_notices_nothing_when_the_desk_is_there(
    front: Callable[..., MainWindow], open_desk: OpenDesk, region: Region
) -> None:
    window = front()
    typing, number = box(window), region.number("adult-home")
    QTest.keyClicks(typing, number[:4] + number[5:])
    typing.setCursorPosition(4)
    receptionist = open_desk(window=window)
    assert box(window) is typing
    assert typing.hasFocus()
    QTest.keyClicks(typing, number[4])
    assert typing.text() == number
    receptionist.press("Enter")
    receptionist.sees("Kvarnhedens vårdcentral")


def test_a_key_that_is_pressed_before_the_desk_is_there_is_followed_when_it_is(
    front: Callable[..., MainWindow], open_desk: OpenDesk
) -> None:
    window = front()
    QTest.keySequence(window, "F1")
    QTest.keySequence(window, "Ctrl+2")
    receptionist = open_desk(window=window)
    receptionist.sees("Inga ärenden.")


def test_enter_is_forgotten_when_one_types_on(
    front: Callable[..., MainWindow], open_desk: OpenDesk, region: Region
) -> None:
    window = front()
    QTest.keyClicks(box(window), "1912")
    QTest.keyClick(box(window), "\r")
    QTest.keyClicks(box(window), "1")
    receptionist = open_desk(window=window)
    receptionist.settle()
    assert box(window).text() == "19121"
    receptionist.does_not_see("siffror")


def test_a_front_that_the_profile_does_not_bear_out_is_built_anew(
    front: Callable[..., MainWindow], open_desk: OpenDesk
) -> None:
    window = front(Outline("qa", "En annan mottagning", "21", finds_names=False, hides=False))
    assert window.windowTitle() == "Listningsluckan – test"
    QTest.keyClicks(box(window), "1912")
    receptionist = open_desk(window=window, environment=Environment.PRACTICE)
    assert window.windowTitle() == "Listningsluckan – övning"
    (mark,) = [one for one in window.findChildren(EnvironmentMark) if one.isVisible()]
    assert mark.text().startswith("ÖVNING")
    receptionist.does_not_see("En annan mottagning")
    assert box(window).text() == "1912"


def test_a_window_that_is_closed_before_the_desk_is_there_opens_none(qapp: QApplication, tmp_path: Path) -> None:
    def close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.close()

    QTimer.singleShot(0, close)
    assert main(["--profile", str(resource("practice/profile.toml")), "--data", str(tmp_path)]) == 0
    assert not (tmp_path / "log").exists()
