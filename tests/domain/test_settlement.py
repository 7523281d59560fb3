"""What became of an order, for every reply, every reading and every intent."""

import itertools

import pytest

from desktop.domain.listing import Listing, RegionListings
from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    Outcome,
    Queued,
    Received,
    RefusalCode,
    Refused,
    Reply,
    Unclear,
    Unverified,
)
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Intent
from desktop.domain.settlement import left_open, settle, told_at_once
from tests.domain.samples import AWAY, CHILD_CARE, EK, HERE, LIND, THERE, choice, listed, queued, reading

LOST = Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20", "c-1")
UNREAD = Problem(Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT, "20", "c-2")
OK, INFO = Reply("OK"), Reply("INFO", "Läs detta.")
LIST, JOIN, LEAVE, DOCTOR = Intent.LIST, Intent.JOIN_QUEUE, Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR

# What the region shows -> which intents it proves, and by what kind of outcome.
SHOWN: list[tuple[RegionListings, dict[Intent, type[Outcome]]]] = [
    (reading(), {LEAVE: Confirmed}),
    (reading(listed(THERE)), {LEAVE: Confirmed}),
    (reading(queued(THERE)), {LEAVE: Confirmed}),
    (reading(listed(listing_type=CHILD_CARE)), {LEAVE: Confirmed}),
    (reading(listed()), {LIST: Confirmed, JOIN: Confirmed}),
    (reading(listed(doctor=EK)), {LIST: Confirmed, JOIN: Confirmed, DOCTOR: Confirmed}),
    (reading(listed(doctor=LIND)), {LIST: Confirmed, JOIN: Confirmed}),
    (reading(queued()), {LIST: Queued, JOIN: Queued}),
    (reading(listed(THERE), queued()), {LIST: Queued, JOIN: Queued}),
    (reading(withholds=True), {}),
    (reading(listed(), withholds=True), {LIST: Confirmed, JOIN: Confirmed}),
    (reading(queued(), withholds=True), {LIST: Queued, JOIN: Queued}),
]


@pytest.mark.parametrize(("shown", "proves"), SHOWN)
@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("reply", [OK, INFO, LOST], ids=["OK", "INFO", "lost"])
def test_what_the_region_shows_wins(
    reply: Reply | Problem, intent: Intent, shown: RegionListings, proves: dict[Intent, type[Outcome]]
) -> None:
    outcome = settle(choice(intent), reply, shown)
    said = reply if isinstance(reply, Reply) else None
    if intent in proves:
        assert isinstance(outcome, proves[intent])
        assert isinstance(outcome, Confirmed | Queued)
        assert outcome.reply is said
        assert the_place(outcome) == (None if intent is LEAVE else shown_here(shown))
    elif said is None:
        assert outcome == Unclear(LOST, shown)
    else:
        assert outcome == Received(Unverified.WITHHELD if shown.withholds else Unverified.NOT_VISIBLE_YET, said)


def the_place(outcome: Confirmed | Queued) -> Listing | None:
    return outcome.shown if isinstance(outcome, Confirmed) else outcome.place


def shown_here(shown: RegionListings) -> Listing:
    (here,) = (item for item in shown.listings if item.is_at(HERE.hsa_id))
    return here


@pytest.mark.parametrize("intent", Intent)
def test_where_nothing_can_be_read(intent: Intent) -> None:
    assert settle(choice(intent), OK, UNREAD) == Received(Unverified.READING_FAILED, OK)
    assert settle(choice(intent), INFO, UNREAD) == Received(Unverified.READING_FAILED, INFO)
    assert settle(choice(intent), LOST, UNREAD) == Unclear(LOST, None)


@pytest.mark.parametrize("code", RefusalCode)
@pytest.mark.parametrize("intent", Intent)
def test_a_refusal_is_a_refusal_whatever_is_shown(code: RefusalCode, intent: Intent) -> None:
    reply = Reply(code.value, "Nej.")
    for shown in [UNREAD, *(shown for shown, _ in SHOWN)]:
        assert settle(choice(intent), reply, shown) == Refused(code, reply)


def test_a_listing_with_another_doctor_than_the_chosen_is_not_the_order() -> None:
    with_doctor = choice(LIST, doctor=EK)
    assert settle(with_doctor, OK, reading(listed(doctor=EK))) == Confirmed(listed(doctor=EK), OK)
    for shown in (reading(listed()), reading(listed(doctor=LIND))):
        assert settle(with_doctor, OK, shown) == Received(Unverified.NOT_VISIBLE_YET, OK)


def test_hsa_ids_compare_without_case() -> None:
    small = listed(
        HERE.model_copy(update={"hsa_id": HERE.hsa_id.lower()}),
        doctor=EK.model_copy(update={"hsa_id": EK.hsa_id.lower()}),
    )
    assert settle(choice(DOCTOR), OK, reading(small)) == Confirmed(small, OK)


@pytest.mark.parametrize(
    ("code", "done", "must_be_read", "refusal"),
    [
        ("OK", True, False, None),
        ("INFO", True, True, None),
        ("ERROR", False, False, RefusalCode.ERROR),
        ("ERROR_AGE_LIMIT", False, False, RefusalCode.AGE_LIMIT),
        ("ERROR_SOMETHING_NEW", False, False, RefusalCode.ERROR),
        ("WARNING", False, False, None),
    ],
)
def test_what_a_result_code_means(code: str, done: bool, must_be_read: bool, refusal: RefusalCode | None) -> None:
    reply = Reply(code, "Läs detta.")
    assert not Reply(code).must_be_read
    assert Reply(code).lacks_message is must_be_read
    assert (reply.is_done, reply.must_be_read, reply.refusal) == (done, must_be_read, refusal)


def test_every_kind_of_outcome_after_a_call_is_told_apart() -> None:
    replies = (OK, LOST, Reply("ERROR"))
    readings = [UNREAD, *(shown for shown, _ in SHOWN)]
    kinds = {type(settle(choice(i), r, s)) for i, r, s in itertools.product(Intent, replies, readings)}
    assert kinds == {Confirmed, Queued, Received, Refused, Unclear}


@pytest.mark.parametrize(
    ("intent", "shown", "contradicts"),
    [
        (LIST, reading(listed(THERE)), False),
        (LIST, reading(listed(AWAY)), True),
        (JOIN, reading(listed(AWAY)), True),
        (JOIN, reading(), False),
        (LEAVE, reading(listed(), listed(THERE)), True),
        (LEAVE, reading(listed(THERE), queued()), False),
        (DOCTOR, reading(listed(AWAY)), True),
        (DOCTOR, reading(listed(THERE, doctor=LIND)), False),
        (LIST, reading(listed(AWAY, listing_type=CHILD_CARE)), False),
    ],
)
def test_something_third_since_the_call_contradicts_it(
    intent: Intent, shown: RegionListings, contradicts: bool
) -> None:
    outcome = settle(choice(intent), OK, shown, (listed(THERE),))
    if intent is LEAVE and not contradicts:
        assert isinstance(outcome, Received)
        assert outcome.why is Unverified.NOT_VISIBLE_YET
    else:
        assert isinstance(outcome, Received | Confirmed)
        assert (isinstance(outcome, Received) and outcome.why is Unverified.CONTRADICTED) is contradicts
    assert settle(choice(intent), OK, shown) != Received(Unverified.CONTRADICTED, OK)


@pytest.mark.parametrize("code", ["OK", "INFO"])
def test_what_is_known_before_anything_is_read(code: str) -> None:
    assert told_at_once(Reply(code)) == Received(Unverified.NOT_READ, Reply(code))
    assert told_at_once(Reply("ERROR")) == Refused(RefusalCode.ERROR, Reply("ERROR"))
    assert told_at_once(LOST) == Unclear(LOST, None)
    assert told_at_once(UNREAD) == NotSent(UNREAD)


def test_reading_again_is_for_what_is_not_settled() -> None:
    assert left_open(Received(Unverified.NOT_VISIBLE_YET, OK)) == OK
    assert left_open(Unclear(LOST, None)) == LOST
    for settled in (Confirmed(None, OK), Received(Unverified.CONTRADICTED, OK), Refused(RefusalCode.FULL, OK)):
        assert left_open(settled) is None
