"""The regions' care centres as the desk keeps them: fetched once a day, shown at once, never trusted for an order.

A registration asks the region about its centre anew (`prepare`).
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.directory.catalogue_file import CatalogueFiles, KeptCatalogue
from desktop.directory.centre_file import Directory, directory_key
from desktop.directory.centre_index import CentreIndex
from desktop.domain.centre import Centre
from desktop.domain.listing import Facility
from desktop.domain.problems import CallError, Problem
from desktop.domain.regions import County
from desktop.runtime.clock import now
from desktop.runtime.turns import in_turns

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue

_log = logging.getLogger("desktop.usecases")

MAY_BE_OUTDATED = timedelta(days=1)


def pick_due(fetched_at: datetime) -> datetime:
    """Within the fifth of a day before it counts as old, at random: desks that start together drift apart."""
    return fetched_at + MAY_BE_OUTDATED * random.uniform(0.8, 1.0)  # noqa: S311  a spread, not a secret


def pick_pause() -> float:
    """Seconds between looks for what is due; the least keeps the contracts' five minutes after a fault."""
    return random.uniform(300, 900)  # noqa: S311  a spread, not a secret


@dataclass(frozen=True, slots=True)
class Shelved:
    """A region's catalogue with its care centres ready to be searched."""

    kept: KeptCatalogue
    index: CentreIndex


class CatalogueBook:
    """Lives on the background loop; askers of a region that is already being asked wait for the same answer.

    `directory_fault` is why the directory cannot be used, in words for IT; empty where it can, or where there is none.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        files: CatalogueFiles,
        directory: Directory,
        clock: Callable[[], datetime] = now,
        directory_fault: str = "",
    ) -> None:
        self.directory_fault = directory_fault
        self._catalogue, self._files = catalogue, files
        self._directory, self._clock = directory, clock
        self._shelf: dict[County, Shelved] = {}
        self._asked: dict[County, asyncio.Task[Shelved | Problem]] = {}

    async def kept(self, county: County) -> Shelved | None:
        """What is kept of a region, however old."""
        if county not in self._shelf:
            read = await asyncio.to_thread(self._files.read, county, self._clock())
            if read is not None:
                shelved = await asyncio.to_thread(self._shelve, read)
                self._shelf.setdefault(county, shelved)
        return self._shelf.get(county)

    def is_due(self, shelved: Shelved) -> bool:
        """Whether it is time to fetch it anew."""
        return self._clock() >= shelved.kept.due_at

    def is_old(self, shelved: Shelved) -> bool:
        """Whether it is more than a day old."""
        return self._clock() - shelved.kept.fetched_at > MAY_BE_OUTDATED

    def described(self, facility: Facility) -> Centre:
        """A care centre with what the directory has of it."""
        return Centre(facility, self._directory.get(directory_key(facility.hsa_id)))

    async def fetch(self, county: County) -> Shelved | Problem:
        """Ask the region, and keep what it says."""
        task = self._asked.get(county)
        if task is None:
            task = self._asked[county] = asyncio.create_task(self._fetch(county))
            task.add_done_callback(lambda _: self._asked.pop(county))
        return await asyncio.shield(task)

    async def keep_fresh(self, counties: Iterable[County], pause: Callable[[], float] = pick_pause) -> None:
        """For as long as the desk is open: fetch what is kept and due. What was never asked for is not fetched."""
        counties = tuple(counties)
        while True:
            await asyncio.sleep(pause())
            for county in counties:
                shelved = await self.kept(county)
                if shelved is not None and self.is_due(shelved):
                    answer = await self.fetch(county)
                    if isinstance(answer, Problem):
                        _log.info("the catalogue of region %s stays as it is: %s", county, answer.kind.name)

    async def _fetch(self, county: County) -> Shelved | Problem:
        try:
            types, facilities = await asyncio.gather(
                self._catalogue.listing_types(county), self._catalogue.facilities(county)
            )
        except CallError as error:
            return error.problem
        at = self._clock()
        kept = KeptCatalogue(
            county=county,
            source=self._files.source,
            fetched_at=at,
            due_at=pick_due(at),
            listing_types=types,
            facilities=facilities,
        )
        self._shelf[county] = await asyncio.to_thread(self._shelve, kept)
        await asyncio.to_thread(self._files.write, kept)
        return self._shelf[county]

    def _shelve(self, kept: KeptCatalogue) -> Shelved:
        once: dict[str, Facility] = {}
        for facility in in_turns(kept.facilities):
            once.setdefault(directory_key(facility.hsa_id), facility)
        return Shelved(kept, CentreIndex(map(self.described, once.values())))
