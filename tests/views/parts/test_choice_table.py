from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts import Cell, ChoiceRow, ChoiceTable

CENTRES = ("Vårdcentral Tisken", "Vårdcentral Tiskbo", "Hälsocentral Norr")


class Desk(QWidget):
    """A window with a table that filters, as a page would, and a button after it."""

    def __init__(self) -> None:
        super().__init__()
        self.table = ChoiceTable("Mottagningar", ("Mottagning", "Kö"), "&Sök mottagning")
        self.after = QPushButton("Tillbaka")
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(self.after)
        self.table.typed.connect(self.show_matching)
        self.show_matching("")

    def show_matching(self, typed: str) -> None:
        rows = [ChoiceRow(name, (name, Cell("Kö 120", "list-ordered", "warning"))) for name in CENTRES]
        found = [row for row in rows if typed.casefold() in str(row.key).casefold()]
        self.table.show_rows(found, f"{len(found)} av {len(CENTRES)} mottagningar")

    @property
    def line(self) -> QLineEdit:
        assert self.table.filter is not None
        return self.table.filter.edit


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.resize(700, 500)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.table.setFocus()
    return desk


def test_typing_filters_and_enter_chooses_the_marked_row(
    qtbot: QtBot, desk: Desk, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(desk.line, "hälso")
    with qtbot.waitSignal(desk.table.chosen) as chosen:
        qtbot.keyClick(desk.line, Qt.Key.Key_Return)
    assert chosen.args == ["Hälsocentral Norr"]


def test_down_goes_into_the_list_and_enter_chooses(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.line, Qt.Key.Key_Down)
    assert desk.table.view.hasFocus()
    qtbot.keyClick(desk.table.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.table.chosen) as chosen:
        qtbot.keyClick(desk.table.view, Qt.Key.Key_Enter)
    assert chosen.args == ["Vårdcentral Tiskbo"]


def test_up_from_the_first_row_goes_back_to_the_filter(qtbot: QtBot, desk: Desk) -> None:
    desk.table.view.setFocus()
    qtbot.keyClick(desk.table.view, Qt.Key.Key_Up)
    assert desk.line.hasFocus()


def test_a_letter_in_the_list_goes_on_in_the_filter(
    qtbot: QtBot, desk: Desk, type_text: Callable[[QWidget, str], None]
) -> None:
    desk.table.view.setFocus()
    type_text(desk.table.view, "n")
    assert desk.line.hasFocus()
    assert desk.line.text() == "n"


def test_tab_leaves_the_table_and_comes_back(qtbot: QtBot, desk: Desk) -> None:
    desk.table.view.setFocus()
    qtbot.keyClick(desk.table.view, Qt.Key.Key_Tab)
    assert desk.after.hasFocus()
    qtbot.keyClick(desk.after, Qt.Key.Key_Backtab)
    assert desk.table.view.hasFocus()
    qtbot.keyClick(desk.table.view, Qt.Key.Key_Backtab)
    assert desk.line.hasFocus()


def test_the_marked_row_stays_marked_while_it_is_shown(desk: Desk) -> None:
    desk.table.mark("Vårdcentral Tiskbo")
    desk.show_matching("tisk")
    assert desk.table.key() == "Vårdcentral Tiskbo"
    desk.show_matching("norr")
    assert desk.table.key() == "Hälsocentral Norr"


def test_a_screen_reader_reads_the_whole_row_at_its_first_cell(desk: Desk) -> None:
    table = QAccessible.queryAccessibleInterface(desk.table.view)
    assert table.role() is QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Mottagningar"
    cells = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert {"Mottagning", "Vårdcentral Tiskbo, Kö: Kö 120", "Kö: Kö 120"} <= set(cells)


def test_clearing_leaves_nothing_for_a_screen_reader(desk: Desk) -> None:
    desk.table.clear()
    assert desk.table.view.model().rowCount() == 0
    assert desk.table.key() is None
    assert desk.line.text() == ""


def test_of_a_long_list_only_the_rows_near_sight_are_made(qtbot: QtBot, desk: Desk) -> None:
    made: set[object] = set()

    def cells(key: object) -> tuple[str, ...]:
        made.add(key)
        return (f"Mottagning {key}", "Kö 1")

    desk.table.show_keys(range(20_000), cells, "20 000 mottagningar")
    qtbot.waitUntil(lambda: 0 in made)
    assert len(made) < 200
    desk.table.mark(15_000)
    qtbot.waitUntil(lambda: 15_000 in made)
    assert (desk.table.key(), len(made) < 400) == (15_000, True)


def test_columns_grow_with_what_comes_in_sight_and_nothing_is_cut(qtbot: QtBot, desk: Desk) -> None:
    view = desk.table.view
    desk.table.show_keys(range(200), lambda key: ("x" * (10 if key < 150 else 120), "Kö"))
    narrow = view.columnWidth(0)
    view.scrollToBottom()
    qtbot.waitUntil(lambda: view.columnWidth(0) > narrow)
    assert view.columnWidth(0) >= view.fontMetrics().horizontalAdvance("x" * 120)


def test_columns_give_up_the_space_between_them_before_the_table_scrolls_sideways(desk: Desk) -> None:
    view = desk.table.view
    desk.table.show_rows([ChoiceRow(1, ("x" * 30, "y" * 20))])
    words = [view.sizeHintForIndex(view.model().index(0, column)).width() for column in range(2)]
    view.resize(view.width() - view.viewport().width() + sum(words) + 2, view.height())
    widths = [view.columnWidth(column) for column in range(2)]
    assert sum(widths) <= view.viewport().width()
    assert all(width >= word for width, word in zip(widths, words, strict=True))


def test_other_columns_come_without_the_old_rows(desk: Desk) -> None:
    desk.table.show_columns(("Mottagning", "Adress", "Kö"))
    model = desk.table.view.model()
    assert (model.rowCount(), model.columnCount()) == (0, 3)
    desk.table.show_keys(["Tisken"], lambda key: (key, "Storgatan 1", ""))
    desk.table.show_columns(("Mottagning", "Adress", "Kö"))
    assert model.index(0, 1).data() == "Storgatan 1"
