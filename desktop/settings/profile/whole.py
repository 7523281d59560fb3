"""The profile as a whole, and what the domain needs of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from desktop.domain.agreement import ActorType, Agreement, Wording, organisation
from desktop.domain.regions import County
from desktop.domain.rules import Rules
from desktop.settings.profile.confirming import Confirming
from desktop.settings.profile.connection_check import ConnectionCheck
from desktop.settings.profile.desk import Desk
from desktop.settings.profile.journal import JournalTerms
from desktop.settings.profile.log_service import LogServiceTerms
from desktop.settings.profile.platform import Platform
from desktop.settings.profile.privacy import Privacy
from desktop.settings.profile.register_search import RegisterSearch
from desktop.settings.profile.staff import StaffTerms
from desktop.settings.profile.support import Support
from desktop.settings.profile.table import CountyCode, Table
from desktop.settings.profile.terms import RegionTerms


class Environment(Enum):
    """Which world the desk talks to; each is plainly marked in the window."""

    PRACTICE = "practice"
    QA = "qa"
    PRODUCTION = "production"


class Profile(Table):
    """The whole profile. `agreed` holds for every region in `connected`; `regions` states what differs."""

    name: str = Field("", description="What IT calls this profile; told where the desk's settings are told.")
    version: str = Field("", description="IT's own version of this profile, such as a date.")
    minimum_program_version: str = Field(
        "0",
        pattern=r"^\d+(\.\d+)*$",
        description="The oldest program that understands this profile.",
    )
    other_profiles: bool = Field(
        False,
        description="Whether an account that does not administer the computer may name another profile file with "
        "--profile. For IT's own computers, under computers.NAME; a desk's stays false.",
    )
    environment: Environment = Field(description="Which world the desk talks to: practice, qa or production.")
    desk: Desk = Field(description="The desk's own region and care centres.")
    platform: Platform = Field(description="The service platform and the way there.")
    connected: tuple[CountyCode, ...] = Field(description="The county codes of the regions that the desk may ask.")
    agreed: RegionTerms = Field(RegionTerms(), description="What is agreed with every connected region.")
    regions: Mapping[CountyCode, RegionTerms] = Field(
        {}, description="By county code: what is agreed otherwise with one region. Only what differs is stated."
    )
    register_search: RegisterSearch | None = Field(
        None, description="How the person register is searched by name. None: no search by name."
    )
    directory_file: Path | None = Field(
        None, description="CSV file with addresses and municipalities of care centres, relative to the profile file."
    )
    confirming: Confirming = Field(Confirming(), description="When the desk reads again what a registration led to.")
    staff: StaffTerms = Field(StaffTerms(), description="Who acts at the desk, and in which role.")
    privacy: Privacy = Field(
        Privacy(), description="What keeps persons from those who can see the desk. Times in seconds."
    )
    connection_check: ConnectionCheck = Field(
        ConnectionCheck(), description="With whom and where the connection may be tried."
    )
    journal: JournalTerms = Field(JournalTerms(), description="Where cases are kept, and for how long.")
    log_service: LogServiceTerms | None = Field(
        None, description="The region's log service. None: the head of the audit chain is kept in the keyring only."
    )
    support: Support = Field(Support(), description="Whom staff turn to when something must be mended.")

    @model_validator(mode="after")
    def _keeps_the_contracts_waits(self) -> Profile:
        if self.environment is Environment.PRACTICE:
            return self
        least = {
            ("platform", "read_timeout"): (self.platform.read_timeout, 35),
            ("confirming", "after_fault"): (min(self.confirming.after_fault), 300),
        }
        for key, (found, bound) in least.items():
            if found < bound:
                told = {"key": ".".join(key), "bound": bound}
                raise PydanticCustomError("wait_too_short", "{key}: at least {bound} seconds outside practice", told)
        return self

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that are the same on all desks whose profile says the same."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    @property
    def rules(self) -> Rules:
        """What the verdict needs to know about the desk."""
        connected = frozenset(map(County, self.connected))
        return Rules(self.desk.child_chooses_from, self.environment is not Environment.PRODUCTION, connected)

    def without_registering(self) -> Profile:
        """The same with every agreement to register taken back: what a profile with faults is good for."""
        nothing = {"register_form": None, "register_phone": None}
        regions = {county: terms.model_copy(update=nothing) for county, terms in self.regions.items()}
        return self.model_copy(update={"agreed": self.agreed.model_copy(update=nothing), "regions": regions})

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
