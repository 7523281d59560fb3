"""Find a care centre by its HSA-id in any connected region: an HSA-id does not say in which one it lies."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.domain.listing import Facility, same_hsa_id
from desktop.domain.lookup import FoundCentre, NoSuchCentre
from desktop.domain.problems import CallError, Problem
from desktop.domain.regions import County
from desktop.usecases.catalogue_book import CatalogueBook

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue


async def find_centre(
    catalogue: Catalogue, book: CatalogueBook, counties: Sequence[County], hsa_id: str
) -> FoundCentre | NoSuchCentre:
    """Among what is kept first. Regions of which nothing fresh is kept are then asked for this one care centre.

    That is one small question to each, at the same moment. `counties` in the order in which they are looked through.
    """
    missing = []
    for county in counties:
        shelved = await book.kept(county)
        centre = shelved.index.find(hsa_id) if shelved is not None else None
        if shelved is not None and centre is not None:
            return FoundCentre(county, centre, shelved.kept.listing_types)
        if shelved is None or book.is_due(shelved):
            missing.append(county)
    answers = await asyncio.gather(*(_ask(catalogue, county, hsa_id) for county in missing))
    for county, answer in zip(missing, answers, strict=True):
        if isinstance(answer, Facility):
            return FoundCentre(county, book.described(answer), answer.listing_types)
    silent = [county for county, answer in zip(missing, answers, strict=True) if isinstance(answer, Problem)]
    return NoSuchCentre(hsa_id, tuple(silent))


async def _ask(catalogue: Catalogue, county: County, hsa_id: str) -> Facility | Problem | None:
    try:
        found = await catalogue.facilities(county, only=(hsa_id,))
    except CallError as error:
        return error.problem
    return next((one for one in found if same_hsa_id(one.hsa_id, hsa_id)), None)
