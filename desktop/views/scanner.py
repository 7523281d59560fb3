"""A scanner that types: a number or a form's code faster than anybody types, then Enter, wherever the focus is.

A driving licence's code holds the personal number alone; many scanners put a prefix before it (`without_prefix`). A
field that is itself meant for a number is left alone.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.domain.case import looks_like_code
from desktop.domain.lookup import without_prefix
from desktop.views.parts import TAKES_SCANS

_FASTEST_TYPIST = 0.06
_SHORTEST = 10
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Scanner(QObject):
    """Emits `scanned` with what a scanner typed, and takes it out of the field that it landed in.

    It listens where the focus is, and nowhere else: a filter on the whole application would see every paint as well.
    """

    scanned = Signal(str)

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._typed = ""
        self._last = 0.0
        app.focusChanged.connect(self._listen_at)
        self._listen_at(None, QApplication.focusWidget())

    def _listen_at(self, left: QWidget | None, focused: QWidget | None) -> None:
        if left is not None and isValid(left):
            left.removeEventFilter(self)
        if focused is not None and self._window.isAncestorOf(focused):
            focused.installEventFilter(self)

    def forget(self) -> None:
        """What was typed last goes with whoever it was about."""
        self._typed = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key once, where the focus is."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        if watched.property(TAKES_SCANS):
            return False
        sign = event.text()
        if not sign:  # Shift, before a capital letter.
            return False
        now, since = time.monotonic(), self._last
        self._last = now
        if now - since > _FASTEST_TYPIST:
            self._typed = ""
        if event.key() in _ENDS and _is_scan(without_prefix(self._typed)):
            self._hand_over(watched)
            return True
        self._typed = self._typed + sign if sign.isascii() and sign.isprintable() else ""
        return False

    def _hand_over(self, focused: QObject) -> None:
        typed, self._typed = self._typed, ""
        if isinstance(focused, QLineEdit) and focused.text().endswith(typed):
            focused.setText(focused.text().removesuffix(typed))
        self.scanned.emit(without_prefix(typed))


def _is_scan(typed: str) -> bool:
    """Enough digits for a number, or a form's code."""
    return looks_like_code(typed) or (len(typed) >= _SHORTEST and all(sign.isdigit() or sign in "+-" for sign in typed))
