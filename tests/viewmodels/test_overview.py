"""The overview's page: filling, asked again by key but not too soon, and what the check has read since."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview, Pending
from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.background import Background
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.repeats import Repeats
from tests.domain.samples import ADULT, DALARNA, GAVLEBORG, NOW, SKANE, listed, queued, reading
from tests.viewmodels.conftest import Later

FAILED = Problem(Kind.NO_ANSWER, Effect.NOTHING_SENT)
FIRST = Overview(ADULT, regions={DALARNA: Pending.PENDING})
LAST = Overview(ADULT, (DALARNA,), {DALARNA: reading(listed())})
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def asked() -> list[Citizen]:
    return []


@pytest.fixture
def repeats(qapp: object) -> Repeats:
    return Repeats()


@pytest.fixture
def model(background: Background, later: Later, asked: list[Citizen], repeats: Repeats) -> OverviewViewModel:
    async def open_citizen(citizen: Citizen) -> AsyncIterator[Overview]:
        asked.append(citizen)
        yield FIRST
        yield LAST

    return OverviewViewModel(ADULT, open_citizen, later, background, repeats)


def test_it_fills(model: OverviewViewModel, until: Until) -> None:
    states: list[Overview] = []
    model.changed.connect(lambda: states.append(model.state))
    assert not model.state.is_complete
    model.read()
    until(lambda: model.state.is_complete)
    assert states == [FIRST, LAST]


def test_a_key_asks_again_but_not_too_soon(
    model: OverviewViewModel, asked: list[Citizen], until: Until, repeats: Repeats
) -> None:
    waits: list[int] = []
    repeats.too_soon.connect(waits.append)
    model.read()
    until(lambda: model.state.is_complete)
    model.read_again()
    assert (len(waits), len(asked)) == (1, 1)
    assert 0 < waits[0] <= 10
    repeats.seconds = 0.0
    model.read_again()
    until(lambda: len(asked) == 2)
    assert len(waits) == 1


def test_a_region_that_has_just_been_asked_by_its_own_key_is_not_read_with_the_others(
    model: OverviewViewModel, later: Later, asked: list[Citizen], until: Until, repeats: Repeats
) -> None:
    waits: list[int] = []
    repeats.too_soon.connect(waits.append)
    model.read()
    until(lambda: model.state.is_complete)
    repeats.forget()  # The whole was read long ago.
    model.ask(DALARNA)
    until(lambda: later.asked)
    later.answer(reading(listed()))
    until(lambda: model.state.is_complete)
    model.read_again()
    assert (len(waits), len(asked)) == (1, 1)


def test_a_region_that_nobody_named_is_asked_at_once(model: OverviewViewModel, later: Later, until: Until) -> None:
    model.read()
    until(lambda: model.state.is_complete)
    model.ask(SKANE)
    assert model.state.regions[SKANE] is Pending.PENDING
    until(lambda: later.asked)
    assert later.asked == [(SKANE, ADULT)]
    later.answer(reading(queued()))
    until(lambda: model.state.answered(SKANE) == reading(queued()))
    assert model.state.answered(DALARNA) == reading(listed())


def test_a_region_that_was_asked_for_by_key_is_read_again_with_the_others_and_once(
    background: Background, later: Later, until: Until, repeats: Repeats
) -> None:
    named = [LAST]

    async def open_citizen(citizen: Citizen) -> AsyncIterator[Overview]:
        yield FIRST
        yield named[-1]

    model = OverviewViewModel(ADULT, open_citizen, later, background, repeats)
    repeats.seconds = 0.0
    model.read()
    until(lambda: model.state.is_complete)
    model.ask(SKANE)
    until(lambda: len(later.asked) == 1)
    later.answer(reading(queued()))
    until(lambda: model.state.is_complete)
    model.read_again()
    until(lambda: len(later.asked) == 2)
    later.answer(reading())
    until(lambda: model.state.is_complete)
    named.append(replace(LAST, counties=(DALARNA, SKANE)).with_region(SKANE, reading(listed())))
    model.read_again()
    until(lambda: model.state.answered(SKANE) == reading(listed()))
    assert later.asked == [(SKANE, ADULT)] * 2


def test_the_same_region_is_not_asked_again_too_soon(
    model: OverviewViewModel, later: Later, until: Until, delivered: Callable[[], None]
) -> None:
    model.read()
    until(lambda: model.state.is_complete)
    model.ask(SKANE)
    until(lambda: later.asked)
    later.answer(FAILED)
    until(lambda: model.state.regions[SKANE] == FAILED)
    model.ask(SKANE)
    delivered()
    assert len(later.asked) == 1


def test_after_a_change_nothing_old_stands_and_it_is_read_when_that_may_be_done(
    model: OverviewViewModel, asked: list[Citizen], until: Until, repeats: Repeats
) -> None:
    repeats.seconds = 1.0
    waits: list[int] = []
    repeats.waits.connect(waits.append)
    model.read()
    until(lambda: model.state.is_complete)
    model.forget()
    model.read_when_allowed()
    assert set(model.state.regions.values()) == {Pending.PENDING}
    assert (waits, len(asked)) == ([1], 1)
    until(lambda: model.state == LAST)
    assert (waits, len(asked)) == ([1, 0], 2)


def test_what_the_check_has_read_since_is_kept(model: OverviewViewModel, until: Until) -> None:
    model.read()
    until(lambda: model.state.is_complete)
    newer = replace(reading(queued()), read_at=NOW + timedelta(minutes=1))
    model.take(LAST.with_region(DALARNA, newer).with_region(GAVLEBORG, reading()))
    assert model.state.answered(DALARNA) == newer
    assert model.state.answered(GAVLEBORG) == reading()
    model.take(LAST)
    assert model.state.answered(DALARNA) == newer


def test_after_leaving_nothing_shows(
    background: Background, later: Later, until: Until, delivered: Callable[[], None]
) -> None:
    async def open_citizen(citizen: Citizen) -> AsyncIterator[Overview]:
        yield await later(citizen)

    model = OverviewViewModel(ADULT, open_citizen, later, background, Repeats())
    model.read()
    until(lambda: later.asked)
    model.close()
    later.answer(LAST)
    until(lambda: later.finished)
    delivered()
    assert model.state == Overview(ADULT)
