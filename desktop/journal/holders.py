"""Who can open the journal: accounts by their keyring, a recovery key in a safe, and invitations that end.

In a database it is desks; there an administrator alone changes it (`administration.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import delete, insert, select

from desktop.journal.keys import DataKey, holder_id
from desktop.journal.schema import holders
from desktop.journal.store import Store, stored_time


class HolderKind(Enum):
    """What kind of key it is; the values are stored."""

    ACCOUNT = "account"
    RECOVERY = "recovery"
    INVITATION = "invitation"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class Holder:
    """A key that opens the journal. `since` None for one from before that was noted; `until` when it ends (UTC)."""

    kind: HolderKind
    label: str
    since: datetime | None
    until: datetime | None


def add_holder(store: Store, secret: bytes, kind: HolderKind, label: str, until: datetime | None = None) -> None:
    """Let another 32-byte key open the journal. A label of its kind has one key: the former no longer opens it."""
    with store.writing() as connection:
        same = (holders.c.kind == kind.value) & (holders.c.label == label)
        connection.execute(delete(holders).where(same | (holders.c.id == holder_id(secret))))
        connection.execute(insert(holders).values(_row(store.key, secret, kind, label, store.now(), until)))


def list_holders(store: Store) -> tuple[Holder, ...]:
    """All keys that open the journal, in the order in which they were added."""
    with store.reading() as connection:
        rows = connection.execute(select(holders).order_by(holders.c.since, holders.c.label)).all()
    return tuple(Holder(HolderKind(row.kind), row.label, _time(row.since), _time(row.until)) for row in rows)


def revoke_holders(store: Store, kind: HolderKind, label: str) -> int:
    """Let a key open the journal no longer; how many there were. Backups from before are still opened by it."""
    with store.writing() as connection:
        gone = delete(holders).where(holders.c.kind == kind.value, holders.c.label == label)
        return connection.execute(gone).rowcount


def _row(
    key: DataKey, secret: bytes, kind: HolderKind, label: str, since: str, until: datetime | None
) -> dict[str, object]:
    return {
        "id": holder_id(secret),
        "kind": kind.value,
        "label": label,
        "since": since,
        "until": stored_time(until) if until is not None else None,
        "wrapped": key.wrapped_for(secret),
    }


def _time(stored: str | None) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None
