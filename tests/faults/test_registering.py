"""What goes wrong while registering: what is said, and that nothing is ever sent twice."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.training import PracticeRegion
from tests.faults.gaps import Gaps
from tests.faults.log import WarnedOf
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.region import Region

UNREADABLE = {"not-xml", "cut-xml", "empty", "html"}


def ready_to_register(receptionist: Receptionist, person: str = "adult-home") -> None:
    """At the check, approved: only Ctrl+Enter is left."""
    receptionist.open(person)
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space")


def set_fault(region: Region, name: str, contract: str = "CreateListing", **options: object) -> None:
    region.control("/faults", {"set": [{"name": name, "contract": contract, **options}]})


@pytest.mark.parametrize("fault", ["timeout-after-store", "drop-after", "truncated", "not-xml", "cut-xml", "empty"])
def test_stored_but_not_answered_is_settled_by_reading(
    receptionist: Receptionist, region: Region, fault: str, warned_of: WarnedOf
) -> None:
    ready_to_register(receptionist)
    set_fault(region, fault, seconds=0)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Svaret uteblev, men Region Dalarna visar det nu.")
    assert len(receptionist.registrations) == 1
    if fault in UNREADABLE:
        warned_of("unreadable")


@pytest.mark.parametrize("fault", ["timeout", "drop-before", "html", "down"])
def test_not_stored_and_not_answered_is_unclear_and_not_sent_again(
    receptionist: Receptionist, region: Region, fault: str, warned_of: WarnedOf
) -> None:
    ready_to_register(receptionist)
    set_fault(region, fault, seconds=0)
    receptionist.press("Ctrl+Enter")
    receptionist.sees(
        "Oklart – kontrollera",
        "Vi vet inte om registreringen gick igenom.",
        "Registrera inte igen. Kontrollera först vad Region Dalarna visar.",
        "Referens till supporten: ",
    )
    region.control("/faults", {"clear": True})
    receptionist.press("F5")
    receptionist.sees("Oklart – kontrollera", "Region Dalarna visar det inte när vi läser.")
    receptionist.does_not_see("Skicka igen", "Kvitto")
    assert len(receptionist.registrations) <= 1
    if fault in UNREADABLE:
        warned_of("unreadable")


@pytest.mark.parametrize(
    ("code", "happened", "advice"),
    [
        ("VP004", "Det finns ingen anslutning till Region Dalarna för den här tjänsten.", "Använd blanketten"),
        ("VP007", "Vi saknar behörighet hos Region Dalarna.", "Kontakta er förvaltare"),
    ],
)
def test_the_platform_that_refuses_has_changed_nothing(
    receptionist: Receptionist, region: Region, code: str, happened: str, advice: str
) -> None:
    ready_to_register(receptionist)
    set_fault(region, "vp", code=code)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Inte registrerad", happened, "Inget har ändrats.", advice, code)
    assert len(receptionist.registrations) == 1


def test_a_region_that_cannot_be_read_just_before_is_sent_nothing(receptionist: Receptionist, region: Region) -> None:
    ready_to_register(receptionist)
    set_fault(region, "down", contract="GetListing")
    receptionist.press("Ctrl+Enter")
    receptionist.sees(
        "Inte registrerad", "Tjänsteplattformen fick inget svar från Region Dalarna.", "Inget har ändrats."
    )
    assert receptionist.registrations == []


def test_no_answer_within_the_time_limit_is_settled_by_reading(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(read_timeout=1.0)
    ready_to_register(receptionist)
    set_fault(region, "hang-after-store", seconds=4)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Svaret uteblev, men Region Dalarna visar det nu.")
    assert len(receptionist.registrations) == 1


def test_a_slow_region_leaves_the_window_alive_and_open(receptionist: Receptionist, region: Region) -> None:
    """While a registration is in flight the window paints, refuses to close, and a second Ctrl+Enter does nothing."""
    ready_to_register(receptionist)
    set_fault(region, "delay", seconds=1.5)
    gaps = Gaps()
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registreringen pågår. Vänta på svaret.", "Det här registreras", "Tallbackens vårdcentral")
    receptionist.press("Ctrl+Enter", "Ctrl+Enter", "F2", "Esc")
    receptionist.desk.window.close()
    receptionist.sees("En registrering pågår. Vänta på regionens svar.")
    assert receptionist.desk.window.isVisible()
    receptionist.sees("Registrerad och bekräftad")
    assert gaps.longest() < 500
    assert len(receptionist.registrations) == 1


def test_a_region_killed_before_the_call_is_sent_nothing(open_desk: OpenDesk, doomed: PracticeRegion) -> None:
    """A warm connection breaks, a new one is refused: which of the two is said depends on which comes first."""
    receptionist = open_desk(practice=doomed)
    ready_to_register(receptionist)
    kill(doomed)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Inte registrerad", "Inget har skickats och inget har ändrats.", "Försök igen om några minuter.")


def test_a_region_killed_during_the_call_leaves_it_unclear(open_desk: OpenDesk, doomed: PracticeRegion) -> None:
    receptionist = open_desk(practice=doomed)
    ready_to_register(receptionist, "never-listed")
    set_fault(receptionist.region, "hang-after-store", seconds=30)
    before = receptionist.region.control("/state")["counts"]
    receptionist.press("Ctrl+Enter")
    receptionist.until(lambda: receptionist.region.control("/state")["counts"] != before, "the region to have stored")
    kill(doomed)
    receptionist.sees("Oklart – kontrollera", "Det har inte gått att läsa hos Region Dalarna efteråt.")
    receptionist.sees("Registrera inte igen. Kontrollera först vad Region Dalarna visar.")


@pytest.fixture
def doomed(tmp_path: Path) -> Iterator[PracticeRegion]:
    """A practice region of one's own, for it does not survive."""
    region = PracticeRegion(tmp_path / "doomed", small=True)
    yield region
    region.stop()


def kill(practice: PracticeRegion) -> None:
    os.kill(practice.ready()["pid"], signal.SIGKILL)


def test_the_text_size_and_language_may_change_while_the_region_is_slow(
    receptionist: Receptionist, region: Region
) -> None:
    ready_to_register(receptionist)
    set_fault(region, "delay", seconds=1)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registreringen pågår. Vänta på svaret.")
    receptionist.desk.model.use_language("en")
    receptionist.sees("Check before registering")
    receptionist.sees("Tolvan Tallberg is listed at Tallbackens vårdcentral.")
    assert len(receptionist.registrations) == 1
