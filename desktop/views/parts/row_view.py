"""Owns the rows of a table to choose in: keys, and how wide the columns are."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.views.look import look, scaled
from desktop.views.look.tokens import COMPACT_ROW_HEIGHT, ROW_HEIGHT, XXL, S

from .choice_rows import ChoiceRows

_MEASURED_FIRST = 60
_WIDEST = 4000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowView(QTableView):
    """Whole rows, one at a time; Tab passes by, Enter settles, letters are handed on.

    A column that is dragged keeps its width; a double click on its border lets the table choose again.
    """

    settled = Signal(int)
    letters = Signal(str)
    sized = Signal(tuple)

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
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._row_height = COMPACT_ROW_HEIGHT if compact else ROW_HEIGHT
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.dragged.connect(self._keep_width)
        header.sectionHandleDoubleClicked.connect(lambda column: self._choose_width(column, 0))
        self._needs: list[int] = []
        self._chosen: dict[int, int] = {}
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

    def _keep_width(self, column: int) -> None:
        self._choose_width(column, round(self.columnWidth(column) / look().scale))

    def _choose_width(self, column: int, width: int) -> None:
        chosen = {**self._chosen, column: width}
        self.use_widths([chosen.get(one, 0) for one in range(self.model().columnCount())])
        self.sized.emit(tuple(self._chosen.get(one, 0) for one in range(self.model().columnCount())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        height = look().px(self._row_height)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(5 * height)
        self.horizontalHeader().setMinimumSectionSize(look().px(XXL))
        self.horizontalHeader().setMaximumSectionSize(look().px(_WIDEST))
        self.setIconSize(QSize(look().px(16), look().px(16)))
        self._forget()
        self._fit()

    def _forget(self) -> None:
        """What the columns need is not known."""
        self._needs = []

    def _fit(self) -> None:
        """Give every column what was chosen for it, or what it needs and a share of the rest.

        When a little is lacking, columns give up the space between them; with less, the table scrolls sideways. Some
        rows below are measured once, then only those that come in sight: columns grow and stand still otherwise.
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
        chosen = {column: look().px(width) for column, width in self._chosen.items() if column < count}
        rest = self.viewport().width() - sum(chosen.get(column, need) for column, need in enumerate(needs))
        free = max(1, count - len(chosen))
        share = rest // free if rest >= -free * look().px(S) else 0
        for column, need in enumerate(needs):
            header.resizeSection(column, chosen.get(column, need + share))

    def _widths(self, rows: range, column: int) -> Iterator[int]:
        """Qt's sizeHintForColumn measures many rows out of sight, however little is asked of it."""
        for row in rows:
            yield self.sizeHintForIndex(self.model().index(row, column)).width() + look().px(S)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        text = event.text()
        if event.key() in ENTER:
            if current.isValid() and not event.isAutoRepeat():
                self.settled.emit(current.row())
        elif event.key() == Qt.Key.Key_Up and current.row() <= 0:
            self.letters.emit("")
        elif text.isprintable() and text.strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.letters.emit(text)
        else:
            super().keyPressEvent(event)


class _Header(QHeaderView):
    """`dragged` when somebody has let go of a border; columns also change when the table fits them to its rows."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._before: list[int] = []

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._before = [self.sectionSize(column) for column in range(self.count())]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        before, self._before = self._before, []
        now = [self.sectionSize(column) for column in range(self.count())]
        for column, (old, new) in enumerate(zip(before, now, strict=False)):
            if old != new:
                self.dragged.emit(column)
