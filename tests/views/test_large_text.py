"""At 200 % on the smallest screen, what was asked for is in sight beside what has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from desktop.states import WALKS, Walker
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.connection import ConnectionViewModel, Tried
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.views.look.reading import READ_FIRST
from desktop.views.parts import ChoiceTable, KeyButton, Notice, Prose, Text
from desktop.views.parts.row_view import RowView
from tests.views.walked import SMALL_SCREEN, OpenWalker


def in_sight(widget: QWidget) -> bool:
    """All of it is drawn."""
    return widget.isVisible() and widget.visibleRegion().boundingRect().contains(
        QRect(0, 0, widget.width(), widget.height() - 2)
    )


def shows(walker: Walker, words: str) -> bool:
    """A text that has these words is drawn whole."""
    return any(words in one.text() and in_sight(one) for one in walker.desk.window.page.findChildren(Text))


def test_what_is_missing_and_what_is_found_are_in_sight(open_walker: OpenWalker) -> None:
    walker = open_walker(scale=2.0, size=SMALL_SCREEN)
    walker.list_here("adult-home")
    walker.press("Ctrl+Enter")
    walker.settle()
    assert shows(walker, "Kryssa i innan det går att registrera.")
    walker.press("Space")
    walker.settle()
    assert not shows(walker, "Kryssa i innan det går att registrera.")
    walker.press("Esc")
    walker.list_centres()
    walker.write("tallbackens")
    walker.settle()
    assert shows(walker, "1 av 29 mottagningar")
    table = walker.desk.window.page.findChild(ChoiceTable)
    top = table.view.viewport().visibleRegion().boundingRect()
    assert top.intersects(table.view.visualRect(table.view.currentIndex())), "the row that was found begins in sight"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_foot_of_a_check_leaves_room_for_what_is_registered(open_walker: OpenWalker, language: str) -> None:
    walker = open_walker(language=language, scale=2.0, size=SMALL_SCREEN)
    walker.list_here("cap-reached")
    walker.settle()
    foot = foot_of(walker)
    assert len(foot) >= 5
    assert len({one.y() for one in foot}) == 1, "one line"
    assert all(one.accessibleName() or one.text() for one in foot)
    assert shows(walker, "Tallbackens vårdcentral")
    walker.open("never-listed")
    walker.choose("silver")
    assert len({one.y() for one in foot_of(walker)}) == 2
    assert all(not one.toolTip() for one in foot_of(walker)), "on two lines there is room for all words"
    walker.press("Enter")
    walker.settle()
    assert QApplication.focusWidget().objectName() == "APPROVED"
    for _ in range(8):
        walker.press("Tab")
        walker.settle()
        assert shows(walker, "Listning: Silverbergets" if language == "sv" else "Listing: Silverbergets")


def foot_of(walker: Walker) -> list[KeyButton]:
    """The buttons that are drawn at the foot of a check."""
    send = walker.desk.window.page.findChild(KeyButton, "send")
    return [one for one in send.parentWidget().findChildren(KeyButton) if one.isVisible()]


def test_what_a_check_lacks_is_said_from_its_first_word(open_walker: OpenWalker) -> None:
    walker = open_walker(scale=1.5, size=SMALL_SCREEN)
    walker.list_here("adult-home")
    walker.press("Ctrl+Enter")
    walker.settle()
    assert shows(walker, "Det här saknas innan det går att registrera")
    assert shows(walker, "Kryssa i innan det går att registrera.")
    walker.list_here("coordination-no-county")
    walker.settle()
    notice = walker.desk.window.page.findChild(Notice)
    assert notice.width() > walker.desk.window.page.width() * 0.8, "nothing is left empty beside what stops it"


def test_what_a_connection_check_found_is_in_sight(open_walker: OpenWalker) -> None:
    walker = open_walker(scale=2.0, size=SMALL_SCREEN)
    walker.desk.model.aside.show_connection()
    model = walker.page(ConnectionViewModel)
    walker.press("F5")
    walker.until(lambda: isinstance(model.state, Tried), "the check")
    walker.settle()
    assert shows(walker, "Något fungerar inte.") or shows(walker, "Allt som provats fungerar.")
    walker.press("Enter")
    table = walker.desk.window.page.findChild(ChoiceTable)
    assert table.view.hasFocus(), "the next key goes on to the rows"


def test_what_is_read_in_the_help_is_in_sight(open_walker: OpenWalker) -> None:
    walker = open_walker(scale=2.0, size=SMALL_SCREEN)
    walker.press("F1")
    walker.page(HelpViewModel)
    walker.write("tangenter")
    walker.press("Enter")
    walker.settle()
    assert in_sight(walker.desk.window.page.findChild(Prose))


@pytest.mark.parametrize("name", ["search", "care-centres", "stopped", "refused"])
def test_what_a_page_has_to_say_is_in_sight_with_the_focus(open_walker: OpenWalker, name: str) -> None:
    walker = open_walker(name, scale=2.0, size=SMALL_SCREEN)
    said = 0
    for state in WALKS[name](walker):
        reads, focused = walker.desk.window.page.reads, QApplication.focusWidget()
        words = reads.findChild(Text, READ_FIRST) if reads is not None else None
        if words is not None and words.isVisible():
            walker.until(lambda words=words: in_sight(words), f"{state}: {words.text()}")
            assert focused is not None
            assert not focused.visibleRegion().isEmpty(), f"{state}: the focus is out of sight"
            said += 1
    assert said > 1


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_of_every_list_two_rows_at_least_are_whole_in_sight_and_nothing_is_beside_it(
    open_walker: OpenWalker, language: str, scale: float
) -> None:
    walker = open_walker(language=language, scale=scale, size=SMALL_SCREEN)
    for key in ("adult-home", "listed-elsewhere"):
        walker.list_here(key)
        walker.register()
    walker.press("Ctrl+2")
    cases = walker.page(CasesViewModel)
    walker.until(lambda: cases.state.cases is not None, "waiting for the cases")
    walker.settle()
    assert rows_in_sight(walker) >= 2
    walker.open("adult-home")
    walker.list_centres()
    assert rows_in_sight(walker) >= 2
    walker.press("Down")
    walker.press("Down")
    walker.settle()
    assert rows_in_sight(walker) >= 2, "also when it is walked in"
    walker.open("adult-home")
    walker.press("Ctrl+D")
    doctors = walker.page(DoctorsViewModel)
    walker.until(lambda: bool(doctors.state.rows), "waiting for doctors")
    walker.settle()
    assert rows_in_sight(walker) >= 2


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_forms_that_are_through_are_in_sight_beside_the_one_that_is_written_in(
    open_walker: OpenWalker, language: str, scale: float
) -> None:
    walker = open_walker("pile", language=language, scale=scale, size=SMALL_SCREEN)
    assert "pile" in WALKS["pile"](walker)
    assert QApplication.focusWidget().objectName() == "pile-date"
    assert in_sight(QApplication.focusWidget())
    assert shows(walker, "19991228-2382"), "whom to compare the paper with"
    assert rows_in_sight(walker) >= 2


def rows_in_sight(walker: Walker) -> int:
    """How many rows are drawn whole, in a table that has nothing beside what it shows."""
    view = walker.desk.window.page.findChild(RowView)
    assert view.horizontalScrollBar().maximum() == 0
    assert all(
        view.viewport().rect().left() <= view.visualRect(view.model().index(0, column)).left()
        and view.visualRect(view.model().index(0, column)).right() <= view.viewport().rect().right()
        for column in range(view.model().columnCount())
    )
    seen = view.viewport().visibleRegion().boundingRect().adjusted(0, 0, 0, 1)
    return sum(
        seen.contains(view.visualRect(view.model().index(row, 0))) for row in range(min(20, view.model().rowCount()))
    )
