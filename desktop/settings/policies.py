r"""The profile's keys from Windows' Group Policy, which win over the file: registry values to tables.

A section is a key below `HKLM\Software\Policies\Listningsluckan`, a key of the profile a value in it, of the kind that
the ADMX in packaging/windows gives it: REG_SZ, REG_DWORD, or REG_MULTI_SZ with an entry a line for a list and lines of
TOML for a table. What cannot be made of a value is left as it is, and told like any wrong key.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.settings.policy_values import Value, Values

_ROOT = r"Software\Policies\Listningsluckan"


def policies() -> dict[str, Any]:
    """The profile's tables as Group Policy states them on this computer; none on other systems than Windows."""
    values = _registry()
    if not values:
        return {}
    from desktop.settings.policy_values import tables_of

    return tables_of(values)


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
