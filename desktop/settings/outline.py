"""What the window's first frame shows of the profile, before the whole of it is read and checked.

Nothing is done on it but painting: the profile that the desk acts on is read, and found right or wrong, after that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from desktop.settings.layers import ProfileError, layers_on, merged


@dataclass(frozen=True, slots=True)
class Outline:
    """The world, the desk's first care centre and its county code, and whether persons are found by name.

    `hides`: whether the window is to be left out of pictures of the screen.
    """

    environment: Literal["practice", "qa", "production"]
    centre: str
    county: str
    finds_names: bool
    hides: bool


def read_outline(file: Path, computer: str, policies: Mapping[str, Any]) -> Outline | None:
    """None where only the whole profile can tell: it is out of the ordinary, or somebody has to sign in first."""
    try:
        return outline_of(merged(layers_on(file, computer, policies)))
    except ProfileError:
        return None


def outline_of(tables: Mapping[str, Any]) -> Outline | None:
    """The outline that a profile's tables tell, or None."""
    match tables:
        case {
            "environment": "practice" | "qa" | "production" as environment,
            "desk": {"county": str() as county, "centres": [{"name": str() as centre}, *_]},
        }:
            staff, privacy = tables.get("staff", {}), tables.get("privacy", {})
            if not isinstance(privacy, Mapping) or not _enters_by_itself(staff):
                return None
            return Outline(
                environment, centre, county, "register_search" in tables, privacy.get("hide_from_capture") is True
            )
    return None


def _enters_by_itself(staff: Any) -> bool:
    """Whether the account acts without anything to find out about it first."""
    if not isinstance(staff, Mapping):
        return False
    return staff.get("sign_in", "account") == "account" and not (staff.get("groups") or staff.get("directory"))
