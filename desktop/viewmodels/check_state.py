"""What a check shows: the choice with its verdict, basis and ticks, and what Ctrl+Enter would come too early for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.domain.guardianship import Guardians
from desktop.domain.identity import NumberFault
from desktop.domain.listing import ListingType, Overview, Pending
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.reasons import Level, Why
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Consent, Intent, Wish
from desktop.domain.verdict import Verdict
from desktop.viewmodels.basis import Basis
from desktop.viewmodels.siblings import Sibling


@dataclass(frozen=True, slots=True)
class Preparing:
    """The region is asked about the care centre."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is on the page. `picture_changed`: the region showed something else just before the call.

    `types` are those that the region offers this citizen. `siblings` are children whom the same guardian lists along.
    `guardians` are those whom the register records for this child, None where it has not been asked.
    """

    choice: Choice
    overview: Overview
    types: tuple[ListingType, ...]
    basis: Basis
    verdict: Verdict
    needed: frozenset[Consent]
    ticked: frozenset[Consent] = frozenset()
    siblings: tuple[Sibling, ...] = ()
    guardians: Guardians | Problem | Pending | None = None
    sibling_fault: NumberFault | None = None
    picture_changed: bool = False
    sending: bool = False
    missing: tuple[Missing, ...] = ()

    @property
    def may_bring_siblings(self) -> bool:
        """Several children are listed, or queue, in one go; doctors and queue places are each child's own."""
        return self.choice.intent in (Intent.LIST, Intent.JOIN_QUEUE)

    @property
    def home(self) -> County | None:
        """The citizen's home county."""
        return self.overview.citizen.home_county

    @property
    def present(self) -> frozenset[County]:
        """Regions in which the citizen has, or may have, a listing of the chosen type."""
        return self.overview.listed_in(self.choice.listing_type)

    @property
    def is_stopped(self) -> bool:
        """It must not be registered as it stands: there is nothing to approve and nothing to send."""
        return self.verdict.level is Level.NOT_POSSIBLE

    @property
    def is_final(self) -> bool:
        """Stopped by something that no other chooser or evidence would change."""
        return any(why.level is Level.NOT_POSSIBLE and why not in _BY_BASIS for why in self.verdict.reasons)

    @property
    def concerned(self) -> frozenset[County]:
        """Regions that consent must name besides home and new: the siblings' as well."""
        return self.present.union(*(sibling.counties for sibling in self.siblings))


class Missing(Enum):
    """What Ctrl+Enter came too early for."""

    GUARDIAN = "the guardian's number"
    REPRESENTATIVE = "the representative's number"
    DATE = "a date"
    SIBLING_NUMBER = "a child's number"
    SIBLING = "a child who is still being looked up"
    ANSWER = "an answer that is being waited for"
    APPROVED = Consent.APPROVED
    REGIONS_EXCHANGE = Consent.REGIONS_EXCHANGE
    CARE_GUARANTEE_TOLD = Consent.CARE_GUARANTEE_TOLD
    TERMS_ACCEPTED = Consent.TERMS_ACCEPTED
    VERDICT = "something stands in the way"


@dataclass(frozen=True, slots=True)
class Unprepared:
    """The region could not say what is needed for the check."""

    wish: Wish
    problem: Problem


CheckState = Preparing | Unprepared | Ready


def other_types(choice: Choice, types: tuple[ListingType, ...]) -> tuple[ListingType, ...]:
    """What else the citizen could be listed for at the same care centre."""
    return tuple(one for one in types if choice.facility.offers(one) and one.key != choice.listing_type.key)


def unjudged(prepared: Prepared, basis: Basis) -> Ready:
    """The page before its first verdict."""
    return Ready(prepared.choice, prepared.overview, prepared.types, basis, Verdict((), ()), frozenset())


NOTHING_TO_SIGN = frozenset(
    {
        Why.ALREADY_LISTED,
        Why.ALREADY_QUEUING,
        Why.SAME_DOCTOR,
        Why.NO_QUEUE_PLACE,
        Why.DECEASED,
        Why.EMIGRATED,
        Why.DEREGISTERED,
        Why.TEST_PERSON,
        Why.TYPE_NOT_OFFERED,
        Why.TYPE_NOT_FOR_CITIZEN,
        Why.DOCTOR_NOT_OFFERED,
        Why.NOT_LISTED_THERE,
    }
)
"""Reasons that no form would help against: one goes back and chooses anew."""


def form_helps(verdict: Verdict) -> bool:
    """Whether a form to sign is of use: what stops it here may be signed for, or nothing stops it."""
    return verdict.level is not Level.NOT_POSSIBLE or not NOTHING_TO_SIGN & set(verdict.reasons)


_BY_BASIS = frozenset({Why.GUARDIAN_NOT_ALLOWED, Why.GUARDIAN_DECEASED, Why.REPRESENTATIVE_NOT_AGREED, Why.NOT_AGREED})
_GUARDIAN = frozenset({Why.GUARDIAN_NEEDED, Why.GUARDIAN_IS_CITIZEN, Why.GUARDIAN_UNKNOWN})
_WAITING = frozenset({Why.HOME_PENDING, Why.REGION_PENDING, Why.GUARDIAN_PENDING})


def missing_in(state: Ready) -> tuple[Missing, ...]:
    """What must be there before anything is sent, in the order in which it is asked for."""
    basis, reasons = state.basis, set(state.verdict.reasons)
    stops = {why for why in reasons if why.level >= Level.NEEDS}
    missing = []
    if basis.guardian.fault is not None or stops & _GUARDIAN:
        missing.append(Missing.GUARDIAN)
    if basis.representative_number.fault is not None:
        missing.append(Missing.REPRESENTATIVE)
    if basis.date_fault is not None:
        missing.append(Missing.DATE)
    if state.sibling_fault is not None:
        missing.append(Missing.SIBLING_NUMBER)
    if any(sibling.answer is Pending.PENDING for sibling in state.siblings):
        missing.append(Missing.SIBLING)
    if stops & _WAITING:
        missing.append(Missing.ANSWER)
    if stops - _GUARDIAN - _WAITING:
        missing.append(Missing.VERDICT)
    missing += [Missing(consent) for consent in Consent if consent in state.needed - state.ticked]
    return tuple(missing)
