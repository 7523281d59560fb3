"""After a refusal: the next step is one key, also for a case that is opened from Ärenden, and with 1177."""

from __future__ import annotations

import pytest

from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_after_the_answer import paper_text
from tests.journeys.test_choosing import agree, list_here, ready
from tests.journeys.test_every_outcome import at, one_guardian, tick_all
from tests.region import Region


def open_from_cases(desk: Receptionist) -> None:
    """Leave the page, and open the one case from Ärenden."""
    desk.press("Ctrl+2")
    cases = desk.page(CasesViewModel)
    desk.until(lambda: bool(cases.state.rows), "the case")
    desk.settle()
    desk.press("Enter")
    desk.page(OutcomeViewModel)
    desk.settle()


def test_a_full_centre_from_arenden_leads_to_its_queue(open_desk: OpenDesk, region: Region) -> None:
    desk = at("never-listed", "silver")(open_desk, region)
    desk.sees("Full enligt regionen")
    open_from_cases(desk)
    desk.sees("Lista eller ställ i kö", "Öppna invånaren")
    desk.press("Ctrl+J")
    desk.page(CheckViewModel)
    tick_all(desk)
    desk.press("Ctrl+Enter")
    desk.sees("Nu i kö, plats 14")


@pytest.mark.parametrize(
    ("story", "key", "page"),
    [
        (at("never-listed", "silver"), "Ctrl+B", FacilitiesViewModel),
        (at("cap-reached", "tall"), "Ctrl+P", PaperViewModel),
        (one_guardian, "Ctrl+G", CheckViewModel),
    ],
    ids=["another centre", "the form", "the other guardian"],
)
def test_every_other_step_from_arenden(
    open_desk: OpenDesk, region: Region, story: object, key: str, page: type
) -> None:
    desk = story(open_desk, region)  # type: ignore[operator]
    desk.sees("Inget har ändrats.")
    open_from_cases(desk)
    desk.press(key)
    desk.page(page)
    overview = desk.desk.model.overview
    assert overview is not None
    assert overview.state.is_complete
    assert len(desk.registrations) == 1


def test_at_1177_is_printed_for_them_to_take_home(receptionist: Receptionist, region: Region) -> None:
    agree(receptionist, guardian_consent="1177")
    list_here(receptionist, "consent-child")
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Vårdis Trebarn")
    tick_all(receptionist)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Skriv ut hur de godkänner på 1177", "logga in på 1177.se")
    receptionist.does_not_see("Skriv ut blankett")
    receptionist.press("Ctrl+P")
    receptionist.page(PaperViewModel)
    shown = paper_text(receptionist)
    assert "Besked om vårdval" in shown
    assert "Båda vårdnadshavarna godkänner själva genom att logga in på 1177.se." in shown


def test_a_region_where_the_young_do_not_choose_asks_for_a_guardian(receptionist: Receptionist) -> None:
    receptionist.open("age-17")
    to_jamtland(receptionist)
    tick_all(receptionist)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("En vårdnadshavare behöver godkänna", "Vårdnadshavaren väljer")
    receptionist.does_not_see("Båda vårdnadshavarna")
    receptionist.press("Ctrl+G")
    receptionist.check()
    assert ready(receptionist).choice.facility.name == "Fjällgårdens hälsocentral"


def to_jamtland(receptionist: Receptionist) -> None:
    """Another region's care centre by keyboard: the region in the list of care centres, then letters."""
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres at home")
    receptionist.settle()
    receptionist.press("Alt+R")
    receptionist.settle()
    receptionist.write("h")
    receptionist.settle()
    receptionist.press("Enter")
    receptionist.until(lambda: model.state.county == "23" and bool(model.state.rows), "the care centres there")
    receptionist.settle()
    receptionist.press("Alt+S")
    receptionist.write("fj")
    receptionist.until(lambda: len(model.state.rows) == 1, "one care centre")
    receptionist.press("Enter")
    receptionist.check()


@pytest.mark.parametrize("seconds", [0, 1])
def test_somebody_listed_here_is_met_with_the_first_thing_that_can_be_done(
    receptionist: Receptionist, region: Region, seconds: int
) -> None:
    list_here(receptionist, "adult-home")
    receptionist.register()
    region.control("/faults", {"set": [{"name": "delay", "contract": "GetListing", "seconds": seconds}]})
    receptionist.press("F2")
    receptionist.open("adult-home")
    receptionist.does_not_see("Lista på Tallbackens vårdcentral")
    assert receptionist.focus.objectName() == "Ctrl+B"


def test_without_authorisation_the_form_is_one_key_away(receptionist: Receptionist, region: Region) -> None:
    list_here(receptionist, "moved")
    tick_all(receptionist)
    region.control("/faults", {"set": [{"name": "vp", "code": "VP007", "region": "20", "contract": "CreateListing"}]})
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Inte registrerad", "Blanketten går fortfarande att skriva ut.", "Skriv ut blankett")
    assert receptionist.focus.objectName() == "step-0"
    receptionist.press("Ctrl+P")
    receptionist.page(PaperViewModel)
