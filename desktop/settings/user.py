"""What a member of staff has chosen for themself: looks and language, nothing that concerns a citizen or a region.

A file that is damaged, or from another version, costs what is wrong in it and never the start of the desk.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_Width = Annotated[int, Field(ge=0, le=4000)]


class UserSettings(BaseModel):
    """Looks, language, the window's place and its tables' columns. A key that is missing or wrong has its default."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Literal["sv", "en"] = Field("sv", description="The window's language.")
    theme: Literal["system", "light", "dark", "high-contrast"] = Field("system", description="The window's colours.")
    text_size: int = Field(100, ge=100, le=200, description="The size of text, in per cent.")
    window: str = Field("", description="Where the window stood, as Qt writes it, in base64.")
    columns: dict[str, tuple[_Width, ...]] = Field(
        {}, description="How wide the columns of each table are, at text size 100; 0 where nobody has chosen."
    )
    tour_seen: bool = Field(False, description="Whether the first-start tour has been seen or skipped.")


def read_user(file: Path) -> UserSettings:
    """What the file says, as far as it can be understood; the defaults where there is none."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return UserSettings()
    if not isinstance(stored, dict):
        return UserSettings()
    try:
        return UserSettings.model_validate(stored)
    except ValidationError as error:
        wrong = {one["loc"][0] for one in error.errors()}
        return UserSettings.model_validate({key: value for key, value in stored.items() if key not in wrong})


def write_user(file: Path, settings: UserSettings) -> bool:
    """Write the file whole or not at all; False where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, fresh = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    except OSError:
        return False
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(settings.model_dump_json(indent=2))
        Path(fresh).replace(file)
    except OSError:
        Path(fresh).unlink(missing_ok=True)
        return False
    return True
