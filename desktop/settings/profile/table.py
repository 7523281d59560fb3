"""What every section of the profile is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Table(BaseModel):
    """A section: frozen, and a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


CountyCode = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]
"""A region by its county code, two digits."""
