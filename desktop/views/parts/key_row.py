"""Owns a row of buttons: to keep its lines few it gives up keys, then some words, from the last button on."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from .arrangement import Flow
from .key_button import KeyButton
from .measures import Fold


class KeyRow(Flow):
    """``row.addWidget(button)``; whatever is not drawn stays in the button's name and tooltip, and on the help page."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        folds = self._folds(rect.marginsRemoved(self.contentsMargins()).width())
        for button, fold in zip(self._buttons(), folds, strict=True):
            button.fold(fold)

    def sizes_within(self, items: list[QLayoutItem], width: int) -> list[QSize]:
        plain, folds = super().sizes_within(items, width), iter(self._folds(width))
        buttons = (item.widget() for item in items)
        return [
            button.size_when(next(folds), width) if isinstance(button, KeyButton) else size
            for button, size in zip(buttons, plain, strict=True)
        ]

    def _folds(self, width: int) -> list[Fold]:
        """The least to give up for one line; with no way to one line, for no more lines than without keys."""
        widths = [{fold: one.size_when(fold, width).width() for fold in Fold} for one in self._buttons()]
        kept = range(len(widths), -1, -1)
        tries = [[less] * n + [more] * (len(widths) - n) for less, more in pairwise(Fold) for n in kept]
        without_keys = self._lines(widths, [Fold.KEYS] * len(widths), width)
        for most in (1, without_keys):
            for folds in tries:
                if self._lines(widths, folds, width) <= most:
                    return folds
        return tries[-1]

    def _lines(self, widths: list[dict[Fold, int]], folds: list[Fold], width: int) -> int:
        """How many lines the buttons take; a button that is wider than a line has been made as wide as it."""
        lines, x = 1, 0
        for one, fold in zip(widths, folds, strict=True):
            if x and x + one[fold] > width:
                lines, x = lines + 1, 0
            x += one[fold] + self.spacing()
        return lines

    def _buttons(self) -> list[KeyButton]:
        items = (self.itemAt(place) for place in range(self.count()))
        shown = (item.widget() for item in items if item is not None and not item.isEmpty())
        return [one for one in shown if isinstance(one, KeyButton)]
