"""The closed set of ways in which the journal can fail, and how the engines' and the system's errors map to it."""

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
    AWAY = "the database does not answer"
    SLOW = "the database takes too long"
    DATABASE_READ_ONLY = "the database cannot be written to"
    DATABASE_FULL = "the database has no room left"
    REFUSED = "the database does not let this desk in"
    UNTRUSTED = "the database does not show a certificate that is trusted"
    OLDER = "the database waits to be brought to this version"

    @property
    def passes(self) -> bool:
        """A database may be well again in a moment, and the desk goes on meanwhile with what is its own."""
        return self in _PASS


_PASS = frozenset(
    {
        JournalFault.AWAY,
        JournalFault.SLOW,
        JournalFault.DATABASE_READ_ONLY,
        JournalFault.DATABASE_FULL,
        JournalFault.REFUSED,
        JournalFault.UNTRUSTED,
    }
)


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
# PostgreSQL, appendix A: the whole code, or its class.
_BY_SQLSTATE = {
    "08": JournalFault.AWAY,  # connection exception
    "57": JournalFault.AWAY,  # operator intervention: shutting down, starting up
    "57014": JournalFault.SLOW,  # query_canceled, by statement_timeout
    "25P03": JournalFault.SLOW,  # idle_in_transaction_session_timeout
    "55P03": JournalFault.SLOW,  # lock_not_available, by lock_timeout
    "40": JournalFault.SLOW,  # transaction rollback: a deadlock, or one state that could not be kept
    "25006": JournalFault.DATABASE_READ_ONLY,  # read_only_sql_transaction
    "53": JournalFault.DATABASE_FULL,  # insufficient resources: disk, memory
    "53300": JournalFault.SLOW,  # too_many_connections
    "28": JournalFault.REFUSED,  # invalid authorization
    "3D": JournalFault.REFUSED,  # invalid catalog name: no such database
    "42501": JournalFault.REFUSED,  # insufficient_privilege
    "42P01": JournalFault.REFUSED,  # undefined_table: what a role may not see is not there
    "58": JournalFault.FAILING,  # system error: input, output
    "XX": JournalFault.FAILING,  # internal error, data corrupted
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


def database_fault_of(error: BaseException) -> JournalFault | None:
    """The fault behind an error of PostgreSQL or of the way there; None for a mistake of ours, or another's error."""
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return _BY_SQLSTATE.get(state) or _BY_SQLSTATE.get(state[:2])
    # Without a code it is libpq that complains, in English; imported only where a database is in use.
    if type(error).__module__.partition(".")[0] != "psycopg" or type(error).__name__ not in _OF_THE_CONNECTION:
        return None
    if any(sign in str(error) for sign in _UNTRUSTED):
        return JournalFault.UNTRUSTED
    asked = getattr(error, "pgconn", None)
    return JournalFault.REFUSED if asked is not None and asked.used_password else JournalFault.AWAY


_UNTRUSTED = ("certificate", "does not match host name", "SSL was required")
_OF_THE_CONNECTION = {"OperationalError", "ConnectionTimeout", "InterfaceError"}


@contextmanager
def altered_told() -> Iterator[None]:
    """Around, or on, the reading of a row: a column outside what is sealed may have been altered to anything."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise JournalError(JournalFault.UNREADABLE) from error


@contextmanager
def faults_mapped(crowded: JournalFault = JournalFault.LOCKED) -> Iterator[None]:
    """Turn errors of the engines, the pool and the file system into JournalError; mistakes of ours pass through.

    `crowded` is what it is where no connection became free in time.
    """
    try:
        yield
    except PoolTimeout as error:
        raise JournalError(crowded) from error
    except (DBAPIError, sqlite3.Error) as error:
        origin = error.orig if isinstance(error, DBAPIError) else error
        fault = fault_of(origin) if isinstance(origin, sqlite3.Error) else database_fault_of(origin or error)
        if fault is None:
            raise
        raise JournalError(fault) from error
    except UnicodeDecodeError as error:  # Text, or an error about a damaged table, that is no text.
        raise JournalError(JournalFault.UNREADABLE) from error
    except OSError as error:
        raise JournalError(_BY_ERRNO.get(error.errno or 0, JournalFault.FAILING)) from error
    except Exception as error:  # psycopg's own, where it is used without SQLAlchemy.
        if (fault := database_fault_of(error)) is None:
            raise
        raise JournalError(fault) from error
