"""What use cases note in the audit trail: who is looked up, read or shown, what is printed, and who signs in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.case import CaseFile
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Pending, RegionListings
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.usecases.beside import Beside
from desktop.usecases.case_files import JournalParts

if TYPE_CHECKING:
    from desktop.domain.audit import Sheet
    from desktop.domain.lookup import NameQuery
    from desktop.domain.staff import Staff
    from desktop.journal.audit import Audit, Entry

Reading = RegionListings | Problem | Pending


class TrailNotes(Beside):
    """Each says whether the journal has taken it. Blocking."""

    def __init__(self, parts: JournalParts | None = None) -> None:
        super().__init__(parts)
        self._audit: Audit | None = parts.audit if parts else None

    def note_look_up(self, identity: PersonIdentity) -> bool:
        """Write a look-up to the audit trail; False when it could not be written."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.LOOKED_UP, identity))

    def note_reading(self, identity: PersonIdentity, regions: Mapping[County, Reading]) -> bool:
        """Write which regions were asked about somebody and how each answered; False when it could not be written."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.READ, identity, answer={county: _told(one) for county, one in regions.items()}))

    def note_reveal(self, identity: PersonIdentity, reason: str) -> bool:
        """Write why a protected person's data were shown; False when it could not be written."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.LOOKED_UP, identity, reason=reason))

    def note_opening(self, case: CaseFile) -> bool:
        """Write to the audit trail that a case was opened and its citizen shown."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.LOOKED_UP, case.citizen.identity, case.number))

    def note_search(self, query: NameQuery, reason: str) -> bool:
        """Write a search by name, with its reason, to the audit trail; False when it could not be written."""
        from desktop.journal.audit import Action, Entry

        asked = {"given": query.given, "surname": query.surname, "born": f"{query.born_from}/{query.born_to}"}
        return self._note(Entry(Action.SEARCHED, reason=reason, evidence=asked))

    def note_sheets(self, sheets: Sequence[Sheet]) -> bool:
        """Write each paper that has left the desk; False when one could not be written."""
        from desktop.journal.audit import Action, Entry

        noted = [
            self._note(Entry(Action.PRINTED, one.citizen, one.case_number, evidence={"kind": one.kind, "way": one.way}))
            for one in sheets
        ]
        return all(noted)

    def note_sign_in(self, staff: Staff | None) -> bool:
        """Write that somebody has signed in, or (None) that somebody was refused; what was typed is not kept."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.SIGNED_IN if staff is not None else Action.SIGN_IN_REFUSED))

    def note_sign_out(self) -> bool:
        """Write that whoever acts has signed out."""
        from desktop.journal.audit import Action, Entry

        return self._note(Entry(Action.SIGNED_OUT))

    def refused_sign_ins(self, since: datetime) -> tuple[datetime, ...] | None:
        """When somebody was refused since then; None without a journal."""
        from desktop.journal.audit import Action
        from desktop.journal.faults import JournalError

        try:
            return self._audit.times_of(Action.SIGN_IN_REFUSED, since) if self._audit is not None else None
        except JournalError:
            return None

    def _note(self, entry: Entry) -> bool:
        from desktop.journal.faults import JournalError

        if self._audit is None:
            return False
        try:
            self._audit.note(entry)
        except JournalError:
            return False
        return True


def _told(reading: Reading) -> str:
    """What a region answered, without what it said about the citizen."""
    match reading:
        case RegionListings():
            return f"{len(reading.listings)} listings or queue places"
        case Problem():
            return " ".join(filter(None, (reading.kind.name, reading.code, reading.correlation_id)))
        case Pending():
            return "no answer"
