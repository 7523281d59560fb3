"""Makes the practice world from a seed: care centres, doctors, citizens, listings and queues, the named ones first."""

import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

from desktop.practice.clock import stamp
from desktop.practice.named import NamedPerson, NamedPlace, named_people, named_places
from desktop.practice.numbers import age_on, birth_date, candidates, is_coordination
from desktop.practice.regions import Municipality, all_municipalities, all_regions, resources
from desktop.practice.store import Parameter, Store

WORLD_VERSION = "1"
"""Raised when the generator changes, so that a remembered world is made anew."""

_SMALL_COUNTIES = ("20", "21", "23")


@dataclass(frozen=True, slots=True)
class WorldSize:
    """How large a world is; `counties` are the ones that get more than their named centres."""

    counties: tuple[str, ...]
    facilities: int
    citizens: int
    doctors: int


SMALL = WorldSize(_SMALL_COUNTIES, 60, 200, 200)


def full_size() -> WorldSize:
    """All 21 regions: 1,200 centres, 20,000 citizens, 4,000 doctors."""
    return WorldSize(tuple(all_regions()), 1200, 20_000, 4000)


@dataclass(frozen=True, slots=True)
class _Centre:
    hsa_id: str
    county: str
    doctors: list[str]


@dataclass(slots=True)
class _Rows:
    """The rows of each table, collected before they are written at once."""

    citizens: list[tuple[Parameter, ...]] = field(default_factory=list)
    guardians: list[tuple[Parameter, ...]] = field(default_factory=list)
    facilities: list[tuple[Parameter, ...]] = field(default_factory=list)
    doctors: list[tuple[Parameter, ...]] = field(default_factory=list)
    listings: list[tuple[Parameter, ...]] = field(default_factory=list)
    changes: list[tuple[Parameter, ...]] = field(default_factory=list)
    consents: list[tuple[Parameter, ...]] = field(default_factory=list)


def make_world(store: Store, seed: int, size: WorldSize, now: datetime) -> None:
    """Fill empty tables; the same seed, size and day give the same world."""
    maker = _Maker(seed, size, now)
    rows = maker.make()
    with store.transaction():
        _insert(store, "citizen", rows.citizens)
        _insert(store, "guardian", rows.guardians)
        _insert(store, "facility", rows.facilities)
        _insert(store, "doctor", rows.doctors)
        _insert(store, "change", rows.changes)
        _insert(store, "consent", rows.consents)
        store.run_many(
            "INSERT INTO listing (person, facility, county, care, doctor, since, shown_from)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows.listings,
        )
        store.run("INSERT OR REPLACE INTO known SELECT person, care, county FROM listing")
        store.run_many(
            "INSERT INTO queue (person, facility, county, care, joined, shown_from) VALUES (?, ?, ?, ?, ?, ?)",
            list(maker.queue_rows()),
        )


def _insert(store: Store, table: str, rows: list[tuple[Parameter, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        store.run_many(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - table names are ours


class _Maker:
    """One run of the generator."""

    def __init__(self, seed: int, size: WorldSize, now: datetime) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented people, not secrets
        self._size = size
        self._now = now
        self._names: dict[str, list[str]] = tomllib.loads(
            (resources() / "practice" / "names.toml").read_text(encoding="utf-8")
        )
        self._places = [each for county in size.counties for each in _municipalities(county)]
        self._rows = _Rows()
        self._used: set[str] = {person.number for person in named_people().values() if person.number}
        self._numbers: dict[str, str] = {}
        self._centres: dict[str, list[_Centre]] = {county: [] for county in all_regions()}
        self._strangers: list[tuple[str, str, int]] = []
        self._doctor_serial: dict[str, int] = {}

    def make(self) -> _Rows:
        for place in named_places().values():
            self._add_named_place(place)
        self._add_centres()
        for person in named_people().values():
            self._numbers[person.key] = person.number or self._number_by_age(person)
        for person in named_people().values():
            self._add_named_person(person)
        self._add_citizens()
        return self._rows

    # Places

    def _pick(self, key: str) -> str:
        return self._random.choice(self._names[key])

    def _address(self) -> tuple[str, str, str]:
        street = f"{self._pick('street_first')}{self._pick('street_last')} {self._random.randint(1, 90)}"
        return street, f"{self._random.randint(10, 98)}0 {self._random.randint(10, 98)}", self._phone()

    def _phone(self) -> str:
        """A number in one of the series that the authority keeps free for fiction (031-390 06 00 to 49)."""
        return f"031-390 06 {self._random.randint(0, 49):02d}"

    def _add_named_place(self, place: NamedPlace) -> None:
        doctors = 5 if place.doctors else 0
        self._add_centre(place, place.county, doctors)
        self._strangers.append((place.hsa_id, place.cares[0], place.queue))

    def _add_centre(self, place: NamedPlace, county: str, doctors: int) -> None:
        street, postal_code, phone = self._address()
        city = _municipality_names()[place.municipality]
        services = "tidbok|recept|fraga" if self._random.random() < 0.7 else ""
        next_free = stamp(self._now + timedelta(days=place.pace_days)) if place.queue else None
        self._rows.facilities.append(
            (
                place.hsa_id, place.key or None, f"SE99000000{county}-1000", place.name, county, place.municipality,
                street, postal_code, city, phone, services, place.free,
                int(place.queue_offered), place.pace_days, next_free, int(place.doctors), json.dumps(place.cares),
                place.answer,
            )
        )  # fmt: skip
        ids = [self._add_doctor(place.hsa_id, county, index) for index in range(doctors)]
        if "primary" in place.cares:
            self._centres[county].append(_Centre(place.hsa_id, county, ids))

    def _add_doctor(self, facility: str, county: str, index: int) -> str:
        serial = self._doctor_serial.get(county, 5000) + 1
        self._doctor_serial[county] = serial
        hsa_id = f"SE99000000{county}-{serial}"
        given = self._pick("female" if self._random.random() < 0.5 else "male")
        least, most = ((0, 200), (0, 200), (18, 200), (0, 17), (65, 200))[index % 5]
        title = "Barnläkare" if most == 17 else self._pick("title")
        self._rows.doctors.append((hsa_id, facility, f"{given} {self._surname()}", title, least, most))
        return hsa_id

    def _surname(self) -> str:
        return f"{self._pick('surname_first')}{self._pick('surname_last')}"

    def _add_centres(self) -> None:
        named = sum(1 for place in named_places().values() if place.county in self._size.counties)
        wanted = self._size.facilities - named
        places = self._places
        doctors_left = self._size.doctors - len(self._rows.doctors)
        names: set[str] = {place.name for place in named_places().values()}
        serials = dict.fromkeys(self._size.counties, 2000)
        for index in range(wanted):
            municipality = places[index] if index < len(places) else self._random.choice(places)
            county = municipality.code[:2]
            serials[county] += 1
            doctors = min(doctors_left, self._random.choice((2, 3, 3, 4, 5)))
            doctors_left -= doctors
            self._add_centre(
                self._invent_centre(f"SE99000000{county}-{serials[county]}", municipality, names, doctors > 0),
                county,
                doctors,
            )

    def _invent_centre(self, hsa_id: str, municipality: Municipality, names: set[str], doctors: bool) -> NamedPlace:
        kind = "hälsocentral" if municipality.code[:2] in {"08", "21", "22", "23", "24", "25"} else "vårdcentral"
        name = f"{self._pick('place_first')}{self._pick('place_last')} {kind}"
        while name in names:
            name = f"{self._pick('place_first')}{self._pick('place_last')} {kind} {municipality.name}"
        names.add(name)
        full = self._random.random() < 0.15
        queued = full and self._random.random() < 0.7
        queue = self._random.randint(1, 30) if queued else 0
        if queue:
            self._strangers.append((hsa_id, "primary", queue))
        return NamedPlace(
            "", hsa_id, name, municipality.code, 0 if full else self._random.randint(5, 400), doctors, "", "",
            queue, queued or self._random.random() < 0.5, self._random.randint(3, 45),
        )  # fmt: skip

    def queue_rows(self) -> Iterator[tuple[Parameter, ...]]:
        """The queue of every centre in order: strangers, and the named persons at their positions."""
        joined = stamp(self._now - timedelta(days=60))
        for hsa_id, care, strangers in self._strangers:
            line: list[str | None] = [None] * strangers
            for position, person in sorted(self._named_in_queue(hsa_id)):
                line.insert(position - 1, person)
            for person_or_none in line:
                yield (person_or_none, hsa_id, hsa_id[10:12], care, joined, joined)

    def _named_in_queue(self, hsa_id: str) -> Iterator[tuple[int, str]]:
        for person in named_people().values():
            for entry in person.queues:
                if named_places()[entry["at"]].hsa_id == hsa_id:
                    yield int(entry["position"]), self._numbers[person.key]

    # People

    def _number_by_age(self, person: NamedPerson) -> str:
        """A number for an age that lasts: the birthday was half a year ago, a newborn's a few days."""
        age = person.age or "30"
        today = self._now.date()
        if age.endswith("d"):
            return self._free_number(today - timedelta(days=int(age[:-1])), person.female)
        half_a_year_ago = today - timedelta(days=180)
        year = half_a_year_ago.year - int(age)
        return self._free_number(date(year, half_a_year_ago.month, min(half_a_year_ago.day, 28)), person.female)

    def _free_number(self, day: date, female: bool) -> str:
        while True:
            for number in candidates(day, female):
                if number not in self._used:
                    self._used.add(number)
                    return number
            day -= timedelta(days=1)

    def _add_named_person(self, person: NamedPerson) -> None:
        number = self._numbers[person.key]
        moved = self._now - timedelta(days=6) if person.moved_from else None
        since = f"{moved:%Y-%m-%d}" if moved else f"{self._now - timedelta(days=2000):%Y-%m-%d}"
        details = {
            "identity_level": person.identity_level,
            "former_number": person.former_number,
            "moved_from": person.moved_from,
            "shows_after": person.shows_after,
        }
        if is_coordination(number):
            details["identity_status"] = "AKTIVT"
        self._add_citizen(
            number, person.given, person.surname, person.home,
            key=person.key, since=since, protection=person.protection, deregistered=person.deregistered,
            new_number=person.new_number, details={name: value for name, value in details.items() if value},
        )  # fmt: skip
        for guardian in person.guardians:
            self._rows.guardians.append((self._numbers[guardian], number))
        self._add_named_listings(person, number)

    def _add_named_listings(self, person: NamedPerson, number: str) -> None:
        centres = {centre.hsa_id: centre for centres in self._centres.values() for centre in centres}
        since = stamp(self._now - timedelta(days=400))
        for entry in person.listed:
            place = named_places()[entry["at"]]
            doctor = centres[place.hsa_id].doctors[0] if entry.get("doctor") else None
            care = str(entry.get("care", "primary"))
            self._rows.listings.append((number, place.hsa_id, place.county, care, doctor, since, since))
        for index in range(person.changes):
            self._rows.changes.append((number, "primary", stamp(self._now - timedelta(days=40 + 60 * index))))
        if person.consents:
            for guardian in person.guardians:
                self._rows.consents.append((number, self._numbers[guardian], "*", "*"))

    def _add_citizen(
        self, number: str, given: str, surname: str, municipality: str, *, key: str | None = None, since: str,
        protection: str = "", deregistered: str | None = None, new_number: str | None = None,
        details: dict[str, object] | None = None,
    ) -> None:  # fmt: skip
        street, postal_code, phone = self._address()
        county = municipality[:2] or None
        city = _municipality_names().get(municipality, "")
        female = int(number[10]) % 2 == 0
        self._rows.citizens.append(
            (
                number, key, given, "", surname, "2" if female else "1", birth_date(number), county,
                municipality or None, since, street, postal_code.replace(" ", ""), city, phone, protection,
                deregistered, f"{self._now - timedelta(days=300):%Y-%m-%d}" if deregistered else None, new_number,
                json.dumps(details or {}), given.casefold(), "", surname.casefold(), street.casefold(),
                city.casefold(),
            )
        )  # fmt: skip

    def _add_citizens(self) -> None:
        """Adults first, then children, each with one of the adults of the same region as guardian."""
        wanted = self._size.citizens - len(self._numbers)
        children = wanted // 5
        parents: dict[str, list[tuple[str, str, str]]] = {county: [] for county in self._size.counties}
        for _ in range(wanted - children):
            number, surname, home = self._invent_citizen(18, 95)
            if int(number[:4]) >= 1960:
                parents[home[:2]].append((number, surname, home))
        for _ in range(children):
            county = self._random.choice(self._size.counties)
            parent = self._random.choice(parents[county]) if parents[county] else None
            number, _, _ = self._invent_citizen(0, 17, parent)
            if parent is not None:
                self._rows.guardians.append((parent[0], number))

    def _invent_citizen(
        self, least: int, most: int, parent: tuple[str, str, str] | None = None
    ) -> tuple[str, str, str]:
        """Number, surname and home municipality of a citizen between two ages; a child takes its parent's."""
        female = self._random.random() < 0.5
        days = self._random.randint(least * 366 + 30, most * 365)
        number = self._free_number(self._now.date() - timedelta(days=days), female)
        _, surname, home = parent or ("", self._surname(), self._random.choice(self._places).code)
        since = f"{self._now - timedelta(days=min(days, 1500)):%Y-%m-%d}"
        self._add_citizen(number, self._pick("female" if female else "male"), surname, home, since=since)
        self._list_citizen(number, home[:2], age_on(birth_date(number), self._now.date()))
        return number, surname, home

    def _list_citizen(self, number: str, home: str, age: int) -> None:
        chance = self._random.random()
        if chance < 0.04:
            return
        county = home if chance < 0.95 else self._random.choice(self._size.counties)
        centre = self._random.choice(self._centres[county])
        fits = self._random.random() < 0.4 and centre.doctors and 18 <= age < 65
        since = stamp(self._now - timedelta(days=self._random.randint(20, 3000)))
        self._rows.listings.append(
            (number, centre.hsa_id, county, "primary", centre.doctors[0] if fits else None, since, since)
        )


@cache
def _municipality_names() -> dict[str, str]:
    return {each.code: each.name for each in all_municipalities()}


def _municipalities(county: str) -> list[Municipality]:
    return [each for each in all_municipalities() if each.code.startswith(county)]
