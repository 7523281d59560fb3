"""The journal's file: opened, looked at before it is touched, migrated with a backup, read and written durably.

missing, empty  -> made
ours, older     -> backed up beside itself, then migrated
ours, newer     -> JournalError(NEWER), untouched
not ours, or unreadable -> set aside beside itself under a new name, then made
"""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from desktop.journal.faults import JournalError, JournalFault, fault_of, faults_mapped
from desktop.journal.keys import DataKey, holder_id, new_data_key, unwrapped
from desktop.journal.schema import APPLICATION_ID, STEPS, Step, create, holders, journal, migrate

BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"
_SET_ASIDE = ".set-aside-"
_PRAGMAS = (
    "synchronous = FULL",
    "fullfsync = ON",  # macOS: its fsync alone leaves the data in the drive's cache.
    "foreign_keys = ON",
    "secure_delete = ON",
)

Clock = Callable[[], datetime]


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Store:
    """An open journal. Blocking; safe for several threads.

    `session` names this opening: what another session left unfinished was interrupted. `series` is empty, or tells
    case numbers apart from those in files that were set aside. `set_aside` is such a file, if this opening made one.
    """

    path: Path
    key: DataKey
    series: str
    set_aside: Path | None
    session: str
    _clock: Clock
    _engine: Engine
    _writer: Engine

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the journal. Raises JournalError."""
        return _transaction(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that is on the disk when the block is left, or not at all. Raises JournalError."""
        return _transaction(self._writer)

    def now(self) -> str:
        """The time as it is stored."""
        return stored_time(self._clock())

    def add_holder(self, holder: bytes, label: str) -> None:
        """Let another 32-byte key open this journal: another account's, or a recovery key."""
        with self.writing() as connection:
            row = {"id": holder_id(holder), "label": label, "wrapped": self.key.wrapped_for(holder)}
            connection.execute(insert(holders).prefix_with("OR REPLACE", dialect="sqlite").values(row))

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self._engine.dispose()


def stored_time(at: datetime) -> str:
    """UTC in ISO 8601 with microseconds: sorts as text."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def open_store(path: Path, holder: bytes, *, clock: Clock = _utc_now, steps: tuple[Step, ...] = STEPS) -> Store:
    """Open or make the journal at `path` with an account's 32-byte key.

    Raises JournalError: KEY_MISSING where the journal is not wrapped for this key, NEWER, FULL, READ_ONLY, LOCKED,
    FAILING; the file is then as it was.
    """
    path = path.absolute()
    version = 1 + len(steps)
    with faults_mapped():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = _version_of(path)
        aside = _put_aside(path, clock()) if found is JournalFault.UNREADABLE else None
        if isinstance(found, int) and found > version:
            raise JournalError(JournalFault.NEWER)
        if isinstance(found, int) and found < version:
            _back_up(path, path.with_name(f"{path.name}.backup-{found}"))
        _turn_to_wal(path)
        engine = _engine(path)
        # The same pool, taking the write lock as a transaction begins: a reader that turns writer could be refused.
        writer = engine.execution_options(writes=True)
        try:
            with writer.begin() as connection:
                key, series = _made_or_migrated(connection, path, holder, steps)
        except BaseException:
            engine.dispose()
            raise
    return Store(path, key, series, aside, uuid.uuid4().hex, clock, engine, writer)


def _made_or_migrated(
    connection: Connection, path: Path, holder: bytes, steps: tuple[Step, ...]
) -> tuple[DataKey, str]:
    """The key and the series of the journal; made here unless another process was faster."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        number = len(list(path.parent.glob(f"{path.name}{_SET_ASIDE}*[0-9]")))
        key, series = new_data_key(), f"R{number}" if number else ""
        create(connection, 1 + len(steps), series)
        row = {"id": holder_id(holder), "label": "first", "wrapped": key.wrapped_for(holder)}
        connection.execute(insert(holders).values(row))
        return key, series
    wrapped = connection.scalars(select(holders.c.wrapped).where(holders.c.id == holder_id(holder))).one_or_none()
    if wrapped is None:
        raise JournalError(JournalFault.KEY_MISSING)
    migrate(connection, steps)
    return unwrapped(wrapped, holder), connection.scalars(select(journal.c.series)).one()


def _version_of(path: Path) -> int | JournalFault | None:
    """The version of our journal at `path`; None where there is none yet; UNREADABLE where it is not a journal."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    with path.open("rb") as file:  # SQLite itself takes a file of less than a page for an empty database.
        if file.read(len(_MAGIC)) != _MAGIC:
            return JournalFault.UNREADABLE
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as found:
            found.execute("BEGIN")  # One state for all questions: another desk may be making the journal.
            application = found.execute("PRAGMA application_id").fetchone()[0]
            if application == APPLICATION_ID:
                version = found.execute("SELECT max(version) FROM journal").fetchone()[0]
                return version if isinstance(version, int) else JournalFault.UNREADABLE
            tables = found.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            return None if application == 0 and tables == 0 else JournalFault.UNREADABLE
    except sqlite3.DatabaseError as error:
        # No fault of the disk: our mark on the file, but not the tables that we make.
        if fault_of(error) in (JournalFault.UNREADABLE, None):
            return JournalFault.UNREADABLE
        raise
    except UnicodeDecodeError:  # SQLite quotes a damaged table's name, as damaged as it is.
        return JournalFault.UNREADABLE


def _put_aside(path: Path, at: datetime) -> Path:
    """Rename the file and its write-ahead log, so that nothing in them is lost."""
    aside = path.with_name(f"{path.name}{_SET_ASIDE}{at.astimezone(UTC):%Y%m%dT%H%M%S%f}")
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def _back_up(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(copy)) as target:
        file.backup(target)


def _turn_to_wal(path: Path) -> None:
    """Make the file keep a write-ahead log from now on; SQLite itself does not wait for others here."""
    until = time.monotonic() + BUSY_SECONDS
    with closing(sqlite3.connect(path)) as file:
        while True:
            try:
                file.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if fault_of(error) is not JournalFault.LOCKED or time.monotonic() > until:
                    raise
            time.sleep(0.01)


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


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    with faults_mapped(), engine.begin() as connection:
        yield connection
