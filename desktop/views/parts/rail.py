"""Owns the rail: the few places of the desk, at the window's left edge, with the present one marked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.look import look, pixmap, scaled, spaced
from desktop.views.look.tokens import TYPE, XS, M, S

from .key_button import KeyButton

_ICON = 20


class Rail(QFrame):
    """``rail.add("Sök", "Ctrl+1", "search", on_click=...)``; ``rail.mark(0)`` marks the first place.

    When the window is narrower than ``fold_below`` (at 100 %), the words go under the icons to leave the page its room.
    """

    def __init__(self, name: str, fold_below: int = 1000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._fold_below = fold_below
        self._places = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=XS, across=S, down=M)
        self._column.addStretch(1)
        scaled(self, self._fold_or_not)

    def add(self, text: str, key: str, icon: str, on_click: Callable[[], object] | None = None) -> KeyButton:
        """Add a place below the others; pressing it marks it."""
        place = _Place(text, key, icon, on_click)
        place.setCheckable(True)
        self._places.addButton(place, len(self._places.buttons()))
        self._column.insertWidget(len(self._places.buttons()) - 1, place)
        return place

    def add_below(self, text: str, key: str, icon: str, on_click: Callable[[], object] | None = None) -> KeyButton:
        """Add a button at the foot of the rail that is no place, such as the one that locks."""
        button = _Place(text, key, icon, on_click)
        self._column.addWidget(button)
        return button

    def mark(self, number: int) -> None:
        """Mark a place, counted from 0, as the present one."""
        self._places.button(number).setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fold_or_not()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.window():
            self._fold_or_not()
        return False

    def _fold_or_not(self) -> None:
        folded = self.isVisible() and self.window().width() < look().px(self._fold_below)
        for place in self.findChildren(_Place):
            place.fold(folded)


class _Place(KeyButton):
    """A button of the rail; folded, its text stands small under the icon and its key is left to the help page."""

    def __init__(self, text: str, key: str, icon: str, on_click: Callable[[], object] | None) -> None:
        super().__init__(text, key=key, icon=icon, look="nav", on_click=on_click)
        self._folded = False

    def fold(self, folded: bool) -> None:
        if folded is not self._folded:
            self._folded = folded
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if not self._folded:
            return super().sizeHint()
        words = QFontMetrics(self._small()).horizontalAdvance(self.text())
        width = max(words, look().px(_ICON)) + 2 * look().px(S)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._folded else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        if not self._folded:
            return super().heightForWidth(width)
        return look().px(_ICON + XS + 2 * S) + QFontMetrics(self._small()).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._folded:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.draw_ground(painter)
        side, top = look().px(_ICON), look().px(S)
        drawing = pixmap(self.icon_name, self.ink(), side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, top, drawing)
        painter.setPen(look().color(self.ink()))
        painter.setFont(self._small())
        words = QRect(0, top + side + look().px(XS), self.width(), self.height() - top - side - look().px(XS))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * TYPE["caption"])
        return font
