"""Owns a row of a table whose columns have no room beside one another: its cells on lines below one another."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.views.look import ColorName, look, pixmap
from desktop.views.look.tokens import XS, L

from .badge import ink
from .choice_rows import Cell, ChoiceRows, Index
from .column_plan import Place
from .measures import advance, wrapped_height

ICON = 16
_EDGE = 15
"""From the table's edge to the words, as where columns stand beside one another."""
_GAP = L
_ROUNDING = 2
"""A label and its text may together be a little wider than each by itself."""
_DOWN = XS + XS // 2


def words_width(cell: Cell, text: str, font: str) -> int:
    """The width in pixels of a text on one line with its cell's icon."""
    return advance(text, font, 1.0) + (look().px(ICON + XS) if cell.icon else 0)


class FoldedRow(QStyledItemDelegate):
    """Paints all of a row where its first cell is; ``places`` says where the cells stand.

    The first line is in the text's colour and the lines below it muted, so that eyes find where a row begins.
    """

    def __init__(self, view: QTableView, rows: ChoiceRows) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self.places: tuple[Place, ...] = ()

    def needs(self, widest: list[int]) -> list[int]:
        """What the columns need in a folded row, for texts of at most these widths."""
        font = self._view.font().toString()
        labels = (advance(label, font, 1.0) if label else 0 for label in map(self._rows.label, range(len(widest))))
        return [text + label + _ROUNDING + look().px(_GAP) for text, label in zip(widest, labels, strict=True)]

    def overflows(self, widest: list[int]) -> bool:
        """Whether some of these texts take more than one line."""
        needs = self.needs(widest)
        return any(place.width < needs[place.column] for place in self.places)

    def room(self) -> int:
        """How wide a line is, in pixels; the gap after its last cell may lie on the edge."""
        return self._view.viewport().width() - 2 * look().px(_EDGE) + look().px(_GAP)

    def height(self, row: int | None = None) -> int:
        """How high a row is; without one, a row whose texts need no more than a line each."""
        return sum(self._line_heights(row)) + 2 * look().px(_DOWN)

    def rect(self, whole: QRect, index: Index) -> QRect:
        """Where a cell stands in its row; the first cell speaks for the row and is all of it."""
        if index.column() == 0:
            return whole
        place, heights = self.places[index.column()], self._line_heights(index.row())
        corner = QPoint(look().px(_EDGE) + place.left, look().px(_DOWN) + sum(heights[: place.line]))
        return QRect(whole.topLeft() + corner, QSize(self._words_room(place), heights[place.line]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        row, heights = index.row(), self._line_heights(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(self._view.font())
        for place in self.places:
            corner = QPoint(look().px(_EDGE) + place.left, look().px(_DOWN) + sum(heights[: place.line]))
            cell = self._rows.cell(row, place.column)
            tone: ColorName = ink(cell.tone) if cell.tone != "neutral" or place.line == 0 else "muted"
            self._draw(painter, option.rect.topLeft() + corner, place, cell, "on_selection" if chosen else tone)
        painter.restore()

    def _draw(self, painter: QPainter, corner: QPoint, place: Place, cell: Cell, color: ColorName) -> None:
        room = QRect(corner, QSize(self._words_room(place), 10_000))
        if cell.icon:
            side = look().px(ICON)
            down = (painter.fontMetrics().height() - side) // 2
            painter.drawPixmap(corner + QPoint(0, down), pixmap(cell.icon, color, side, self._view.devicePixelRatioF()))
            room.translate(side + look().px(XS), 0)
            room.setWidth(room.width() - side - look().px(XS))
        painter.setPen(look().color(color))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._words(place.column, cell))

    def _words(self, column: int, cell: Cell) -> str:
        return self._rows.label(column) + cell.text if cell.text else ""

    def _words_room(self, place: Place) -> int:
        return max(1, place.width - look().px(_GAP))

    def _line_heights(self, row: int | None) -> list[int]:
        heights = [self._view.fontMetrics().height()] * (self.places[-1].line + 1 if self.places else 1)
        if row is None:
            return heights
        font = self._view.font().toString()
        for place in self.places:
            cell, room = self._rows.cell(row, place.column), self._words_room(place)
            text = self._words(place.column, cell)
            if words_width(cell, text, font) > room:
                taken = look().px(ICON + XS) if cell.icon else 0
                heights[place.line] = max(heights[place.line], wrapped_height(text, room - taken, font))
        return heights
