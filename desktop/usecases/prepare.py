"""Prepare a choice for the check: the care centre as its region describes it now, its type, and the region read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.listing import Facility, ListingType, Overview, RegionListings
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.domain.registration import Choice, Wish
from desktop.usecases.read_region import read_region

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings


@dataclass(frozen=True, slots=True)
class Prepared:
    """A choice ready to be judged, the overview with the choice's region in it, and the types for this citizen."""

    choice: Choice
    overview: Overview
    types: tuple[ListingType, ...] = ()


async def prepare(
    catalogue: Catalogue,
    listings: Listings,
    agreement: Callable[[str], Agreement],
    overview: Overview,
    wish: Wish,
) -> Prepared | Problem:
    """Ask the region about the centre, the types for this citizen and, unless already read, the citizen's listings."""
    citizen = overview.citizen

    async def read() -> RegionListings | Problem:
        return overview.answered(wish.county) or await read_region(listings, agreement(wish.county), citizen)

    try:
        facilities, types, reading = await asyncio.gather(
            catalogue.facilities(wish.county, only=(wish.hsa_id,)),
            catalogue.listing_types(wish.county, citizen.identity, citizen.home_county),
            read(),
        )
    except CallError as error:
        return error.problem
    if isinstance(reading, Problem):
        return reading
    facility = next((one.for_somebody_with(types) for one in facilities), None)
    listing_type = wish.listing_type or _primary_care(types, facility)
    if facility is None or listing_type is None:
        return Problem(Kind.NOT_OFFERED, Effect.NOTHING_SENT, wish.county)
    choice = Choice(wish.intent, wish.county, facility, listing_type, wish.doctor)
    return Prepared(choice, overview.with_region(wish.county, reading), types)


def _primary_care(types: tuple[ListingType, ...], facility: Facility | None) -> ListingType | None:
    """The national code where the citizen may use it, else the first type that the centre takes (IS-L 5.4.1)."""
    national = next((one for one in types if one.is_primary_care), None)
    return national or next((one for one in types if facility is None or facility.offers(one)), None)
