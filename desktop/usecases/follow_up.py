"""Follow up: read on in the background about what the desk could not settle, until it is shown, contradicted or old."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextvars import Context
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate, chain, repeat

from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import CaseFile, State
from desktop.domain.listing import Listing
from desktop.domain.outcome import Outcome, Received, Reply, Unclear, Unverified
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Registration
from desktop.domain.settlement import left_open
from desktop.usecases.case_book import CaseBook
from desktop.usecases.case_files import Unsettled

Again = Callable[[str], Awaitable[Outcome | None]]
Read = Callable[[Registration, Reply | Problem, Iterable[Listing] | None], Awaitable[Outcome]]
_MAY_BE_SETTLED = (State.SENDING, State.UNCLEAR, State.RECEIVED)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Seconds before each further reading: growing after an OK, and after a fault never under the contract's floor.

    What the journal has not taken is written again by the pauses after an OK, for no region is asked.
    """

    after_ok: tuple[float, ...]
    after_fault: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """Reading has told something new about a case."""

    number: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Open:
    """A case that reading may settle. `previous`: what the region showed before the call; None: not known."""

    number: str
    order: Registration
    outcome: Outcome
    previous: tuple[Listing, ...] | None


class FollowUp:
    """The cases that are being followed; lives on the background loop.

    Between readings it knows their numbers only: the citizen is in the journal, where a locked desk leaves them.
    `again` sends a form's order once more where that is allowed, and tells what became of it; None where it is not.
    """

    def __init__(self, read: Read, book: CaseBook, schedule: Schedule, again: Again | None = None) -> None:
        self._read, self._book, self._schedule, self._again = read, book, schedule, again
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._changes: asyncio.Queue[CaseChanged | Exception] = asyncio.Queue()

    def begin(self, number: str, outcome: Outcome, elapsed: float = 0.0, *, written: bool = True) -> None:
        """Follow a case of the journal whose first reading was `elapsed` seconds ago; a settled one is left alone.

        Where the journal did not take the outcome (`written` False), writing it comes first.
        """
        self.leave(number)
        told = left_open(outcome)
        if not written:
            work = self._write_later(number, outcome)
        elif told is not None:
            pauses = self._schedule.after_ok if isinstance(told, Reply) else self._schedule.after_fault
            work = self._follow(number, pauses, self._floor(outcome), elapsed)
        else:
            return
        # What the program goes on with by itself is nobody's deed: `acting` stays behind.
        self._tasks[number] = asyncio.create_task(work, context=Context())

    def resume(self, cases: Iterable[Unsettled], now: datetime) -> None:
        """Go on with what a desk that has ended, this one or another, had not settled."""
        for case in cases:
            self.begin(case.number, case.outcome, (now - case.since).total_seconds())

    async def check(self, case: Open) -> Outcome:
        """Read now, because a person asks; what was shown before the call is in the journal."""
        if case.previous is None and (kept := await self._kept(case.number)) is not None:
            case = replace(case, previous=kept.previous)
        self.leave(case.number)
        after, written = await self._look(case)
        self.begin(case.number, after, written=written)
        return after

    async def changes(self) -> AsyncIterator[CaseChanged]:
        """What following has told, as it is told."""
        while True:
            change = await self._changes.get()
            if isinstance(change, Exception):
                raise change
            yield change

    def leave(self, number: str) -> None:
        """Follow a case no longer."""
        if (task := self._tasks.pop(number, None)) is not None:
            task.cancel()

    def stop(self) -> None:
        """Follow nothing any more."""
        for number in list(self._tasks):
            self.leave(number)

    async def _follow(self, number: str, pauses: tuple[float, ...], floor: float, elapsed: float) -> None:
        try:
            for due, pause in zip(accumulate(pauses), pauses, strict=True):
                if due <= elapsed:
                    continue
                await asyncio.sleep(max(floor, min(pause, due - elapsed)))
                outcome = await self._look_by_itself(number)
                if outcome is not None and left_open(outcome) is None:
                    break
                floor = self._floor(outcome) if outcome is not None else floor
        except Exception as error:  # a bug: the window must hear of it, whatever it is
            self._changes.put_nowait(error)

    async def _write_later(self, number: str, outcome: Outcome) -> None:
        """Until the journal takes it, or the program ends: then the next start finds the case unclear, and reads."""
        try:
            for pause in chain(self._schedule.after_ok, repeat(self._schedule.after_ok[-1])):
                await asyncio.sleep(pause)
                if await asyncio.to_thread(self._book.close, number, outcome):
                    break
            self._changes.put_nowait(CaseChanged(number, outcome))
            asyncio.get_running_loop().call_soon(self.begin, number, outcome)
        except Exception as error:  # a bug: the window must hear of it, whatever it is
            self._changes.put_nowait(error)

    async def _look_by_itself(self, number: str) -> Outcome | None:
        """What reading tells of a case; None where the journal does not show it as open, or it was sent again."""
        if not await asyncio.to_thread(self._book.follows, number):  # Another desk has gone on with it.
            return None
        case = await self._kept(number)
        if case is None:
            return None
        outcome, _ = await self._look(case)
        if outcome != case.outcome:
            self._changes.put_nowait(CaseChanged(number, outcome))
        if left_open(outcome) is not None and (sent := await self._send_again(case, outcome)) is not None:
            self._changes.put_nowait(CaseChanged(number, sent))
            asyncio.get_running_loop().call_soon(self.begin, number, sent)
            return None
        return outcome

    async def _kept(self, number: str) -> Open | None:
        """A case as the journal has it. One whose answer could not be written is unclear, as at the next start."""
        file = await asyncio.to_thread(self._book.find, number)
        is_open = file is not None and isinstance(file.about, Registration) and file.state in _MAY_BE_SETTLED
        return open_case(file) if file is not None and is_open else None

    async def _send_again(self, case: Open, outcome: Outcome) -> Outcome | None:
        """What became of a form that was sent again by itself, where the profile lets it and a reading has told."""
        if self._again is None or not isinstance(outcome, Unclear) or outcome.reading is None:
            return None
        return await self._again(case.number) if case.order.evidence.kind is EvidenceKind.FORM else None

    def _floor(self, outcome: Outcome) -> float:
        """A reading that failed is a fault as well (contract-rules 1, rule 22)."""
        failed = isinstance(outcome, Received) and outcome.why is Unverified.READING_FAILED
        return self._schedule.after_fault[0] if failed else 0.0

    async def _look(self, case: Open) -> tuple[Outcome, bool]:
        """What reading tells, and whether the journal has it."""
        told = left_open(case.outcome)
        if told is None:
            return case.outcome, True
        outcome = await self._read(case.order, told, case.previous)
        if not _is_news(case.outcome, outcome):
            return case.outcome, True
        return outcome, await asyncio.to_thread(self._book.close, case.number, outcome)


def open_case(file: CaseFile) -> Open:
    """A case of the journal as it is followed. One without an outcome is unclear: it was sent."""
    if not isinstance(file.about, Registration):
        raise ValueError("only a registration that was sent is followed")
    notes, county = file.notes, file.about.choice.county
    previous = tuple(item for where, item in notes.previous if where == county)
    outcome = file.outcome or Unclear(Problem(Kind.INTERRUPTED, Effect.UNKNOWN, county), None)
    return Open(file.number, file.about, outcome, previous if previous or notes.queued is not None else None)


def _is_news(before: Outcome, after: Outcome) -> bool:
    """The same answer at another time is nothing to write down."""
    if isinstance(before, Received) and isinstance(after, Received):
        return before.why is not after.why
    if isinstance(before, Unclear) and isinstance(after, Unclear):
        return before.reading is None and after.reading is not None
    return type(before) is not type(after)
