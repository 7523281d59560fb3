"""Owns how much room a button's words and key take, and what a button gives up where room is short.

Layouts ask for the same sizes many times over; a page of buttons is laid out in half the time when they are kept.
"""

from enum import Enum, auto
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic


class Fold(Enum):
    """How a button is drawn where room is short; its words are given up only where ``folds_words`` allows it."""

    NOTHING = auto()
    """The key beside the words."""
    BELOW = auto()
    """The key below the words, and less room at the sides."""
    WORDS = auto()
    """The key below the icon alone."""


@lru_cache(maxsize=1024)
def wrapped_height(text: str, width: int, font: str) -> int:
    """The height in pixels of a text on lines of this width; the font as QFont.toString writes it."""
    return _metrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, text).height()


@lru_cache(maxsize=1024)
def advance(text: str, font: str, size: float) -> int:
    """The width in pixels of a text on one line, in a size relative to the font's own."""
    return _metrics(font, size).horizontalAdvance(text)


@lru_cache(maxsize=64)
def line_height(font: str, size: float = 1.0) -> int:
    """The height in pixels of one line, in a size relative to the font's own."""
    return _metrics(font, size).height()


def _metrics(font: str, size: float = 1.0) -> QFontMetrics:
    described = QFont()
    described.fromString(font)
    described.setPointSizeF(described.pointSizeF() * size)
    return QFontMetrics(described)
