"""The composition of one practice world: store, clock, ledger, rules, register, faults and the platform in front."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from lxml import etree

from desktop.practice.answers import ListingAnswers
from desktop.practice.clock import Clock, stamp
from desktop.practice.faults import Faults
from desktop.practice.ledger import Ledger
from desktop.practice.named import named_people, named_places
from desktop.practice.placing import Placing
from desktop.practice.regions import NOT_CONNECTED, Region, all_regions
from desktop.practice.register import PersonRegister
from desktop.practice.registering import Registering
from desktop.practice.router import Router
from desktop.practice.shapes import Message
from desktop.practice.store import Store
from desktop.practice.world import SMALL, full_size, make_world, world_identity

_COUNTS = {
    "citizens": "SELECT count(*) FROM citizen",
    "facilities": "SELECT count(*) FROM facility",
    "doctors": "SELECT count(*) FROM doctor",
    "listings": "SELECT count(*) FROM listing WHERE until IS NULL",
    "queue_places": "SELECT count(*) FROM queue",
    "events": "SELECT count(*) FROM event",
}

_STALE = timedelta(days=60)
"""The named persons' ages and last week's move are true for at least so long."""


class Realm:
    """All regions and the person register, on one state file."""

    def __init__(self, path: Path, *, seed: int, small: bool, reset: bool = False) -> None:
        self.seed, self.small = seed, small
        self._size = SMALL if small else full_size()
        self._identity = world_identity(seed, self._size)
        self.store = Store(path)
        self.clock = Clock(self.store)
        self.faults = Faults()
        self.router = Router(self)
        self._ledger = Ledger(self.store, self.clock)
        self._placing = Placing(self._ledger, self.router.relay)
        self._registering = Registering(self._ledger, self._placing)
        self._listings = ListingAnswers(self._ledger, self._registering)
        self._register = PersonRegister(self.store, self.clock)
        if reset or self._is_other_world():
            self.reset()
        self._connected = frozenset(self._ledger.connected_counties())

    def _is_other_world(self) -> bool:
        made = self.store.meta("made")
        stale = made is None or self.clock.now() - datetime.fromisoformat(made) > _STALE
        return self.store.meta("world") != self._identity or stale

    def reset(self) -> None:
        """Make the world anew, as on the first day; the clock goes back too."""
        with self.store.transaction():
            self.store.clear()
            self.store.remember("clock_offset", "0")
            now = self.clock.now()
            make_world(self.store, self.seed, self._size, now)
            self.store.remember("world", self._identity)
            self.store.remember("made", stamp(now))
        self.router.log.begin_anew()
        self.faults.set([])

    # Producers, as the platform sees them

    def listing_answer(self, region: Region, message: Message) -> etree._Element:
        """A region's answer, after everything that is due by its clock has happened."""
        with self.store.transaction():
            self._registering.catch_up()
            answer = self._listings.answer(region, message)
            self._placing.give_places()
            return answer

    def register_answer(self, message: Message) -> etree._Element:
        """The person register's answer."""
        return self._register.answer(message)

    def connected_counties(self) -> frozenset[str]:
        """The regions with centres in this world, and thereby with a route."""
        return self._connected

    def is_unreachable(self, address: str, contract: str) -> bool:
        """Whether a fault stands between regions."""
        return self.faults.unreachable(address, contract)

    # The control surface

    def advance(self, step: timedelta) -> None:
        """Move the clock and let happen what is due."""
        with self.store.transaction():
            self.clock.advance(step)
            self._registering.catch_up()

    def free_places(self, hsa_id: str, places: int) -> bool:
        """Give a centre more places and assign them down the line; False where there is no such centre."""
        with self.store.transaction():
            if self._ledger.facility(hsa_id, hsa_id[10:12]) is None:
                return False
            self._placing.add_places(hsa_id, places)
            return True

    def people(self) -> list[dict[str, Any]]:
        """The named persons with the numbers that they have in this world."""
        rows = self.store.all("SELECT key, number, given, surname FROM citizen WHERE key IS NOT NULL")
        found = {row["key"]: row for row in rows}
        return [
            {
                "key": key,
                "number": found[key]["number"],
                "name": f"{found[key]['given']} {found[key]['surname']}".strip(),
                "sv": person.sv,
                "en": person.en,
                "try_sv": person.try_sv,
                "try_en": person.try_en,
            }
            for key, person in named_people().items()
        ]

    def places(self) -> list[dict[str, Any]]:
        """The named care centres."""
        return [
            {"key": place.key, "hsa_id": place.hsa_id, "name": place.name, "sv": place.sv, "en": place.en}
            for place in named_places().values()
        ]

    def state(self) -> dict[str, Any]:
        """What there is, for people and tests."""
        return {
            "seed": self.seed,
            "small": self.small,
            "now": stamp(self.clock.now()),
            "faults": self.faults.state(),
            "counts": {name: self.store.number(sql) for name, sql in _COUNTS.items()},
            "regions": {
                region.code: {
                    "name": region.name,
                    "connected": region.code in self._connected and region.code != NOT_CONNECTED,
                    "note": region.note,
                }
                for region in all_regions().values()
            },
        }

    def close(self) -> None:
        """Close the state file."""
        self.store.close()
