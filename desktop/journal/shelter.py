"""Where unsent cases and audit rows are while the care centre's database is away: in a local file of the same kind.

The file has the care centre's data key. What was written there is handed over when the database is back: each case
under its own number, once (`cases.origin` is unique there), and the rows of the trail in their order, by whom and when
as they were noted. Nothing is sent meanwhile: that two desks do not send the same is for the database to say.
"""

from __future__ import annotations

import secrets
import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from desktop.journal.audit import Audit, Entry, read_row
from desktop.journal.cases import Case, Cases, Forbids, State
from desktop.journal.database import DatabaseStore
from desktop.journal.faults import JournalError, JournalFault, faults_mapped
from desktop.journal.file_store import Beginning, FileStore, let_in, open_store
from desktop.journal.files import version_of
from desktop.journal.keys import DataKey
from desktop.journal.records import Record, citizen_of
from desktop.journal.schema import audit as audit_rows
from desktop.journal.schema import cases, forwarding
from desktop.journal.store import stored_time
from desktop.journal.transitions import NEXT

_AT_ONCE = 200
_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXY"


def open_shelter(file: Path, desk_key: bytes, label: str, data_key: DataKey | None = None) -> FileStore:
    """The local file, opened with the desk's key; made with `data_key`, the care centre's, where there is none.

    Raises JournalError; UNREADABLE where there is none and the data key is not known.
    """
    if data_key is None:
        with faults_mapped():
            if not isinstance(version_of(file), int):
                raise JournalError(JournalFault.UNREADABLE)
        return open_store(file, desk_key, label)
    series = "L" + "".join(secrets.choice(_SIGNS) for _ in range(4))
    try:
        return open_store(file, desk_key, label, begins=Beginning(data_key, series))
    except JournalError as error:
        if error.fault is not JournalFault.KEY_MISSING:
            raise
    let_in(file, desk_key, label, data_key)  # The desk has been enrolled anew, with another code.
    return open_store(file, desk_key, label)


class ShelteredAudit(Audit):
    """The care centre's trail; what it does not take just now is noted locally."""

    def __init__(self, store: DatabaseStore, who: str, place: str, local: FileStore) -> None:
        super().__init__(store, who, place)
        self._reach = store.reach
        self.local = Audit(local, who, place)

    def note(self, entry: Entry) -> None:
        """See `Audit`."""
        try:
            super().note(entry)
        except JournalError as error:
            if not self._reach.is_lost(error):
                raise
            self.local.note(entry)


class ShelteredCases(Cases):
    """The care centre's cases; what is begun while they are away is a local case, read together with theirs."""

    def __init__(self, store: DatabaseStore, audit: ShelteredAudit, local: FileStore) -> None:
        super().__init__(store, audit)
        store.reach.remembers = True
        self.local = Cases(local, audit.local)
        self._shared, self._file = store, local
        self._turn = RLock()

    def open(
        self,
        registration: Record,
        state: State = State.DRAFT,
        notes: Record | None = None,
        code: str | None = None,
        *,
        claimed: bool = False,
        origin: str | None = None,
    ) -> str:
        """See `Cases`; a local case where the database is away, unless it was to be sent."""
        origin = origin or uuid.uuid4().hex
        try:
            return super().open(registration, state, notes, code, claimed=claimed, origin=origin)
        except JournalError as error:
            if not self._shared.reach.is_lost(error) or state is State.SENDING:
                raise
            with self._turn:
                return self.local.open(registration, state, notes, code, claimed=claimed, origin=origin)

    def send(self, registration: Record, notes: Record, forbids: Forbids, returned: str = "") -> str:
        """See `Cases`. What is local is handed over first; nothing is sent while the database is away."""
        if returned and self.local.find(returned) is not None:
            self.hand_over()
        return super().send(registration, notes, forbids, returned)

    def mark(self, number: str, state: State, details: Record | None = None, **about: Any) -> Case:
        """See `Cases`."""
        with self._turn:
            if self.local.find(number) is not None:
                return self.local.mark(number, state, details, **about)
        return super().mark(number, state, details, **about)

    def note(self, number: str, notes: Record, reason: str) -> Case:
        """See `Cases`."""
        with self._turn:
            if self.local.find(number) is not None:
                return self.local.note(number, notes, reason)
        return super().note(number, notes, reason)

    def keep(self, number: str, draft: Record) -> Case:
        """See `Cases`. A draft of the database that is worked on while it is away goes on as a local one."""
        with self._turn:
            if self.local.find(number) is not None:
                return self.local.keep(number, draft)
            try:
                return super().keep(number, draft)
            except JournalError as error:
                if not self._shared.reach.is_lost(error):
                    raise
                now = datetime.fromisoformat(self._file.now())
                copy = Case(number, State.DRAFT, now, now, draft, {})
                with self._file.writing() as connection:
                    connection.execute(insert(cases), self._row(copy, self._file.session))
                return copy

    def discard(self, number: str, reason: str) -> bool:
        """See `Cases`."""
        with self._turn:
            here = self.local.discard(number, reason)
        return here or super().discard(number, reason)

    @property
    def fault(self) -> JournalFault | None:
        """Why the database is away; None while it is not."""
        return self._shared.reach.fault

    def come_back(self) -> bool:
        """See whether a database that was away is back, and give it what it has missed; True where it has it all.

        Raises JournalError.
        """
        if self._shared.reach.fault is not None:
            self._shared.greet()
        self.hand_over()
        return self._shared.reach.fault is None

    def hand_over(self) -> bool:
        """Give the database what it has missed; True where there was anything. Where it fails, it may be repeated."""
        with self._turn:
            handed = self._hand_over_rows()
            for case, row in self._local():
                with self._shared.writing() as connection:
                    self._hand_over(connection, case, row)
                with self._file.writing() as connection:
                    connection.execute(delete(cases).where(cases.c.number == case.number))
                handed = True
        return handed

    def _select(self, condition: ColumnElement[bool]) -> tuple[Case, ...]:
        """Of a case that is in both, the local one is what this desk works on."""
        here = self.local._select(condition)
        try:
            there = super()._select(condition)
        except JournalError as error:
            if not self._shared.reach.is_lost(error):
                raise
            return here
        mine = {case.number for case in here}
        return tuple(sorted((*here, *(one for one in there if one.number not in mine)), key=lambda one: one.opened_at))

    def _local(self) -> list[tuple[Case, Row[Any]]]:
        with self._file.reading() as connection:
            rows = connection.execute(select(cases).order_by(cases.c.opened_at)).all()
        return [(self._read(row), row) for row in rows]

    def _hand_over(self, connection: Connection, case: Case, row: Row[Any]) -> None:
        known = (cases.c.number == case.number) | ((cases.c.origin == row.origin) & cases.c.origin.is_not(None))
        there = connection.execute(select(cases).where(known)).first()
        if there is None:
            connection.execute(insert(cases), self._row(case, self._shared.session, row.code, row.origin))
            return
        before = self._read(there)
        may_follow = case.state is before.state or case.state in NEXT[before.state]
        if may_follow and case.changed_at > before.changed_at:
            changed = self._row(
                replace(case, number=before.number, opened_at=before.opened_at),
                self._shared.session,
                there.code,
                there.origin,
            )
            connection.execute(update(cases).where(cases.c.number == before.number).values(changed))

    def _hand_over_rows(self) -> bool:
        """The local trail's rows that the care centre's does not have, in order; then their content is emptied here."""
        if self._waiting_rows(0) == []:
            return False
        service = f"desk {self._file.series}"
        while True:
            with self._shared.writing() as connection:
                done = connection.scalars(select(forwarding.c.seq).where(forwarding.c.service == service)).one_or_none()
                rows = self._waiting_rows(done or 0)
                if not rows:
                    break
                for row in rows:
                    self._audit.append_noted(connection, read_row(self._file.key, row))
                connection.execute(delete(forwarding).where(forwarding.c.service == service))
                mark = {"service": service, "seq": rows[-1].seq, "at": self._shared.now()}
                connection.execute(insert(forwarding).values(mark))
        with self._file.writing() as connection:
            handed = (audit_rows.c.seq <= (done or 0)) & audit_rows.c.content.is_not(None)
            connection.execute(update(audit_rows).where(handed).values(content=None, citizen=None))
        self._file.fold()
        return True

    def _waiting_rows(self, after: int) -> list[Row[Any]]:
        waits = (audit_rows.c.seq > after) & audit_rows.c.content.is_not(None)
        with self._file.reading() as connection:
            return list(connection.execute(select(audit_rows).where(waits).order_by(audit_rows.c.seq).limit(_AT_ONCE)))

    def _row(self, case: Case, session: str, code: str | None = None, origin: str | None = None) -> dict[str, Any]:
        """A case as a row of either journal: they have the same key."""
        citizen = citizen_of(case.registration).number
        return {
            "number": case.number,
            "state": case.state.value,
            "opened_at": stored_time(case.opened_at),
            "changed_at": stored_time(case.changed_at),
            "session": session,
            "citizen": self._store.key.fingerprint(citizen),
            "content": self._seal(case.number, case.state, case.registration, case.details, case.notes),
            "code": code,
            "origin": origin,
        }
