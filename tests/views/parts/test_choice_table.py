from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
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


def test_columns_grow_with_what_comes_in_sight(qtbot: QtBot, desk: Desk) -> None:
    view = desk.table.view
    desk.table.show_keys(range(200), lambda key: ("x" * (10 if key < 150 else 60), "Kö"))
    narrow = view.columnWidth(0)
    view.scrollToBottom()
    qtbot.waitUntil(lambda: view.columnWidth(0) > narrow)
    assert view.columnWidth(0) >= view.fontMetrics().horizontalAdvance("x" * 60)


def test_a_long_text_makes_its_own_row_higher_and_the_marked_row_stays_whole(qtbot: QtBot, desk: Desk) -> None:
    view = desk.table.view
    desk.table.show_keys(range(20_000), lambda key: ("mycket lång text " * (10 if key in (7, 15_000) else 1), "Kö"))
    usual = view.rowHeight(0)
    assert view.rowHeight(7) > usual == view.rowHeight(6)
    assert not view.is_folded
    assert sum(view.columnWidth(column) for column in range(2)) <= view.viewport().width()
    desk.table.mark(15_000)
    assert view.rowHeight(15_000) > usual
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    desk.resize(2500, 500)
    view.scrollToTop()
    qtbot.waitUntil(lambda: view.rowHeight(7) == usual)


def test_rows_fold_where_columns_have_no_room_and_open_again(qtbot: QtBot, desk: Desk) -> None:
    table, view = desk.table, desk.table.view
    table.show_columns(("Mottagning", "Adress", "Kö", "Läkarval"), labels={3})
    desk.show_matching("inget")
    cells = ("Asktorgets vårdcentral", "Gjutarvägen 9, 42025 Falun", Cell("Kö 120, ca 30 dagar", "clock"), "Ja")
    table.show_rows([ChoiceRow(number, cells) for number in range(30)])
    desk.resize(1000, 500)
    qtbot.waitUntil(lambda: not view.is_folded)
    unfolded = view.rowHeight(0)
    desk.resize(360, 500)
    qtbot.waitUntil(lambda: view.is_folded)
    assert view.rowHeight(0) > unfolded
    places = [view.visualRect(view.model().index(1, column)) for column in range(4)]
    assert all(view.viewport().rect().contains(place) for place in places), "nothing is scrolled sideways to"
    assert all(places[0].contains(place) for place in places), "a row holds all of its cells"
    assert not any(one.intersects(other) for one in places[1:] for other in places[1:] if one is not other)
    accessible = QAccessible.queryAccessibleInterface(view)
    shown = {accessible.child(number).text(QAccessible.Text.Name) for number in range(accessible.childCount())}
    assert {"Mottagning", "Läkarval", "Adress: Gjutarvägen 9, 42025 Falun", "Läkarval: Ja"} <= shown
    desk.resize(1000, 500)
    qtbot.waitUntil(lambda: not view.is_folded)
    assert view.rowHeight(0) == unfolded
    assert view.horizontalHeader().isVisible()


def test_what_folded_rows_say_is_painted(qtbot: QtBot, desk: Desk) -> None:
    """All that is said: a cell less leaves other pixels, and so does the label of one."""
    table, view = desk.table, desk.table.view

    def painted(labels: set[int], *cells: str) -> QImage:
        table.show_columns((f"Mottagning {labels}", "Adress", "Läkarval"), labels)
        table.show_rows([ChoiceRow("A", cells)])
        qtbot.waitUntil(lambda: view.is_folded)
        return view.viewport().grab().toImage()

    desk.resize(360, 500)
    cells = ("Asktorgets vårdcentral i centrum", "Gjutarvägen 9, 42025 Falun i Dalarna", "Ja")
    whole = painted({2}, *cells)
    assert painted({2}, *cells) == whole
    assert painted(set(), *cells) != whole
    assert painted({2}, cells[0], cells[1][:-3], cells[2]) != whole
    assert painted({2}, cells[0], cells[1], "") != whole


def test_columns_give_up_the_space_between_them_before_a_text_takes_two_lines(desk: Desk) -> None:
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


def test_what_folds_for_its_headings_stays_folded(qtbot: QtBot, desk: Desk) -> None:
    """Headings that are away need as much room as before, or the table would open and fold without end."""
    view = desk.table.view
    desk.table.show_columns(("Mottagningens hela namn", "Adressen till mottagningen", "Kan läkare väljas"))
    desk.table.show_rows([ChoiceRow(1, ("A", "B", "Ja"))])
    desk.resize(400, 500)
    qtbot.waitUntil(lambda: view.is_folded)
    for _ in range(3):
        view.updateGeometries()
        assert (view.is_folded, view.horizontalHeader().isVisible()) == (True, False)


def test_a_folded_row_is_no_higher_than_its_texts_after_more_room(qtbot: QtBot, desk: Desk) -> None:
    """Qt keeps the height that a row was given, also when the usual height becomes another."""
    table, view = desk.table, desk.table.view
    table.show_columns(("Mottagning", "Adress", "Kö", "Läkarval"), labels={3})
    cells = ("Asktorgets vårdcentral", "Gjutarvägen 9, 42025 Falun", Cell("Kö 120, ca 30 dagar", "clock"), "Ja")
    desk.resize(150, 500)
    table.show_rows([ChoiceRow(number, cells) for number in range(30)])
    qtbot.waitUntil(lambda: view.is_folded)
    narrow = view.rowHeight(0)
    desk.resize(360, 500)
    qtbot.waitUntil(lambda: view.rowHeight(0) < narrow)
    assert {view.rowHeight(row) for row in range(30)} == {view.verticalHeader().defaultSectionSize()}
