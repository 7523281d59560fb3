"""Regions that nobody has named: asked for by key, one at a time, and only the one that is meant."""

from desktop.viewmodels.facilities import FacilitiesViewModel
from tests.journeys.receptionist import Receptionist


def addresses(receptionist: Receptionist) -> list[str]:
    """Whom the regions' contracts have been sent to, in order."""
    return [call["address"] for call in receptionist.region.log() if call["contract"] != "GetPersonsForProfile"]


def test_alt_a_letter_and_enter_ask_one_region_that_nobody_has_named(receptionist: Receptionist) -> None:
    receptionist.open("never-listed")
    before = len(addresses(receptionist))
    receptionist.press("Alt+Ä")
    assert receptionist.focus.objectName() == "other-region"
    receptionist.write("u")
    receptionist.settle()
    receptionist.press("Enter")
    receptionist.sees("Region Uppsala läst kl.", "Region Uppsala redovisar ingen listning.")
    assert addresses(receptionist)[before:] == ["03"]


def test_going_through_the_regions_asks_none_of_them(receptionist: Receptionist) -> None:
    """Each question hands the citizen's number to a region."""
    receptionist.open("never-listed")
    before = len(addresses(receptionist))
    receptionist.reach("other-region")
    for key in ("Down", "Down", "Down", "Esc", "F5"):
        receptionist.press(key)
        receptionist.settle()
    overview = receptionist.desk.model.overview
    assert overview is not None
    receptionist.until(lambda: len(addresses(receptionist)) > before and overview.state.is_complete, "F5")
    assert set(addresses(receptionist)[before:]) == {"20"}


def test_going_through_the_regions_of_the_care_centres_asks_none_of_them(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows) and not model.state.is_asking, "care centres at home")
    receptionist.settle()
    for key in ("Alt+R", "Down", "Down", "Esc"):
        receptionist.press(key)
        receptionist.settle()
    assert model.state.county == "20"
    receptionist.press("Alt+R")
    receptionist.write("g")
    receptionist.settle()
    receptionist.press("Enter")
    receptionist.until(lambda: model.state.county == "21" and bool(model.state.rows), "care centres of Gävleborg")
    assert set(addresses(receptionist)) == {"20", "21"}


def test_a_scan_at_the_box_of_regions_is_the_next_citizen_and_asks_no_region(receptionist: Receptionist) -> None:
    receptionist.open("never-listed")
    before = len(addresses(receptionist))
    receptionist.reach("other-region")
    receptionist.scan("adult-home")
    receptionist.sees("Tolvan Tallberg", "Region Dalarna läst kl.")
    assert set(addresses(receptionist)[before:]) == {"20"}
