"""Which cases have changed since the last look, whichever desk changed them: their state, their content, their claim.

Nothing is decrypted for it, and nothing is looked through before the journal says that something may have changed:
PostgreSQL tells, of SQLite's file it is asked (`Store.wait`).
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from datetime import datetime

from sqlalchemy import select

from desktop.domain.case import State
from desktop.journal.case_rows import SWEDISH_TIME, midnight
from desktop.journal.faults import JournalError
from desktop.journal.schema import cases, claims
from desktop.journal.store import Store

_WAITING = [state.value for state in State if state.is_open or state is State.DRAFT]
_ROWS = select(cases.c.number, cases.c.changed_at, cases.c.session, claims.c.session.label("claim")).outerjoin(
    claims, claims.c.case_number == cases.c.number
)


class Changes:
    """Waited for again and again by one thread. Blocking; raises JournalError.

    `told` is what readings have told of claims: one that came and went between two looks may have been read meanwhile.
    """

    def __init__(self, store: Store, told: deque[frozenset[tuple[str, str]]] | None = None) -> None:
        self._store, self._told = store, deque() if told is None else told
        self._is_behind = False
        self._seen: frozenset[tuple[str, ...]] = frozenset()
        with suppress(JournalError):  # Then all is new once it can be read.
            self._seen = self._rows()

    def wait(self, seconds: float) -> frozenset[str]:
        """The numbers of cases that wait, or are of today, and change since the last time or within so long."""
        if not self._store.wait(0 if self._is_behind else seconds) and not self._is_behind:
            return self._outdated()
        self._is_behind = True  # What has been heard of once and cannot be read now is looked for again.
        now = self._rows()
        self._is_behind = False
        changed = frozenset(row[0] for row in now ^ self._seen)
        self._seen = now
        return changed | self._outdated()

    def _outdated(self) -> frozenset[str]:
        """What has been told otherwise than it is now."""
        claimed = {(number, claim) for number, *_, claim in self._seen if claim not in ("None", self._store.session)}
        told = [self._told.popleft() for _ in range(len(self._told))]
        return frozenset(number for one in told for number, _ in one ^ claimed) & {row[0] for row in self._seen}

    def _rows(self) -> frozenset[tuple[str, ...]]:
        today = midnight(datetime.fromisoformat(self._store.now()).astimezone(SWEDISH_TIME).date())
        looked_at = cases.c.state.in_(_WAITING) | (cases.c.opened_at >= today)
        with self._store.reading() as connection:
            return frozenset(tuple(map(str, row)) for row in connection.execute(_ROWS.where(looked_at)))
