"""The operating system's session: told of when it is locked, and locked on request (Windows; logind on Linux)."""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import wintypes
from typing import cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVariant

_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x7
_LOGIND, _MANAGER, _SESSION = (
    "org.freedesktop.login1",
    "org.freedesktop.login1.Manager",
    "org.freedesktop.login1.Session",
)
_ROOT = "/org/freedesktop/login1"
_PATIENCE = 2000
"""Milliseconds for an answer from logind."""


_PROPERTIES = "org.freedesktop.DBus.Properties"


def _slot(signature: str) -> bytes:
    """As Qt names a slot; the stub wants bytes, and PySide takes nothing but text."""
    return cast(bytes, SLOT(signature))


class SessionWatch(QObject):
    """Emits `locked` when the session is locked. `lock` is False where nobody can be asked to lock it."""

    locked = Signal()

    def lock(self) -> bool:
        """Lock the session."""
        return False


class LogindSession(SessionWatch):
    """The session as systemd-logind knows it, on the system bus or on the one that is given."""

    def __init__(self, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus or QDBusConnection.systemBus()
        self._path = self._own_session() if self._bus.isConnected() else ""
        if self._path:
            # A screen keeper that locks by itself sets the hint; whoever asks logind to lock sends the signal.
            self._bus.connect(_LOGIND, self._path, _SESSION, "Lock", self, _slot("_was_locked()"))
            self._bus.connect(
                _LOGIND, self._path, _PROPERTIES, "PropertiesChanged", self, _slot("_has_changed(QDBusMessage)")
            )

    def lock(self) -> bool:
        """Ask logind, which tells whoever keeps the screen."""
        if not self._path:
            return False
        return self._ask(self._path, _SESSION, "Lock") is not None

    @Slot()
    def _was_locked(self) -> None:
        self.locked.emit()

    @Slot(QDBusMessage)
    def _has_changed(self, _: QDBusMessage) -> None:
        """What changed comes as a dictionary, which PySide does not open; so the one value is asked for."""
        hint = self._ask(self._path, _PROPERTIES, "Get", _SESSION, "LockedHint")
        if isinstance(hint, QDBusVariant) and hint.variant() is True:
            self.locked.emit()

    def _own_session(self) -> str:
        path = self._ask(_ROOT, _MANAGER, "GetSession", os.environ.get("XDG_SESSION_ID", "auto"))
        return path.path() if isinstance(path, QDBusObjectPath) else ""

    def _ask(self, path: str, interface: str, method: str, *arguments: str) -> object:
        """The answer's first value, or None. No QDBusInterface: it would first wait for a description of itself."""
        asked = QDBusMessage.createMethodCall(_LOGIND, path, interface, method)
        asked.setArguments(list(arguments))
        reply = self._bus.call(asked, timeout=_PATIENCE)
        return next(iter(reply.arguments()), True) if reply.type() is QDBusMessage.MessageType.ReplyMessage else None


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
    if sys.platform == "win32":
        return WindowsSession(window, parent)
    return LogindSession(parent=parent) if sys.platform.startswith("linux") else SessionWatch(parent)
