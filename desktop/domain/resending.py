"""Whether an unclear order may be sent again: only after a reading that can tell, and never over a newer choice.

A region that was not read, or that withholds, tells nothing by what it does not show (IS-L flow 12). After a fault the
same message waits for the contract's floor (contract-rules 1, rule 22).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from desktop.domain.case import CaseFile
from desktop.domain.choices import stands_in_the_way
from desktop.domain.citizen import Citizen
from desktop.domain.listing import Listing, Overview, RegionListings
from desktop.domain.outcome import Unclear
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.domain.registration import Intent, Registration

Placed = tuple[County, Listing]


class Bar(Enum):
    """Why it may not be sent again."""

    NOT_UNCLEAR = "it is not unclear what became of it"
    TOO_SOON = "the contract's floor has not passed"
    PERSON_CHANGED = "the citizen has been deregistered or moved to another county"
    NOT_READ = "a region could not be read"
    WITHHELD = "the region does not disclose, so absence proves nothing"
    NEWER_CHOICE = "the citizen has chosen something else since"
    IN_THE_WAY = "the call would mean something else now"


@dataclass(frozen=True, slots=True)
class Barred:
    """Not offered. `shown` is the newer choice, where there is one; `not_before` when it is only too soon."""

    why: Bar
    shown: tuple[Placed, ...] = ()
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class MayResend:
    """A reading has told that it was not registered. `gone` is what the citizen was listed at and is not any more."""

    case: CaseFile
    order: Registration
    seen: RegionListings
    gone: tuple[Placed, ...]


def earliest(case: CaseFile, floor: float) -> datetime:
    """When a case's order may be sent again: after `floor` seconds, twice as many after each sending (rule 22)."""
    times = max(1, len(case.notes.sent))
    last = case.notes.sent[-1] if case.notes.sent else case.opened_at
    return last + timedelta(seconds=floor * float(2 ** (times - 1)))


def may_resend(case: CaseFile, citizen: Citizen, overview: Overview, not_before: datetime) -> MayResend | Barred:
    """What stands against sending a case's order again, by the register and every region read just now."""
    order = case.about
    if not isinstance(order, Registration) or not isinstance(case.outcome, Unclear):
        return Barred(Bar.NOT_UNCLEAR)
    as_sent = (order.citizen.identity, order.citizen.home_county)
    if citizen.deregistration is not None or (citizen.identity, citizen.home_county) != as_sent:
        return Barred(Bar.PERSON_CHANGED)
    seen = overview.answered(order.choice.county)
    if seen is None or isinstance(overview.counties, Problem) or not _all_answered(overview):
        return Barred(Bar.NOT_READ)
    if seen.withholds:
        return Barred(Bar.WITHHELD)
    of_type = order.choice.listing_type.key
    was = {_key(county, item) for county, item in case.notes.previous}
    now = tuple(placed for placed in overview.current if placed[1].listing_type.key == of_type)
    newer = tuple(placed for placed in now if _key(*placed) not in was)
    chosen_since = (*newer, *_queued_since(case, order, overview))
    if chosen_since:
        return Barred(Bar.NEWER_CHOICE, chosen_since)
    if stands_in_the_way(order.choice, seen):
        return Barred(Bar.IN_THE_WAY)
    if seen.read_at < not_before:
        return Barred(Bar.TOO_SOON, not_before=not_before)
    held = {_key(*placed) for placed in now}
    gone = [placed for placed in case.notes.previous if placed[1].listing_type.key == of_type]
    return MayResend(case, order, seen, tuple(placed for placed in gone if _key(*placed) not in held))


def _all_answered(overview: Overview) -> bool:
    return overview.is_complete and all(isinstance(reading, RegionListings) for reading in overview.regions.values())


def _queued_since(case: CaseFile, order: Registration, overview: Overview) -> Iterable[Placed]:
    """Places in queues that were not there when it was sent; what was then is not known of older cases."""
    if order.choice.intent is Intent.LEAVE_QUEUE or case.notes.queued is None:
        return ()
    was = {_key(county, item) for county, item in case.notes.queued}
    of_type = order.choice.listing_type.key
    return [one for one in overview.queue_places if one[1].listing_type.key == of_type and _key(*one) not in was]


def _key(county: County, item: Listing) -> tuple[str, str, tuple[str, str]]:
    return county, item.facility.hsa_id.casefold(), item.listing_type.key
