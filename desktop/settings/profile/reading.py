"""Reading the profile file; a wrong one is told by its keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from desktop.settings.profile.table import Table
from desktop.settings.profile.whole import Profile


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
    absolute: Profile = _with_absolute_paths(profile, file.parent)
    return absolute


def _with_absolute_paths(value: Any, folder: Path) -> Any:
    """The same value with every path in it made absolute: the profile's are relative to its own folder."""
    match value:
        case Path():
            return folder / value
        case tuple():
            return tuple(_with_absolute_paths(item, folder) for item in value)
        case Table():
            inner = {name: _with_absolute_paths(getattr(value, name), folder) for name in value.model_fields_set}
            return value.model_copy(update=inner)
    return value


def _fault_line(file: Path, fault: Any) -> str:
    if not fault["loc"]:  # Said by a validator of the whole profile, which names the key itself.
        return f"{file.name}: {fault['msg']}"
    key = ".".join(str(part) for part in fault["loc"])
    return f"{file.name}: {key}: {fault['msg']} (found: {fault['input']!r:.80})"
