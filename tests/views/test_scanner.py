"""A scanner that types, wherever the focus is; somebody who types is left alone."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts import TAKES_SCANS
from desktop.views.scanner import Scanner

NUMBER = "191212121212"
SLOWLY = 80
"""Milliseconds between somebody's keys."""


def press(field: QLineEdit, signs: str, apart: int, after: int = 0) -> None:
    """Keys that were pressed so many milliseconds apart, handled at once; `QTest` has no time of its own."""
    for place, sign in enumerate(signs, start=1):
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(ord(sign))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(1000 + after + place * apart)
            QApplication.sendEvent(field, event)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for name in ("note", "number"):
        edit = QLineEdit()
        edit.setObjectName(name)
        column.addWidget(edit)
    window.findChild(QLineEdit, "number").setProperty(TAKES_SCANS, True)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isVisible)
    return window


@pytest.fixture
def heard(window: QWidget, qapp: QApplication) -> list[str]:
    heard: list[str] = []
    window.scanner = Scanner(qapp, window)
    window.scanner.scanned.connect(heard.append)
    return heard


@pytest.fixture
def into(window: QWidget, qtbot: QtBot) -> Callable[[str], QLineEdit]:
    def focus(name: str) -> QLineEdit:
        edit = window.findChild(QLineEdit, name)
        edit.setFocus()
        qtbot.waitUntil(edit.hasFocus)
        return edit

    return focus


def test_a_scan_is_heard_and_leaves_the_field_as_it_was(into: Callable[[str], QLineEdit], heard: list[str]) -> None:
    note = into("note")
    note.setText("ring ")
    QTest.keyClicks(note, NUMBER)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert (heard, note.text()) == ([NUMBER], "ring ")


def test_a_field_for_numbers_keeps_its_scan(into: Callable[[str], QLineEdit], heard: list[str]) -> None:
    number = into("number")
    QTest.keyClicks(number, NUMBER)
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert (heard, number.text()) == ([], NUMBER)


def test_whoever_follows_the_field_hears_that_the_scan_has_left_it(
    into: Callable[[str], QLineEdit], heard: list[str]
) -> None:
    note, told = into("note"), []
    note.setText("ring i morgon")
    note.setCursorPosition(5)
    note.textEdited.connect(told.append)
    QTest.keyClicks(note, NUMBER)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert (heard, note.text()) == ([NUMBER], "ring i morgon")
    assert told[-1] == "ring i morgon"


def test_half_a_number_gives_way_to_the_whole_one(into: Callable[[str], QLineEdit], heard: list[str]) -> None:
    number = into("number")
    press(number, "198501", SLOWLY)
    press(number, NUMBER, 5, after=900)
    press(number, "\r", 5, after=1000)
    assert (heard, number.text()) == ([], NUMBER)


@pytest.mark.parametrize("name", ["note", "number"])
@pytest.mark.parametrize("first", [1, 2, 12])
def test_somebody_who_types_is_left_alone_however_late_the_keys_are_handled(
    into: Callable[[str], QLineEdit], heard: list[str], qtbot: QtBot, name: str, first: int
) -> None:
    field = into(name)
    press(field, NUMBER[:first], SLOWLY)
    stalled = time.monotonic()
    qtbot.waitUntil(lambda: time.monotonic() - stalled > 0.1)
    press(field, NUMBER[first:] + "\r", SLOWLY, after=first * SLOWLY)
    assert (heard, field.text()) == ([], NUMBER)


def test_a_scan_is_one_though_the_program_stands_still_in_the_middle(
    into: Callable[[str], QLineEdit], heard: list[str], qtbot: QtBot
) -> None:
    number = into("number")
    press(number, NUMBER[:2], 5)
    stalled = time.monotonic()
    qtbot.waitUntil(lambda: time.monotonic() - stalled > 0.1)
    press(number, NUMBER[2:] + "\r", 5, after=10)
    assert (heard, number.text()) == ([], NUMBER)


@pytest.mark.parametrize(
    "typed",
    ["123456789", "91212121212", "2026-12-01", "1912121212a2"],
    ids=["too short", "part of a number", "a date", "not digits alone"],
)
def test_what_is_no_number_is_no_scan(into: Callable[[str], QLineEdit], heard: list[str], typed: str) -> None:
    note = into("note")
    QTest.keyClicks(note, typed)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert (heard, note.text()) == ([], typed)


def test_a_forms_code_is_heard_too(into: Callable[[str], QLineEdit], heard: list[str]) -> None:
    note = into("note")
    QTest.keyClicks(note, "K7QM-2W9F")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert (heard, note.text()) == (["K7QM-2W9F"], "")


def test_ctrl_enter_is_no_scanners(into: Callable[[str], QLineEdit], heard: list[str], window: QWidget) -> None:
    pressed: list[str] = []
    QShortcut(QKeySequence("Ctrl+Return"), window, lambda: pressed.append("Ctrl+Enter"))
    note = into("note")
    QTest.keyClicks(note, NUMBER)
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (heard, note.text(), pressed) == ([], NUMBER, ["Ctrl+Enter"])


def test_a_name_typed_fast_stays_whole(
    into: Callable[[str], QLineEdit], heard: list[str], type_text: Callable[[QWidget, str], None]
) -> None:
    number = into("number")
    type_text(number, "Köhler 1990")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert (heard, number.text()) == ([], "Köhler 1990")


def test_a_word_typed_fast_is_no_code(into: Callable[[str], QLineEdit], heard: list[str]) -> None:
    note = into("note")
    QTest.keyClicks(note, "Tallback")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert (heard, note.text()) == ([], "Tallback")


@pytest.mark.parametrize("prefix", ["]d1", "~", "]C1#"], ids=["AIM", "a sign", "both"])
def test_a_scanners_own_prefix_goes_along(into: Callable[[str], QLineEdit], heard: list[str], prefix: str) -> None:
    note = into("note")
    note.setText("ring ")
    QTest.keyClick(note, Qt.Key.Key_F10)
    QTest.keyClicks(note, prefix + NUMBER)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert (heard, note.text()) == ([NUMBER], "ring ")


def test_it_listens_wherever_the_focus_goes_and_only_once(into: Callable[[str], QLineEdit], heard: list[str]) -> None:
    for name in ("note", "number", "note"):
        last = into(name)
    QTest.keyClicks(last, NUMBER)
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert (heard, last.text()) == ([NUMBER], "")
