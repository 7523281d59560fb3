"""Outcomes that stay apart: what a region withholds, and what nobody knows until it has been read."""

from __future__ import annotations

from desktop.domain.listing import Facility
from desktop.domain.regions import County
from desktop.viewmodels.outcome import OutcomeViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register
from tests.region import Region


def test_what_is_unclear_settles_among_the_cases_without_anybody(open_desk: OpenDesk, region: Region) -> None:
    """The practice profile reads again after a few seconds; a real one never within five minutes."""
    desk = open_desk(read_timeout=1.0)
    desk.open("slow-to-show")
    desk.press("Ctrl+L")
    desk.check()
    fault = {"name": "timeout-after-store", "contract": "CreateListing", "seconds": 2, "times": 1}
    region.control("/faults", {"set": [fault]})
    register(desk)
    desk.page(OutcomeViewModel)
    desk.sees("Oklart – kontrollera", "Nästa invånare")
    desk.does_not_see("Det gick inte", "misslyck")
    region.control("/clock", {"advance_seconds": 300})
    desk.press("Ctrl+2")
    desk.sees("Oklart – kontrollera", "Behöver någon (1)")
    desk.sees("Bekräftad", "Behöver någon (0)")
    assert len(desk.registrations) == 1


def test_withheld_is_an_outcome_of_its_own(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    centre = Facility(hsa_id="SE9900000014-1001", name="Hamnplanens vårdcentral")
    receptionist.desk.model.choosing.list_at(County("14"), centre, None)
    receptionist.check()
    receptionist.press("Ctrl+J")
    ready = receptionist.check()
    for consent in ready.needed:
        receptionist.reach(consent.name)
        receptionist.press("Space")
    receptionist.press("Ctrl+Enter")
    receptionist.page(OutcomeViewModel)
    receptionist.sees("Regionen svarade OK, kan inte kontrolleras härifrån", "Kvitto", "Nästa invånare")
    receptionist.does_not_see("bekräftad och", "Oklart")
    receptionist.press("Ctrl+2")
    receptionist.sees("Regionen svarade OK, kan inte kontrolleras härifrån", "Väntar på regionen (1)")
