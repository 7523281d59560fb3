"""One order, one call: what is written before it and after it, and when nothing is sent."""

import asyncio
import ssl
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.case import FormToSign, Notes
from desktop.domain.citizen import Protection
from desktop.domain.listing import RegionListings
from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    PictureChanged,
    Received,
    Unverified,
)
from desktop.domain.problems import Effect, Kind
from desktop.domain.registration import Intent
from desktop.journal.cases import State
from desktop.usecases.case_book import CaseBook
from desktop.usecases.register import Registered, register
from tests.contracts.wire import Received as Request
from tests.contracts.wire import Region as Wire
from tests.domain.samples import ADULT, DALARNA, EK, HERE, PRIMARY, THERE, agreed, choice, listed, order, reading
from tests.usecases.conftest import Journal, contracts_at, journal_in
from tests.usecases.model_region import LateRegion, ModelRegion, Place

LISTED = Place(HERE.hsa_id.lower(), PRIMARY.key, False)
NO_WAIT = (0.0, 0.0)


@pytest.fixture
def registered(wire: Wire, desk_context: ssl.SSLContext) -> Callable[..., Registered]:
    """``registered(region, book)`` carries an order out once."""

    def run(
        region: ModelRegion,
        book: CaseBook,
        agreement: Agreement | None = None,
        seen: RegionListings | None = None,
        **changes: Any,
    ) -> Registered:
        wire.script = region.answer

        async def work() -> Registered:
            async with contracts_at(wire.url, desk_context) as contracts:
                made = order(**changes)
                return await register(contracts.listings, book, agreement or agreed(), NO_WAIT, made, seen or reading())

        return asyncio.run(work())

    return run


def test_without_a_journal_nothing_is_sent(registered: Callable[..., Registered]) -> None:
    region = ModelRegion(set())
    done = registered(region, CaseBook())
    assert (done.outcome.problem.kind, done.outcome.problem.effect) == (Kind.NOT_RECORDED, Effect.NOTHING_SENT)
    assert (done.case_number, region.orders) == ("", [])


def test_nothing_is_sent_while_an_order_like_it_may_have_been_carried_out(
    registered: Callable[..., Registered], journal: Journal
) -> None:
    earlier, region = journal.book.begin(order()), ModelRegion(set())
    done = registered(region, journal.book)
    assert isinstance(done.outcome, NotSent)
    assert (done.outcome.problem.kind, done.outcome.problem.code, region.orders) == (Kind.UNSETTLED, earlier, [])


def test_the_case_is_written_before_the_call(registered: Callable[..., Registered], journal: Journal) -> None:
    states: list[State] = []

    class Watching(ModelRegion):
        def answer(self, request: Request, connection: ssl.SSLSocket) -> None:
            if b"CreateListing" in request.body:
                states.extend(case.state for case in journal.cases.by_person(ADULT.identity)[-1:])
                states.extend(case.state for case in journal.cases.by_person(ADULT.identity)[:1])
            super().answer(request, connection)

    done = registered(Watching(set()), journal.book)
    assert isinstance(done.outcome, Confirmed)
    assert State.SENDING in states
    case = journal.cases.find(done.case_number)
    assert case.state is State.CONFIRMED


@pytest.mark.parametrize(
    ("agreement", "changes", "kind"),
    [
        (agreed(read_actor=None), {}, Kind.NOT_AGREED),
        (
            agreed(handles_protected=False),
            {"citizen": replace(ADULT, protection=Protection.MARKED)},
            Kind.PROTECTED_NOT_AGREED,
        ),
    ],
)
def test_where_the_region_may_not_be_read_nothing_is_sent(
    registered: Callable[..., Registered], journal: Journal, agreement: Agreement, changes: dict[str, Any], kind: Kind
) -> None:
    region = ModelRegion(set())
    done = registered(region, journal.book, agreement, **changes)
    assert isinstance(done.outcome, NotSent)
    assert done.outcome.problem.kind is kind
    assert (region.readings, region.orders) == (0, [])


def test_where_the_region_cannot_be_read_just_before_nothing_is_sent(
    registered: Callable[..., Registered], journal: Journal
) -> None:
    region = LateRegion(set())
    region.fails_from = 1
    done = registered(region, journal.book)
    assert (done.outcome.problem.kind, done.outcome.problem.effect) == (Kind.CONNECTION_LOST, Effect.NOTHING_SENT)
    assert region.orders == []


@pytest.mark.parametrize("code", ["VP004", "VP007"])
def test_a_platform_that_refuses_leaves_nothing_to_read(
    registered: Callable[..., Registered], journal: Journal, code: str
) -> None:
    region = ModelRegion(set(), ending=code)
    done = registered(region, journal.book)
    assert isinstance(done.outcome, NotSent)
    assert (done.outcome.problem.code, done.outcome.problem.effect) == (code, Effect.REFUSED)
    assert region.readings == 1
    case = journal.cases.find(done.case_number)
    assert (case.state, done.recorded) == (State.NOT_SENT, True)


def test_an_outcome_that_cannot_be_written_down_is_told(registered: Callable[..., Registered], tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    with journal_in(file) as journal:

        class Damaging(ModelRegion):
            """The journal's file is spoilt while the region works."""

            def answer(self, request: Request, connection: ssl.SSLSocket) -> None:
                if b"CreateListing" in request.body:
                    for one in file.parent.iterdir():
                        one.write_bytes(b"spoilt" * 2000)
                super().answer(request, connection)

        region = Damaging(set())
        done = registered(region, journal.book)
    assert isinstance(done.outcome, Confirmed)
    assert len(region.orders) == 1
    assert (bool(done.case_number), done.recorded) == (True, False)


def test_the_doctor_that_was_chosen_is_the_one_that_is_confirmed(
    registered: Callable[..., Registered], journal: Journal
) -> None:
    region = ModelRegion({LISTED})
    done = registered(region, journal.book, seen=reading(listed()), chosen=choice(Intent.CHANGE_DOCTOR))
    assert isinstance(done.outcome, Confirmed)
    assert done.outcome.shown.doctor.hsa_id == EK.hsa_id


def test_a_reading_that_takes_long_does_not_hold_the_desk(
    registered: Callable[..., Registered], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.usecases.register.PATIENCE", 0.05)
    go_on = threading.Event()

    class Slow(ModelRegion):
        """Takes its time over readings once an order has come."""

        def answer(self, request: Request, connection: ssl.SSLSocket) -> None:
            if self.orders and b"CreateListing" not in request.body:
                go_on.wait(2)
            super().answer(request, connection)

    region = Slow(set())
    done = registered(region, journal.book)
    go_on.set()
    assert done.outcome == Received(Unverified.NOT_READ, done.outcome.reply)
    assert (journal.cases.find(done.case_number).state, len(region.orders)) == (State.RECEIVED, 1)


def test_a_form_that_has_come_back_goes_on_as_its_case(
    registered: Callable[..., Registered], journal: Journal, wire: Wire, desk_context: ssl.SSLContext
) -> None:
    number = journal.book.keep_form(FormToSign(ADULT, choice(), frozenset(), "K7QM-2W9F"))
    region = ModelRegion(set())
    wire.script = region.answer

    async def work() -> Registered:
        async with contracts_at(wire.url, desk_context) as contracts:
            notes = Notes(((DALARNA, listed(THERE)),))
            return await register(
                contracts.listings, journal.book, agreed(), (), order(), reading(), notes, number or ""
            )

    done = asyncio.run(work())
    case = journal.book.by_code("K7QM-2W9F")
    assert (done.case_number, case.number, case.state) == (number, number, State.CONFIRMED)
    assert (case.about, case.notes.previous, len(case.notes.sent)) == (order(), ((DALARNA, listed(THERE)),), 1)
    again = asyncio.run(work())
    assert isinstance(again.outcome, NotSent | PictureChanged)
    assert len(region.orders) == 1
