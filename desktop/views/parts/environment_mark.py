"""Owns the strip that tells practice and test from the real region, across the whole window."""

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.look import look
from desktop.views.look.tokens import XL, L, S

Environment = Literal["practice", "qa", "production"]


class EnvironmentMark(QLabel):
    """Stripes and words for practice, one colour and words for QA; nothing at all in production.

    The practice strip differs by pattern as well as colour and is never dismissed, so that nobody can take practice for
    the real region.
    """

    def __init__(self, environment: Environment, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._environment = environment
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if environment == "production":
            self.hide()

    def sizeHint(self) -> QSize:
        return QSize(look().px(320), self.heightForWidth(look().px(900)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height() + look().px(S) + look().px(4)

    def _words(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - 2 * look().px(XL + L)), 10_000)
        return self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter, self.text())

    def _metrics(self) -> QFontMetrics:
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        practice = self._environment == "practice"
        painter.fillRect(self.rect(), look().color("practice" if practice else "qa"))
        if practice:
            self._draw_stripes(painter)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(look().color("on_practice" if practice else "on_qa"))
        painter.drawText(
            self.rect().adjusted(look().px(XL + L), 0, -look().px(XL + L), 0),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self.text(),
        )

    def _draw_stripes(self, painter: QPainter) -> None:
        """Diagonal stripes at both ends, leaving a plain plate for the words."""
        plate = self._words(self.width()).width() + 2 * look().px(L)
        step, height = look().px(14), self.height()
        left, right = (self.width() - plate) // 2, (self.width() + plate) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("on_practice"))
        for start, end in ((0, left), (right, self.width())):
            painter.setClipRect(QRect(start, 0, max(0, end - start), height))
            for x in range(start - height - 2 * step, end + height, 2 * step):
                corners = ((x, height), (x + height, 0), (x + height + step, 0), (x + step, height))
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setClipping(False)
