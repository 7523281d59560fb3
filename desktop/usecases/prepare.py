"""Prepare a choice for the check: the care centre as its region describes it now, its type, and the region read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.listing import Facility, ListingType, Overview, RegionListings, same_hsa_id
from desktop.domain.prepared import Prepared
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.domain.registration import Choice, Intent, Wish
from desktop.usecases.read_region import read_region, who_may_ask

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings


async def prepare(
    catalogue: Catalogue,
    listings: Listings,
    agreement: Callable[[str], Agreement],
    overview: Overview,
    wish: Wish,
) -> Prepared | Problem:
    """Ask the region about the centre, the types for this citizen and, unless already read, the citizen's listings.

    A region that may not be asked, or does not answer, leaves what the wish knows: enough for the form, and the verdict
    then says why no more. A Problem only where the region offers the citizen no such thing.
    """
    citizen, county, terms = overview.citizen, wish.county, agreement(wish.county)
    if isinstance(barred := who_may_ask(terms, citizen), Problem):
        return _unasked(overview, wish, barred)
    if wish.facility is not None and wish.listing_type is not None and wish.intent in _NEED_NO_CATALOGUE:
        reading = await _read(listings, terms, overview)
        choice = Choice(wish.intent, county, wish.facility, wish.listing_type, wish.doctor)
        return Prepared(choice, overview.with_region(county, reading))
    offered, reading = await asyncio.gather(_offered(catalogue, overview, wish), _read(listings, terms, overview))
    if isinstance(reading, Problem):
        return _unasked(overview, wish, reading)
    if isinstance(offered, Problem):
        return _unasked(overview, wish, offered)
    facility, types = offered
    listing_type = wish.listing_type or _primary_care(types, facility)
    offers_none = not types and wish.intent not in _NEED_NO_CATALOGUE
    if facility is None or listing_type is None or offers_none:
        return Problem(Kind.NOT_OFFERED, Effect.NOTHING_SENT, county)
    choice = Choice(wish.intent, county, facility, listing_type, wish.doctor)
    return Prepared(choice, overview.with_region(county, reading), types)


_NEED_NO_CATALOGUE = (Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR)


async def _read(listings: Listings, terms: Agreement, overview: Overview) -> RegionListings | Problem:
    return overview.answered(terms.county) or await read_region(listings, terms, overview.citizen)


async def _offered(
    catalogue: Catalogue, overview: Overview, wish: Wish
) -> tuple[Facility | None, tuple[ListingType, ...]] | Problem:
    """The care centre as its region describes it now, and the types that the region offers this citizen."""
    citizen = overview.citizen
    try:
        facilities, types = await asyncio.gather(
            catalogue.facilities(wish.county, only=(wish.hsa_id,)),
            catalogue.listing_types(wish.county, citizen.identity, citizen.home_county),
        )
    except CallError as error:
        return error.problem
    found = next((one for one in facilities if same_hsa_id(one.hsa_id, wish.hsa_id)), None)
    return (found.for_somebody_with(types) if found is not None else None), types


def _unasked(overview: Overview, wish: Wish, problem: Problem) -> Prepared:
    return Prepared(wish.as_known, overview.with_region(wish.county, problem))


def _primary_care(types: tuple[ListingType, ...], facility: Facility | None) -> ListingType | None:
    """The national code where the citizen may use it, else the only type that the centre takes (IS-L 5.4.1)."""
    national = next((one for one in types if one.is_primary_care), None)
    taken = [one for one in types if facility is None or facility.offers(one)]
    return national or (taken[0] if len(taken) == 1 else None)
