"""Owns a row of buttons that gives up the keys drawn on them, then some of its words, before it takes a second line."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from .arrangement import Flow
from .key_button import KeyButton
from .measures import Fold


class KeyRow(Flow):
    """``row.addWidget(button)``; whatever is not drawn stays in the button's name and tooltip, and on the help page."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        fold = self._fold(rect.marginsRemoved(self.contentsMargins()).width())
        for button in self._buttons():
            button.fold(fold)

    def sizes_within(self, items: list[QLayoutItem], width: int) -> list[QSize]:
        fold, plain = self._fold(width), super().sizes_within(items, width)
        buttons = (item.widget() for item in items)
        return [
            button.size_when(fold, width) if isinstance(button, KeyButton) else size
            for button, size in zip(buttons, plain, strict=True)
        ]

    def _fold(self, width: int) -> Fold:
        """The least that must be given up for one line; with no way to one line, nothing but the keys."""
        shown = self._buttons()
        gaps = self.spacing() * max(0, len(shown) - 1)
        for fold in Fold:
            if sum(button.size_when(fold, width).width() for button in shown) + gaps <= width:
                return fold
        return Fold.KEYS

    def _buttons(self) -> list[KeyButton]:
        items = (self.itemAt(place) for place in range(self.count()))
        shown = (item.widget() for item in items if item is not None and not item.isEmpty())
        return [one for one in shown if isinstance(one, KeyButton)]
