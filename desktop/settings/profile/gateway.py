"""The profile's `platform.token`: how a region's own gateway knows this workplace without a key on the computer."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from desktop.settings.profile.table import Table


class TokenTerms(Table):
    """Where the bearer token comes from: a file, a command, or what is stored on the computer."""

    file: Path | None = Field(
        None, description="A file with the token, kept fresh by another program; relative to the profile file."
    )
    command: tuple[str, ...] = Field(
        (), description="A program and its arguments that print the token; it may take ten seconds. Not a secret."
    )
    keep_seconds: float = Field(
        300.0, ge=0, description="Seconds to use a token before it is fetched anew; a refused one is at once."
    )
