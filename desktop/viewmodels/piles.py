"""Blankettbunt: opened by key, left by the lock, and gone on with after it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.listing import Facility
from desktop.domain.pile import PileTerms
from desktop.domain.regions import County
from desktop.domain.registration import Intent, Wish
from desktop.runtime.background import Background
from desktop.runtime.clock import today
from desktop.viewmodels.basis import signed_in
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases


class Piles(QObject):
    """`left` are the terms of the pile that was open when the desk was locked, which name nobody, and whether it was
    begun. `ended`: what was left of it in the background has come to its end.
    """

    ended = Signal()

    def __init__(self, trail: Trail, use: UseCases, background: Background) -> None:
        super().__init__(trail)
        self._trail, self._use, self._background = trail, use, background
        self.left: tuple[PileTerms, bool] | None = None
        self._ending = self._unsaved = 0
        trail.staff.left.connect(self._forget)

    def take(self) -> None:
        """Ctrl+3: Blankettbunt; whoever was open is let go."""
        trail = self._trail
        if trail.is_held() or isinstance(trail.page, PileViewModel) or not trail.may_register:
            return
        centre, county = trail.profile.desk.centres[0], County(trail.profile.desk.county)
        facility = Facility(hsa_id=centre.hsa_id, name=centre.name)
        versions = trail.profile.agreement(county).form_versions
        wish = Wish(Intent.LIST, county, centre.hsa_id, facility=facility)
        terms = PileTerms(wish, centre.name, signed_in(), today(), form_version=versions[0] if versions else "")
        trail.empty()
        trail.open(PileViewModel(terms, self._use.open_pile, self._background, self))

    @property
    def is_ending(self) -> bool:
        """Something of a pile that was left may be on its way to a region."""
        return self._ending > 0

    def leave(self, pile: PileViewModel) -> None:
        """The desk is locked: what has been approved goes on."""
        self.left = pile.terms, pile.is_open
        if pile.leave(self._has_ended, keeps_protected=False):
            self._ending += 1

    def go_on(self) -> None:
        """After the lock the next form can be scanned at once, on the same terms, whoever goes on."""
        left, self.left = self.left, None
        if left is None:
            return
        terms, is_begun = left
        if self._trail.may_register and self._trail.is_empty:
            page = PileViewModel(terms, self._use.open_pile, self._background, self)
            if is_begun:
                page.begin()
            self._trail.open(page)
        self._tell_unsaved()

    def _has_ended(self, unsaved: int) -> None:
        self._ending -= 1
        self._unsaved += unsaved
        self._tell_unsaved()
        self.ended.emit()

    def _tell_unsaved(self) -> None:
        """To whoever goes on with the pile; nobody has decided to keep them, so they are scanned again."""
        if isinstance(self._trail.page, PileViewModel) and self._unsaved:
            self._trail.page.tell_unsaved(self._unsaved)
            self._unsaved = 0

    def _forget(self) -> None:
        self.left, self._unsaved = None, 0
