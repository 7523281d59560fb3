"""Owns the card: a section with a heading and rows of label and value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.views.look import IconView, spaced
from desktop.views.look.tokens import L, M, S

from .arrangement import Flow
from .badge import Badge
from .text import Text


class Card(QFrame):
    """``card = Card("Primärvård", icon="stethoscope"); card.row("Mottagning", "Tisken"); card.add(widget)``."""

    def __init__(self, heading: str = "", icon: str = "", badge: Badge | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(heading)
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=M, across=L, down=L)
        self._rows: QGridLayout | None = None
        if heading:
            self._column.addLayout(_headed(heading, icon, badge))

    def row(self, label: str, value: str, badge: Badge | None = None, number: bool = False) -> Text:
        """Add a line; the value's label is tied to it for screen readers. Returns the value."""
        if self._rows is None:
            self._rows = QGridLayout()
            spaced(self._rows, gap=S)
            self._rows.setColumnStretch(0, 2)
            self._rows.setColumnStretch(1, 5)
            self._column.addLayout(self._rows)
        line = self._rows.rowCount()
        caption, shown = Text(label.replace("&", "&&"), "muted"), Text(value, "number" if number else "body")
        caption.setBuddy(shown)
        self._rows.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
        if badge is None:
            self._rows.addWidget(shown, line, 1, Qt.AlignmentFlag.AlignTop)
        else:
            beside = Flow(gap=M)
            beside.addWidget(shown)
            beside.addWidget(badge)
            self._rows.addLayout(beside, line, 1)
        return shown

    def add(self, part: QWidget | QLayout) -> None:
        """Add a part or a layout below what is there; later rows come below it."""
        self._rows = None
        if isinstance(part, QLayout):
            self._column.addLayout(part)
        else:
            self._column.addWidget(part)


def _headed(heading: str, icon: str, badge: Badge | None) -> QHBoxLayout:
    row = QHBoxLayout()
    spaced(row, gap=S)
    if icon:
        row.addWidget(IconView(icon, "primary", 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(heading, "title"), 1)
    if badge is not None:
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    return row
