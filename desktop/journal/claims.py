"""Claims: which desk has a case open, so that one desk at a time works on it.

One row a case, written and looked at in the journal's own transactions. A claim counts for as long as the session that
made it lives (`Store.lives`): it lapses with its desk, however that dies, and nobody is locked out.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError

from desktop.domain.audit import Action, Entry
from desktop.domain.case import Claim
from desktop.domain.identity import PersonIdentity
from desktop.domain.staff import acting
from desktop.journal.audit import Audit
from desktop.journal.faults import altered_told
from desktop.journal.schema import claims
from desktop.journal.store import Store

_FIND = select(claims).where(claims.c.case_number == bindparam("wanted")).with_for_update()
_INSERT = insert(claims)
_DELETE = delete(claims).where(claims.c.case_number == bindparam("wanted"))
_LET_GO = _DELETE.where(claims.c.session == bindparam("mine"))


class ClaimedError(Exception):
    """Another desk has the case open; nothing was changed."""

    def __init__(self, number: str) -> None:
        super().__init__(f"another desk has case {number} open")
        self.number = number


def guard(connection: Connection, store: Store, number: str) -> None:
    """Refuse a person's deed on a case that another living desk has open. Raises ClaimedError."""
    row = connection.execute(_FIND, {"wanted": number}).one_or_none()
    if row is not None and row.session != store.session and store.lives(row.session):
        raise ClaimedError(number)


def claim(connection: Connection, store: Store, place: str, number: str) -> None:
    """Have the case open in this session; IntegrityError where there is a claim already."""
    who = json.dumps({"who": acting.get().shown, "place": place}, ensure_ascii=False).encode()
    sealed = store.key.seal(who, _bound(number, store.session))
    row = {"case_number": number, "session": store.session, "since": store.now(), "content": sealed}
    connection.execute(_INSERT, row)


def is_claimed(connection: Connection, number: str) -> bool:
    """Whether there is a claim, dead or alive."""
    return connection.execute(_FIND, {"wanted": number}).one_or_none() is not None


def let_go(connection: Connection, store: Store, number: str) -> None:
    """Have it open no more in this session; another's claim stays."""
    connection.execute(_LET_GO, {"wanted": number, "mine": store.session})


def forget(connection: Connection, number: str) -> None:
    """The case is gone."""
    connection.execute(_DELETE, {"wanted": number})


def sessions_with_claims(connection: Connection) -> Iterable[str]:
    """Whoever has anything open, dead or alive."""
    return connection.scalars(select(claims.c.session).distinct()).all()


def lapse(connection: Connection, dead: Iterable[str]) -> None:
    """Take away what sessions that live no more had open."""
    connection.execute(delete(claims).where(claims.c.session.in_(list(dead))))


class Claims:
    """The claims of a journal. Blocking; every method raises JournalError. Times are UTC."""

    def __init__(self, store: Store, audit: Audit) -> None:
        self._store, self._audit = store, audit
        self.told: deque[frozenset[tuple[str, str]]] = deque(maxlen=100)
        """What `of_others` has told, as case number and session: whoever looks for changes compares with it."""

    def take(self, number: str, citizen: PersonIdentity, *, by_hand: bool = False) -> Claim | None:
        """Claim a case for this desk: None where it has it now, else who has, and nothing is changed.

        `by_hand` takes it from a living desk. Whoever has taken over a case stands in the audit trail.
        """
        try:
            return self._take(number, citizen, by_hand)
        except IntegrityError:  # Two desks saw that nobody had it, and the other was faster.
            return self._take(number, citizen, by_hand)

    def release(self, numbers: Iterable[str]) -> None:
        """Have them open no more; what another desk has is left alone."""
        mine = claims.c.session == self._store.session
        with self._store.writing() as connection:
            connection.execute(delete(claims).where(mine & claims.c.case_number.in_(list(numbers))))

    def release_all(self) -> None:
        """Have nothing open any more, for the desk closes."""
        mine = claims.c.session == self._store.session
        with self._store.reading() as connection:
            if connection.execute(select(claims.c.case_number).where(mine).limit(1)).one_or_none() is None:
                return
        with self._store.writing() as connection:
            connection.execute(delete(claims).where(mine))

    def of_others(self) -> Mapping[str, Claim]:
        """What other living desks have open, by case number."""
        with self._store.reading() as connection:
            rows = connection.execute(select(claims).where(claims.c.session != self._store.session)).all()
        living = self._store.living({row.session for row in rows}) if rows else frozenset()
        self.told.append(frozenset((row.case_number, row.session) for row in rows if row.session in living))
        return {row.case_number: self._read(row) for row in rows if row.session in living}

    def _take(self, number: str, citizen: PersonIdentity, by_hand: bool) -> Claim | None:
        with self._store.writing() as connection:
            row = connection.execute(_FIND, {"wanted": number}).one_or_none()
            if row is not None and row.session == self._store.session:
                return None
            if row is not None:
                held, lives = self._read(row), self._store.lives(row.session)
                if lives and not by_hand:
                    return held
                why = "asked for at this desk" if lives else "the desk that had it open had ended"
                had = {"who": held.who, "place": held.place, "since": row.since}
                self._audit.append(connection, Entry(Action.TAKEN_OVER, citizen, number, why, evidence={"from": had}))
                forget(connection, number)
            claim(connection, self._store, self._audit.place, number)
        return None

    @altered_told()
    def _read(self, row: Row[Any]) -> Claim:
        content = json.loads(self._store.key.unseal(row.content, _bound(row.case_number, row.session)))
        return Claim(content["who"], content["place"], datetime.fromisoformat(row.since))


def _bound(number: str, session: str) -> str:
    return f"claim {number} {session}"
