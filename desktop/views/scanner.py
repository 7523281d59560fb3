"""A scanner that types: a number or a form's code faster than anybody types, then Enter, wherever the focus is.

A driving licence's code holds the personal number alone. A field that is itself meant for a number is left alone.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.case import looks_like_code

TAKES_SCANS = "takesScans"
"""Property of a line edit that wants the digits itself."""

_FASTEST_TYPIST = 0.06
_SHORTEST = 10
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Scanner(QObject):
    """Emits `scanned` with what a scanner typed, and takes it out of the field that it landed in."""

    scanned = Signal(str)

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._typed = ""
        self._last = 0.0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key once, where the focus is."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        focused = QApplication.focusWidget()
        if watched is not focused or event.isAutoRepeat() or not self._window.isAncestorOf(focused):
            return False
        if focused.property(TAKES_SCANS):
            return False
        sign = event.text()
        if not sign:  # Shift, before a capital letter.
            return False
        now, since = time.monotonic(), self._last
        self._last = now
        if now - since > _FASTEST_TYPIST:
            self._typed = ""
        if event.key() in _ENDS and _is_scan(self._typed):
            self._hand_over(focused)
            return True
        self._typed = self._typed + sign if sign.isascii() and (sign.isalnum() or sign in "+-") else ""
        return False

    def _hand_over(self, focused: QObject) -> None:
        typed, self._typed = self._typed, ""
        if isinstance(focused, QLineEdit) and focused.text().endswith(typed):
            focused.setText(focused.text().removesuffix(typed))
        self.scanned.emit(typed)


def _is_scan(typed: str) -> bool:
    """Enough digits for a number, or a form's code."""
    return looks_like_code(typed) or (len(typed) >= _SHORTEST and not any(map(str.isalpha, typed)))
