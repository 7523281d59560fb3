"""Owns the button that shows its own shortcut, wraps its text, and never stays silent when it may not act."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from desktop.views.look import ColorName, look

from .announcement import announce
from .key_face import KeyFace
from .measures import Fold
from .text import restyle

ButtonLook = Literal["primary", "secondary", "danger", "quiet", "nav"]

_INK: Final[dict[ButtonLook, ColorName]] = {
    "primary": "on_primary",
    "secondary": "text",
    "danger": "error",
    "quiet": "primary",
    "nav": "text",
}


class KeyButton(QPushButton):
    """``KeyButton("Lista", key="Ctrl+L", icon="list-plus", look="primary", on_click=...)``.

    ``key`` works in the whole window, is shown on the button and ignores a key held down. "Enter" alone is only shown,
    since it belongs to the field or list that has the focus, and so is ``shown_key``, which another control answers to
    in the whole window. ``block(reason)`` keeps the button reachable but makes it answer with the reason.
    ``folds_words`` lets a crowded row show the icon alone, unless the button is the primary one.
    """

    refused = Signal(str)
    _described = ""

    def __init__(
        self,
        text: str,
        key: str = "",
        icon: str = "",
        look: ButtonLook = "secondary",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        folds_words: bool = False,
        shown_key: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._look, self.icon_name, self._key = look, icon, key or shown_key
        self._folded, self._folds_words = Fold.NOTHING, folds_words
        self._reason = ""
        self._explain: Callable[[], object] | None = None
        self.setProperty("look", look)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())
        if key and key != "Enter":
            self._bind(key)

    @property
    def key(self) -> str:
        """The key that presses it, as it is drawn."""
        return self._key

    def _bind(self, key: str) -> None:
        keys = [QKeySequence(key)]
        if key.endswith("Enter"):
            keys.append(QKeySequence(key.removesuffix("Enter") + "Return"))
        shortcut = QShortcut(self)
        shortcut.setKeys(keys)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def set_look(self, look: ButtonLook) -> None:
        """Make the button the primary one of its page, or no longer."""
        self._look, self._described = look, ""
        restyle(self, look=look)
        self.updateGeometry()

    def block(self, reason: str, explain: Callable[[], object] | None = None) -> None:
        """Refuse to act; pressing announces ``reason``, emits ``refused`` and calls ``explain``."""
        self._reason, self._explain = reason, explain
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        restyle(self, blocked=True)

    def unblock(self) -> None:
        """Act again."""
        if self._reason:
            self._reason, self._explain = "", None
            self.setAccessibleDescription("")
            self.setToolTip("")
            restyle(self, blocked=False)

    @property
    def blocked(self) -> bool:
        """Whether pressing only explains."""
        return bool(self._reason)

    def nextCheckState(self) -> None:
        if not self.blocked:
            super().nextCheckState()

    def click(self) -> None:
        """Press the button, from the keyboard or from code; a blocked button explains itself."""
        if not self.blocked:
            super().click()
        elif self.isEnabled():
            self._refuse()

    def _refuse(self) -> None:
        announce(self, self._reason, assertive=True)
        self.refused.emit(self._reason)
        if self._explain is not None:
            self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        presses = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
        if not presses:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.blocked and self.isDown():
            self.setDown(False)
            self._refuse()
        else:
            super().mouseReleaseEvent(event)

    def sizeHint(self) -> QSize:
        return self.size_when(Fold.NOTHING)

    def minimumSizeHint(self) -> QSize:
        face = self._face()
        words = self.text().replace("&", "").split() or [""]
        width = max(face.width(Fold.NOTHING, word) for word in words)
        return QSize(width, self.sizeHint().height())

    def fold(self, fold: Fold) -> None:
        """Draw the button so; the row that asks for it has given it the room that is left."""
        if fold is not self._folded:
            self._folded = fold
            self.setToolTip(self._reason or self._undrawn())
            self.update()

    def size_when(self, fold: Fold, width: int = 10_000) -> QSize:
        """The size on one line of this width, when the button is folded."""
        face = self._face()
        taken = min(face.width(fold), width)
        return QSize(taken, face.height(fold, taken))

    def _undrawn(self) -> str:
        return self.text().replace("&", "") if self._face().hides_words(self._folded) else ""

    def heightForWidth(self, width: int) -> int:
        return self._face().height(self._folded, width)

    def _face(self) -> KeyFace:
        font, is_quiet = self._font_name(), self._look == "quiet"
        folds_words = self._folds_words and self._look != "primary"
        return KeyFace(self.text(), self._key, self.icon_name, font, is_quiet, folds_words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._described = ""
        super().changeEvent(event)

    def _font_name(self) -> str:
        """The font in words, which Qt takes longer to say than to measure by."""
        if not self._described:
            self._described = self._text_font().toString()
        return self._described

    def _text_font(self) -> QFont:
        """Bold marks the primary button where the platform's colours leave no other way."""
        font = QFont(self.font())
        font.setBold(look().native and self._look == "primary")
        return font

    def ink(self) -> ColorName:
        """The colour of text and icon in the present state."""
        if self.blocked or not self.isEnabled():
            return "disabled"
        if look().native:
            return "text"
        if self._look == "nav" and self.isChecked():
            return "primary"
        return _INK[self._look]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw_ground(painter)
        ratio = self.devicePixelRatioF()
        self._face().draw(painter, self.rect(), self._folded, self.ink(), self._text_font(), ratio)

    def draw_ground(self, painter: QPainter) -> None:
        """Draw the button as the style has it, without text and without Qt's focus mark."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
