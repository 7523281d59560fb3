"""When the desk locks: by key, with the computer, or after a time that nobody has touched it, with a warning first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QObject, Signal

from desktop.settings.profile import Privacy
from desktop.viewmodels.stateful import Stateful


class Cause(Enum):
    """Why the desk was locked."""

    KEY = "key"
    IDLE = "idle"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The desk is in use."""


@dataclass(frozen=True, slots=True)
class Warned:
    """It locks in so many seconds unless somebody touches it."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Locked:
    """Nobody's data is in the window. `guarded`: whoever goes on has shown who they are, so that work is given back."""

    cause: Cause
    guarded: bool


LockState = Unlocked | Warned | Locked


@dataclass(frozen=True, slots=True)
class Room:
    """What the lock asks of the desk. `guard` has whoever comes back show who they are; False where it cannot."""

    is_busy: Callable[[], bool]
    in_conversation: Callable[[], bool]
    holds_anybody: Callable[[], bool]
    let_go: Callable[[], None]
    guard: Callable[[Cause], bool]
    clear_receipt: Callable[[], None]


class LockViewModel(Stateful[LockState]):
    """Emits `locked` when everything has been let go, and `postponed` while a registration in flight holds it up."""

    locked = Signal()
    postponed = Signal()

    def __init__(self, terms: Privacy, room: Room, parent: QObject | None = None) -> None:
        super().__init__(Unlocked(), parent)
        self._terms, self._room = terms, room
        self._waiting: Cause | None = None

    @property
    def is_locked(self) -> bool:
        """Nothing can be opened."""
        return isinstance(self.state, Locked)

    def lock(self, cause: Cause = Cause.KEY) -> None:
        """Let everything go, as soon as no registration is in flight."""
        if self.is_locked:
            return
        if self._room.is_busy():
            if self._waiting is None:
                self._waiting = cause
                self.postponed.emit()
            return
        self._waiting = None
        self._room.let_go()
        self._become(Locked(cause, guarded=self._room.guard(cause)))
        self.locked.emit()

    def unlock(self) -> bool:
        """Go on; whether work may be given back."""
        state = self.state
        if not isinstance(state, Locked):
            return False
        self._become(Unlocked())
        return state.guarded

    def tick(self, idle: float) -> None:
        """Nobody has touched the desk for so many seconds."""
        if self._waiting is not None:
            self.lock(self._waiting)
        if self.is_locked:
            return
        if self._terms.receipt_after and idle >= self._terms.receipt_after:
            self._room.clear_receipt()
        left = self._terms.lock_after - idle
        if not self._terms.lock_after or self._room.in_conversation() or not self._room.holds_anybody():
            self._calm()
        elif left <= 0:
            self.lock(Cause.IDLE)
        elif left <= self._terms.warn_before:
            if self.state != (warned := Warned(ceil(left))):
                self._become(warned)
        else:
            self._calm()

    def _calm(self) -> None:
        if isinstance(self.state, Warned):
            self._become(Unlocked())
