"""The profile's `platform.trust`: which servers the desk believes."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from desktop.settings.profile.table import Table


class Trust(Table):
    """Whom the desk believes to be the platform. Paths are relative to the profile file."""

    ca_files: tuple[Path, ...] = Field(
        (), description="PEM files with the trusted authorities, and no others. Empty: the operating system's store."
    )
    crl_file: Path | None = Field(
        None,
        description="PEM file with revocation lists for every authority in the chain. Needs ca_files. "
        "A server whose authority has no list in it, or an outdated one, is not trusted.",
    )

    @model_validator(mode="after")
    def _checks_revocation_only_of_its_own_authorities(self) -> Trust:
        if self.crl_file is not None and not self.ca_files:
            told = {"key": "crl_file", "bound": "platform.trust.ca_files"}
            raise PydanticCustomError("needs", "{key} needs {bound}", told)
        return self
