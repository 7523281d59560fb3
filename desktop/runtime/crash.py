"""What nobody foresaw: an exception that nobody caught on any thread, and a program that ends in the middle of itself.

The first is handed to the window's thread. The second is written by faulthandler to `log/fault.txt`, functions and
lines without a single value, and found at the next start.
"""

from __future__ import annotations

import faulthandler
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QObject, Qt, Signal

_PATH = re.compile(r'File "[^"]*?([^"/\\]+)"')
_KEPT = 5


class CrashWatch(QObject):
    """Tells `report` on the window's thread of every exception that nobody caught, until it is closed.

    `last_run` is what an earlier run left when it ended without closing; empty where it ended well.
    """

    _raised = Signal(object)

    def __init__(self, folder: Path, report: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._raised.connect(report, Qt.ConnectionType.QueuedConnection)
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._caught
        threading.excepthook = self._tell
        sys.unraisablehook = self._tell
        self._file = folder / "fault.txt"
        self.last_run = _left(self._file)
        self._open: TextIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._open = self._file.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._open, all_threads=True)

    def close(self) -> None:
        """The program has ended as it should."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        if self._open is not None:
            faulthandler.disable()
            self._open.close()
            self._file.unlink(missing_ok=True)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self._raised.emit(error)
        else:  # Ctrl+C at the prompt
            self._hooks[0](kind, error, trace)

    def _tell(self, raised: Any) -> None:
        if isinstance(raised.exc_value, Exception):
            self._raised.emit(raised.exc_value)


def keep_report(folder: Path, code: str, report: str) -> None:
    """Write a report to `crash-CODE.txt` in the folder, where the last five are kept; a full disk keeps none."""
    try:
        (folder / f"crash-{code}.txt").write_text(report, encoding="utf-8")
        kept = sorted(folder.glob("crash-*.txt"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink()
    except OSError:
        return


def _left(file: Path) -> str:
    """What faulthandler wrote, without the folders that a user's name may stand in."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return _PATH.sub(r'File "\1"', text).strip()
