"""The sources of a profile, one above the other: which value wins, and where a key came from."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.settings.account import administers_computer
from desktop.settings.lines import depth_of, line_of

POLICY = r"HKLM\Software\Policies\Listningsluckan"
_COMPUTERS = "computers"
_LINUX = "/etc/xdg"
_MOST_CHARACTERS = 1_000_000


class ProfileError(Exception):
    """The profile cannot be used; `faults` says which keys, what was found and what is expected."""

    def __init__(self, faults: Sequence[ProfileFault]) -> None:
        super().__init__("\n".join(f"{one.source}:{one.line or ''}: {one.key}: {one.expected.value}" for one in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Layer:
    """Tables from one source. `text` is the TOML that they stand in, below `prefix`; empty where there is none."""

    source: str
    tables: Mapping[str, Any]
    text: str = ""
    prefix: tuple[str, ...] = ()

    def fault(self, path: Sequence[str | int], found: str, expected: Expected, bound: str = "") -> ProfileFault:
        """A fault of a key in this layer."""
        whole = (*self.prefix, *path)
        line = line_of(self.text, whole) if self.text else None
        return ProfileFault(self.source, whole, line, found, expected, bound)


def machine_file() -> Path:
    """Where IT puts the profile on this computer; an account's own environment does not lead past it."""
    if sys.platform == "linux":
        places = os.environ.get("XDG_CONFIG_DIRS", _LINUX).split(os.pathsep)
        folder = Path(_LINUX, "listningsluckan")
        if _LINUX in places or folder.is_dir():
            return folder / "profile.toml"
    os.environ.pop("WIN_PD_OVERRIDE_COMMON_APPDATA", None)
    from platformdirs import site_config_path

    return site_config_path("listningsluckan", appauthor=False) / "profile.toml"


def profile_file(
    named: Path | None,
    computer: str,
    policies: Mapping[str, Any],
    administers: Callable[[], bool] = administers_computer,
) -> Path:
    """The profile to read: the one that is named at start where this computer's own allows it, else this computer's.

    Whoever administers the computer could as well replace the profile. Raises ProfileError with the fault NOT_HERE.
    """
    own = machine_file()
    if named is None or named.absolute() == own:
        return own
    if (policies or _is_there(own)) and not administers():
        try:
            allows = merged(layers_on(own, computer, policies)).get("other_profiles") is True
        except ProfileError:
            allows = False
        if not allows:
            where = str(own) if _is_there(own) else POLICY
            raise ProfileError([ProfileFault(str(named), (), None, "", Expected.NOT_HERE, where)])
    return named


def _is_there(file: Path) -> bool:
    """What cannot be looked for counts as there: it says nothing that could allow anything."""
    try:
        return file.exists()
    except OSError:
        return True


def layers_of(file: Path) -> tuple[Layer, dict[str, Layer]]:
    """What the file says for all computers, and what it says for single ones, by the computer's name.

    Raises ProfileError for what is no file, no TOML, or no table.
    """
    try:
        with file.open(encoding="utf-8-sig") as stream:
            text = stream.read(_MOST_CHARACTERS + 1)
        if len(text) > _MOST_CHARACTERS:
            raise ProfileError([ProfileFault(str(file), (), None, "> 1 MB", Expected.READABLE)])
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError([ProfileFault(str(file), (), None, type(error).__name__, Expected.READABLE)]) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        at = int(line[1]) if line else len(text.splitlines())
        told = str(error).partition(" (at ")[0]
        raise ProfileError([ProfileFault(file.name, (), at, told, Expected.TOML)]) from error
    except RecursionError as error:
        raise ProfileError([ProfileFault(file.name, (), None, "…", Expected.TOML)]) from error
    whole = Layer(file.name, tables, text)
    computers = tables.pop(_COMPUTERS, {})
    named = computers.items() if isinstance(computers, dict) else [("", computers)]
    if wrong := [name for name, own in named if not isinstance(own, dict)]:
        raise ProfileError(
            [whole.fault((_COMPUTERS, *filter(None, [name])), "", Expected.TABLE) for name in wrong[:50]]
        )
    return whole, {name: Layer(file.name, own, text, (_COMPUTERS, name)) for name, own in named}


def layers_on(file: Path, computer: str, policies: Mapping[str, Any]) -> list[Layer]:
    """What holds on one computer, by its name, the highest first. Group Policy's tables need no file below them.

    Raises ProfileError as `layers_of`.
    """
    if policies and not file.exists():
        return [Layer(POLICY, policies)]
    base, computers = layers_of(file)
    name = computer.partition(".")[0].casefold()
    own = [layer for named, layer in computers.items() if named.casefold() == name]
    return [Layer(POLICY, policies), *own, base]


def merged(layers: Sequence[Layer]) -> dict[str, Any]:
    """The layers as one, the first winning: tables key by key, lists and values whole."""
    tables: dict[str, Any] = {}
    for layer in reversed(layers):
        tables = _over(tables, layer.tables)
    return tables


def source_of(layers: Sequence[Layer], path: tuple[str | int, ...]) -> Layer:
    """The layer that wrote a key, or has the most of the way to it; the last where none has any."""
    depths = [depth_of(layer.tables, path) for layer in layers]
    return layers[depths.index(max(depths))] if any(depths) else layers[-1]


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _over(below[key], value) if isinstance(value, dict) and isinstance(below.get(key), dict) else value
        for key, value in above.items()
    }
    return {**below, **both}
