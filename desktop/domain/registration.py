"""An order to a region, which cannot be constructed invalid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.agreement import Actor, ActorType, EvidenceKind, RegisterAgreement, person
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.regions import County


class Intent(Enum):
    """What the citizen wants; never a bare "save" (TKB-L 6.1: the same call means four different things)."""

    LIST = "list"
    JOIN_QUEUE = "join the queue, or list at once where there is room"
    LEAVE_QUEUE = "leave the queue"
    CHANGE_DOCTOR = "choose or change doctor"

    @property
    def add_to_queue(self) -> bool:
        """`addToQueue`, always sent: left out it would mean leaving a queue unasked."""
        return self is Intent.JOIN_QUEUE


class Consent(Enum):
    """What the citizen must have said before the call."""

    APPROVED = "approves the choice, by word or signature"
    REGIONS_EXCHANGE = "consents to the regions exchanging data (TKB-L 6.1.5)"
    CARE_GUARANTEE_TOLD = "has been told about the care guarantee (TKB-L 6.1.5)"


@dataclass(frozen=True, slots=True)
class Evidence:
    """On what the registration rests: a form with its signature date, or a call on a date."""

    kind: EvidenceKind
    dated: date


@dataclass(frozen=True, slots=True)
class Chooser:
    """Who makes the choice: the citizen, or a guardian with a number of their own."""

    guardian: PersonIdentity | None = None

    def actor(self, citizen: Citizen) -> Actor:
        """The chooser as the contract's actor."""
        if self.guardian is not None:
            return person(ActorType.GUARDIAN, self.guardian)
        return person(ActorType.CITIZEN, citizen.identity)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen: intent, care centre, listing type and doctor, in the region `county` where the centre lies."""

    intent: Intent
    county: County
    facility: Facility
    listing_type: ListingType
    doctor: Doctor | None = None

    def __post_init__(self) -> None:
        if self.doctor is not None and self.intent in (Intent.JOIN_QUEUE, Intent.LEAVE_QUEUE):
            raise ValueError("a doctor together with a queue is undefined in the contract and is not sent")
        if self.doctor is None and self.intent is Intent.CHANGE_DOCTOR:
            raise ValueError("a change of doctor names a doctor")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the receptionist started from: a row or a key. No listing type means primary care for this citizen."""

    intent: Intent
    county: County
    hsa_id: str
    listing_type: ListingType | None = None
    doctor: Doctor | None = None


def needed_consents(home: County | None, new: County, present: frozenset[County]) -> frozenset[Consent]:
    """Consents for a choice in region `new`, by somebody at home in `home` and listed in `present` (flows 7, 8, 10)."""
    needed = {Consent.APPROVED}
    if len({new, *present} | ({home} if home else set())) > 1:
        needed.add(Consent.REGIONS_EXCHANGE)
    if home != new:
        needed.add(Consent.CARE_GUARANTEE_TOLD)
    return frozenset(needed)


@dataclass(frozen=True, slots=True)
class Registration:
    """A complete order to register, valid by construction.

    `present_counties` are the regions where the citizen is, or may be, listed now (`Overview.listed_in`).
    """

    citizen: Citizen
    choice: Choice
    chooser: Chooser
    evidence: Evidence
    consents: frozenset[Consent]
    agreement: RegisterAgreement
    present_counties: frozenset[County]

    def __post_init__(self) -> None:
        if self.citizen.home_county is None:
            raise ValueError("a registration names the home county")
        if self.citizen.deregistration is not None:
            raise ValueError("somebody deregistered cannot be listed")
        if self.chooser.guardian == self.citizen.identity:
            raise ValueError("nobody is their own guardian")
        missing = self.needed_consents - self.consents
        if missing:
            raise ValueError(f"consents are missing: {sorted(consent.name for consent in missing)}")

    @property
    def needed_consents(self) -> frozenset[Consent]:
        """What the citizen must have said."""
        return needed_consents(self.citizen.home_county, self.choice.county, self.present_counties)

    @property
    def actor(self) -> Actor:
        """Who is sent as actor, by the region's agreement."""
        return self.agreement.actor_for(self.chooser.actor(self.citizen))

    @property
    def home_county(self) -> County:
        """The citizen's home county; a registration cannot be made without one."""
        if self.citizen.home_county is None:  # pragma: no cover - excluded on construction
            raise ValueError("a registration names the home county")
        return self.citizen.home_county
