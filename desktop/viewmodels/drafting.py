"""What has been begun on the open pages: kept as a draft, parked by Ctrl+M, and claimed while it is worked on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.citizen import Citizen
from desktop.runtime.background import Background
from desktop.settings.profile import Profile
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.draft_keeper import DraftKeeper, begun_with
from desktop.viewmodels.holding import Holding
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.parked import ParkedViewModel
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.search import Idle
from desktop.viewmodels.standing import Standing
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases


class Drafting(Trail):
    """Pages are left with what becomes of the work on them. `not_kept`: of protected data there is no draft."""

    not_kept = Signal()

    def __init__(
        self, profile: Profile, cases: UseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(profile, cases, background, parent)
        self.holding = Holding(cases.claim_case, cases.release_cases, background, self)
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self.holding.refused.connect(self._leaving.start)
        self._leaving.timeout.connect(lambda: self.holding.keep(self._worked_on()))
        self.page_changed.connect(self._leaving.start)
        self.search.changed.connect(self._leaving.start)
        self.parked = ParkedViewModel(cases.drafts, background, self)
        self._keeper = self._new_keeper()

    def stand(self, standing: Standing) -> None:
        """See `Trail`; a journal that can be read now has drafts to show."""
        super().stand(standing)
        self.parked.load()

    def park(self) -> None:
        """Ctrl+M: the phone rings. What is open is kept as a draft, and the desk is free for somebody else."""
        if self.overview is not None and not self._is_held():
            citizen, is_over = self.overview.state.citizen, isinstance(self.page, OutcomeViewModel)
            if not self._waits_as_form:
                self._leave_as_draft(citizen)
            self.new_citizen()
            if citizen.is_protected and not is_over:
                self.not_kept.emit()

    @property
    def _waits_as_form(self) -> bool:
        """The open page is a form that has been printed: it waits among the cases already."""
        return isinstance(self.page, PaperViewModel) and bool(self._visit.printed)

    def _leave_as_draft(self, citizen: Citizen) -> None:
        """What is open stays as a draft after it is left, except of somebody with protected data."""
        if self._checking is not None:
            self._checking.leave()
        self._keeper.write(begun_with(citizen, self._checking))
        self._keeper = self._new_keeper()

    def keep_what_is_open(self) -> None:
        """The window closes: what has been begun is given back at the next start."""
        if self._checking is not None and not self._checking.is_sending:
            self._checking.leave()
        self._keeper.write()
        self._keeper.let_go()

    def _new_keeper(self, number: str = "") -> DraftKeeper:
        keeper = DraftKeeper(self._use.keep_draft, self._use.drop_draft, self._background, number)
        keeper.kept.connect(self._draft_kept)
        return keeper

    def _draft_kept(self, number: str) -> None:
        """What was written is claimed; a draft that was left as it was written is let go of."""
        self.holding.has(number)
        self._leaving.start()
        self.parked.load()

    def _worked_on(self) -> frozenset[str]:
        """The cases that the open pages are about, which no other desk works on meanwhile."""
        if len(self._trail) == 1 and isinstance(self.search.state, Idle):
            return frozenset()
        resent = (page.case for page in self._trail if isinstance(page, ResendingViewModel))
        cases = (self._visit.returned, self._visit.draft, *resent)
        return frozenset(case.number for case in cases if case is not None) | {self._keeper.number}

    def _close_until(self, length: int, *, keeps_draft: bool = False) -> None:
        """A check that is left takes its draft along, unless another comes in its place."""
        left = any(isinstance(page, CheckViewModel) for page in self._trail[length:])
        if not keeps_draft and (left or length == 1):
            self._keeper.forget()
        super()._close_until(length)
