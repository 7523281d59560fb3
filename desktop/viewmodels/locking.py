"""What the desk does when it is locked: everybody leaves every page, and what was begun waits in the journal."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import CaseFile
from desktop.domain.outcome import Receipt
from desktop.runtime.background import Background
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.draft_keeper import DraftKeeper
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.lock import Cause, LockViewModel, Room
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.piles import Piles
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases

_SWEPT_AFTER = 100
"""Milliseconds after which the pages are gone, and what only they held is swept out."""


class Locking(QObject):
    """`lock` tells whether the desk is locked; `lock_session` locks the operating system's, if it can.

    `given_back` carries the case that was open, once somebody goes on who has shown who they are.
    """

    given_back = Signal(object)

    def __init__(self, trail: Trail, drafting: Drafting, piles: Piles, use: UseCases, background: Background) -> None:
        super().__init__(trail)
        self._trail, self._drafting, self._piles = trail, drafting, piles
        self._use, self._background = use, background
        self.lock_session: Callable[[], bool] = bool
        room = Room(
            is_busy=lambda: trail.is_sending and not isinstance(trail.page, PileViewModel),
            in_conversation=lambda: trail.in_call or self._is_by_phone,
            holds_anybody=lambda: not trail.is_empty or trail.staff.is_asked_for,
            let_go=self._let_everybody_go,
            guard=self._guard,
            clear_receipt=self._clear_receipt,
        )
        self.lock = LockViewModel(trail.profile.privacy, room, self)
        trail.is_locked = lambda: self.lock.is_locked
        self._left: DraftKeeper | str = ""
        self.left_protected = False
        """Whether whoever was open when the desk was locked has protected data, so that nothing was kept."""
        drafting.parked.changed.connect(self._keep_drafts_away)
        piles.ended.connect(self._sweep)
        trail.staff.changed.connect(self._staff_is_back)
        trail.staff.left.connect(self._forget_what_was_left)

    def unlock(self) -> None:
        """Go on: where whoever does has shown who they are, with what was open."""
        give_back = self.lock.unlock()
        self._drafting.parked.load()
        self._trail.page_changed.emit()
        left, self._left = self._left, ""
        self._piles.go_on()
        number = left.number if isinstance(left, DraftKeeper) else left
        if give_back and number:
            self._background.run(self._use.list_cases(), lambda cases: self._give_back(number, cases))

    def ask_for_sign_in(self) -> bool:
        """Ask who is there while the page stays beneath; False where nobody can be asked for, or a call is in flight.

        `staff.changed` tells when somebody is signed in again.
        """
        return not self._trail.is_sending and self._trail.staff.ask_again()

    @property
    def _is_by_phone(self) -> bool:
        """The check rests on a phone call, which goes on while nobody touches the desk."""
        check = self._trail.checking
        return check is not None and check.basis.kind is EvidenceKind.PHONE

    def _let_everybody_go(self) -> None:
        """Out of every page and model, also of what lasts between citizens; what was begun stays as a draft."""
        self._left = ""
        for page in self._trail.pages:
            if isinstance(page, OutcomeViewModel):
                self._left = page.state.case_number
            elif isinstance(page, ResendingViewModel):
                self._left = page.case.number
            elif isinstance(page, PileViewModel):
                self._piles.leave(page)
        self.left_protected = self._trail.holds_protected and not self._left
        self._keep_what_is_written()
        if self._trail.overview is not None and not self._left:
            self._left = self._drafting.leave(self._trail.overview.state.citizen)
        self._trail.let_go()
        self._drafting.parked.forget()
        self._sweep()

    def _sweep(self) -> None:
        self._use.forget()
        QTimer.singleShot(_SWEPT_AFTER, gc.collect)

    def _keep_what_is_written(self) -> None:
        """What stands on a page above the check, as the case that the page itself would make of it."""
        if self._trail.holds_protected:
            return
        for page in self._trail.pages:
            if isinstance(page, CorrectionViewModel) and page.is_begun:
                self._background.run(self._use.keep_correction(page.written), lambda _: None)
            elif isinstance(page, LackingViewModel) and (begun := page.begun) is not None:
                self._drafting.keeper.forget()
                self._drafting.begin()
                self._left = self._drafting.leave_as(begun)

    @property
    def may_close(self) -> bool:
        """No registration is in flight, neither on the page nor of a pile that the lock has taken away."""
        return not self._trail.is_sending and not self._piles.is_ending

    def _keep_drafts_away(self) -> None:
        """What is being left just now becomes a draft, and would be listed among them."""
        if self.lock.is_locked and self._drafting.parked.state:
            self._drafting.parked.forget()

    def _guard(self, cause: Cause) -> bool:
        """Whoever is at work in another program does not have the whole computer locked under their hands."""
        elsewhere = QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        if self.ask_for_sign_in() or cause is Cause.SESSION:
            return True
        return not (cause is Cause.IDLE and elsewhere) and self.lock_session()

    def _staff_is_back(self) -> None:
        if self.lock.is_locked and self._trail.staff.is_open:
            self.unlock()

    def _forget_what_was_left(self) -> None:
        self._left = ""

    def _give_back(self, number: str, cases: tuple[CaseFile, ...] | None) -> None:
        found = next((case for case in cases or () if case.number == number), None)
        if found is not None and self._trail.is_empty:
            self.given_back.emit(found)

    def _clear_receipt(self) -> None:
        """A receipt that nobody has touched for a while leaves the screen, not while it is printed."""
        page = self._trail.page
        if isinstance(page, PaperViewModel) and isinstance(page.state.content, Receipt) and not page.is_printing:
            self._trail.new_citizen()
