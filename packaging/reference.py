"""Owns the handbook's reference of the profile: a table for each section, from the profile's model, in two languages.

`policies.py` writes it with the rest that is made from the model.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.settings.profile.keys import Key, Kind, profile_keys


@dataclass(frozen=True, slots=True)
class Words:
    """What the reference says besides the keys' own descriptions."""

    title: str
    opening: str
    general: str
    head: tuple[str, str, str, str]
    kinds: Mapping[Kind, str]
    between: str


WORDS = {
    "sv-SE": Words(
        "Profilens nycklar",
        "Skriven av `packaging/policies.py` ur programmets modell; ändras där, inte här. Schemat för redigerare\n"
        "är `profile.schema.json`, och där står också vad tabeller med egna namn kan innehålla (`regions`,\n"
        "`desk.centres`). En nyckel som är tom i kolumnen *utan den* måste anges, eller så finns det ingenting i\n"
        "dess ställe.",
        "Allmänt",
        ("nyckel", "slag", "utan den", "vad den gör"),
        {
            Kind.TEXT: "text",
            Kind.NUMBER: "tal",
            Kind.WHOLE_NUMBER: "heltal",
            Kind.YES_NO: "ja/nej",
            Kind.CHOICE: "val",
            Kind.LIST: "lista",
            Kind.TABLE: "tabell",
            Kind.TABLES: "lista av tabeller",
            Kind.EITHER: "ord eller tabell",
        },
        "{least} till {most}",
    ),
    "en-US": Words(
        "The profile's keys",
        "Written by `packaging/policies.py` from the program's model; changed there, not here. The schema for editors\n"
        "is `profile.schema.json`, which also says what may stand in tables with names of their own (`regions`,\n"
        "`desk.centres`). A key with nothing under *without it* must be given, or nothing stands in its place.",
        "General",
        ("key", "kind", "without it", "what it does"),
        {
            Kind.TEXT: "text",
            Kind.NUMBER: "number",
            Kind.WHOLE_NUMBER: "whole number",
            Kind.YES_NO: "true/false",
            Kind.CHOICE: "choice",
            Kind.LIST: "list",
            Kind.TABLE: "table",
            Kind.TABLES: "list of tables",
            Kind.EITHER: "word or table",
        },
        "{least} to {most}",
    ),
}


def reference(code: str, descriptions: Mapping[str, str]) -> str:
    """The whole reference as Markdown; `descriptions` by dotted key, `code` such as `sv-SE`."""
    words = WORDS[code]
    sections = "\n\n".join(_section(name, keys, words, descriptions) for name, keys in _sections())
    return f"# {words.title}\n\n{words.opening}\n\n{sections}\n"


def _sections() -> Iterator[tuple[str, list[Key]]]:
    """The keys at the root first, under no name; then each section with the keys in it, in the model's order."""
    keys = profile_keys()
    sections = ["", *(key.name for key in keys if key.kind is Kind.SECTION)]
    for name in sections:
        inside = [key for key in keys if key.kind is not Kind.SECTION and ".".join(key.path[:-1]) == name]
        if inside:
            yield name, inside


def _section(name: str, keys: list[Key], words: Words, descriptions: Mapping[str, str]) -> str:
    heading = f"## `[{name}]`\n\n{descriptions[name]}" if name else f"## {words.general}"
    rows = [words.head, ("---",) * 4, *(_row(key, words, descriptions) for key in keys)]
    return "\n".join([heading, "", *(f"| {' | '.join(row)} |" for row in rows)])


def _row(key: Key, words: Words, descriptions: Mapping[str, str]) -> tuple[str, ...]:
    kind = words.kinds[key.kind]
    if key.choices:
        kind = ", ".join(f"`{choice}`" for choice in filter(None, key.choices))
    elif key.least is not None and key.most is not None:
        kind = f"{kind}, {words.between.format(least=key.least, most=key.most)}"
    default = "" if key.default in (None, "", [], {}) else f"`{json.dumps(key.default)}`"
    return tuple(text.replace("|", "\\|") for text in (f"`{key.path[-1]}`", kind, default, descriptions[key.name]))
