"""What a region offers a citizen: listing types, care centres and selectable doctors."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.directory.centre_index import CentreIndex
from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.usecases.catalogue_book import CatalogueBook, Shelved

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Offer:
    """A region's listing types and care centres.

    `for_citizen` is False while the types are those that anybody may have. `is_old` says that the care centres were
    fetched more than a day ago, `problem` that the region did not answer this time: both may be out of date.
    `directory_fault` is why addresses and municipalities are missing, in words for IT.
    """

    county: County
    listing_types: tuple[ListingType, ...]
    index: CentreIndex
    fetched_at: datetime
    for_citizen: bool
    is_old: bool = False
    problem: Problem | None = None
    directory_fault: str = ""


async def offer_choices(
    catalogue: Catalogue, book: CatalogueBook, terms: Agreement, citizen: Citizen | None, again: bool = False
) -> AsyncIterator[Offer | Problem]:
    """What is kept at once, then with the region's answers; `again` fetches the care centres though they are fresh.

    GetListingTypes is asked with the open person, for a region may have its own code for primary care (IS-L 5.4.1);
    one that must not hear of them is not asked what they may have.
    """
    county = terms.county
    shelved = await book.kept(county)
    is_due = again or shelved is None or book.is_due(shelved)
    if shelved is not None:
        kept = _offer(book, shelved, citizen)
        yield kept
        if not is_due and citizen is None:
            return
    types, fetched = await asyncio.gather(
        _types(catalogue, terms, citizen), book.fetch(county) if is_due else _nothing()
    )
    latest = fetched if isinstance(fetched, Shelved) else shelved
    problem = next((one for one in (fetched, types) if isinstance(one, Problem)), None)
    if latest is None:
        if isinstance(fetched, Problem):
            yield fetched
        return
    offer = replace(_offer(book, latest, citizen), problem=problem)
    yield replace(offer, listing_types=types, for_citizen=True) if isinstance(types, tuple) else offer


async def offer_doctors(
    catalogue: Catalogue, terms: Agreement, citizen: Citizen, facility: Facility, listing_type: ListingType
) -> tuple[Doctor, ...] | Problem:
    """Selectable doctors, which may depend on the citizen (IS-L 5.2). A region without the contract offers none."""
    if not terms.may_hear_of(citizen):
        return Problem(Kind.PROTECTED_NOT_AGREED, Effect.NOTHING_SENT, terms.county)
    try:
        return await catalogue.personnel(terms.county, citizen.identity, facility.hsa_id, (listing_type,))
    except CallError as error:
        if error.problem.kind in (Kind.NOT_CONNECTED, Kind.NOT_AUTHORISED):
            return ()
        return error.problem


def _offer(book: CatalogueBook, shelved: Shelved, citizen: Citizen | None) -> Offer:
    kept = shelved.kept
    return Offer(
        kept.county,
        kept.listing_types,
        shelved.index,
        kept.fetched_at,
        for_citizen=citizen is None,
        is_old=book.is_old(shelved),
        directory_fault=book.directory_fault,
    )


async def _types(
    catalogue: Catalogue, terms: Agreement, citizen: Citizen | None
) -> tuple[ListingType, ...] | Problem | None:
    """The types that this citizen may choose; None with nobody to ask about, for the catalogue has everybody's."""
    if citizen is None or not terms.may_hear_of(citizen):
        return None
    try:
        return await catalogue.listing_types(terms.county, citizen.identity, citizen.home_county)
    except CallError as error:
        return error.problem


async def _nothing() -> None:
    """The care centres are fresh: no region is asked about them."""
