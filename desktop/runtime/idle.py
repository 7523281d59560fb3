"""How long nobody has touched the program: keys, clicks and touches on any of its windows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_EVERY = 500


class IdleWatch(QObject):
    """Emits `ticked` twice a second with the seconds since the last touch.

    It listens to the window that has the focus, to which only the window system speaks: a filter on the application
    would see every event of every widget. `clock` gives monotonic seconds.
    """

    ticked = Signal(float)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since = clock()
        self._window: QWindow | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen)
            self._listen(app.focusWindow())
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(lambda: self.ticked.emit(self.seconds))
        self._timer.start()

    @property
    def seconds(self) -> float:
        """Since the last touch."""
        return self._clock() - self._since

    def touch(self) -> None:
        """Somebody is here."""
        self._since = self._clock()

    def stop(self) -> None:
        """Nobody asks any more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt names it
        """Nothing is kept back."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        """Coming to the program is a touch, too."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self.touch()
