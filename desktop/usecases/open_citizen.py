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
from desktop.domain.rules import Rules
from desktop.usecases.ask_early import EarlyAnswers
from desktop.usecases.read_region import read_counties, read_region

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings

Change = Callable[[Overview], Overview]


async def open_citizen(
    listings: Listings,
    agreement: Callable[[str], Agreement],
    own_county: County,
    citizen: Citizen,
    early: EarlyAnswers | None = None,
    rules: Rules | None = None,
) -> AsyncIterator[Overview]:
    """Ask the home region which counties to read, and read the desk's own region meanwhile (TKB-L 6.4, 6.5).

    `early` are answers that the own region has been asked for already. Nobody is asked about somebody deregistered, or
    about a test person in production, which `rules` tell.

    Yields the overview at every change; the last one is complete.
    """
    if not (rules or Rules(allows_test_persons=True)).takes(citizen):
        yield Overview(citizen, counties=())
        return
    if early is not None and not early.hold_for(citizen):
        early = None

    async def ask_home() -> Change:
        counties = await _counties(listings, agreement, own_county, citizen, early)
        return lambda overview: replace(overview, counties=counties)

    async def ask_region(county: County) -> Change:
        known = early.listings if early is not None and county == own_county else None
        reading = await (known or read_region(listings, agreement(county), citizen))
        return lambda overview: overview.with_region(county, reading)

    overview = Overview(citizen, regions={own_county: Pending.PENDING})
    asking = {asyncio.create_task(ask_home()), asyncio.create_task(ask_region(own_county))}
    try:
        yield overview
        while asking:
            answered, asking = await asyncio.wait(asking, return_when=asyncio.FIRST_COMPLETED)
            for task in answered:
                overview = task.result()(overview)
            for county in overview.counties if isinstance(overview.counties, tuple) else ():
                if county not in overview.regions:
                    overview = overview.with_region(county, Pending.PENDING)
                    asking.add(asyncio.create_task(ask_region(county)))
            yield overview
    finally:
        for task in asking:
            task.cancel()


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
