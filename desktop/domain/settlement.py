"""What became of a registration, told from the region's reply and from what the region shows afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.listing import Listing, QueueState, RegionListings, same_hsa_id
from desktop.domain.outcome import Confirmed, NotSent, Outcome, Queued, Received, Refused, Reply, Unclear, Unverified
from desktop.domain.problems import Effect, Problem
from desktop.domain.registration import Choice, Intent


def refusal(reply: Reply) -> Refused | None:
    """What a reply that refuses leads to, whatever the region shows."""
    return Refused(reply.refusal, reply) if reply.refusal is not None else None


def told_at_once(reply: Reply | Problem) -> Outcome:
    """What is known as soon as a call has ended, before anything has been read."""
    if isinstance(reply, Reply):
        return refusal(reply) or Received(Unverified.NOT_READ, reply)
    return Unclear(reply, None) if reply.effect is Effect.UNKNOWN else NotSent(reply)


def left_open(outcome: Outcome) -> Reply | Problem | None:
    """What the call ended in, where reading again can settle it; None where it is settled."""
    match outcome:
        case Received(why=why, reply=reply) if why is not Unverified.CONTRADICTED:
            return reply
        case Unclear(problem=problem):
            return problem
        case _:
            return None


def settle(
    choice: Choice,
    reply: Reply | Problem,
    reading: RegionListings | Problem,
    previous: Iterable[Listing] | None = None,
) -> Outcome:
    """Settle a call that reached the region, or may have.

    `reply` is the region's reply, or the Problem that left the outcome unknown; `reading` is GetListing afterwards.
    What the region shows wins over what it replied: OK to "list or queue" may mean either (TKB-L 6.1). `previous` is
    what the region showed before the call, if that is known: something third contradicts the reply.
    """
    if isinstance(reply, Reply) and (refused := refusal(reply)) is not None:
        return refused
    answer = reply if isinstance(reply, Reply) and reply.is_done else None
    if isinstance(reading, RegionListings):
        seen = _shown(choice, reading, answer)
        if seen is not None:
            return seen
    if isinstance(reply, Problem):
        return Unclear(reply, reading if isinstance(reading, RegionListings) else None)
    if isinstance(reading, Problem):
        return Received(Unverified.READING_FAILED, reply)
    if previous is not None and _contradicts(choice, reading, tuple(previous)):
        return Received(Unverified.CONTRADICTED, reply)
    return Received(Unverified.WITHHELD if reading.withholds else Unverified.NOT_VISIBLE_YET, reply)


def _shown(choice: Choice, reading: RegionListings, reply: Reply | None) -> Outcome | None:
    """The outcome that the reading proves, or None where it proves nothing."""
    hsa_id = choice.facility.hsa_id
    listed = reading.listed_at(hsa_id, choice.listing_type)
    queued = reading.queued_at(hsa_id, choice.listing_type)
    match choice.intent:
        case Intent.LIST | Intent.JOIN_QUEUE:
            if listed is not None and _has_doctor(listed, choice):
                return Confirmed(listed, reply)
            return Queued(queued, reply) if queued is not None else None
        case Intent.CHANGE_DOCTOR:
            return Confirmed(listed, reply) if listed is not None and _has_doctor(listed, choice) else None
        case Intent.LEAVE_QUEUE:
            left = reading.queue_state(hsa_id) is QueueState.NOT_QUEUING and listed is None
            return Confirmed(None, reply) if left else None


def _contradicts(choice: Choice, reading: RegionListings, previous: tuple[Listing, ...]) -> bool:
    """A listing of this type that was not there before the call and is not what was ordered."""
    was = {item.facility.hsa_id.casefold() for item in previous if not item.in_queue and _is_of(item, choice)}
    new = [item for item in reading.current if _is_of(item, choice) and item.facility.hsa_id.casefold() not in was]
    ordered = choice.intent in (Intent.LIST, Intent.JOIN_QUEUE)
    return any(not (ordered and item.is_at(choice.facility.hsa_id)) for item in new)


def _is_of(item: Listing, choice: Choice) -> bool:
    return item.listing_type.key == choice.listing_type.key


def _has_doctor(listed: Listing, choice: Choice) -> bool:
    if choice.doctor is None:
        return True
    return listed.doctor is not None and same_hsa_id(listed.doctor.hsa_id, choice.doctor.hsa_id)
