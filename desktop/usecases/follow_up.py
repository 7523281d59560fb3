"""Follow up: read on in the background about what the desk could not settle, until it is shown, contradicted or old."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextvars import Context
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import CaseFile
from desktop.domain.listing import Listing
from desktop.domain.outcome import Outcome, Received, Reply, Unclear, Unverified
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.domain.settlement import left_open
from desktop.usecases.case_book import CaseBook

Again = Callable[[str], Awaitable[Outcome | None]]
Read = Callable[[Registration, Reply | Problem, Iterable[Listing] | None], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Seconds before each further reading: growing after an OK, and after a fault never under the contract's floor."""

    after_ok: tuple[float, ...]
    after_fault: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """Reading has told something new about a case."""

    number: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Open:
    """A case that reading may settle."""

    number: str
    order: Registration
    outcome: Outcome
    previous: tuple[Listing, ...] | None


class FollowUp:
    """The cases that are being followed; lives on the background loop.

    `again` sends a form's order once more where that is allowed, and tells what became of it; None where it is not.
    """

    def __init__(self, read: Read, book: CaseBook, schedule: Schedule, again: Again | None = None) -> None:
        self._read, self._book, self._schedule, self._again = read, book, schedule, again
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._followed: dict[str, Open] = {}
        self._changes: asyncio.Queue[CaseChanged | Exception] = asyncio.Queue()

    def begin(self, case: Open, elapsed: float = 0.0) -> None:
        """Follow a case whose first reading was `elapsed` seconds ago; a settled one is left alone."""
        self.leave(case.number)
        if left_open(case.outcome) is not None:
            self._followed[case.number] = case
            # What the program goes on with by itself is nobody's deed: `acting` stays behind.
            self._tasks[case.number] = asyncio.create_task(self._follow(case, elapsed), context=Context())

    def resume(self, files: Iterable[CaseFile], now: datetime) -> None:
        """Go on at the next start with what was not settled."""
        for file in files:
            if isinstance(file.about, Registration) and file.outcome is not None:
                self.begin(open_case(file), (now - file.changed_at).total_seconds())

    async def check(self, case: Open) -> Outcome:
        """Read now, because a person asks; what was shown before the call is known while the case is followed."""
        if case.previous is None and (followed := self._followed.get(case.number)) is not None:
            case = replace(case, previous=followed.previous)
        self.leave(case.number)
        after = await self._look(case)
        self.begin(after)
        return after.outcome

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

    async def _follow(self, case: Open, elapsed: float) -> None:
        try:
            pauses = self._pauses(case.outcome)
            for due, pause in zip(accumulate(pauses), pauses, strict=True):
                if due <= elapsed:
                    continue
                await asyncio.sleep(self._not_under_the_floor(case.outcome, min(pause, due - elapsed)))
                before, case = case, await self._look(case)
                if case.outcome != before.outcome:
                    self._changes.put_nowait(CaseChanged(case.number, case.outcome))
                if left_open(case.outcome) is None:
                    break
                if (sent := await self._send_again(case)) is not None:
                    self._changes.put_nowait(CaseChanged(case.number, sent))
                    asyncio.get_running_loop().call_soon(self.begin, replace(case, outcome=sent))
                    break
        except Exception as error:  # a bug: the window must hear of it, whatever it is
            self._changes.put_nowait(error)

    async def _send_again(self, case: Open) -> Outcome | None:
        """What became of a form that was sent again by itself, where the profile lets it and a reading has told."""
        if self._again is None or not isinstance(case.outcome, Unclear) or case.outcome.reading is None:
            return None
        return await self._again(case.number) if case.order.evidence.kind is EvidenceKind.FORM else None

    def _pauses(self, outcome: Outcome) -> tuple[float, ...]:
        return self._schedule.after_ok if isinstance(left_open(outcome), Reply) else self._schedule.after_fault

    def _not_under_the_floor(self, outcome: Outcome, pause: float) -> float:
        """A reading that failed is a fault as well (contract-rules 1, rule 22)."""
        failed = isinstance(outcome, Received) and outcome.why is Unverified.READING_FAILED
        return max(pause, self._schedule.after_fault[0]) if failed else pause

    async def _look(self, case: Open) -> Open:
        told = left_open(case.outcome)
        if told is None:
            return case
        outcome = await self._read(case.order, told, case.previous)
        if _is_news(case.outcome, outcome):
            await asyncio.to_thread(self._book.close, case.number, outcome)
            return replace(case, outcome=outcome)
        return case


def open_case(file: CaseFile) -> Open:
    """A case of the journal as it is followed."""
    if not isinstance(file.about, Registration) or file.outcome is None:
        raise ValueError("only a registration that was sent is followed")
    county = file.about.choice.county
    previous = tuple(item for where, item in file.notes.previous if where == county)
    return Open(file.number, file.about, file.outcome, previous or None)


def _is_news(before: Outcome, after: Outcome) -> bool:
    """The same answer at another time is nothing to write down."""
    if isinstance(before, Received) and isinstance(after, Received):
        return before.why is not after.why
    if isinstance(before, Unclear) and isinstance(after, Unclear):
        return before.reading is None and after.reading is not None
    return type(before) is not type(after)
