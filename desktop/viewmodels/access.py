"""Åtkomstlogg: who has seen a citizen, or what was done in a period, for whoever has the audit role."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QObject

from desktop.domain.audit import AuditRow, Extract, ExtractFault, TrailQuestion
from desktop.domain.identity import NumberFault, parse_identity
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful
from desktop.viewmodels.typed import Day, read_day

ReadTrail = Callable[[TrailQuestion], Awaitable[Extract]]
_USUAL = timedelta(days=30)


@dataclass(frozen=True, slots=True, repr=False)
class AccessState:
    """What is asked for as typed, and what was found: None before anybody has asked."""

    number: str
    since: Day
    until: Day
    number_fault: NumberFault | None = None
    is_backwards: bool = False
    question: TrailQuestion | None = None
    rows: tuple[AuditRow, ...] | None = None
    reading: bool = False
    fault: ExtractFault | None = None


class AccessViewModel(Stateful[AccessState]):
    """Nothing is read before somebody asks: each extract is itself noted."""

    def __init__(self, read: ReadTrail, today: date, background: Background, parent: QObject | None = None) -> None:
        begins, ends = today - _USUAL, today
        super().__init__(AccessState("", Day(begins, begins.isoformat()), Day(ends, ends.isoformat())), parent)
        self._read, self._today, self._background = read, today, background
        self._job: Job | None = None

    def ask(self, number: str, since: str, until: str) -> None:
        """Read the trail about a number, or about everybody where it is empty."""
        state = self.state
        if state.reading:
            return
        first = read_day(since, state.since.value, self._today)
        last = read_day(until, state.until.value, self._today)
        citizen = parse_identity(number, self._today) if number.strip() else None
        fault = citizen if isinstance(citizen, NumberFault) else None
        typed = AccessState(number, first, last, fault, first.value > last.value)
        if isinstance(citizen, NumberFault) or first.fault or last.fault or typed.is_backwards:
            self._become(typed)
            return
        question = TrailQuestion(citizen, first.value, last.value)
        self._become(replace(typed, question=question, reading=True))
        self._job = self._background.run(self._read(question), self._answered, ExtractFault.NOT_READ)

    def close(self) -> None:
        """Nothing of it appears any more."""
        if self._job is not None:
            self._job.cancel()

    def _answered(self, extract: Extract) -> None:
        if isinstance(extract, ExtractFault):
            self._become(replace(self.state, reading=False, fault=extract))
        else:
            self._become(replace(self.state, reading=False, rows=extract))
