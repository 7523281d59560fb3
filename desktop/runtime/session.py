"""The operating system's session: told of when it is locked, and locked on request (Windows; logind on Linux)."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x7


class SessionWatch(QObject):
    """Emits `locked` when the session is locked. `lock` is False where nobody can be asked to lock it."""

    locked = Signal()

    def lock(self) -> bool:
        """Lock the session."""
        return False


class WindowsSession(SessionWatch):
    """The session as Windows tells a window of it."""

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _SessionMessages(self)
        app = QCoreApplication.instance()
        if app is not None and sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)
            app.installNativeEventFilter(self._filter)

    def lock(self) -> bool:
        """Windows shows its own way in."""
        if sys.platform == "win32":
            return bool(ctypes.windll.user32.LockWorkStation())
        return False


class _SessionMessages(QAbstractNativeEventFilter):
    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(  # noqa: N802  Qt names it
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Nothing is kept back."""
        if sys.platform == "win32" and bytes(kind) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if told.message == _WM_WTSSESSION_CHANGE and told.wParam == _WTS_SESSION_LOCK:
                self._session.locked.emit()
        return False, 0


def session_of(window: int, parent: QObject | None = None) -> SessionWatch:
    """The session of this operating system; one that nobody tells of where there is none."""
    session: SessionWatch
    if sys.platform == "win32":
        session = WindowsSession(window, parent)
    elif sys.platform.startswith("linux"):
        from desktop.runtime.logind import LogindSession  # Here, for it loads Qt's part for message buses.

        session = LogindSession(parent=parent)
    else:
        session = SessionWatch(parent)
    return session
