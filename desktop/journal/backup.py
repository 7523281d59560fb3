"""Backup and restore: the journal copied while desks write to it, and put back without losing what is there.

A copy is encrypted as the journal is: only keys that opened the journal open it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desktop.journal.faults import JournalError, JournalFault, faults_mapped
from desktop.journal.files import copy_database, put_aside, share, version_of
from desktop.journal.keys import holder_id, unwrapped
from desktop.journal.schema import STEPS


def back_up(file: Path, copy: Path) -> None:
    """Copy the journal and read the copy through. Raises FileExistsError, or JournalError as for opening."""
    if copy.exists():
        raise FileExistsError(copy.name)
    with faults_mapped():
        _own_version(file)
        fresh = copy.with_name(copy.name + ".new")
        fresh.unlink(missing_ok=True)
        copy_database(file, fresh)
        _read_through(fresh)
        fresh.replace(copy)


def put_back(copy: Path, file: Path, key: bytes) -> Path | None:
    """Put a copy that a 32-byte key opens in the journal's place; what stood there is set aside, as is returned.

    Raises JournalError: UNREADABLE where the copy is no journal or damaged, NEWER, KEY_MISSING, and LOCKED while a
    desk has the journal open. Nothing is changed then.
    """
    with faults_mapped():
        _own_version(copy)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = file.with_name(file.name + ".new")
        fresh.unlink(missing_ok=True)
        copy_database(copy, fresh)
        _read_through(fresh)
        _try_key(fresh, key)
        if isinstance(version_of(file.absolute()), int):
            _fold_alone(file)
        aside = put_aside(file, datetime.now(UTC)) if file.exists() else None
        fresh.replace(file)
        share(file)
        return aside


def _try_key(file: Path, key: bytes) -> None:
    with closing(sqlite3.connect(file)) as copy:
        found = copy.execute("SELECT wrapped FROM holders WHERE id = ?", (holder_id(key),)).fetchone()
    if found is None:
        raise JournalError(JournalFault.KEY_MISSING)
    unwrapped(found[0], key)


def _fold_alone(file: Path) -> None:
    """Make one file of journal and log; refused while anybody else has it open."""
    with closing(sqlite3.connect(file)) as journal:
        journal.execute("PRAGMA journal_mode = DELETE")


def _own_version(file: Path) -> None:
    found = version_of(file.absolute())
    if not isinstance(found, int):
        raise JournalError(JournalFault.UNREADABLE)
    if found > 1 + len(STEPS):
        raise JournalError(JournalFault.NEWER)


def _read_through(file: Path) -> None:
    """Check every page, and leave one file that needs no other beside it."""
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise JournalError(JournalFault.UNREADABLE)
