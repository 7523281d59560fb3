"""From pydantic's errors to what is wrong with the profile; no rule of pydantic's reaches anybody in its own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from desktop.domain.profile_fault import Expected
from desktop.settings.profile.keys import key_names
from desktop.settings.profile.table import COUNTY_PATTERN

Path = tuple[str | int, ...]

_BY_TYPE = {
    "missing": Expected.KEY,
    "extra_forbidden": Expected.NO_SUCH_KEY,
    "string_type": Expected.TEXT,
    "path_type": Expected.TEXT,
    "string_too_short": Expected.SOME_TEXT,
    "float_type": Expected.NUMBER,
    "float_parsing": Expected.NUMBER,
    "finite_number": Expected.NUMBER,
    "int_type": Expected.WHOLE_NUMBER,
    "int_parsing": Expected.WHOLE_NUMBER,
    "int_from_float": Expected.WHOLE_NUMBER,
    "bool_type": Expected.YES_NO,
    "bool_parsing": Expected.YES_NO,
    "date_type": Expected.DATE,
    "date_parsing": Expected.DATE,
    "date_from_datetime_parsing": Expected.DATE,
    "date_from_datetime_inexact": Expected.DATE,
    "tuple_type": Expected.LIST,
    "list_type": Expected.LIST,
    "too_short": Expected.ENTRIES,
    "model_type": Expected.TABLE,
    "mapping_type": Expected.TABLE,
    "dict_type": Expected.TABLE,
    "literal_error": Expected.ONE_OF,
    "enum": Expected.ONE_OF,
    "greater_than_equal": Expected.AT_LEAST,
    "less_than_equal": Expected.AT_MOST,
    "greater_than": Expected.MORE_THAN,
    "wait_too_short": Expected.WAIT,
    "text_places": Expected.TEXT_PLACES,
    "needs": Expected.OTHER_KEY,
}
_BOUNDS = ("expected", "ge", "le", "gt", "min_length", "bound")
_SECRET = re.compile(r"pass|secret|token|lösen|hemlig|nyckel|pin$", re.IGNORECASE)


def expected(error: ErrorDetails) -> tuple[Expected, str]:
    """What should have been there, and what completes it."""
    context: Mapping[str, Any] = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        county = context["pattern"] == COUNTY_PATTERN
        return (Expected.COUNTY, "") if county else (Expected.SHAPE, context["pattern"])
    kind = _BY_TYPE.get(error["type"])
    if kind is None:
        return Expected.AGREEMENT, error["msg"].removeprefix("Value error, ")
    if kind is Expected.NO_SUCH_KEY:
        return kind, next((key_names()[name] for name in get_close_matches(str(error["loc"][-1]), key_names(), 1)), "")
    if kind is Expected.SOME_TEXT:
        return kind, ""
    bound = next((context[name] for name in _BOUNDS if name in context), "")
    return kind, f"{bound:g}" if isinstance(bound, float) else str(bound).replace("' or '", "', '")


def found(value: Any, path: Path) -> str:
    """What was there, at most 80 characters; hidden where the key is like a secret's, or holds tables."""
    if any(isinstance(step, str) and _SECRET.search(step) for step in path):
        return "•••"
    match value:
        case dict():
            return "{…}" if value else "{}"
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"' if len(value) < 80 else f'"{value[:77]}…"'
        case _:
            return str(value)[:80]


def path_of(error: ErrorDetails, tables: Mapping[str, Any]) -> Path:
    """The key's path in the tables, without the steps that pydantic adds for its own sake.

    A validator of a whole table names its key, dotted, as ``key`` in its context.
    """
    place: Any = tables
    path: list[str | int] = []
    own = str(error.get("ctx", {}).get("key", ""))
    steps = (*error["loc"], *(own.split(".") if own else ()))
    for at, step in enumerate(steps):
        is_there = step in place if isinstance(place, dict) else isinstance(place, list) and isinstance(step, int)
        is_missed = at == len(steps) - 1 and error["type"] == "missing"
        if is_there or is_missed or own:
            path.append(step)
            place = place[step] if is_there else None
    return tuple(path)
