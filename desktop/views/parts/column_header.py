"""Owns the headings of a table: they tell when somebody has dragged a border."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget


class ColumnHeader(QHeaderView):
    """`dragged` when somebody has let go of a border; columns also change when the table fits them to its rows."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._before: list[int] = []

    def need(self, column: int) -> int:
        """How wide a column's heading is, in pixels, also while it is hidden: Qt's own hint is then nothing."""
        return self.sectionSizeFromContents(column).width()

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
