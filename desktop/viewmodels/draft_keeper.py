"""Keeps what is open as a draft a moment after the last change, so that a crash or a phone call loses nothing.

Of somebody with protected data nothing is kept by itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.case import CaseFile
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.runtime.background import Background
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready

KeepDraft = Callable[[Draft, str], Awaitable[str | None]]
Drafts = Callable[[], Awaitable[tuple[CaseFile, ...]]]
DropDraft = Callable[[str], Awaitable[bool]]

_AFTER = 2000
"""Milliseconds without a change after which it is written: who registers at once writes no draft."""


class DraftKeeper(QObject):
    """One draft for one citizen's visit. `number` is empty until something is written.

    `kept` carries the number after each change, empty once the draft has gone.
    """

    kept = Signal(str)

    def __init__(
        self,
        keep: KeepDraft,
        drop: DropDraft,
        background: Background,
        number: str = "",
    ) -> None:
        super().__init__()
        self.number = number
        self._keep, self._drop, self._background = keep, drop, background
        self._draft: Draft | None = None
        self._is_writing = self._is_forgotten = self._is_let_go = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self.write)

    def follow(self, check: CheckViewModel) -> None:
        """Keep what is in this check from now on."""
        check.changed.connect(lambda: self._changed(check))

    def write(self, begun: Draft | None = None) -> None:
        """Write now: what is given, or what the timer waited with."""
        self._soon.stop()
        self._draft = begun or self._draft
        if self._draft is not None and self._draft.citizen.is_protected:
            self._draft = None
        if self._draft is not None and not self._is_writing:
            draft, self._draft, self._is_writing = self._draft, None, True
            self._background.run(self._keep(draft, self.number), self._written, None)

    def forget(self) -> None:
        """It was sent, printed, or left on purpose: the draft goes. What changes from now on is kept anew."""
        self._soon.stop()
        self._draft = None
        if self._is_writing:
            self._is_forgotten = True
        elif self.number:
            number, self.number = self.number, ""
            self._background.run(self._drop(number), lambda _: self.kept.emit(""), False)

    def let_go(self) -> None:
        """What is being written is written; of what changes from now on nothing is."""
        self._soon.stop()
        self._draft, self._is_let_go = None, True

    def _changed(self, check: CheckViewModel) -> None:
        begun = draft_of(check)
        if begun is not None and not check.is_sending and not begun.citizen.is_protected and not self._is_let_go:
            self._draft = begun
            self._soon.start()

    def _written(self, number: str | None) -> None:
        self._is_writing = False
        self.number = number or self.number
        self.kept.emit(self.number)
        waiting = self._draft
        if self._is_forgotten:
            self._is_forgotten = False
            self.forget()
        if waiting is not None:
            self.write(waiting)


def draft_of(check: CheckViewModel) -> Draft | None:
    """What a check holds; None while there is nothing yet."""
    state = check.state
    if not isinstance(state, Ready):
        return None
    siblings = tuple(sibling.identity for sibling in state.siblings)
    basis = state.basis
    return Draft(state.overview.citizen, check.wish, basis.chooser, basis.evidence, siblings)


def begun_with(citizen: Citizen, check: CheckViewModel | None) -> Draft:
    """What there is of somebody who is left for the moment: the check, or only who was open."""
    begun = draft_of(check) if check is not None else None
    return begun or Draft(citizen, check.wish if check is not None else None)
