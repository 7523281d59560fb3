"""Owns a row of buttons: to keep its lines few it puts keys below words, then gives up words from the last on."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from .arrangement import Flow
from .key_button import KeyButton
from .measures import Fold


class KeyRow(Flow):
    """``row.addWidget(button)``; keys are always drawn; words that are not stay in the button's name and tooltip."""

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
        """The least change for one line; with no way to one line, for no more lines than with the keys below."""
        widths = [{fold: one.size_when(fold, width).width() for fold in Fold} for one in self._buttons()]
        several = len(widths)
        tries = [[Fold.NOTHING] * several]
        tries += [[Fold.BELOW] * kept + [Fold.WORDS] * (several - kept) for kept in range(several, -1, -1)]
        for most in (1, self._lines(widths, [Fold.BELOW] * several, width)):
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
