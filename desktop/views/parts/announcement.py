"""Owns telling a screen reader what changed without moving the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Voice(QObject):
    """``said`` repeats every announcement (text, assertive); Qt itself offers no way to hear one in the process."""

    said = Signal(str, bool)


voice = Voice()


class Introduced(QWidget):
    """Says what it is before anything in it is said, though Qt shows what is inside first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_introduced = False
        self._unsaid: list[tuple[QWidget, str, bool]] = []

    def introduce(self, text: str) -> None:
        """It is shown now: say this, then what has waited for it."""
        unsaid, self._unsaid, self._is_introduced = self._unsaid, [], True
        announce(self, text)
        for widget, said, assertive in unsaid:
            if isValid(widget):
                announce(widget, said, assertive)

    def takes(self, widget: QWidget, text: str, assertive: bool) -> bool:
        """Whether this is kept until it has been introduced."""
        if not self._is_introduced and widget is not self:
            self._unsaid.append((widget, text, assertive))
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._unsaid, self._is_introduced = [], False


def announce(widget: QWidget, text: str, assertive: bool = False) -> None:
    """Say the text on behalf of a visible widget; ``assertive`` interrupts and is meant for errors (WCAG 4.1.3)."""
    if not text or not widget.isVisible():
        return
    around: QWidget | None = widget
    while around is not None and not isinstance(around, Introduced):
        around = around.parentWidget()
    if around is not None and around.takes(widget, text, assertive):
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
    voice.said.emit(text, assertive)
