"""Owns the rows of a choice table: text cells with an optional icon, and what a screen reader says of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.views.look import Tone, icon, look

from .badge import ink

Index = QModelIndex | QPersistentModelIndex

# Looked up once: a table asks for a dozen roles of every cell that it paints.
_TEXT, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_ICON, _INK = Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole
_ANSWERED = frozenset((_TEXT, _SPOKEN, _ICON, _INK))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, with an icon from the icon set and a tone that the words also say."""

    text: str
    icon: str = ""
    tone: Tone = "neutral"


Cells = tuple[Cell | str, ...]


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One thing to choose; ``key`` comes back with the table's signals. The first cell names the row."""

    key: object
    cells: Cells


class ChoiceRows(QAbstractTableModel):
    """Read-only rows; their cells are asked for when they are painted, for a long list is mostly out of sight.

    ``labels`` are the columns whose cells do not tell by themselves what they are.
    """

    def __init__(self, columns: Sequence[str], labels: Collection[int] = ()) -> None:
        super().__init__()
        self._columns, self._labels = tuple(columns), labels
        self._keys: Sequence[object] = ()
        self._cells: Callable[[Any], Cells] = lambda _: ()

    def replace(self, keys: Sequence[object], cells: Callable[[Any], Cells]) -> None:
        """Show the rows of these keys instead; ``cells`` makes the cells of one, as many as there are columns.

        The same keys stay where they are, with what their cells say now.
        """
        if keys and list(keys) == list(self._keys):
            self._cells = cells
            self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._keys, self._cells = keys, cells
        self.endResetModel()

    def rename(self, columns: Sequence[str], labels: Collection[int] = ()) -> None:
        """Show other columns; the rows go."""
        self.beginResetModel()
        self._columns, self._labels, self._keys = tuple(columns), labels, ()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.endResetModel()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self._columns

    def key(self, line: int) -> object:
        """The key of the row on that line; raises IndexError beyond the last."""
        return self._keys[line]

    def keys_from(self, line: int) -> Sequence[object]:
        """The keys from a line on; none where there is no such line."""
        return self._keys[line:] if line >= 0 else ()

    def line(self, key: object) -> int | None:
        """The line on which a key stands, if it is there."""
        return next((line for line, other in enumerate(self._keys) if other == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  the signature that Qt calls
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  the signature that Qt calls
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED:
            return None
        cell = self.cell(index.row(), index.column())
        if role == _TEXT:
            return cell.text
        if role == _SPOKEN:
            return self._spoken(index.row()) if index.column() == 0 else self._named(index.row(), index.column())
        if role == _ICON:
            return icon(cell.icon, ink(cell.tone)) if cell.icon else None
        return look().color(ink(cell.tone)) if cell.tone != "neutral" else None

    def cell(self, line: int, column: int) -> Cell:
        """What stands there; raises IndexError beyond the last."""
        cell = self._cells(self._keys[line])[column]
        return Cell(cell) if isinstance(cell, str) else cell

    def label(self, column: int) -> str:
        """What stands before the column's cells where nothing stands above them."""
        return f"{self._columns[column]}: " if column in self._labels else ""

    def _named(self, line: int, column: int) -> str:
        return f"{self._columns[column]}: {self.cell(line, column).text}"

    def _spoken(self, line: int) -> str:
        """The whole row, since the focus stands in its first cell."""
        rest = (self._named(line, column) for column in range(1, len(self._columns)) if self.cell(line, column).text)
        return ", ".join((self.cell(line, 0).text, *rest))
