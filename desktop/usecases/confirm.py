"""Confirm: read what the region shows after a call, and tell from it what became of the order."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.listing import Listing, RegionListings
from desktop.domain.outcome import Outcome, Received, Reply
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.domain.settlement import refusal, settle
from desktop.usecases.read_region import read_region

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings


async def confirm(
    listings: Listings,
    agreement: Agreement,
    pauses: Sequence[float],
    registration: Registration,
    reply: Reply | Problem,
    previous: Iterable[Listing] | None = None,
) -> Outcome:
    """Read until the region shows the order or `pauses` (seconds between readings) are used up.

    `previous` is what the region showed before the call, where that is known. A refusal needs no reading. After a fault
    there is one only: what the desk repeats by itself keeps the five-minute floor (contract-rules 1, rule 22).
    """
    if isinstance(reply, Reply) and (refused := refusal(reply)) is not None:
        return refused
    previous = tuple(previous) if previous is not None else None
    outcome, reading = await _look(listings, agreement, registration, reply, previous)
    for pause in pauses:
        if isinstance(reply, Problem) or isinstance(reading, Problem) or not isinstance(outcome, Received):
            break
        await asyncio.sleep(pause)
        outcome, reading = await _look(listings, agreement, registration, reply, previous)
    return outcome


async def _look(
    listings: Listings,
    agreement: Agreement,
    registration: Registration,
    reply: Reply | Problem,
    previous: tuple[Listing, ...] | None,
) -> tuple[Outcome, RegionListings | Problem]:
    reading = await read_region(listings, agreement, registration.citizen)
    return settle(registration.choice, reply, reading, previous), reading
