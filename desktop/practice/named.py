"""The persons and care centres that the exercises name, as `resources/practice` tells their stories."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.practice.regions import resources


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A named care centre; `answer` is what CreateListing there always ends in, if anything."""

    key: str
    hsa_id: str
    name: str
    municipality: str
    free: int
    doctors: bool
    sv: str
    en: str
    queue: int = 0
    queue_offered: bool = False
    pace_days: int = 14
    cares: tuple[str, ...] = ("primary",)
    answer: str | None = None

    @property
    def county(self) -> str:
        """Two-digit county code."""
        return self.municipality[:2]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A named person; exactly one of `number` and `age` is set, and `home` is a municipality code or empty."""

    key: str
    given: str
    surname: str
    home: str
    sv: str
    en: str
    try_sv: str
    try_en: str
    number: str | None = None
    age: str | None = None
    female: bool = False
    listed: tuple[dict[str, Any], ...] = ()
    queues: tuple[dict[str, Any], ...] = ()
    guardians: tuple[str, ...] = ()
    consents: bool = False
    changes: int = 0
    protection: str = ""
    deregistered: str | None = None
    new_number: str | None = None
    former_number: str | None = None
    identity_level: str | None = None
    moved_from: str | None = None
    shows_after: int = 0


def _tables(name: str) -> dict[str, dict[str, Any]]:
    with (resources() / "practice" / name).open("rb") as file:
        tables: dict[str, dict[str, Any]] = tomllib.load(file)
    return {
        key: {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
        for key, table in tables.items()
    }


@cache
def named_places() -> dict[str, NamedPlace]:
    """Every named care centre by its key."""
    return {key: NamedPlace(key=key, **table) for key, table in _tables("places.toml").items()}


@cache
def named_people() -> dict[str, NamedPerson]:
    """Every named person by their key."""
    return {key: NamedPerson(key=key, **table) for key, table in _tables("people.toml").items()}
