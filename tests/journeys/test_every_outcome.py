"""Every outcome and refusal is met in the real window and says its own heading: a new one without a story fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from desktop.domain.listing import Facility, ListingType
from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    Outcome,
    PictureChanged,
    Queued,
    Received,
    RefusalCode,
    Refused,
    Unclear,
    Unverified,
)
from desktop.domain.regions import County
from desktop.domain.registration import Consent
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.outcome import OutcomeViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_listing import SILVERBERGET, choose
from tests.region import Region

CHILD_CARE = ListingType(code="BVC", code_system="2.999.20")
Kind = type | RefusalCode | Unverified
Story = Callable[[OpenDesk, Region], Receptionist]
KINDS: tuple[Kind, ...] = (
    *(kind for kind in get_args(Outcome) if kind not in (Refused, Received)),
    *RefusalCode,
    *Unverified,
)


def tick_all(desk: Receptionist) -> None:
    for consent in Consent:
        if consent in desk.check().needed:
            desk.reach(consent.name)
            desk.press("Space")


def sent(desk: Receptionist, then: tuple[str, ...]) -> Receptionist:
    """The check is opened, goes on by these keys, and is approved and sent."""
    desk.check()
    for key in then:
        desk.press(key)
        desk.check()
    tick_all(desk)
    desk.press("Ctrl+Enter")
    return desk


def at(person: str, letters: str = "", *then: str) -> Story:
    """Somebody is listed at the desk's own centre, or at the one that the letters find."""

    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open(person)
        if letters:
            choose(desk, letters)
        else:
            desk.press("Ctrl+L")
        return sent(desk, then)

    return story


def elsewhere(person: str, hsa_id: str, *then: str) -> Story:
    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open(person)
        desk.desk.model.choosing.list_at(County(hsa_id[10:12]), Facility(hsa_id=hsa_id), None)
        return sent(desk, then)

    return story


def one_guardian(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    desk.choose_as_one_guardian()
    return desk


def while_sending(desk: Receptionist, region: Region, fault: dict[str, object]) -> None:
    """Something happens to the region between the order and the reading after it."""
    region.control("/faults", {"set": [{"name": "delay", "seconds": 1, "contract": "CreateListing", "times": 1}]})
    read = readings(region)
    desk.press("Ctrl+Enter")
    desk.until(lambda: readings(region) > read, "the reading before the order")
    region.control("/faults", {"set": [fault]})


def readings(region: Region) -> int:
    return sum(call["contract"] == "GetListing" for call in region.log())


def after_the_order(fault: dict[str, object]) -> Story:
    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open("adult-home")
        desk.press("Ctrl+L")
        desk.check()
        desk.press("Space")
        while_sending(desk, region, fault)
        return desk

    return story


def older_since_the_check(open_desk: OpenDesk, region: Region) -> Receptionist:
    """The region leaves types out for which a citizen is too old; here she has a birthday on the way."""
    desk = open_desk()
    desk.open("child")
    desk.desk.model.choosing.list_at(County("20"), Facility(hsa_id="SE9900000020-1010"), CHILD_CARE)
    desk.check()
    desk.write(region.number("guardian"))
    desk.press("Enter")
    desk.sees("Vårdis Trebarn")
    tick_all(desk)
    region.control("/clock", {"advance_seconds": 3 * 366 * 24 * 3600})
    desk.press("Ctrl+Enter")
    return desk


def chosen_again(open_desk: OpenDesk, region: Region) -> Receptionist:
    """What the region shows, once it shows anything, is a later choice."""
    desk = at("slow-to-show")(open_desk, region)
    first = desk.page(OutcomeViewModel)
    desk.sees("Mottagen, visas ännu inte")
    number = first.state.case_number
    desk.press("Esc")
    desk.sees("Översikt")
    choose(desk, "mellan")
    tick_all(desk)
    desk.press("Ctrl+Enter")
    desk.sees("Mottagen, visas ännu inte", "Jag har läst")
    desk.press("Enter")
    region.control("/clock", {"advance_seconds": 300})
    desk.press("Ctrl+2")
    cases = desk.page(CasesViewModel)
    desk.until(lambda: cases.state.cases is not None, "the cases")
    case = cases.state.find(number)
    assert case is not None
    desk.desk.model.casework.open_case(case)
    return desk


def answer_lost(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk(read_timeout=1.0)
    desk.open("slow-to-show")
    desk.press("Ctrl+L")
    desk.check()
    desk.press("Space")
    region.control("/faults", {"set": [{"name": "timeout-after-store", "contract": "CreateListing", "seconds": 2}]})
    desk.press("Ctrl+Enter")
    return desk


def region_down(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    desk.open("adult-home")
    desk.press("Ctrl+L")
    desk.check()
    desk.press("Space")
    region.control("/faults", {"set": [{"name": "down", "region": "20"}]})
    desk.press("Ctrl+Enter")
    return desk


def picture_changed(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    desk.open("in-two-queues")
    choose(desk, "kvarn")
    desk.check()
    desk.press("Space")
    region.control("/free-places", {"facility": SILVERBERGET, "places": 1})
    desk.press("Ctrl+Enter")
    return desk


STORIES: dict[Kind, tuple[Story, str]] = {
    Confirmed: (at("adult-home"), "Registrerad och bekräftad"),
    Queued: (at("never-listed", "silver", "Ctrl+J"), "Nu i kö, plats 14"),
    Unclear: (answer_lost, "Oklart – kontrollera"),
    NotSent: (region_down, "Inte registrerad"),
    PictureChanged: (picture_changed, "Regionen visar nu något annat än nyss."),
    RefusalCode.ERROR: (at("adult-home", "stenhaga v"), "Regionen sa nej"),
    RefusalCode.CHANGES_EXCEEDED: (at("cap-reached", "tall"), "Inga byten kvar just nu"),
    RefusalCode.FULL: (at("never-listed", "silver"), "Full enligt regionen"),
    RefusalCode.GUARDIAN_CONSENT: (one_guardian, "Båda vårdnadshavarna behöver godkänna"),
    RefusalCode.AGE_LIMIT: (older_since_the_check, "Åldersgränsen hindrar listningen"),
    Unverified.NOT_VISIBLE_YET: (at("slow-to-show"), "Mottagen, visas ännu inte"),
    Unverified.WITHHELD: (
        elsewhere("adult-home", "SE9900000014-1001", "Ctrl+J"),
        "Regionen svarade OK, kan inte kontrolleras härifrån",
    ),
    Unverified.READING_FAILED: (
        after_the_order({"name": "vp", "code": "VP009", "contract": "GetListing"}),
        "Regionen svarade OK, ännu inte kontrollerad",
    ),
    Unverified.NOT_READ: (
        after_the_order({"name": "delay", "seconds": 3, "contract": "GetListing"}),
        "Regionen svarade OK, kontrolleras",
    ),
    Unverified.CONTRADICTED: (chosen_again, "Regionen visar något annat"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: getattr(kind, "name", None) or kind.__name__)
def test_the_outcome_is_met_in_the_window(
    kind: Kind, open_desk: OpenDesk, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind is Unverified.NOT_READ:  # Otherwise a reading may take five seconds.
        monkeypatch.setattr("desktop.usecases.register.PATIENCE", 0.2)
    story, heading = STORIES[kind]
    desk = story(open_desk, region)
    desk.sees(heading)
    found = desk.desk.model.page
    if kind is PictureChanged:
        assert isinstance(found, CheckViewModel)
        assert isinstance(found.state, Ready)
        assert found.state.picture_changed
        return
    outcome = desk.page(OutcomeViewModel).state.outcome
    assert kind in (type(outcome), getattr(outcome, "code", None), getattr(outcome, "why", None))
    if kind is not Confirmed:
        desk.does_not_see("Registrerad och bekräftad")
    if isinstance(outcome, Refused):
        desk.sees("Inget har ändrats.", "Skicka inte samma begäran igen.", "Säg till ", "Nästa steg")
        assert desk.focus.objectName() == "step-0", "the next step is one key"
    if isinstance(outcome, Unclear):
        desk.does_not_see("misslyck", "Det gick inte")
