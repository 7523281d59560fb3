"""Whether anybody has written to the journal's file: SQLite keeps a number for that, and asking costs microseconds."""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Event, Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from desktop.journal.faults import faults_mapped

_EVERY = 0.25
"""Seconds between two questions."""


class FileWatch:
    """On a connection of its own, for another's number tells nothing of what it writes itself. Blocking."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._version: int | None = None
        self._asking, self._over = Lock(), Event()

    def wait(self, seconds: float) -> bool:
        """Wait until something is written, at most so long; True at the first time. Raises JournalError."""
        until = time.monotonic() + seconds
        while not self._over.is_set():
            if self._is_written():
                return True
            if time.monotonic() >= until:
                break
            self._over.wait(_EVERY)
        return False

    def end(self) -> None:
        """Whoever waits goes on at once; twice is once."""
        self._over.set()
        with self._asking, suppress(DBAPIError):
            if self._connection is not None:
                self._connection.close()

    def _is_written(self) -> bool:
        with self._asking, faults_mapped():
            if self._over.is_set():
                return False
            if self._connection is None:
                self._connection = self._engine.connect()
            with self._connection.begin():
                version = int(self._connection.exec_driver_sql("PRAGMA data_version").scalar_one())
            before, self._version = self._version, version
            return version != before
