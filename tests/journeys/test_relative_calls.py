"""A relative calls for an old mother: nobody is looked up, and a form can still be printed."""

from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.paper import BlankForm, PaperViewModel
from tests.journeys.receptionist import Receptionist
from tests.region import Region


def test_a_form_for_somebody_who_is_not_looked_up(receptionist: Receptionist, region: Region) -> None:
    receptionist.press("F6")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres to choose among")
    receptionist.settle()
    receptionist.write("tall")
    receptionist.until(lambda: len(model.state.rows) == 1, "one care centre")
    receptionist.press("F3")
    receptionist.sees("Skriv ut blankett utan namn")
    receptionist.press("Ctrl+P")
    receptionist.sees("Blankett att skriva under")
    content = receptionist.page(PaperViewModel).state.content
    assert isinstance(content, BlankForm)
    assert content.choice.facility.name == "Tallbackens vårdcentral"
    asked = {call["contract"] for call in region.log()}
    assert not asked & {"GetPersonsForProfile", "GetListing", "GetListingCounty", "CreateListing"}
