"""Makes the citizens of a practice world, the named ones first, and where they are listed and stand in queues."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop.practice.centres import Centres
from desktop.practice.clock import stamp
from desktop.practice.invention import Invention
from desktop.practice.named import NamedPerson, named_people, named_places
from desktop.practice.numbers import age_on, birth_date
from desktop.practice.regions import all_municipalities
from desktop.practice.store import Record

_HALF_A_YEAR = timedelta(days=180)
_UNLISTED = 0.04
_LISTED_AT_HOME = 0.95
_WITH_DOCTOR = 0.4


@dataclass(slots=True)
class Citizens:
    """The citizens as rows, with all that hangs on them."""

    citizens: list[Record] = field(default_factory=list)
    guardians: list[Record] = field(default_factory=list)
    listings: list[Record] = field(default_factory=list)
    changes: list[Record] = field(default_factory=list)
    consents: list[Record] = field(default_factory=list)
    queue: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Home:
    """What a child takes over from a parent; `municipality` is a code."""

    number: str
    surname: str
    municipality: str


class CitizenMaker:
    """Makes the citizens once the centres stand."""

    def __init__(self, invention: Invention, centres: Centres, now: datetime) -> None:
        self._invention = invention
        self._centres = centres
        self._now = now
        self._made = Citizens()
        self._cities = {each.code: each.name for each in all_municipalities()}
        self._numbers: dict[str, str] = {}

    def make(self, counties: tuple[str, ...], citizens: int) -> Citizens:
        """The named persons, then adults, then children of adults in the same county."""
        people = named_people().values()
        self._numbers = {person.key: person.number or self._number_by_age(person) for person in people}
        for person in people:
            self._add_named(person)
        wanted = citizens - len(people)
        parents: dict[str, list[_Home]] = {county: [] for county in counties}
        for _ in range(wanted - wanted // 5):
            adult = self._invent(18, 95, counties)
            if adult.number > "1960":
                parents[adult.municipality[:2]].append(adult)
        for _ in range(wanted // 5):
            county = self._invention.random.choice(counties)
            parent = self._invention.random.choice(parents[county]) if parents[county] else None
            child = self._invent(0, 17, counties, parent)
            if parent is not None:
                self._made.guardians.append({"guardian": parent.number, "child": child.number})
        self._made.queue.extend(self._queues())
        return self._made

    def _number_by_age(self, person: NamedPerson) -> str:
        """A number for an age that lasts: the birthday was half a year ago, a newborn's a few days."""
        age, today = person.age or "", self._now.date()
        if age.endswith("d"):
            return self._invention.number(today - timedelta(days=int(age[:-1])), person.female)
        birthday = today - _HALF_A_YEAR
        return self._invention.number(
            date(birthday.year - int(age), birthday.month, min(birthday.day, 28)), person.female
        )

    def _add_named(self, person: NamedPerson) -> None:
        number = self._numbers[person.key]
        since = self._now - timedelta(days=6 if person.moved_from else 2000)
        details = {
            "identity_level": person.identity_level,
            "former_number": person.former_number,
            "moved_from": person.moved_from,
            "shows_after": person.shows_after,
        }
        self._add(
            _Home(number, person.surname, person.home),
            person.given,
            since,
            key=person.key,
            protection=person.protection,
            deregistered=person.deregistered,
            deregistered_on=f"{self._now - timedelta(days=300):%Y-%m-%d}" if person.deregistered else None,
            new_number=person.new_number,
            details=json.dumps({name: value for name, value in details.items() if value}),
        )
        for guardian in person.guardians:
            self._made.guardians.append({"guardian": self._numbers[guardian], "child": number})
        self._add_story(person, number)

    def _add_story(self, person: NamedPerson, number: str) -> None:
        """A named person's listings, changes and consents."""
        since = stamp(self._now - timedelta(days=400))
        for entry in person.listed:
            place = named_places()[entry["at"]]
            centre = self._centres.find(place.hsa_id)
            doctor = centre.doctors[0] if centre and entry.get("doctor") else None
            self._list(number, place.hsa_id, str(entry.get("care", "primary")), doctor, since)
        for index in range(person.changes):
            made = stamp(self._now - timedelta(days=40 + 60 * index))
            self._made.changes.append({"person": number, "care": "primary", "made": made})
        for guardian in person.guardians if person.consents else ():
            self._made.consents.append(
                {"child": number, "guardian": self._numbers[guardian], "facility": "*", "care": "*"}
            )

    def _invent(self, least: int, most: int, counties: tuple[str, ...], parent: _Home | None = None) -> _Home:
        """A citizen between two ages; a child takes its parent's surname and home."""
        invention = self._invention
        female = invention.random.random() < 0.5
        days = invention.random.randint(least * 366 + 30, most * 365)
        number = invention.number(self._now.date() - timedelta(days=days), female)
        surname = parent.surname if parent else invention.surname()
        municipality = parent.municipality if parent else invention.random.choice(invention.municipalities).code
        home = _Home(number, surname, municipality)
        self._add(
            home, invention.pick("female" if female else "male"), self._now - timedelta(days=min(days, 1500)), key=None
        )
        self._list_somewhere(home, counties)
        return home

    def _add(self, home: _Home, given: str, since: datetime, **special: str | None) -> None:
        street, city = self._invention.street(), self._cities.get(home.municipality, "")
        self._made.citizens.append(
            {
                "number": home.number,
                "given": given,
                "surname": home.surname,
                "gender": "2" if int(home.number[10]) % 2 == 0 else "1",
                "born": birth_date(home.number),
                "county": home.municipality[:2] or None,
                "municipality": home.municipality or None,
                "since": f"{since:%Y-%m-%d}",
                "street": street,
                "postal_code": self._invention.postal_code(),
                "city": city,
                "phone": self._invention.phone(),
                "find_given": given.casefold(),
                "find_surname": home.surname.casefold(),
                "find_street": street.casefold(),
                "find_city": city.casefold(),
                "protection": "",
                "deregistered": None,
                "deregistered_on": None,
                "new_number": None,
                "details": "{}",
                **special,
            }
        )

    def _list_somewhere(self, home: _Home, counties: tuple[str, ...]) -> None:
        random = self._invention.random
        chance = random.random()
        if chance < _UNLISTED:
            return
        county = home.municipality[:2] if chance < _LISTED_AT_HOME else random.choice(counties)
        centre = random.choice(self._centres.primary[county])
        adult = 18 <= age_on(birth_date(home.number), self._now.date()) < 65
        chooses = adult and centre.doctors and random.random() < _WITH_DOCTOR
        since = stamp(self._now - timedelta(days=random.randint(20, 3000)))
        self._list(home.number, centre.hsa_id, "primary", centre.doctors[0] if chooses else None, since)

    def _list(self, person: str, facility: str, care: str, doctor: str | None, since: str) -> None:
        self._made.listings.append(
            {
                "person": person,
                "facility": facility,
                "county": facility[10:12],
                "care": care,
                "doctor": doctor,
                "since": since,
                "shown_from": since,
            }
        )

    def _queues(self) -> Iterator[Record]:
        """The queue of every centre in order: strangers, and the named persons at their positions."""
        joined = stamp(self._now - timedelta(days=60))
        for hsa_id, (care, strangers) in self._centres.strangers.items():
            line: list[str | None] = [None] * strangers
            for position, number in sorted(self._named_in_queue(hsa_id)):
                line.insert(position - 1, number)
            for person in line:
                yield {
                    "person": person,
                    "facility": hsa_id,
                    "county": hsa_id[10:12],
                    "care": care,
                    "joined": joined,
                    "shown_from": joined,
                }

    def _named_in_queue(self, hsa_id: str) -> Iterator[tuple[int, str]]:
        for person in named_people().values():
            for entry in person.queues:
                if named_places()[entry["at"]].hsa_id == hsa_id:
                    yield int(entry["position"]), self._numbers[person.key]
