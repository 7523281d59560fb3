"""Owns the look of a key on its button: a small cap round its name."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.views.look import look
from desktop.views.look.tokens import TYPE

from .measures import advance


def width(key: str, font: str) -> int:
    """Pixels that the cap takes beside text in this font, in Qt's words for it."""
    return advance(key, font, TYPE["caption"]) + 2 * look().px(6)


def draw(painter: QPainter, room: QRect, key: str, font: QFont, ink: QColor) -> None:
    """Draw the cap in the middle of the room's height, as wide as the room."""
    small = QFont(font)
    small.setPointSizeF(small.pointSizeF() * TYPE["caption"])
    height = QFontMetrics(small).height() + look().px(2)
    cap = QRect(room.left(), room.top() + (room.height() - height) // 2, room.width(), height)
    edge = QColor(ink)
    edge.setAlphaF(0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), look().px(4), look().px(4))
    painter.setPen(ink)
    painter.setFont(small)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
