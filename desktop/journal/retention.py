"""Destroying content: what has been kept long enough, and what is kept about a citizen.

Of a destroyed case the chain keeps its number and the hash of its sealed content; of a destroyed audit row its link
and hash stay, so that the chain still verifies.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, select, update

from desktop.domain.audit import Action, Entry
from desktop.domain.case import State
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.schema import attempts, cases, claims
from desktop.journal.schema import audit as audit_rows
from desktop.journal.store import Store, stored_time

BACKUPS_ARE_KEPT = timedelta(days=30)
_AT_ONCE = 500
_WAITS = [state.value for state in State if state.is_open and state is not State.WAITING]
"""A form that nobody has brought back in all that time waits no more."""


@dataclass(frozen=True, slots=True)
class Destroyed:
    """How many cases, and how many audit rows' contents."""

    cases: int
    rows: int


def purge(store: Store, audit: Audit, cases_before: datetime, rows_before: datetime) -> Destroyed:
    """Destroy cases last changed before one moment that wait for nobody, and content of rows before another.

    Backups that a migration left beside the journal go after a month. Raises JournalError.
    """
    old_cases = (cases.c.changed_at < stored_time(cases_before)) & cases.c.state.not_in(_WAITS)
    old_rows = (audit_rows.c.at < stored_time(rows_before)) & audit_rows.c.content.is_not(None)
    destroyed = _destroy(store, audit, old_cases, old_rows, Entry(Action.PURGED, reason="kept long enough"))
    store.drop_backups(BACKUPS_ARE_KEPT)
    return destroyed


def erase(store: Store, audit: Audit, citizen: PersonIdentity, reason: str, *, rows: bool) -> Destroyed:
    """Destroy a citizen's cases whatever they wait for and, with `rows`, what the audit trail says of them."""
    mark = store.key.fingerprint(citizen.number)
    theirs = (audit_rows.c.citizen == mark) if rows else audit_rows.c.seq < 0
    return _destroy(store, audit, cases.c.citizen == mark, theirs, Entry(Action.ERASED, reason=reason))


def _destroy(
    store: Store, audit: Audit, which_cases: ColumnElement[bool], which_rows: ColumnElement[bool], entry: Entry
) -> Destroyed:
    gone = emptied = 0
    while True:
        with store.writing() as connection:
            numbers = _delete_cases(connection, which_cases)
            rows = _empty_rows(connection, which_rows)
            if not numbers and not rows:
                break
            evidence = {"cases": numbers, "rows": len(rows), "first_row": rows[0] if rows else 0}
            audit.append(connection, Entry(entry.action, reason=entry.reason, evidence=evidence))
        gone, emptied = gone + len(numbers), emptied + len(rows)
    store.fold()
    return Destroyed(gone, emptied)


def _delete_cases(connection: Connection, which: ColumnElement[bool]) -> dict[str, str]:
    """A number of cases at once, each with the hash of its content."""
    found = connection.execute(select(cases.c.number, cases.c.content).where(which).limit(_AT_ONCE)).all()
    numbers = {row.number: hashlib.sha256(row.content).hexdigest() for row in found}
    connection.execute(delete(cases).where(cases.c.number.in_(list(numbers))))
    for beside in (attempts, claims):
        connection.execute(delete(beside).where(beside.c.case_number.in_(list(numbers))))
    return numbers


def _empty_rows(connection: Connection, which: ColumnElement[bool]) -> list[int]:
    found = list(connection.scalars(select(audit_rows.c.seq).where(which).order_by(audit_rows.c.seq).limit(_AT_ONCE)))
    connection.execute(update(audit_rows).where(audit_rows.c.seq.in_(found)).values(content=None, citizen=None))
    return found
