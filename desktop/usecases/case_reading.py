"""The cases of an open journal as the desk reads them: of a day, of a citizen, by number and by code."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.domain.case import CaseFile, Claim, State
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import same_hsa_id
from desktop.domain.registration import Choice, Intent, Registration
from desktop.domain.reminding import reminders
from desktop.runtime.clock import SWEDEN, now, today
from desktop.usecases.case_files import JournalParts, read_all, read_case
from desktop.usecases.drafts import Drafts, is_in_pile

if TYPE_CHECKING:
    from desktop.journal.cases import Case, Cases


class CaseReading:
    """Reads the cases; without a journal there are none. `drafts` is what has been begun and not sent. Blocking."""

    def __init__(self, parts: JournalParts | None) -> None:
        from desktop.journal.claims import Claims

        self._cases: Cases | None = parts.cases if parts else None
        self._claims = Claims(parts.store, parts.audit) if parts else None
        self._place = parts.audit.place if parts else ""
        self.drafts = Drafts(self._cases, self._claimed)

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
        others = read_all((case for case in found.values() if case.state is not State.DRAFT), self._claimed())
        return tuple(sorted((*others, *drafts), key=lambda case: case.opened_at, reverse=True))

    def count_waiting(self, chooses_from: int) -> int | None:
        """How many cases of any day wait for somebody, or are due; None when unreadable."""
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return None
        try:
            found = read_all(self._cases.unsettled())
        except JournalError:
            return None
        return sum(case.needs_somebody or bool(reminders(case, today(), chooses_from)) for case in found)

    def some(self, numbers: Collection[str]) -> tuple[CaseFile, ...] | None:
        """Those of these numbers that there are, as the list shows them: without forms that lie in a pile.

        None when unreadable.
        """
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return ()
        try:
            found = read_all(self._cases.some(numbers), self._claimed())
        except JournalError:
            return None
        return tuple(case for case in found if not is_in_pile(case))

    def of_citizen(self, *identities: PersonIdentity) -> tuple[CaseFile, ...]:
        """A citizen's cases, by every number that is given, newest first."""
        from desktop.journal.faults import JournalError

        try:
            return read_all(reversed(self._cases.by_person(*identities))) if self._cases is not None else ()
        except JournalError:
            return ()

    def find(self, number: str) -> CaseFile | None:
        """The case with this number."""
        from desktop.journal.faults import JournalError

        try:
            case = self._cases.find(number) if self._cases is not None else None
            return read_case(case, self._claimed()) if case is not None else None
        except JournalError:
            return None

    def by_code(self, code: str) -> CaseFile | None:
        """The case that a form with this code belongs to."""
        from desktop.journal.faults import JournalError

        try:
            case = self._cases.by_code(code) if self._cases is not None else None
            return read_case(case, self._claimed()) if case is not None else None
        except JournalError:
            return None

    def _claimed(self) -> Mapping[str, Claim]:
        """What other desks have open; nothing where that cannot be read, and a deed is then refused by the journal."""
        from desktop.journal.faults import JournalError

        try:
            found = self._claims.of_others() if self._claims is not None else {}
        except JournalError:
            return {}
        return {number: self._as_seen_here(claim) for number, claim in found.items()}

    def _as_seen_here(self, claim: Claim) -> Claim:
        place = "" if claim.place == self._place else claim.place
        return replace(claim, place=place, since=claim.since.astimezone(SWEDEN))


def like(order: Registration, besides: str, read_at: datetime, cases: Iterable[Case]) -> Case | None:
    """An earlier case that may have been carried out, though what was read does not show it, and stands in the way.

    It does as the same order; or as one to join the queue that this would leave, where a place is not shown yet.
    What a region has only received may take a day to show (IS-L); what is unclear waits for a reading or a person; what
    another desk has confirmed since `read_at`, when the reading began, is newer than it. The case `besides` is the one
    that is sent. JournalError where a case cannot be read.
    """
    for case in cases:
        about = read_case(case).about
        if case.number == besides or not isinstance(about, Registration) or not _bars(about.choice, order.choice):
            continue
        may_not_show = {
            State.UNCLEAR: True,
            State.SENDING: True,
            State.RECEIVED: now() - case.changed_at < _SHOWS_WITHIN,
            State.CONFIRMED: case.changed_at > read_at - _CLOCKS_APART,
        }
        if may_not_show.get(case.state, False):
            return case
    return None


_SHOWS_WITHIN = timedelta(days=1)
_CLOCKS_APART = timedelta(seconds=5)
"""What the clocks of two desks may differ by."""


def _bars(earlier: Choice, later: Choice) -> bool:
    if not same_hsa_id(earlier.facility.hsa_id, later.facility.hsa_id):
        return False
    if earlier.intent is Intent.JOIN_QUEUE and later.intent in (Intent.LIST, Intent.CHANGE_DOCTOR):
        return True  # A call without `addToQueue` leaves a queue there, whatever the type (TKB-L 6.1).
    return earlier.intent is later.intent and earlier.listing_type.key == later.listing_type.key
