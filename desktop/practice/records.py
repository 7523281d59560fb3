"""The regions' registers as records: citizens, centres, doctors, listings and queue places, read from rows."""

import json
from dataclasses import dataclass, field
from typing import Any

from desktop.practice.store import Row, read_json


@dataclass(frozen=True, slots=True)
class Citizen:
    """What a region knows of a person through the person register."""

    number: str
    born: str
    county: str | None
    protection: str
    deregistered: str | None
    details: dict[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Facility:
    """A care centre; `free` is below zero where exempt citizens have been listed beyond its capacity."""

    hsa_id: str
    organisation: str
    name: str
    county: str
    free: int
    queue_offered: bool
    pace_days: int
    has_doctors: bool
    cares: tuple[str, ...]
    answer: str | None
    queue_length: int

    @property
    def is_full(self) -> bool:
        """Nobody can be listed at once."""
        return self.free <= 0

    @property
    def has_queue(self) -> bool:
        """Full, and a queue is offered (the meaning of hasQueue)."""
        return self.is_full and self.queue_offered


@dataclass(frozen=True, slots=True)
class Doctor:
    """A doctor whom citizens between two ages can choose."""

    hsa_id: str
    name: str
    title: str
    least_age: int
    most_age: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A citizen's listing at a centre; times as xs:dateTime text, `until` None while it lasts."""

    id: int
    person: str
    facility: str
    county: str
    care: str
    doctor: str | None
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A citizen's place in a centre's queue; `position` counts from 1."""

    id: int
    person: str
    facility: str
    county: str
    care: str
    joined: str
    position: int


def read_citizen(row: Row) -> Citizen:
    """A row of citizen."""
    return Citizen(
        row["number"], row["born"], row["county"], row["protection"], row["deregistered"], read_json(row, "details")
    )


def read_facility(row: Row) -> Facility:
    """A row of facility_now."""
    return Facility(
        row["hsa_id"],
        row["organisation"],
        row["name"],
        row["county"],
        row["free"],
        bool(row["queue_offered"]),
        row["pace_days"],
        bool(row["doctors"]),
        tuple(json.loads(row["cares"])),
        row["answer"],
        row["length"],
    )


def read_doctor(row: Row) -> Doctor:
    """A row of doctor."""
    return Doctor(row["hsa_id"], row["name"], row["title"], row["least_age"], row["most_age"])


def read_listing(row: Row) -> Listing:
    """A row of listing."""
    return Listing(
        row["id"], row["person"], row["facility"], row["county"], row["care"], row["doctor"], row["since"], row["until"]
    )


def read_queue_place(row: Row) -> QueuePlace:
    """A row of queue_now."""
    return QueuePlace(
        row["id"], row["person"], row["facility"], row["county"], row["care"], row["joined"], row["position"]
    )
