"""What has been typed and not entered when a page is left: it is kept where the work is kept, and troubles nobody."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.search import SearchViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist, text_of

SIBLING = "newborn"


def go_on_with_the_draft(hands: Receptionist) -> Ready:
    """From the search page, by keyboard."""
    hands.sees("Parkerat (1)")
    hands.reach(f"parked-{hands.desk.model.drafting.parked.state[0].number}")
    hands.press("Enter")
    hands.page(CheckViewModel)
    return hands.check()


def type_a_guardian_and_a_sibling(hands: Receptionist) -> None:
    """The guardian's number is entered, the sibling's only typed."""
    hands.open("child")
    hands.press("Ctrl+L")
    hands.check()
    hands.scan("guardian")
    check = hands.page(CheckViewModel)
    hands.until(lambda: isinstance(check.state, Ready) and check.state.may_bring_siblings, "who may be listed along")
    hands.settle()
    hands.reach("sibling")
    hands.write(hands.region.number(SIBLING))


@pytest.mark.parametrize("keys", [("Ctrl+M",), ("Ctrl+Shift+L", "Enter")], ids=["parked", "locked"])
def test_a_guardian_who_is_typed_and_not_entered_comes_back(receptionist: Receptionist, keys: tuple[str, ...]) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.write(receptionist.region.number("guardian"))
    before = len([call for call in receptionist.region.log() if call["contract"] == "GetPersonsForProfile"])
    receptionist.press(*keys)
    receptionist.page(SearchViewModel)
    receptionist.sees("Sök invånare")
    asked = [call for call in receptionist.region.log() if call["contract"] == "GetPersonsForProfile"]
    assert len(asked) == before, "somebody was looked up for a page that was left"
    guardian = go_on_with_the_draft(receptionist).basis.guardian.identity
    assert guardian is not None
    assert guardian.number == receptionist.region.number("guardian")


def test_a_sibling_who_is_typed_and_not_entered_comes_back(receptionist: Receptionist) -> None:
    type_a_guardian_and_a_sibling(receptionist)
    receptionist.press("Ctrl+M")
    siblings = go_on_with_the_draft(receptionist).siblings
    assert [one.identity.number for one in siblings] == [receptionist.region.number(SIBLING)]


def test_a_date_that_is_typed_when_the_window_closes_comes_back_at_the_next_start(open_desk: OpenDesk) -> None:
    evening = open_desk()
    evening.open("adult-home")
    evening.press("Ctrl+L")
    evening.check()
    evening.reach("dated")
    evening.write("20")
    evening.desk.close()
    dated = go_on_with_the_draft(open_desk()).basis.dated.value
    assert dated is not None
    assert dated.day == 20


@pytest.mark.parametrize("key", ["F1", "Ctrl+,", "F7"])
def test_a_sibling_who_is_typed_and_not_entered_stands_there_after_a_look_aside(
    receptionist: Receptionist, key: str
) -> None:
    type_a_guardian_and_a_sibling(receptionist)
    receptionist.press("Backspace")
    typed = text_of(receptionist.focus)
    assert len(typed) > 8
    receptionist.press(key)
    receptionist.settle()
    assert not isinstance(receptionist.desk.model.page, CheckViewModel)
    receptionist.press("Esc")
    receptionist.page(CheckViewModel)
    receptionist.settle()
    receptionist.reach("sibling")
    assert text_of(receptionist.focus) == typed
    receptionist.press("Esc", "Ctrl+L")
    receptionist.check()
    receptionist.reach("sibling")
    assert text_of(receptionist.focus) == "", "another check begins empty"


def test_what_is_typed_in_a_pile_stands_there_after_a_look_aside(receptionist: Receptionist) -> None:
    receptionist.press("Ctrl+3", "Ctrl+Enter")
    receptionist.settle()
    receptionist.write("1985")
    receptionist.reach("pile-date")
    receptionist.press("Ctrl+A")
    receptionist.write("1120")
    receptionist.reach("pile-counted")
    receptionist.write("7")
    receptionist.press("F1", "Ctrl+,", "Esc", "Esc")
    receptionist.page(PileViewModel)
    receptionist.settle()
    page = receptionist.desk.window.page
    typed = [page.findChild(QLineEdit, f"pile-{name}").text() for name in ("number", "date", "counted")]
    assert typed == ["1985", "1120", "7"]
    receptionist.sees("Blanketter i bunten: 7")


@pytest.mark.parametrize("key", ["F2", "Esc", "Ctrl+2"])
def test_a_number_that_is_typed_on_a_page_that_is_left_troubles_nobody(receptionist: Receptionist, key: str) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.write(receptionist.region.number("guardian"))
    receptionist.press(key)
    receptionist.press("F2")
    receptionist.open("adult-home")
    assert not receptionist.desk.errors


def test_a_date_that_is_typed_goes_along_to_another_care_centre(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.reach("dated")
    receptionist.write("20")
    receptionist.press("Esc", "Ctrl+L")
    dated = receptionist.check().basis.dated.value
    assert dated is not None
    assert dated.day == 20


def test_a_wish_that_is_typed_and_not_entered_is_in_the_case(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.sees("Registrerad och bekräftad")
    receptionist.reach("wish")
    receptionist.write("Doktor Ek")
    receptionist.press("F2")
    receptionist.page(SearchViewModel)
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden: 1")
    receptionist.press("Enter")
    receptionist.page(OutcomeViewModel)
    receptionist.settle()
    assert receptionist.desk.window.page.findChild(QLineEdit, "wish").text() == "Doktor Ek"
    assert not receptionist.desk.errors
