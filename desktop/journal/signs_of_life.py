"""A desk's sign of life at the database: a lock that its own connection holds, and what it hears there.

The lock goes with the connection, however the desk dies. The same connection listens: the database tells, as a
transaction ends, that cases of the care centre have changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from desktop.journal.confinement import CHANNEL
from desktop.journal.faults import JournalError, JournalFault, faults_mapped

if TYPE_CHECKING:
    import psycopg

_SEEN = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND (classid::bigint << 32) | objid::bigint = :lock"
)


class SignOfLife:
    """One session's. Blocking; `wait` is for one thread, everything else for any."""

    def __init__(self, session: str, parameters: Mapping[str, Any]) -> None:
        self._session, self._parameters = session, parameters
        self._connection: psycopg.Connection[tuple[Any, ...]] | None = None
        self._changing, self._is_over = Lock(), False

    def show(self) -> psycopg.Connection[tuple[Any, ...]]:
        """Take the lock and listen, on a new connection where the former is lost.

        The lock is shared, for the server may still hold the former's. Raises psycopg.Error, and JournalError after
        the end.
        """
        import psycopg
        from psycopg import sql

        with self._changing:
            if self._is_over:
                raise JournalError(JournalFault.AWAY)
            if self._connection is not None and not self._connection.closed:
                return self._connection
            fresh = psycopg.connect(**self._parameters, autocommit=True)
            try:
                fresh.execute("SELECT pg_advisory_lock_shared(%s)", [_lock(self._session)])
                for (channel,) in fresh.execute(CHANNEL.encode()).fetchall():
                    fresh.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
            except BaseException:
                fresh.close()
                raise
            self._connection = fresh
            return fresh

    def wait(self, seconds: float) -> bool:
        """Wait until cases have changed, at most so long; True where they have, or may have while nobody listened.

        Raises JournalError when the connection is lost; the next call makes a new one.
        """
        with faults_mapped():
            lost = self._connection is None or self._connection.closed
            connection = self.show()
            if lost:
                return True
            try:
                return any(True for _ in connection.notifies(timeout=seconds, stop_after=1))
            except BaseException:
                connection.close()
                raise

    def seen(self, connection: Connection, session: str) -> bool:
        """Whether a session shows that it lives."""
        return bool(connection.execute(_SEEN, {"lock": _lock(session)}).scalar_one())

    def end(self) -> None:
        """Let go of the lock; twice is once."""
        with self._changing, suppress(Exception):
            self._is_over = True
            if self._connection is not None:
                self._connection.close()


def _lock(session: str) -> int:
    """The session as a lock's number: 64 bits with a sign."""
    return int.from_bytes(hashlib.sha256(session.encode()).digest()[:8], signed=True)
