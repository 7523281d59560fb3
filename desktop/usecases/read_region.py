"""Read what one region says about a citizen, as the profile's read actor."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop.domain.agreement import Actor, Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import RegionListings
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.runtime.clock import now

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings


async def read_region(listings: Listings, agreement: Agreement, citizen: Citizen) -> RegionListings | Problem:
    """GetListing at one region: what it discloses, or why it could not be read.

    Somebody whose number has changed is asked about under every number: the region may know only the old one. What
    cannot be read under one of them is not known at all.
    """
    if isinstance(reader := who_may_ask(agreement, citizen), Problem):
        return reader
    answers = await asyncio.gather(
        *(ask_listings(listings, agreement, reader, identity) for identity in citizen.known_as)
    )
    whole = answers[0]
    for answer in answers[1:]:
        if isinstance(whole, Problem) or isinstance(answer, Problem):
            return whole if isinstance(whole, Problem) else answer
        whole = whole.together_with(answer)
    return whole


async def read_counties(listings: Listings, home: Agreement, citizen: Citizen) -> tuple[County, ...] | Problem:
    """GetListingCounty at the home region: which regions have a listing, as far as it discloses."""
    if isinstance(reader := who_may_ask(home, citizen), Problem):
        return reader
    answers = await asyncio.gather(*(ask_counties(listings, home, reader, identity) for identity in citizen.known_as))
    named: dict[County, None] = {}
    for answer in answers:
        if isinstance(answer, Problem):
            return answer
        named |= dict.fromkeys(answer)
    return tuple(named)


async def ask_listings(
    listings: Listings, agreement: Agreement, reader: Actor, identity: PersonIdentity
) -> RegionListings | Problem:
    """The same, where it has been settled that the region may be asked about this number."""
    try:
        answer = await listings.get_listing(agreement.county, reader, identity)
    except CallError as error:
        return error.problem
    return RegionListings(answer.listings, now(), agreement.withholds, answer.message)


async def ask_counties(
    listings: Listings, home: Agreement, reader: Actor, identity: PersonIdentity
) -> tuple[County, ...] | Problem:
    """The same, where it has been settled that the region may be asked about this number."""
    try:
        return await listings.get_listing_counties(home.county, reader, identity)
    except CallError as error:
        return error.problem


def who_may_ask(agreement: Agreement, citizen: Citizen) -> Actor | Problem:
    """The actor to ask a region as, or why it is not asked."""
    if agreement.read_actor is None:
        return Problem(Kind.NOT_AGREED, Effect.NOTHING_SENT, agreement.county)
    if not agreement.may_hear_of(citizen):
        return Problem(Kind.PROTECTED_NOT_AGREED, Effect.NOTHING_SENT, agreement.county)
    return agreement.read_actor
