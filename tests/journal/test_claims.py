"""Claims: one desk at a time works on a case; what a desk has open lapses with it, and a takeover is in the trail."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest

from desktop.domain.audit import Action
from desktop.domain.identity import PersonIdentity
from desktop.domain.staff import Staff, acting
from desktop.journal.cases import Left, State, TransitionError
from desktop.journal.changes import Changes
from desktop.journal.claims import ClaimedError, Claims
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.records import Record
from desktop.journal.schema import attempts, cases, claims
from tests.journal.places import wait_for_its_end

WAITS = 10.0
WHOM = PersonIdentity("191212121212")
Order = Callable[..., Record]
Desks = Callable[..., Any]


@pytest.fixture(autouse=True)
def anna() -> Any:
    """Somebody acts."""
    before = acting.set(Staff("anna1", "Anna Berg"))
    yield
    acting.reset(before)


def claims_of(desk: Any) -> Claims:
    return Claims(desk.store, desk.audit)


def test_a_claimed_case_is_shown_to_others_and_refused_to_them(open_desk: Desks, order: Order) -> None:
    here, there = open_desk(), open_desk()
    number = here.cases.open(order(), State.WAITING)
    assert claims_of(here).take(number, WHOM) is None
    assert claims_of(here).take(number, WHOM) is None, "once more is no matter"
    seen = claims_of(there).of_others()[number]
    assert (seen.who, seen.place, seen.since.utcoffset()) == ("Anna Berg", "Reception 1", seen.since - seen.since)
    assert claims_of(here).of_others() == {}
    assert claims_of(there).take(number, WHOM) == seen
    with pytest.raises(ClaimedError):
        there.cases.send(order(), {}, lambda _: None, number)
    with pytest.raises(ClaimedError):
        there.cases.mark(number, State.CANCELLED)
    assert here.cases.find(number).state is State.WAITING
    claims_of(here).release([number])
    assert claims_of(there).take(number, WHOM) is None
    assert there.cases.send(order(), {}, lambda _: None, number) == number
    there.cases.mark(number, State.CONFIRMED)
    assert here.cases.find(number).state is State.CONFIRMED


def test_a_draft_that_is_open_elsewhere_is_neither_written_nor_thrown_away(open_desk: Desks, order: Order) -> None:
    here, there = open_desk(), open_desk()
    number = here.cases.open(order())
    claims_of(here).take(number, WHOM)
    with pytest.raises(ClaimedError):
        there.cases.keep(number, order())
    with pytest.raises(ClaimedError):
        there.cases.discard(number, "ended")
    assert here.cases.discard(number, "ended")
    with here.store.reading() as connection:
        assert connection.execute(claims.select()).all() == [], "the claim goes with its case"


def test_what_settles_a_case_is_written_whoever_has_it_open(open_desk: Desks, order: Order) -> None:
    """A reading has told what became of it: that is no deed of somebody's."""
    here, there = open_desk(), open_desk()
    number = here.cases.open(order(), State.SENDING)
    here.cases.mark(number, State.UNCLEAR)
    claims_of(there).take(number, WHOM)
    assert here.cases.mark(number, State.CONFIRMED).state is State.CONFIRMED


def test_a_claim_lapses_with_its_desk_and_is_given_to_another(open_desk: Desks, order: Order) -> None:
    here, there = open_desk(), open_desk()
    number = here.cases.open(order(), State.WAITING)
    claims_of(here).take(number, WHOM)
    end(here, there)
    assert claims_of(there).of_others() == {}
    assert claims_of(there).take(number, WHOM) is None
    assert takeovers(there) == [(number, "the desk that had it open had ended", "Anna Berg")]


def test_taking_over_by_hand_stands_in_the_trail_and_shuts_the_other_out(open_desk: Desks, order: Order) -> None:
    here, there = open_desk(), open_desk()
    number = here.cases.open(order(), State.WAITING)
    claims_of(here).take(number, WHOM)
    acting.set(Staff("sara1", "Sara Ek"))
    assert claims_of(there).take(number, WHOM, by_hand=True) is None
    assert takeovers(there) == [(number, "asked for at this desk", "Anna Berg")]
    assert claims_of(here).of_others()[number].who == "Sara Ek"
    with pytest.raises(ClaimedError):
        here.cases.send(order(), {}, lambda _: None, number)
    claims_of(here).release([number])
    assert number in claims_of(here).of_others(), "what another desk has is not let go of here"


def test_of_desks_that_adopt_at_the_same_moment_one_gets_each_case(open_desk: Desks, order: Order) -> None:
    dead, one, other = open_desk(), open_desk(), open_desk()
    sent, unclear = dead.cases.open(order(), State.SENDING), dead.cases.open(order(), State.SENDING)
    dead.cases.mark(unclear, State.UNCLEAR)
    form = dead.cases.open(order(), State.WAITING)
    claims_of(dead).take(form, WHOM)
    assert one.cases.adopt({}) == Left(), "it lives"
    end(dead, one)
    left = one.cases.adopt({"kind": "Unclear"})
    assert ([case.number for case in left.interrupted], [case.number for case in left.followed]) == ([sent], [unclear])
    assert other.cases.adopt({}) == Left()
    assert [other.cases.follows(number) for number in (sent, unclear, form)] == [False] * 3
    assert [one.cases.follows(number) for number in (sent, unclear, form)] == [True, True, False]
    one.cases.mark(sent, State.CONFIRMED)
    assert not one.cases.follows(sent)
    with other.store.reading() as connection:
        assert connection.execute(claims.select()).all() == []


def test_a_case_that_cannot_be_read_keeps_no_other_from_being_adopted(open_desk: Desks, order: Order) -> None:
    dead, alive = open_desk(), open_desk()
    broken, whole = dead.cases.open(order(), State.SENDING), dead.cases.open(order(), State.SENDING)
    end(dead, alive)
    with alive.store.writing() as connection:
        connection.execute(cases.update().where(cases.c.number == broken).values(content=bytes(64)))
    assert [case.number for case in alive.cases.adopt({}).interrupted] == [whole]


def test_each_sending_has_a_key_of_its_own(desk: Any, order: Order) -> None:
    number = desk.cases.open(order(), State.SENDING)
    desk.cases.mark(number, State.UNCLEAR)
    desk.cases.mark(number, State.SENDING)
    with desk.store.reading() as connection:
        kept = connection.execute(attempts.select()).all()
    assert [(row.case_number, row.ordinal) for row in kept] == [(number, 1), (number, 2)]
    with pytest.raises(TransitionError):
        desk.cases.mark(number, State.SENDING)


def test_what_changes_is_noticed_by_number_and_nothing_else_is(open_desk: Desks, order: Order) -> None:
    here, there = open_desk(), open_desk()
    other = here.cases.open(order(), State.WAITING)
    changes = Changes(there.store)
    number = here.cases.open(order(), State.WAITING)
    assert changes.wait(WAITS) == {number}
    assert changes.wait(0) == frozenset()
    claims_of(here).take(number, WHOM)
    assert changes.wait(WAITS) == {number}
    claims_of(here).release([number])
    here.cases.mark(other, State.CANCELLED)
    heard = changes.wait(WAITS) | changes.wait(0)
    assert heard == {number, other}
    here.cases.note(other, {}, "seen")
    assert changes.wait(WAITS) == {other}
    here.audit.note(here.audit.of_citizen(WHOM)[0].entry)
    assert changes.wait(0) == frozenset(), "a row of the trail changes no case"


def test_what_is_heard_of_and_cannot_be_read_just_then_is_not_lost(
    open_desk: Desks, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = open_desk(), open_desk()
    changes = Changes(there.store)
    changes.wait(0)
    number = here.cases.open(order(), State.WAITING)

    def fails(_: Any) -> Any:
        raise JournalError(JournalFault.LOCKED)

    with monkeypatch.context() as patched:
        patched.setattr(type(there.store), "reading", fails)
        with pytest.raises(JournalError):
            changes.wait(WAITS)
    assert changes.wait(0) == {number}


def test_a_change_is_heard_at_once_and_a_desk_that_closes_waits_no_more(open_desk: Desks, order: Order) -> None:
    here, there = open_desk(), open_desk()
    changes = Changes(there.store)
    changes.wait(0)
    with ThreadPoolExecutor(1) as thread:
        began = time.monotonic()
        heard = thread.submit(changes.wait, 60)
        number = here.cases.open(order(), State.WAITING)
        assert heard.result() == {number}
        assert time.monotonic() - began < 2
        waiting = thread.submit(there.store.wait, 60)
        there.store.close()
        with suppress(JournalError):
            waiting.result(5)


def end(desk: Any, seen_by: Any) -> None:
    """Close a desk, and wait until another sees it."""
    desk.store.close()
    wait_for_its_end(desk.store.session, seen_by.store)


def takeovers(desk: Any) -> list[tuple[str, str, str]]:
    """What the trail says of cases that were taken over: which, why, and from whom."""
    entries = [row.entry for row in desk.audit.of_citizen(WHOM) if row.entry.action is Action.TAKEN_OVER]
    return [(entry.case_number, entry.reason, entry.evidence["from"]["who"]) for entry in entries]
