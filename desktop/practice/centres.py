"""Makes the care centres of a practice world, their doctors, and the strangers who stand in their queues."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from desktop.practice.clock import stamp
from desktop.practice.invention import Invention
from desktop.practice.named import NamedPlace, named_places
from desktop.practice.regions import Municipality, all_municipalities
from desktop.practice.store import Record

_AGES: Final = ((0, 200), (0, 200), (18, 200), (0, 17), (65, 200))
"""Whom a centre's first, second, ... doctor takes, in whole years."""
_NAMED_DOCTORS = 5


@dataclass(frozen=True, slots=True)
class Centre:
    """A centre for primary care where citizens can be put; the first of `doctors` takes everybody."""

    hsa_id: str
    county: str
    doctors: tuple[str, ...]


@dataclass(slots=True)
class Centres:
    """The centres as rows, and what the makers of citizens need to know of them."""

    facilities: list[Record] = field(default_factory=list)
    doctors: list[Record] = field(default_factory=list)
    strangers: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Care and number of strangers in line, by HSA-id."""
    primary: dict[str, list[Centre]] = field(default_factory=dict)
    """Centres for primary care by county."""

    def find(self, hsa_id: str) -> Centre | None:
        """A centre for primary care by its HSA-id."""
        return next((each for each in self.primary.get(hsa_id[10:12], []) if each.hsa_id == hsa_id), None)


class CentreMaker:
    """Makes the named centres, then invented ones up to the numbers that are asked for."""

    def __init__(self, invention: Invention, now: datetime) -> None:
        self._invention = invention
        self._now = now
        self._made = Centres()
        self._serials: dict[str, int] = {}
        self._cities = {each.code: each.name for each in all_municipalities()}

    def make(self, counties: tuple[str, ...], facilities: int, doctors: int) -> Centres:
        """All centres: every municipality gets one before any gets a second."""
        for place in named_places().values():
            self._add(place, _NAMED_DOCTORS if place.doctors else 0)
        towns, random = self._invention.municipalities, self._invention.random
        wanted = facilities - sum(place.county in counties for place in named_places().values())
        serials = dict.fromkeys(counties, 2000)
        for index in range(wanted):
            town = towns[index] if index < len(towns) else random.choice(towns)
            serials[town.code[:2]] += 1
            staff = min(doctors - len(self._made.doctors), random.choice((2, 3, 3, 4, 5)))
            hsa_id = f"SE99000000{town.code[:2]}-{serials[town.code[:2]]}"
            self._add(self._invent(hsa_id, town, doctors=staff > 0), staff)
        return self._made

    def _invent(self, hsa_id: str, town: Municipality, *, doctors: bool) -> NamedPlace:
        random = self._invention.random
        full = random.random() < 0.15
        queued = full and random.random() < 0.7
        return NamedPlace(
            key="",
            hsa_id=hsa_id,
            name=self._invention.centre_name(town),
            municipality=town.code,
            free=0 if full else random.randint(5, 400),
            doctors=doctors,
            sv="",
            en="",
            queue=random.randint(1, 30) if queued else 0,
            queue_offered=queued or random.random() < 0.5,
            pace_days=random.randint(3, 45),
        )

    def _add(self, place: NamedPlace, doctors: int) -> None:
        invention = self._invention
        next_free = stamp(self._now + timedelta(days=place.pace_days)) if place.queue else None
        self._made.facilities.append(
            {
                "hsa_id": place.hsa_id,
                "organisation": f"SE99000000{place.county}-1000",
                "name": place.name,
                "county": place.county,
                "municipality": place.municipality,
                "street": invention.street(),
                "postal_code": invention.postal_code(),
                "city": self._cities[place.municipality],
                "phone": invention.phone(),
                "e_services": "tidbok|recept|fraga" if invention.random.random() < 0.7 else "",
                "free": place.free,
                "queue_offered": int(place.queue_offered),
                "pace_days": place.pace_days,
                "next_free": next_free,
                "doctors": int(place.doctors),
                "cares": json.dumps(place.cares),
                "answer": place.answer,
            }
        )
        self._made.strangers[place.hsa_id] = (place.cares[0], place.queue)
        staff = tuple(self._add_doctor(place, index) for index in range(doctors))
        if "primary" in place.cares:
            self._made.primary.setdefault(place.county, []).append(Centre(place.hsa_id, place.county, staff))

    def _add_doctor(self, place: NamedPlace, index: int) -> str:
        invention = self._invention
        serial = self._serials.get(place.county, 5000) + 1
        self._serials[place.county] = serial
        least, most = _AGES[index % len(_AGES)]
        given = invention.pick("female" if invention.random.random() < 0.5 else "male")
        self._made.doctors.append(
            {
                "hsa_id": f"SE99000000{place.county}-{serial}",
                "facility": place.hsa_id,
                "name": f"{given} {invention.surname()}",
                "title": "Barnläkare" if most < 18 else invention.pick("title"),
                "least_age": least,
                "most_age": most,
            }
        )
        return f"SE99000000{place.county}-{serial}"
