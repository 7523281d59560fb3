r"""The profile's keys from Windows' Group Policy, which win over the file: registry values to tables.

A section is a key below `HKLM\Software\Policies\Listningsluckan`, a key of the profile a value in it, of the kind that
the ADMX in packaging/windows gives it: REG_SZ, REG_DWORD, or REG_MULTI_SZ with an entry a line for a list and lines of
TOML for a table. What cannot be made of a value is left as it is, and told like any wrong key.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop.settings.profile.keys import Kind, profile_keys

Value = str | int | Sequence[str]
Values = Mapping[tuple[str, ...], Mapping[str, Value]]
"""By the way down from the policies' own key: value names, lower or upper case, and what they hold."""

_ROOT = r"Software\Policies\Listningsluckan"


def policies() -> dict[str, Any]:
    """The profile's tables as Group Policy states them on this computer; none on other systems than Windows."""
    values = _registry()
    return tables_of(values) if values else {}


def tables_of(values: Values) -> dict[str, Any]:
    """Registry values as the profile's tables."""
    known = {tuple(step.casefold() for step in key.path): key for key in profile_keys()}
    tables: dict[str, Any] = {}
    for place, named in values.items():
        for name, value in named.items():
            key = known.get(tuple(step.casefold() for step in (*place, name)))
            path = key.path if key is not None else (*place, name)
            table = tables
            for step in path[:-1]:
                table = table.setdefault(step, {})
            table[path[-1]] = _value(key.kind if key is not None else Kind.TEXT, value)
    return tables


def _value(kind: Kind, value: Value) -> Any:
    lines = [value] if isinstance(value, str) else value
    match kind:
        case Kind.YES_NO if value in (0, 1):
            return bool(value)
        case Kind.LIST if not isinstance(lines, int):
            return [line.strip() for line in lines if line.strip()]
        case Kind.TABLE if not isinstance(lines, int):
            return _toml("\n".join(lines), value)
        case Kind.TABLES if not isinstance(lines, int):
            return _toml(f"it = [{','.join(line for line in lines if line.strip())}]", {"it": value})["it"]
        case Kind.EITHER if isinstance(value, str) and value.lstrip().startswith("{"):
            return _toml(f"it = {value}", {"it": value})["it"]
        case _:
            return value


def _toml(text: str, otherwise: Any) -> Any:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return otherwise


def _registry() -> Values:
    if sys.platform == "win32":
        import winreg

        return values_of(winreg)
    return {}


def values_of(winreg: Any) -> Values:
    """Every value below the policies' key; `winreg` is the standard library's module of that name."""
    try:
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _ROOT, access=access) as key:
            return dict(_below(winreg, key, ()))
    except FileNotFoundError:
        return {}


def _below(winreg: Any, key: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Value]]]:
    inner, named, _ = winreg.QueryInfoKey(key)
    yield place, {name: value for name, value, _ in (winreg.EnumValue(key, at) for at in range(named))}
    for name in [winreg.EnumKey(key, at) for at in range(inner)]:
        with winreg.OpenKey(key, name) as below:
            yield from _below(winreg, below, (*place, name))
