"""The journal's tables, its schema version, and the steps from older versions.

No column in clear says who a citizen or a member of staff is: `citizen` is a keyed hash, `content` is encrypted,
`code` is random.
Times are UTC in ISO 8601 with microseconds, so that they sort as text.

The tables are the same in a SQLite file, which is one care centre's, and in a PostgreSQL database, which many share;
`confinement.py` keeps them apart there.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    insert,
    select,
    update,
)

APPLICATION_ID = 0x4C49534C  # "LISL", in the header of the SQLite file: tells our file from a foreign one.

TABLES = MetaData()

journal = Table(
    "journal",
    TABLES,
    Column("version", Integer, nullable=False),
    Column("series", String, nullable=False),
)
holders = Table(
    "holders",
    TABLES,
    Column("id", String, primary_key=True),
    Column("label", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("kind", String, nullable=False, server_default="account"),
    Column("since", String, nullable=False, server_default=""),
    Column("until", String),
)
forwarding = Table(
    "forwarding",
    TABLES,
    Column("service", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", String, nullable=False),
)
numbers = Table(
    "numbers",
    TABLES,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)
cases = Table(
    "cases",
    TABLES,
    Column("number", String, primary_key=True),
    Column("state", String, nullable=False, index=True),
    Column("opened_at", String, nullable=False, index=True),
    Column("changed_at", String, nullable=False),
    Column("session", String, nullable=False),
    Column("citizen", LargeBinary, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
    Column("code", String, index=True),
    Column("origin", String),
)
Index("ix_cases_origin", cases.c.origin, unique=True, sqlite_where=cases.c.origin.is_not(None))
claims = Table(
    "claims",
    TABLES,
    Column("case_number", String, primary_key=True),
    Column("session", String, nullable=False),
    Column("since", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
attempts = Table(
    "attempts",
    TABLES,
    Column("case_number", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("session", String, nullable=False),
    Column("at", String, nullable=False),
)
audit = Table(
    "audit",
    TABLES,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("action", String, nullable=False),
    Column("case_number", String, nullable=False),
    Column("correlation_id", String, nullable=False),
    Column("citizen", LargeBinary, index=True),
    Column("content", LargeBinary),
    Column("digest", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
)

_APPEND_ONLY = (
    "CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is kept'); END",
    """CREATE TRIGGER audit_is_not_rewritten BEFORE UPDATE ON audit
       WHEN NEW.content IS NOT NULL OR NEW.citizen IS NOT NULL
         OR (NEW.seq, NEW.at, NEW.action, NEW.case_number, NEW.correlation_id, NEW.digest, NEW.link)
            IS NOT (OLD.seq, OLD.at, OLD.action, OLD.case_number, OLD.correlation_id, OLD.digest, OLD.link)
       BEGIN SELECT RAISE(ABORT, 'an audit row can only be erased'); END""",
)
"""SQLite's; PostgreSQL's stand in `confinement.py`."""

Step = Callable[[Connection], None]


def _add_code(connection: Connection) -> None:
    """A case may have a code that is printed on its form."""
    connection.exec_driver_sql("ALTER TABLE cases ADD COLUMN code VARCHAR")
    connection.exec_driver_sql("CREATE INDEX ix_cases_code ON cases (code)")


def _add_kinds_of_holders_and_forwarding(connection: Connection) -> None:
    """Keys are told apart and may end; how far the trail has been handed to a log service is kept."""
    for column in ("kind VARCHAR NOT NULL DEFAULT 'account'", "since VARCHAR NOT NULL DEFAULT ''", "until VARCHAR"):
        connection.exec_driver_sql(f"ALTER TABLE holders ADD COLUMN {column}")
    forwarding.create(connection)


def _add_claims_and_attempts(connection: Connection) -> None:
    """Who has a case open is kept, and each sending of a case under a key of its own."""
    from desktop.journal.confinement import confine, tell_changes  # which knows the tables above

    for table in (claims, attempts):
        table.create(connection)
        confine(connection, table)
    tell_changes(connection, claims)


def _add_origin(connection: Connection) -> None:
    """A case that was begun while the database was away is handed over once."""
    from desktop.journal.confinement import index  # as above

    connection.exec_driver_sql("ALTER TABLE cases ADD COLUMN origin VARCHAR")
    index(connection, cases, "ix_cases_origin")


STEPS: tuple[Step, ...] = (_add_code, _add_kinds_of_holders_and_forwarding, _add_claims_and_attempts, _add_origin)
"""The step at place n leads from version n + 1 to n + 2. The first two are older than the database: SQLite's alone.

A later step runs on both engines, and confines a table that it makes (`confinement.confine`).
"""


def create(connection: Connection, version: int, series: str) -> None:
    """Make an empty journal of the present shape in a SQLite file."""
    TABLES.create_all(connection)
    for trigger in _APPEND_ONLY:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(insert(journal).values(version=version, series=series))


def migrate(connection: Connection, steps: tuple[Step, ...]) -> None:
    """Take the steps that are missing, in the caller's transaction."""
    for step in steps[connection.scalars(select(journal.c.version)).one() - 1 :]:
        step(connection)
    connection.execute(update(journal).values(version=1 + len(steps)))
