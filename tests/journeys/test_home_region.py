"""A home region that does not say which regions to read: its own retry asks it, and not those that have answered."""

from __future__ import annotations

from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.region import Region

SILENT = {"name": "down", "contract": "GetListingCounty"}


def asked(receptionist: Receptionist) -> list[tuple[str, str]]:
    """What has been asked of which region since the log was emptied, in order."""
    return [(call["contract"], call["address"]) for call in receptionist.region.log()]


def test_a_silent_home_region_is_asked_alone_and_then_those_that_it_names(
    receptionist: Receptionist, region: Region
) -> None:
    region.control("/faults", {"set": [SILENT]})
    receptionist.open("home-elsewhere-third")
    receptionist.sees("Tjänsteplattformen fick inget svar från Region Gävleborg.", "Region Dalarna läst kl.")
    receptionist.does_not_see("Fjällgårdens hälsocentral", "Region Gävleborg redovisar ingen listning.")
    region.control("/faults", {"set": []})
    region.control("/log", {})
    receptionist.reach("retry-21")
    receptionist.press("Enter")
    receptionist.sees("Fjällgårdens hälsocentral", "Region Jämtland Härjedalen läst kl.")
    receptionist.does_not_see("fick inget svar")
    assert asked(receptionist) == [("GetListingCounty", "21"), ("GetListing", "23")]


def test_where_home_is_silent_about_everything_one_retry_asks_it_for_both(
    receptionist: Receptionist, region: Region
) -> None:
    region.control("/faults", {"set": [{"name": "down", "region": "20"}]})
    receptionist.open("dental-home")
    receptionist.sees("Tjänsteplattformen fick inget svar från Region Dalarna.")
    region.control("/faults", {"set": []})
    region.control("/log", {})
    receptionist.reach("retry-20")
    receptionist.press("Enter")
    receptionist.sees("Hyttgårdens tandvård", "Strandvallens hälsocentral")
    receptionist.does_not_see("fick inget svar")
    assert sorted(asked(receptionist)) == [("GetListing", "20"), ("GetListing", "21"), ("GetListingCounty", "20")]


def test_it_is_too_soon_for_home_too(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(repeat_after=10.0)
    region.control("/faults", {"set": [SILENT]})
    receptionist.open("home-elsewhere-third")
    region.control("/log", {})
    receptionist.reach("retry-21")
    receptionist.press("Enter")
    receptionist.sees("Nyss läst. Det går att läsa igen om")
    assert asked(receptionist) == []
