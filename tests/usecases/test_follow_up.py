"""Reading on in the background: how often, until when, what is written, and what goes on at the next start."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.case import Notes, State
from desktop.domain.outcome import Confirmed, Outcome, Received, Reply, Unclear, Unverified
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Intent
from desktop.runtime.clock import now
from desktop.settings.profile import Confirming
from desktop.usecases.follow_up import FollowUp, Open, Schedule
from tests.domain.samples import DALARNA, THERE, choice, listed, order
from tests.usecases.conftest import Journal, journal_in

OK, LOST = Reply("OK"), Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20", "c-1")
NOT_YET, UNCLEAR = Received(Unverified.NOT_VISIBLE_YET, OK), Unclear(LOST, None)
SOON = Schedule((0.001, 0.001, 0.001), (0.001, 0.001))


def following(journal: Journal, answers: list[Outcome], first: Outcome, schedule: Schedule = SOON) -> tuple[str, int]:
    """Follow a case until the answers are used up or it ends; its number, and how many times it was read."""
    number = begun(journal, Notes(((DALARNA, listed(THERE)),)))
    assert journal.book.close(number, first)
    told = iter(answers)
    readings = 0

    async def read(*_: object) -> Outcome:
        nonlocal readings
        readings += 1
        return next(told)

    async def work() -> None:
        follow_up = FollowUp(read, journal.book, schedule)
        follow_up.begin(number, first)
        await asyncio.gather(*follow_up._tasks.values())

    asyncio.run(work())
    return number, readings


def test_it_reads_until_the_region_shows_it(journal: Journal) -> None:
    number, readings = following(journal, [NOT_YET, Confirmed(listed(), OK)], NOT_YET)
    assert (journal.cases.find(number).state, readings) == (State.CONFIRMED, 2)


def test_it_stops_when_contradicted(journal: Journal) -> None:
    number, readings = following(journal, [Received(Unverified.CONTRADICTED, OK)], NOT_YET)
    assert (journal.cases.find(number).state, readings) == (State.RECEIVED, 1)


@pytest.mark.parametrize(
    ("told", "state", "times"),
    [(NOT_YET, State.RECEIVED, len(SOON.after_ok)), (UNCLEAR, State.UNCLEAR, len(SOON.after_fault))],
    ids=["received", "unclear"],
)
def test_it_stops_when_time_is_out_and_the_case_stays_open(
    journal: Journal, told: Outcome, state: State, times: int
) -> None:
    number, readings = following(journal, [told] * 9, told)
    assert (journal.cases.find(number).state, readings) == (state, times)


def test_what_is_settled_is_not_read(journal: Journal) -> None:
    assert following(journal, [], Confirmed(listed(), OK))[1] == 0


def test_the_same_answer_again_writes_nothing(journal: Journal) -> None:
    number = following(journal, [NOT_YET] * 3, NOT_YET)[0]
    rows = [row for row in journal.audit.of_citizen(order().citizen.identity) if row.entry.case_number == number]
    assert len(rows) == 2


def test_after_a_fault_the_contracts_floor_holds() -> None:
    ordinary = Confirming()
    assert min(ordinary.after_fault) >= 300
    assert list(ordinary.after_ok[:5]) == [1, 2, 5, 15, 60]


@pytest.mark.parametrize("first", [UNCLEAR, Received(Unverified.READING_FAILED, OK)], ids=["lost", "reading failed"])
def test_a_fault_waits_for_the_floor_before_it_reads(journal: Journal, first: Outcome) -> None:
    number = begun(journal)
    journal.book.close(number, first)
    read: list[object] = []

    async def reads(*arguments: object) -> Outcome:
        read.append(arguments)
        return NOT_YET

    async def work() -> None:
        follow_up = FollowUp(reads, journal.book, Schedule((0.001, 0.001), (300.0,)))
        follow_up.begin(number, first)
        for _ in range(20):
            await asyncio.sleep(0)
        assert read == []
        follow_up.stop()

    asyncio.run(work())


def test_a_person_may_read_at_once(journal: Journal) -> None:
    number = begun(journal)
    journal.book.close(number, UNCLEAR)

    async def reads(*_: object) -> Outcome:
        return Confirmed(listed(), None)

    async def work() -> Outcome:
        return await FollowUp(reads, journal.book, SOON).check(Open(number, order(), UNCLEAR, None))

    assert asyncio.run(work()) == Confirmed(listed(), None)
    assert journal.cases.find(number).state is State.CONFIRMED


def test_an_answer_that_could_not_be_written_is_made_up_for_by_reading(journal: Journal) -> None:
    number = begun(journal)

    async def reads(*_: object) -> Outcome:
        return Confirmed(listed(), None)

    async def work() -> None:
        follow_up = FollowUp(reads, journal.book, SOON)
        follow_up.begin(number, NOT_YET)
        await asyncio.gather(*follow_up._tasks.values())

    asyncio.run(work())
    assert journal.cases.find(number).state is State.CONFIRMED


def test_what_another_desk_follows_is_read_there_alone(tmp_path: Path) -> None:
    file, key = tmp_path / "journal.sqlite3", bytes(range(32))
    with journal_in(file, key) as here, journal_in(file, key) as there:
        number = begun(here)
        here.book.close(number, NOT_YET)
        there.book.close(number, Received(Unverified.READING_FAILED, OK))
        read: list[str] = []

        async def reads(where: str) -> Outcome:
            read.append(where)
            return Confirmed(listed(), None)

        async def work() -> None:
            desks = [(here, "here"), (there, "there")]
            both = [FollowUp(lambda *_, at=at: reads(at), desk.book, SOON) for desk, at in desks]
            for follow_up in both:
                follow_up.begin(number, NOT_YET)
            await asyncio.gather(*(task for one in both for task in one._tasks.values()))

        asyncio.run(work())
        assert read == ["there"]


def test_what_staff_have_ended_is_read_no_more(journal: Journal) -> None:
    number = begun(journal)
    journal.book.close(number, UNCLEAR)
    assert journal.book.end(number)
    read: list[object] = []

    async def reads(*arguments: object) -> Outcome:
        read.append(arguments)
        return UNCLEAR

    async def work() -> None:
        follow_up = FollowUp(reads, journal.book, SOON)
        follow_up.begin(number, UNCLEAR)
        await asyncio.gather(*follow_up._tasks.values())

    asyncio.run(work())
    assert read == []


def test_the_next_start_goes_on_with_what_was_not_settled(tmp_path: Path) -> None:
    file, key = tmp_path / "journal.sqlite3", bytes(range(32))
    with journal_in(file, key) as journal:
        number = begun(journal, Notes(((DALARNA, listed(THERE)),)))
        journal.book.close(number, NOT_YET)
        killed = journal.book.begin(order(choice=choice(Intent.JOIN_QUEUE)))
    asked: list[tuple[object, ...]] = []

    async def reads(*arguments: object) -> Outcome:
        asked.append(arguments)
        return Confirmed(listed(), None)

    with journal_in(file, key) as journal:

        async def work() -> None:
            follow_up = FollowUp(reads, journal.book, SOON)
            follow_up.resume(journal.book.left.unsettled, now() - timedelta(seconds=60))
            await asyncio.gather(*follow_up._tasks.values())

        asyncio.run(work())
        assert [journal.cases.find(one).state for one in (number, killed)] == [State.CONFIRMED, State.CONFIRMED]
        told = {str(arguments[1]): arguments[2] for arguments in asked}
        assert told[str(OK)] == (listed(THERE),)
        assert any("INTERRUPTED" in each for each in told)


def begun(journal: Journal, notes: Notes | None = None) -> str:
    """The number under which an order is being sent."""
    number = journal.book.begin(order(), notes)
    assert isinstance(number, str)
    return number
