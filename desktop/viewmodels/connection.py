"""The connection check as it goes on, and its report when it has ended."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.connection import ConnectionReport
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful

Check = Callable[[bool], AsyncIterator[ConnectionReport]]


@dataclass(frozen=True, slots=True)
class Untried:
    """Nothing has been tried yet."""


@dataclass(frozen=True, slots=True)
class Trying:
    """It goes on; `report` None before the first trial has ended."""

    report: ConnectionReport | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """It has ended."""

    report: ConnectionReport


@dataclass(frozen=True, slots=True)
class Broken:
    """The program failed in the middle of it, which has been reported."""


ConnectionState = Untried | Trying | Tried | Broken


class ConnectionViewModel(Stateful[ConnectionState]):
    """Tries when told to; leaving the page abandons what is under way."""

    def __init__(
        self, check: Check, background: Background, may_register: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(Untried(), parent)
        self.may_register = may_register
        """Whether registering may be tried at all: never in production."""
        self._check, self._background = check, background
        self._job: Job | None = None

    def start(self, *, registers: bool = False) -> None:
        """Try everything, from the beginning; registering too where asked and allowed."""
        if isinstance(self.state, Trying):
            return
        self._become(Trying())
        asked = self._check(registers and self.may_register)
        self._job = self._background.follow(asked, self._told, lambda: self._become(Broken()))

    def close(self) -> None:
        """Leave the page."""
        if self._job is not None:
            self._job.cancel()

    def _told(self, report: ConnectionReport) -> None:
        self._become(Tried(report) if report.ended is not None else Trying(report))
