"""What is kept at the desk: cases, drafts, the audit trail, and who acts; no region is asked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

from desktop.counter.foundation import Foundation
from desktop.domain.audit import Extract, Sheet, TrailQuestion
from desktop.domain.case import CaseFile, Correction, FormToSign
from desktop.domain.draft import Draft
from desktop.domain.identity import PersonIdentity
from desktop.domain.staff import NOBODY, SignInAnswer, SignInFault, Staff, acting
from desktop.runtime.clock import now
from desktop.usecases.beside import Noticed, look_around
from desktop.usecases.follow_up import CaseChanged
from desktop.usecases.sign_in import account_staff

_log = logging.getLogger("desktop.counter")


class Records(Foundation):
    """Each answer says by None or False that the journal could not take or give it."""

    async def case_changes(self) -> AsyncIterator[CaseChanged]:
        """What reading on in the background tells, for as long as the desk is open."""
        async for change in (await self._opened()).follow_up.changes():
            yield change

    async def notices(self) -> AsyncIterator[Noticed]:
        """What other desks on the journal do, for as long as this one is open; it goes on with what a dead one left."""
        opened = await self._opened()
        acting.set(NOBODY)
        async for noticed in look_around(opened.book):
            opened.follow_up.resume(noticed.adopted.unsettled, now())
            yield noticed

    async def claim(self, case: CaseFile, by_hand: bool = False) -> CaseFile | None:
        """Open a case here, if no other desk has it open; `by_hand` also then."""
        return await asyncio.to_thread((await self._opened()).book.claim, case, by_hand)

    async def release(self, numbers: frozenset[str]) -> bool:
        """Cases are open here no more."""
        return await asyncio.to_thread((await self._opened()).book.release, numbers)

    async def cases(self) -> tuple[CaseFile, ...] | None:
        """Today's cases and those not settled; None when they cannot be read."""
        return await asyncio.to_thread((await self._opened()).book.all_today)

    async def count_waiting(self) -> int | None:
        """How many cases wait for somebody; None when they cannot be read."""
        chooses_from = self._profile.rules.chooses_from
        return await asyncio.to_thread((await self._opened()).book.count_waiting, chooses_from)

    async def some_cases(self, numbers: frozenset[str]) -> tuple[CaseFile, ...] | None:
        """Those of these numbers that there are."""
        return await asyncio.to_thread((await self._opened()).book.some, numbers)

    async def cases_of(self, *identities: PersonIdentity) -> tuple[CaseFile, ...]:
        """One citizen's cases, by every number that is given."""
        return await asyncio.to_thread((await self._opened()).book.of_citizen, *identities)

    async def find_cases(self, text: str) -> tuple[CaseFile, ...]:
        """Cases of any day by number, code or personal number."""
        return await asyncio.to_thread((await self._opened()).book.search, text)

    async def case_by_code(self, code: str) -> CaseFile | None:
        """The case that a form with this code belongs to."""
        return await asyncio.to_thread((await self._opened()).book.by_code, code)

    async def note_reveal(self, identity: PersonIdentity, reason: str) -> bool:
        """Note why a protected person's data were shown."""
        return await asyncio.to_thread((await self._opened()).book.note_reveal, identity, reason)

    async def note_opening(self, case: CaseFile) -> bool:
        """Somebody is shown a case."""
        return await asyncio.to_thread((await self._opened()).book.note_opening, case)

    async def note_sheets(self, sheets: tuple[Sheet, ...]) -> bool:
        """Papers have left the desk."""
        noted = await asyncio.to_thread((await self._opened()).book.note_sheets, sheets)
        if not noted:
            _log.warning("a paper could not be written to the audit trail")
        return noted

    async def read_trail(self, question: TrailQuestion) -> Extract:
        """An extract of the audit trail, for the audit role."""
        from desktop.usecases.export_trail import export_trail

        parts = (await self._opened()).keeping.parts
        return await asyncio.to_thread(export_trail, parts.audit if parts is not None else None, question)

    async def keep_form(self, form: FormToSign) -> str | None:
        """Write a form that is about to be printed among the cases; its number, or None."""
        return await asyncio.to_thread((await self._opened()).book.keep_form, form)

    async def keep_correction(self, correction: Correction) -> str | None:
        """Write a correction among the cases; its number, or None."""
        return await asyncio.to_thread((await self._opened()).book.keep_correction, correction)

    async def keep_draft(self, draft: Draft, number: str = "") -> str | None:
        """Write what has been begun, over the draft of this number if there is one; its number, or None."""
        return await asyncio.to_thread((await self._opened()).book.drafts.keep, draft, number)

    async def drafts(self) -> tuple[CaseFile, ...]:
        """What has been begun and left in the last day, newest first."""
        return await asyncio.to_thread((await self._opened()).book.drafts.waiting)

    async def drop_draft(self, number: str) -> bool:
        """What had been begun was sent or given up."""
        return await asyncio.to_thread((await self._opened()).book.drafts.drop, number)

    async def end_case(self, number: str) -> bool:
        """A correction has been handled."""
        return await asyncio.to_thread((await self._opened()).book.end, number)

    async def note_wish(self, number: str, wish: str) -> bool:
        """Keep a wish to the care centre with its case."""
        return await asyncio.to_thread((await self._opened()).book.note_wish, number, wish)

    async def sign_in(self, who: str, pin: str | None) -> SignInAnswer:
        """Who a card, or an account with its PIN, belongs to."""
        opened = await self._opened()
        return await asyncio.to_thread(opened.sign_in, who, pin)

    async def identify(self) -> Staff | SignInFault:
        """Who the account of the operating system is."""
        return await asyncio.to_thread(account_staff, self._profile.staff)

    async def note_sign_out(self) -> bool:
        """Whoever acts leaves."""
        return await asyncio.to_thread((await self._opened()).book.note_sign_out)
