"""Owns the rows of a choice table: text cells with an optional icon, and what a screen reader says of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.views.look import Tone, icon, look

from .badge import ink

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, with an icon from the icon set and a tone that the words also say."""

    text: str
    icon: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One thing to choose; ``key`` comes back with the table's signals. The first cell names the row."""

    key: object
    cells: tuple[Cell | str, ...]


class ChoiceRows(QAbstractTableModel):
    """Read-only rows under fixed column headings."""

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: tuple[ChoiceRow, ...] = ()

    def replace(self, rows: Sequence[ChoiceRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key(self, line: int) -> object:
        """The key of the row on that line; raises IndexError beyond the last."""
        return self._rows[line].key

    def line(self, key: object) -> int | None:
        """The line on which a key stands, if it is there."""
        return next((line for line, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  the signature that Qt calls
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  the signature that Qt calls
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self._cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row()) if index.column() == 0 else self._named(index.row(), index.column())
            case Qt.ItemDataRole.DecorationRole if cell.icon:
                return icon(cell.icon, ink(cell.tone))
            case Qt.ItemDataRole.ForegroundRole if cell.tone != "neutral":
                return look().color(ink(cell.tone))
        return None

    def _cell(self, line: int, column: int) -> Cell:
        cell = self._rows[line].cells[column]
        return Cell(cell) if isinstance(cell, str) else cell

    def _named(self, line: int, column: int) -> str:
        return f"{self._columns[column]}: {self._cell(line, column).text}"

    def _spoken(self, line: int) -> str:
        """The whole row, since the focus stands in its first cell."""
        rest = (self._named(line, column) for column in range(1, len(self._columns)) if self._cell(line, column).text)
        return ", ".join((self._cell(line, 0).text, *rest))
