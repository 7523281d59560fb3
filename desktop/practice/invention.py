"""Invents, from one seed: names, addresses, telephone numbers and personal numbers that nobody has."""

import random
import tomllib
from datetime import date, timedelta
from typing import Final

from desktop.practice.named import named_people, named_places
from desktop.practice.numbers import candidates
from desktop.practice.regions import Municipality, all_municipalities, resources

_HEALTH_CENTRE_COUNTIES: Final = frozenset({"08", "21", "22", "23", "24", "25"})
"""The regions that say hälsocentral rather than vårdcentral."""


class Invention:
    """A source of invented facts; the order of the questions decides the answers."""

    def __init__(self, seed: int, counties: tuple[str, ...]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - invented people, not secrets
        names = (resources() / "practice" / "names.toml").read_text(encoding="utf-8")
        self._names: dict[str, list[str]] = tomllib.loads(names)
        self.municipalities = [each for each in all_municipalities() if each.code[:2] in counties]
        self._used_numbers = {person.number for person in named_people().values() if person.number}
        self._used_names = {place.name for place in named_places().values()}

    def pick(self, key: str) -> str:
        """One of the words under a key of `names.toml`."""
        return self.random.choice(self._names[key])

    def surname(self) -> str:
        """A surname of two parts."""
        return f"{self.pick('surname_first')}{self.pick('surname_last')}"

    def street(self) -> str:
        """A street with a number."""
        return f"{self.pick('street_first')}{self.pick('street_last')} {self.random.randint(1, 90)}"

    def postal_code(self) -> str:
        """Five digits."""
        return f"{self.random.randint(10, 98)}0{self.random.randint(10, 98)}"

    def phone(self) -> str:
        """A number in a series that is kept free for fiction (031-390 06 00 to 49)."""
        return f"031-390 06 {self.random.randint(0, 49):02d}"

    def centre_name(self, municipality: Municipality) -> str:
        """A care centre's name that no other centre has got."""
        kind = "hälsocentral" if municipality.code[:2] in _HEALTH_CENTRE_COUNTIES else "vårdcentral"
        name = f"{self.pick('place_first')}{self.pick('place_last')} {kind}"
        while name in self._used_names:
            name = f"{self.pick('place_first')}{self.pick('place_last')} {kind} {municipality.name}"
        self._used_names.add(name)
        return name

    def number(self, born: date, female: bool) -> str:
        """A test number that nobody else has, of a person born that day or the days before."""
        while True:
            for number in candidates(born, female):
                if number not in self._used_numbers:
                    self._used_numbers.add(number)
                    return number
            born -= timedelta(days=1)
