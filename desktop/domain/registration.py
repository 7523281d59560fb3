"""An order to a region, which cannot be constructed invalid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.agreement import Actor, ActorType, EvidenceKind, RegisterAgreement, person
from desktop.domain.citizen import Citizen
from desktop.domain.codes import PRIMARY_CARE
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
    TERMS_ACCEPTED = "accepts the region's own terms"


class IdentityCheck(Enum):
    """How the desk made sure who signed or phoned."""

    DRIVING_LICENCE = "driving licence"
    ID_CARD = "identity card"
    PASSPORT = "passport"
    E_ID = "electronic identification"
    KNOWN = "known to the desk"
    QUESTIONS = "questions that only the person can answer"
    OTHER = "in another way"


@dataclass(frozen=True, slots=True)
class Evidence:
    """On what the registration rests: a form with its signature date, or a call on a date.

    `received` is when a form came in, `centre` where it is kept, `checked_by` who checked the identity and `identity`
    how. `language` is what was spoken, empty for Swedish. A record of version 1 has only `kind` and `dated`.
    """

    kind: EvidenceKind
    dated: date
    received: date | None = None
    centre: str = ""
    checked_by: str = ""
    identity: IdentityCheck | None = None
    form_version: str = ""
    language: str = ""
    interpreter: bool = False

    def __post_init__(self) -> None:
        if self.received is not None and self.received < self.dated:
            raise ValueError("a form is not received before it is signed")


@dataclass(frozen=True, slots=True, repr=False)
class Representative:
    """Somebody else who chooses for the citizen; `basis` is the document that gives them the right."""

    name: str
    basis: str
    identity: PersonIdentity | None = None

    @property
    def is_stated(self) -> bool:
        """Both who it is and on what basis."""
        return bool(self.name.strip() and self.basis.strip())

    def __repr__(self) -> str:
        return "Representative(…)"


@dataclass(frozen=True, slots=True, repr=False)
class Chooser:
    """Who makes the choice: the citizen, a guardian with a number of their own, or another representative.

    `guardian_name` is the register's; guardianship itself is stated by the guardian, who has been identified.
    """

    guardian: PersonIdentity | None = None
    guardian_name: str = ""
    representative: Representative | None = None

    def __post_init__(self) -> None:
        if self.guardian is not None and self.representative is not None:
            raise ValueError("one person chooses")

    @property
    def is_citizen(self) -> bool:
        """The citizen chooses alone."""
        return self.guardian is None and self.representative is None

    def actor(self, citizen: Citizen) -> Actor:
        """The chooser as the contract's actor; it has none for representatives, who act as the citizen (TKB-L 6.1)."""
        if self.guardian is not None:
            return person(ActorType.GUARDIAN, self.guardian)
        return person(ActorType.CITIZEN, citizen.identity)

    def __repr__(self) -> str:
        return f"Chooser({'citizen' if self.is_citizen else 'guardian' if self.guardian else 'representative'})"


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
    """What the receptionist started from: a row or a key. No listing type means primary care for this citizen.

    `facility` is what is known of the care centre already, for the form where its region cannot be asked.
    """

    intent: Intent
    county: County
    hsa_id: str
    listing_type: ListingType | None = None
    doctor: Doctor | None = None
    facility: Facility | None = None

    @property
    def as_known(self) -> Choice:
        """What is known of the choice before its region has said more: enough for the form."""
        facility = self.facility or Facility(hsa_id=self.hsa_id)
        return Choice(self.intent, self.county, facility, self.listing_type or _PRIMARY_CARE, self.doctor)


_PRIMARY_CARE = ListingType(code=PRIMARY_CARE)


def needed_consents(
    home: County | None,
    new: County,
    present: frozenset[County],
    *,
    terms: bool = False,
    intent: Intent = Intent.LIST,
) -> frozenset[Consent]:
    """Consents for a choice in region `new`, by somebody at home in `home` and listed in `present` (flows 7, 8, 10).

    `terms`: the region has terms of its own. The care guarantee is told to who may become listed elsewhere, not to who
    leaves a queue or chooses a doctor.
    """
    needed = {Consent.APPROVED}
    if terms:
        needed.add(Consent.TERMS_ACCEPTED)
    if len({new, *present} | ({home} if home else set())) > 1:
        needed.add(Consent.REGIONS_EXCHANGE)
    if home != new and intent in (Intent.LIST, Intent.JOIN_QUEUE):
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
        if self.citizen.home_county is None and not self.agreement.without_home_county:
            raise ValueError("a registration names the home county")
        if self.citizen.deregistration is not None:
            raise ValueError("somebody deregistered cannot be listed")
        if self.chooser.guardian == self.citizen.identity:
            raise ValueError("nobody is their own guardian")
        if self.chooser.representative is not None and not self.chooser.representative.is_stated:
            raise ValueError("a representative has a name and a basis")
        missing = self.needed_consents - self.consents
        if missing:
            raise ValueError(f"consents are missing: {sorted(consent.name for consent in missing)}")

    @property
    def needed_consents(self) -> frozenset[Consent]:
        """What the citizen must have said."""
        home, terms = self.home_county, self.agreement.has_terms
        choice = self.choice
        return needed_consents(home, choice.county, self.present_counties, terms=terms, intent=choice.intent)

    @property
    def actor(self) -> Actor:
        """Who is sent as actor, by the region's agreement."""
        return self.agreement.actor_for(self.chooser.actor(self.citizen))

    @property
    def home_county(self) -> County:
        """The citizen's home county; without one, where that is agreed, the region of the care centre stands for it."""
        return self.citizen.home_county or self.choice.county
