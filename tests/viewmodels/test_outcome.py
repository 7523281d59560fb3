"""The outcome's page: an unsettled outcome is settled by reading, once at a time, and a settled one is left alone."""

from collections.abc import Callable

import pytest

from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    Outcome,
    PictureChanged,
    Queued,
    Received,
    RefusalCode,
    Refused,
    Reply,
    Unclear,
    Unverified,
)
from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.background import Background
from desktop.usecases.register import Registered
from desktop.viewmodels.outcome import OutcomeViewModel
from tests.domain.samples import listed, order, queued, reading
from tests.viewmodels.conftest import Later

OK, LOST = Reply("OK"), Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20", "c-1")
RECEIVED, UNCLEAR = Received(Unverified.NOT_VISIBLE_YET, OK), Unclear(LOST, None)
Until = Callable[[Callable[[], object]], None]
Show = Callable[[Outcome], OutcomeViewModel]


@pytest.fixture
def show(later: Later, background: Background) -> Show:
    return lambda outcome: OutcomeViewModel(order(), Registered(outcome, "2026-0001"), (), later, background)


@pytest.mark.parametrize(("outcome", "told"), [(RECEIVED, OK), (UNCLEAR, LOST)], ids=["received", "unclear"])
def test_an_unsettled_outcome_is_read_again(
    show: Show, later: Later, until: Until, outcome: Outcome, told: Reply | Problem
) -> None:
    model = show(outcome)
    assert model.can_check_again
    model.check_again()
    assert model.state.checking
    until(lambda: later.asked)
    assert later.asked == [(order(), told, "2026-0001")]
    later.answer(Confirmed(listed(), None))
    until(lambda: not model.state.checking)
    assert model.state.outcome == Confirmed(listed(), None)
    assert not model.can_check_again


def test_it_can_be_read_again_and_again(show: Show, later: Later, until: Until) -> None:
    model = show(RECEIVED)
    for times in (1, 2):
        model.check_again()
        until(lambda times=times: len(later.asked) == times)
        later.answer(RECEIVED)
        until(lambda: not model.state.checking)
    assert model.can_check_again


def test_a_held_key_reads_once(show: Show, later: Later, delivered: Callable[[], None], until: Until) -> None:
    model = show(UNCLEAR)
    for _ in range(10):
        model.check_again()
    until(lambda: later.asked)
    delivered()
    assert len(later.asked) == 1
    later.answer(UNCLEAR)
    until(lambda: not model.state.checking)


@pytest.mark.parametrize(
    "outcome",
    [
        Confirmed(listed(), OK),
        Queued(queued(), OK),
        Refused(RefusalCode.FULL, Reply(RefusalCode.FULL.value)),
        NotSent(LOST),
        PictureChanged(reading()),
    ],
    ids=lambda outcome: type(outcome).__name__,
)
def test_what_is_settled_is_not_read_again(
    show: Show, later: Later, delivered: Callable[[], None], outcome: Outcome
) -> None:
    model = show(outcome)
    model.check_again()
    delivered()
    assert (model.can_check_again, model.state.checking, later.asked) == (False, False, [])


def test_leaving_while_it_is_read(show: Show, later: Later, until: Until, delivered: Callable[[], None]) -> None:
    model = show(UNCLEAR)
    model.check_again()
    until(lambda: later.asked)
    model.close()
    later.answer(Confirmed(listed(), None))
    until(lambda: later.finished)
    delivered()
    assert model.state.outcome == UNCLEAR


def test_a_message_that_must_be_read(show: Show) -> None:
    model = show(Confirmed(listed(), Reply("INFO", "Läs detta.")))
    assert not model.state.message_read
    model.read_message()
    assert model.state.message_read
