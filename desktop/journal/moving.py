"""Moving a journal from its file into the database, whole or not at all.

One transaction at the database: what kills it leaves nothing behind, and the command is given again. The care centre
has the file's own data key (`administration.add_centre`), so that every row goes over as it is and the chain holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects.postgresql import insert

from desktop.journal.audit import Audit, Broken, Head, Sound, walk
from desktop.journal.database import DatabaseStore
from desktop.journal.faults import faults_mapped
from desktop.journal.file_store import FileStore
from desktop.journal.files import put_aside
from desktop.journal.schema import TABLES, cases
from desktop.journal.store import utc_now

MOVED = ".moved-"
_AT_ONCE = 500
_STAYS = {"journal", "holders", "claims"}
"""The database has its own: who may open it, and what desks have open just now."""


class MoveError(Exception):
    """The journal was not moved, and nothing was changed; says why."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What the database now has of the file."""

    cases: int
    trail: Sound


def move(source: FileStore, target: DatabaseStore) -> Moved:
    """Copy every row that the database lacks, and verify the chain before it stands. Raises MoveError, JournalError.

    Repeated after it was done, it changes nothing and gives the same answer.
    """
    if source.key.fingerprint(MOVED) != target.key.fingerprint(MOVED):
        raise MoveError("the care centre has a journal of its own, with another key")
    head, there = Audit(source, "", "").head(), Audit(target, "", "").head()
    if Audit(target, "", "").holds(head) and there.seq >= head.seq > 0:
        return _as_it_stands(source, target, head)
    if not Audit(source, "", "").holds(there):
        raise MoveError("desks have begun to work in the database; this file's rows do not follow from theirs")
    with source.reading() as reading, target.writing() as writing:
        for table in TABLES.sorted_tables:
            if table.name not in _STAYS:
                _copy(reading, writing, table)
        found = walk(writing, target.key)
        if isinstance(found, Broken) or found.head != head:
            raise MoveError(f"the audit chain does not hold at row {getattr(found, 'seq', head.seq)} of the file")
        return Moved(_count(writing), found)


def set_aside(source: FileStore) -> Path:
    """The file is not the journal any longer: renamed, so that no desk writes to it. Raises JournalError."""
    source.close()
    with faults_mapped():
        return put_aside(source.path, utc_now(), MOVED)


def _as_it_stands(source: FileStore, target: DatabaseStore, head: Head) -> Moved:
    with target.reading() as reading:
        found = walk(reading, target.key, head)
        if isinstance(found, Broken):
            raise MoveError(f"the audit chain in the database does not hold at row {found.seq}")
        return Moved(_count(reading), found)


def _copy(reading: Connection, writing: Connection, table: Table) -> None:
    every = select(table).order_by(*table.primary_key).execution_options(yield_per=_AT_ONCE)
    keep_what_is_there = insert(table).on_conflict_do_nothing()
    with reading.execute(every) as rows:
        for some in rows.mappings().partitions():
            writing.execute(keep_what_is_there, [dict(row) for row in some])


def _count(connection: Connection) -> int:
    return connection.scalars(select(func.count()).select_from(cases)).one()
