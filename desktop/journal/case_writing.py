"""How a case's row is written in a transaction that is open: its number, its content, its attempts, its audit row."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop.domain.case import State
from desktop.journal.audit import Action, Audit, Entry
from desktop.journal.case_rows import SWEDISH_TIME, Case, CaseRows
from desktop.journal.claims import guard, let_go
from desktop.journal.records import Record, citizen_of
from desktop.journal.schema import attempts, cases, numbers
from desktop.journal.store import Store
from desktop.journal.transitions import BY_SOMEBODY, NEXT, TransitionError

# Built once: building a statement costs more than running it.
FIND = select(cases).where(cases.c.number == bindparam("wanted"))
_INSERT = insert(cases)
_CHANGE = (
    update(cases)
    .where(cases.c.number == bindparam("wanted"))
    .values({name: bindparam(name) for name in ("state", "changed_at", "session", "content")})
)
_ATTEMPTS = select(func.count()).where(attempts.c.case_number == bindparam("wanted"))
_ATTEMPT = insert(attempts)
_FIRST_NUMBER = insert(numbers)
_TAKE_NUMBER = (
    update(numbers)
    .where(numbers.c.year == bindparam("this_year"))
    .values(last=numbers.c.last + 1)
    .returning(numbers.c.last)
)


class CaseWriting(CaseRows):
    """Writes single cases, as the member of staff behind `audit`; `cases.py` decides what is one transaction."""

    def __init__(self, store: Store, audit: Audit) -> None:
        super().__init__(store)
        self._audit = audit

    def _row_of(self, connection: Connection, number: str) -> Row[Any]:
        row = connection.execute(FIND, {"wanted": number}).one_or_none()
        if row is None:
            raise LookupError(f"there is no case {number}")
        return row

    def _open(
        self,
        connection: Connection,
        registration: Record,
        state: State,
        notes: Record | None = None,
        code: str | None = None,
        origin: str | None = None,
    ) -> str:
        citizen, at = citizen_of(registration), self._store.now()
        number = _next_number(connection, datetime.fromisoformat(at), self._store.series)
        row = {
            "number": number,
            "state": state.value,
            "opened_at": at,
            "changed_at": at,
            "session": self._store.session,
            "citizen": self._store.key.fingerprint(citizen.number),
            "code": code,
            "origin": origin,
            "content": self._seal(number, state, registration, {}, notes or {}),
        }
        connection.execute(_INSERT, row)
        if state is State.SENDING:
            self._attempt(connection, number)
        evidence = registration["value"].get("evidence") or {}
        self._audit.append(connection, Entry(Action.OPENED, citizen, number, evidence=evidence))
        return number

    def _mark(
        self,
        connection: Connection,
        number: str,
        state: State,
        details: Record,
        *,
        registration: Record | None = None,
        notes: Record | None = None,
        reason: str = "",
        correlation_id: str = "",
    ) -> Case:
        """`registration` replaces what the case was about (a form that has come back signed), `notes` its notes."""
        before = self._read(self._row_of(connection, number))
        if state not in NEXT[before.state]:
            raise TransitionError(number, before.state, state)
        if state in BY_SOMEBODY:
            guard(connection, self._store, number)
        if state is State.SENDING:
            self._attempt(connection, number)
        let_go(connection, self._store, number)
        about = before.registration if registration is None else registration
        beside = before.notes if notes is None else notes
        after = replace(before, state=state, registration=about, details=details, notes=beside)
        citizen, answer = citizen_of(about), {"state": state.value, "details": details}
        evidence = {} if registration is None else about["value"].get("evidence") or {}
        entry = Entry(Action.MARKED, citizen, number, reason, evidence, answer, correlation_id)
        return self._write(connection, after, entry, self._store.session)

    def _attempt(self, connection: Connection, number: str) -> None:
        """Each sending of a case has a key of its own: what two desks send at the same moment has the same."""
        ordinal = connection.scalars(_ATTEMPTS, {"wanted": number}).one() + 1
        row = {"case_number": number, "ordinal": ordinal, "session": self._store.session, "at": self._store.now()}
        try:
            connection.execute(_ATTEMPT, row)
        except IntegrityError as error:
            raise TransitionError(number, State.SENDING, State.SENDING) from error

    def _write(self, connection: Connection, after: Case, entry: Entry, session: str) -> Case:
        """`session` is whose state it is: a note beside a case that another session sends does not take it over."""
        written = self._update(connection, after, session)
        self._audit.append(connection, entry)
        return written

    def _update(self, connection: Connection, after: Case, session: str) -> Case:
        at = self._store.now()
        changed = {
            "wanted": after.number,
            "state": after.state.value,
            "changed_at": at,
            "session": session,
            "content": self._seal(after.number, after.state, after.registration, after.details, after.notes),
        }
        connection.execute(_CHANGE, changed)
        return replace(after, changed_at=datetime.fromisoformat(at))


def _next_number(connection: Connection, at: datetime, series: str) -> str:
    year = at.astimezone(SWEDISH_TIME).year
    running = connection.scalars(_TAKE_NUMBER, {"this_year": year}).one_or_none()
    if running is None:
        running = 1
        connection.execute(_FIRST_NUMBER, {"year": year, "last": running})
    return "-".join(part for part in (str(year), series, f"{running:04d}") if part)
