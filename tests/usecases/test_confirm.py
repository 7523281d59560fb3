"""Reading after a call: how often, and when the desk stops."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.outcome import (
    Confirmed,
    Outcome,
    Received,
    RefusalCode,
    Refused,
    Reply,
    Unclear,
    Unverified,
)
from desktop.domain.problems import Effect, Kind, Problem
from desktop.usecases.confirm import confirm
from tests.contracts.wire import Region as Wire
from tests.domain.samples import HERE, PRIMARY, agreed, order, reading
from tests.usecases.conftest import contracts_at
from tests.usecases.model_region import LateRegion, Place

OK, LOST = Reply("OK"), Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20", "c-1")
LISTED = Place(HERE.hsa_id.lower(), PRIMARY.key, False)
NO_WAIT = (0.0, 0.0)


@pytest.fixture
def confirmed(wire: Wire, desk_context: ssl.SSLContext) -> Callable[..., tuple[Outcome, int]]:
    """``confirmed(reply, pauses, shows_from=2)`` is the outcome and how many times the region was read."""

    def run(reply: Reply | Problem, pauses: tuple[float, ...], **late: int) -> tuple[Outcome, int]:
        region = LateRegion({LISTED})
        for name, value in late.items():
            setattr(region, name, value)
        wire.script = region.answer

        async def work() -> Outcome:
            async with contracts_at(wire.url, desk_context) as contracts:
                return await confirm(contracts.listings, agreed(), pauses, order(), reply)

        return asyncio.run(work()), region.readings

    return run


def test_one_reading_where_the_region_shows_it_at_once(confirmed: Callable[..., tuple[Outcome, int]]) -> None:
    outcome, readings = confirmed(OK, NO_WAIT, shows_from=1)
    assert isinstance(outcome, Confirmed)
    assert readings == 1


@pytest.mark.parametrize("shows_from", [2, 3])
def test_after_ok_it_is_read_again_after_each_pause(
    confirmed: Callable[..., tuple[Outcome, int]], shows_from: int
) -> None:
    outcome, readings = confirmed(OK, NO_WAIT, shows_from=shows_from)
    assert isinstance(outcome, Confirmed)
    assert readings == shows_from


def test_after_the_pauses_it_is_received(confirmed: Callable[..., tuple[Outcome, int]]) -> None:
    assert confirmed(OK, NO_WAIT) == (Received(Unverified.NOT_VISIBLE_YET, OK), 3)
    assert confirmed(OK, ()) == (Received(Unverified.NOT_VISIBLE_YET, OK), 1)


def test_after_a_fault_there_is_one_reading_only(confirmed: Callable[..., tuple[Outcome, int]]) -> None:
    """What the desk repeats by itself keeps the five-minute floor (rule 22)."""
    outcome, readings = confirmed(LOST, NO_WAIT, shows_from=2)
    assert (outcome, readings) == (Unclear(LOST, replace(reading(), read_at=outcome.reading.read_at)), 1)
    outcome, readings = confirmed(LOST, NO_WAIT, shows_from=1)
    assert isinstance(outcome, Confirmed)
    assert (outcome.reply, readings) == (None, 1)


def test_a_reading_that_fails_is_not_repeated(confirmed: Callable[..., tuple[Outcome, int]]) -> None:
    assert confirmed(OK, NO_WAIT, fails_from=1) == (Received(Unverified.READING_FAILED, OK), 1)
    assert confirmed(OK, NO_WAIT, fails_from=2) == (Received(Unverified.READING_FAILED, OK), 2)
    assert confirmed(LOST, NO_WAIT, fails_from=1) == (Unclear(LOST, None), 1)


@pytest.mark.parametrize("code", RefusalCode)
def test_after_a_refusal_nothing_is_read(confirmed: Callable[..., tuple[Outcome, int]], code: RefusalCode) -> None:
    assert confirmed(Reply(code.value), NO_WAIT, shows_from=1) == (Refused(code, Reply(code.value)), 0)
