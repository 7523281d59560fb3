"""Owns choosing one of many: a filter line, a count, and a table that the keyboard enters and leaves freely."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.views.look import look, scaled, spaced
from desktop.views.look.tokens import COMPACT_ROW_HEIGHT, ROW_HEIGHT, S

from .announcement import announce
from .choice_rows import Cells, ChoiceRow, ChoiceRows
from .field import TextField
from .text import Text

_MEASURED_FIRST = 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceTable(QWidget):
    """``typed`` asks the owner for other rows; ``chosen`` carries the key when Enter or a double click settles it.

    The owner answers with ``show_rows(rows, count)``. In the filter line, Down goes into the table and Enter chooses
    the row that is marked; in the table, Up from the first row and any letter go back to the filter line. Tab leaves.
    """

    typed = Signal(str)
    chosen = Signal(object)
    marked = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        filter_label: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = ChoiceRows(columns)
        self.filter = TextField(filter_label) if filter_label else None
        self._count = Text(role="small")
        self.view = _RowView(name, self._rows, compact)
        column = QVBoxLayout(self)
        spaced(column, gap=S)
        if self.filter is not None:
            column.addWidget(self.filter)
            self.filter.edited.connect(self.typed)
            self.filter.edit.installEventFilter(self)
        column.addWidget(self._count)
        column.addWidget(self.view, 1)
        self._empty = QWidget()
        column.addWidget(self._empty, 1)
        self._empty.hide()
        self.view.settled.connect(lambda line: self.chosen.emit(self._rows.key(line)))
        self.view.letters.connect(self._type_on)
        self.view.selectionModel().currentRowChanged.connect(self._mark)
        self.setFocusProxy(self.filter if self.filter is not None else self.view)

    def show_rows(self, rows: Sequence[ChoiceRow], count: str = "") -> None:
        """Show these rows and say the count ("2 av 31 mottagningar"); the marked row stays marked while it is there."""
        cells = {row.key: row.cells for row in rows}
        self.show_keys([row.key for row in rows], cells.__getitem__, count)

    def show_keys(self, keys: Sequence[object], cells: Callable[[Any], Cells], count: str = "") -> None:
        """The same for a long list: ``cells`` is called with the keys of the rows in sight."""
        kept = self.key()
        self._rows.replace(keys, cells)
        line = self._rows.line(kept) if kept is not None else None
        if keys:
            self.view.selectRow(line or 0)
        self._show_view(bool(keys))
        if count != self._count.text():
            self._count.show_text(count)
            announce(self, count)

    def _show_view(self, shown: bool) -> None:
        """Without rows there is nothing to walk in: the count says so, and the empty box goes."""
        had_focus = self.view.hasFocus()
        self.view.setVisible(shown)
        self._empty.setVisible(not shown)
        if self.filter is None:  # Tab would stop before a proxy that cannot take the focus.
            self.setFocusProxy(self.view if shown else self._empty)
        if had_focus and not shown and self.filter is not None:
            self.filter.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_columns(self, columns: Sequence[str]) -> None:
        """Show other columns; the rows go, if the columns are new."""
        if tuple(columns) != self._rows.columns:
            self._rows.rename(columns)

    def key(self) -> object:
        """The marked row's key, or None when the table is empty."""
        index = self.view.currentIndex()
        return self._rows.key(index.row()) if index.isValid() else None

    def mark(self, key: object) -> None:
        """Mark the row with this key, if it is there."""
        line = self._rows.line(key)
        if line is not None:
            self.view.selectRow(line)

    def clear(self) -> None:
        """Forget the rows and the filter, in the accessibility tree too."""
        if self.filter is not None:
            self.filter.set_text("")
        self._rows.replace((), lambda _: ())
        self._show_view(False)
        self._count.show_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self._rows.rowCount():
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in _ENTER and not event.isAutoRepeat() and self.view.currentIndex().isValid():
                self.view.settled.emit(self.view.currentIndex().row())
                return True
        return False

    def _type_on(self, letters: str) -> None:
        if self.filter is not None:
            self.filter.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            if letters:
                self.filter.edit.insert(letters)
                self.typed.emit(self.filter.text())

    def _mark(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.marked.emit(self._rows.key(current.row()))


class _RowView(QTableView):
    """Whole rows, one at a time; Tab passes by, Enter settles, letters are handed on."""

    settled = Signal(int)
    letters = Signal(str)

    def __init__(self, name: str, rows: ChoiceRows, compact: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._row_height = COMPACT_ROW_HEIGHT if compact else ROW_HEIGHT
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._needs: list[int] = []
        rows.modelReset.connect(self._fit)
        rows.headerDataChanged.connect(self._forget)
        self.verticalScrollBar().valueChanged.connect(self._fit)
        scaled(self, self._measure)
        self.doubleClicked.connect(lambda index: self.settled.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        height = look().px(self._row_height)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(5 * height)
        self.setIconSize(QSize(look().px(16), look().px(16)))
        self._forget()
        self._fit()

    def _forget(self) -> None:
        """What the columns need is not known."""
        self._needs = []

    def _fit(self) -> None:
        """Give every column what it needs and share out the rest; when there is no rest, the table scrolls sideways.

        Some rows below are measured once, then only those that come in sight: columns grow and stand still otherwise.
        """
        header = self.horizontalHeader()
        count = header.count()
        top = max(0, self.rowAt(0))
        measured = self.viewport().height() // look().px(self._row_height) + 2 if self._needs else _MEASURED_FIRST
        rows = range(top, min(top + measured, self.model().rowCount()))
        known = self._needs or [header.sectionSizeHint(column) + look().px(S) for column in range(count)]
        needs = [max([need, *self._widths(rows, column)]) for column, need in enumerate(known)]
        if rows:
            self._needs = needs
        spare = max(0, self.viewport().width() - sum(needs))
        for column, need in enumerate(needs):
            header.resizeSection(column, need + spare // count)

    def _widths(self, rows: range, column: int) -> Iterator[int]:
        """Qt's sizeHintForColumn measures many rows out of sight, however little is asked of it."""
        for row in rows:
            yield self.sizeHintForIndex(self.model().index(row, column)).width() + look().px(S)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        text = event.text()
        if event.key() in _ENTER:
            if current.isValid() and not event.isAutoRepeat():
                self.settled.emit(current.row())
        elif event.key() == Qt.Key.Key_Up and current.row() <= 0:
            self.letters.emit("")
        elif text.isprintable() and text.strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.letters.emit(text)
        else:
            super().keyPressEvent(event)
