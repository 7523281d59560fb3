"""The practice region's memory: one SQLite file, one connection, one writer at a time."""

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_LAYOUT = 2
"""Raised when the tables change: a file of another layout is made anew."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE citizen (
    number TEXT PRIMARY KEY, key TEXT, given TEXT, surname TEXT, gender TEXT, born TEXT,
    county TEXT, municipality TEXT, since TEXT, street TEXT, postal_code TEXT, city TEXT, phone TEXT,
    protection TEXT NOT NULL DEFAULT '', deregistered TEXT, deregistered_on TEXT, new_number TEXT,
    details TEXT NOT NULL DEFAULT '{}', find_given TEXT, find_surname TEXT, find_street TEXT,
    find_city TEXT) WITHOUT ROWID;
CREATE INDEX citizen_surname ON citizen (find_surname);
CREATE TABLE guardian (guardian TEXT, child TEXT, PRIMARY KEY (guardian, child)) WITHOUT ROWID;
CREATE INDEX guardian_child ON guardian (child);
CREATE TABLE facility (
    hsa_id TEXT PRIMARY KEY COLLATE NOCASE, organisation TEXT, name TEXT, county TEXT, municipality TEXT,
    street TEXT, postal_code TEXT, city TEXT, phone TEXT, e_services TEXT, free INTEGER NOT NULL,
    queue_offered INTEGER NOT NULL, pace_days INTEGER NOT NULL, next_free TEXT, doctors INTEGER NOT NULL,
    cares TEXT NOT NULL, answer TEXT) WITHOUT ROWID;
CREATE INDEX facility_county ON facility (county);
CREATE INDEX facility_next_free ON facility (next_free);
CREATE TABLE doctor (
    hsa_id TEXT PRIMARY KEY COLLATE NOCASE, facility TEXT NOT NULL COLLATE NOCASE, name TEXT, title TEXT,
    least_age INTEGER NOT NULL, most_age INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX doctor_facility ON doctor (facility);
CREATE TABLE listing (
    id INTEGER PRIMARY KEY, person TEXT NOT NULL, facility TEXT NOT NULL COLLATE NOCASE, county TEXT NOT NULL,
    care TEXT NOT NULL, doctor TEXT, since TEXT NOT NULL, shown_from TEXT NOT NULL, until TEXT);
CREATE INDEX listing_person ON listing (person);
CREATE TABLE queue (
    id INTEGER PRIMARY KEY, person TEXT, facility TEXT NOT NULL COLLATE NOCASE, county TEXT NOT NULL,
    care TEXT NOT NULL, joined TEXT NOT NULL, shown_from TEXT NOT NULL);
CREATE INDEX queue_facility ON queue (facility, id);
CREATE INDEX queue_person ON queue (person);
CREATE TABLE known (person TEXT, care TEXT, county TEXT NOT NULL, PRIMARY KEY (person, care)) WITHOUT ROWID;
CREATE TABLE change (person TEXT NOT NULL, care TEXT NOT NULL, made TEXT NOT NULL);
CREATE INDEX change_person ON change (person);
CREATE TABLE consent (
    child TEXT, guardian TEXT, facility TEXT COLLATE NOCASE, care TEXT,
    PRIMARY KEY (child, guardian, facility, care)) WITHOUT ROWID;
CREATE TABLE event (id INTEGER PRIMARY KEY, due TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL);
CREATE INDEX event_due ON event (due);
CREATE VIEW facility_now AS
    SELECT *, (SELECT count(*) FROM queue WHERE queue.facility = facility.hsa_id) AS length FROM facility;
CREATE VIEW queue_now AS
    SELECT *, (SELECT count(*) FROM queue ahead WHERE ahead.facility = queue.facility AND ahead.id <= queue.id)
    AS position FROM queue;
"""

_CLEAR = (
    "DELETE FROM citizen",
    "DELETE FROM guardian",
    "DELETE FROM facility",
    "DELETE FROM doctor",
    "DELETE FROM listing",
    "DELETE FROM queue",
    "DELETE FROM known",
    "DELETE FROM change",
    "DELETE FROM consent",
    "DELETE FROM event",
)

Row = sqlite3.Row
Parameter = str | int | None
Record = Mapping[str, Parameter]
"""A row to insert, by column."""


class Store:
    """The open state file; every use goes through `transaction`, which also serialises the threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._depth = 0
        self._open()

        if self._layout() != _LAYOUT:
            self._connection.close()
            for leftover in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
                leftover.unlink(missing_ok=True)
            self._open()
            self._connection.executescript(_TABLES)
            self._connection.execute(f"PRAGMA user_version = {_LAYOUT}")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def _open(self) -> None:
        self._connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row

    def _layout(self) -> int:
        """The layout of the file's tables; -1 where it is no database at all."""
        try:
            return self.number("PRAGMA user_version")
        except sqlite3.OperationalError:
            raise  # locked, or not to be written: nothing to throw away
        except sqlite3.DatabaseError:
            return -1

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; a transaction inside another one joins it (regions call each other)."""
        with self._lock:
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                if self._depth == 1:
                    self._connection.execute("ROLLBACK")
                raise
            else:
                if self._depth == 1:
                    self._connection.execute("COMMIT")
            finally:
                self._depth -= 1

    def all(self, sql: str, *parameters: Parameter) -> list[Row]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, *parameters: Parameter) -> Row | None:
        """The first row of a query."""
        with self._lock:
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def number(self, sql: str, *parameters: Parameter) -> int:
        """The first column of the first row, as a number; 0 where there is none."""
        row = self.one(sql, *parameters)
        return int(row[0] or 0) if row is not None else 0

    def run(self, sql: str, *parameters: Parameter) -> int:
        """Change something; returns the id of an inserted row."""
        with self._lock:
            return self._connection.execute(sql, parameters).lastrowid or 0

    def insert(self, table: str, records: Sequence[Record]) -> None:
        """Insert many records with the same columns."""
        if not records:
            return
        columns = list(records[0])
        names, marks = ", ".join(columns), ", ".join(f":{column}" for column in columns)
        with self._lock:
            # Table and columns are the makers' own words, never a message's.
            self._connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", records)  # noqa: S608

    def meta(self, key: str) -> str | None:
        """A remembered setting."""
        row = self.one("SELECT value FROM meta WHERE key = ?", key)
        return None if row is None else str(row["value"])

    def remember(self, key: str, value: str) -> None:
        """Set a remembered setting."""
        self.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", key, value)

    def clear(self) -> None:
        """Empty every table but `meta`: the file stays, the world goes."""
        with self._lock:
            for statement in _CLEAR:
                self.run(statement)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


def read_json(row: Row, column: str) -> dict[str, Any]:
    """A JSON column as a dictionary; empty where the column is."""
    return dict(json.loads(row[column] or "{}"))
