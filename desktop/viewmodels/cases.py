"""Ärenden: today's cases and those that are not settled, narrowed by where they stand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile, Correction, FormToSign, State
from desktop.domain.draft import Draft
from desktop.domain.outcome import Outcome
from desktop.domain.registration import Registration
from desktop.domain.reminding import Reminder, reminders
from desktop.domain.rules import OF_AGE
from desktop.domain.settlement import left_open
from desktop.runtime.background import Background, Job
from desktop.runtime.clock import today
from desktop.viewmodels.stateful import Stateful

ListCases = Callable[[], Awaitable[tuple[CaseFile, ...] | None]]
FindCases = Callable[[str], Awaitable[tuple[CaseFile, ...]]]
CheckCase = Callable[[CaseFile], Awaitable[Outcome]]


class Tray(Enum):
    """Which cases are shown."""

    ALL = "all"
    NEEDS_SOMEBODY = "needs somebody"
    WAITING = "waiting for a signature"
    REGION = "waiting for the region"
    DRAFTS = "begun and not sent"
    SETTLED = "settled"

    def holds(self, case: CaseFile, reminded: bool = False) -> bool:
        """Whether a case belongs here; beside ALL, each belongs to one."""
        return self in (Tray.ALL, tray_of(case, reminded))


def tray_of(case: CaseFile, reminded: bool = False) -> Tray:
    """Who or what a case waits for; one about which something has come due needs somebody."""
    if case.needs_somebody or reminded:
        return Tray.NEEDS_SOMEBODY
    match case.state:
        case State.WAITING:
            return Tray.WAITING
        case State.SENDING | State.RECEIVED:
            return Tray.REGION
        case State.DRAFT:
            return Tray.DRAFTS
        case _:
            return Tray.SETTLED


@dataclass(frozen=True, slots=True)
class CasesState:
    """`cases` None while they are read, and `unreadable` where they cannot be.

    `asked` is what is searched for and `found` what that gave, None while it is looked for; without `asked` the tray's
    cases are shown.
    """

    cases: tuple[CaseFile, ...] | None = None
    unreadable: bool = False
    tray: Tray = Tray.ALL
    checking: str = ""
    asked: str = ""
    found: tuple[CaseFile, ...] | None = None
    chooses_from: int = OF_AGE

    @property
    def rows(self) -> tuple[CaseFile, ...]:
        """The cases that were searched for, or that the tray holds."""
        if self.asked:
            return self.found or ()
        return tuple(case for case in self.cases or () if self.tray.holds(case, bool(self.due(case))))

    def due(self, case: CaseFile) -> tuple[Reminder, ...]:
        """What has come due about a case that waits."""
        return reminders(case, today(), self.chooses_from)

    @property
    def is_waiting(self) -> bool:
        """Something is being read."""
        return self.cases is None or bool(self.asked and self.found is None)

    def count(self, tray: Tray) -> int:
        """How many a tray holds."""
        return sum(tray.holds(case, bool(self.due(case))) for case in self.cases or ())

    def find(self, number: object) -> CaseFile | None:
        """The case with this number."""
        return next((case for case in self.rows if case.number == number), None)


def can_be_checked(case: CaseFile) -> bool:
    """Reading the region can settle it."""
    return isinstance(case.about, Registration) and case.outcome is not None and left_open(case.outcome) is not None


def can_be_sent_again(case: CaseFile) -> bool:
    """A person may ask for it; whether it is done is told by a reading of everything."""
    return case.state is State.UNCLEAR and isinstance(case.about, Registration) and case.claim is None


def can_be_printed(case: CaseFile) -> bool:
    """There is a paper about it: a receipt, a form, a letter or a correction."""
    letter = isinstance(case.about, Draft) and case.state is not State.DRAFT
    return letter or isinstance(case.about, FormToSign | Correction) or case.outcome is not None


def can_be_ended(case: CaseFile) -> bool:
    """A person may end it: nothing is being sent or has been registered, and no other desk has it open."""
    return case.state in _ENDED_BY_STAFF and case.claim is None


def can_be_read(case: CaseFile) -> bool:
    """Opening it shows something: of a draft that another desk has open there is no more than its row."""
    return case.claim is None or case.state is not State.DRAFT


_ENDED_BY_STAFF = frozenset(
    {State.DRAFT, State.COMPLETE, State.WAITING, State.UNCLEAR, State.CORRECTION, State.NOT_SENT, State.REFUSED}
)


class CasesViewModel(Stateful[CasesState]):
    """Reads the journal when asked; a check reads the region about one case, and then the journal again."""

    def __init__(
        self,
        cases: ListCases,
        check: CheckCase,
        find: FindCases,
        background: Background,
        parent: QObject | None = None,
        chooses_from: int = OF_AGE,
    ) -> None:
        super().__init__(CasesState(chooses_from=chooses_from), parent)
        self._cases, self._check, self._find, self._background = cases, check, find, background
        self._jobs: dict[str, Job] = {}
        self._is_loading = False

    def load(self) -> None:
        """Read the cases, and what was searched for; an answer on its way is not waited for."""
        self._is_loading = True
        self._run("load", self._cases(), self._loaded)
        if self.state.asked:
            self._look_for(self.state.asked)

    def take(self, changed: frozenset[str], cases: tuple[CaseFile, ...]) -> None:
        """Cases have changed, perhaps at another desk: these are they now, and of those the others are gone."""
        state = self.state
        if state.cases is None or self._is_loading:  # What is on its way may be older.
            self.load()
            return
        kept = (case for case in state.cases if case.number not in changed)
        merged = sorted((*kept, *cases), key=lambda case: case.opened_at, reverse=True)
        now = {case.number: case for case in merged}
        found = None if state.found is None else tuple(now.get(case.number, case) for case in state.found)
        self._become(replace(state, cases=tuple(merged), found=found))

    def show_tray(self, tray: Tray) -> None:
        """Show other cases."""
        self._become(replace(self.state, tray=tray, asked="", found=None))

    def search(self, text: str) -> None:
        """A case number, the code on a form, or a personal number, of any day; nothing typed shows the tray again."""
        asked = text.strip()
        self._become(replace(self.state, asked=asked, found=None))
        if asked:
            self._look_for(asked)

    def check(self, case: CaseFile) -> None:
        """Kontrollera nu: read the region about one case, one at a time."""
        if self.state.checking or not can_be_checked(case):
            return
        self._become(replace(self.state, checking=case.number))
        self._run("check", self._check(case), self._checked)

    def close(self) -> None:
        """Leave the page."""
        for job in self._jobs.values():
            job.cancel()

    def _run(self, name: str, work: Awaitable[Any], deliver: Callable[[Any], None], instead: Any = None) -> None:
        if (earlier := self._jobs.get(name)) is not None:
            earlier.cancel()
        self._jobs[name] = self._background.run(work, deliver, instead)

    def _look_for(self, asked: str) -> None:
        self._run("find", self._find(asked), self._found, ())

    def _found(self, found: tuple[CaseFile, ...]) -> None:
        if self.state.asked:
            self._become(replace(self.state, found=found))

    def _checked(self, _: Outcome) -> None:
        self._become(replace(self.state, checking=""))
        self.load()

    def _loaded(self, cases: tuple[CaseFile, ...] | None) -> None:
        self._is_loading = False
        self._become(replace(self.state, cases=cases or (), unreadable=cases is None))
