"""What every view model is: one state, and one signal when it has changed."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

S = TypeVar("S")


class Stateful(QObject, Generic[S]):
    """Holds a frozen state; views read `state` and render it anew on `changed`."""

    changed = Signal()

    def __init__(self, state: S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state

    @property
    def state(self) -> S:
        """The present state."""
        return self._state

    def _become(self, state: S) -> None:
        """Nobody is told of what comes back after the page has gone, such as a wish that was kept as it was left."""
        self._state = state
        if isValid(self):
            self.changed.emit()
