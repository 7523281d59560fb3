"""Try registering with a test person, outside production: once for each way that is agreed, and read it back."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.citizen import Citizen
from desktop.domain.connection import Caution, NotTried, Step, Trial
from desktop.domain.outcome import Confirmed, Outcome, Queued, Refused
from desktop.domain.problems import CallError, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Chooser, Evidence, Intent, Registration, Wish, needed_consents
from desktop.domain.rules import Rules
from desktop.domain.verdict import judge
from desktop.runtime.clock import today
from desktop.usecases.confirm import confirm
from desktop.usecases.open_citizen import open_citizen
from desktop.usecases.prepare import prepare

if TYPE_CHECKING:
    from desktop.contracts.transport import Transport

_PAUSES = (1.0, 2.0, 5.0)
_CREATE = "CreateListing"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the profile states about the desk; `centres` are those between which a test person may be moved."""

    rules: Rules
    is_production: bool
    centres: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """With whom it is tried, and in which region."""

    transport: Transport
    desk: Desk
    agreement_of: Callable[[str], Agreement]
    county: County
    person: Citizen

    @property
    def agreement(self) -> Agreement:
        """What is agreed with the region."""
        return self.agreement_of(self.county)


async def try_registering(attempt: Attempt) -> tuple[Trial, ...]:
    """One trial for each actor that the region has agreed to, by form and by phone. Raises ValueError in production."""
    if attempt.desk.is_production:
        raise ValueError("a check registers nothing in production")
    untried, person = Trial(Step.REGISTERING, contract=_CREATE, county=attempt.county), attempt.person
    if not person.is_test_person:
        return (replace(untried, not_tried=NotTried.NOT_A_TEST_PERSON),)
    agreed = {kind: attempt.agreement.to_register(kind) for kind in EvidenceKind}
    ways = {terms.actor_for(Chooser().actor(person)): kind for kind, terms in agreed.items() if terms is not None}
    if not ways:
        return (replace(untried, not_tried=NotTried.NOT_AGREED),)
    return tuple([await _try(attempt, kind) for kind in ways.values()])


async def _try(attempt: Attempt, kind: EvidenceKind) -> Trial:
    """The desk's own way: read the region, judge, register once, read again."""
    from desktop.contracts.listings import Listings

    trial = Trial(Step.REGISTERING, contract=_CREATE, county=attempt.county)
    order = await _order(attempt, kind)
    if isinstance(order, NotTried):
        return replace(trial, not_tried=order)
    if isinstance(order, Problem):
        return replace(trial, problem=order)
    listings, started = Listings(attempt.transport), time.monotonic()
    try:
        reply = await listings.create_listing(order)
    except CallError as error:
        return replace(trial, problem=error.problem, correlation_id=error.problem.correlation_id)
    spent = round((time.monotonic() - started) * 1000)
    outcome = await confirm(listings, attempt.agreement, _PAUSES, order, reply)
    return replace(
        trial,
        ms=spent,
        caution=_caution(outcome),
        correlation_id=reply.correlation_id,
        facts={"code": reply.code, "actor": order.actor.type.value, "by": kind.value},
    )


def _caution(outcome: Outcome) -> Caution | None:
    match outcome:
        case Confirmed() | Queued():
            return None
        case Refused():
            return Caution.REFUSED
        case _:
            return Caution.NOT_CONFIRMED


async def _order(attempt: Attempt, kind: EvidenceKind) -> Registration | NotTried | Problem:
    """An order to list the test person at a centre where they are not listed now."""
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings

    agreement, listings, person = attempt.agreement, Listings(attempt.transport), attempt.person
    agreement_of, county = attempt.agreement_of, attempt.county
    overview = [overview async for overview in open_citizen(listings, agreement_of, county, person)][-1]
    reading = overview.regions[county]
    if isinstance(reading, Problem):
        return reading
    here = {item.facility.hsa_id.casefold() for _, item in overview.current}
    centre = next((one for one in attempt.desk.centres.get(county, ()) if one.casefold() not in here), None)
    if centre is None:
        return NotTried.NO_CENTRE
    wish = Wish(Intent.LIST, county, centre)
    prepared = await prepare(Catalogue(attempt.transport), listings, agreement_of, overview, wish)
    if isinstance(prepared, Problem):
        return prepared
    terms = agreement.to_register(kind)
    evidence = Evidence(kind, today(), form_version=next(iter(agreement.form_versions), ""))
    verdict = judge(prepared.overview, prepared.choice, Chooser(), evidence, agreement, attempt.desk.rules, today())
    if terms is None or not verdict.may_register or person.home_county is None:
        return NotTried.IN_THE_WAY
    present = prepared.overview.listed_in(prepared.choice.listing_type)
    consents = needed_consents(person.home_county, county, present, terms=terms.has_terms)
    return Registration(person, prepared.choice, Chooser(), evidence, consents, terms, present)
