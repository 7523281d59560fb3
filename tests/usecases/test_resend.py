"""Sending again against the practice region: by a person, a form by itself, and a newer choice that stands."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from desktop.counter import Counter
from desktop.domain.case import CaseFile, State
from desktop.domain.identity import PersonIdentity
from desktop.domain.outcome import Confirmed, Unclear
from desktop.domain.prepared import Prepared
from desktop.domain.resending import Bar, Barred, MayResend
from desktop.domain.staff import acting
from desktop.settings.profile import Confirming
from desktop.usecases.register import Registered
from tests.faults.doomed_desk import BERIT, Workplace, order, wish_for
from tests.region import Region

TALLBACKEN, KVARNHEDEN = "SE9900000020-1001", "SE9900000020-1002"
Work = Callable[[Counter], Coroutine[Any, Any, None]]
NOT_STORED = {"name": "timeout", "seconds": 0, "contract": "CreateListing", "times": 1}


@pytest.fixture
def at_desk(region: Region, tmp_path: Path) -> Callable[..., None]:
    """``at_desk(work, floor=0.0)`` is ``await work(counter)`` at a counter with a journal of its own."""

    def run(work: Work, floor: float = 0.01, *, resend_forms: bool = False) -> None:
        confirming = Confirming(after_ok=(0.1,), after_fault=(floor, 60), resend_forms=resend_forms)
        profile = region.practice.profile().model_copy(update={"confirming": confirming})
        place = Workplace(
            profile, region.practice.platform(), region.practice.folder / "secrets", tmp_path, wish_for(TALLBACKEN)
        )

        async def open_and_close() -> None:
            acting.set(BERIT)
            counter = place.counter()
            await counter.open()
            await work(counter)
            await counter.close()

        asyncio.run(open_and_close())

    return run


async def send(counter: Counter, region: Region, hsa_id: str = TALLBACKEN) -> Registered:
    prepared = await counter.prepare_sibling(PersonIdentity(region.number("never-listed")), wish_for(hsa_id))
    assert isinstance(prepared, Prepared)
    seen = prepared.overview.answered(prepared.choice.county)
    assert seen is not None
    return await counter.register(order(region.practice.profile(), prepared), seen)


async def only_case(counter: Counter) -> CaseFile:
    cases = await counter.cases()
    assert cases is not None
    return cases[-1]


def sent(region: Region) -> int:
    return sum(call["contract"] == "CreateListing" for call in region.log())


def test_a_person_sends_it_again_as_the_same_case(at_desk: Callable[..., None], region: Region) -> None:
    region.control("/faults", {"set": [NOT_STORED]})

    async def work(counter: Counter) -> None:
        lost = await send(counter, region)
        assert isinstance(lost.outcome, Unclear)
        allowed = await counter.look_before_resending(lost.case_number)
        assert isinstance(allowed, MayResend)
        done = await counter.resend(allowed)
        assert isinstance(done.outcome, Confirmed)
        assert done.case_number == lost.case_number
        case = await only_case(counter)
        assert (case.state, len(case.notes.sent)) == (State.CONFIRMED, 2)
        assert await counter.look_before_resending(lost.case_number) == Barred(Bar.NOT_UNCLEAR)

    at_desk(work)
    assert sent(region) == 2


def test_the_floor_and_a_newer_choice_stand_against_it(at_desk: Callable[..., None], region: Region) -> None:
    region.control("/faults", {"set": [NOT_STORED]})

    async def work(counter: Counter) -> None:
        lost = await send(counter, region)
        found = await counter.look_before_resending(lost.case_number)
        assert isinstance(found, Barred)
        assert found.why is Bar.TOO_SOON
        elsewhere = await send(counter, region, KVARNHEDEN)
        assert isinstance(elsewhere.outcome, Confirmed)
        found = await counter.look_before_resending(lost.case_number)
        assert isinstance(found, Barred)
        assert (found.why, [item.facility.hsa_id for _, item in found.shown]) == (Bar.NEWER_CHOICE, [KVARNHEDEN])

    at_desk(work, floor=300)
    assert sent(region) == 2


def test_what_reading_settles_is_not_sent_again(at_desk: Callable[..., None], region: Region) -> None:
    """The region stored it, and could not be read at first."""
    faults = [{**NOT_STORED, "name": "timeout-after-store"}]

    async def work(counter: Counter) -> None:
        region.control("/faults", {"set": faults})
        pending = asyncio.create_task(send(counter, region))
        while not sent(region):
            await asyncio.sleep(0.01)
        region.control("/faults", {"set": [{"name": "down", "contract": "GetListing"}]})
        lost = await pending
        region.control("/faults", {"clear": True})
        if isinstance(lost.outcome, Unclear):  # The reading may have been faster than the fault.
            assert isinstance(await counter.look_before_resending(lost.case_number), Confirmed)
        assert (await only_case(counter)).state is State.CONFIRMED

    at_desk(work)
    assert sent(region) == 1


@pytest.mark.parametrize("agreed", [True, False])
def test_a_signed_form_goes_by_itself_only_where_the_profile_lets_it(
    at_desk: Callable[..., None], region: Region, agreed: bool
) -> None:
    region.control("/faults", {"set": [NOT_STORED]})

    async def work(counter: Counter) -> None:
        lost = await send(counter, region)
        assert isinstance(lost.outcome, Unclear)
        if agreed:
            change = await anext(counter.case_changes())
            assert isinstance(change.outcome, Confirmed)
        else:
            assert isinstance(await counter.check_case(await only_case(counter)), Unclear)
        assert (await only_case(counter)).state is (State.CONFIRMED if agreed else State.UNCLEAR)

    at_desk(work, resend_forms=agreed)
    assert sent(region) == (2 if agreed else 1)
