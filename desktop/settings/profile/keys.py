"""Every key that a profile can have, as a flat list: what policies, suggestions and handbooks are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from desktop.settings.profile.schema import model_schema


class Kind(Enum):
    """What a key holds, as far as an editor of policies needs to know."""

    TEXT = "text"
    NUMBER = "a number with decimals"
    WHOLE_NUMBER = "a whole number"
    YES_NO = "yes or no"
    CHOICE = "one of several words"
    LIST = "a list of texts or numbers"
    TABLE = "a table of keys by name"
    TABLES = "a list of tables"
    EITHER = "a word or a table"
    SECTION = "a table of known keys, which follow"


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `path` from the root; `default` None where the key must be given or nothing stands for it.

    `least` and `most` are the bounds of a whole number, None where there is none.
    """

    path: tuple[str, ...]
    kind: Kind
    description: str
    choices: tuple[str, ...] = ()
    default: Any = None
    least: int | None = None
    most: int | None = None

    @property
    def name(self) -> str:
        """Dotted, as in a message."""
        return ".".join(self.path)


@cache
def profile_keys() -> tuple[Key, ...]:
    """All keys but those inside tables by name and lists of tables, each section before its keys."""
    schema = model_schema()
    return tuple(_walk(schema, schema.get("$defs", {}), ()))


@cache
def key_names() -> Mapping[str, str]:
    """By last name, the dotted name of each key anywhere in a profile; of several the first."""
    schema = model_schema()
    names = {key.path[-1]: key.name for key in reversed(profile_keys())}
    inner = {name: name for section in schema["$defs"].values() for name in section.get("properties", {})}
    return {**inner, **names}


def _walk(table: Mapping[str, Any], defined: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Key]:
    for name, stated in table["properties"].items():
        found = _resolved(stated, defined)
        key = _key((*path, name), found)
        yield key
        if key.kind is Kind.SECTION:
            yield from _walk(found, defined, key.path)


def _resolved(stated: Mapping[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    """What a reference leads to, "or nothing" left out; the key's own words win over its section's."""
    ways = [way for way in stated.get("anyOf", ()) if way.get("type") != "null"]
    inner = ways[0] if len(ways) == 1 else {}
    resolved = {**inner, **{name: value for name, value in stated.items() if name != "anyOf" or not inner}}
    if "$ref" in resolved:
        resolved = {**defined[resolved["$ref"].rpartition("/")[2]], **resolved}
    if "items" in resolved:
        resolved["items"] = _resolved(resolved["items"], defined)
    return resolved


def _key(path: tuple[str, ...], found: Mapping[str, Any]) -> Key:
    choices = tuple(str(choice) for choice in found.get("enum", ()))
    description, default = found.get("description", ""), found.get("default")
    return Key(path, _kind(found), description, choices, default, found.get("minimum"), found.get("maximum"))


def _kind(found: Mapping[str, Any]) -> Kind:
    match found:
        case {"enum": _}:
            return Kind.CHOICE
        case {"type": "boolean"}:
            return Kind.YES_NO
        case {"type": "integer"}:
            return Kind.WHOLE_NUMBER
        case {"type": "number"}:
            return Kind.NUMBER
        case {"type": "array", "items": {"properties": _}}:
            return Kind.TABLES
        case {"type": "array"}:
            return Kind.LIST
        case {"properties": _}:
            return Kind.SECTION
        case {"type": "object"}:
            return Kind.TABLE
        case {"oneOf": _} | {"anyOf": _}:
            return Kind.EITHER
        case _:
            return Kind.TEXT
