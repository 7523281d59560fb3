"""What comes due about a case that waits: two weeks, sixteen, eighteen; and nothing about what does not wait."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop.domain.case import CaseFile, Notes, State
from desktop.domain.draft import Draft, Lack
from desktop.domain.reminding import Due, Reminder, reminders
from tests.domain.samples import born

OPENED = datetime(2026, 11, 1, 9, 0)


def waiting(birthday: date, state: State = State.WAITING) -> CaseFile:
    draft = Draft(born(birthday), lacks=(Lack.SECOND_SIGNATURE,))
    return CaseFile("2026-0001", state, OPENED, OPENED, draft, None, Notes())


def due(case: CaseFile, today: date) -> list[tuple[Due, date]]:
    return [(one.due, one.on) for one in reminders(case, today, 16)]


def test_two_weeks_pass_before_anybody_is_reminded() -> None:
    case = waiting(date(2020, 1, 1))
    assert due(case, date(2026, 11, 14)) == []
    assert due(case, date(2026, 11, 15)) == [(Due.REMIND, date(2026, 11, 15))]


@pytest.mark.parametrize(
    ("age", "soon", "now"), [(16, Due.CHOOSES_SOON, Due.CHOOSES), (18, Due.OF_AGE_SOON, Due.OF_AGE)]
)
def test_a_birthday_that_changes_who_chooses_is_seen_a_month_before_and_from_the_day(
    age: int, soon: Due, now: Due
) -> None:
    birthday = date(2026, 11, 10)
    case = waiting(birthday.replace(year=2026 - age))
    assert due(case, OPENED.date()) == [(soon, birthday)]
    assert due(case, birthday - timedelta(days=1)) == [(soon, birthday)]
    assert due(case, birthday) == [(now, birthday)]
    assert due(waiting(birthday.replace(year=2026 - age, month=12, day=24)), OPENED.date()) == []


def test_who_had_turned_before_the_case_was_opened_is_no_news() -> None:
    assert due(waiting(date(2010, 10, 31)), date(2026, 11, 2)) == []


def test_a_leap_day_is_kept_on_the_first_of_march() -> None:
    case = replace(waiting(date(2012, 2, 29)), opened_at=datetime(2028, 2, 1), changed_at=datetime(2028, 2, 1))
    assert due(case, date(2028, 2, 20)) == [
        (Due.REMIND, date(2028, 2, 15)),
        (Due.CHOOSES_SOON, date(2028, 2, 29)),
    ]
    eighteen = replace(waiting(date(2012, 2, 29)), opened_at=datetime(2030, 2, 20))
    assert due(eighteen, date(2030, 2, 28)) == [(Due.OF_AGE_SOON, date(2030, 3, 1))]


@pytest.mark.parametrize("state", [State.CONFIRMED, State.CANCELLED, State.UNCLEAR, State.DRAFT])
def test_what_does_not_wait_is_left_alone(state: State) -> None:
    assert reminders(waiting(date(2010, 11, 10), state), date(2027, 1, 1), 16) == ()


def test_what_lacks_something_else_is_reminded_of_as_well() -> None:
    case = waiting(date(2000, 1, 1), State.COMPLETE)
    assert reminders(case, date(2026, 12, 1), 16) == (Reminder(Due.REMIND, date(2026, 11, 15)),)
