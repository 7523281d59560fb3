"""Kontroll före registrering: what would happen if this were registered now, and what the citizen would lose.

It never guesses a rule that the region owns (cap, age, consent, exemptions from a full list): those are UNCERTAIN at
most. NOT_POSSIBLE is only what the desk itself must not do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.choices import about_choice
from desktop.domain.choosers import about_chooser
from desktop.domain.citizen import Citizen, Deregistration
from desktop.domain.listing import Listing, Overview, Pending, RegionListings
from desktop.domain.problems import Kind, Problem
from desktop.domain.reasons import Level, Loss, Why
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Evidence, Intent
from desktop.domain.rules import NOTHING_MORE, Known, Rules


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
    known: Known = NOTHING_MORE,
) -> Verdict:
    """Judge a choice by what regions have said. Pure: asks nobody."""
    citizen = overview.citizen
    reading = overview.regions.get(choice.county, Pending.PENDING)
    reasons = [*_person(citizen, rules), *about_chooser(citizen, chooser, agreement, rules, today, known)]
    reasons += _connected(citizen, choice, rules)
    reasons += _agreed(citizen, agreement, evidence)
    if isinstance(reading, RegionListings):
        reasons += about_choice(choice, reading, known)
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
    if rules.discards(citizen):
        yield Why.TEST_PERSON


def _connected(citizen: Citizen, choice: Choice, rules: Rules) -> Iterator[Why]:
    """Without the home region's GetListingCounty nobody is listed across regions (TKB-L, Frivillighet)."""
    home = citizen.home_county
    if not rules.connects(choice.county):
        yield Why.NOT_CONNECTED
    if home is not None and home != choice.county and not rules.connects(home):
        yield Why.HOME_NOT_CONNECTED


def _agreed(citizen: Citizen, agreement: Agreement, evidence: Evidence) -> Iterator[Why]:
    agreed = agreement.to_register(evidence.kind)
    if agreed is None:
        yield Why.NOT_AGREED
    if evidence.kind is EvidenceKind.FORM and not agreement.takes_form(evidence.form_version):
        yield Why.FORM_VERSION
    if not agreement.may_hear_of(citizen):
        yield Why.PROTECTED_NOT_HANDLED
    if citizen.home_county is None and not (agreed is not None and agreed.without_home_county):
        yield Why.NO_HOME_COUNTY


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
