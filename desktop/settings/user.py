"""What a member of staff has chosen for themself: looks and language, nothing that concerns a citizen or a region.

A file that is damaged, or from another version, costs what is wrong in it and never the start of the desk. Read before
the first frame, and so without pydantic, which takes longer to import than the window to paint.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

_WIDEST = 4000


@dataclass(frozen=True, slots=True)
class UserSettings:
    """Looks, language, the window's place and its tables' columns. Raises ValueError for what is none of these."""

    language: str = "sv"
    """The window's language: sv or en."""
    theme: str = "system"
    """The window's colours: system, light, dark or high-contrast."""
    text_size: int = 100
    """The size of text, in per cent, 100 to 200."""
    window: str = ""
    """Where the window stood, as Qt writes it, in base64."""
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """How wide the columns of each table are, at text size 100; 0 where nobody has chosen."""
    tour_seen: bool = False
    """Whether the first-start tour has been seen or skipped."""

    def __post_init__(self) -> None:
        for one in fields(self):
            if not _is_right(one.name, getattr(self, one.name)):
                raise ValueError(one.name)


def _is_right(name: str, value: object) -> bool:
    match name, value:
        case "language", str():
            return value in ("sv", "en")
        case "theme", str():
            return value in ("system", "light", "dark", "high-contrast")
        case "text_size", int():
            return 100 <= value <= 200
        case ("window", str()) | ("tour_seen", bool()):
            return True
        case "columns", dict():
            return all(map(_are_widths, value.values()))
    return False


def _are_widths(value: object) -> bool:
    return isinstance(value, tuple) and all(type(width) is int and 0 <= width <= _WIDEST for width in value)


def read_user(file: Path) -> UserSettings:
    """What the file says, as far as it can be understood; the defaults where there is none."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return UserSettings()
    if not isinstance(stored, dict):
        return UserSettings()
    if isinstance(columns := stored.get("columns"), dict):
        stored["columns"] = {key: tuple(one) if isinstance(one, list) else one for key, one in columns.items()}
    known = {one.name for one in fields(UserSettings)}
    return UserSettings(**{key: value for key, value in stored.items() if key in known and _is_right(key, value)})


def write_user(file: Path, settings: UserSettings) -> bool:
    """Write the file whole or not at all; False where it cannot be written."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        return False
    return True
