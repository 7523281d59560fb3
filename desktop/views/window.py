"""The window itself: its place on the screen, and its closing. A shell lies in it; `rooms.py` furnishes that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, QEventLoop, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.runtime.language import WindowLanguage
from desktop.viewmodels.own_choices import OwnChoices
from desktop.views.front import Front
from desktop.views.look import Theme, apply, look
from desktop.views.parts import Page
from desktop.views.shell import Shell

_SEEN_BY_NOBODY = 1000
"""Milliseconds."""
_WANTED = QSize(1180, 820)
_FRAME = QSize(16, 48)
"""Room for what the system draws round the window: on 1366 x 768 the first window has its buttons on the screen."""
_TEXT_KEYS: Final = (("Ctrl++", 25), ("Ctrl+-", -25), ("Ctrl+0", 0))


class MainWindow(QMainWindow):
    """Opens where it stood last: `place`, as Qt writes it, in base64. It closes when `may_close` has said so."""

    painted = Signal()
    text_size_asked = Signal(int)
    """Per cent more or less; 0 for the usual size."""

    def __init__(self, language: WindowLanguage, place: str = "") -> None:
        super().__init__()
        self.language = language
        self.resize(_WANTED if _draws_for_nobody() else _WANTED.boundedTo(self.screen().availableSize() - _FRAME))
        self.setMinimumSize(480, 360)
        self.restoreGeometry(QByteArray.fromBase64(place.encode()))  # Onto a screen that exists.
        self.may_close: Callable[[], bool] = lambda: True
        self.shell: Shell
        self.front: Front | None = None
        hear_text_size(self, self.text_size_asked.emit)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.shell.page

    def show_front(self, front: Front) -> None:
        """What is painted before there is a desk to show."""
        self.front = front
        self.show_shell(front)

    def show_shell(self, shell: Shell) -> None:
        """Everything in the window anew."""
        self.shell = shell
        self.setWindowTitle(shell.title)
        self.setCentralWidget(shell)

    def show_painted(self) -> None:
        """Show it, and return once it has been painted; one that nobody sees, minimised as it may be, does not wait."""
        loop = QEventLoop()
        self.painted.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_SEEN_BY_NOBODY, loop.quit)
        self.show()
        loop.exec()
        self.painted.disconnect(loop.quit)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()


def make_window(app: QApplication, own: OwnChoices) -> MainWindow:
    """An empty window in the language, the colours and the text size that somebody has chosen for themself."""
    chosen = own.settings
    apply(app, Theme(chosen.theme), chosen.text_size / 100)
    language = WindowLanguage(app)
    language.use(chosen.language)
    return MainWindow(language, chosen.window)


def wear(app: QApplication, own: OwnChoices) -> None:
    """Put on one's own colours and text size, where they are not worn already."""
    theme, scale = Theme(own.settings.theme), own.settings.text_size / 100
    if (look().theme, look().scale) != (theme, scale):
        look().put_on(app, theme, scale)


def hear_text_size(window: QWidget, asked: Callable[[int], object]) -> None:
    """The keys for the text size, in the window or in what lies over it."""
    for key, step in _TEXT_KEYS:
        QShortcut(QKeySequence(key), window, partial(asked, step))


def _draws_for_nobody() -> bool:
    """Pictures are as large as wanted: Qt's screen that nobody sees is 800 x 800."""
    return QGuiApplication.platformName() == "offscreen"
