"""The search box: a number is checked, then looked up on Enter or scan, never while typing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import NumberFault, PersonIdentity, parse_identity
from desktop.domain.problems import Problem
from desktop.runtime.background import Background, Job
from desktop.runtime.clock import today
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class Idle:
    """Waiting for a number."""


@dataclass(frozen=True, slots=True)
class Invalid:
    """The number cannot be looked up."""

    fault: NumberFault


@dataclass(frozen=True, slots=True)
class Searching:
    """The person register has been asked."""

    identity: PersonIdentity


SearchState = Idle | Invalid | Searching | Unknown | Problem
Find = Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]


class SearchViewModel(Stateful[SearchState]):
    """Emits `found` with the citizen; everything else is in `state`."""

    found = Signal(object)

    def __init__(self, find: Find, background: Background, parent: QObject | None = None) -> None:
        super().__init__(Idle(), parent)
        self._find, self._background = find, background
        self._job: Job | None = None

    def submit(self, text: str) -> None:
        """Enter or a scan. A look-up under way is abandoned; nothing typed changes nothing."""
        if not text.strip():
            return
        self._abandon()
        identity = parse_identity(text, today())
        if isinstance(identity, NumberFault):
            self._become(Invalid(identity))
            return
        self._become(Searching(identity))
        self._job = self._background.run(self._find(identity), self._answered)

    def clear(self) -> None:
        """Back to an empty box."""
        self._abandon()
        self._become(Idle())

    def _answered(self, answer: Citizen | Unknown | Problem) -> None:
        if isinstance(answer, Citizen):
            self._become(Idle())
            self.found.emit(answer)
        else:
            self._become(answer)

    def _abandon(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
