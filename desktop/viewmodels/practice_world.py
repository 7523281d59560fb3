"""What the practice region offers the desk: exercises, faults to train for, people and places, and how it is asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

from desktop.domain.regions import County
from desktop.viewmodels.standing import Told, TryOut


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that the practice region is told to have; None means any region or contract. `seconds` of wait.

    `times` counts down while the fault is used up, and is no part of which fault it is.
    """

    name: str
    region: str | None = None
    contract: str | None = None
    code: str | None = None
    seconds: float = 0.0
    times: int | None = field(default=None, compare=False)


class Drill(Enum):
    """A fault of the desk's own region, or of the person register, that staff train for."""

    SLOW = auto()
    NO_ANSWER_STORED = auto()
    NO_ANSWER_NOT_STORED = auto()
    DROPPED = auto()
    DOWN = auto()
    NOT_AUTHORISED = auto()
    REGISTER_DOWN = auto()

    def faults(self, county: str) -> tuple[Fault, ...]:
        """What the practice region is told, for a desk in this county."""
        match self:
            case Drill.SLOW:
                return (Fault("delay", county, seconds=6.0),)
            case Drill.NO_ANSWER_STORED:
                return (Fault("timeout-after-store", county, "CreateListing", seconds=10.0),)
            case Drill.NO_ANSWER_NOT_STORED:
                return (Fault("timeout", county, "CreateListing", seconds=10.0),)
            case Drill.DROPPED:
                return (Fault("drop-after", county, "CreateListing"),)
            case Drill.DOWN:
                return (Fault("down", county),)
            case Drill.NOT_AUTHORISED:
                return (Fault("vp", county, "CreateListing", "VP007"),)
            case Drill.REGISTER_DOWN:
                asked = ("GetPersonsForProfile", "SearchPersonsForProfile")
                return tuple(Fault("down", contract=contract) for contract in asked)


@dataclass(frozen=True, slots=True)
class Place:
    """A named care centre of the practice region, and what it is good for."""

    hsa_id: str
    name: str
    county: County
    stories: Told


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to do: for whom, where, under which faults, and how far the clock moves when the steps are done."""

    key: str
    titles: Told
    texts: Told
    person: TryOut
    place: Place | None
    faults: tuple[Fault, ...]
    clock: timedelta


@dataclass(frozen=True, slots=True)
class World:
    """What there is to practise with, and the practice region's present time and faults."""

    now: datetime
    faults: tuple[Fault, ...]
    exercises: tuple[Exercise, ...]
    people: tuple[TryOut, ...]
    places: tuple[Place, ...]


class ControlProblem(Enum):
    """Why the practice region's control surface could not be used."""

    NO_ANSWER = auto()
    REFUSED = auto()
    NOT_UNDERSTOOD = auto()


Answer = World | ControlProblem


@dataclass(frozen=True, slots=True)
class Controls:
    """The practice region's control surface; each call answers with the world as it is afterwards."""

    read: Callable[[], Awaitable[Answer]]
    set_faults: Callable[[tuple[Fault, ...]], Awaitable[Answer]]
    advance: Callable[[timedelta], Awaitable[Answer]]
    reset: Callable[[], Awaitable[Answer]]
