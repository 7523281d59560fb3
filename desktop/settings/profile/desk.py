"""The profile's `desk`: the desk's own region and care centres, and what the region has decided about ages."""

from __future__ import annotations

from pydantic import Field

from desktop.settings.profile.table import CountyCode, Table


class Centre(Table):
    """A care centre that the desk works for."""

    hsa_id: str = Field(description="The care centre's HSA-id, as in the region's catalogue.")
    name: str = Field(description="The care centre's name, as staff and citizens know it.")
    contact: str = Field("", description="Whom a citizen turns to: printed on forms and receipts.")


class Desk(Table):
    """The desk itself."""

    county: CountyCode = Field(description="The own region's county code, two digits.")
    centres: tuple[Centre, ...] = Field(min_length=1, description="The desk's care centres; the first is the default.")
    child_chooses_from: int = Field(16, ge=0, le=18, description="The age from which a citizen chooses alone.")
    guardians_from_register: bool = Field(
        False,
        description="Whether the desk may ask the person register, with profile P4, whom it records as a child's "
        "guardians, once a guardian is named. Without it guardianship is what the guardian states.",
    )
    parallel_forms: int = Field(
        3,
        ge=1,
        le=16,
        description="How many forms of a pile are worked on at once, within the calls per second.",
    )
