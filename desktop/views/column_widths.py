"""How wide a list's columns are, without dragging: a menu on the list, and a dialogue with two buttons for each column.

Rows that take more lines than one have no columns to choose widths for (WCAG 2.2, 2.5.7).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from desktop.views.dialogue import Dialogue
from desktop.views.look import spaced
from desktop.views.look.tokens import M
from desktop.views.parts import Card, ChoiceTable, KeyButton, Page, Text, announce

_STEP = 24
"""How much wider or narrower a press makes a column, at 100 %."""


class ColumnMenu(QObject):
    """The menu of a table, on Shift+F10, the menu key and the right mouse button; lives as long as the table."""

    def __init__(self, table: ChoiceTable) -> None:
        super().__init__(table)
        self._table = table
        table.view.menu_asked.connect(self._open)

    def _open(self, place: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Ändra kolumnbredder"), lambda: ColumnWidths(self._table).open())
        menu.addAction(self.tr("Återställ kolumnbredder"), self._table.reset_widths)
        menu.popup(place)


class ColumnWidths(Dialogue):
    """Each press is seen in the list behind at once, and kept as a dragged width is."""

    about = "widths"

    def __init__(self, table: ChoiceTable) -> None:
        super().__init__(table)
        self._table = table
        self.setWindowTitle(self.tr("Kolumnbredder"))
        page = Page(self.tr("Kolumnbredder"), self.tr("Listan ändras direkt. Bredderna finns kvar nästa gång."))
        card, rows = Card(), QWidget()
        grid = QGridLayout(rows)
        spaced(grid, gap=M)
        grid.setColumnStretch(0, 1)
        self._shares = []
        for column, name in enumerate(table.columns):
            share = Text(role="muted")
            self._shares.append(share)
            grid.addWidget(Text(name, "strong"), column, 0)
            grid.addWidget(share, column, 1)
            for place, (word, step) in enumerate(((self.tr("Smalare"), -_STEP), (self.tr("Bredare"), _STEP))):
                button = KeyButton(word, on_click=partial(self._change, column, step))
                button.setAccessibleName(f"{name}: {word}")
                button.setObjectName(f"column-{column}-{'narrower' if step < 0 else 'wider'}")
                grid.addWidget(button, column, 2 + place)
        card.add(rows)
        page.add(card)
        reset = KeyButton(self.tr("Återställ"), icon="refresh-cw", on_click=self._reset)
        page.add_actions(KeyButton(self.tr("Stäng"), key="Esc", icon="x", look="primary", on_click=self.reject), reset)
        page.first = rows.findChild(KeyButton)
        self.hold(page, 560, 460)
        self._show()

    def _change(self, column: int, step: int) -> None:
        self._table.widen(column, step)
        self._show()
        announce(self, f"{self._table.columns[column]}: {self._shares[column].text()}")

    def _reset(self) -> None:
        self._table.reset_widths()
        self._show()

    def _show(self) -> None:
        for share, part in zip(self._shares, self._table.shares(), strict=True):
            share.show_text(self.tr("{n} procent av bredden").format(n=part))


def table_with_columns(page: QWidget) -> ChoiceTable | None:
    """The list of a page, where its columns have widths to choose."""
    tables = page.findChildren(ChoiceTable)
    return next((one for one in tables if one.view.isVisible() and one.has_widths), None)
