"""The journal in a file: opened, looked at before it is touched, migrated with a backup, read and written durably.

missing, empty  -> made
ours, older     -> backed up beside itself, then migrated
ours, newer     -> JournalError(NEWER), untouched
not ours, or unreadable -> set aside beside itself under a new name, then made
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from desktop.journal.faults import JournalError, JournalFault, faults_mapped
from desktop.journal.files import (
    BUSY_SECONDS,
    SET_ASIDE,
    copy_database,
    fold,
    put_aside,
    share,
    turn_to_wal,
    version_of,
)
from desktop.journal.keys import DataKey, holder_id, new_data_key
from desktop.journal.schema import APPLICATION_ID, STEPS, Step, create, holders, journal, migrate
from desktop.journal.sessions import MarkOfLife, clear_dead, come_alive, is_alive
from desktop.journal.store import Clock, Store, held_key, stored_time, utc_now
from desktop.journal.watch import FileWatch

_PRAGMAS = (
    "synchronous = FULL",
    "fullfsync = ON",  # macOS: its fsync alone leaves the data in the drive's cache.
    "foreign_keys = ON",
    "secure_delete = ON",
    "cache_size = -256",  # KiB, for each connection: the operating system keeps the file in memory, too.
)


@dataclass(frozen=True, slots=True)
class FileStore(Store):
    """An open journal in a SQLite file. `set_aside` is a file in its place that could not be read."""

    path: Path
    set_aside: Path | None
    _life: MarkOfLife
    _watch: FileWatch

    def lives(self, session: str) -> bool:
        """See `Store`: the operating system holds a lock for each."""
        return is_alive(self.path, session)

    def wait(self, seconds: float) -> bool:
        """See `Store`: looked at several times a second."""
        return self._watch.wait(seconds)

    def fold(self) -> None:
        """See `Store`: what was destroyed may be in the write-ahead log."""
        with faults_mapped():
            fold(self.path)

    def drop_backups(self, older_than: timedelta) -> None:
        """See `Store`."""
        oldest = time.time() - older_than.total_seconds()
        for backup in self.path.parent.glob(f"{self.path.name}.backup-*"):
            if backup.stat().st_mtime < oldest:
                backup.unlink()

    def close(self) -> None:
        """See `Store`; the write-ahead log is folded into the file."""
        self._watch.end()
        self._engine.dispose()
        self._life.end()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a journal that is made has in common with another: the data key, and a series of numbers of its own."""

    key: DataKey
    series: str = ""


def open_store(
    path: Path,
    holder: bytes,
    label: str = "first",
    *,
    clock: Clock = utc_now,
    steps: tuple[Step, ...] = STEPS,
    begins: Beginning | None = None,
) -> FileStore:
    """Open or make the journal at `path` with an account's 32-byte key; `label` names whose key a new one has.

    Raises JournalError: KEY_MISSING where the journal is not wrapped for this key, NEWER, FULL, READ_ONLY, LOCKED,
    FAILING; the file is then as it was.
    """
    path = path.absolute()
    version, session = 1 + len(steps), uuid.uuid4().hex
    with faults_mapped():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = version_of(path)
        aside = put_aside(path, clock()) if found is JournalFault.UNREADABLE else None
        if isinstance(found, int) and found > version:
            raise JournalError(JournalFault.NEWER)
        if isinstance(found, int) and found < version:
            copy_database(path, path.with_name(f"{path.name}.backup-{found}"))
        turn_to_wal(path)
        share(path)
        engine = _engine(path)
        # The same pool, taking the write lock as a transaction begins: a reader that turns writer could be refused.
        writer = engine.execution_options(writes=True)
        try:
            with writer.begin() as connection:
                key, series = _made_or_migrated(connection, path, holder, label, clock(), steps, begins)
                clear_dead(path)
                life = come_alive(path, session)
        except BaseException:
            engine.dispose()
            raise
    return FileStore(str(path), key, series, session, clock, engine, writer, path, aside, life, FileWatch(engine))


def _made_or_migrated(
    connection: Connection,
    path: Path,
    holder: bytes,
    label: str,
    at: datetime,
    steps: tuple[Step, ...],
    begins: Beginning | None,
) -> tuple[DataKey, str]:
    """The key and the series of the journal; made here unless another process was faster."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        number = len(list(path.parent.glob(f"{path.name}{SET_ASIDE}*[0-9]")))
        begins = begins or Beginning(new_data_key())
        key, series = begins.key, begins.series + (f"R{number}" if number else "")
        create(connection, 1 + len(steps), series)
        _hold(connection, key, holder, label, at)
        return key, series
    migrate(connection, steps)
    return held_key(connection, holder, at), connection.scalars(select(journal.c.series)).one()


def let_in(path: Path, holder: bytes, label: str, key: DataKey) -> None:
    """Wrap a file's data key for one more holder, for whoever knows it from elsewhere. Raises JournalError."""
    engine = _engine(path)
    try:
        with faults_mapped(), engine.execution_options(writes=True).begin() as connection:
            _hold(connection, key, holder, label, utc_now())
    finally:
        engine.dispose()


def _hold(connection: Connection, key: DataKey, holder: bytes, label: str, at: datetime) -> None:
    row = {"id": holder_id(holder), "label": label, "wrapped": key.wrapped_for(holder), "since": stored_time(at)}
    connection.execute(insert(holders).values(row))


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # Python would begin transactions too late.
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
