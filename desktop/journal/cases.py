"""Cases: every registration from draft to what became of it, written before anything is sent or shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, select, update

from desktop.domain.case import State as State
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Action, Audit, Entry
from desktop.journal.records import Record, citizen_of
from desktop.journal.schema import cases, numbers
from desktop.journal.store import Store, stored_time

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")


_BEGINNINGS = frozenset({State.DRAFT, State.COMPLETE, State.WAITING, State.SENDING, State.CORRECTION})
_BEFORE_SENDING = frozenset({State.COMPLETE, State.WAITING, State.SENDING, State.NOT_SENT, State.CANCELLED})
_ANSWERS = frozenset({State.CONFIRMED, State.RECEIVED, State.REFUSED, State.NOT_SENT})

NEXT: Mapping[State, frozenset[State]] = {
    State.DRAFT: _BEFORE_SENDING,
    State.COMPLETE: _BEFORE_SENDING,
    State.WAITING: _BEFORE_SENDING,
    State.NOT_SENT: _BEFORE_SENDING,
    State.SENDING: _ANSWERS | {State.UNCLEAR},
    # Settled by reading, read again without a result, sent again by a person, or given up.
    State.UNCLEAR: _ANSWERS | {State.UNCLEAR, State.SENDING, State.CANCELLED},
    State.RECEIVED: frozenset({State.RECEIVED, State.CONFIRMED, State.CORRECTION}),
    State.CONFIRMED: frozenset({State.CORRECTION}),
    # Never sent again after a refusal (contract-rules 2): corrected by a case of its own.
    State.REFUSED: frozenset({State.CORRECTION, State.CANCELLED}),
    State.CORRECTION: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.CANCELLED: frozenset(),
}


# Built once: building a statement costs more than running it.
_INSERT = insert(cases)
_FIND = select(cases).where(cases.c.number == bindparam("wanted"))
_SETTLED = [state.value for state in State if not state.is_open]
_CHANGE = (
    update(cases)
    .where(cases.c.number == bindparam("wanted"))
    .values({name: bindparam(name) for name in ("state", "changed_at", "session", "content")})
)
_DISCARD = delete(cases).where(cases.c.number == bindparam("wanted"))
_FIRST_NUMBER = insert(numbers)
_TAKE_NUMBER = (
    update(numbers)
    .where(numbers.c.year == bindparam("this_year"))
    .values(last=numbers.c.last + 1)
    .returning(numbers.c.last)
)


class TransitionError(ValueError):
    """A case was to go where its state does not lead: a mistake in the program, or another thread was faster."""

    def __init__(self, number: str, was: State, wanted: State) -> None:
        super().__init__(f"case {number} is {was.name} and cannot become {wanted.name}")


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. Times are UTC; `details` is what the last change of state said (an outcome's record).

    `registration` is the record of what it is about; `notes` what was written down beside it.
    """

    number: str
    state: State
    opened_at: datetime
    changed_at: datetime
    registration: Record = field(repr=False)
    details: Record = field(repr=False)
    notes: Record = field(repr=False, default_factory=dict)


class Cases:
    """The cases of the journal, as the member of staff behind `audit` changes them.

    Blocking, safe for several threads; every method raises JournalError. What a method has returned is on the disk.
    """

    def __init__(self, store: Store, audit: Audit) -> None:
        self._store = store
        self._audit = audit

    def open(
        self, registration: Record, state: State = State.DRAFT, notes: Record | None = None, code: str | None = None
    ) -> str:
        """Write a new case with its audit row; returns its number, such as `2026-0417`, which is never given again.

        An order that is sent at once begins as SENDING: one write instead of two. `code` is the case's printed code.
        """
        if state not in _BEGINNINGS:
            raise ValueError(f"a case does not begin as {state.name}")
        citizen = citizen_of(registration)
        with self._store.writing() as connection:
            at = self._store.now()
            number = _next_number(connection, datetime.fromisoformat(at), self._store.series)
            row = {
                "number": number,
                "state": state.value,
                "opened_at": at,
                "changed_at": at,
                "session": self._store.session,
                "citizen": self._store.key.fingerprint(citizen.number),
                "code": code,
                "content": self._seal(number, state, registration, {}, notes or {}),
            }
            connection.execute(_INSERT, row)
            evidence = registration["value"].get("evidence") or {}
            self._audit.append(connection, Entry(Action.OPENED, citizen, number, evidence=evidence))
        return number

    def mark(
        self,
        number: str,
        state: State,
        details: Record | None = None,
        *,
        registration: Record | None = None,
        notes: Record | None = None,
        reason: str = "",
        correlation_id: str = "",
    ) -> Case:
        """Change a case's state with its audit row, in one transaction; SENDING is written before anything is sent.

        `registration` replaces what the case was about (a form that has come back signed), `notes` its notes.

        Raises TransitionError, so that of two threads only one may send; LookupError for an unknown number.
        """
        details = details or {}
        with self._store.writing() as connection:
            row = connection.execute(_FIND, {"wanted": number}).one_or_none()
            if row is None:
                raise LookupError(f"there is no case {number}")
            before = self._read(row)
            if state not in NEXT[before.state]:
                raise TransitionError(number, before.state, state)
            about = before.registration if registration is None else registration
            after = replace(
                before,
                state=state,
                registration=about,
                details=details,
                notes=before.notes if notes is None else notes,
            )
            citizen, answer = citizen_of(about), {"state": state.value, "details": details}
            evidence = {} if registration is None else about["value"].get("evidence") or {}
            entry = Entry(Action.MARKED, citizen, number, reason, evidence, answer, correlation_id)
            return self._write(connection, after, entry, self._store.session)

    def note(self, number: str, notes: Record, reason: str) -> Case:
        """Replace a case's notes with its audit row; the state stays. Raises LookupError for an unknown number."""
        with self._store.writing() as connection:
            row = connection.execute(_FIND, {"wanted": number}).one_or_none()
            if row is None:
                raise LookupError(f"there is no case {number}")
            before = self._read(row)
            entry = Entry(Action.MARKED, citizen_of(before.registration), number, reason, answer={"notes": notes})
            return self._write(connection, replace(before, notes=notes), entry, row.session)

    def keep(self, number: str, draft: Record) -> Case:
        """Write a draft over what it was; no audit row, for nothing has been done yet.

        Raises TransitionError where the case is a draft no more, LookupError for an unknown number.
        """
        with self._store.writing() as connection:
            row = connection.execute(_FIND, {"wanted": number}).one_or_none()
            if row is None:
                raise LookupError(f"there is no case {number}")
            before = self._read(row)
            if before.state is not State.DRAFT:
                raise TransitionError(number, before.state, State.DRAFT)
            return self._update(connection, replace(before, registration=draft), self._store.session)

    def discard(self, number: str, reason: str) -> bool:
        """Let a draft go, content and all, with its audit row; False where it is gone or a draft no more."""
        with self._store.writing() as connection:
            row = connection.execute(_FIND, {"wanted": number}).one_or_none()
            if row is None or State(row.state) is not State.DRAFT:
                return False
            citizen = citizen_of(self._read(row).registration)
            connection.execute(_DISCARD, {"wanted": number})
            self._audit.append(connection, Entry(Action.MARKED, citizen, number, reason))
        return True

    def drafts(self) -> tuple[Case, ...]:
        """What has been begun and not sent, oldest first."""
        return self._select(cases.c.state == State.DRAFT.value)

    def interrupted(self, state: State = State.SENDING) -> tuple[Case, ...]:
        """Cases that a session left in a state and lives no more: whoever starts the desk sees to them."""
        left = cases.c.state == state.value
        with self._store.reading() as connection:
            sessions = connection.scalars(select(cases.c.session).where(left).distinct()).all()
        dead = [session for session in sessions if not self._store.lives(session)]
        return self._select(left & cases.c.session.in_(dead))

    def find(self, number: str) -> Case | None:
        """The case with this number."""
        return next(iter(self._select(cases.c.number == number)), None)

    def by_code(self, code: str) -> Case | None:
        """The case that a form with this code belongs to."""
        return next(iter(self._select(cases.c.code == code)), None)

    def unsettled(self) -> tuple[Case, ...]:
        """Cases of any day that wait for somebody, a signature or a region, oldest first."""
        return self._select(cases.c.state.not_in(_SETTLED))

    def of_day(self, day: date) -> tuple[Case, ...]:
        """Cases opened on a Swedish calendar day, oldest first."""
        begins, ends = (_midnight(day + timedelta(days=days)) for days in (0, 1))
        return self._select((cases.c.opened_at >= begins) & (cases.c.opened_at < ends))

    def by_person(self, identity: PersonIdentity) -> tuple[Case, ...]:
        """Cases about a citizen, oldest first."""
        return self._select(cases.c.citizen == self._store.key.fingerprint(identity.number))

    def _select(self, condition: ColumnElement[bool]) -> tuple[Case, ...]:
        with self._store.reading() as connection:
            rows = connection.execute(select(cases).where(condition).order_by(cases.c.opened_at)).all()
        return tuple(self._read(row) for row in rows)

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

    def _seal(self, number: str, state: State, registration: Record, details: Record, notes: Record) -> bytes:
        content = {"registration": registration, "details": details, "notes": notes}
        return self._store.key.seal(json.dumps(content, ensure_ascii=False).encode(), _bound(number, state))

    def _read(self, row: Row[Any]) -> Case:
        state = State(row.state)
        content = json.loads(self._store.key.unseal(row.content, _bound(row.number, state)))
        opened_at, changed_at = (datetime.fromisoformat(at) for at in (row.opened_at, row.changed_at))
        registration, details = content["registration"], content["details"]
        return Case(row.number, state, opened_at, changed_at, registration, details, content.get("notes", {}))


def _bound(number: str, state: State) -> str:
    return f"case {number} {state.value}"


def _midnight(day: date) -> str:
    return stored_time(datetime.combine(day, time.min, SWEDISH_TIME))


def _next_number(connection: Connection, at: datetime, series: str) -> str:
    year = at.astimezone(SWEDISH_TIME).year
    running = connection.scalars(_TAKE_NUMBER, {"this_year": year}).one_or_none()
    if running is None:
        running = 1
        connection.execute(_FIRST_NUMBER, {"year": year, "last": running})
    return "-".join(part for part in (str(year), series, f"{running:04d}") if part)
