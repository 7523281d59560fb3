"""What the desk hears of its cases while it goes on: from readings in the background, and from other desks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.case import CaseFile, Claim
from desktop.runtime.background import Background, Job
from desktop.usecases.beside import Noticed
from desktop.usecases.case_files import state_after
from desktop.usecases.follow_up import CaseChanged
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases


class Following(QObject):
    """Open pages follow what other desks do, where they stand. A locked desk hears, and reads nothing.

    `taken_over` carries the number of a case that another desk has taken from here, with its claim. `left` carries the
    numbers of cases that a desk which died was sending, and of forms in its pile. `case_changed` carries a number and
    its outcome; `count_changed` tells of `waiting_cases`.
    """

    taken_over = Signal(str, object)
    left = Signal(tuple, tuple)
    case_changed = Signal(str, object)
    count_changed = Signal()

    def __init__(self, trail: Trail, drafting: Drafting, use: UseCases, background: Background) -> None:
        super().__init__(trail)
        self._trail, self._drafting, self._use, self._background = trail, drafting, use, background
        self.waiting_cases = 0
        self._changed: frozenset[str] = frozenset()
        self._reading: Job | None = None
        self._drafting.holding.met.connect(lambda _: self._read_cases_anew())
        self._drafting.holding.gone.connect(lambda _: self._read_cases_anew())
        self._drafting.holding.lost.connect(self._taken_over)

    def follow_cases(self) -> None:
        """Hear, from now on, what readings in the background tell, and what other desks do."""
        self._background.follow(self._use.case_changes(), self._case_changed)
        self._background.follow(self._use.notices(), self._noticed)
        self._trail.page_changed.connect(self._count_anew)
        self._count_anew()

    def _case_changed(self, change: CaseChanged) -> None:
        for page in self._trail.pages:
            if isinstance(page, OutcomeViewModel):
                page.take(change)
        self._read_cases_anew()
        self.case_changed.emit(change.number, change.outcome)

    def _noticed(self, noticed: Noticed) -> None:
        if noticed.adopted.interrupted or noticed.adopted.in_pile:
            self.left.emit(noticed.adopted.interrupted, noticed.adopted.in_pile)
        if not noticed.changed:
            return
        self._drafting.holding.hear(noticed.claims)
        if self._trail.is_locked():
            return
        self._changed |= noticed.changed
        if self._reading is not None:  # Of two answers the older could come last.
            self._reading.cancel()
        self._reading = self._background.run(self._use.some_cases(self._changed), self._changes_read)

    def _changes_read(self, cases: tuple[CaseFile, ...] | None) -> None:
        changed, self._changed = self._changed, frozenset()
        if self._trail.is_locked():  # It was locked meanwhile: pages that open later read for themselves.
            return
        if cases is None:  # The pages ask for themselves, and say so where the journal still cannot be read.
            self._read_cases_anew()
            return
        for page in self._trail.pages:
            if isinstance(page, CasesViewModel):
                page.take(changed, cases)
            elif isinstance(page, PileViewModel):
                page.take(cases)
            elif isinstance(page, OutcomeViewModel):
                for case in cases:
                    if case.outcome is not None and state_after(page.state.outcome) is not case.state:
                        page.take(CaseChanged(case.number, case.outcome))
        if isinstance(self._trail.page, SearchViewModel):
            self._drafting.parked.load()
        self._count_anew()

    def _read_cases_anew(self) -> None:
        for page in self._trail.pages:
            if isinstance(page, CasesViewModel):
                page.load()
        self._drafting.parked.load()
        self._count_anew()

    def _taken_over(self, number: str, claim: Claim) -> None:
        """Another desk works on it now: nothing more is written or thrown away from here."""
        self._drafting.let_go()
        self._trail.empty()
        self._trail.page_changed.emit()
        self.taken_over.emit(number, claim)

    def _count_anew(self) -> None:
        """How many cases wait for somebody, once something may have come of the last citizen."""
        if isinstance(self._trail.page, SearchViewModel | OutcomeViewModel | PaperViewModel | CasesViewModel):
            self._background.run(self._use.count_waiting(), self._count)

    def _count(self, waiting: int | None) -> None:
        if waiting is not None and waiting != self.waiting_cases:
            self.waiting_cases = waiting
            self.count_changed.emit()
