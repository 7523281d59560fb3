"""Drafts: what was begun and left lives encrypted in the journal, is given back, and goes after a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.case import CaseFile, Claim, State
from desktop.domain.draft import Draft, Lack
from desktop.domain.registration import Registration
from desktop.runtime.clock import now
from desktop.usecases.case_files import read_all

if TYPE_CHECKING:
    from desktop.journal.cases import Cases

LASTS = timedelta(hours=24)
"""How long a draft waits for whoever began it; one that lacks something waits as a case until it comes."""


class Drafts:
    """Keeps and gives back drafts; without a journal there are none. Blocking.

    `claims` is what other desks have open, by case number.
    """

    def __init__(self, cases: Cases | None, claims: Callable[[], Mapping[str, Claim]] = dict) -> None:
        self._cases, self._claims = cases, claims

    def keep(self, draft: Draft, number: str = "") -> str | None:
        """Write a draft, over the one of this number while there is one; its number, or None when nothing was written.

        Whoever keeps it has it open, until it is let go of.
        What lacks only the other guardian's signature waits for that, what lacks anything else is to be completed, and
        the rest goes after a day.
        """
        from desktop.journal.cases import TransitionError
        from desktop.journal.claims import ClaimedError
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_about

        if self._cases is None:
            return None
        record, state = write_about(draft), _state_of(draft)
        try:
            if number and state is State.DRAFT:
                with suppress(LookupError):  # It went after a day, and somebody still works on it.
                    return self._cases.keep(number, record).number
            return self._cases.open(record, state, code=draft.code or None, claimed=state is State.DRAFT)
        except (JournalError, TransitionError, ClaimedError):
            return None

    def hold(self, form: Draft, number: str = "") -> str | None:
        """Write a form that lies in a pile under work, over itself if it has a number; its number, or None.

        A draft that lacks something is in a pile: it is claimed, listed nowhere else, and does not go after a day.
        """
        from desktop.journal.cases import TransitionError
        from desktop.journal.claims import ClaimedError
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_about

        if self._cases is None:
            return None
        try:
            record = write_about(form)
            return self._cases.keep(number, record).number if number else self._cases.open(record, claimed=True)
        except (JournalError, TransitionError, ClaimedError, LookupError):
            return None

    def set_aside(self, form: Draft, number: str = "") -> str | None:
        """A form of a pile is a case to complete, under its number if it has one; its number, or None."""
        from desktop.journal.cases import TransitionError
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_about

        if self._cases is None:
            return None
        try:
            if number:
                with suppress(LookupError, TransitionError):  # Another desk has gone on with it meanwhile.
                    return self._cases.mark(number, _state_of(form), registration=write_about(form)).number
            return self._cases.open(write_about(form), _state_of(form))
        except JournalError:
            return None

    def set_aside_left(self) -> tuple[str, ...]:
        """The numbers of forms that a killed program had in a pile: they are cases to complete now."""
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return ()
        try:
            left = [case for case in read_all(self._cases.left_drafts()) if is_in_pile(case)]
        except JournalError:
            return ()
        found = (self.set_aside(case.about, case.number) for case in left if isinstance(case.about, Draft))
        return tuple(number for number in found if number is not None)

    def waiting(self) -> tuple[CaseFile, ...]:
        """The drafts of the last day, newest first; older ones, and those that were sent after all, go now.

        What somebody has open at another desk stays.
        """
        from desktop.journal.claims import ClaimedError
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return ()
        try:
            read = read_all(reversed(self._cases.drafts()), self._claims())
            found = tuple(case for case in read if not is_in_pile(case))
            gone = [one.number for one in found if one.claim is None and self._is_over(one)]
            for number in gone:
                with suppress(ClaimedError):
                    self._cases.discard(number, "a draft went")
        except JournalError:
            return ()
        return tuple(case for case in found if case.number not in gone)

    def drop(self, number: str) -> bool:
        """Let a draft go, because it was sent or given up; False when that could not be written."""
        from desktop.journal.claims import ClaimedError
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return False
        try:
            self._cases.discard(number, "a draft was ended")
        except (JournalError, ClaimedError):
            return False
        return True

    def _is_over(self, draft: CaseFile) -> bool:
        return now() - draft.changed_at >= LASTS or self._was_sent(draft)

    def _was_sent(self, draft: CaseFile) -> bool:
        """A desk that was killed may have begun to send it: the registration is a case of its own."""
        about = draft.about
        if self._cases is None or not isinstance(about, Draft) or about.wish is None:
            return False
        later = (case for case in read_all(self._cases.by_person(about.citizen.identity)))
        return any(
            isinstance(case.about, Registration)
            and case.opened_at >= draft.changed_at
            and case.about.choice.facility.hsa_id.casefold() == about.wish.hsa_id.casefold()
            for case in later
        )


def is_in_pile(case: CaseFile) -> bool:
    """A form that lies in a pile under work, which lists it."""
    return case.state is State.DRAFT and isinstance(case.about, Draft) and bool(case.about.lacks)


def _state_of(draft: Draft) -> State:
    if not draft.lacks:
        return State.DRAFT
    return State.WAITING if set(draft.lacks) == {Lack.SECOND_SIGNATURE} else State.COMPLETE
