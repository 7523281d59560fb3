"""A key that would repeat a read within ten seconds asks nobody, and says when it may be pressed."""

from desktop.domain.pile import Stage
from desktop.settings.profile import Confirming
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.overview import OverviewViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_pile import begin, count
from tests.journeys.test_resending import leave_unclear
from tests.region import Region

SOON = "Nyss läst. Det går att läsa igen om"


def pressed_in_vain(receptionist: Receptionist, key: str) -> None:
    """The key reads nothing, and says why."""
    before = len(receptionist.region.log())
    receptionist.press(key)
    receptionist.sees(SOON)
    assert len(receptionist.region.log()) == before


def test_f5_is_too_soon_on_the_overview_in_the_list_and_for_a_doctor(open_desk: OpenDesk) -> None:
    receptionist = open_desk(repeat_after=10.0)
    receptionist.open("in-queue")
    pressed_in_vain(receptionist, "F5")
    receptionist.press("Ctrl+B")
    picker = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(picker.state.rows) and not picker.state.is_asking, "the list")
    receptionist.does_not_see(SOON)
    pressed_in_vain(receptionist, "F5")
    receptionist.desk.model.repeats.seconds = 0.0
    before = len(receptionist.region.log())
    receptionist.press("F5")
    receptionist.until(lambda: len(receptionist.region.log()) > before, "the region to be asked again")


def test_f5_is_too_soon_in_the_check_for_doctors_and_in_the_search(open_desk: OpenDesk) -> None:
    receptionist = open_desk(repeat_after=10.0)
    region = receptionist.region
    receptionist.scan("190001042399")
    receptionist.sees("Personregistret har ingen person med det numret.")
    pressed_in_vain(receptionist, "Enter")
    receptionist.press("F2")
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile"}]})
    receptionist.scan("adult-home")
    receptionist.sees("Försök igen")
    pressed_in_vain(receptionist, "Enter")
    region.control("/faults", {"set": []})
    receptionist.press("F2")
    receptionist.open("in-queue")
    region.control("/faults", {"set": [{"name": "down", "contract": "GetAvailableHealthcarePersonnel"}]})
    receptionist.press("Ctrl+D")
    receptionist.sees("Försök igen")
    pressed_in_vain(receptionist, "F5")
    receptionist.press("F2")
    receptionist.open("adult-home")
    region.control("/faults", {"set": [{"name": "down", "contract": "GetAvailableHealthcareFacilities"}]})
    receptionist.press("Ctrl+L")
    check = receptionist.page(CheckViewModel)
    receptionist.until(lambda: isinstance(check.state, Ready), "the check")
    receptionist.sees("Försök igen")
    pressed_in_vain(receptionist, "F5")


def test_f5_is_too_soon_before_sending_again_and_in_a_pile(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(repeat_after=10.0, confirming=Confirming(after_fault=(300,)))
    leave_unclear(receptionist, region)
    receptionist.press("Ctrl+R")
    receptionist.sees("Det är för tidigt att skicka igen.", "Läs igen")
    pressed_in_vain(receptionist, "F5")
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile"}]})
    pile = begin(receptionist)
    receptionist.scan("never-listed")
    receptionist.until(lambda: count(pile, Stage.WAITING) == 1, "the form to wait")
    before = len(region.log())
    receptionist.press("F5")
    receptionist.until(lambda: len(region.log()) > before, "the register to be asked again")
    receptionist.until(lambda: count(pile, Stage.WAITING) == 1, "the form to wait again")
    receptionist.settle()
    pressed_in_vain(receptionist, "F5")


def test_back_from_an_outcome_shows_nothing_old_and_reads_by_itself_when_it_may(open_desk: OpenDesk) -> None:
    receptionist = open_desk(repeat_after=3.0)
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.sees("Registrerad och bekräftad")
    receptionist.desk.model.repeats.note(("citizen",))
    receptionist.press("Esc")
    overview = receptionist.page(OverviewViewModel)
    receptionist.sees("Regionerna läses igen om")
    receptionist.does_not_see("Kvarnhedens vårdcentral")
    receptionist.until(lambda: overview.state.is_complete, "the regions to be read by themselves")
    receptionist.sees("Tallbackens vårdcentral", "Listad")
    receptionist.does_not_see("Regionerna läses igen om")
