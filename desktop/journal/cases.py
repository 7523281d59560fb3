"""Cases: every registration from draft to what became of it, written before anything is sent or shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, bindparam, delete, select, update

from desktop.domain.case import State as State
from desktop.journal.audit import Action, Entry
from desktop.journal.case_rows import Case as Case
from desktop.journal.case_writing import FIND, CaseWriting
from desktop.journal.claims import claim, forget, guard, is_claimed, lapse, sessions_with_claims
from desktop.journal.faults import JournalError
from desktop.journal.records import Record, citizen_of, numbers_of
from desktop.journal.schema import cases
from desktop.journal.transitions import BEGINNINGS
from desktop.journal.transitions import TransitionError as TransitionError

_IS_FOLLOWED = cases.c.state.in_([State.SENDING.value, State.UNCLEAR.value, State.RECEIVED.value])
_ADOPT = update(cases).where(cases.c.number == bindparam("wanted")).values(session=bindparam("session"))
_DISCARD = delete(cases).where(cases.c.number == bindparam("wanted"))


class ForbiddenError(Exception):
    """An order was not to be sent because of this case; nothing was written."""

    def __init__(self, case: Case) -> None:
        super().__init__(f"case {case.number} stands in the way")
        self.case = case


Forbids = Callable[[tuple[Case, ...]], Case | None]
"""The case, among a citizen's, that keeps an order from being sent."""


@dataclass(frozen=True, slots=True)
class Left:
    """What dead sessions left: `interrupted` was being sent and is UNCLEAR now, `followed` is to be read on about."""

    interrupted: tuple[Case, ...] = ()
    followed: tuple[Case, ...] = ()
    sessions: tuple[str, ...] = ()


class Cases(CaseWriting):
    """The cases of the journal, as the member of staff behind `audit` changes them.

    Blocking, safe for several threads; every method raises JournalError. What a method has returned is on the disk.
    """

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
        """Write a new case with its audit row; returns its number, such as `2026-0417`, which is never given again.

        An order that is sent at once begins as SENDING: one write instead of two. `code` is the case's printed code.
        `claimed`: this desk has it open from now on. `origin` is random, and there once (`shelter.py`).
        """
        if state not in BEGINNINGS:
            raise ValueError(f"a case does not begin as {state.name}")
        with self._store.writing() as connection:
            number = self._open(connection, registration, state, notes, code, origin)
            if claimed:
                claim(connection, self._store, self._audit.place, number)
            return number

    def send(self, registration: Record, notes: Record, forbids: Forbids, returned: str = "") -> str:
        """Write that an order is about to be sent, as a new case or as the one that it goes on with; its number.

        `forbids` looks at the citizen's cases, under former numbers too, in the same transaction: of two like orders at
        the same moment, at whichever desks, one is sent. Raises ForbiddenError; otherwise as `mark`.
        """
        marks = [self._store.key.fingerprint(number) for number in numbers_of(registration)]
        with self._store.writing() as connection:
            rows = connection.execute(select(cases).where(cases.c.citizen.in_(marks)).order_by(cases.c.opened_at)).all()
            if (earlier := forbids(tuple(map(self._read, rows)))) is not None:
                raise ForbiddenError(earlier)
            if returned:
                return self._mark(
                    connection, returned, State.SENDING, {}, registration=registration, notes=notes
                ).number
            return self._open(connection, registration, State.SENDING, notes)

    def mark(
        self,
        number: str,
        state: State,
        details: Record | None = None,
        *,
        registration: Record | None = None,
        reason: str = "",
        correlation_id: str = "",
    ) -> Case:
        """Change a case's state with its audit row, in one transaction; SENDING is written before anything is sent.

        `registration` replaces what the case was about. A claim of this desk's goes: what was to be done is done.

        Raises TransitionError, so that of two threads or desks only one may send; ClaimedError where another desk has
        open what is to be sent or ended; LookupError for an unknown number.
        """
        with self._store.writing() as connection:
            return self._mark(
                connection,
                number,
                state,
                details or {},
                registration=registration,
                reason=reason,
                correlation_id=correlation_id,
            )

    def note(self, number: str, notes: Record, reason: str) -> Case:
        """Replace a case's notes with its audit row; the state stays. Raises LookupError for an unknown number."""
        with self._store.writing() as connection:
            row = self._row_of(connection, number)
            before = self._read(row)
            entry = Entry(Action.MARKED, citizen_of(before.registration), number, reason, answer={"notes": notes})
            return self._write(connection, replace(before, notes=notes), entry, row.session)

    def keep(self, number: str, draft: Record) -> Case:
        """Write a draft over what it was, claimed by this desk; no audit row, for nothing has been done yet.

        Raises TransitionError where the case is a draft no more, ClaimedError where another desk has it open,
        LookupError for an unknown number.
        """
        with self._store.writing() as connection:
            row = self._row_of(connection, number)
            guard(connection, self._store, number)
            before = self._read(row)
            if before.state is not State.DRAFT:
                raise TransitionError(number, before.state, State.DRAFT)
            if not is_claimed(connection, number):
                claim(connection, self._store, self._audit.place, number)
            return self._update(connection, replace(before, registration=draft), self._store.session)

    def discard(self, number: str, reason: str) -> bool:
        """Let a draft go, content and all, with its audit row; False where it is gone or a draft no more.

        Raises ClaimedError where another desk has it open.
        """
        with self._store.writing() as connection:
            row = connection.execute(FIND, {"wanted": number}).one_or_none()
            if row is None or State(row.state) is not State.DRAFT:
                return False
            guard(connection, self._store, number)
            citizen = citizen_of(self._read(row).registration)
            connection.execute(_DISCARD, {"wanted": number})
            forget(connection, number)
            self._audit.append(connection, Entry(Action.MARKED, citizen, number, reason))
        return True

    def adopt(self, interrupted: Record) -> Left:
        """Make this session's own what sessions that live no more left to be followed, and let their claims lapse.

        Of desks that do so at the same moment one gets each case. `interrupted` is the outcome of what was being sent.
        """
        if not (dead := self._dead(_IS_FOLLOWED, claimed=True)):
            return Left()
        sent, followed = [], []
        with self._store.writing() as connection:
            left = select(cases).where(_IS_FOLLOWED, cases.c.session.in_(dead)).order_by(cases.c.opened_at)
            for row in connection.execute(left.with_for_update(skip_locked=True)).all():
                with suppress(JournalError):  # One that cannot be read does not stop the others.
                    case = self._read(row)
                    if case.state is State.SENDING:
                        sent.append(self._mark(connection, case.number, State.UNCLEAR, interrupted))
                    else:
                        connection.execute(_ADOPT, {"wanted": case.number, "session": self._store.session})
                        followed.append(case)
            lapse(connection, dead)
        return Left(tuple(sent), tuple(followed), tuple(dead))

    def follows(self, number: str) -> bool:
        """Whether reading on about a case is this session's, and it is not settled."""
        mine = cases.c.session == self._store.session
        with self._store.reading() as connection:
            found = connection.scalars(select(cases.c.number).where(cases.c.number == number, mine, _IS_FOLLOWED))
            return found.one_or_none() is not None

    def left_drafts(self) -> tuple[Case, ...]:
        """Drafts that sessions wrote which live no more."""
        is_draft = cases.c.state == State.DRAFT.value
        return self._select(is_draft & cases.c.session.in_(self._dead(is_draft)))

    def _dead(self, which: ColumnElement[bool], *, claimed: bool = False) -> list[str]:
        """Sessions that have left such cases, or claims, and live no more."""
        with self._store.reading() as connection:
            left = {*connection.scalars(select(cases.c.session).where(which).distinct())}
            left |= {*sessions_with_claims(connection)} if claimed else set()
        others = left - {self._store.session}
        return sorted(others - self._store.living(others)) if others else []
