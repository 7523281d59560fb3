"""Kontroll före registrering: what would happen if this were registered now, and what the citizen would lose.

It never guesses a rule that the region owns (cap, age, consent, exemptions from a full list): those are UNCERTAIN at
most. NOT_POSSIBLE is only what the desk itself must not do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.citizen import Citizen, Deregistration, Unknown
from desktop.domain.listing import Listing, ListingType, Overview, Pending, QueueState, RegionListings, same_hsa_id
from desktop.domain.problems import Kind, Problem
from desktop.domain.reasons import Level, Loss, Why
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Evidence, Intent

OF_AGE = 18
"""Years from which nobody else chooses (föräldrabalken 9 kap. 1 §)."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the profile states about the desk.

    `chooses_from` is the age in years from which a child chooses alone; `connected` the regions that take part, None
    where that is not known.
    """

    chooses_from: int = 16
    allows_test_persons: bool = False
    connected: frozenset[County] | None = None

    def connects(self, county: County) -> bool:
        """Whether a region takes part, as far as is known."""
        return self.connected is None or county in self.connected

    def takes(self, citizen: Citizen) -> bool:
        """Whether there can be a listing of this person at all: not deregistered, no test person in production."""
        return citizen.deregistration is None and (self.allows_test_persons or not citizen.is_test_person)


@dataclass(frozen=True, slots=True)
class Known:
    """What has been asked besides the overview; None is "not asked, or not answered yet".

    `types` are those that the region offers this citizen; `guardian` what the register says of the guardian's number,
    Pending while it is being asked.
    """

    types: tuple[ListingType, ...] | None = None
    guardian: Citizen | Unknown | Problem | Pending | None = None


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
    evidence: Evidence,
    agreement: Agreement,
    rules: Rules,
    today: date,
    known: Known = Known(),
) -> Verdict:
    """Judge a choice by what regions have said. Pure: asks nobody."""
    citizen = overview.citizen
    reading = overview.regions.get(choice.county, Pending.PENDING)
    reasons = [*_person(citizen, rules), *_chooser(citizen, chooser, rules, today)]
    reasons += _guardian(chooser, known, rules)
    reasons += _representative(citizen, chooser, agreement)
    reasons += _connected(citizen, choice, rules)
    reasons += _agreed(citizen, agreement, evidence)
    if isinstance(reading, RegionListings):
        reasons += _choice(choice, reading)
        reasons += _type_for_citizen(choice, known)
    else:
        reasons.append(Why.NOT_ASKED if cannot_be_asked(reading) else Why.NOT_READ)
    leaving = _leaving(overview, choice)
    reasons += _regions(overview, choice, reading, leaving, rules)
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
    if chooser.is_citizen and age < rules.chooses_from:
        yield Why.GUARDIAN_NEEDED
    if chooser.guardian is not None and age >= OF_AGE:
        yield Why.GUARDIAN_NOT_ALLOWED
    if chooser.guardian in citizen.known_as:
        yield Why.GUARDIAN_IS_CITIZEN


def _guardian(chooser: Chooser, known: Known, rules: Rules) -> Iterator[Why]:
    """Only what the register says of the number: guardianship itself is stated, and not looked up in profile P1."""
    if chooser.guardian is None:
        return
    match known.guardian:
        case Pending():
            yield Why.GUARDIAN_PENDING
        case Problem():
            yield Why.GUARDIAN_NOT_LOOKED_UP
        case Unknown():
            yield Why.GUARDIAN_UNKNOWN
        case Citizen(is_test_person=True) if not rules.allows_test_persons:
            yield Why.GUARDIAN_UNKNOWN
        case Citizen(deregistration=Deregistration.DECEASED):
            yield Why.GUARDIAN_DECEASED


def _representative(citizen: Citizen, chooser: Chooser, agreement: Agreement) -> Iterator[Why]:
    if chooser.representative is None:
        return
    if not agreement.representatives:
        yield Why.REPRESENTATIVE_NOT_AGREED
    if not chooser.representative.is_stated:
        yield Why.REPRESENTATIVE_UNSTATED
    if chooser.representative.identity in citizen.known_as:
        yield Why.REPRESENTATIVE_IS_CITIZEN


def _connected(citizen: Citizen, choice: Choice, rules: Rules) -> Iterator[Why]:
    """Without the home region's GetListingCounty nobody is listed across regions (TKB-L, Frivillighet)."""
    home = citizen.home_county
    if not rules.connects(choice.county):
        yield Why.NOT_CONNECTED
    if home is not None and home != choice.county and not rules.connects(home):
        yield Why.HOME_NOT_CONNECTED


def _agreed(citizen: Citizen, agreement: Agreement, evidence: Evidence) -> Iterator[Why]:
    if agreement.to_register(evidence.kind) is None:
        yield Why.NOT_AGREED
    if evidence.kind is EvidenceKind.FORM and not agreement.takes_form(evidence.form_version):
        yield Why.FORM_VERSION
    if citizen.is_protected and not agreement.handles_protected:
        yield Why.PROTECTED_NOT_HANDLED
    if citizen.home_county is None:
        yield Why.NO_HOME_COUNTY


def stands_in_the_way(choice: Choice, reading: RegionListings) -> tuple[Why, ...]:
    """What in a region's reading makes this choice impossible: the queue trap above all (TKB-L 6.1)."""
    return tuple(why for why in _choice(choice, reading) if why.level is Level.NOT_POSSIBLE)


def _type_for_citizen(choice: Choice, known: Known) -> Iterator[Why]:
    """GetListingTypes, asked with the citizen: what it leaves out, the region does not offer (TKB-L 6)."""
    if known.types is None or choice.intent not in (Intent.LIST, Intent.JOIN_QUEUE):
        return
    if all(choice.listing_type.key != offered.key for offered in known.types):
        yield Why.TYPE_NOT_FOR_CITIZEN


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
    elif not facility.has_queue:
        yield Why.NO_QUEUE_STATED


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
    overview: Overview,
    choice: Choice,
    reading: RegionListings | Problem | Pending,
    leaving: Listing | None,
    rules: Rules,
) -> Iterator[Why]:
    yield from _elsewhere(overview, choice, rules)
    if isinstance(reading, RegionListings) and reading.withholds:
        yield Why.LISTINGS_WITHHELD
    if leaving is not None and leaving.remaining_changes == 0:
        yield Why.NO_CHANGES_STATED


def _elsewhere(overview: Overview, choice: Choice, rules: Rules) -> Iterator[Why]:
    """Answers that are being waited for, for they decide on consent and losses; and those that there will not be."""
    home = overview.citizen.home_county
    if overview.counties is Pending.PENDING:
        yield Why.HOME_PENDING
    elif isinstance(overview.counties, Problem) and (home is None or home == choice.county or rules.connects(home)):
        yield Why.HOME_NOT_ASKED if cannot_be_asked(overview.counties) else Why.HOME_NOT_READ
    others = others_of(overview, choice)
    if Pending.PENDING in others.values():
        yield Why.REGION_PENDING
    failed = [one for one in others.values() if isinstance(one, Problem)]
    if any(cannot_be_asked(one) for one in failed):
        yield Why.REGION_NOT_ASKED
    if any(not cannot_be_asked(one) for one in failed):
        yield Why.REGION_NOT_READ


def others_of(overview: Overview, choice: Choice) -> dict[County, RegionListings | Problem | Pending]:
    """The overview's regions besides the choice's own; a home region whose counties failed is said once."""
    told = {choice.county}
    if isinstance(overview.counties, Problem) and overview.citizen.home_county is not None:
        told.add(overview.citizen.home_county)
    return {county: reading for county, reading in overview.regions.items() if county not in told}


_NOT_ASKED = frozenset({Kind.NOT_AGREED, Kind.PROTECTED_NOT_AGREED, Kind.NOT_CONNECTED})


def cannot_be_asked(reading: object) -> bool:
    """A region that is not asked from here, or not connected: asking again gets nothing else."""
    return isinstance(reading, Problem) and reading.kind in _NOT_ASKED


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
    elif leaving is not None:
        yield Loss.LEAVES_LISTING
    yield Loss.MAY_COUNT_AS_CHANGE
    if any(not place.is_at(choice.facility.hsa_id) for _, place in overview.queue_places):
        yield Loss.QUEUE_PLACE_MAY_GO
    if overview.citizen.home_county not in (None, choice.county):
        yield Loss.CARE_GUARANTEE
