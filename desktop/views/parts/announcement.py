"""Owns telling a screen reader what changed without moving the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Voice(QObject):
    """``said`` repeats every announcement (text, assertive); Qt itself offers no way to hear one in the process."""

    said = Signal(str, bool)


voice = Voice()


def announce(widget: QWidget, text: str, assertive: bool = False) -> None:
    """Say the text on behalf of a visible widget; ``assertive`` interrupts and is meant for errors (WCAG 4.1.3)."""
    if not text or not widget.isVisible():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
    voice.said.emit(text, assertive)
