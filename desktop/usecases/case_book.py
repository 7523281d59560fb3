"""How use cases write to the journal: a case before the call, its outcome after, each look-up before it is made."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.outcome import Confirmed, NotSent, Outcome, Queued, Received, Refused, Unclear
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration

if TYPE_CHECKING:
    from desktop.domain.identity import PersonIdentity
    from desktop.domain.lookup import NameQuery
    from desktop.journal.audit import Audit, Entry
    from desktop.journal.cases import Cases
    from desktop.journal.store import Store


@dataclass(frozen=True, slots=True)
class JournalParts:
    """An open journal."""

    store: Store
    cases: Cases
    audit: Audit


class CaseBook:
    """The journal, or its absence: without one the desk reads, and does not register.

    `unclear` are the numbers of cases that a killed program left being sent; they are marked so on opening.
    """

    def __init__(self, parts: JournalParts | None = None) -> None:
        self._parts = parts
        self._cases: Cases | None = parts.cases if parts else None
        self._audit: Audit | None = parts.audit if parts else None
        self.unclear = self._settle_interrupted()

    @property
    def is_open(self) -> bool:
        """Whether the desk may register."""
        return self._cases is not None

    def shut(self) -> None:
        """Close the journal's file."""
        if self._parts is not None:
            self._parts.store.close()

    def note_look_up(self, identity: PersonIdentity) -> bool:
        """Write a look-up to the audit trail; False when it could not be written."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.LOOKED_UP, identity))

    def note_search(self, query: NameQuery, reason: str) -> bool:
        """Write a search by name, with its reason, to the audit trail; False when it could not be written."""
        from desktop.journal.audit import Action, Entry

        asked = {"given": query.given, "surname": query.surname, "born": f"{query.born_from}/{query.born_to}"}
        return self._note(Entry(Action.SEARCHED, reason=reason, evidence=asked))

    def _note(self, entry: Entry) -> bool:
        from desktop.journal.faults import JournalError

        if self._audit is None:
            return False
        try:
            self._audit.note(entry)
        except JournalError:
            return False
        return True

    def open_sending(self, registration: Registration) -> str | None:
        """Write the case durably as being sent; its number, or None when it could not be written."""
        from desktop.journal.cases import State
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_registration

        if self._cases is None:
            return None
        try:
            return self._cases.open(write_registration(registration), State.SENDING)
        except JournalError:
            return None

    def close(self, number: str, outcome: Outcome) -> bool:
        """Write what became of a case; False when it could not be written."""
        from desktop.journal.cases import State
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_outcome

        if self._cases is None:
            return False
        match outcome:
            case Confirmed() | Queued():
                state = State.CONFIRMED
            case Received():
                state = State.RECEIVED
            case Refused():
                state = State.REFUSED
            case Unclear():
                state = State.UNCLEAR
            case _:
                state = State.NOT_SENT
        try:
            self._cases.mark(number, state, write_outcome(outcome), correlation_id=_correlation_of(outcome))
        except JournalError:
            return False
        return True

    def _settle_interrupted(self) -> tuple[str, ...]:
        """One that cannot be settled, or that another desk has just settled, does not stop the others."""
        from desktop.journal.cases import State, TransitionError
        from desktop.journal.faults import JournalError

        settled: list[str] = []
        if self._cases is not None:
            for case in self._cases.interrupted():
                with suppress(JournalError, TransitionError):
                    settled.append(self._cases.mark(case.number, State.UNCLEAR).number)
        return tuple(settled)


def _correlation_of(outcome: Outcome) -> str:
    match outcome:
        case Unclear(problem=Problem() as problem) | NotSent(problem=Problem() as problem):
            return problem.correlation_id
        case Confirmed(reply=reply) | Queued(reply=reply) | Received(reply=reply) | Refused(reply=reply):
            return reply.correlation_id if reply else ""
        case _:
            return ""
