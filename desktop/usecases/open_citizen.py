"""Gather what regions say about a citizen: successive overviews, each with more regions answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview, Pending
from desktop.domain.problems import CallError, Problem
from desktop.domain.regions import County
from desktop.usecases.read_region import read_region, who_may_ask

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings


async def open_citizen(
    listings: Listings, agreement: Callable[[str], Agreement], own_county: County, citizen: Citizen
) -> AsyncIterator[Overview]:
    """Ask the home region which counties to read, and read the desk's own region meanwhile (TKB-L 6.4, 6.5).

    Nobody is asked about somebody deregistered. Yields the overview at every change; the last one is complete.
    """
    if citizen.deregistration is not None:
        yield Overview(citizen, counties=())
        return
    changes: asyncio.Queue[Callable[[Overview], Overview]] = asyncio.Queue()

    async def ask_home() -> None:
        counties = await _counties(listings, agreement, citizen)
        changes.put_nowait(lambda overview: replace(overview, counties=counties))

    async def ask_region(county: County) -> None:
        reading = await read_region(listings, agreement(county), citizen)
        changes.put_nowait(lambda overview: overview.with_region(county, reading))

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ask_home())
        tasks.create_task(ask_region(own_county))
        overview = Overview(citizen, regions={own_county: Pending.PENDING})
        yield overview
        while not overview.is_complete:
            overview = (await changes.get())(overview)
            for county in _named(overview):
                if county not in overview.regions:
                    overview = overview.with_region(county, Pending.PENDING)
                    tasks.create_task(ask_region(county))
            yield overview


async def _counties(
    listings: Listings, agreement: Callable[[str], Agreement], citizen: Citizen
) -> tuple[County, ...] | Problem:
    if citizen.home_county is None:
        return ()
    home = agreement(citizen.home_county)
    if isinstance(reader := who_may_ask(home, citizen), Problem):
        return reader
    try:
        return await listings.get_listing_counties(home.county, reader, citizen.identity)
    except CallError as error:
        return error.problem


def _named(overview: Overview) -> tuple[County, ...]:
    return overview.counties if isinstance(overview.counties, tuple) else ()
