"""The journal as a file: whose it is, put aside, copied, shared by accounts, and turned to a write-ahead log."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop.journal.faults import JournalFault, fault_of
from desktop.journal.schema import APPLICATION_ID

BUSY_SECONDS = 5.0
SET_ASIDE = ".set-aside-"
_MAGIC = b"SQLite format 3\0"


def version_of(path: Path) -> int | JournalFault | None:
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


def put_aside(path: Path, at: datetime, marked: str = SET_ASIDE) -> Path:
    """Rename the file and its write-ahead log, so that nothing in them is lost."""
    aside = path.with_name(f"{path.name}{marked}{at.astimezone(UTC):%Y%m%dT%H%M%S%f}")
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def copy_database(path: Path, copy: Path) -> None:
    """The database as it stands, with what its write-ahead log holds, also while others write."""
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(copy)) as target:
        file.backup(target)


def turn_to_wal(path: Path) -> None:
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


def share(path: Path) -> None:
    """A folder that a group may write to is shared by accounts: so is the file, and SQLite's beside it follow."""
    if os.name == "posix" and path.parent.stat().st_mode & stat.S_IWGRP:
        with suppress(PermissionError):  # Another account's, which has shared it already.
            path.chmod(0o660)


def fold(path: Path) -> None:
    """Fold the write-ahead log into the file, and cut it to nothing."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
