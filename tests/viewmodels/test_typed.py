"""What is typed in a field: days in short, and numbers that keep what the register said of them."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.citizen import Unknown
from desktop.domain.identity import NumberFault
from desktop.viewmodels.typed import DateFault, Number, read_day, read_number
from tests.domain.samples import ADULT_NUMBER, GUARDIAN_NUMBER, TODAY

BEFORE = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        (" 20261120 ", date(2026, 11, 20)),
        ("1120", date(2026, 11, 20)),
        ("11-20", date(2026, 11, 20)),
        ("20", date(2026, 11, 20)),
        ("3", date(2026, 11, 3)),
        ("23", TODAY),
        ("24", date(2026, 10, 24)),
        ("31", date(2026, 10, 31)),
        ("1224", date(2025, 12, 24)),
    ],
)
def test_what_is_left_out_makes_it_the_latest_such_day(typed: str, meant: date) -> None:
    day = read_day(typed, BEFORE, TODAY)
    assert (day.value, day.fault, day.text) == (meant, None, meant.isoformat())


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("2026-11-24", DateFault.NOT_YET),
        ("", DateFault.UNREADABLE),
        ("igår", DateFault.UNREADABLE),
        ("2026-02-30", DateFault.UNREADABLE),
        ("0230", DateFault.UNREADABLE),
        ("32", DateFault.UNREADABLE),
        ("\N{ARABIC-INDIC DIGIT TWO}", DateFault.UNREADABLE),
    ],
)
def test_a_date_that_cannot_be_stays_as_typed_and_counts_as_a_fault(typed: str, fault: DateFault) -> None:
    day = read_day(typed, BEFORE, TODAY)
    assert (day.value, day.fault, day.text) == (BEFORE, fault, typed)


def test_a_number_keeps_its_answer_only_while_it_is_the_same_person() -> None:
    asked = replace(read_number(GUARDIAN_NUMBER.number, Number(), TODAY), found=Unknown(GUARDIAN_NUMBER))
    assert read_number(GUARDIAN_NUMBER.written, asked, TODAY).found == Unknown(GUARDIAN_NUMBER)
    assert read_number(ADULT_NUMBER.number, asked, TODAY).found is None
    assert read_number("199504242399", asked, TODAY).fault is NumberFault.CHECK_DIGIT
