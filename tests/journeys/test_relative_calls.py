"""A relative calls for an old mother: nobody is opened while the call lasts, rules are at hand, and a form is sent."""

from __future__ import annotations

from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.paper import BlankForm, PaperViewModel
from desktop.viewmodels.search import SearchViewModel
from tests.journeys.receptionist import Receptionist
from tests.region import Region

BAND = "Samtal pågår: någon annan ringer"
ABOUT_PEOPLE = {"GetPersonsForProfile", "GetListing", "GetListingCounty", "CreateListing"}


def asked(region: Region) -> set[str]:
    return {call["contract"] for call in region.log()}


def test_the_call_is_seen_on_every_page_and_ends_with_its_key(receptionist: Receptionist, region: Region) -> None:
    receptionist.press("F6")
    receptionist.page(CallViewModel)
    receptionist.sees(BAND, "Jag kan inte säga om någon är listad här", "Den som har fyllt 16 år väljer själv.")
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres to choose among")
    receptionist.sees(BAND)
    receptionist.write("tall")
    receptionist.until(lambda: len(model.state.rows) == 1, "one care centre")
    receptionist.press("F3")
    receptionist.sees(BAND, "Skriv ut blankett utan namn")
    receptionist.does_not_see("Sök invånare")
    receptionist.press("F6")
    receptionist.page(SearchViewModel)
    receptionist.does_not_see(BAND)
    assert not asked(region) & ABOUT_PEOPLE


def test_a_form_for_the_own_centre_is_one_key_away(receptionist: Receptionist, region: Region) -> None:
    receptionist.press("F6", "Ctrl+P")
    content = receptionist.page(PaperViewModel).state.content
    receptionist.sees(BAND, "Blankett att skriva under")
    assert isinstance(content, BlankForm)
    assert content.choice.facility.name == "Tallbackens vårdcentral"
    receptionist.press("Esc")
    receptionist.page(CallViewModel)
    assert not asked(region) & ABOUT_PEOPLE


def test_a_form_for_another_centre(receptionist: Receptionist, region: Region) -> None:
    receptionist.press("F6", "Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres to choose among")
    receptionist.settle()
    receptionist.write("kvarn")
    receptionist.until(lambda: len(model.state.rows) == 1, "one care centre")
    receptionist.press("F3")
    receptionist.sees("Skriv ut blankett utan namn")
    receptionist.press("Ctrl+P")
    content = receptionist.page(PaperViewModel).state.content
    assert isinstance(content, BlankForm)
    assert content.choice.facility.name == "Kvarnhedens vårdcentral"
    assert not asked(region) & ABOUT_PEOPLE


def test_a_scan_opens_nobody_until_the_call_has_ended(receptionist: Receptionist, region: Region) -> None:
    receptionist.press("F6")
    receptionist.page(CallViewModel)
    receptionist.desk.model.scan(region.number("adult-home"))
    receptionist.sees(BAND, "Ett nummer är skannat och väntar.")
    assert not asked(region) & ABOUT_PEOPLE
    receptionist.press("F6")
    receptionist.sees("Tolvan Tallberg")


def test_whoever_was_open_is_let_go(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("F2", "F6")
    receptionist.sees(BAND)
    receptionist.does_not_see("Tolvan", "1912")
