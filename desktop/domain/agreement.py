"""Who may ask and who may act, per region: what the care provider has agreed with each region.

TKB-L 6.1 lets only citizens and guardians call CreateListing, while the schema and the self-declaration allow
organisations; therefore nothing is assumed and the profile states it (contract-rules 8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from desktop.domain.citizen import Citizen
from desktop.domain.codes import HSA_ID
from desktop.domain.identity import PersonIdentity
from desktop.domain.regions import County


class ActorType(Enum):
    """ActorTypeEnum of carelisting 2."""

    CITIZEN = "CITIZEN"
    GUARDIAN = "GUARDIAN"
    REGION = "REGION"
    PRIVATE_CAREGIVER = "PRIVATE_CAREGIVER"
    SELF_OWNED_CAREGIVER = "SELF_OWNED_CAREGIVER"
    HEALTHCARE_ADVISER = "HEALTHCARE_ADVISER"

    @property
    def is_person(self) -> bool:
        """The citizen or a guardian, rather than an organisation."""
        return self in (ActorType.CITIZEN, ActorType.GUARDIAN)


@dataclass(frozen=True, slots=True, repr=False)
class Actor:
    """`actor` as a contract carries it: an id (root and extension) and a type (TKB-L 6.1.4, 6.4.4)."""

    type: ActorType
    root: str
    extension: str

    def __repr__(self) -> str:
        return f"Actor({self.type.name})"


def organisation(actor_type: ActorType, hsa_id: str) -> Actor:
    """An organisation as actor, by its HSA-id."""
    return Actor(actor_type, HSA_ID, hsa_id)


def person(actor_type: ActorType, identity: PersonIdentity) -> Actor:
    """The citizen or a guardian as actor."""
    return Actor(actor_type, identity.root, identity.number)


class EvidenceKind(Enum):
    """On what a registration rests."""

    FORM = "form"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts in one language that the region has approved, by the reference `approved`; an empty one is not approved.

    `{regions}` in an exchange text, `{new}` and `{home}` in a care guarantee text are filled in. The easy ones are for
    those who need plainer words.
    """

    approved: str
    exchange: str = ""
    exchange_easy: str = ""
    care_guarantee: str = ""
    care_guarantee_easy: str = ""
    terms: str = ""
    terms_easy: str = ""


@dataclass(frozen=True, slots=True)
class RegisterAgreement:
    """The region's word that the desk may register on one kind of evidence.

    `organisation` None means that the citizen or guardian who signed or phoned is the actor. `has_terms`: the region
    has terms of its own that the citizen accepts. `without_home_county`: somebody whom the register gives no home
    county is registered as if at home in this region.
    """

    reference: str
    agreed_on: date
    organisation: Actor | None = None
    has_terms: bool = False
    without_home_county: bool = False

    def actor_for(self, chooser: Actor) -> Actor:
        """Who is sent as actor when `chooser` (the citizen or a guardian) makes the choice."""
        return self.organisation or chooser


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is agreed with one region.

    `withholds`: the region shows the read actor only what is listed with that actor (IS-L flow 12), so that an empty
    answer proves nothing. `representatives`: somebody else than the citizen or a guardian may choose, on a basis that
    is written down. `form_versions` are those that the region takes, the present one first; none means any. `texts` are
    the region's own, by language code.
    """

    county: County
    read_actor: Actor | None = None
    register_by_form: RegisterAgreement | None = None
    register_by_phone: RegisterAgreement | None = None
    withholds: bool = False
    handles_protected: bool = False
    representatives: bool = False
    form_versions: tuple[str, ...] = ()
    texts: Mapping[str, Wording] = field(default_factory=dict)

    def to_register(self, evidence: EvidenceKind) -> RegisterAgreement | None:
        """The agreement for one kind of evidence, if there is one."""
        return self.register_by_form if evidence is EvidenceKind.FORM else self.register_by_phone

    def may_hear_of(self, citizen: Citizen) -> bool:
        """About protected persons only where the parties have agreed on it beforehand (IS-L 2)."""
        return self.handles_protected or not citizen.is_protected

    @property
    def takes_without_home_county(self) -> bool:
        """Whether there is evidence on which somebody without a home county may be registered."""
        agreed = (self.register_by_form, self.register_by_phone)
        return any(one is not None and one.without_home_county for one in agreed)

    def is_form_only(self, citizen: Citizen) -> bool:
        """Nothing can be registered for somebody without a home county: they sign a form."""
        return citizen.home_county is None and not self.takes_without_home_county

    def takes_form(self, version: str) -> bool:
        """Whether the region takes a form of this version."""
        return not self.form_versions or version in self.form_versions
