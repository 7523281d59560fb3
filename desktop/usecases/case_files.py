"""An open journal as use cases hold it, and its cases as they read them: what an outcome makes of a case, and back."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.case import CaseFile, Claim, State
from desktop.domain.outcome import Confirmed, NotSent, Outcome, Queued, Received, Refused, Unclear
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.runtime.clock import SWEDEN

if TYPE_CHECKING:
    from desktop.journal.audit import Audit
    from desktop.journal.cases import Case, Cases
    from desktop.journal.store import Store

_log = logging.getLogger("desktop.cases")


@dataclass(frozen=True, slots=True)
class JournalParts:
    """An open journal. `local` is a file for the time when `store`, a database, is away."""

    store: Store
    cases: Cases
    audit: Audit
    local: Store | None = None

    def close(self) -> None:
        """Close the journal."""
        self.store.close()
        if self.local is not None:
            self.local.close()


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A registration that reading may settle: its case's number, what is known, and since when (Swedish time)."""

    number: str
    outcome: Outcome
    since: datetime


def unsettled(case: CaseFile) -> Unsettled | None:
    """What is read on about; None where a case is no registration that was sent."""
    if not isinstance(case.about, Registration) or case.outcome is None:
        return None
    return Unsettled(case.number, case.outcome, case.changed_at)


def state_after(outcome: Outcome) -> State:
    """Where a case stands once this has become of it."""
    match outcome:
        case Confirmed() | Queued():
            return State.CONFIRMED
        case Received():
            return State.RECEIVED
        case Refused():
            return State.REFUSED
        case Unclear():
            return State.UNCLEAR
        case _:
            return State.NOT_SENT


_NOBODY: Mapping[str, Claim] = {}


def read_all(cases: Iterable[Case], claims: Mapping[str, Claim] = _NOBODY) -> tuple[CaseFile, ...]:
    """The cases that can be read; one that cannot is told in the log and hides no other. `claims` is by number."""
    from desktop.journal.faults import JournalError

    read = []
    for case in cases:
        try:
            read.append(read_case(case, claims))
        except JournalError as error:
            _log.error("case %s cannot be read: %s", case.number, error)
    return tuple(read)


def read_case(case: Case, claims: Mapping[str, Claim] = _NOBODY) -> CaseFile:
    """A case of the journal with Swedish times; JournalError where it cannot be read."""
    from desktop.journal.records import read_about, read_notes, read_outcome

    return CaseFile(
        case.number,
        case.state,
        case.opened_at.astimezone(SWEDEN),
        case.changed_at.astimezone(SWEDEN),
        read_about(case.registration),
        read_outcome(case.details) if case.details else None,
        read_notes(case.notes),
        claims.get(case.number),
    )


def correlation_of(outcome: Outcome) -> str:
    """By which the platform and the region know the call; empty where there was none."""
    match outcome:
        case Unclear(problem=Problem() as problem) | NotSent(problem=Problem() as problem):
            return problem.correlation_id
        case Confirmed(reply=reply) | Queued(reply=reply) | Received(reply=reply) | Refused(reply=reply):
            return reply.correlation_id if reply else ""
        case _:
            return ""
