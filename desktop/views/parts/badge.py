"""Owns the badge: a short mark of icon and words, coloured but never by colour alone."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.look import ColorName, IconView, Tone, spaced
from desktop.views.look.tokens import XS, S

from .text import Text


class Badge(QFrame):
    """``Badge("Folkbokförd", tone="ok", icon="circle-check")``; the words say all that the colour says."""

    def __init__(self, text: str, tone: Tone = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("badge")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        spaced(row, gap=XS, across=S, down=XS // 2)
        if icon:
            row.addWidget(IconView(icon, ink(tone), 14))
        words = Text(text, tone=tone)
        words.setWordWrap(False)
        row.addWidget(words)


def ink(tone: Tone) -> ColorName:
    """The colour of icons and words in a tone."""
    return "text" if tone == "neutral" else tone
