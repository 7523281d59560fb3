"""Gather what regions say about a citizen: successive overviews, each with more regions answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.usecases.ask_early import EarlyAnswers
from desktop.usecases.read_region import read_counties, read_region

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings


async def open_citizen(
    listings: Listings,
    agreement: Callable[[str], Agreement],
    own_county: County,
    citizen: Citizen,
    early: EarlyAnswers | None = None,
) -> AsyncIterator[Overview]:
    """Ask the home region which counties to read, and read the desk's own region meanwhile (TKB-L 6.4, 6.5).

    `early` are answers that the own region has been asked for already. Nobody is asked about somebody deregistered.
    Yields the overview at every change; the last one is complete.
    """
    if citizen.deregistration is not None:
        yield Overview(citizen, counties=())
        return
    if early is not None and not early.hold_for(citizen):
        early = None
    changes: asyncio.Queue[Callable[[Overview], Overview]] = asyncio.Queue()

    async def ask_home() -> None:
        counties = await _counties(listings, agreement, own_county, citizen, early)
        changes.put_nowait(lambda overview: replace(overview, counties=counties))

    async def ask_region(county: County) -> None:
        known = early.listings if early is not None and county == own_county else None
        reading = await (known or read_region(listings, agreement(county), citizen))
        changes.put_nowait(lambda overview: overview.with_region(county, reading))

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ask_home())
        tasks.create_task(ask_region(own_county))
        overview = Overview(citizen, regions={own_county: Pending.PENDING})
        yield overview
        while not overview.is_complete:
            overview = (await changes.get())(overview)
            for county in overview.counties if isinstance(overview.counties, tuple) else ():
                if county not in overview.regions:
                    overview = overview.with_region(county, Pending.PENDING)
                    tasks.create_task(ask_region(county))
            yield overview


async def _counties(
    listings: Listings,
    agreement: Callable[[str], Agreement],
    own_county: County,
    citizen: Citizen,
    early: EarlyAnswers | None,
) -> tuple[County, ...] | Problem:
    if citizen.home_county is None:
        return ()
    if early is not None and citizen.home_county == own_county:
        return await early.counties
    return await read_counties(listings, agreement(citizen.home_county), citizen)
