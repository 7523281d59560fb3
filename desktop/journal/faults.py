"""The closed set of ways in which the journal can fail, and how SQLite's and the system's errors map to it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class JournalFault(Enum):
    """Why the journal cannot be used. The desk then still reads regions and does not register."""

    FULL = "the disk is full"
    READ_ONLY = "the journal's folder cannot be written to"
    LOCKED = "another program holds the journal"
    NEWER = "a newer version of the desk wrote the journal"
    UNREADABLE = "the journal, or a record in it, cannot be read"
    KEY_MISSING = "this account's key does not open the journal"
    FAILING = "the disk does not write or read"


class JournalError(Exception):
    """The journal stands as before the call: what was to be written is not written. Holds no personal data."""

    def __init__(self, fault: JournalFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: JournalFault.FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: JournalFault.FULL,
    sqlite3.SQLITE_READONLY: JournalFault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: JournalFault.READ_ONLY,
    sqlite3.SQLITE_PERM: JournalFault.READ_ONLY,
    sqlite3.SQLITE_BUSY: JournalFault.LOCKED,
    sqlite3.SQLITE_LOCKED: JournalFault.LOCKED,
    sqlite3.SQLITE_NOTADB: JournalFault.UNREADABLE,
    sqlite3.SQLITE_CORRUPT: JournalFault.UNREADABLE,
    sqlite3.SQLITE_IOERR: JournalFault.FAILING,
}
_BY_ERRNO = {
    errno.ENOSPC: JournalFault.FULL,
    errno.EDQUOT: JournalFault.FULL,
    errno.EROFS: JournalFault.READ_ONLY,
    errno.EACCES: JournalFault.READ_ONLY,
    errno.EPERM: JournalFault.READ_ONLY,
}


def fault_of(error: sqlite3.Error) -> JournalFault | None:
    """The fault behind SQLite's result code; None for a mistake of ours (bad SQL, a broken constraint)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Not SQLite but Python complains: of its operational errors that is text that is no UTF-8.
        return JournalFault.UNREADABLE if isinstance(error, sqlite3.OperationalError) else None
    return _BY_SQLITE_CODE.get(code) or _BY_SQLITE_CODE.get(code & 0xFF)


@contextmanager
def faults_mapped() -> Iterator[None]:
    """Turn errors of SQLite, the pool and the file system into JournalError; mistakes of ours pass through."""
    try:
        yield
    except PoolTimeout as error:
        raise JournalError(JournalFault.LOCKED) from error
    except (DBAPIError, sqlite3.Error) as error:
        origin = error.orig if isinstance(error, DBAPIError) else error
        fault = fault_of(origin) if isinstance(origin, sqlite3.Error) else None
        if fault is None:
            raise
        raise JournalError(fault) from error
    except UnicodeDecodeError as error:  # Text, or an error about a damaged table, that is no text.
        raise JournalError(JournalFault.UNREADABLE) from error
    except OSError as error:
        raise JournalError(_BY_ERRNO.get(error.errno or 0, JournalFault.FAILING)) from error
