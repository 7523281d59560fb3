"""Makes a whole practice world from a seed and writes it to an empty store."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.practice.centres import CentreMaker
from desktop.practice.citizens import CitizenMaker
from desktop.practice.invention import Invention
from desktop.practice.regions import all_regions, resources
from desktop.practice.store import Store

_VERSION: Final = "2"
"""Raised when the makers change, so that a remembered world is made anew."""


@dataclass(frozen=True, slots=True)
class WorldSize:
    """How large a world is; `counties` are those that get more than their named centres."""

    counties: tuple[str, ...]
    facilities: int
    citizens: int
    doctors: int


SMALL: Final = WorldSize(("20", "21", "23"), 60, 200, 200)


def full_size() -> WorldSize:
    """All 21 regions: 1,200 centres, 20,000 citizens, 4,000 doctors."""
    return WorldSize(tuple(all_regions()), 1200, 20_000, 4000)


def world_identity(seed: int, size: WorldSize) -> str:
    """Tells worlds apart: by seed, size, and the stories and makers that they come from."""
    folder = resources() / "practice"
    stories = b"".join((folder / name).read_bytes() for name in ("names.toml", "people.toml", "places.toml"))
    return f"{_VERSION}/{seed}/{size.citizens}/{hashlib.sha256(stories).hexdigest()[:16]}"


def make_world(store: Store, seed: int, size: WorldSize, now: datetime) -> None:
    """Fill empty tables; the same seed, size and day give the same world."""
    invention = Invention(seed, size.counties)
    centres = CentreMaker(invention, now).make(size.counties, size.facilities, size.doctors)
    citizens = CitizenMaker(invention, centres, now).make(size.counties, size.citizens)
    with store.transaction():
        for table, records in (
            ("facility", centres.facilities),
            ("doctor", centres.doctors),
            ("citizen", citizens.citizens),
            ("guardian", citizens.guardians),
            ("listing", citizens.listings),
            ("change", citizens.changes),
            ("consent", citizens.consents),
            ("queue", citizens.queue),
        ):
            store.insert(table, records)
        store.run("INSERT OR REPLACE INTO known SELECT person, care, county FROM listing")
