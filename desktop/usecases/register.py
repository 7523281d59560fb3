"""Register: read again, write the case, send once, read what the region shows.

The queue trap is closed here: nothing is sent unless the region, asked immediately before, shows what the
receptionist saw and nothing in it makes the call mean something else (TKB-L 6.1, contract-rules 4).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.case import Notes
from desktop.domain.choices import stands_in_the_way
from desktop.domain.listing import RegionListings
from desktop.domain.outcome import NotSent, Outcome, PictureChanged, Reply
from desktop.domain.problems import CallError, Problem
from desktop.domain.registration import Registration
from desktop.domain.settlement import left_open, told_at_once
from desktop.runtime.clock import now
from desktop.usecases.confirm import confirm
from desktop.usecases.read_region import read_region

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings
    from desktop.usecases.case_book import CaseBook


PATIENCE = 5.0
"""Seconds that the desk waits for readings after the call; what takes longer goes on among the cases."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What became of an order, and under which case number (empty where no case was opened).

    `recorded` False: the region has answered, but the outcome could not be written to disk. It is written as soon as
    the journal takes it; at the next start the case is unclear and is settled by reading.
    `repeated`: the same message had just been refused; this is that answer, and nothing was sent.
    """

    outcome: Outcome
    case_number: str = ""
    recorded: bool = True
    repeated: bool = False


async def register(
    listings: Listings,
    book: CaseBook,
    agreement: Agreement,
    pauses: Sequence[float],
    registration: Registration,
    seen: RegionListings,
    notes: Notes | None = None,
    returned: str = "",
) -> Registered:
    """Carry out an order at most once. `pauses` are seconds before each further reading after the call.

    `notes` are kept with the case; `returned` is the number of the case whose signed form this is, or that is sent
    again. What the region answered is written before anything is read, so that a program that ends meanwhile knows it
    again.
    """
    choice = registration.choice
    read_at = now()
    fresh = await read_region(listings, agreement, registration.citizen)
    if isinstance(fresh, Problem):
        return Registered(NotSent(fresh))
    if fresh.shape != seen.shape or stands_in_the_way(choice, fresh):
        return Registered(PictureChanged(fresh))
    notes = notes or Notes()
    notes = replace(notes, sent=(*notes.sent, now()))
    number = await asyncio.to_thread(book.begin, registration, notes, returned, read_at)
    if isinstance(number, Problem):
        return Registered(NotSent(number))
    reply = await _send(listings, registration)
    outcome = told_at_once(reply)
    recorded = await asyncio.to_thread(book.close, number, outcome)
    if left_open(outcome) is not None:
        reading = confirm(listings, agreement, pauses, registration, reply, seen.listings)
        with suppress(TimeoutError):
            outcome = await asyncio.wait_for(reading, PATIENCE)
            recorded = await asyncio.to_thread(book.close, number, outcome)
    return Registered(outcome, number, recorded)


async def _send(listings: Listings, registration: Registration) -> Reply | Problem:
    try:
        return await listings.create_listing(registration)
    except CallError as error:
        return error.problem
