"""Owns the rail: the few places of the desk, at the window's left edge, with the present one marked."""

from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.look import spaced
from desktop.views.look.tokens import XS, M

from .key_button import KeyButton


class Rail(QFrame):
    """``rail.add(KeyButton("Sök", key="Ctrl+1", icon="search", look="nav"))``; ``rail.mark(0)`` marks the first place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._places = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=XS, across=M, down=M)
        self._column.addStretch(1)

    def add(self, place: KeyButton) -> None:
        """Add a place below the others; pressing it marks it."""
        place.setCheckable(True)
        self._places.addButton(place, len(self._places.buttons()))
        self._column.insertWidget(self._column.count() - 1, place)

    def add_below(self, button: KeyButton) -> None:
        """Add a button at the foot of the rail that is no place, such as the one that locks."""
        self._column.addWidget(button)

    def mark(self, number: int) -> None:
        """Mark a place, counted from 0, as the present one."""
        self._places.button(number).setChecked(True)
