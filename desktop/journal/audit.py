"""The audit trail: who did what, when, where, to whom, why, on what evidence, and what the region answered.

Append-only and chained by keyed hash. A chain alone cannot show that its tail was cut: keep `head()` somewhere else
and give it to `verify`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from desktop.domain.audit import Action as Action
from desktop.domain.audit import AuditRow as AuditRow
from desktop.domain.audit import Entry as Entry
from desktop.domain.identity import PersonIdentity
from desktop.domain.staff import acting
from desktop.journal.faults import altered_told
from desktop.journal.keys import DataKey
from desktop.journal.schema import audit
from desktop.journal.store import Store, stored_time

_NOTHING = bytes(32)
_INSERT = insert(audit)
_LAST = select(audit.c.seq, audit.c.link).order_by(audit.c.seq.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Head:
    """The last row: its number (0 for an empty trail) and its link."""

    seq: int
    link: bytes

    def __str__(self) -> str:
        return f"{self.seq}:{self.link.hex()}"

    @staticmethod
    def read(text: str) -> Head | None:
        """From how it is written; None where it is no head."""
        seq, _, link = text.strip().partition(":")
        try:
            head = Head(int(seq), bytes.fromhex(link))
        except ValueError:
            return None
        return head if len(head.link) == len(_NOTHING) else None


@dataclass(frozen=True, slots=True)
class Sound:
    """Every row is there and unaltered up to `head`; `erased` rows have lost their content by purge or erasure."""

    head: Head
    erased: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row that is missing, altered or does not follow from the one before."""

    seq: int


class Audit:
    """The trail as it is written at one place by whoever acts, or by `who` where nobody does (the program itself).

    Blocking; every method raises JournalError.
    """

    def __init__(self, store: Store, who: str, place: str) -> None:
        self._store = store
        self._who = who
        self.place = place

    def note(self, entry: Entry) -> None:
        """Write one row durably."""
        with self._store.writing() as connection:
            self.append(connection, entry)

    def append(self, connection: Connection, entry: Entry) -> None:
        """Write one row in the caller's writing transaction."""
        self._append(connection, entry, self._content(entry))

    def append_noted(self, connection: Connection, noted: AuditRow) -> None:
        """Write a row that was noted elsewhere: by whom, where and when it was."""
        told = {"who": noted.who, "place": noted.place, "noted_at": stored_time(noted.at)}
        self._append(connection, noted.entry, self._content(noted.entry) | told)

    def _append(self, connection: Connection, entry: Entry, told: dict[str, Any]) -> None:
        key = self._store.key
        before = _head(connection)
        seq = before.seq + 1
        citizen = key.fingerprint(entry.citizen.number) if entry.citizen else None
        content = key.seal(json.dumps(told, ensure_ascii=False).encode(), _bound(seq, entry.action.value))
        row = {
            "seq": seq,
            "at": self._store.now(),
            "action": entry.action.value,
            "case_number": entry.case_number,
            "correlation_id": entry.correlation_id,
            "digest": _digest(citizen, content),
        }
        link = _link(key, before.link, row)
        connection.execute(_INSERT, {**row, "citizen": citizen, "content": content, "link": link})

    def of_period(self, since: datetime, until: datetime) -> tuple[AuditRow, ...]:
        """Everything noted from `since` to before `until`, oldest first, but for what is erased."""
        within = (audit.c.at >= stored_time(since)) & (audit.c.at < stored_time(until)) & audit.c.content.is_not(None)
        with self._store.reading() as connection:
            rows = connection.execute(select(audit).where(within).order_by(audit.c.seq)).all()
        return tuple(read_row(self._store.key, row) for row in rows)

    def of_citizen(self, citizen: PersonIdentity) -> tuple[AuditRow, ...]:
        """Everything noted about one citizen, oldest first; erased rows have nothing left to show."""
        mark = self._store.key.fingerprint(citizen.number)
        with self._store.reading() as connection:
            rows = connection.execute(select(audit).where(audit.c.citizen == mark).order_by(audit.c.seq)).all()
        return tuple(read_row(self._store.key, row) for row in rows)

    def times_of(self, action: Action, since: datetime) -> tuple[datetime, ...]:
        """When something was done since then, oldest first."""
        wanted = select(audit.c.at).where(audit.c.action == action.value, audit.c.at >= stored_time(since))
        with self._store.reading() as connection, altered_told():
            return tuple(map(datetime.fromisoformat, connection.scalars(wanted.order_by(audit.c.seq))))

    def head(self) -> Head:
        """The end of the chain, to be kept outside the journal."""
        with self._store.reading() as connection:
            return _head(connection)

    def holds(self, known: Head) -> bool:
        """Whether the trail still has a row that was its head: a quick look, which does not walk the chain."""
        with self._store.reading() as connection:
            link = connection.scalars(select(audit.c.link).where(audit.c.seq == known.seq)).one_or_none()
        return known.seq == 0 or link == known.link

    def verify(self, known: Head | None = None) -> Sound | Broken:
        """Walk the whole chain; with a `known` head also find a tail that was cut or a trail begun anew."""
        with self._store.reading() as connection:
            return walk(connection, self._store.key, known)

    def _content(self, entry: Entry) -> dict[str, Any]:
        return {
            "who": acting.get().account or self._who,
            "place": self.place,
            "citizen": entry.citizen.number if entry.citizen else "",
            "reason": entry.reason,
            "evidence": dict(entry.evidence),
            "answer": dict(entry.answer),
        }


def walk(connection: Connection, key: DataKey, known: Head | None = None) -> Sound | Broken:
    """See `Audit.verify`: as one transaction sees the trail."""
    head, erased = Head(0, _NOTHING), 0
    every = select(audit).order_by(audit.c.seq).execution_options(yield_per=500)
    with connection.execute(every) as rows:
        for row in rows:
            if not _follows(key, row, head):
                return Broken(head.seq + 1)
            erased += row.content is None
            head = Head(row.seq, row.link)
            if known is not None and known.seq == head.seq and known != head:
                return Broken(head.seq)
    if known is not None and known.seq > head.seq:
        return Broken(head.seq + 1)
    return Sound(head, erased)


def _follows(key: DataKey, row: Row[Any], before: Head) -> bool:
    if row.content is not None and _digest(row.citizen, row.content) != row.digest:
        return False
    link: bytes = row.link
    return link == _link(key, before.link, row._asdict())


@altered_told()
def read_row(key: DataKey, row: Row[Any]) -> AuditRow:
    """A row of the table with its content; JournalError(UNREADABLE) where it was altered."""
    content = json.loads(key.unseal(row.content, _bound(row.seq, row.action)))
    entry = Entry(
        Action(row.action),
        PersonIdentity(content["citizen"]) if content["citizen"] else None,
        row.case_number,
        content["reason"],
        content["evidence"],
        content["answer"],
        row.correlation_id,
    )
    at = datetime.fromisoformat(content.get("noted_at", row.at))
    return AuditRow(row.seq, at, content["who"], content["place"], entry)


def _head(connection: Connection) -> Head:
    last = connection.execute(_LAST).one_or_none()
    return Head(last.seq, last.link) if last else Head(0, _NOTHING)


def _bound(seq: int, action: str) -> str:
    return f"audit {seq} {action}"


def _digest(citizen: bytes | None, content: bytes) -> bytes:
    """Stands for what may be erased, so that the chain still holds without it."""
    return hashlib.sha256((citizen or _NOTHING) + content).digest()


def _link(key: DataKey, before: bytes, row: Mapping[str, Any]) -> bytes:
    chained = (row["seq"], row["at"], row["action"], row["case_number"], row["correlation_id"], row["digest"].hex())
    return key.link(before + json.dumps(chained).encode())
