"""Resend: read everything anew, and only where that tells that an order was not registered send it once more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from desktop.domain.case import Notes
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview, RegionListings
from desktop.domain.outcome import Outcome, Unclear
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.domain.resending import Bar, Barred, MayResend, earliest, may_resend
from desktop.domain.settlement import settle
from desktop.usecases.case_book import CaseBook
from desktop.usecases.register import Registered

LookUp = Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]
OpenCitizen = Callable[[Citizen], AsyncIterator[Overview]]
Send = Callable[[Registration, RegionListings, Notes, str], Awaitable[Registered]]


async def look_before_resending(
    look_up: LookUp, open_citizen: OpenCitizen, book: CaseBook, floor: float, number: str
) -> MayResend | Barred | Outcome:
    """Read the register and every region about an unclear case; what settles it is written and is the answer.

    `floor` is the seconds that a message waits after a fault before it may be sent again.
    """
    case = await asyncio.to_thread(book.find, number)
    if case is None or not isinstance(case.about, Registration) or not isinstance(case.outcome, Unclear):
        return Barred(Bar.NOT_UNCLEAR)
    order = case.about
    citizen = await look_up(order.citizen.identity)
    if not isinstance(citizen, Citizen):
        return Barred(Bar.NOT_READ)
    overview = Overview(citizen)
    async for latest in open_citizen(citizen):
        overview = latest
    if (reading := overview.answered(order.choice.county)) is not None:
        previous = tuple(item for county, item in case.notes.previous if county == order.choice.county)
        outcome = settle(order.choice, case.outcome.problem, reading, previous)
        if not isinstance(outcome, Unclear):
            await asyncio.to_thread(book.close, number, outcome)
            return outcome
    return may_resend(case, citizen, overview, earliest(case, floor))


async def resend(send: Send, allowed: MayResend) -> Registered:
    """Send it once more, as the same case; the region is read once again immediately before."""
    return await send(allowed.order, allowed.seen, allowed.case.notes, allowed.case.number)


def may_go_by_itself(allowed: MayResend) -> bool:
    """Without a person only what is exactly as it was when the form was signed."""
    return not allowed.gone
