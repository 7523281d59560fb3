"""When an unclear order may be sent again: each thing that stands against it, and that nothing does."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.domain.case import CaseFile, Notes, State
from desktop.domain.citizen import Deregistration
from desktop.domain.listing import Listing, Overview
from desktop.domain.outcome import Confirmed, Outcome, RefusalCode, Refused, Reply, Unclear
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Intent
from desktop.domain.resending import Bar, Barred, MayResend, earliest, may_resend
from tests.domain.samples import (
    ADULT,
    AWAY,
    DALARNA,
    GAVLEBORG,
    GUARDIAN_NUMBER,
    HERE,
    NOW,
    THERE,
    choice,
    listed,
    order,
    overview,
    queued,
    reading,
)

LOST = Unclear(Problem(Kind.NO_ANSWER, Effect.UNKNOWN), reading())
BEFORE = ((DALARNA, listed(THERE)),)
EARLIER = NOW - timedelta(hours=1)


def case(outcome: Outcome = LOST, *before: tuple[County, Listing], intent: Intent = Intent.LIST) -> CaseFile:
    notes = Notes(before or BEFORE, queued=())
    return CaseFile("2026-0417", State.UNCLEAR, EARLIER, EARLIER, order(choice(intent)), outcome, notes)


def ask(unclear: CaseFile, shown: Overview, not_before: datetime = EARLIER) -> MayResend | Barred:
    return may_resend(unclear, ADULT, shown, not_before)


def test_it_may_be_sent_where_every_region_shows_that_nothing_happened() -> None:
    found = ask(case(), overview(listed(THERE)))
    assert isinstance(found, MayResend)
    assert (found.order, found.gone) == (order(), ())


def test_what_has_gone_since_is_told() -> None:
    found = ask(case(), overview())
    assert isinstance(found, MayResend)
    assert found.gone == BEFORE


@pytest.mark.parametrize(
    ("unclear", "shown", "why"),
    [
        (case(Confirmed(listed(), None)), overview(), Bar.NOT_UNCLEAR),
        (case(Refused(RefusalCode.ERROR, Reply("ERROR"))), overview(), Bar.NOT_UNCLEAR),
        (case(), overview(listed(THERE), withholds=True), Bar.WITHHELD),
        (case(), replace(overview(), counties=Problem(Kind.NO_ANSWER, Effect.NOTHING_SENT)), Bar.NOT_READ),
        (case(), overview().with_region(GAVLEBORG, Problem(Kind.NO_ANSWER, Effect.NOTHING_SENT)), Bar.NOT_READ),
        (case(), Overview(ADULT), Bar.NOT_READ),
        (case(), overview().with_region(GAVLEBORG, reading(listed(AWAY))), Bar.NEWER_CHOICE),
        (case(), overview(listed(THERE), queued(THERE)), Bar.NEWER_CHOICE),
        (case(), overview(queued(HERE)), Bar.NEWER_CHOICE),
        (case(intent=Intent.CHANGE_DOCTOR), overview(listed(THERE)), Bar.IN_THE_WAY),
    ],
)
def test_what_stands_against_it(unclear: CaseFile, shown: Overview, why: Bar) -> None:
    found = ask(unclear, shown)
    assert isinstance(found, Barred)
    assert found.why is why


def test_the_contracts_floor_holds_for_people_too() -> None:
    assert ask(case(), overview(), NOW + timedelta(seconds=1)) == Barred(
        Bar.TOO_SOON, not_before=NOW + timedelta(seconds=1)
    )


@pytest.mark.parametrize(("times", "minutes"), [(0, 5), (1, 5), (2, 10), (3, 20)])
def test_each_sending_waits_twice_as_long_as_the_last(times: int, minutes: int) -> None:
    sent = tuple(EARLIER + timedelta(minutes=one) for one in range(times))
    unclear = replace(case(), notes=Notes(sent=sent))
    assert earliest(unclear, 300) == (sent[-1] if sent else EARLIER) + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "citizen",
    [
        replace(ADULT, deregistration=Deregistration.DECEASED),
        replace(ADULT, home_county=GAVLEBORG),
        replace(ADULT, identity=GUARDIAN_NUMBER),
    ],
)
def test_a_person_who_has_moved_or_died_or_has_another_number_is_not_registered_by_yesterdays_order(
    citizen: object,
) -> None:
    assert may_resend(case(), citizen, overview(), EARLIER) == Barred(Bar.PERSON_CHANGED)  # type: ignore[arg-type]
