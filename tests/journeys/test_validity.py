"""From when and until when a listing holds, as the overview says it: coming, ending, ended, and without an end."""

from __future__ import annotations

from tests.journeys.receptionist import Receptionist
from tests.world import change

KVARNHEDEN = "Kvarnhedens vårdcentral"


def open_listed(receptionist: Receptionist, since: str, until: str | None) -> None:
    """Somebody with one listing in Dalarna, from and until then."""
    region = receptionist.region
    row = (since, until, region.number("adult-home"))
    change(region, "UPDATE listing SET since = ?, until = ? WHERE person = ?", row)
    receptionist.open("adult-home")


def test_when_a_listing_ends_stands_on_its_card(receptionist: Receptionist) -> None:
    open_listed(receptionist, "2020-02-01T08:00:00", "2099-01-31T23:59:59")
    receptionist.sees(KVARNHEDEN, "Listad", "Sedan\n1 februari 2020\nTill\n31 januari 2099")


def test_a_listing_without_an_end_has_none_however_the_region_writes_that(receptionist: Receptionist) -> None:
    open_listed(receptionist, "2020-02-01T08:00:00", "9999-12-31T00:00:00")
    receptionist.sees(KVARNHEDEN, "1 februari 2020")
    receptionist.does_not_see("9999", "Till\n")


def test_a_listing_that_is_to_come_is_not_said_to_hold(receptionist: Receptionist) -> None:
    open_listed(receptionist, "2099-02-01T00:00:00", None)
    receptionist.sees(KVARNHEDEN, "Kommande", "Från\n1 februari 2099")
    receptionist.does_not_see("Listad", "Sedan")


def test_a_region_that_shows_only_what_has_ended_shows_no_listing(receptionist: Receptionist) -> None:
    """The region's clock is slow: what it still shows is over."""
    change(receptionist.region, "INSERT OR REPLACE INTO meta VALUES ('clock_offset', ?)", (-20 * 86400,))
    now = receptionist.region.control("/state")["now"]
    open_listed(receptionist, "2020-02-01T08:00:00", f"{now[:10]}T23:59:59")
    receptionist.sees(
        "Region Dalarna redovisar ingen listning.",
        f"Har upphört: {KVARNHEDEN}, Primärvårdslistning, från 1 februari 2020 till och med",
        "Fråga invånaren var listningen finns i dag.",
        "Lista på Tallbackens vårdcentral",
    )
    receptionist.does_not_see("Listad")
