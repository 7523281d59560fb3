"""What has been begun on the open pages: kept as a draft, parked by Ctrl+M, and claimed while it is worked on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.case import CaseFile
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.runtime.background import Background
from desktop.viewmodels.draft_keeper import DraftKeeper, begun_with
from desktop.viewmodels.holding import Holding
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.parked import ParkedViewModel
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases


class Drafting(QObject):
    """Pages are left with what becomes of the work on them. `not_kept`: of protected data there is no draft.

    `claim_met` carries a case that another desk has open.
    """

    not_kept = Signal()
    claim_met = Signal(object)

    def __init__(self, trail: Trail, use: UseCases, background: Background) -> None:
        super().__init__(trail)
        self._trail, self._use, self._background = trail, use, background
        self.holding = Holding(use.claim_case, use.release_cases, background, self)
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self.holding.met.connect(self.claim_met)
        self.holding.refused.connect(self._leaving.start)
        self._leaving.timeout.connect(lambda: self.holding.keep(self._worked_on()))
        trail.page_changed.connect(self._leaving.start)
        trail.search.changed.connect(self._leaving.start)
        trail.closing.connect(self._closing)
        self.parked = ParkedViewModel(use.drafts, background, self)
        trail.standing_changed.connect(self.parked.load)  # A journal that can be read now has drafts to show.
        self.begin()

    def begin(self, number: str = "") -> None:
        """From now on another draft is written, or the one with this number goes on; what was written stays."""
        self.keeper = DraftKeeper(self._use.keep_draft, self._use.drop_draft, self._background, number)
        self.keeper.kept.connect(self._kept)

    def take(self, case: CaseFile, then: Callable[[CaseFile], None], *, by_hand: bool = False) -> None:
        """Claim a case, and go on with it unless something else has been opened meanwhile."""
        page = self._trail.page

        def go_on(found: CaseFile) -> None:
            if self._trail.page is page and not self._trail.is_held():
                then(found)
            self._leaving.start()

        if not self._trail.is_held():
            self.holding.take(case, go_on, by_hand=by_hand)

    def park(self) -> None:
        """Ctrl+M: the phone rings. What is open is kept as a draft, and the desk is free for somebody else."""
        trail = self._trail
        if trail.overview is not None and not trail.is_held():
            citizen, is_over = trail.overview.state.citizen, isinstance(trail.page, OutcomeViewModel)
            if not self._waits_as_form:
                self.leave(citizen)
            trail.new_citizen()
            if citizen.is_protected and not is_over:
                self.not_kept.emit()

    def leave_check(self) -> None:
        """A check that was begun waits among the cases, as a form that has been printed does already."""
        trail = self._trail
        if trail.overview is not None and trail.checking is not None and not self._waits_as_form:
            self.leave(trail.overview.state.citizen)

    @property
    def _waits_as_form(self) -> bool:
        return isinstance(self._trail.page, PaperViewModel) and bool(self._trail.visit.printed)

    def leave(self, citizen: Citizen) -> DraftKeeper:
        """What is open stays as a draft after it is left, except of somebody with protected data."""
        check = self._trail.checking
        if check is not None:
            check.leave()
        return self.leave_as(begun_with(citizen, check))

    def leave_as(self, draft: Draft) -> DraftKeeper:
        """A draft that stays, and what writes it; the next page begins another."""
        self.keeper.write(draft)
        left = self.keeper
        self.begin()
        return left

    def let_go(self) -> None:
        """What is open is another desk's now: nothing more is written or thrown away from here."""
        self.keeper.let_go()
        self.begin()

    def keep_what_is_open(self) -> None:
        """The window closes: what has been begun is given back at the next start."""
        check = self._trail.checking
        if check is not None and not check.is_sending:
            check.leave()
        self.keeper.write()
        self.keeper.let_go()

    def _kept(self, number: str) -> None:
        """What was written is claimed; a draft that was left as it was written is let go of."""
        self.holding.has(number)
        self._leaving.start()
        self.parked.load()

    def _worked_on(self) -> frozenset[str]:
        """The cases that the open pages are about, which no other desk works on meanwhile."""
        trail = self._trail
        if trail.is_empty:
            return frozenset()
        resent = (page.case for page in trail.pages if isinstance(page, ResendingViewModel))
        cases = (trail.visit.returned, trail.visit.draft, *resent)
        return frozenset(case.number for case in cases if case is not None) | {self.keeper.number}

    def _closing(self, length: int, keeps_draft: bool) -> None:
        """A check that is left takes its draft along, unless another comes in its place.

        For that other it leaves behind who chooses, on what evidence, and the siblings.
        """
        check = self._trail.checking
        if check is not None and check in self._trail.pages[:length]:
            check = None
        if check is not None:
            check.leave()
        if not keeps_draft and (check is not None or length == 1):
            self.keeper.forget()
        if check is not None:
            self._trail.visit.left = (check.basis, check.along)
