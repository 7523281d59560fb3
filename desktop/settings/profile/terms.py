"""The profile's `agreed` and `regions`: what is agreed with a region."""

from __future__ import annotations

import datetime
import string
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from desktop.domain.agreement import ActorType, RegisterAgreement, organisation
from desktop.settings.profile.table import Table

OrganisationType = Literal["REGION", "PRIVATE_CAREGIVER", "SELF_OWNED_CAREGIVER", "HEALTHCARE_ADVISER"]


class OrganisationActor(Table):
    """An organisation as actor."""

    type: OrganisationType = Field(description="The kind of organisation, as the contracts name it.")
    hsa_id: str = Field(description="The organisation's HSA-id.")


class RegisterTerms(Table):
    """The region's agreement that the desk registers."""

    actor: Annotated[
        Annotated[Literal["citizen"], Tag("word")] | Annotated[OrganisationActor, Tag("table")],
        Discriminator(lambda actor: "word" if isinstance(actor, str) else "table"),
    ] = Field(
        description='Who acts in the call: "citizen" (whoever signed or phoned), or an organisation\'s type and HSA-id.'
    )
    reference: str = Field(min_length=1, description="The agreement's reference, kept with every case.")
    date: datetime.date = Field(description="The day of the agreement.")
    without_home_county: bool = Field(
        False,
        description="Also somebody to whom the person register gives no home county (most coordination numbers) is "
        "registered, as if at home in this region. Otherwise only a form can be printed for them.",
    )

    def agreement(self, *, has_terms: bool) -> RegisterAgreement:
        """The same as the domain knows it."""
        actor = None if self.actor == "citizen" else organisation(ActorType(self.actor.type), self.actor.hsa_id)
        return RegisterAgreement(self.reference, self.date, actor, has_terms, self.without_home_county)


class ApprovedTexts(Table):
    """What the region's lawyer has approved in one language; see Wording in the domain for the shapes."""

    approved: str = Field(min_length=1, description="The reference of the approval.")
    exchange: str = Field("", description="Asks for consent that regions exchange data; must name {regions}.")
    exchange_easy: str = Field("", description="The same in easy language.")
    care_guarantee: str = Field("", description="Tells what becomes of the care guarantee; may name {new} and {home}.")
    care_guarantee_easy: str = Field("", description="The same in easy language.")
    terms: str = Field("", description="The region's terms, read aloud before registering.")
    terms_easy: str = Field("", description="The same in easy language.")

    @model_validator(mode="after")
    def _names_only_what_is_filled_in(self) -> ApprovedTexts:
        for key, known in _PLACES.items():
            for text in (getattr(self, key), getattr(self, f"{key}_easy")):
                named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
                if named - known or (text and key == "exchange" and named != known):
                    places = {"key": key, "bound": " ".join(sorted(f"{{{name}}}" for name in known))}
                    raise PydanticCustomError("text_places", "{key}: its places are {bound}", places)
        return self


_PLACES = {"exchange": {"regions"}, "care_guarantee": {"new", "home"}, "terms": set[str]()}


class RegionTerms(Table):
    """What is agreed with one region. Everything left out is not agreed."""

    read_actor: OrganisationActor | None = Field(None, description="As whom the desk reads listings. None: it cannot.")
    register_form: RegisterTerms | None = Field(None, description="The agreement to register from a signed form.")
    register_phone: RegisterTerms | None = Field(None, description="The agreement to register on a phone call.")
    withholds: bool = Field(
        True, description="The region shows the read actor only its own listings, so an empty answer proves nothing."
    )
    handles_protected: bool = Field(False, description="Protected identities are agreed to be handled from the desk.")
    contact: str = Field("", description="Whom to turn to about special reasons and corrections.")
    guardian_consent: Literal["", "second-call", "form", "1177"] = Field(
        "", description="How the region takes the other guardian's word: a call of their own, its form, or at 1177."
    )
    representatives: bool = Field(False, description="Somebody else than the citizen or a guardian may choose.")
    form_versions: tuple[str, ...] = Field((), description="The forms that the region takes, the present one first.")
    texts: Mapping[str, ApprovedTexts] = Field({}, description="The region's approved texts by language (sv, en).")
