"""A scanner that types: a number or a form's code faster than anybody types, then Enter, wherever the focus is.

A driving licence's code holds the personal number alone; many scanners put signs around it (`as_read`). A
field that is itself meant for a number keeps its scan, in place of what was half typed there.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.domain.case import looks_like_code
from desktop.domain.identity import as_read
from desktop.views.parts import TAKES_SCANS

_FASTEST_TYPIST = 0.06
_DIGITS = (10, 12)
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Both held are AltGr, with which signs are typed."""
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Scanner(QObject):
    """Emits `scanned` with what a scanner typed, and takes it out of the field that it landed in.

    It listens where the focus is, in the window or in a dialogue or a list over it, and nowhere else: a filter on the
    whole application would see every paint as well.
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
        if focused is not None and self._has(focused):
            focused.installEventFilter(self)

    def _has(self, widget: QWidget) -> bool:
        """Whether it lies in the window, or over it: whatever has the focus takes the scan's Enter for its own."""
        top = widget.window()
        while top is not self._window and (below := top.parentWidget()) is not None:
            top = below.window()
        return top is self._window

    def forget(self) -> None:
        """What was typed last goes with whoever it was about."""
        self._typed = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key once, where the focus is."""
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self._ends(event):
            event.accept()  # A list that is open would choose its marked row before the key is pressed.
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        sign = event.text()
        if not sign:  # Shift, before a capital letter.
            return False
        if self._ends(event):
            typed, self._typed = self._typed, ""
            return self._took(watched, typed)
        typed = "" if self._comes_after_a_pause(event) else self._typed
        is_typed = sign.isprintable() and event.modifiers() & _CHORD != Qt.KeyboardModifier.ControlModifier
        self._typed = typed + sign if is_typed else ""
        self._last = _pressed_at(event)
        return False

    def _comes_after_a_pause(self, event: QKeyEvent) -> bool:
        return _pressed_at(event) - self._last > _FASTEST_TYPIST

    def _ends(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # Ctrl+Enter is somebody's.
        is_end = event.key() in _ENDS and not held
        return is_end and not self._comes_after_a_pause(event) and _is_scan(as_read(self._typed))

    def _took(self, watched: QObject, typed: str) -> bool:
        if watched.property(TAKES_SCANS):
            _keep_alone(watched, typed)
            return False
        _take_out(watched, typed)
        self.scanned.emit(as_read(typed))
        return True


def _pressed_at(event: QKeyEvent) -> float:
    """In seconds. A busy program handles keys late and many at once, which makes no scan of what somebody typed."""
    return event.timestamp() / 1000 or time.monotonic()


def _keep_alone(field: QObject, typed: str) -> None:
    """What was half typed there before gives way."""
    if isinstance(field, QLineEdit) and field.text() != typed and _stands_before_cursor(field, typed):
        field.selectAll()
        field.insert(typed)


def _take_out(field: QObject, typed: str) -> None:
    """As an edit, for whoever follows the field has heard of each digit."""
    if isinstance(field, QLineEdit) and _stands_before_cursor(field, typed):
        field.setSelection(field.cursorPosition() - len(typed), len(typed))
        field.del_()


def _stands_before_cursor(field: QLineEdit, typed: str) -> bool:
    return field.text()[: field.cursorPosition()].endswith(typed)


def _is_scan(typed: str) -> bool:
    """As many digits as a number has, or a form's code."""
    if not typed.isascii():
        return False
    digits = typed.replace("-", "").replace("+", "")
    return looks_like_code(typed) or (digits.isdigit() and len(digits) in _DIGITS)
