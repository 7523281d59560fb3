"""Reads request messages strictly: every element, its order and its type, as the contracts' schemas state them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from desktop.practice.vocabulary import ACTORS, CARELISTING, PERSON, Contract

Kind = Literal["string", "boolean", "ii", "cv", "actor", "actorType", "profile"]


class SchemaError(Exception):
    """A message breaks the contract's schema; the text is the report that a producer's validator would give."""


@dataclass(frozen=True, slots=True)
class II:
    """An identifier: the OID of its series and the value in it."""

    root: str
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class CV:
    """A coded value; `display_name` is ignored in requests (TKB 6.1)."""

    code: str
    code_system: str
    display_name: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks or acts (TKB 6.1, 6.4, 6.5)."""

    id: II
    type: str


Value = str | bool | II | CV | Actor


@dataclass(frozen=True, slots=True)
class Field:
    """One element of a sequence; `most` None means unbounded."""

    name: str
    kind: Kind = "string"
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class Message:
    """A request that has been read: values by element name."""

    contract: Contract
    values: Mapping[str, Sequence[Value]]

    def text(self, name: str) -> str:
        """The text of a mandatory element."""
        return str(self.values[name][0])

    def optional_text(self, name: str) -> str | None:
        """The text of an optional element."""
        return str(self.values[name][0]) if self.values[name] else None

    def flag(self, name: str) -> bool:
        """A boolean element; an absent one is false (TKB 6.1, addToQueue)."""
        return bool(self.values[name] and self.values[name][0] is True)

    def texts(self, name: str) -> list[str]:
        """All texts of a repeated element."""
        return [value for value in self.values[name] if isinstance(value, str)]

    def identifiers(self, name: str) -> list[II]:
        """All identifiers of a repeated or optional element."""
        return [value for value in self.values[name] if isinstance(value, II)]

    def identifier(self, name: str) -> II | None:
        """An optional identifier."""
        return next(iter(self.identifiers(name)), None)

    def codes(self, name: str) -> list[CV]:
        """All coded values of a repeated or optional element."""
        return [value for value in self.values[name] if isinstance(value, CV)]

    def actor(self) -> Actor:
        """The actor, which the schema demands where it occurs."""
        return next(value for value in self.values["actor"] if isinstance(value, Actor))


_ACTOR = Field("actor", "actor")
_PERSON = Field("personId", "ii")
_TYPES = Field("listingTypes", "cv", 0, None)

SHAPES: Final[Mapping[str, Sequence[Field]]] = {
    "GetListing": (_ACTOR, _PERSON),
    "GetListingCounty": (_ACTOR, _PERSON),
    "GetListingTypes": (Field("personId", "ii", 0), Field("homeCountyCode", "ii", 0)),
    "GetAvailableHealthcareFacilities": (Field("healthcareFacilities", "string", 0, None), _TYPES),
    "GetAvailableHealthcarePersonnel": (_PERSON, Field("healthcareFacilityHSAId"), _TYPES),
    "CreateListing": (
        _ACTOR,
        _PERSON,
        Field("healthcareFacilityHSAId"),
        Field("listingType", "cv"),
        Field("healthcarePersonnel", "string", 0),
        Field("addToQueue", "boolean", 0),
        Field("homeCounty", "ii", 0),
        Field("newListingCounty", "ii", 0),
    ),
    "UpdateListing": (
        _PERSON,
        Field("newListingCounty", "ii"),
        Field("homeCounty", "ii"),
        Field("listingType", "cv", 0),
    ),
    "GetPersonsForProfile": (
        Field("personId", "ii", 1, None),
        Field("profile", "profile"),
        Field("ignoreReferredIdentity", "boolean"),
    ),
    "SearchPersonsForProfile": (Field("query"), Field("queryLanguage"), Field("profile", "profile")),
}

_II = (Field("root"), Field("extension", "string", 0))
_CV = (
    Field("code"),
    Field("codeSystem"),
    *(Field(name, "string", 0) for name in ("codeSystemName", "codeSystemVersion", "displayName", "originalText")),
)
_ACTOR_TYPE = (Field("actorId", "ii"), Field("actorType", "actorType"))
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
_PROFILES: Final = frozenset(f"P{number}" for number in range(1, 11))
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def read_request(contract: Contract, root: etree._Element) -> Message:
    """Read a request's root element; raises SchemaError on anything that its schema forbids."""
    name = etree.QName(root)
    if name.localname != contract.name:
        raise SchemaError(f"cvc-elt.1: Cannot find the declaration of element '{name.localname}'.")
    core = PERSON if "persons:person" in contract.namespace else CARELISTING
    return Message(contract, _read_sequence(root, SHAPES[contract.name], contract.namespace, core))


def _read_sequence(
    parent: etree._Element, fields: Iterable[Field], namespace: str, core: str
) -> Mapping[str, Sequence[Value]]:
    """Match the children against an `xs:sequence` that ends in `xs:any ##other`."""
    _refuse_attributes(parent)
    _refuse_text(parent)
    children = [child for child in parent if isinstance(child.tag, str)]
    values: dict[str, Sequence[Value]] = {}
    position = 0
    for field in fields:
        tag = f"{{{namespace}}}{field.name}"
        found: list[Value] = []
        while (
            position < len(children)
            and children[position].tag == tag
            and (field.most is None or len(found) < field.most)
        ):
            found.append(_read_value(children[position], field.kind, core))
            position += 1
        if len(found) < field.least:
            raise SchemaError(_unexpected(parent, children[position:], tag))
        values[field.name] = found
    for child in children[position:]:
        if etree.QName(child).namespace in (None, namespace):
            raise SchemaError(_unexpected(parent, [child], "##other"))
    return values


def _unexpected(parent: etree._Element, rest: Sequence[etree._Element], expected: str) -> str:
    where = etree.QName(parent).localname
    if rest:
        found = etree.QName(rest[0]).localname
        return (
            f"cvc-complex-type.2.4.a: Invalid content was found starting with element '{found}' in '{where}'. "
            f"One of '{expected}' is expected."
        )
    return f"cvc-complex-type.2.4.b: The content of element '{where}' is not complete. One of '{expected}' is expected."


def _refuse_attributes(element: etree._Element) -> None:
    for attribute in element.attrib:
        if etree.QName(str(attribute)).namespace != _INSTANCE:
            raise SchemaError(f"cvc-complex-type.3.2.2: Attribute '{attribute!s}' is not allowed to appear.")


def _refuse_text(element: etree._Element) -> None:
    texts = [element.text, *(child.tail for child in element)]
    if any(text and text.strip() for text in texts):
        raise SchemaError(
            f"cvc-complex-type.2.3: Element '{etree.QName(element).localname}' cannot have character content."
        )


def _read_value(element: etree._Element, kind: Kind, core: str) -> Value:
    match kind:
        case "ii":
            values = _read_sequence(element, _II, core, core)
            return II(str(values["root"][0]), _first(values["extension"]))
        case "cv":
            values = _read_sequence(element, _CV, core, core)
            return CV(str(values["code"][0]), str(values["codeSystem"][0]), _first(values["displayName"]))
        case "actor":
            values = _read_sequence(element, _ACTOR_TYPE, core, core)
            identifier = values["actorId"][0]
            if not isinstance(identifier, II):
                raise SchemaError("cvc-complex-type.2.4.b: The content of element 'actor' is not complete.")
            return Actor(identifier, str(values["actorType"][0]))
        case _:
            return _read_simple(element, kind)


def _first(values: Sequence[Value]) -> str | None:
    return str(values[0]) if values else None


def _read_simple(element: etree._Element, kind: Kind) -> str | bool:
    name = etree.QName(element).localname
    _refuse_attributes(element)
    if any(isinstance(child.tag, str) for child in element):
        raise SchemaError(f"cvc-type.3.1.2: Element '{name}' is a simple type, so it must have no element children.")
    text = "".join(element.itertext(with_tail=False)) if len(element) else (element.text or "")
    if kind == "boolean":
        collapsed = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
        if collapsed not in _BOOLEANS:
            raise SchemaError(f"cvc-datatype-valid.1.2.1: '{text}' is not a valid value for 'boolean'.")
        return _BOOLEANS[collapsed]
    allowed = {"actorType": ACTORS, "profile": _PROFILES}.get(kind)
    if allowed is not None and text not in allowed:
        raise SchemaError(f"cvc-enumeration-valid: Value '{text}' of '{name}' is not facet-valid.")
    return text
