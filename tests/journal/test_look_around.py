"""What a desk hears of others, on both engines: what they change in a moment, and what they leave when they die."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.case import CaseFile, State
from desktop.domain.draft import Draft, Lack
from desktop.domain.outcome import Unclear
from desktop.journal.records import read_about
from desktop.journal.store import Store
from desktop.usecases import beside
from desktop.usecases.beside import Noticed, look_around
from desktop.usecases.case_book import CaseBook
from desktop.usecases.case_files import JournalParts
from tests.journal.places import CentrePlace, Place

AT_ONCE = 2.0
Desks = Callable[..., Any]


def book_of(desk: Any) -> CaseBook:
    return CaseBook(JournalParts(desk.store, desk.cases, desk.audit))


def hear(book: CaseBook, do: Callable[[], object], until: Callable[[Noticed], bool]) -> tuple[Noticed, float]:
    """What is noticed once something is done, and how many seconds later."""

    async def work() -> tuple[Noticed, float]:
        around = look_around(book)
        heard = asyncio.create_task(_first(around, until))
        await asyncio.sleep(0.05)
        await asyncio.to_thread(do)
        began = time.monotonic()
        noticed = await asyncio.wait_for(heard, 20)
        return noticed, time.monotonic() - began

    return asyncio.run(work())


async def _first(around: Any, until: Callable[[Noticed], bool]) -> Noticed:
    async for noticed in around:
        if until(noticed):
            return noticed
    raise AssertionError("the looking around ended")


def waiting(desk: Any, order: Callable[..., Any]) -> CaseFile:
    """A case that waits for a signature, as the desk reads it."""
    found = book_of(desk).find(desk.cases.open(order(), State.WAITING))
    assert found is not None
    return found


def test_what_another_desk_opens_is_heard_at_once(open_desk: Desks, order: Callable[..., Any]) -> None:
    here, there = open_desk(), open_desk()
    case, anna = waiting(here, order), book_of(there)
    noticed, seconds = hear(book_of(here), lambda: anna.claim(case), lambda heard: case.number in heard.claims)
    assert case.number in noticed.changed
    assert seconds < AT_ONCE


def test_a_claim_that_came_and_went_between_two_looks_is_told_where_it_was_read(
    open_desk: Desks, order: Callable[..., Any]
) -> None:
    here, there = open_desk(), open_desk()
    case, anna, mine = waiting(here, order), book_of(there), book_of(here)
    while mine.notice(0) != Noticed():
        pass
    anna.claim(case)
    shown = mine.find(case.number)
    assert shown is not None
    assert shown.claim is not None
    anna.release([case.number])
    noticed = mine.notice(AT_ONCE)
    assert noticed is not None
    assert noticed.changed == {case.number}
    assert noticed.claims == {}
    while mine.notice(0) != Noticed():
        pass


def test_what_keeps_the_servers_word_back_is_made_up_for_by_looking(
    place: Place, open_desk: Desks, order: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pooler on the way may swallow NOTIFY without a word."""
    if not isinstance(place, CentrePlace):
        pytest.skip("a file is always looked at")
    monkeypatch.setattr(beside, "_LOOKS_FOR", 0.3)
    here, there = open_desk(), open_desk()
    case, anna = waiting(here, order), book_of(there)
    there.store._engine.dispose()
    with place.cluster.superuser(place.address.name) as connection:
        connection.execute("ALTER TABLE listningsluckan.claims DISABLE TRIGGER change_is_told")
    try:
        _, seconds = hear(book_of(here), lambda: anna.claim(case), lambda heard: case.number in heard.claims)
    finally:
        with place.cluster.superuser(place.address.name) as connection:
            connection.execute("ALTER TABLE listningsluckan.claims ENABLE TRIGGER change_is_told")
    assert seconds < AT_ONCE


def test_what_a_desk_leaves_that_dies_is_gone_on_with_and_its_claims_lapse(
    open_desk: Desks, order: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_LOOKS_FOR", 0.3)
    here, there = open_desk(), open_desk()
    sent = there.cases.open(order(), State.SENDING)
    anna = book_of(there)
    form = anna.drafts.hold(Draft(read_about(order()).citizen, lacks=(Lack.DATE,)))
    claimed = waiting(there, order)
    book = book_of(here)
    anna.claim(claimed)
    heard = book.notice(0)
    assert heard is not None
    assert claimed.number in heard.claims
    store: Store = there.store
    noticed, seconds = hear(book, store.close, lambda heard: bool(heard.adopted.interrupted))
    assert noticed.adopted.interrupted == (sent,)
    (case,) = noticed.adopted.unsettled
    assert (case.number, type(case.outcome)) == (sent, Unclear)
    assert noticed.adopted.in_pile == (form,)
    assert seconds < AT_ONCE
    assert book.claim(claimed) == claimed
    assert book.drafts.waiting() == ()
    assert {one.number: one.state for one in book.all_today() or ()}[str(form)] is State.COMPLETE


def test_without_a_journal_nothing_is_heard() -> None:
    book = CaseBook()
    assert book.notice(0) is None
    assert book.follows("2026-0001")
