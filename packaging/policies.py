r"""Owns what is made from the profile's model for IT: JSON Schema, Windows policies, the handbook's reference.

    python3 packaging/dev.py policies            write them anew
    python3 packaging/dev.py policies --check    change nothing; fail if that would change a file

The keys and their English words come from desktop/settings/profile, the Swedish from windows/swedish.toml. A key is
a value of the same name under HKLM\Software\Policies\Listningsluckan; desktop/settings/policies.py reads it.
"""

from __future__ import annotations

import json
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reference import reference

from desktop.settings.profile.keys import Key, Kind, profile_keys
from desktop.settings.profile.schema import profile_schema

HERE = Path(__file__).resolve().parent
REMEDY = "Run: python3 packaging/dev.py policies, and commit what it wrote."
_REGISTRY = r"Software\Policies\Listningsluckan"
_DEFINITIONS = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_ABOUT = {"en-US": "The profile of Listningsluckan.", "sv-SE": "Listningsluckans profil."}
_ANY = {"en-US": "Any version of Listningsluckan", "sv-SE": "Alla versioner av Listningsluckan"}
_HOW: dict[str, dict[Kind, str]] = {
    "en-US": {
        Kind.LIST: "One entry a line.",
        Kind.TABLE: "Lines of TOML, as below the key's heading in the file.",
        Kind.TABLES: 'One table a line: { key = "value" }.',
        Kind.EITHER: 'A word, or a table: { key = "value" }.',
        Kind.NUMBER: "A number, decimals after a point.",
        Kind.YES_NO: "Enabled is true, disabled is false.",
    },
    "sv-SE": {
        Kind.LIST: "En post per rad.",
        Kind.TABLE: "Rader med TOML, som under nyckelns rubrik i filen.",
        Kind.TABLES: 'En tabell per rad: { nyckel = "värde" }.',
        Kind.EITHER: 'Ett ord, eller en tabell: { nyckel = "värde" }.',
        Kind.NUMBER: "Ett tal, decimaler efter en punkt.",
        Kind.YES_NO: "Aktiverad är true, inaktiverad är false.",
    },
}
_LARGEST = 2**32 - 1
_DEFAULT = {"en-US": "Without it: {default}.", "sv-SE": "Utan den: {default}."}


def main(arguments: list[str], folder: Path = HERE) -> int:
    """Write the files below `folder`, or with `--check` name those that are stale; returns the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    stale = [file for file, text in files().items() if not _stands(folder / file, text)]
    if arguments:
        print(
            "\n".join([*(f"packaging/{file} is stale." for file in stale), REMEDY])
            if stale
            else "The policies are fresh."
        )
        return 1 if stale else 0
    for file in stale:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(files()[file], encoding="utf-8", newline="\n")
    return 0


def files() -> dict[str, str]:
    """By path below packaging/, what each file should say."""
    swedish = tomllib.loads((HERE / "windows" / "swedish.toml").read_text(encoding="utf-8"))
    words = {
        "en-US": {key.name: key.description for key in profile_keys()},
        "sv-SE": {key.name: swedish.get(key.name, key.description) for key in profile_keys()},
    }
    return {
        "profile.schema.json": json.dumps(profile_schema(), indent=2, ensure_ascii=False) + "\n",
        "windows/listningsluckan.admx": _text(_admx()),
        **{f"windows/{code}/listningsluckan.adml": _text(_adml(code, words[code])) for code in _ABOUT},
        "handbook/profil.md": reference("sv-SE", words["sv-SE"]),
        "handbook/profile.md": reference("en-US", words["en-US"]),
    }


def _admx() -> ElementTree.Element:
    root = _root("policyDefinitions")
    names = _inner(root, "policyNamespaces")
    _inner(names, "target", prefix="listningsluckan", namespace="Listningsluckan.Policies")
    _inner(root, "resources", minRequiredRevision="1.0")
    supported = _inner(_inner(root, "supportedOn"), "definitions")
    _inner(supported, "definition", name="any", displayName="$(string.any)")
    categories = _inner(root, "categories")
    _inner(categories, "category", name="root", displayName="$(string.root)")
    policies = _inner(root, "policies")
    for key in profile_keys():
        if key.kind is Kind.SECTION:
            category = _inner(
                categories,
                "category",
                name=_id(key),
                displayName=f"$(string.{_id(key)})",
                explainText=f"$(string.{_id(key)}_help)",
            )
            _inner(category, "parentCategory", ref=_parent(key))
        else:
            _add_policy(policies, key)
    return root


def _add_policy(policies: ElementTree.Element, key: Key) -> None:
    simple = key.kind is Kind.YES_NO
    place = "\\".join([_REGISTRY, *key.path[:-1]])
    policy = _inner(
        policies,
        "policy",
        name=_id(key),
        **{"class": "Machine"},
        displayName=f"$(string.{_id(key)})",
        explainText=f"$(string.{_id(key)}_help)",
        key=place,
        **({"valueName": key.path[-1]} if simple else {"presentation": f"$(presentation.{_id(key)})"}),
    )
    _inner(policy, "parentCategory", ref=_parent(key))
    _inner(policy, "supportedOn", ref="any")
    if simple:
        for state, value in (("enabledValue", "1"), ("disabledValue", "0")):
            _inner(_inner(policy, state), "decimal", value=value)
        return
    elements = _inner(policy, "elements")
    named = {"id": "value", "valueName": key.path[-1], "required": "true"}
    match key.kind:
        case Kind.CHOICE:
            choices = _inner(elements, "enum", **named)
            for at, choice in enumerate(filter(None, key.choices)):
                item = _inner(choices, "item", displayName=f"$(string.{_id(key)}_{at})")
                _inner(_inner(item, "value"), "string").text = choice
        case Kind.WHOLE_NUMBER:
            most = key.most if key.most is not None else _LARGEST
            _inner(elements, "decimal", **named, minValue=str(key.least or 0), maxValue=str(most))
        case Kind.LIST | Kind.TABLE | Kind.TABLES:
            _inner(elements, "multiText", **named)
        case _:
            _inner(elements, "text", **named, maxLength="4096")


def _adml(code: str, words: Mapping[str, str]) -> ElementTree.Element:
    root = _root("policyDefinitionResources")
    _inner(root, "displayName").text = "Listningsluckan"
    _inner(root, "description").text = _ABOUT[code]
    resources = _inner(root, "resources")
    strings = _inner(resources, "stringTable")
    for name, text in _strings(code, words):
        _inner(strings, "string", id=name).text = text
    presentations = _inner(resources, "presentationTable")
    for key in profile_keys():
        if key.kind not in (Kind.SECTION, Kind.YES_NO):
            _add_presentation(presentations, key)
    return root


def _strings(code: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "root", "Listningsluckan"
    yield "any", _ANY[code]
    for key in profile_keys():
        default = _shown(key.default)
        help_lines = [
            words[key.name],
            _HOW[code].get(key.kind, ""),
            default and _DEFAULT[code].format(default=default),
        ]
        yield _id(key), key.name
        yield f"{_id(key)}_help", "\n\n".join(filter(None, help_lines))
        for at, choice in enumerate(filter(None, key.choices)):
            yield f"{_id(key)}_{at}", choice


def _add_presentation(presentations: ElementTree.Element, key: Key) -> None:
    presentation = _inner(presentations, "presentation", id=_id(key))
    match key.kind:
        case Kind.CHOICE:
            _inner(presentation, "dropdownList", refId="value", noSort="true").text = key.name
        case Kind.WHOLE_NUMBER:
            default = {"defaultValue": str(key.default)} if key.default is not None else {}
            _inner(presentation, "decimalTextBox", refId="value", **default).text = key.name
        case Kind.LIST | Kind.TABLE | Kind.TABLES:
            _inner(presentation, "multiTextBox", refId="value").text = key.name
        case _:
            _inner(_inner(presentation, "textBox", refId="value"), "label").text = key.name


def _shown(default: Any) -> str:
    """A default as it would stand in the file; nothing for none and for what is empty."""
    return "" if default in (None, "", [], {}) or isinstance(default, dict) else json.dumps(default)


def _id(key: Key) -> str:
    return "_".join(key.path)


def _parent(key: Key) -> str:
    return "_".join(key.path[:-1]) or "root"


def _root(name: str) -> ElementTree.Element:
    return ElementTree.Element(name, xmlns=_DEFINITIONS, revision="1.0", schemaVersion="1.0")


def _inner(outer: ElementTree.Element, tag: str, /, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(outer, tag, attributes)


def _text(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _stands(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
