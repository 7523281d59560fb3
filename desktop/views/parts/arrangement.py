"""Owns how parts share a width: a row that wraps, and columns that stack when there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget, QWidgetItem

from desktop.views.look import look, scaled, spaced
from desktop.views.look.tokens import XL, L, S


class Flow(QLayout):
    """A layout that puts items side by side and goes on below when the row is full; nothing is ever cut off."""

    def __init__(self, parent: QWidget | None = None, gap: int = S) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        spaced(self, gap=gap)

    def addWidget(self, w: QWidget) -> None:
        self.insertWidget(self.count(), w)

    def insertWidget(self, index: int, w: QWidget) -> None:
        """Put a widget before the one of that number."""
        self.addChildWidget(w)
        self._items.insert(index, _Item(w))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Kept until something changes: Qt asks for the same width many times over in one layout."""
        if width not in self._heights:
            margins = self.contentsMargins()
            inner = width - margins.left() - margins.right()
            height = self._arrange(QRect(0, 0, inner, 0), place=False)
            self._heights[width] = height + margins.top() + margins.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(shown) - 1)
        tallest = max((size.height() for size in shown), default=0)
        return QSize(sum(size.width() for size in shown) + gaps, tallest).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), place=True)

    def sizes_within(self, items: list[QLayoutItem], width: int) -> list[QSize]:
        """The items' sizes on lines of this width."""
        return [_size_within(item, width) for item in items]

    def _arrange(self, rect: QRect, place: bool) -> int:
        gap = self.spacing()
        x, y, row = rect.x(), rect.y(), 0
        items = [item for item in self._items if not item.isEmpty()]
        for item, size in zip(items, self.sizes_within(items, rect.width()), strict=True):
            width, height = size.width(), size.height()
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, row = rect.x(), y + row + min(gap, look().px(S)), 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x, row = x + width + gap, max(row, height)
        return y + row - rect.y()


def _size_within(item: QLayoutItem, width: int) -> QSize:
    taken = min(item.sizeHint().width(), width)
    return QSize(taken, item.heightForWidth(taken) if item.hasHeightForWidth() else item.sizeHint().height())


class _Item(QWidgetItem):
    """A widget in a row; its sizes are kept until something changes, for Qt asks many times over.

    Made here, for an item that Qt makes may reach Python as one that lay, long ago, at the same place in memory; and
    nobody would ever destroy it.
    """

    _hint: QSize | None = None
    _least: QSize | None = None

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = super().sizeHint()
        return self._hint

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = super().minimumSize()
        return self._least

    def invalidate(self) -> None:
        self._hint = self._least = None


class Stack(QWidget):
    """Parts below one another, as one column of :class:`Columns`."""

    def __init__(self, *parts: QWidget, gap: int = L) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=gap)
        for part in parts:
            self._column.addWidget(part)

    def add(self, part: QWidget) -> None:
        """Add a part below what is there."""
        self._column.addWidget(part)


class Columns(QWidget):
    """Widgets side by side that stack below one another when the width is less than ``stack_below`` (at 100 %).

    ``fills`` lets them take all the height there is, beside one another.
    """

    def __init__(
        self,
        *columns: QWidget,
        weights: tuple[int, ...] = (),
        stack_below: int = 720,
        gap: int = XL,
        fills: bool = False,
    ) -> None:
        super().__init__()
        self._fills = fills
        self._columns = columns
        self._weights = weights or (1,) * len(columns)
        self._stack_below = stack_below
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._row, gap=gap)
        for column in columns:
            self._row.addWidget(column)
        self._arrange(QBoxLayout.Direction.LeftToRight)
        scaled(self, self._stack_or_not)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stack_or_not()
        super().resizeEvent(event)

    def _stack_or_not(self) -> None:
        stacked = self.width() < look().px(self._stack_below)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if direction is not self._row.direction():
            self._arrange(direction)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest column, since the columns stack before they are squeezed."""
        least = super().minimumSizeHint()
        return QSize(max(column.minimumSizeHint().width() for column in self._columns), least.height())

    def _arrange(self, direction: QBoxLayout.Direction) -> None:
        beside = direction is QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        for column, weight in zip(self._columns, self._weights, strict=True):
            self._row.setStretchFactor(column, weight if beside else 0)
            at_top = beside and not self._fills
            self._row.setAlignment(column, Qt.AlignmentFlag.AlignTop if at_top else Qt.AlignmentFlag(0))
