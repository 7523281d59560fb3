"""What lies over the window for a while: one page, and the keyboard goes back to where it was when it closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop.views.look import look
from desktop.views.parts import Page


class Dialogue(QDialog):
    """``hold(page, width, height)`` fills it; sizes at 100 %, no larger than the window, or the screen without one."""

    def __init__(self, over: QWidget | None) -> None:
        self._window = over.window() if over is not None else None
        super().__init__(self._window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Listningsluckan")

    def hold(self, page: Page, width: int, height: int) -> None:
        """Show this page in it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        shown = self._window is not None and self._window.isVisible()
        room = self._window.size() if self._window and shown else QGuiApplication.primaryScreen().availableSize()
        self.resize(QSize(look().px(width), look().px(height)).boundedTo(room))

    def done(self, result: int) -> None:
        """Not every system gives the keyboard back to the window beneath by itself."""
        super().done(result)
        if self._window is not None:
            self._window.activateWindow()


def ask_where_to_save(page: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """The system's own dialogue about a file, `name` to begin with; None where nobody wants one after all."""
    chosen, _ = QFileDialog.getSaveFileName(page, title, name, kinds)
    page.window().activateWindow()
    return Path(chosen) if chosen else None
