"""What Windows' Group Policy states, as tables of the profile: each value of the kind that its key has.

Wants every key that there is, and so the whole profile's classes; imported only where a policy states something.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.settings.profile.keys import Kind, profile_keys

Value = str | int | Sequence[str]
Values = Mapping[tuple[str, ...], Mapping[str, Value]]
"""By the way down from the policies' own key: value names, lower or upper case, and what they hold."""


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
