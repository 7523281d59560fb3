"""An open journal, in a file or in a database: what it is read and written through, and who holds its key."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, select

from desktop.journal.faults import JournalError, JournalFault, faults_mapped
from desktop.journal.keys import DataKey, holder_id, unwrapped
from desktop.journal.schema import holders

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time, where nobody gives another clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Store(ABC):
    """An open journal, in a file or in a database. Blocking; safe for several threads.

    `session` names this opening: what a session that lives no more left unfinished was interrupted. `series` is empty,
    or tells case numbers apart from those of other journals of the care centre. `place` tells this journal from others.
    """

    place: str
    key: DataKey
    series: str
    session: str
    _clock: Clock
    _engine: Engine
    _writer: Engine

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the journal. Raises JournalError."""
        return _transaction(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that is on the disk when the block is left, or not at all. Raises JournalError."""
        return _transaction(self._writer)

    def now(self) -> str:
        """The time as it is stored."""
        return stored_time(self._clock())

    @abstractmethod
    def lives(self, session: str) -> bool:
        """Whether an opening of this journal, by any process or account, is neither closed nor dead."""

    def living(self, sessions: Iterable[str]) -> frozenset[str]:
        """Those of them that live. Raises JournalError."""
        return frozenset(session for session in sessions if self.lives(session))

    @abstractmethod
    def wait(self, seconds: float) -> bool:
        """Wait until cases or claims may have changed, at most so long; False where they have surely not.

        For one thread, which `close` frees. Raises JournalError at once where the journal is away.
        """

    @abstractmethod
    def fold(self) -> None:
        """See to it that nothing destroyed is left beside the tables. Raises JournalError."""

    @abstractmethod
    def drop_backups(self, older_than: timedelta) -> None:
        """Destroy copies that a migration left beside the journal. Raises OSError."""

    @abstractmethod
    def close(self) -> None:
        """Close every connection; the session lives no more."""


def stored_time(at: datetime) -> str:
    """UTC in ISO 8601 with microseconds: sorts as text."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def held_key(connection: Connection, holder: bytes, at: datetime) -> DataKey:
    """The data key as it is wrapped for a holder's 32-byte key. Raises JournalError(KEY_MISSING)."""
    found = connection.execute(select(holders).where(holders.c.id == holder_id(holder))).one_or_none()
    if found is None or (found.until is not None and found.until < stored_time(at)):
        raise JournalError(JournalFault.KEY_MISSING)
    return unwrapped(found.wrapped, holder)


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    with faults_mapped(), engine.begin() as connection:
        yield connection
