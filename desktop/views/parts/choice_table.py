"""Owns choosing one of many: a filter line, a count, and a table that the keyboard enters and leaves freely."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.look import look, scaled, spaced
from desktop.views.look.reading import SHOWN_BELOW
from desktop.views.look.tokens import XS, S

from .announcement import announce
from .choice_rows import Cells, ChoiceRow, ChoiceRows
from .field import TextField
from .row_view import ENTER, RowView, is_low
from .text import Text

_ROOM_FOR_HITS = 180
"""The count, the columns' names and three rows: whoever types sees what is found."""


class ChoiceTable(QWidget):
    """``typed`` asks the owner for other rows; ``chosen`` carries the key when Enter or a double click settles it.

    The owner answers with ``show_rows(rows, count)``. In the filter line, Down goes into the table and Enter chooses
    the row that is marked; in the table, Up from the first row and any letter go back to the filter line. Tab leaves.
    ``labels`` are the columns whose cells need their heading before them where a row is folded.
    ``sized`` carries every column's width after somebody has chosen one: in look units, 0 for what the table gives.
    """

    typed = Signal(str)
    chosen = Signal(object)
    marked = Signal(object)
    sized = Signal(tuple)

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        filter_label: str = "",
        labels: Collection[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = ChoiceRows(columns, labels)
        self.filter = TextField(filter_label) if filter_label else None
        self._count = Text(role="small")
        self.view = RowView(name, self._rows)
        column = QVBoxLayout(self)
        spaced(column)
        if self.filter is not None:
            column.addWidget(self.filter)
            self.filter.setProperty(SHOWN_BELOW, _ROOM_FOR_HITS)
            self.filter.edited.connect(self.typed)
            self.filter.edit.installEventFilter(self)
        column.addWidget(self._count)
        column.addWidget(self.view, 1)
        scaled(self, self._draw_together)
        self._empty = QWidget()
        column.addWidget(self._empty, 1)
        self._empty.hide()
        self.view.settled.connect(lambda line: self.chosen.emit(self._rows.key(line)))
        self.view.letters.connect(self._type_on)
        self.view.sized.connect(self.sized)
        self.view.selectionModel().currentRowChanged.connect(self._mark)
        self.setFocusProxy(self.filter if self.filter is not None else self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_together()

    def _draw_together(self) -> None:
        """A low window's height belongs to the rows."""
        low, column = is_low(self), self.layout()
        if isinstance(column, QVBoxLayout):
            column.setSpacing(look().px(XS if low else S))
        if self.filter is not None:
            self.filter.put_label_beside(low)

    def add_waiting(self, part: QWidget) -> None:
        """Where rows will come, below the filter line: what is written in stays where it is when they do."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.view), part)

    def show_rows(self, rows: Sequence[ChoiceRow], count: str = "") -> None:
        """Show these rows and say the count ("2 av 31 mottagningar"); the marked row stays marked while it is there.

        When it goes, the next one that stays is marked. Without a filter line the table stays scrolled as it is.
        """
        cells = {row.key: row.cells for row in rows}
        self.show_keys([row.key for row in rows], cells.__getitem__, count)

    def show_keys(self, keys: Sequence[object], cells: Callable[[Any], Cells], count: str = "") -> None:
        """The same for a long list: ``cells`` is called with the keys of the rows in sight."""
        following, bar = self._rows.keys_from(self.view.currentIndex().row()), self.view.verticalScrollBar()
        following = following[:1] if self.filter is not None else following
        top = bar.value() if self.filter is None else 0
        self._rows.replace(keys, cells)
        if keys:
            lines = (self._rows.line(key) for key in following)
            self.view.selectRow(next((line for line in lines if line is not None), 0))
        if top:
            bar.setValue(top)
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

    def show_columns(self, columns: Sequence[str], labels: Collection[int] = ()) -> None:
        """Show other columns; the rows go, if the columns are new."""
        if tuple(columns) != self._rows.columns:
            self._rows.rename(columns, labels)

    def use_widths(self, widths: Sequence[int]) -> None:
        """Columns as somebody has dragged them before, as `sized` told; a column without a width has what it needs."""
        self.view.use_widths(widths)

    def widen(self, column: int, step: int) -> None:
        """Make a column wider by so many look units, or narrower; as if somebody had dragged it."""
        self.view.widen(column, step)

    def reset_widths(self) -> None:
        """Every column as wide as the table gives it."""
        self.view.choose_widths({})

    def shares(self) -> list[int]:
        """How much of the width each column has, in per cent."""
        widths = [self.view.columnWidth(column) for column in range(len(self.columns))]
        return [round(100 * width / max(1, sum(widths))) for width in widths]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self._rows.columns

    @property
    def has_widths(self) -> bool:
        """Whether there are columns beside one another, to choose widths for."""
        return self.view.has_widths

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
            if event.key() in ENTER and not event.isAutoRepeat() and self.view.currentIndex().isValid():
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
