"""XML elements to and from plain values: text, bool, numbers, dates, and the hardened parser.

Reading is tolerant where the schema is strict (contract-rules 4): a child is found by its local name, an unreadable
value is None, and what deviated is collected by element name, never by value, for one log line per answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lxml import etree

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")

_WHOLE_NUMBER = re.compile(r"\+?[0-9]{1,9}")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class UnreadableError(ValueError):
    """An answer that cannot be read safely; the message names elements, never values."""


def parse(body: bytes) -> etree._Element:
    """Parse an answer. Raises UnreadableError for anything but well-formed XML without a DOCTYPE (SOAP 1.1, 3)."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("not well-formed XML") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("a DOCTYPE is not allowed")
    return root


def add(parent: etree._Element, namespace: str, name: str, text: str | None = None) -> etree._Element:
    """Append a child element, with text if given."""
    child = etree.SubElement(parent, f"{{{namespace}}}{name}")
    child.text = text
    return child


def written_bool(value: bool) -> str:
    """xs:boolean as it is sent."""
    return "true" if value else "false"


class _Names(dict[object, tuple[str, bool]]):
    """A tag's local name, and whether its namespace is RIV-TA's or none: vendors' extensions are neither.

    A look-up costs no call of ours, which is half of what decoding costs; it forgets when an answer invents many.
    """

    def __missing__(self, tag: object) -> tuple[str, bool]:
        if len(self) >= 1024:
            self.clear()
        namespace, _, local = str(tag).rpartition("}")
        found = self[tag] = local, not namespace or namespace.startswith("{urn:riv:")
        return found


_names = _Names()


class Record:
    """An element read by its children's local names.

    Where two children share a local name, one in a RIV-TA namespace is preferred to a vendor's extension.
    """

    __slots__ = ("_children", "_element", "deviations", "name")

    def __init__(self, element: etree._Element, deviations: set[str]) -> None:
        self.name = _names[element.tag][0]
        self.deviations = deviations
        self._element = element
        children: dict[str, etree._Element] = {}
        for child in element:
            local, expected = _names[child.tag]
            if local not in children or (expected and not _names[children[local].tag][1]):
                children[local] = child
        self._children = children

    def deviate(self, name: str, what: str) -> None:
        """Note a deviation from the schema, without the value."""
        self.deviations.add(f"{self.name}/{name} {what}")

    def text(self, name: str) -> str:
        """The child's text without surrounding blanks (TKB-L prints OIDs with some), or empty."""
        child = self._children.get(name)
        return (child.text or "").strip() if child is not None else ""

    def needed(self, name: str) -> str:
        """Text that the answer is worthless without; raises UnreadableError when it is missing."""
        return self.text(name) or self._worthless(name)

    def _worthless(self, name: str) -> str:
        raise UnreadableError(f"{self.name}/{name} is missing")

    def flag(self, name: str) -> bool | None:
        """xs:boolean, or None where it is missing or unreadable."""
        text = self.text(name)
        if not text:
            return None
        value = _BOOLEANS.get(text, _BOOLEANS.get(text.lower()))
        if value is None:
            self.deviate(name, "is not a boolean")
        return value

    def number(self, name: str) -> int | None:
        """A count from zero up, or None where it is missing or unreadable."""
        text = self.text(name)
        if not text:
            return None
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        self.deviate(name, "is not a count")
        return None

    def moment(self, name: str) -> datetime | None:
        """xs:dateTime as Swedish local time without zone (TKB-L 5.1.3); an offset is converted."""
        text = self.text(name)
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            self.deviate(name, "is not a dateTime")
            return None
        if moment.tzinfo is None:
            return moment
        self.deviate(name, "has a zone")
        try:
            return moment.astimezone(SWEDISH_TIME).replace(tzinfo=None)
        except OverflowError:  # 9999-12-31T23:59:59Z, as some systems write "until further notice"
            return moment.replace(tzinfo=None)

    def partial_date(self, name: str) -> date | None:
        """PartialDateType as a date; None where month or day are unknown (IS-P: format YYYY, YYYY-MM, YYYY-MM-DD)."""
        partial = self.record(name)
        value = partial.text("value") if partial else ""
        if len(value) in (4, 7):
            return None
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self.deviate(name, "is not a date")
            return None

    def record(self, name: str) -> Record | None:
        """A child with children of its own."""
        child = self._children.get(name)
        return Record(child, self.deviations) if child is not None else None

    def records(self, name: str) -> Iterator[Record]:
        """All children of this name (and of the first one's namespace), in order."""
        first = self._children.get(name)
        if first is not None:
            for child in self._element.iterchildren(str(first.tag)):
                yield Record(child, self.deviations)

    def first_child(self) -> Record | None:
        """The first child whatever its name."""
        return next((Record(child, self.deviations) for child in self._children.values()), None)
