"""The session as systemd-logind keeps it on Linux: told of on the system's message bus, and locked over it."""

from __future__ import annotations

import os
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVariant

from desktop.runtime.session import SessionWatch

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
