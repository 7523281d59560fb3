"""Owns how a test sees that the window stays alive."""

from PySide6.QtCore import QElapsedTimer, QTimer


class Gaps:
    """How long the window was without a turn, in milliseconds, measured by a timer that asks for one all the time."""

    def __init__(self) -> None:
        self._since, self._longest = QElapsedTimer(), 0
        self._since.start()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def longest(self) -> int:
        self._timer.stop()
        return self._longest

    def _tick(self) -> None:
        self._longest = max(self._longest, self._since.restart())
