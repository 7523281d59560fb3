"""Owns the rows of a table to choose in: keys, how wide the columns are, and how high the rows."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QKeyCombination, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from desktop.views.look import look, scaled
from desktop.views.look.tokens import COMPACT_ROW_HEIGHT, ROW_HEIGHT, XXL, S

from . import column_plan
from .choice_rows import ChoiceRows, Index
from .column_header import ColumnHeader
from .folded_row import ICON, FoldedRow, words_width
from .measures import wrapped_height

_MEASURED_FIRST = 60
_WIDEST = 4000
_LEAST_TO_WRAP_IN = 240
"""How wide a column is at least for its texts to wrap in it; where there is less room, the row is folded."""
_LOW = 520
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MENU = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)


def is_low(part: QWidget) -> bool:
    """Whether the window has so little height, for the size of its text, that rows and labels draw together."""
    return part.window().height() < look().px(_LOW)


class RowView(QTableView):
    """Whole rows, one at a time; Tab passes by, Enter settles, letters are handed on.

    Nothing is cut and nothing scrolls sideways: a text that its column has no room for makes its row higher, and where
    the columns have no room beside one another the rows are folded and the headings go. A column that is dragged keeps
    its width; a double click on its border lets the table choose again.
    """

    settled = Signal(int)
    letters = Signal(str)
    sized = Signal(tuple)
    menu_asked = Signal(QPoint)

    def __init__(self, name: str, rows: ChoiceRows) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows, self._fold, self._beside = rows, FoldedRow(self, rows), QStyledItemDelegate(self)
        self.setModel(rows)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._headings = header = ColumnHeader(self)
        self.setHorizontalHeader(header)
        header.dragged.connect(lambda column: self.widen(column, 0))
        header.sectionHandleDoubleClicked.connect(lambda column: self.choose_widths({**self._chosen, column: 0}))
        for part in (self, header):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(partial(self._ask_for_menu, part))
        # Qt gives the headings no room at once where they come or go because of the room that there is.
        self._headed = QTimer(self, singleShot=True, interval=0)
        self._headed.timeout.connect(self.updateGeometries)
        self._widest: list[int] = []
        self._chosen: dict[int, int] = {}
        self._high: set[int] = set()
        rows.modelReset.connect(self._high.clear)
        rows.modelReset.connect(self._fit)
        rows.dataChanged.connect(self._fit)
        rows.headerDataChanged.connect(self._forget)
        self.verticalScrollBar().valueChanged.connect(self._fit)
        scaled(self, self._measure)
        self.doubleClicked.connect(lambda index: self.settled.emit(index.row()))

    def use_widths(self, widths: Sequence[int]) -> None:
        """Widths in look units, by column; 0 is what the table gives."""
        self._chosen = {column: width for column, width in enumerate(widths) if width}
        self._fit()

    def widen(self, column: int, step: int) -> None:
        """Choose a column's width: what it is now and so many look units more, or fewer."""
        width = round(self.columnWidth(column) / look().scale) + step
        self.choose_widths({**self._chosen, column: min(max(XXL, width), _WIDEST)})

    def choose_widths(self, chosen: Mapping[int, int]) -> None:
        """Widths in look units by column, as somebody wants them from now on."""
        self.use_widths([chosen.get(one, 0) for one in range(self.model().columnCount())])
        self.sized.emit(tuple(self._chosen.get(one, 0) for one in range(self.model().columnCount())))

    @property
    def has_widths(self) -> bool:
        """Whether there are columns beside one another, to choose widths for."""
        return not self.is_folded and self.model().columnCount() > 1

    @property
    def is_folded(self) -> bool:
        """Whether the columns have no room beside one another, and so no widths to choose."""
        return self.itemDelegate() is self._fold

    def visualRect(self, index: Index) -> QRect:
        """Also of a cell on a line below the first, for a screen reader."""
        if not self.is_folded or not index.isValid():
            return super().visualRect(index)
        return self._fold.rect(super().visualRect(self.model().index(index.row(), 0)), index)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """To all of the row, however high it is."""
        shown = self._rows_in_sight()
        self._fit_rows(range(max(0, index.row() - shown), min(index.row() + shown, self.model().rowCount())))
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_rows()
        self._fit()

    def _measure(self) -> None:
        self.horizontalHeader().setMinimumSectionSize(look().px(XXL))
        self.horizontalHeader().setMaximumSectionSize(look().px(_WIDEST))
        self.setIconSize(QSize(look().px(ICON), look().px(ICON)))
        self._measure_rows()
        self._forget()
        self._fit()

    def _measure_rows(self) -> None:
        """How high a row is whose texts have room."""
        height = look().px(COMPACT_ROW_HEIGHT if is_low(self) else ROW_HEIGHT)
        if self.is_folded:
            height = self._fold.height()
        header = self.verticalHeader()
        if height != header.defaultSectionSize():
            header.setMinimumSectionSize(height)
            header.setDefaultSectionSize(height)  # A row that was given another height keeps it.
        self.setMinimumHeight((3 if self.is_folded else 5) * height + 2)

    def _forget(self) -> None:
        """What the columns need is not known."""
        self._widest = []

    def _rows_in_sight(self) -> int:
        return self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2

    def _fit(self) -> None:
        """Fit the columns to their texts, and the rows to theirs.

        Some rows below are measured once, then only those that come in sight: columns grow and stand still otherwise.
        """
        first = max(0, self.rowAt(0))
        measured = self._rows_in_sight() if self._widest else _MEASURED_FIRST
        self._fit_rows(range(first, min(first + measured, self.model().rowCount())))

    def _fit_rows(self, rows: range) -> None:
        """Rows in which a text takes more than one line are as high as it needs."""
        self._fit_columns(self._measured(rows))
        usual = self.verticalHeader().defaultSectionSize()
        for row in {*(rows if self._overflows() else ()), *self._high}:
            height = self._height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
            (self._high.add if height > usual else self._high.discard)(row)

    def _measured(self, rows: range) -> list[int]:
        """How wide the widest words of each column are, in pixels."""
        columns, font = range(self.model().columnCount()), self.font().toString()
        widest = self._widest or [0] * len(columns)
        for row in rows:
            cells = [self._rows.cell(row, column) for column in columns]
            widest = [max(known, words_width(cell, cell.text, font)) for known, cell in zip(widest, cells, strict=True)]
        if rows:
            self._widest = widest
        return widest

    def _fit_columns(self, widest: list[int]) -> None:
        """Give every column what was chosen for it, or what it needs and a share of the rest, or fold the rows."""
        header, slack, room = self._headings, look().px(S), self.viewport().width()
        around = self._around() + slack
        needs = [max(header.need(column) + slack, need + around) for column, need in enumerate(widest)]
        fits = column_plan.fits_beside(needs, room, slack, least=look().px(_LEAST_TO_WRAP_IN))
        self._fold_or_not(bool(self._widest) and not fits)
        if self.is_folded:
            self._fold.places = column_plan.folded(self._fold.needs(widest), self._fold.room())
            header.resizeSection(0, room)
            self._measure_rows()
            return
        chosen = {column: look().px(width) for column, width in self._chosen.items() if column < len(needs)}
        for column, width in enumerate(column_plan.beside(needs, chosen, room, slack)):
            header.resizeSection(column, width)

    def _fold_or_not(self, folds: bool) -> None:
        for column in range(1, self.model().columnCount()):  # A model that begins anew shows them again.
            self.setColumnHidden(column, folds)
        if folds is self.is_folded:
            return
        self.setItemDelegate(self._fold if folds else self._beside)
        if folds and self.currentIndex().column() > 0:
            self.setCurrentIndex(self.model().index(self.currentIndex().row(), 0))
        self.horizontalHeader().setVisible(not folds)
        self._headed.start()
        self._measure_rows()

    def _around(self) -> int:
        """What the style adds to a cell's words, in pixels."""
        if not self.model().rowCount():
            return 0
        cell = self._rows.cell(0, 0)
        hint = self.sizeHintForIndex(self.model().index(0, 0))
        return hint.width() - words_width(cell, cell.text, self.font().toString())

    def _overflows(self) -> bool:
        """Whether some text that is known has no room on one line."""
        if self.is_folded:
            return self._fold.overflows(self._widest)
        around = self._around()
        return any(self.columnWidth(column) < need + around for column, need in enumerate(self._widest))

    def _height(self, row: int) -> int:
        if self.is_folded:
            return self._fold.height(row)
        font, around, lines = self.font().toString(), self._around(), self.fontMetrics().height()
        high = lines
        for column, widest in enumerate(self._widest):
            room = self.columnWidth(column) - around
            if widest > room:
                cell = self._rows.cell(row, column)
                room = max(1, room - words_width(cell, "", font))
                high = max(high, wrapped_height(cell.text, room, font))
        return self.verticalHeader().defaultSectionSize() + high - lines

    def _ask_for_menu(self, part: QAbstractScrollArea, place: QPoint) -> None:
        """On some systems Qt tells of the menu's key in both ways: of the second one nothing more is made."""
        if self.has_widths and QApplication.activePopupWidget() is None:
            self.menu_asked.emit(part.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        text = event.text()
        if event.key() == Qt.Key.Key_Menu or event.keyCombination() == _MENU:
            row = self.visualRect(current) if current.isValid() else self.rect()
            self._ask_for_menu(self, row.bottomLeft())
        elif event.key() in ENTER:
            if current.isValid() and not event.isAutoRepeat():
                self.settled.emit(current.row())
        elif event.key() == Qt.Key.Key_Up and current.row() <= 0:
            self.letters.emit("")
        elif text.isprintable() and text.strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.letters.emit(text)
        else:
            super().keyPressEvent(event)
