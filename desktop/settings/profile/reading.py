"""Reading the profile: the file, this computer's own table in it, and Group Policy above both.

A wrong profile is told by its keys. What reading does not need may be wrong without the desk being blind: it is left
out, and then nothing is registered at all.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from desktop import __version__
from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.settings.layers import Layer, ProfileError, layers_of, layers_on, merged, source_of
from desktop.settings.profile.faults import expected, found, path_of
from desktop.settings.profile.table import Table
from desktop.settings.profile.whole import Profile

_MOST_FAULTS = 50
_NOT_FOR_READING = frozenset(
    {
        *("register_form", "register_phone", "texts", "form_versions", "guardian_consent", "representatives"),
        *("confirming", "connection_check", "register_search", "directory_file", "support"),
    }
)
"""What a desk that only reads is true without: no term of it is guessed when these are left out."""


@dataclass(frozen=True, slots=True)
class MachineProfile:
    """The profile as it holds on this computer. With `faults` it has no terms of registering left."""

    profile: Profile
    faults: tuple[ProfileFault, ...] = ()


def read_profile(file: Path, overlay: Mapping[str, Any] | None = None) -> Profile:
    """Read and check a profile file alone; `overlay` replaces whole tables. Raises ProfileError with every fault."""
    base, _ = layers_of(file)
    tables = {**base.tables, **(overlay or {})}
    return _absolute(_validated(tables, [Layer(base.source, tables, base.text)]), file.parent)


def read_machine_profile(file: Path, computer: str, policies: Mapping[str, Any]) -> MachineProfile:
    """The profile for one computer, by its name, with Group Policy's tables, which win and need no file.

    Raises ProfileError where it will not do even for reading.
    """
    layers = layers_on(file, computer, policies)
    tables = merged(layers)
    try:
        return MachineProfile(_absolute(_validated(tables, layers), file.parent))
    except ProfileError as error:
        if not (readable := _without(tables, error.faults)):
            raise
        profile = _validated(readable, layers).without_registering()
        return MachineProfile(_absolute(profile, file.parent), error.faults)


def check_profile(file: Path) -> Profile:
    """Check a profile file for every computer that it names; the profile is as it holds for all others.

    Raises ProfileError with every fault.
    """
    base, computers = layers_of(file)
    faults: dict[ProfileFault, None] = {}
    for layers in ([base], *([layer, base] for layer in computers.values())):
        try:
            _validated(merged(layers), layers)
        except ProfileError as error:
            faults |= dict.fromkeys(error.faults)
    if faults:
        raise ProfileError(tuple(faults))
    return _absolute(_validated(base.tables, [base]), file.parent)


def _validated(tables: Mapping[str, Any], layers: Sequence[Layer]) -> Profile:
    needed = str(tables.get("minimum_program_version", "0"))
    if _version(needed) > _version(__version__):
        path: tuple[str | int, ...] = ("minimum_program_version",)
        raise ProfileError([source_of(layers, path).fault(path, __version__, Expected.NEWER_PROGRAM, needed)])
    try:
        return Profile.model_validate(tables)
    except ValidationError as error:
        located = [(path_of(one, tables), one) for one in error.errors(include_url=False)]
    faults = []
    for path, one in located[:_MOST_FAULTS]:
        # A list whose entries are at fault is reported once more, as too short.
        if not any(len(other) > len(path) and other[: len(path)] == path for other, _ in located):
            kind, bound = expected(one)
            was = "" if kind is Expected.KEY else found(_at(tables, path), path)
            faults.append(source_of(layers, path).fault(path, was, kind, bound))
    raise ProfileError(sorted(faults, key=lambda fault: fault.line or 0))


def _without(tables: Mapping[str, Any], faults: Sequence[ProfileFault]) -> dict[str, Any]:
    """The tables without what is at fault, if reading does not need that; otherwise nothing."""
    left = copy.deepcopy(dict(tables))
    for fault in faults:
        place: Any = left
        steps = fault.path[2:] if fault.path[:1] == ("computers",) else fault.path
        at = next((at for at, step in enumerate(steps) if step in _NOT_FOR_READING), None)
        if at is None:
            return {}
        for step in steps[:at]:
            place = place[step]
        place.pop(steps[at], None)
    return left


def _at(tables: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        tables = tables[step]
    return tables


def _version(text: str) -> tuple[int, ...]:
    """A version's numbers; what is none of that kind is told as a wrong key later."""
    parts = text.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()


def _absolute(profile: Profile, folder: Path) -> Profile:
    """The profile with every path in it made absolute: they are relative to its own folder."""
    absolute: Profile = _with_absolute_paths(profile, folder)
    return absolute


def _with_absolute_paths(value: Any, folder: Path) -> Any:
    match value:
        case Path():
            return folder / value
        case tuple():
            return tuple(_with_absolute_paths(item, folder) for item in value)
        case Table():
            inner = {name: _with_absolute_paths(getattr(value, name), folder) for name in value.model_fields_set}
            return value.model_copy(update=inner)
    return value
