"""The JSON Schema of a profile, for editors and for IT's own checks before a profile is rolled out."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from desktop.settings.profile.whole import Profile

_DEFINED = "#/$defs/"
_PART = "Part"


@cache
def model_schema() -> dict[str, Any]:
    """The model's own schema, the same at each run: a set's default in order, a section's left to its keys."""
    text = json.dumps(Profile.model_json_schema())
    ordered: dict[str, Any] = json.loads(text, object_hook=_ordered)
    return ordered


def profile_schema() -> dict[str, Any]:
    """JSON Schema 2020-12. Below `computers` every table may be partial: it is laid over the rest of the file."""
    schema = dict(model_schema())
    defined = schema.pop("$defs")
    whole = {"properties": schema["properties"], "type": "object", "additionalProperties": False}
    parts = {f"{name}{_PART}": _partial(table) for name, table in {**defined, "Profile": whole}.items()}
    computers = {
        "type": "object",
        "additionalProperties": {"$ref": f"{_DEFINED}Profile{_PART}"},
        "default": {},
        "description": "By computer name, without domain: tables that hold on that computer only, over the others.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Listningsluckan profile",
        "properties": {**schema["properties"], "computers": computers},
        "$defs": {**defined, **parts},
    }


def _partial(table: dict[str, Any]) -> dict[str, Any]:
    """The same table with no key required, nor in what it refers to."""
    text = json.dumps({name: value for name, value in table.items() if name != "required"})
    part: dict[str, Any] = json.loads(
        text, object_hook=lambda one: {**one, "$ref": one["$ref"] + _PART} if "$ref" in one else one
    )
    return part


def _ordered(stated: dict[str, Any]) -> dict[str, Any]:
    if stated.get("uniqueItems") and isinstance(stated.get("default"), list):
        return {**stated, "default": sorted(stated["default"])}
    if "$ref" in stated and "default" in stated:
        return {name: value for name, value in stated.items() if name != "default"}
    return stated
