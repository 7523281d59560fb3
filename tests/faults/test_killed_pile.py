"""A desk is killed (SIGKILL) in the middle of a pile of forms: what was scanned is a case at the next start."""

import asyncio
from pathlib import Path

import pytest

from desktop.domain.case import CaseFile, State
from tests.faults.doomed_desk import Workplace, scan_until_killed
from tests.faults.test_killed import PROCESSES, workplace_at
from tests.region import Region
from tests.world import people_of


@pytest.mark.timeout(60)
def test_a_killed_desk_has_its_scanned_forms_among_the_cases_at_the_next_start(region: Region, tmp_path: Path) -> None:
    people = people_of(region)[:4]
    workplace = workplace_at(region, tmp_path, read_timeout=50)
    region.control("/faults", {"set": [{"name": "hang-after-store", "contract": "CreateListing", "seconds": 50}]})
    killed_after(workplace, people, region)
    left, unclear, cases = opened(workplace)
    states = {case.citizen.identity.number: case.state for case in cases}
    assert states == {people[0]: State.UNCLEAR, **dict.fromkeys(people[1:], State.COMPLETE)}
    assert unclear == tuple(case.number for case in cases if case.state is State.UNCLEAR)
    assert set(left) == {case.number for case in cases} - set(unclear)
    assert not [part for part in tmp_path.rglob("*") if part.is_file() and people[1].encode() in part.read_bytes()]
    assert len([call for call in region.log() if call["contract"] == "CreateListing"]) == 1


def killed_after(workplace: Workplace, people: list[str], region: Region) -> None:
    """Kill a desk when all its forms have been shown and the first has reached the region."""
    ear, mouth = PROCESSES.Pipe(duplex=False)
    desk = PROCESSES.Process(target=scan_until_killed, args=(workplace, people, mouth))
    desk.start()
    mouth.close()
    try:
        assert {ear.recv()[1] for _ in people} == set(people)
        while not [call for call in region.log() if call["contract"] == "CreateListing"]:
            assert not ear.poll(0.02), "it was not being sent"
    finally:
        desk.kill()
        desk.join()
        ear.close()


def opened(workplace: Workplace) -> tuple[tuple[str, ...], tuple[str, ...], tuple[CaseFile, ...]]:
    """What the next start is told, and the cases."""

    async def look() -> tuple[tuple[str, ...], tuple[str, ...], tuple[CaseFile, ...]]:
        counter = workplace.counter()
        book = (await counter.open()).book
        cases = await counter.cases()
        await counter.close()
        return book.left_in_pile, book.unclear, cases or ()

    return asyncio.run(look())
