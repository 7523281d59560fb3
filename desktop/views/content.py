"""A place on a page whose content is built anew when the state changes; the focus stays where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.views.look import look
from desktop.views.look.tokens import L


class Content(QWidget):
    """``content.show_parts(part, part)`` replaces what is there; the widget of the same object name keeps the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(L))

    def show_parts(self, *parts: QWidget) -> None:
        """Replace the content; an empty content takes no room."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for part in parts:
            self._column.addWidget(part)
        self.setVisible(bool(parts))
        if name and (again := self.findChild(QWidget, name)) is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
