"""What use cases write to the journal about a case: before the call, and what became of it after."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.case import CaseFile, Correction, FormToSign, Notes, State, read_code
from desktop.domain.identity import PersonIdentity, parse_identity
from desktop.domain.outcome import Outcome
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Registration
from desktop.runtime.clock import now, today
from desktop.usecases.case_files import JournalParts, correlation_of, state_after
from desktop.usecases.case_reading import like
from desktop.usecases.trail_notes import TrailNotes

if TYPE_CHECKING:
    from desktop.journal.records import Record


class CaseBook(TrailNotes):
    """The journal, or its absence: without one the desk reads, and does not register.

    `left` is what desks that had died when it was opened had not settled. Blocking.
    """

    def __init__(self, parts: JournalParts | None = None) -> None:
        super().__init__(parts)
        self._parts = parts
        self.left = self.adopt()

    @property
    def unclear(self) -> tuple[str, ...]:
        """The numbers of cases that a killed program left being sent; they were marked so on opening."""
        return self.left.interrupted

    @property
    def left_in_pile(self) -> tuple[str, ...]:
        """The numbers of forms that a killed program had in a pile; they were set aside on opening."""
        return self.left.in_pile

    @property
    def is_open(self) -> bool:
        """Whether the desk may register."""
        return self._cases is not None

    def shut(self) -> None:
        """Close the journal's file; nothing is open here any more."""
        from desktop.journal.faults import JournalError

        if self._parts is not None and self._claims is not None:
            with suppress(JournalError):  # It lapses with the session.
                self._claims.release_all()
            self._parts.close()

    def begin(
        self, order: Registration, notes: Notes | None = None, returned: str = "", read_at: datetime | None = None
    ) -> str | Problem:
        """Write the case durably as being sent: its number, or why nothing may be sent.

        Of two like orders at the same moment, at whichever desks, one begins. `returned` is the number of the case
        whose signed form has come back, or that is sent again: it goes on as this registration. `read_at` is when the
        reading began that the order stands on; just now where it is not given.
        """
        from desktop.journal.cases import ForbiddenError, TransitionError
        from desktop.journal.claims import ClaimedError
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_about, write_notes

        refused = Problem(Kind.NOT_RECORDED, Effect.NOTHING_SENT, order.choice.county)
        if self._cases is None:
            return refused
        record, beside = write_about(order), write_notes(notes or Notes())
        try:
            return self._cases.send(record, beside, partial(like, order, returned, read_at or now()), returned)
        except ForbiddenError as error:
            return replace(refused, kind=_kept_by(error.case.state), code=error.case.number)
        except ClaimedError as error:
            return replace(refused, kind=Kind.OPEN_ELSEWHERE, code=error.number)
        except LookupError:
            return replace(refused, kind=Kind.ENDED_MEANWHILE, code=returned)
        except TransitionError as error:
            return replace(refused, kind=_kept_by(error.was), code=returned)
        except JournalError as error:
            return replace(refused, kind=Kind.DATABASE_AWAY) if error.fault.passes else refused

    def close(self, number: str, outcome: Outcome) -> bool:
        """Write what became of a case; False when it could not be written."""
        from desktop.journal.cases import TransitionError
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_outcome

        if self._cases is None or not number:
            return False
        state, record = state_after(outcome), write_outcome(outcome)
        try:
            self._cases.mark(number, state, record, correlation_id=correlation_of(outcome))
        except TransitionError:  # Another reading of the same case was faster, and settled it.
            return True
        except JournalError:
            return False
        return True

    def keep_form(self, form: FormToSign) -> str | None:
        """Write a form that is about to be printed as waiting for its signature; its number, or None."""
        from desktop.journal.records import write_about

        return self._open(write_about(form), State.WAITING, form.code)

    def keep_correction(self, correction: Correction) -> str | None:
        """Write something for the region to put right; its number, or None when it could not be written."""
        from desktop.journal.records import write_about

        return self._open(write_about(correction), State.CORRECTION)

    def end(self, number: str) -> bool:
        """A person ends a case: a correction is handled, or an unclear one is settled outside the program."""
        from desktop.journal.claims import ClaimedError
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return False
        try:
            self._cases.mark(number, State.CANCELLED, reason="ended by staff")
        except (JournalError, ClaimedError):
            return False
        return True

    def note_wish(self, number: str, wish: str) -> bool:
        """Keep a wish to the care centre with its case; False when it could not be written."""
        from desktop.journal.faults import JournalError
        from desktop.journal.records import read_notes, write_notes

        if self._cases is None:
            return False
        try:
            case = self._cases.find(number)
            if case is None:
                return False
            notes = replace(read_notes(case.notes), wish=wish)
            self._cases.note(number, write_notes(notes), "a wish to the care centre")
        except JournalError:
            return False
        return True

    def search(self, text: str) -> tuple[CaseFile, ...]:
        """Cases of any day by case number, by the code on a form, or by personal number, which is a look-up."""
        identity = parse_identity(text, today())
        if isinstance(identity, PersonIdentity):
            return self.of_citizen(identity) if self.note_look_up(identity) else ()
        code = read_code(text)
        found = self.by_code(code) if code is not None else self.find(text.strip().upper())
        return (found,) if found is not None else ()

    def _open(self, record: Record, state: State, code: str | None = None) -> str | None:
        from desktop.journal.faults import JournalError

        if self._cases is None:
            return None
        try:
            return self._cases.open(record, state, code=code)
        except JournalError:
            return None


def _kept_by(state: State) -> Kind:
    """Why nothing may be sent while, or just after, another case is there."""
    unsettled = state in (State.SENDING, State.UNCLEAR, State.RECEIVED)
    return Kind.UNSETTLED if unsettled else Kind.ENDED_MEANWHILE
