"""How far the audit trail has been handed to a log service. The trail itself is the spool: what is not handed waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from desktop.domain.audit import AuditRow
from desktop.journal.audit import read_row
from desktop.journal.faults import altered_told
from desktop.journal.schema import audit, forwarding
from desktop.journal.store import Store

AT_ONCE = 500
"""Rows of one delivery."""


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A row of the chain; `row` is None where its content is erased."""

    seq: int
    at: datetime
    action: str
    case_number: str
    correlation_id: str
    link: bytes
    row: AuditRow | None


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The last row that the service has, when it was handed over (UTC), and how many wait."""

    seq: int
    at: datetime | None
    waiting: int


class Spool:
    """What waits for one log service. Blocking; every method raises JournalError."""

    def __init__(self, store: Store, service: str) -> None:
        self._store, self._service = store, service

    @altered_told()
    def waiting(self) -> tuple[LinkedRow, ...]:
        """The next rows to hand over, in the order of the chain."""
        wanted = select(audit).where(audit.c.seq > self.forwarded().seq).order_by(audit.c.seq).limit(AT_ONCE)
        with self._store.reading() as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            LinkedRow(
                row.seq,
                datetime.fromisoformat(row.at),
                row.action,
                row.case_number,
                row.correlation_id,
                row.link,
                read_row(self._store.key, row) if row.content is not None else None,
            )
            for row in rows
        )

    @altered_told()
    def forwarded(self) -> Forwarded:
        """How far the service has the trail."""
        with self._store.reading() as connection:
            last = connection.execute(select(forwarding).where(forwarding.c.service == self._service)).one_or_none()
            seq = last.seq if last is not None else 0
            waiting = connection.scalars(select(func.count()).select_from(audit).where(audit.c.seq > seq)).one()
        return Forwarded(seq, datetime.fromisoformat(last.at) if last is not None else None, waiting)

    def hand_over(self, seq: int) -> None:
        """The service has every row up to this one."""
        with self._store.writing() as connection:
            connection.execute(delete(forwarding).where(forwarding.c.service == self._service))
            row = {"service": self._service, "seq": seq, "at": self._store.now()}
            connection.execute(insert(forwarding).values(row))
