"""What every section of the profile is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Table(BaseModel):
    """A section: frozen, and a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


COUNTY_PATTERN = r"^\d{2}$"
CountyCode = Annotated[str, StringConstraints(pattern=COUNTY_PATTERN)]
"""A region by its county code, two digits."""
