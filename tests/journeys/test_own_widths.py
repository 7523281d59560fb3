"""Columns are as somebody has dragged them, also tomorrow and with larger text, until they ask for the table's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from desktop.settings.user import UserSettings, read_user, write_user
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.views.look import look
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist


def centres(desk: Receptionist) -> QHeaderView:
    """The header of the list of care centres."""
    desk.desk.window.resize(1600, 820)  # On the screen of the tests it comes back smaller.
    desk.press("F2", "F6", "Ctrl+B")
    model = desk.page(FacilitiesViewModel)
    desk.until(lambda: bool(model.state.rows), "care centres")
    desk.settle()
    return desk.desk.window.page.findChild(QTableView).horizontalHeader()


def border(header: QHeaderView, column: int) -> tuple[QWidget, QPoint]:
    """Where the mouse takes hold of a column's right border."""
    right = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    return header.viewport(), QPoint(right, header.height() // 2)


def drag(header: QHeaderView, column: int, by: int) -> None:
    """Take a column's right border and let go of it further to the right."""
    where, place = border(header, column)
    QTest.mousePress(where, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(where, place + QPoint(by, 0))
    QTest.mouseRelease(where, Qt.MouseButton.LeftButton, pos=place + QPoint(by, 0))


def test_a_dragged_column_is_as_wide_tomorrow_and_grows_with_the_text(open_desk: OpenDesk, tmp_path: Path) -> None:
    evening = open_desk()
    header = centres(evening)
    asked = header.sectionSize(0) + 60
    drag(header, 0, 60)
    assert header.sectionSize(0) == asked
    evening.desk.close()
    assert read_user(tmp_path / "own.json").columns == {"facilities": (asked, 0, 0, 0)}
    morning = open_desk()
    header = centres(morning)
    assert header.sectionSize(0) == asked
    morning.desk.model.own.choose(text_size=125)
    morning.settle()
    assert header.sectionSize(0) == look().px(asked) != asked


def test_a_double_click_on_the_border_gives_the_column_back(receptionist: Receptionist, tmp_path: Path) -> None:
    header = centres(receptionist)
    before = [header.sectionSize(column) for column in range(header.count())]
    drag(header, 1, 50)
    assert header.sectionSize(1) == before[1] + 50
    where, place = border(header, 1)
    QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=place)
    assert [header.sectionSize(column) for column in range(header.count())] == before
    assert not any(read_user(tmp_path / "own.json").columns["facilities"])


def test_widths_that_make_no_sense_cost_only_themselves(open_desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text('{"language": "en", "columns": {"facilities": [-4, 9999999]}}', encoding="utf-8")
    assert read_user(tmp_path / "own.json") == UserSettings(language="en")
    assert write_user(tmp_path / "own.json", UserSettings(columns={"facilities": (200, 0, 0, 0, 0, 300)}))
    assert centres(open_desk()).sectionSize(0) == 200


def test_widths_are_chosen_by_keyboard_and_given_back(open_desk: OpenDesk, tmp_path: Path) -> None:
    evening = open_desk()
    header = centres(evening)
    before = [header.sectionSize(column) for column in range(header.count())]
    evening.press("Down", "Shift+F10")
    evening.until(lambda: QApplication.activePopupWidget() is not None, "the menu")
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    evening.until(lambda: focused_name() == "column-0-narrower", "the dialogue")
    evening.reach("column-1-wider")
    evening.press("Space", "Space")
    evening.settle()
    wider = header.sectionSize(1)
    assert wider == before[1] + 48
    assert sum(header.sectionSize(column) for column in range(header.count())) <= header.width()
    evening.press("Esc")
    evening.until(lambda: isinstance(QApplication.focusWidget(), QTableView), "the focus back in the list")
    evening.desk.close()
    assert read_user(tmp_path / "own.json").columns == {"facilities": (0, wider, 0, 0)}
    morning = open_desk()
    header = centres(morning)
    assert header.sectionSize(1) == wider
    morning.press("Ctrl+Shift+P")
    morning.settle()
    morning.write("kolumnbr")
    morning.press("Down", "Down", "Enter")
    morning.until(lambda: header.sectionSize(1) == before[1], "the table's own widths")
    assert not any(read_user(tmp_path / "own.json").columns["facilities"])


def test_rows_on_several_lines_have_no_widths_to_choose(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.desk.model.own.choose(text_size=200)
    centres(desk)
    desk.desk.window.resize(1366, 768)
    desk.settle()
    desk.press("Down", "Shift+F10")
    desk.settle()
    assert QApplication.activePopupWidget() is None
    desk.press("Ctrl+Shift+P")
    desk.settle()
    desk.write("kolumnbr")
    desk.settle()
    desk.does_not_see("Ändra kolumnbredder")


def focused_name() -> str:
    """The object name of what has the keyboard, if anything has."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""
