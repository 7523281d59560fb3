"""What a region offers a citizen: listing types, care centres and selectable doctors."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.citizen import Citizen
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.problems import CallError, Kind, Problem
from desktop.domain.regions import County

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Offer:
    """A region's listing types for this citizen, and its care centres."""

    county: County
    listing_types: tuple[ListingType, ...]
    facilities: tuple[Facility, ...]


async def offer_choices(catalogue: Catalogue, county: County, citizen: Citizen | None) -> Offer | Problem:
    """GetListingTypes with the open person, for a region may have its own code for primary care (IS-L 5.4.1)."""
    identity, home = (citizen.identity, citizen.home_county) if citizen else (None, None)
    try:
        types, facilities = await asyncio.gather(
            catalogue.listing_types(county, identity, home), catalogue.facilities(county)
        )
    except CallError as error:
        return error.problem
    return Offer(county, types, facilities)


async def offer_doctors(
    catalogue: Catalogue, county: County, citizen: Citizen, facility: Facility, listing_type: ListingType
) -> tuple[Doctor, ...] | Problem:
    """Selectable doctors, which may depend on the citizen (IS-L 5.2). A region without the contract offers none."""
    try:
        return await catalogue.personnel(county, citizen.identity, facility.hsa_id, (listing_type,))
    except CallError as error:
        if error.problem.kind in (Kind.NOT_CONNECTED, Kind.NOT_AUTHORISED):
            return ()
        return error.problem
