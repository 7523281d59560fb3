"""The cases as they are read: a row unsealed, one by number or code, those of a day, of a citizen, or not settled."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, select

from desktop.domain.case import State
from desktop.domain.identity import PersonIdentity
from desktop.journal.faults import altered_told
from desktop.journal.records import Record
from desktop.journal.schema import cases
from desktop.journal.store import Store, stored_time

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")
_SETTLED = [state.value for state in State if not state.is_open]


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


class CaseRows:
    """Reads the cases of a journal. Blocking, safe for several threads; every method raises JournalError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def drafts(self) -> tuple[Case, ...]:
        """What has been begun and not sent, oldest first."""
        return self._select(cases.c.state == State.DRAFT.value)

    def find(self, number: str) -> Case | None:
        """The case with this number."""
        return next(iter(self._select(cases.c.number == number)), None)

    def some(self, numbers: Collection[str]) -> tuple[Case, ...]:
        """Those of these numbers that there are, oldest first."""
        return self._select(cases.c.number.in_(numbers))

    def by_code(self, code: str) -> Case | None:
        """The case that a form with this code belongs to."""
        return next(iter(self._select(cases.c.code == code)), None)

    def unsettled(self) -> tuple[Case, ...]:
        """Cases of any day that wait for somebody, a signature or a region, oldest first."""
        return self._select(cases.c.state.not_in(_SETTLED))

    def of_day(self, day: date) -> tuple[Case, ...]:
        """Cases opened on a Swedish calendar day, oldest first."""
        begins, ends = (midnight(day + timedelta(days=days)) for days in (0, 1))
        return self._select((cases.c.opened_at >= begins) & (cases.c.opened_at < ends))

    def by_person(self, *identities: PersonIdentity) -> tuple[Case, ...]:
        """Cases about a citizen, by every number that is given, oldest first."""
        return self._select(cases.c.citizen.in_([self._store.key.fingerprint(one.number) for one in identities]))

    def _select(self, condition: ColumnElement[bool]) -> tuple[Case, ...]:
        with self._store.reading() as connection:
            rows = connection.execute(select(cases).where(condition).order_by(cases.c.opened_at)).all()
        return tuple(self._read(row) for row in rows)

    def _seal(self, number: str, state: State, registration: Record, details: Record, notes: Record) -> bytes:
        content = {"registration": registration, "details": details, "notes": notes}
        return self._store.key.seal(json.dumps(content, ensure_ascii=False).encode(), _bound(number, state))

    @altered_told()
    def _read(self, row: Row[Any]) -> Case:
        state = State(row.state)
        content = json.loads(self._store.key.unseal(row.content, _bound(row.number, state)))
        opened_at, changed_at = (datetime.fromisoformat(at) for at in (row.opened_at, row.changed_at))
        registration, details = content["registration"], content["details"]
        return Case(row.number, state, opened_at, changed_at, registration, details, content.get("notes", {}))


def _bound(number: str, state: State) -> str:
    return f"case {number} {state.value}"


def midnight(day: date) -> str:
    """When a Swedish calendar day begins, as it is stored."""
    return stored_time(datetime.combine(day, time.min, SWEDISH_TIME))
