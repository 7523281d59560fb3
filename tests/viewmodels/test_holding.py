"""What a desk has open: what it lets go of, what it hears late, and what another has really taken from it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.case import CaseFile, Claim, Notes, State
from desktop.domain.draft import Draft
from desktop.runtime.background import Background
from desktop.viewmodels import holding
from desktop.viewmodels.holding import Holding
from tests.domain.samples import ADULT

AT = datetime(2026, 11, 23, 10, 31, tzinfo=UTC)
ANNA, SARA = Claim("Anna Berg", "", AT), Claim("Sara Ek", "", AT)
Until = Callable[[Callable[[], object]], None]


def case(claim: Claim | None = None) -> CaseFile:
    return CaseFile("2026-0001", State.DRAFT, AT, AT, Draft(ADULT), None, Notes(), claim)


@pytest.fixture
def released() -> list[frozenset[str]]:
    return []


@pytest.fixture
def held(background: Background, released: list[frozenset[str]], until: Until) -> Holding:
    """One case, taken by hand from Anna; the journal takes only every other letting go."""

    async def claim(asked: CaseFile, by_hand: bool) -> CaseFile:
        return asked if not by_hand else case()

    async def release(numbers: frozenset[str]) -> bool:
        released.append(numbers)
        return len(released) % 2 == 0

    found: list[CaseFile] = []
    held = Holding(claim, release, background)
    held.take(case(ANNA), found.append, by_hand=True)
    until(lambda: found)
    return held


def test_what_the_journal_did_not_take_is_let_go_of_once_more(
    held: Holding, released: list[frozenset[str]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "_AGAIN_AFTER", 1)
    with qtbot.waitSignal(held.refused):
        held.keep(frozenset())
    held.keep(frozenset())
    qtbot.waitUntil(lambda: len(released) == 2)
    held.keep(frozenset())
    assert released == [frozenset({"2026-0001"})] * 2


def test_a_claim_that_was_ended_here_is_heard_late_and_another_is_a_loss(held: Holding) -> None:
    lost: list[Any] = []
    held.lost.connect(lambda *told: lost.append(told))
    held.hear({"2026-0001": ANNA})
    held.hear({})
    assert lost == []
    held.hear({"2026-0001": SARA})
    held.hear({"2026-0001": SARA})
    assert lost == [("2026-0001", SARA)]


def test_a_case_that_another_has_open_is_met_and_not_gone_on_with(
    held: Holding, released: list[frozenset[str]], qtbot: QtBot
) -> None:
    gone_on: list[CaseFile] = []
    with qtbot.waitSignal(held.met) as met:
        held.take(case(SARA), gone_on.append)
    assert (met.args, gone_on, released) == ([case(SARA)], [], [])
