"""What is typed in a field, as it is read: a day with parts of it left out, and a personal number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import NumberFault, PersonIdentity, parse_identity
from desktop.domain.problems import Problem

_SHORT = re.compile(r"^(?:(?P<month>\d{2})-?)?(?P<day>\d{1,2})$", re.ASCII)


class DateFault(Enum):
    """Why a typed date cannot be used."""

    UNREADABLE = "no date"
    NOT_YET = "in the future"
    BEFORE_PRINTED = "signed before the form was printed"
    BEFORE_SIGNATURE = "received before it was signed"


@dataclass(frozen=True, slots=True)
class Day:
    """A date as typed; `value` is the last that could be read, and counts only without a `fault`."""

    value: date
    text: str
    fault: DateFault | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Number:
    """A personal number as typed, and who the register says it is: None while nobody has been asked."""

    text: str = ""
    identity: PersonIdentity | None = None
    fault: NumberFault | None = None
    found: Citizen | Unknown | Problem | None = None


NO_NUMBER = Number()


def read_number(text: str, before: Number, today: date) -> Number:
    """A number as typed; what the register has said stays while it is the same person."""
    if text == before.text:
        return before
    parsed = parse_identity(text, today) if text.strip() else None
    if isinstance(parsed, NumberFault):
        return Number(text, fault=parsed)
    return Number(text, parsed, found=before.found if parsed == before.identity else None)


def read_day(text: str, before: date, today: date) -> Day:
    """`2026-11-20`, `20261120`, `1120` or `20`: what is left out makes it the latest such day up to today."""
    typed = text.strip()
    try:
        value = date.fromisoformat(typed)
    except ValueError:
        short = _SHORT.match(typed)
        latest = _latest(int(short["day"]), int(short["month"] or 0), today) if short else None
        if latest is None:
            return Day(before, text, DateFault.UNREADABLE)
        value = latest
    if value > today:
        return Day(before, text, DateFault.NOT_YET)
    return Day(value, value.isoformat())


def _latest(day: int, month: int, today: date) -> date | None:
    """The latest such day up to today; `month` 0 is any. None where the calendar has none within a year."""
    for back in range(13):
        year, place = divmod(today.year * 12 + today.month - 1 - back, 12)
        if month in (0, place + 1):
            try:
                found = date(year, place + 1, day)
            except ValueError:
                continue
            if found <= today:
                return found
    return None
