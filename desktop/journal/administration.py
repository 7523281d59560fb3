"""What an administrator does to the journal's database: makes it, brings it to a version, lets desks in and out.

The administrator's role owns the tables and may make roles. It learns no data key from the database: to wrap one for a
desk takes the care centre's recovery key, which is shown once, when the care centre is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, insert, select, text

from desktop.journal import confinement
from desktop.journal.confinement import SCHEMA, desks_role
from desktop.journal.database import Address, Login, desk_login, engine_for
from desktop.journal.faults import JournalError, JournalFault, faults_mapped
from desktop.journal.holders import HolderKind
from desktop.journal.keys import DataKey, holder_id, new_data_key, unwrapped
from desktop.journal.schema import STEPS, Step, journal, migrate
from desktop.journal.store import stored_time, utc_now

if TYPE_CHECKING:
    import psycopg

RECOVERY = "recovery"


class NotThereError(LookupError):
    """There is no such care centre, or no such desk in it."""


class TakenError(ValueError):
    """There is such a care centre, or such a role, already."""


@dataclass(frozen=True, slots=True)
class DeskRole:
    """A desk that may go in: its login role, its care centre, and since when (UTC)."""

    role: str
    centre: str
    since: datetime


class Administration:
    """The database as its owner has it. Blocking; every method raises JournalError."""

    def __init__(self, address: Address, login: Login) -> None:
        self._engine = engine_for(address, login, 1)

    def close(self) -> None:
        """Close the connection."""
        self._engine.dispose()

    def bring_up(self, steps: tuple[Step, ...] = STEPS) -> tuple[int | None, int]:
        """Make the tables, or take the steps that are missing; the version before (None: there was none) and after.

        One transaction: a command that is interrupted has changed nothing. JournalError(NEWER) for one from the future.
        """
        version = 1 + len(steps)
        with self._writing(made=False) as connection:
            connection.exec_driver_sql(_ONE_AT_A_TIME)
            before = _version(connection)
            if before is None:
                confinement.make(connection)
                connection.execute(insert(journal).values(version=version, series=""))
            elif before > version:
                raise JournalError(JournalFault.NEWER)
            else:
                migrate(connection, steps)
        return before, version

    def add_centre(self, centre: str, recovery: bytes, key: DataKey | None = None) -> None:
        """Make a care centre with a data key, wrapped for a 32-byte recovery key. Raises TakenError."""
        with self._writing() as connection:
            if connection.execute(_HAS_CENTRE, {"centre": centre}).one_or_none() is not None:
                raise TakenError(centre)
            connection.execute(_ADD_CENTRE, {"centre": centre})
            _hold(connection, centre, key or new_data_key(), recovery, HolderKind.RECOVERY, RECOVERY)

    def enrol(self, centre: str, role: str, key: bytes, recovery: bytes) -> None:
        """Let a desk in: a login role, whose password follows from the desk's 32-byte key, and the data key wrapped.

        Enrolled once more, a desk has a new key, and the former opens nothing. Raises NotThereError; TakenError where
        the role is another's; JournalError(KEY_MISSING) where the recovery key is not this care centre's.
        """
        with self._writing() as connection:
            if connection.execute(_HAS_CENTRE, {"centre": centre}).one_or_none() is None:
                raise NotThereError(centre)
            data_key = _data_key(connection, centre, recovery)
            known = connection.execute(_FIND_DESK, {"role": role}).one_or_none()
            if known is not None and known.centre != centre:
                raise TakenError(role)
            _let_in(connection, role, desk_login(role, key).password, known=known is not None)
            if known is not None:
                _forget(connection, role, known.holder)
            _hold(connection, centre, data_key, key, HolderKind.DESK, role)
            row = {"role": role, "centre": centre, "holder": holder_id(key), "since": stored_time(utc_now())}
            connection.execute(_ADD_DESK, row)

    def revoke(self, role: str) -> None:
        """Shut a desk out, at once: it cannot log in again, and its sessions end. Raises NotThereError.

        What it had open or was sending is then another desk's to go on with.
        The data key that the desk has had stays known to it: whoever has a copy of the tables can read them with it.
        """
        with self._writing() as connection:  # First, so that it does not come back while its sessions are ended.
            if connection.execute(_FIND_DESK, {"role": role}).one_or_none() is None:
                raise NotThereError(role)
            connection.exec_driver_sql(f"ALTER ROLE {_quoted(connection, role)} NOLOGIN")
        with self._writing() as connection:
            known = connection.execute(_FIND_DESK, {"role": role}).one()
            _forget(connection, role, known.holder)
            quoted = _quoted(connection, role)
            connection.exec_driver_sql(f"GRANT {quoted} TO CURRENT_USER")  # Whose member may end its sessions.
            connection.execute(_END_SESSIONS, {"role": role})
            connection.exec_driver_sql(f"REVOKE {desks_role(connection)} FROM {quoted}")
            connection.exec_driver_sql(f"DROP ROLE {quoted}")

    def desks(self) -> tuple[DeskRole, ...]:
        """Every desk that may go in, by care centre."""
        with self._writing() as connection:
            rows = connection.execute(text("SELECT role, centre, since FROM desks ORDER BY centre, role")).all()
        return tuple(DeskRole(row.role, row.centre, datetime.fromisoformat(row.since)) for row in rows)

    @contextmanager
    def _writing(self, *, made: bool = True) -> Iterator[Connection]:
        """`made`: JournalError(OLDER) where there are no tables yet."""
        with faults_mapped(), self._engine.begin() as connection:
            if made and _version(connection) is None:
                raise JournalError(JournalFault.OLDER)
            yield connection


_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(4994873)"
_HAS_ROLE = text("SELECT 1 FROM pg_roles WHERE rolname = :role")
_HAS_CENTRE = text("SELECT 1 FROM centres WHERE name = :centre")
_ADD_CENTRE = text("INSERT INTO centres (name) VALUES (:centre)")
_FIND_DESK = text("SELECT centre, holder FROM desks WHERE role = :role FOR UPDATE")
_ADD_DESK = text("INSERT INTO desks (role, centre, holder, since) VALUES (:role, :centre, :holder, :since)")
_DROP_DESK = text("DELETE FROM desks WHERE role = :role")
_END_SESSIONS = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :role")
_WRAPPED = text("SELECT wrapped FROM holders WHERE centre = :centre AND id = :id")
_HOLD = text(
    "INSERT INTO holders (centre, id, kind, label, since, wrapped)"
    " VALUES (:centre, :id, :kind, :label, :since, :wrapped)"
)
_HOLD_NO_MORE = text("DELETE FROM holders WHERE id = :id")


def _version(connection: Connection) -> int | None:
    if connection.execute(text("SELECT to_regclass(:name)"), {"name": f"{SCHEMA}.journal"}).scalar_one() is None:
        return None
    version: int = connection.scalars(select(journal.c.version)).one()
    return version


def _data_key(connection: Connection, centre: str, holder: bytes) -> DataKey:
    wrapped = connection.execute(_WRAPPED, {"centre": centre, "id": holder_id(holder)}).scalar_one_or_none()
    if wrapped is None:
        raise JournalError(JournalFault.KEY_MISSING)
    return unwrapped(wrapped, holder)


def _hold(connection: Connection, centre: str, key: DataKey, holder: bytes, kind: HolderKind, label: str) -> None:
    row = {"centre": centre, "id": holder_id(holder), "kind": kind.value, "label": label}
    connection.execute(_HOLD, {**row, "since": stored_time(utc_now()), "wrapped": key.wrapped_for(holder)})


def _forget(connection: Connection, role: str, holder: str) -> None:
    connection.execute(_DROP_DESK, {"role": role})
    connection.execute(_HOLD_NO_MORE, {"id": holder})


def _let_in(connection: Connection, role: str, password: str, *, known: bool) -> None:
    """A login role of its own; the server gets what it can check the password by, and never the password."""
    if not known and connection.execute(_HAS_ROLE, {"role": role}).one_or_none() is not None:
        raise TakenError(role)
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    verifier = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    quoted = _quoted(connection, role)
    # A verifier is base-64 with $ and : between.
    connection.exec_driver_sql(f"{'ALTER' if known else 'CREATE'} ROLE {quoted} LOGIN PASSWORD '{verifier}'")
    connection.exec_driver_sql(f"GRANT {desks_role(connection)} TO {quoted}")


def _quoted(connection: Connection, role: str) -> str:
    quoted: str = connection.execute(text("SELECT quote_ident(:role)"), {"role": role}).scalar_one()
    return quoted
