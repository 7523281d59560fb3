"""What is copied from the desk: kept out of clipboard histories, and taken back after a time and when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

OURS = "application/x-listningsluckan"
TECHNICAL = "application/x-listningsluckan-technical"
_NO = (0).to_bytes(4, "little")
_UNTOLD = {
    # Windows' clipboard history and cloud, and programs that watch the clipboard, each ask for one of these.
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    # KDE's history, and others that have taken it over.
    "x-kde-passwordManagerHint": b"secret",
}


class ClipboardWatch(QObject):
    """Marks every text that the program puts on the clipboard, and clears it after `seconds`; 0 waits for `clear`.

    While `barred` says so nothing stays there at all.
    """

    def __init__(self, seconds: int, barred: Callable[[], bool] = bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._barred = barred
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._changed)
        self._timer = QTimer(self, singleShot=True, interval=seconds * 1000)
        self._timer.timeout.connect(self.clear)

    def clear(self) -> None:
        """Take back what the program put there; what somebody else put there stays."""
        self._timer.stop()
        if self._is_ours and (held := self._held()) is not None and held.hasFormat(OURS):
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def stop(self) -> None:
        """Take it back, and look no more."""
        self.clear()
        self._clipboard.dataChanged.disconnect(self._changed)

    @property
    def _is_ours(self) -> bool:
        """Whether the program put there what is there; without a screen the clipboard is the process's own."""
        return self._clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen"

    def _held(self) -> QMimeData | None:
        return cast("QMimeData | None", self._clipboard.mimeData())  # the stub leaves out that it may hold nothing

    def _changed(self) -> None:
        held = self._held()
        if held is None or not self._is_ours or held.hasFormat(OURS) or held.hasFormat(TECHNICAL):
            return
        if self._barred():
            self._clipboard.clear()
        elif held.hasText() and held.text():
            self._clipboard.setMimeData(marked(held.text()))
            if self._timer.interval():
                self._timer.start()


def marked(text: str) -> QMimeData:
    """A text with the marks that keep it out of histories."""
    data = QMimeData()
    data.setText(text)
    data.setData(OURS, b"")
    for name, value in _UNTOLD.items():
        data.setData(name, value)
    return data


def technical(text: str) -> QMimeData:
    """A text without personal data, which may lie on the clipboard until it is pasted."""
    data = QMimeData()
    data.setText(text)
    data.setData(TECHNICAL, b"")
    return data
