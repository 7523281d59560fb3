"""Owns the line at the window's foot: what stands (region, connection) and what was just done."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.views.look import IconView, Tone, spaced
from desktop.views.look.tokens import XS, L, S

from .announcement import announce
from .badge import ink
from .text import Text


class StatusLine(QFrame):
    """``show_standing`` for what is true until it changes, ``say`` for what just happened.

    A message stays until the next one, since a text that disappears by itself is missed by whoever reads slowly.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-line")
        self._standing_mark, self._standing = IconView("plug", "muted", 16), Text(role="small")
        self._message_mark, self._message = IconView("info", "muted", 16), Text(role="small")
        row = QHBoxLayout(self)
        spaced(row, gap=S, across=L, down=XS)
        row.addWidget(self._standing_mark)
        row.addWidget(self._standing, 2)
        row.addWidget(self._message_mark)
        row.addWidget(self._message, 3)
        self._standing_mark.hide()
        self._message_mark.hide()

    def show_standing(self, text: str, icon: str = "plug", tone: Tone = "neutral") -> None:
        """Show the lasting state; it is announced only when its tone is a warning or an error."""
        self._standing_mark.show_icon(icon, ink(tone))
        self._standing_mark.setVisible(bool(text))
        self._standing.show_text(text)
        if tone in ("warning", "error"):
            announce(self, text)

    def say(self, text: str, icon: str = "check", tone: Tone = "neutral", aloud: bool = True) -> None:
        """Show and announce what was just done; an empty text clears it, and what counts down is not said each time."""
        self._message_mark.show_icon(icon, ink(tone))
        self._message_mark.setVisible(bool(text))
        self._message.show_text(text)
        if aloud:
            announce(self, text, assertive=tone == "error")

    def take_back(self, text: str) -> None:
        """Clear the message if this is what it says: it has stopped being true."""
        if self._message.text() == text:
            self.say("")
