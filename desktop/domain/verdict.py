"""Kontroll före registrering: what would happen if this were registered now, and what the citizen would lose.

It never guesses a rule that the region owns (cap, age, consent, exemptions from a full list): those are UNCERTAIN at
most. NOT_POSSIBLE is only what the desk itself must not do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.citizen import Citizen, Deregistration
from desktop.domain.listing import Listing, Overview, Pending, QueueState, RegionListings, same_hsa_id
from desktop.domain.problems import Problem
from desktop.domain.registration import Choice, Chooser, Intent


class Level(IntEnum):
    """How far a registration is from possible; a verdict has the highest of its reasons."""

    CLEAR = 0
    UNCERTAIN = 1
    NEEDS = 2
    NOT_POSSIBLE = 3


class Why(Enum):
    """A reason, with its level. Sentences and remedies stand in `texts/verdicts.py`."""

    FULL_WITH_QUEUE = ("full with queue", Level.UNCERTAIN)
    NO_CHANGES_STATED = ("the region states no changes left", Level.UNCERTAIN)
    LISTINGS_WITHHELD = ("the region does not show listings to us", Level.UNCERTAIN)
    HOME_NOT_READ = ("the home region has not answered", Level.UNCERTAIN)
    GUARDIAN_NEEDED = ("a guardian chooses", Level.NEEDS)
    GUARDIAN_NOT_ALLOWED = ("an adult chooses alone", Level.NOT_POSSIBLE)
    GUARDIAN_IS_CITIZEN = ("the guardian's number is the citizen's own", Level.NEEDS)
    DECEASED = ("deceased", Level.NOT_POSSIBLE)
    EMIGRATED = ("emigrated", Level.NOT_POSSIBLE)
    DEREGISTERED = ("deregistered", Level.NOT_POSSIBLE)
    TEST_PERSON = ("a test person in production", Level.NOT_POSSIBLE)
    PROTECTED_NOT_HANDLED = ("the region is not agreed for protected persons", Level.NOT_POSSIBLE)
    NO_HOME_COUNTY = ("no home county: form only", Level.NOT_POSSIBLE)
    NOT_AGREED = ("nothing agreed with the region for this evidence", Level.NOT_POSSIBLE)
    TYPE_NOT_OFFERED = ("the care centre does not take this type", Level.NOT_POSSIBLE)
    DOCTOR_NOT_OFFERED = ("the care centre offers no choice of doctor", Level.NOT_POSSIBLE)
    ALREADY_LISTED = ("already listed there", Level.NOT_POSSIBLE)
    SAME_DOCTOR = ("the doctor is already chosen", Level.NOT_POSSIBLE)
    NOT_LISTED_THERE = ("no listing there to choose a doctor for", Level.NOT_POSSIBLE)
    ALREADY_QUEUING = ("already in that queue", Level.NOT_POSSIBLE)
    NO_QUEUE_PLACE = ("no queue place there to leave", Level.NOT_POSSIBLE)
    WOULD_LEAVE_QUEUE = ("in the queue there: a plain call would lose the place", Level.NOT_POSSIBLE)
    QUEUE_UNKNOWN = ("not known whether in the queue there", Level.NOT_POSSIBLE)
    NOT_READ = ("the region has not been read", Level.NOT_POSSIBLE)

    def __init__(self, _: str, level: Level) -> None:
        self.level = level


class Loss(Enum):
    """What the citizen would lose or risk, each a line of its own."""

    LEAVES_LISTING = "leaves the present listing"
    MAY_COUNT_AS_CHANGE = "may count as a change"
    MAY_LIST_AT_ONCE = "is listed at once if there is room when the region answers"
    QUEUE_PLACE_MAY_GO = "queue places elsewhere may be lost"
    QUEUE_PLACE_GOES = "the queue place is given up"
    CARE_GUARANTEE = "the care guarantee's time limits do not apply in another region"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the profile states about the desk: `chooses_from` is the age in years from which a child chooses alone."""

    chooses_from: int = 16
    allows_test_persons: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Reasons with their level, and losses. `leaving` is the listing the citizen would leave, where it is known."""

    reasons: tuple[Why, ...]
    losses: tuple[Loss, ...]
    leaving: Listing | None = None

    @property
    def level(self) -> Level:
        """The highest level among the reasons."""
        return max((why.level for why in self.reasons), default=Level.CLEAR)

    @property
    def may_register(self) -> bool:
        """Nothing stands in the way that the desk may not step over."""
        return self.level < Level.NEEDS


def judge(
    overview: Overview,
    choice: Choice,
    chooser: Chooser,
    evidence: EvidenceKind,
    agreement: Agreement,
    rules: Rules,
    today: date,
) -> Verdict:
    """Judge a choice by what regions have said. Pure: asks nobody."""
    citizen = overview.citizen
    reading = overview.regions.get(choice.county, Pending.PENDING)
    reasons = [*_person(citizen, rules), *_chooser(citizen, chooser, rules, today)]
    reasons += _agreed(citizen, agreement, evidence)
    if isinstance(reading, RegionListings):
        reasons += _choice(choice, reading)
    else:
        reasons.append(Why.NOT_READ)
    leaving = _leaving(overview, choice)
    reasons += _regions(overview, choice, reading, leaving)
    return Verdict(tuple(reasons), tuple(_losses(overview, choice, leaving)), leaving)


def _person(citizen: Citizen, rules: Rules) -> Iterator[Why]:
    match citizen.deregistration:
        case None:
            pass
        case Deregistration.DECEASED:
            yield Why.DECEASED
        case Deregistration.EMIGRATED:
            yield Why.EMIGRATED
        case _:
            yield Why.DEREGISTERED
    if citizen.is_test_person and not rules.allows_test_persons:
        yield Why.TEST_PERSON


def _chooser(citizen: Citizen, chooser: Chooser, rules: Rules, today: date) -> Iterator[Why]:
    age = citizen.age(today)
    if chooser.guardian is None and age < rules.chooses_from:
        yield Why.GUARDIAN_NEEDED
    if chooser.guardian is not None and age >= 18:
        yield Why.GUARDIAN_NOT_ALLOWED
    if chooser.guardian is not None and chooser.guardian in (citizen.identity, *citizen.other_identities):
        yield Why.GUARDIAN_IS_CITIZEN


def _agreed(citizen: Citizen, agreement: Agreement, evidence: EvidenceKind) -> Iterator[Why]:
    if agreement.to_register(evidence) is None:
        yield Why.NOT_AGREED
    if citizen.is_protected and not agreement.handles_protected:
        yield Why.PROTECTED_NOT_HANDLED
    if citizen.home_county is None:
        yield Why.NO_HOME_COUNTY


def stands_in_the_way(choice: Choice, reading: RegionListings) -> tuple[Why, ...]:
    """What in a region's reading makes this choice impossible: the queue trap above all (TKB-L 6.1)."""
    return tuple(why for why in _choice(choice, reading) if why.level is Level.NOT_POSSIBLE)


def _choice(choice: Choice, reading: RegionListings) -> Iterator[Why]:
    if choice.doctor is not None and choice.facility.supports_doctor_choice is False:
        yield Why.DOCTOR_NOT_OFFERED
    yield from _BY_INTENT[choice.intent](choice, reading)


def _list(choice: Choice, reading: RegionListings) -> Iterator[Why]:
    facility = choice.facility
    if not facility.offers(choice.listing_type):
        yield Why.TYPE_NOT_OFFERED
    if reading.listed_at(facility.hsa_id, choice.listing_type):
        yield Why.ALREADY_LISTED
        return
    match reading.queue_state(facility.hsa_id):
        case QueueState.QUEUING:
            yield Why.WOULD_LEAVE_QUEUE
        case QueueState.UNKNOWN:
            yield Why.QUEUE_UNKNOWN
        case QueueState.NOT_QUEUING:
            if facility.has_queue:
                yield Why.FULL_WITH_QUEUE


def _join_queue(choice: Choice, reading: RegionListings) -> Iterator[Why]:
    facility = choice.facility
    if not facility.offers(choice.listing_type):
        yield Why.TYPE_NOT_OFFERED
    if reading.listed_at(facility.hsa_id, choice.listing_type):
        yield Why.ALREADY_LISTED
    elif reading.queued_at(facility.hsa_id, choice.listing_type):
        yield Why.ALREADY_QUEUING


def _leave_queue(choice: Choice, reading: RegionListings) -> Iterator[Why]:
    if not reading.queued_at(choice.facility.hsa_id, choice.listing_type):
        yield Why.NO_QUEUE_PLACE


def _change_doctor(choice: Choice, reading: RegionListings) -> Iterator[Why]:
    listed = reading.listed_at(choice.facility.hsa_id, choice.listing_type)
    if listed is None:
        yield Why.NOT_LISTED_THERE
    elif listed.doctor and choice.doctor and same_hsa_id(listed.doctor.hsa_id, choice.doctor.hsa_id):
        yield Why.SAME_DOCTOR
    if reading.queue_state(choice.facility.hsa_id) is QueueState.QUEUING:
        yield Why.WOULD_LEAVE_QUEUE


_BY_INTENT: dict[Intent, Callable[[Choice, RegionListings], Iterator[Why]]] = {
    Intent.LIST: _list,
    Intent.JOIN_QUEUE: _join_queue,
    Intent.LEAVE_QUEUE: _leave_queue,
    Intent.CHANGE_DOCTOR: _change_doctor,
}


def _regions(
    overview: Overview, choice: Choice, reading: RegionListings | Problem | Pending, leaving: Listing | None
) -> Iterator[Why]:
    home = overview.citizen.home_county
    if isinstance(overview.counties, Problem) and choice.county != home:
        yield Why.HOME_NOT_READ
    if choice.intent not in (Intent.LIST, Intent.JOIN_QUEUE):
        return
    if isinstance(reading, RegionListings) and reading.withholds and leaving is None:
        yield Why.LISTINGS_WITHHELD
    if leaving is not None and leaving.remaining_changes == 0:
        yield Why.NO_CHANGES_STATED


def _leaving(overview: Overview, choice: Choice) -> Listing | None:
    """The listing of the same type that a new listing replaces: one provider at a time (HSL 7 kap. 3 a §)."""
    if choice.intent not in (Intent.LIST, Intent.JOIN_QUEUE):
        return None
    same_type = (item for _, item in overview.current if item.listing_type.key == choice.listing_type.key)
    return next((item for item in same_type if not item.is_at(choice.facility.hsa_id)), None)


def _losses(overview: Overview, choice: Choice, leaving: Listing | None) -> Iterator[Loss]:
    if choice.intent is Intent.LEAVE_QUEUE:
        yield Loss.QUEUE_PLACE_GOES
    if choice.intent not in (Intent.LIST, Intent.JOIN_QUEUE):
        return
    if choice.intent is Intent.JOIN_QUEUE:
        yield Loss.MAY_LIST_AT_ONCE
    if leaving is not None:
        yield Loss.LEAVES_LISTING
    yield Loss.MAY_COUNT_AS_CHANGE
    if any(not place.is_at(choice.facility.hsa_id) for _, place in overview.queue_places):
        yield Loss.QUEUE_PLACE_MAY_GO
    if overview.citizen.home_county not in (None, choice.county):
        yield Loss.CARE_GUARANTEE
