"""What lies over the window for a while: one page, and the keyboard goes back to where it was when it closes."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop.runtime.language import Language
from desktop.viewmodels.help import HelpState, HelpViewModel
from desktop.views.help import HelpTopics
from desktop.views.look import look, scaled
from desktop.views.parts import KeyButton, Page
from desktop.views.window import MainWindow, hear_text_size


class Dialogue(QDialog):
    """``hold(page, width, height)`` fills it; sizes at 100 %, no larger than the window, or the screen without one.

    `about` names the help that matters in it, which F1 lays over it. `words` where there is no window to ask.
    """

    about: ClassVar[str] = ""
    text_size_asked = Signal(int)

    def __init__(self, over: QWidget | None, words: Language | None = None) -> None:
        self._beneath = over.window() if over is not None else None
        super().__init__(self._beneath)
        self._main = _main_window(self._beneath)
        self._help_words = words or (self._main.language.language if self._main is not None else None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Listningsluckan")
        hear_text_size(self, self.text_size_asked.emit)
        if self._main is not None:
            self.text_size_asked.connect(self._main.text_size_asked)

    def hold(self, page: Page, width: int, height: int) -> None:
        """Show this page in it."""
        if self.about and self._help_words is not None:
            page.add_actions(KeyButton(self.tr("Hjälp"), "F1", "circle-help", on_click=self._help, folds_words=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._wanted = QSize(width, height)
        scaled(self, self._fit)

    def _fit(self) -> None:
        """As large as wanted in this text size, as far as there is room."""
        shown = self._main is not None and self._main.isVisible()
        room = self._main.size() if self._main and shown else QGuiApplication.primaryScreen().availableSize()
        wanted = QSize(look().px(self._wanted.width()), look().px(self._wanted.height()))
        self.resize(wanted.boundedTo(room))

    def _help(self) -> None:
        if self._help_words is not None:
            HelpOver(self, self._help_words, self.about).open()

    def done(self, result: int) -> None:
        """Not every system gives the keyboard back to what lies beneath by itself."""
        super().done(result)
        if self._beneath is not None:
            self._beneath.activateWindow()


class HelpOver(Dialogue):
    """Help over another dialogue, which stays as it is."""

    def __init__(self, over: Dialogue, words: Language, about: str) -> None:
        super().__init__(over, words)
        self.setWindowTitle(self.tr("Hjälp"))
        self.hold(HelpTopics(HelpViewModel(HelpState(about), self), words, self.reject), 1000, 640)


def _main_window(beneath: QWidget | None) -> MainWindow | None:
    while beneath is not None and not isinstance(beneath, MainWindow):
        beneath = beneath.parentWidget()
    return beneath


def ask_where_to_save(page: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """The system's own dialogue about a file, `name` to begin with; None where nobody wants one after all."""
    chosen, _ = QFileDialog.getSaveFileName(page, title, name, kinds)
    page.window().activateWindow()
    return Path(chosen) if chosen else None
