"""What the desk does when it is locked: everybody leaves every page, and what was begun waits in the journal."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import CaseFile
from desktop.domain.outcome import Receipt
from desktop.domain.pile import PileTerms
from desktop.runtime.background import Background
from desktop.settings.profile import Profile
from desktop.viewmodels.choosing import Choosing
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.draft_keeper import DraftKeeper
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.lock import Cause, LockViewModel, Room
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.use_cases import UseCases

_SWEPT_AFTER = 100
"""Milliseconds after which the pages are gone, and what only they held is swept out."""


class Locking(Choosing):
    """`lock` tells whether the desk is locked; `lock_session` locks the operating system's, if it can.

    `given_back` carries the case that was open, once somebody goes on who has shown who they are, and
    `pile_given_back` the terms of the pile that was open, which name nobody, and whether it was begun, whoever goes on.
    """

    given_back = Signal(object)
    pile_given_back = Signal(object, bool)

    def __init__(
        self, profile: Profile, cases: UseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(profile, cases, background, parent)
        self.lock_session: Callable[[], bool] = bool
        room = Room(
            is_busy=lambda: self.is_sending and not isinstance(self.page, PileViewModel),
            in_conversation=lambda: self.in_call or self._is_by_phone,
            holds_anybody=lambda: self._holds_anybody,
            let_go=self._let_everybody_go,
            guard=self._guard,
            clear_receipt=self._clear_receipt,
        )
        self.lock = LockViewModel(profile.privacy, room, self)
        self.is_locked = lambda: self.lock.is_locked
        self._left: DraftKeeper | str = ""
        self._left_pile: tuple[PileTerms, bool] | None = None
        self.left_protected = False
        """Whether whoever was open when the desk was locked has protected data, so that nothing was kept."""
        self._piles_ending = self._unsaved_forms = 0
        self.drafting.parked.changed.connect(self._keep_drafts_away)
        self.staff.changed.connect(self._staff_is_back)
        self.staff.left.connect(self._forget_what_was_left)

    def unlock(self) -> None:
        """Go on: where whoever does has shown who they are, with what was open."""
        give_back = self.lock.unlock()
        self.drafting.parked.load()
        self.page_changed.emit()
        left, self._left = self._left, ""
        left_pile, self._left_pile = self._left_pile, None
        if left_pile is not None:
            self.pile_given_back.emit(*left_pile)
            self._tell_unsaved_forms()
        number = left.number if isinstance(left, DraftKeeper) else left
        if give_back and number:
            self._background.run(self._use.list_cases(), lambda cases: self._give_back(number, cases))

    @property
    def holds_protected(self) -> bool:
        """Somebody with protected data is open: nothing is copied from the desk."""
        return self.overview is not None and self.overview.state.citizen.is_protected

    @property
    def _is_by_phone(self) -> bool:
        """The check rests on a phone call, which goes on while nobody touches the desk."""
        check = self.checking
        return check is not None and check.basis.kind is EvidenceKind.PHONE

    @property
    def _holds_anybody(self) -> bool:
        """Something is open; a desk that one signs in to is somebody's even when it is empty."""
        return not self.is_empty or self.staff.is_asked_for

    def _let_everybody_go(self) -> None:
        """Out of every page and model, also of what lasts between citizens; what was begun stays as a draft."""
        self._left = ""
        for page in self.pages:
            if isinstance(page, OutcomeViewModel):
                self._left = page.state.case_number
            elif isinstance(page, ResendingViewModel):
                self._left = page.case.number
            elif isinstance(page, PileViewModel):
                self._leave_pile(page)
        self.left_protected = self.holds_protected and not self._left
        self._keep_what_is_written()
        if self.overview is not None and not self._left:
            self._left = self.drafting.leave(self.overview.state.citizen)
        self.let_go()
        self.drafting.parked.forget()
        self._use.forget()
        QTimer.singleShot(_SWEPT_AFTER, gc.collect)

    def _keep_what_is_written(self) -> None:
        """What stands on a page above the check, as the case that the page itself would make of it."""
        if self.holds_protected:
            return
        for page in self.pages:
            if isinstance(page, CorrectionViewModel) and page.is_begun:
                self._background.run(self._use.keep_correction(page.written), lambda _: None)
            elif isinstance(page, LackingViewModel) and (begun := page.begun) is not None:
                self.drafting.keeper.forget()
                self.drafting.begin()
                self._left = self.drafting.leave_as(begun)

    def _leave_pile(self, pile: PileViewModel) -> None:
        self._left_pile = pile.terms, pile.is_open
        if pile.leave(self._pile_ended, keeps_protected=False):
            self._piles_ending += 1

    def _pile_ended(self, unsaved: int) -> None:
        self._piles_ending -= 1
        self._unsaved_forms += unsaved
        self._tell_unsaved_forms()
        self._use.forget()
        QTimer.singleShot(_SWEPT_AFTER, gc.collect)

    def _tell_unsaved_forms(self) -> None:
        """To whoever goes on with the pile; nobody has decided to keep them, so they are scanned again."""
        if isinstance(self.page, PileViewModel) and self._unsaved_forms:
            self.page.tell_unsaved(self._unsaved_forms)
            self._unsaved_forms = 0

    @property
    def left_pile(self) -> bool:
        """A pile was open when the desk was locked."""
        return self._left_pile is not None

    @property
    def may_close(self) -> bool:
        """No registration is in flight, neither on the page nor of a pile that the lock has taken away."""
        return not self.is_sending and not self._piles_ending

    def _keep_drafts_away(self) -> None:
        """What is being left just now becomes a draft, and would be listed among them."""
        if self.lock.is_locked and self.drafting.parked.state:
            self.drafting.parked.forget()

    def _guard(self, cause: Cause) -> bool:
        """Whoever is at work in another program does not have the whole computer locked under their hands."""
        elsewhere = QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        if self.ask_for_sign_in() or cause is Cause.SESSION:
            return True
        return not (cause is Cause.IDLE and elsewhere) and self.lock_session()

    def _staff_is_back(self) -> None:
        if self.lock.is_locked and self.staff.is_open:
            self.unlock()

    def _forget_what_was_left(self) -> None:
        self._left, self._left_pile, self._unsaved_forms = "", None, 0

    def _give_back(self, number: str, cases: tuple[CaseFile, ...] | None) -> None:
        found = next((case for case in cases or () if case.number == number), None)
        if found is not None and self.is_empty:
            self.given_back.emit(found)

    def _clear_receipt(self) -> None:
        """A receipt that nobody has touched for a while leaves the screen, not while it is printed."""
        page = self.page
        if isinstance(page, PaperViewModel) and isinstance(page.state.content, Receipt) and not page.is_printing:
            self.new_citizen()
