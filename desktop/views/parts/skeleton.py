"""Owns waiting: nothing for a moment, then quiet grey lines that do not move, then words."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.look import look, scaled
from desktop.views.look.tokens import M, S

from .announcement import announce
from .key_button import KeyButton
from .text import Text

QUIET_MS = 400
WORDS_MS = 3000


class Skeleton(QWidget):
    """``start()`` when the waiting begins and ``stop()`` when it ends; the part takes up its room all the while.

    ``button`` comes with the words, for giving up a wait that can be given up (reading, never registering).
    """

    def __init__(
        self,
        words: str,
        lines: int = 3,
        quiet_ms: int = QUIET_MS,
        words_ms: int = WORDS_MS,
        button: KeyButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._lines = words, lines
        self._drawn = False
        self._text = Text(role="muted")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignTop)
        self._button = button
        if button is not None:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.hide()
        scaled(self, self._make_room)
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._quiet.timeout.connect(self._draw)
        self._patience = QTimer(self, singleShot=True, interval=words_ms)
        self._patience.timeout.connect(self._speak)

    def say(self, words: str) -> None:
        """Wait for something else, in these words."""
        self._words = words

    def start(self) -> None:
        """Begin waiting, from nothing."""
        self._forget()
        if self.parentWidget() is not None:
            self.show()  # without a parent yet, it will be shown with its page and must not become a window
        self._quiet.start()
        self._patience.start()

    def stop(self) -> None:
        """The wait is over."""
        self._forget()
        self.hide()

    def _forget(self) -> None:
        self._quiet.stop()
        self._patience.stop()
        self._drawn = False
        self._text.show_text("")
        if self._button is not None:
            self._button.hide()

    @property
    def drawn(self) -> bool:
        """Whether the grey lines are visible yet."""
        return self._drawn

    def _make_room(self) -> None:
        self._column.setContentsMargins(0, self._lines * self._step() + look().px(S), 0, 0)
        self.setMinimumHeight((self._lines + 1) * self._step())

    def _draw(self) -> None:
        self._drawn = True
        self.update()

    def _speak(self) -> None:
        self._text.show_text(self._words)
        if self._button is not None:
            self._button.show()
        announce(self, self._words)

    def _step(self) -> int:
        return self.fontMetrics().height() + look().px(M)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("skeleton"))
        bar = self.fontMetrics().height() * 0.7
        widths = (0.55, 0.85, 0.7, 0.4)
        for line in range(self._lines):
            width = min(self.width(), look().px(560)) * widths[line % len(widths)]
            painter.drawRoundedRect(QRectF(0, line * self._step() + look().px(M), width, bar), bar / 3, bar / 3)
