"""Who a number belongs to: personnummer and samordningsnummer, parsed, checked and masked when printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NoReturn

from desktop.domain.codes import PERSONNUMMER, SAMORDNINGSNUMMER


class NumberFault(Enum):
    """Why a typed number cannot be looked up; each has its own help at the field."""

    INCOMPLETE = "incomplete"
    CHECK_DIGIT = "check digit"
    NO_SUCH_DATE = "no such date"
    RESERVE_NUMBER = "reserve number"
    NOT_A_NUMBER = "not a number"


@dataclass(frozen=True, slots=True, repr=False)
class PersonIdentity:
    """A personnummer or samordningsnummer: twelve digits with century, no sign (contract-rules 7)."""

    number: str

    def __post_init__(self) -> None:
        fault = _fault_of(self.number)
        if fault is not None:
            raise ValueError(f"not a valid personal identity: {fault.value}")

    @property
    def is_coordination_number(self) -> bool:
        """Samordningsnummer: sixty added to the day."""
        return int(self.number[6:8]) >= 60

    @property
    def root(self) -> str:
        """The OID under which contracts send this number (contract-rules 6)."""
        return SAMORDNINGSNUMMER if self.is_coordination_number else PERSONNUMMER

    @property
    def birth_date(self) -> date | None:
        """Date of birth that the number carries; None where a samordningsnummer leaves month or day unknown."""
        day = int(self.number[6:8]) - (60 if self.is_coordination_number else 0)
        try:
            return date(int(self.number[:4]), int(self.number[4:6]), day)
        except ValueError:
            return None

    def age(self, today: date) -> int:
        """Whole years at `today`; counted from the year alone where month or day are unknown."""
        born = self.birth_date
        if born is None:
            return today.year - int(self.number[:4])
        return age_at(born, today)

    @property
    def written(self) -> str:
        """As it is written on paper: `ÅÅÅÅMMDD-NNNN`."""
        return f"{self.number[:8]}-{self.number[8:]}"

    @property
    def masked(self) -> str:
        """Enough for the desk to tell two people apart, too little to identify one."""
        return f"{self.number[:4]}••••-••••"

    def __repr__(self) -> str:
        return f"PersonIdentity({self.masked})"

    __str__ = __repr__

    def __reduce__(self) -> NoReturn:
        raise TypeError("a personal number is not pickled")


def age_at(born: date, today: date) -> int:
    """Whole years between `born` and `today`."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


_DIGITS = re.compile(r"^(?P<century>\d{2})?(?P<date>\d{6})(?P<sign>[-+]?)(?P<serial>\d{4})$", re.ASCII)
_RESERVE = re.compile(r"^(?=.*[A-Za-z])(?:[0-9A-Za-z]{2})?\d{6}[0-9A-Za-z]{4}$", re.ASCII)
"""A birth date with letters before or after it, as in the national ones and most regions' own."""


_BEFORE = re.compile(r"^(?:\][A-Za-z]\d|[^\w\s])+")
_AFTER = re.compile(r"[^\w\s]+$")


def as_read(text: str) -> str:
    """What a scanner has read, without what many are set to type around it: AIM's `]d1`, or signs of their own.

    Wide digits, dashes of other lengths and unseen signs, which copying brings along, are as a keyboard types them.
    """
    seen = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    plain = "".join("-" if sign == "\u2212" or unicodedata.category(sign) == "Pd" else sign for sign in seen)
    read = _BEFORE.sub("", plain.strip())
    return read if " " in read else _AFTER.sub("", read)


def parse_identity(text: str, today: date) -> PersonIdentity | NumberFault:
    """Read what was typed or scanned: 10 or 12 digits with `-`, `+` or spaces.

    Ten digits without a sign mean somebody under a hundred; `+` means a hundred or more (contract-rules 7).
    """
    compact = "".join(as_read(text).split())
    match = _DIGITS.match(compact)
    if match is None:
        if _RESERVE.match(compact.replace("-", "")):
            return NumberFault.RESERVE_NUMBER
        return NumberFault.INCOMPLETE if re.fullmatch(r"[0-9+-]+", compact) else NumberFault.NOT_A_NUMBER
    if match["century"] == "99":
        return NumberFault.RESERVE_NUMBER
    number = (match["century"] or century_of(match["date"], match["sign"], today)) + match["date"] + match["serial"]
    return _fault_of(number) or PersonIdentity(number)


def century_of(six: str, sign: str, today: date) -> str:
    """The first two digits of the year in `ÅÅMMDD`: the latest that is not to come, or the one before it with a `+`."""
    year = today.year // 100 * 100 + int(six[:2])
    day = int(six[4:6]) % 60
    if sign == "+":  # From the year in which one turns a hundred, also before the birthday.
        year -= 100 if year <= today.year else 200
    elif (year, int(six[2:4]), day) > (today.year, today.month, today.day):
        year -= 100
    return f"{year // 100:02d}"


def _fault_of(number: str) -> NumberFault | None:
    if not (number.isascii() and number.isdigit() and len(number) == 12):
        return NumberFault.INCOMPLETE
    if number[:2] not in ("18", "19", "20") or not _date_exists(number):
        return NumberFault.NO_SUCH_DATE
    return None if _luhn_holds(number[2:]) else NumberFault.CHECK_DIGIT


def _date_exists(number: str) -> bool:
    month, day = int(number[4:6]), int(number[6:8])
    if day >= 60:  # TKB-P allows month 00-12 and day 60-91 for samordningsnummer: unknown parts are zero.
        return month <= 12 and day <= 91
    try:
        date(int(number[:4]), month, day)
    except ValueError:
        return False
    return True


def _luhn_holds(ten: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
