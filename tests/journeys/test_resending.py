"""Skicka igen: one key after a reading that can tell; never over a newer choice."""

from desktop.settings.profile import Confirming
from desktop.viewmodels.resending import ResendingViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register
from tests.region import Region

SOON = Confirming(after_fault=(0.01, 300))


def leave_unclear(receptionist: Receptionist, region: Region) -> None:
    """A registration that the region has not carried out, and nobody knows."""
    region.control("/faults", {"set": [{"name": "timeout", "seconds": 0, "contract": "CreateListing", "times": 1}]})
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Oklart – kontrollera")
    receptionist.press("Ctrl+2")
    receptionist.sees("Behöver någon (1)", "Skicka igen …")


def test_one_key_sends_it_again_and_it_is_the_same_case(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(confirming=SOON)
    leave_unclear(receptionist, region)
    receptionist.press("Ctrl+R")
    receptionist.page(ResendingViewModel)
    receptionist.sees("Region Dalarna har inte registrerat det här.", "Inget annat har ändrats sedan dess.")
    assert len(receptionist.registrations) == 1
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    assert len(receptionist.registrations) == 2
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden: 1", "Bekräftad")
    receptionist.does_not_see("Skicka igen …")


def test_it_is_too_soon_within_the_contracts_floor(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(confirming=Confirming(after_fault=(300,)))
    leave_unclear(receptionist, region)
    receptionist.press("Ctrl+R")
    receptionist.sees("Det är för tidigt att skicka igen.", "Läs igen")
    receptionist.press("Ctrl+Enter")
    receptionist.settle()
    assert len(receptionist.registrations) == 1
    receptionist.press("Esc")
    receptionist.sees("Ärenden: 1", "Oklart – kontrollera")
