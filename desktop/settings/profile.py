"""The profile: one TOML file from region IT that says whom the desk may ask, as whom, and on what agreement."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from desktop.domain.agreement import ActorType, Agreement, RegisterAgreement, Wording, organisation
from desktop.domain.codes import PERSON_REGISTER_ADDRESS
from desktop.domain.regions import County
from desktop.domain.verdict import Rules

CountyCode = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]
OrganisationType = Literal["REGION", "PRIVATE_CAREGIVER", "SELF_OWNED_CAREGIVER", "HEALTHCARE_ADVISER"]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Environment(Enum):
    """Which world the desk talks to; each is plainly marked in the window."""

    PRACTICE = "practice"
    QA = "qa"
    PRODUCTION = "production"


class OrganisationActor(_Table):
    """An organisation as actor: its type and HSA-id."""

    type: OrganisationType
    hsa_id: str


class RegisterTerms(_Table):
    """The region's agreement that the desk registers: who is the actor, and the agreement's reference and date."""

    actor: Literal["citizen"] | OrganisationActor
    reference: str = Field(min_length=1)
    date: date

    def agreement(self, *, has_terms: bool) -> RegisterAgreement:
        """The same as the domain knows it."""
        actor = None if self.actor == "citizen" else organisation(ActorType(self.actor.type), self.actor.hsa_id)
        return RegisterAgreement(self.reference, self.date, actor, has_terms)


class ApprovedTexts(_Table):
    """What the region's lawyer has approved in one language, and the reference of that; see Wording for the shapes."""

    approved: str = Field(min_length=1)
    exchange: str = ""
    exchange_easy: str = ""
    care_guarantee: str = ""
    care_guarantee_easy: str = ""
    terms: str = ""
    terms_easy: str = ""

    @model_validator(mode="after")
    def _names_only_what_is_filled_in(self) -> ApprovedTexts:
        for key, known in _PLACES.items():
            for text in (getattr(self, key), getattr(self, f"{key}_easy")):
                named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
                if named - known:
                    raise ValueError(f"{key} names {sorted(named - known)}; known are {sorted(known)}")
                if text and key == "exchange" and named != known:
                    raise ValueError("exchange must name {regions}: consent covers every region")
        return self


_PLACES = {"exchange": {"regions"}, "care_guarantee": {"new", "home"}, "terms": set[str]()}


class RegionTerms(_Table):
    """What is agreed with one region. Everything left out is not agreed.

    `contact` is whom to turn to about special reasons and corrections. `guardian_consent` is how the region takes the
    other guardian's word: a call of their own, the region's form, or at 1177.

    `representatives` lets somebody else than the citizen or a guardian choose. `form_versions` are the forms that the
    region takes, the present one first. `texts` are the region's own, by language code.
    """

    read_actor: OrganisationActor | None = None
    register_form: RegisterTerms | None = None
    register_phone: RegisterTerms | None = None
    withholds: bool = True
    handles_protected: bool = False
    contact: str = ""
    guardian_consent: Literal["", "second-call", "form", "1177"] = ""
    representatives: bool = False
    form_versions: tuple[str, ...] = ()
    texts: Mapping[str, ApprovedTexts] = {}


class Centre(_Table):
    """A care centre that the desk works for."""

    hsa_id: str
    name: str
    contact: str = ""


class Desk(_Table):
    """The desk's own region and care centres; the first centre is the default."""

    county: CountyCode
    centres: tuple[Centre, ...] = Field(min_length=1)
    child_chooses_from: int = Field(16, ge=0, le=18)


class Platform(_Table):
    """The service platform. Paths are relative to the profile file. Times in seconds.

    `read_timeout` stays at 35 or more outside practice, so that the platform's own answer (VP009 after 29-30 s)
    arrives before ours.
    """

    base_url: str
    contract_urls: Mapping[str, str] = {}
    ca_file: Path | None = None
    certificate: Path | None = None
    person_register: str = PERSON_REGISTER_ADDRESS
    connect_timeout: float = Field(5.0, gt=0)
    read_timeout: float = Field(35.0, gt=0)
    calls_per_second: float | None = Field(None, gt=0)


class RegisterSearch(_Table):
    """How the person register wants to be searched by name: its language, root node, node names and operators."""

    language: str
    root: str
    surname: str
    given_name: str
    birth_date: str
    like: str = "LIKE"
    at_least: str = ">="
    at_most: str = "<="


class Confirming(_Table):
    """Seconds before each further reading of what a registration led to: after an OK, and after a fault.

    The desk repeats nothing by itself within five minutes after a fault (contract-rules 1, rule 22).
    """

    after_ok: tuple[float, ...] = (1, 2, 5, 15, 60, 300, 900, 3600, 14400, 43200)
    after_fault: Annotated[tuple[float, ...], Field(min_length=1)] = (300, 900, 3600, 14400, 43200)


class Profile(_Table):
    """The whole profile. `agreed` holds for every region in `connected`; `regions` states what differs.

    `directory_file` has addresses and municipalities of care centres (desktop/directory/centre_file.py); its path is
    relative to the profile file.
    """

    environment: Environment
    desk: Desk
    platform: Platform
    connected: tuple[CountyCode, ...]
    agreed: RegionTerms = RegionTerms()
    regions: Mapping[CountyCode, RegionTerms] = {}
    register_search: RegisterSearch | None = None
    directory_file: Path | None = None
    confirming: Confirming = Confirming()

    @model_validator(mode="after")
    def _keeps_the_contracts_waits(self) -> Profile:
        if self.environment is not Environment.PRACTICE and self.platform.read_timeout < 35:
            found = self.platform.read_timeout
            raise ValueError(f"platform.read_timeout: at least 35 seconds outside practice (found: {found})")
        if self.environment is not Environment.PRACTICE and min(self.confirming.after_fault) < 300:
            raise ValueError("confirming.after_fault: at least 300 seconds outside practice")
        return self

    @property
    def rules(self) -> Rules:
        """What the verdict needs to know about the desk."""
        connected = frozenset(map(County, self.connected))
        return Rules(self.desk.child_chooses_from, self.environment is not Environment.PRODUCTION, connected)

    def terms(self, county: str) -> RegionTerms:
        """The terms for one region; nothing is agreed with a region that is not connected."""
        if county not in self.connected:
            return RegionTerms()
        stated = self.regions.get(county)
        if stated is None:
            return self.agreed
        return self.agreed.model_copy(update={name: getattr(stated, name) for name in stated.model_fields_set})

    def agreement(self, county: str) -> Agreement:
        """What is agreed with one region, as the domain knows it."""
        terms = self.terms(county)
        reader = terms.read_actor
        has_terms = any(texts.terms for texts in terms.texts.values())
        form, phone = terms.register_form, terms.register_phone
        return Agreement(
            county=County(county),
            read_actor=organisation(ActorType(reader.type), reader.hsa_id) if reader else None,
            register_by_form=form.agreement(has_terms=has_terms) if form else None,
            register_by_phone=phone.agreement(has_terms=has_terms) if phone else None,
            withholds=terms.withholds,
            handles_protected=terms.handles_protected,
            representatives=terms.representatives,
            form_versions=terms.form_versions,
            texts={code: Wording(**texts.model_dump()) for code, texts in terms.texts.items()},
        )


class ProfileError(Exception):
    """The profile cannot be used; says which key, what was found and what is expected."""


def read_profile(file: Path, overlay: Mapping[str, Any] | None = None) -> Profile:
    """Read and check a profile; `overlay` replaces whole tables (the practice region's address).

    Raises ProfileError with one line for each fault.
    """
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"{file.name}: cannot be read ({type(error).__name__})") from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{file.name}: {error}") from error
    try:
        profile = Profile.model_validate({**tables, **(overlay or {})})
    except ValidationError as error:
        raise ProfileError("\n".join(_fault_line(file, fault) for fault in error.errors())) from error
    return _with_absolute_paths(profile, file.parent)


def _fault_line(file: Path, fault: Any) -> str:
    if not fault["loc"]:  # Said by a validator of the whole profile, which names the key itself.
        return f"{file.name}: {fault['msg'].removeprefix('Value error, ')}"
    key = ".".join(str(part) for part in fault["loc"])
    return f"{file.name}: {key}: {fault['msg']} (found: {fault['input']!r:.80})"


def _with_absolute_paths(profile: Profile, folder: Path) -> Profile:
    found = profile.platform
    paths = {name: folder / path for name in ("ca_file", "certificate") if (path := getattr(found, name)) is not None}
    directory = folder / profile.directory_file if profile.directory_file is not None else None
    return profile.model_copy(update={"platform": found.model_copy(update=paths), "directory_file": directory})
