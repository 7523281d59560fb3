"""The cases of an open journal as the desk reads them: of a day, of a citizen, by number and by code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.case import CaseFile, State
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import same_hsa_id
from desktop.domain.registration import Choice, Registration
from desktop.runtime.clock import now, today
from desktop.usecases.case_files import JournalParts, read_all, read_case
from desktop.usecases.drafts import Drafts

if TYPE_CHECKING:
    from desktop.journal.cases import Cases


class CaseReading:
    """Reads the cases; without a journal there are none. `drafts` is what has been begun and not sent. Blocking."""

    def __init__(self, parts: JournalParts | None) -> None:
        self._cases: Cases | None = parts.cases if parts else None
        self.drafts = Drafts(self._cases)

    def all_today(self) -> tuple[CaseFile, ...] | None:
        """Today's cases, those of any day that are not settled, and drafts, newest first; None when unreadable."""
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return None
        drafts = self.drafts.waiting()
        try:
            found = {case.number: case for case in (*self._cases.unsettled(), *self._cases.of_day(today()))}
        except JournalError:
            return None
        others = read_all(case for case in found.values() if case.state is not State.DRAFT)
        return tuple(sorted((*others, *drafts), key=lambda case: case.opened_at, reverse=True))

    def of_citizen(self, identity: PersonIdentity) -> tuple[CaseFile, ...]:
        """A citizen's cases, newest first."""
        from desktop.journal.faults import JournalError

        try:
            return read_all(reversed(self._cases.by_person(identity))) if self._cases is not None else ()
        except JournalError:
            return ()

    def find(self, number: str) -> CaseFile | None:
        """The case with this number."""
        from desktop.journal.faults import JournalError

        try:
            case = self._cases.find(number) if self._cases is not None else None
            return read_case(case) if case is not None else None
        except JournalError:
            return None

    def by_code(self, code: str) -> CaseFile | None:
        """The case that a form with this code belongs to."""
        from desktop.journal.faults import JournalError

        try:
            case = self._cases.by_code(code) if self._cases is not None else None
            return read_case(case) if case is not None else None
        except JournalError:
            return None

    def unsettled(self) -> tuple[CaseFile, ...]:
        """Registrations that reading may still settle."""
        return tuple(
            case
            for case in self.all_today() or ()
            if case.state in (State.UNCLEAR, State.RECEIVED) and isinstance(case.about, Registration)
        )

    def unsettled_like(self, order: Registration, besides: str = "") -> str | None:
        """The number of an earlier case with the same order that may still have been carried out; empty if none.

        None where the journal cannot tell: nothing may be sent then. The case `besides` is the one that is sent again.
        What a region has only received may take a day to show (IS-L); what is unclear waits for a reading or a person.
        """
        from desktop.journal.faults import JournalError

        try:
            found = self._cases.by_person(order.citizen.identity) if self._cases is not None else None
            return None if found is None else _like(order, [read_case(case) for case in found], besides)
        except JournalError:
            return None


def _like(order: Registration, cases: Iterable[CaseFile], besides: str) -> str:
    for case in cases:
        about = case.about
        if case.number == besides or not isinstance(about, Registration) or not _same(about.choice, order.choice):
            continue
        waits = case.state is State.RECEIVED and now() - case.changed_at < _SHOWS_WITHIN
        if case.state in (State.UNCLEAR, State.SENDING) or waits:
            return case.number
    return ""


_SHOWS_WITHIN = timedelta(days=1)


def _same(one: Choice, other: Choice) -> bool:
    return (
        one.intent is other.intent
        and one.listing_type.key == other.listing_type.key
        and same_hsa_id(one.facility.hsa_id, other.facility.hsa_id)
    )
