"""Read one region's listings of a citizen as the profile's read actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.agreement import Actor, Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.listing import RegionListings
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.runtime.clock import now

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings


async def read_region(listings: Listings, agreement: Agreement, citizen: Citizen) -> RegionListings | Problem:
    """GetListing at one region: what it discloses, or why it could not be read."""
    if isinstance(reader := who_may_ask(agreement, citizen), Problem):
        return reader
    try:
        answer = await listings.get_listing(agreement.county, reader, citizen.identity)
    except CallError as error:
        return error.problem
    return RegionListings(answer.listings, now(), agreement.withholds, answer.message)


def who_may_ask(agreement: Agreement, citizen: Citizen) -> Actor | Problem:
    """The actor to ask a region as, or why it is not asked.

    About protected persons only where the parties have agreed on it beforehand (IS-L 2).
    """
    if agreement.read_actor is None:
        return Problem(Kind.NOT_AGREED, Effect.NOTHING_SENT, agreement.county)
    if citizen.is_protected and not agreement.handles_protected:
        return Problem(Kind.PROTECTED_NOT_AGREED, Effect.NOTHING_SENT, agreement.county)
    return agreement.read_actor
