"""The command box does what the buttons do, and what the phone interrupts comes back where it was."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

from desktop.texts.keys import KEYS
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.views.look import Theme, look
from desktop.views.parts import ChoiceTable, KeyButton, Prose
from tests.journeys.receptionist import Receptionist, text_of


def box(desk: Receptionist) -> QDialog:
    """The command box, when it is open."""

    def opened() -> QDialog | None:
        return next((one for one in desk.desk.window.findChildren(QDialog) if one.isVisible()), None)

    desk.until(lambda: opened() is not None, "the command box")
    desk.settle()
    found = opened()
    assert found is not None
    return found


def test_what_the_page_can_do_is_found_by_name_and_done(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+Shift+P")
    box(receptionist)
    receptionist.write("annan mott")
    receptionist.press("Enter")
    receptionist.page(FacilitiesViewModel)


def test_after_an_outcome_what_one_does_comes_before_what_one_reads(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("Ctrl+Shift+P")
    table = box(receptionist).findChild(ChoiceTable)
    receptionist.write("lista")
    receptionist.settle()
    rows = text_of(table.view).splitlines()
    assert rows[0] == "Nästa invånare | F2"
    kinds = ["help" if row.startswith("Hjälp: ") else "deed" for row in rows]
    assert kinds == sorted(kinds), "deeds first"
    assert [row for row in rows if row.endswith("| F2")] == rows[:1], "each key once"
    receptionist.press("Ctrl+A")
    receptionist.write("fel")
    receptionist.settle()
    assert text_of(table.view).startswith("Något är fel | ")
    receptionist.press("Enter")
    receptionist.page(CorrectionViewModel)


def test_the_search_box_leads_to_commands_and_to_help_and_is_empty_afterwards(receptionist: Receptionist) -> None:
    receptionist.write("> kontrast")
    receptionist.press("Enter")
    box(receptionist)
    receptionist.press("Enter")
    receptionist.until(lambda: look().theme is Theme.HIGH_CONTRAST, "the theme")
    receptionist.until(lambda: QApplication.focusWidget() is not None, "the focus back")
    receptionist.write("? vp007")
    receptionist.press("Enter")
    receptionist.page(HelpViewModel)
    assert receptionist.desk.window.page.findChild(Prose).toPlainText().startswith("Det som inte är överenskommet")
    receptionist.press("Esc")
    receptionist.page(SearchViewModel)
    assert receptionist.registrations == []


def test_esc_leaves_everything_as_it_was(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    before = receptionist.focus
    receptionist.press("Ctrl+Shift+P")
    box(receptionist)
    receptionist.press("Esc")
    receptionist.until(lambda: QApplication.focusWidget() is before, "the focus back")
    receptionist.page(CheckViewModel)


def test_every_button_with_a_key_has_it_on_the_help_page(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    on_screen = {one.key for one in receptionist.desk.window.findChildren(KeyButton) if one.key} - {"Enter"}
    assert len(on_screen) > 8
    assert on_screen <= set(KEYS)


def test_what_is_parked_stands_on_the_search_page_and_comes_back_to_the_same_check(receptionist: Receptionist) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.write(receptionist.region.number("guardian"))
    receptionist.press("Enter", "Ctrl+M")
    receptionist.page(SearchViewModel)
    receptionist.sees("Parkerat (1)")
    receptionist.does_not_see("Lillen", "Trebarn")
    receptionist.open("adult-home")
    receptionist.press("F2")
    receptionist.sees("Parkerat (1)")
    number = receptionist.desk.model.drafting.parked.state[0].number
    receptionist.reach(f"parked-{number}")
    receptionist.press("Enter")
    state = receptionist.page(CheckViewModel)
    receptionist.check()
    assert isinstance(state.state, Ready)
    assert state.state.basis.guardian.text
    assert receptionist.registrations == []
