"""What a case that waits for a signature or a completion has come to: time to remind, and birthdays that change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from desktop.domain.case import CaseFile, State
from desktop.domain.citizen import Citizen
from desktop.domain.rules import OF_AGE

REMIND_AFTER = timedelta(days=14)
SOON = timedelta(days=30)


class Due(Enum):
    """Why somebody should look at it."""

    REMIND = "it has waited for two weeks"
    CHOOSES_SOON = "the child soon chooses alone"
    CHOOSES = "the child chooses alone now, and signs"
    OF_AGE_SOON = "the child is soon of age"
    OF_AGE = "the child is of age, and nobody else chooses"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One of them; `on` is the birthday, or the day from which to remind."""

    due: Due
    on: date


def reminders(case: CaseFile, today: date, chooses_from: int) -> tuple[Reminder, ...]:
    """What is due about a case that waits; nothing about any other. `chooses_from` is an age in years."""
    if case.state not in (State.WAITING, State.COMPLETE):
        return ()
    opened = case.opened_at.date()
    found = [Reminder(Due.REMIND, opened + REMIND_AFTER)] if today >= opened + REMIND_AFTER else []
    ages = {chooses_from: (Due.CHOOSES_SOON, Due.CHOOSES), OF_AGE: (Due.OF_AGE_SOON, Due.OF_AGE)}
    for age, (soon, now) in sorted(ages.items()):
        birthday = _birthday(case.citizen, age)
        if birthday is None or case.citizen.age(opened) >= age:
            continue
        if birthday <= today:
            found.append(Reminder(now, birthday))
        elif birthday - today <= SOON:
            found.append(Reminder(soon, birthday))
    return tuple(found)


def _birthday(citizen: Citizen, age: int) -> date | None:
    """The day on which somebody turns an age; who was born on 29 February does so on 1 March in other years."""
    if citizen.born is None:
        return None
    year = citizen.born.year + age
    try:
        return citizen.born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
