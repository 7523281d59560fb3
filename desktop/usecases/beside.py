"""Beside: what one desk says and hears on a journal that others write to, too.

A case that is worked on is claimed; what changed is noticed; what a desk that died has left is gone on with, by one.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.domain.case import CaseFile, Claim
from desktop.domain.outcome import Unclear
from desktop.domain.problems import Effect, Kind, Problem
from desktop.usecases.case_files import JournalParts, Unsettled, read_all, unsettled
from desktop.usecases.case_reading import CaseReading

_LOOKS_FOR = 2.0
"""Seconds for which a change is waited for; then it is asked whether a desk has died."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """What dead desks left and this one goes on with, by number: it names nobody, for a locked desk holds nobody.

    `interrupted` was being sent and is unclear now; `in_pile` are forms that lay in a pile there, to be completed now;
    `unsettled` is to be read on about.
    """

    interrupted: tuple[str, ...] = ()
    in_pile: tuple[str, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticed:
    """The numbers of cases that have changed, what other desks have open by number, and what has just been adopted."""

    changed: frozenset[str] = frozenset()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    adopted: Adopted = Adopted()


class Beside(CaseReading):
    """Beside other desks; without a journal there are none. Blocking."""

    def __init__(self, parts: JournalParts | None) -> None:
        from desktop.journal.changes import Changes

        super().__init__(parts)
        self._is_new = True
        self._changes = Changes(parts.store, self._claims.told) if parts and self._claims else None
        self._adopts_at = 0.0

    def claim(self, case: CaseFile, by_hand: bool = False) -> CaseFile | None:
        """Open a case here: as it stands now, with its `claim` where another desk has it; None where it is gone.

        `by_hand` takes it over from another desk.
        """
        from desktop.journal.faults import JournalError

        if self._claims is None:
            return case
        try:
            self._claims.take(case.number, case.citizen.identity, by_hand=by_hand)
        except JournalError:  # Nothing can be written of it then, either.
            return case
        return self.find(case.number)

    def release(self, numbers: Iterable[str]) -> bool:
        """These are open here no more; False where that could not be written, and they lapse with the desk."""
        from desktop.journal.faults import JournalError

        try:
            if self._claims is not None:
                self._claims.release(numbers)
        except JournalError:
            return False
        return True

    def adopt(self) -> Adopted:
        """Go on with what desks that have died since the last time left; of several desks one gets each case."""
        from desktop.journal.faults import JournalError
        from desktop.journal.records import write_outcome

        if self._cases is None:
            return Adopted()
        unclear = Unclear(Problem(Kind.INTERRUPTED, Effect.UNKNOWN), None)
        try:
            left = self._cases.adopt(write_outcome(unclear))
        except JournalError:  # It is tried again in a moment.
            return Adopted()
        looks, self._is_new = self._is_new or bool(left.sessions), False  # A form in a pile is claimed.
        in_pile = self.drafts.set_aside_left() if looks else ()
        files = read_all((*left.interrupted, *left.followed))
        return Adopted(
            tuple(case.number for case in left.interrupted), in_pile, tuple(filter(None, map(unsettled, files)))
        )

    def follows(self, number: str) -> bool:
        """Whether reading on about a case is up to this desk; it never hurts where the journal cannot tell."""
        from desktop.journal.faults import JournalError

        try:
            return self._cases is None or self._cases.follows(number)
        except JournalError:
            return True

    def notice(self, seconds: float) -> Noticed | None:
        """What changes within so long, and what desks that have died left; None where the journal cannot tell."""
        from desktop.journal.faults import JournalError

        if self._changes is None:
            return None
        adopted = Adopted()
        if time.monotonic() >= self._adopts_at:
            adopted, self._adopts_at = self.adopt(), time.monotonic() + seconds
        try:
            changed = self._changes.wait(seconds)
        except JournalError:
            return None if adopted == Adopted() else Noticed(adopted=adopted)
        return Noticed(changed, self._claimed() if changed else {}, adopted)


async def look_around(beside: Beside) -> AsyncIterator[Noticed]:
    """What other desks do, for as long as the desk is open; what this one writes is noticed like theirs."""
    while True:
        noticed = await asyncio.to_thread(beside.notice, _LOOKS_FOR)
        if noticed is None:
            await asyncio.sleep(_LOOKS_FOR)
        elif noticed != Noticed():
            yield noticed
