"""The profile's `staff`: who acts at the desk, and in which role."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from desktop.domain.staff import Role
from desktop.settings.profile.table import Table

Roles = tuple[Role, ...]


class StaffTerms(Table):
    """Who acts at the desk, and to whom each role is given."""

    sign_in: Literal["account", "desk"] = Field(
        default="account",
        description="Who acts: the account of the operating system, or whoever signs in at the desk (shared accounts).",
    )
    directory: Path | None = Field(
        default=None,
        description="The directory of staff, kept by `listningsluckan staff`; relative to the profile file.",
    )
    groups: Mapping[str, Roles] = Field(
        default={},
        description="Roles of the members of a group of the operating system: read, register, audit, administer.",
    )
    everyone: Roles = Field(
        default=(Role.READ, Role.REGISTER),
        description="Roles of an account that is in no such group and not in the directory.",
    )
    card_needs_pin: bool = Field(default=False, description="Whether a card is followed by a PIN at the desk.")
