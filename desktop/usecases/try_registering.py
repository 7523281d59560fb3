"""Try registering with a test person, outside production: join a queue and leave it again, list, choose a doctor.

Each goes the desk's own way: read the region, judge, send once, read again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.citizen import Citizen
from desktop.domain.connection import Caution, Left, NotTried, Step, Trial
from desktop.domain.listing import Overview, RegionListings, same_hsa_id
from desktop.domain.outcome import Confirmed, Outcome, Queued, Refused, Reply
from desktop.domain.problems import CallError, Effect, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Chooser, Evidence, Intent, Registration, Wish, needed_consents
from desktop.domain.rules import Rules
from desktop.domain.verdict import judge
from desktop.runtime.clock import today
from desktop.usecases.confirm import confirm
from desktop.usecases.offer_choices import offer_doctors
from desktop.usecases.open_citizen import open_citizen
from desktop.usecases.prepare import prepare
from desktop.usecases.try_line import since

if TYPE_CHECKING:
    from desktop.contracts.transport import Transport

_PAUSES = (1.0, 2.0, 5.0)
_INTENTS = (Intent.JOIN_QUEUE, Intent.LEAVE_QUEUE, Intent.LIST, Intent.CHANGE_DOCTOR)
"""The listing last of those that a region may count: when none are left, it says so to whoever asks for a queue too."""
_CHOOSER = Chooser()


@dataclass(frozen=True, slots=True)
class Desk:
    """What the profile states about the desk.

    By county: `centres` are those between which a test person may be moved, `queue_centres` the one whose queue they
    may join and leave.
    """

    rules: Rules
    is_production: bool
    centres: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    queue_centres: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """With whom it is tried, and in which region; `is_stopped` is asked before each."""

    transport: Transport
    desk: Desk
    agreement_of: Callable[[str], Agreement]
    county: County
    person: Citizen
    is_stopped: Callable[[], bool] = bool

    @property
    def agreement(self) -> Agreement:
        """What is agreed with the region."""
        return self.agreement_of(self.county)


async def try_registering(attempt: Attempt) -> tuple[Trial, ...]:
    """The four intents for each actor that the region has agreed to, by form and by phone.

    Raises ValueError in production.
    """
    if attempt.desk.is_production:
        raise ValueError("a check registers nothing in production")
    untried, person = Trial(Step.REGISTERING, contract="CreateListing", county=attempt.county), attempt.person
    if not person.is_test_person:
        return (replace(untried, not_tried=NotTried.NOT_A_TEST_PERSON),)
    agreed = {kind: attempt.agreement.to_register(kind) for kind in EvidenceKind}
    ways = {terms.actor_for(_CHOOSER.actor(person)): kind for kind, terms in agreed.items() if terms is not None}
    if not ways:
        return (replace(untried, not_tried=NotTried.NOT_AGREED),)
    trials: list[Trial] = []
    for kind in ways.values():
        joined = False
        for intent in _INTENTS:
            if attempt.is_stopped() and not (joined and intent is Intent.LEAVE_QUEUE):
                trials.append(replace(untried, intent=intent, not_tried=NotTried.STOPPED))
            else:
                trials.append(await _try(attempt, kind, replace(untried, intent=intent), intent))
            joined = trials[-1].left in (Left.QUEUE_PLACE, Left.UNKNOWN)
    return tuple(trials)


async def _try(attempt: Attempt, kind: EvidenceKind, trial: Trial, intent: Intent) -> Trial:
    from desktop.contracts.listings import Listings

    order = await _order(attempt, kind, intent)
    if isinstance(order, NotTried):
        return replace(trial, not_tried=order)
    if isinstance(order, Problem):
        return replace(trial, problem=order)
    listings, started = Listings(attempt.transport), time.monotonic()
    reply: Reply | Problem
    try:
        reply = await listings.create_listing(order)
    except CallError as error:
        reply = error.problem
    facts = {"actor": order.actor.type.value, "by": kind.value, "centre": order.choice.facility.hsa_id}
    trial = replace(trial, ms=since(started), correlation_id=reply.correlation_id, facts=facts)
    if isinstance(reply, Problem) and reply.effect is not Effect.UNKNOWN:
        return replace(trial, problem=reply, left=_nothing_changed(intent))
    outcome = await confirm(listings, attempt.agreement, _PAUSES, order, reply)
    left = _left(intent, outcome)
    if isinstance(reply, Problem):
        return replace(trial, problem=reply, left=left)
    return replace(trial, caution=_caution(intent, outcome), facts={"code": reply.code, **facts}, left=left)


def _caution(intent: Intent, outcome: Outcome) -> Caution | None:
    match outcome:
        case Confirmed() if intent is Intent.JOIN_QUEUE:
            return Caution.LISTED_AT_ONCE
        case Confirmed() | Queued():
            return None
        case Refused():
            return Caution.REFUSED
        case _:
            return Caution.NOT_CONFIRMED


def _left(intent: Intent, outcome: Outcome) -> Left:
    """What the region holds of the test person after the call."""
    match outcome:
        case Queued():
            return Left.QUEUE_PLACE
        case Confirmed(shown=None):
            return Left.NOTHING
        case Confirmed():
            return Left.DOCTOR if intent is Intent.CHANGE_DOCTOR else Left.LISTING
        case Refused():
            return _nothing_changed(intent)
        case _:
            return Left.UNKNOWN


def _nothing_changed(intent: Intent) -> Left:
    return Left.QUEUE_PLACE if intent is Intent.LEAVE_QUEUE else Left.NOTHING


async def _order(attempt: Attempt, kind: EvidenceKind, intent: Intent) -> Registration | NotTried | Problem:
    """An order that the desk itself would take."""
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings

    agreement, agreement_of, person, county = attempt.agreement, attempt.agreement_of, attempt.person, attempt.county
    catalogue, listings = Catalogue(attempt.transport), Listings(attempt.transport)
    overview = [overview async for overview in open_citizen(listings, agreement_of, county, person)][-1]
    reading = overview.regions[county]
    if not isinstance(reading, RegionListings):
        return reading if isinstance(reading, Problem) else NotTried.IN_THE_WAY
    wish = await _wish(attempt, intent, overview, reading)
    if not isinstance(wish, Wish):
        return wish
    prepared = await prepare(catalogue, listings, agreement_of, overview, wish)
    if isinstance(prepared, Problem):
        return prepared
    if intent is Intent.JOIN_QUEUE and not prepared.choice.facility.has_queue:
        return NotTried.NO_QUEUE
    terms = agreement.to_register(kind)
    evidence = Evidence(kind, today(), form_version=next(iter(agreement.form_versions), ""))
    verdict = judge(prepared.overview, prepared.choice, _CHOOSER, evidence, agreement, attempt.desk.rules, today())
    if terms is None or not verdict.may_register or person.home_county is None:
        return NotTried.IN_THE_WAY
    present = prepared.overview.listed_in(prepared.choice.listing_type)
    consents = needed_consents(person.home_county, county, present, terms=terms.has_terms, intent=intent)
    return Registration(person, prepared.choice, _CHOOSER, evidence, consents, terms, present)


async def _wish(
    attempt: Attempt, intent: Intent, overview: Overview, reading: RegionListings
) -> Wish | NotTried | Problem:
    """Where it is tried: only at care centres that the profile names for it."""
    county, desk = attempt.county, attempt.desk
    centres, queue = desk.centres.get(county, ()), desk.queue_centres.get(county, "")
    match intent:
        case Intent.LIST:
            here = [item for _, item in overview.current]
            free = (centre for centre in centres if not any(item.is_at(centre) for item in here))
            centre = next(free, None)
            return Wish(intent, county, centre) if centre is not None else NotTried.NO_CENTRE
        case Intent.CHANGE_DOCTOR:
            return await _doctor_wish(attempt, reading, centres)
        case Intent.JOIN_QUEUE:
            return Wish(intent, county, queue) if queue else NotTried.NO_QUEUE_CENTRE
        case Intent.LEAVE_QUEUE:
            place = next((item for item in reading.queue_places if queue and item.is_at(queue)), None)
            if place is None:
                return NotTried.NOT_QUEUING
            return Wish(intent, county, queue, place.listing_type, facility=place.facility)


async def _doctor_wish(
    attempt: Attempt, reading: RegionListings, centres: tuple[str, ...]
) -> Wish | NotTried | Problem:
    """Another doctor than the present one, where the test person is listed now."""
    from desktop.contracts.catalogue import Catalogue

    listed = next((item for item in reading.current if any(item.is_at(centre) for centre in centres)), None)
    if listed is None:
        return NotTried.NO_CENTRE
    facility, kind, catalogue = listed.facility, listed.listing_type, Catalogue(attempt.transport)
    offered = await offer_doctors(catalogue, attempt.agreement, attempt.person, facility, kind)
    if isinstance(offered, Problem):
        return offered
    present = listed.doctor.hsa_id if listed.doctor else ""
    doctor = next((one for one in offered if not same_hsa_id(one.hsa_id, present)), None)
    if doctor is None:
        return NotTried.NO_DOCTOR
    return Wish(Intent.CHANGE_DOCTOR, attempt.county, facility.hsa_id, kind, doctor, facility)
