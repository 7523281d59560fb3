"""Two desks on one journal, in real processes: what one is sending is unclear to the next only once the first is dead.

The first dies as at a crash (SIGKILL) and as at a log-off (SIGTERM), while the region has the order and is silent.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from desktop.domain.case import CaseFile, State
from tests.faults.doomed_desk import Workplace, register_until_killed, settle_all
from tests.faults.test_killed import PROCESSES, workplace_at
from tests.region import Region
from tests.world import people_of


@pytest.mark.timeout(60)
@pytest.mark.parametrize("die", [BaseProcess.kill, BaseProcess.terminate])
def test_what_a_desk_is_sending_is_unclear_to_another_only_when_it_has_died(
    region: Region, tmp_path: Path, die: Callable[[BaseProcess], None]
) -> None:
    (person,) = people_of(region)[:1]
    workplace = workplace_at(region, tmp_path, read_timeout=50)
    region.control("/faults", {"set": [{"name": "hang-after-store", "contract": "CreateListing", "seconds": 50}]})
    with sending(workplace, region, person) as first:
        unclear, (case,) = opened(workplace)
        assert (unclear, case.state) == ((), State.SENDING)
        die(first)
        first.join()
        unclear, (case,) = opened(workplace)
        assert (unclear, case.state) == ((case.number,), State.UNCLEAR)
    region.control("/faults", {"clear": True})
    (case,) = settle_all(workplace)
    assert case.state is State.CONFIRMED
    assert len(registrations(region)) == 1
    assert not list(tmp_path.glob("*.session-*"))


@contextmanager
def sending(workplace: Workplace, region: Region, person: str) -> Iterator[BaseProcess]:
    """A desk whose one order has reached the region, and has got no answer."""
    ear, mouth = PROCESSES.Pipe(duplex=False)
    desk = PROCESSES.Process(target=register_until_killed, args=(workplace, [person], mouth))
    desk.start()
    mouth.close()
    try:
        assert ear.recv()[0] == "open"
        assert ear.recv() == ("begins", person)
        while not registrations(region):
            assert not ear.poll(0.02), "it was not being sent"
        yield desk
    finally:
        desk.kill()
        desk.join()
        ear.close()


def opened(workplace: Workplace) -> tuple[tuple[str, ...], tuple[CaseFile, ...]]:
    """What another desk is told at its start, and the cases as it sees them."""

    async def look() -> tuple[tuple[str, ...], tuple[CaseFile, ...]]:
        counter = workplace.counter()
        keeping = await counter.open()
        cases = await counter.cases()
        await counter.close()
        return keeping.book.unclear, cases or ()

    return asyncio.run(look())


def registrations(region: Region) -> list[object]:
    return [call for call in region.log() if call["contract"] == "CreateListing"]
