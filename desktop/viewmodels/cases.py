"""Ärenden: today's cases and those that are not settled, narrowed by where they stand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile, State
from desktop.domain.outcome import Outcome
from desktop.domain.registration import Registration
from desktop.domain.settlement import left_open
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful

ListCases = Callable[[], Awaitable[tuple[CaseFile, ...] | None]]
CheckCase = Callable[[CaseFile], Awaitable[Outcome]]


class Tray(Enum):
    """Which cases are shown."""

    ALL = "all"
    NEEDS_SOMEBODY = "needs somebody"
    WAITING = "waiting for a signature"
    SETTLED = "settled"

    def holds(self, case: CaseFile) -> bool:
        """Whether a case belongs here."""
        match self:
            case Tray.ALL:
                return True
            case Tray.NEEDS_SOMEBODY:
                return case.state.needs_somebody
            case Tray.WAITING:
                return case.state is State.WAITING
            case Tray.SETTLED:
                return not case.state.needs_somebody and case.state is not State.WAITING


@dataclass(frozen=True, slots=True)
class CasesState:
    """`cases` None while they are read, and `unreadable` where they cannot be."""

    cases: tuple[CaseFile, ...] | None = None
    unreadable: bool = False
    tray: Tray = Tray.ALL
    checking: str = ""

    @property
    def rows(self) -> tuple[CaseFile, ...]:
        """The cases that the tray holds."""
        return tuple(case for case in self.cases or () if self.tray.holds(case))

    def count(self, tray: Tray) -> int:
        """How many a tray holds."""
        return sum(map(tray.holds, self.cases or ()))

    def find(self, number: object) -> CaseFile | None:
        """The case with this number."""
        return next((case for case in self.cases or () if case.number == number), None)


def can_be_checked(case: CaseFile) -> bool:
    """Reading the region can settle it."""
    return isinstance(case.about, Registration) and case.outcome is not None and left_open(case.outcome) is not None


def can_be_sent_again(case: CaseFile) -> bool:
    """A person may ask for it; whether it is done is told by a reading of everything."""
    return case.state is State.UNCLEAR and isinstance(case.about, Registration)


class CasesViewModel(Stateful[CasesState]):
    """Reads the journal when asked; a check reads the region about one case, and then the journal again."""

    def __init__(
        self, cases: ListCases, check: CheckCase, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(CasesState(), parent)
        self._cases, self._check, self._background = cases, check, background
        self._jobs: list[Job] = []

    def load(self) -> None:
        """Read the cases."""
        self._jobs.append(self._background.run(self._cases(), self._loaded))

    def show_tray(self, tray: Tray) -> None:
        """Show other cases."""
        self._become(replace(self.state, tray=tray))

    def check(self, case: CaseFile) -> None:
        """Kontrollera nu: read the region about one case, one at a time."""
        if self.state.checking or not can_be_checked(case):
            return
        self._become(replace(self.state, checking=case.number))
        self._jobs.append(self._background.run(self._check(case), self._checked))

    def close(self) -> None:
        """Leave the page."""
        for job in self._jobs:
            job.cancel()

    def _checked(self, _: Outcome) -> None:
        self._become(replace(self.state, checking=""))
        self.load()

    def _loaded(self, cases: tuple[CaseFile, ...] | None) -> None:
        self._become(replace(self.state, cases=cases or (), unreadable=cases is None))
