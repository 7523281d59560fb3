"""The case book over a real journal: what is interrupted, what is noted, and what there is without a journal."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.identity import PersonIdentity
from desktop.domain.lookup import NameQuery
from desktop.domain.outcome import Confirmed, Outcome, Received, RefusalCode, Refused, Reply, Unclear, Unverified
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Intent
from desktop.journal.cases import State
from desktop.runtime.clock import now
from desktop.usecases.case_book import CaseBook
from tests.domain.samples import ADULT, CHILD_CARE, THERE, TODAY, choice, listed, order
from tests.usecases.conftest import Journal, journal_in

OK = Reply("OK")
LOST = Problem(Kind.NO_ANSWER, Effect.UNKNOWN)


def test_what_a_killed_program_left_being_sent_is_unclear_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    key = os.urandom(32)
    with journal_in(file, key) as journal:
        number = journal.book.begin(order())
        assert journal.book.unclear == ()
    with journal_in(file, key) as journal:
        assert journal.book.unclear == (number,)
        assert journal.cases.find(number).state is State.UNCLEAR
        assert journal.book.close(number, Confirmed(listed(), OK))
        assert journal.cases.find(number).state is State.CONFIRMED
    with journal_in(file, key) as journal:
        assert journal.book.unclear == ()


def test_look_ups_are_in_the_audit_trail(journal: Journal) -> None:
    assert journal.book.note_look_up(ADULT.identity)
    assert journal.book.note_search(NameQuery("Tolvan", "Tallberg", TODAY, TODAY), "telefon")
    assert not CaseBook().note_look_up(ADULT.identity)
    assert (journal.book.is_open, CaseBook().is_open, CaseBook().unclear) == (True, False, ())
    assert not CaseBook().close("2026-0001", Confirmed(None, OK))


def test_an_order_waits_for_an_earlier_one_like_it(journal: Journal) -> None:
    """Nothing is sent twice while the first is sent or unclear; a person may end what is unclear."""
    book = journal.book
    number = begun(book)
    assert waits_for(book) == number
    assert book.close(number, Unclear(Problem(Kind.NO_ANSWER, Effect.UNKNOWN), None))
    assert waits_for(book) == number
    joining = book.begin(order(choice(Intent.JOIN_QUEUE)))
    assert isinstance(joining, str), "another intent is another order"
    assert book.close(joining, Refused(RefusalCode.ERROR, Reply("ERROR")))
    assert book.end(number)
    begun(book)


@pytest.mark.parametrize("changes", [{}, {"intent": Intent.CHANGE_DOCTOR, "listing_type": CHILD_CARE}])
@pytest.mark.parametrize("became", [Unclear(LOST, None), Received(Unverified.NOT_VISIBLE_YET, OK)])
def test_a_queue_that_may_just_have_been_joined_is_not_left_unasked(
    journal: Journal, became: Outcome, changes: dict[str, Any]
) -> None:
    """A place that the region does not show yet is lost by a call without the queue, whatever its type (TKB-L 6.1)."""
    joining = journal.book.begin(order(choice(Intent.JOIN_QUEUE)))
    assert isinstance(joining, str)
    assert journal.book.close(joining, became)
    barred = journal.book.begin(order(choice(**changes)))
    assert isinstance(barred, Problem)
    assert (barred.kind, barred.code) == (Kind.UNSETTLED, joining)
    assert isinstance(journal.book.begin(order(choice(facility=THERE))), str), "another care centre's queue is another"


def test_an_order_waits_for_one_like_it_under_the_number_that_the_citizen_had(journal: Journal) -> None:
    number = begun(journal.book)
    renumbered = replace(ADULT, identity=PersonIdentity("199504242398"), asked=ADULT.identity)
    barred = journal.book.begin(replace(order(), citizen=renumbered))
    assert isinstance(barred, Problem)
    assert (barred.kind, barred.code) == (Kind.UNSETTLED, number)
    assert [case.number for case in journal.book.of_citizen(*renumbered.known_as)] == [number]


def test_what_was_received_waits_a_day_and_what_was_refused_not_at_all(journal: Journal) -> None:
    book = journal.book
    refused = begun(book)
    assert book.close(refused, Refused(RefusalCode.FULL, Reply("ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT")))
    received = begun(book)
    assert book.close(received, Received(Unverified.NOT_VISIBLE_YET, OK))
    assert waits_for(book) == received


def test_what_was_confirmed_after_the_reading_is_not_sent_again(journal: Journal) -> None:
    """A reading that began later shows it; whoever wants it once more then, as after a move and back, may have it."""
    book = journal.book
    assert book.close(number := begun(book), Confirmed(listed(), OK))
    late = book.begin(order(), read_at=now() - timedelta(seconds=20))
    assert isinstance(late, Problem)
    assert (late.kind, late.code) == (Kind.ENDED_MEANWHILE, number)
    assert isinstance(book.begin(order(), read_at=now() + timedelta(seconds=20)), str)


def test_of_two_like_orders_at_the_same_moment_one_is_sent(journal: Journal) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: journal.book.begin(order()), range(8)))
    (number,) = [one for one in answers if isinstance(one, str)]
    assert {one.code for one in answers if isinstance(one, Problem)} == {number}


def test_a_journal_that_cannot_be_read_sends_nothing(journal: Journal) -> None:
    """An earlier case of the citizen that cannot be read may be the same order."""
    begun(journal.book)
    with journal.cases._store.writing() as connection:
        connection.exec_driver_sql("UPDATE cases SET content = zeroblob(64)")
    refused = journal.book.begin(order())
    assert isinstance(refused, Problem)
    assert refused.kind is Kind.NOT_RECORDED


def begun(book: CaseBook) -> str:
    """The number under which an order is being sent."""
    number = book.begin(order())
    assert isinstance(number, str)
    return number


def waits_for(book: CaseBook) -> str:
    """The number of the case for which a like order waits."""
    refused = book.begin(order())
    assert isinstance(refused, Problem)
    assert refused.kind is Kind.UNSETTLED
    return refused.code
