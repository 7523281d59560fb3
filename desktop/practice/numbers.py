"""Constructs personal identity numbers that are recognisably test numbers, with a valid check digit."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop.practice.shapes import II
from desktop.practice.vocabulary import COORDINATION_NUMBER, PERSONAL_NUMBER

_SERIALS: Final = ("238", "239", *(str(serial) for serial in range(980, 1000)))
"""The birth numbers that the Swedish Tax Agency's published test numbers mostly use."""


def check_digit(nine: str) -> int:
    """The Luhn digit over the nine digits YYMMDDNNN."""
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(nine))
    return -sum(value // 10 + value % 10 for value in doubled) % 10


def is_valid(number: str) -> bool:
    """Twelve digits with a correct check digit; dates are not tested (samordningsnummer have unknown parts)."""
    return len(number) == 12 and number.isascii() and number.isdigit() and check_digit(number[2:11]) == int(number[11])


def candidates(day: date, female: bool) -> Iterator[str]:
    """Test numbers of persons born on a day, in a fixed order; the ninth digit is even for women."""
    for serial in _SERIALS:
        if (int(serial) % 2 == 0) is female:
            nine = f"{day:%y%m%d}{serial}"
            yield f"{day:%Y}{nine[2:]}{check_digit(nine)}"


def identity(number: str) -> II:
    """The identifier as the contracts carry it: samordningsnummer (day 60-91) have an OID of their own."""
    return II(COORDINATION_NUMBER if is_coordination(number) else PERSONAL_NUMBER, number)


def is_coordination(number: str) -> bool:
    """Whether the day part says samordningsnummer (TKB-P: day 60-91)."""
    return 60 <= int(number[6:8]) <= 91


def is_person(identifier: II) -> bool:
    """Whether an identifier is a personnummer or samordningsnummer under its own OID, with a valid check digit."""
    number = identifier.extension or ""
    return is_valid(number) and identity(number).root == identifier.root.strip()


def birth_date(number: str) -> str:
    """The birth date as far as the number tells it: YYYY-MM-DD, YYYY-MM or YYYY."""
    year, month, day = number[:4], number[4:6], int(number[6:8]) % 60
    if month == "00":
        return year
    return f"{year}-{month}-{day:02d}" if day else f"{year}-{month}"


def age_on(born: str, today: date) -> int:
    """Whole years; unknown parts of a birth date count as the first month and day."""
    parts = [int(part) for part in born.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return today.year - year - ((today.month, today.day) < (month, day))
