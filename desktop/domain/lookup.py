"""What the search box has understood: a number, a name with a birth date, or a care centre; and what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.centre import Centre
from desktop.domain.citizen import Citizen
from desktop.domain.identity import NumberFault, PersonIdentity, as_read, century_of, parse_identity
from desktop.domain.listing import ListingType
from desktop.domain.regions import County


@dataclass(frozen=True, slots=True, repr=False)
class NameQuery:
    """A name and when its bearer was born; `given` and `surname` are beginnings of names, either may be empty."""

    given: str
    surname: str
    born_from: date
    born_to: date

    def __repr__(self) -> str:
        return "NameQuery(…)"


@dataclass(frozen=True, slots=True)
class CentreQuery:
    """A care centre's name or HSA-id."""

    text: str

    @property
    def is_hsa_id(self) -> bool:
        """A whole HSA-id, rather than a name or the beginning of one."""
        return _WHOLE_HSA_ID.match(self.text) is not None


class NameFault(Enum):
    """Why a name cannot be searched for."""

    FORBIDDEN_SIGN = "a sign that could change the query"
    NO_SUCH_DATE = "no such birth date"


@dataclass(frozen=True, slots=True)
class Hits:
    """Who was found by name; protected persons are never among them (desk-design, correction 7)."""

    persons: tuple[Citizen, ...]


@dataclass(frozen=True, slots=True)
class FoundCentre:
    """A care centre, its region, and the listing types that are known of the region; none where they are not kept."""

    county: County
    centre: Centre
    listing_types: tuple[ListingType, ...] = ()


@dataclass(frozen=True, slots=True)
class NoSuchCentre:
    """No region that answered has it; `silent` are those that did not answer."""

    hsa_id: str
    silent: tuple[County, ...] = ()


Understood = PersonIdentity | NumberFault | NameQuery | NameFault | CentreQuery

_BORN = r"(?:(?P<year>\d{4})(?:-?(?P<month>\d{2})-?(?P<day>\d{2}))?|(?P<six>\d{6})-?)"
_NAME_FIRST = re.compile(rf"^(?P<name>.*?)[\s,]+{_BORN}$")
_BORN_FIRST = re.compile(rf"^{_BORN}[\s,]+(?P<name>\D+)$")
_OLDEST = 120
"""Years; digits that are no year of anybody's birth are the beginning of a care centre's name (`1177 Falun`)."""
_HSA_ID = re.compile(r"^SE\d{5,12}(?:-|$)", re.IGNORECASE | re.ASCII)
_WHOLE_HSA_ID = re.compile(r"^SE\d{5,12}-[A-Z0-9]+$", re.IGNORECASE | re.ASCII)
"""Ten digits by the rule; ids in use also have twelve, or fewer (contract-rules 7)."""


def understand(text: str, today: date) -> Understood:
    """Tell what was typed: digits are a number, letters with a birth year or date a person, other letters a centre.

    The year or date stands after the name or before it.
    """
    typed = " ".join(as_read(text).split())
    if _HSA_ID.match(typed):
        return CentreQuery(typed)
    if not any(char.isalpha() for char in typed):
        return parse_identity(typed, today)
    born = _NAME_FIRST.match(typed) or _BORN_FIRST.match(typed)
    if born is not None and born["name"].strip() and (born.start("name") == 0 or _may_be_born(born["year"], today)):
        return _name_query(born, today)
    number = parse_identity(typed, today)
    return number if number is NumberFault.RESERVE_NUMBER else CentreQuery(typed)


def _may_be_born(year: str | None, today: date) -> bool:
    return year is None or today.year - _OLDEST <= int(year) <= today.year


def _name_query(match: re.Match[str], today: date) -> NameQuery | NameFault:
    name = match["name"].strip(" ,")
    if not all(char.isalpha() or char in " -," for char in name) or name.count(",") > 1:
        return NameFault.FORBIDDEN_SIGN
    year, month, day = match["year"], match["month"], match["day"]
    if six := match["six"]:  # A hundred and over are asked for with the whole year.
        year, month, day = century_of(six, "", today) + six[:2], six[2:4], six[4:]
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return NameFault.NO_SUCH_DATE
    last = first if month else date(int(year), 12, 31)
    if "," in name:
        surname, _, given = name.partition(",")
    else:
        given, _, surname = name.rpartition(" ")
    return NameQuery(given.strip(), surname.strip(" ,"), first, last)
