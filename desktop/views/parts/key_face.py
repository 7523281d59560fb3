"""Owns how a button's icon, words and key share its room: beside one another, the key below, or without the words."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from desktop.views.look import ColorName, look, pixmap
from desktop.views.look.tokens import MIN_TARGET, TYPE, XS, L, M, S

from .measures import WRAP, Fold, advance, line_height, wrapped_height

_ICON = 18


@dataclass(frozen=True, slots=True)
class KeyFace:
    """What is drawn on a button; `key` and `icon` may be empty, and `font` is in Qt's words for it. Sizes in pixels.

    With a key below, all the buttons of a row are as high, also one without a key or without words.
    """

    words: str
    key: str
    icon: str
    font: str
    is_quiet: bool
    folds_words: bool

    def hides_words(self, fold: Fold) -> bool:
        """Whether the icon stands alone with the key."""
        return fold is Fold.WORDS and self.folds_words

    def width(self, fold: Fold, words: str | None = None) -> int:
        """The width on one line, of all the words or of some of them."""
        around, plain = self._around(fold), self.words.replace("&", "") if words is None else words
        if self.hides_words(fold):
            return around + max(look().px(_ICON), self._key_width())
        said = advance(plain, self.font, 1.0) + 2
        return around + (said if fold is Fold.NOTHING else max(said, self._key_width()))

    def height(self, fold: Fold, width: int) -> int:
        """The height at this width; words that do not fit on one line take more."""
        px, least = look().px, look().px(MIN_TARGET + M)
        if fold is Fold.NOTHING:
            return max(self._words_height(fold, width) + 2 * px(S), least)
        return max(self._words_height(fold, width) + self._key_height() + 2 * px(XS), least)

    def draw(self, painter: QPainter, room: QRect, fold: Fold, ink: ColorName, font: QFont, ratio: float) -> None:
        """Draw all of it in a button of this size; `ratio` is how many of the screen's points a pixel has."""
        px, color = look().px, look().color(ink)
        pad, side, below = self._pad(fold), px(_ICON), fold is not Fold.NOTHING
        words, key = room.adjusted(pad, 0, -pad, 0), self._key_width()
        if below and self.key:
            tall = self._words_height(fold, room.width())
            words.setTop(room.top() + (room.height() - tall - self._key_height()) // 2)
            words.setHeight(tall)
        if self.icon:
            across = (words.width() - side) // 2 if self.hides_words(fold) else 0
            middle = words if self.hides_words(fold) else room
            at = words.left() + across, middle.top() + (middle.height() - side) // 2
            painter.drawPixmap(*at, pixmap(self.icon, ink, side, ratio))
        cap = QRect(words.left() + (words.width() - key) // 2, words.bottom() + 1, key, self._key_height())
        if not self.hides_words(fold):
            words.setLeft(words.left() + self._icon_width())
            cap.moveLeft(words.left())
            if self.key and not below:
                cap = QRect(words.right() + 1 - key, words.top(), key, words.height())
                words.setRight(cap.left() - px(M) - 1)
            painter.setPen(color)
            painter.setFont(font)
            painter.drawText(words, WRAP | Qt.AlignmentFlag.AlignVCenter, self.words)
        if self.key:
            self._draw_key(painter, cap, ink, font)

    def _draw_key(self, painter: QPainter, room: QRect, ink: ColorName, font: QFont) -> None:
        """A cap in the middle of the room's height, as wide as the room."""
        small, tall = QFont(font), self._key_height()
        small.setBold(False)
        small.setPointSizeF(small.pointSizeF() * TYPE["caption"])
        cap = QRect(room.left(), room.top() + (room.height() - tall) // 2, room.width(), tall)
        edge = look().color(ink)
        edge.setAlphaF(0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), look().px(4), look().px(4))
        painter.setPen(look().color(ink))
        painter.setFont(small)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)

    def _pad(self, fold: Fold) -> int:
        return look().px(L if fold is Fold.NOTHING and not self.is_quiet else M)

    def _icon_width(self) -> int:
        return look().px(_ICON + S) if self.icon else 0

    def _key_width(self) -> int:
        return advance(self.key, self.font, TYPE["caption"]) + 2 * look().px(6) if self.key else 0

    def _key_height(self) -> int:
        return line_height(self.font, TYPE["caption"]) + look().px(2)

    def _around(self, fold: Fold) -> int:
        """The width that everything but the words needs, or but icon and key where there are no words."""
        icon = 0 if self.hides_words(fold) else self._icon_width()
        key = self._key_width() + look().px(M) if self.key and fold is Fold.NOTHING else 0
        return 2 * self._pad(fold) + icon + key

    def _words_height(self, fold: Fold, width: int) -> int:
        if self.hides_words(fold):
            return line_height(self.font)
        return wrapped_height(self.words, max(1, width - self._around(fold)), self.font)
