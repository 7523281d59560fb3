"""The connection check as it goes on, and its report when it has ended."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from threading import Event

from PySide6.QtCore import QObject

from desktop.domain.connection import ConnectionReport
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful

Check = Callable[[bool, Callable[[], bool]], AsyncIterator[ConnectionReport]]
"""Whether to register too, and what is asked, on another thread, before each call: whether to stop."""


@dataclass(frozen=True, slots=True)
class Untried:
    """Nothing has been tried yet."""


@dataclass(frozen=True, slots=True)
class Trying:
    """It goes on; `report` None before the first trial has ended. `stops`: nothing more is asked."""

    report: ConnectionReport | None = None
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """It has ended."""

    report: ConnectionReport


@dataclass(frozen=True, slots=True)
class Broken:
    """The program failed in the middle of it, which has been reported."""


ConnectionState = Untried | Trying | Tried | Broken


class ConnectionViewModel(Stateful[ConnectionState]):
    """Tries when told to. Leaving the page stops it: nothing more is asked, and what was asked ends by itself."""

    def __init__(
        self, check: Check, background: Background, may_register: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(Untried(), parent)
        self.may_register = may_register
        """Whether registering may be tried at all: never in production."""
        self._check, self._background = check, background
        self._job: Job | None = None
        self._stopping = Event()

    def start(self, *, registers: bool = False) -> None:
        """Try everything, from the beginning; registering too where asked and allowed."""
        if isinstance(self.state, Trying):
            return
        self._become(Trying())
        self._stopping = Event()
        asked = self._check(registers and self.may_register, self._stopping.is_set)
        self._job = self._background.follow(asked, self._told, lambda: self._become(Broken()))

    def stop(self) -> None:
        """Ask nothing more: the report says what was not tried."""
        if isinstance(self.state, Trying) and not self.state.stops:
            self._stopping.set()
            self._become(replace(self.state, stops=True))

    def close(self) -> None:
        """Leave the page."""
        self._stopping.set()
        if self._job is not None:
            self._job.cancel()

    def _told(self, report: ConnectionReport) -> None:
        self._become(Tried(report) if report.ended is not None else Trying(report, self._stopping.is_set()))
