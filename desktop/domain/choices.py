"""Whether a choice fits what its region has said: the care centre, the type, the doctor, and the queue trap."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.domain.listing import QueueState, RegionListings, same_hsa_id
from desktop.domain.reasons import Level, Why
from desktop.domain.registration import Choice, Intent
from desktop.domain.rules import Known


def about_choice(choice: Choice, reading: RegionListings, known: Known) -> Iterator[Why]:
    """Everything about the choice in its region."""
    yield from _choice(choice, reading)
    yield from _type_for_citizen(choice, known)


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
