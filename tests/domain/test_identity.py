"""Personal identities: what is accepted, which fault is named, which century is meant, and that nothing prints them."""

import calendar
import logging
import pickle
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreement import ActorType, person
from desktop.domain.citizen import Citizen, PersonName
from desktop.domain.identity import NumberFault, PersonIdentity, age_at, parse_identity
from desktop.domain.outcome import Receipt
from tests.domain.samples import TODAY, order

PUBLISHED = Path(__file__).parents[3] / "shared" / "facts" / "test-identities.txt"


def check_digit(nine: str) -> str:
    """The digit that completes nine: each product's digits are added, the sum filled up to a whole ten (Luhn)."""
    products = "".join(str(int(digit) * factor) for digit, factor in zip(nine, (2, 1) * 5, strict=False))
    return str(-sum(map(int, products)) % 10)


def complete(eleven: str) -> str:
    return eleven + check_digit(eleven[2:])


days = st.dates(date(1850, 1, 1), TODAY)
serials = st.integers(0, 999).map("{:03d}".format)
personnummer = st.builds(lambda day, serial: complete(f"{day:%Y%m%d}{serial}"), days, serials)
samordningsnummer = st.builds(
    lambda year, month, day, serial: complete(f"{year}{month:02d}{day}{serial}"),
    st.integers(1850, 2026),
    st.integers(0, 12),
    st.integers(60, 91),
    serials,
)
numbers = st.one_of(personnummer, samordningsnummer)


@given(numbers, st.sampled_from(["{0}{1}", "{0}-{1}", " {0} {1}\n", "{0}\u2013{1}", "{0}+{1}"]))
def test_twelve_digits_are_read_however_they_are_written(number: str, writing: str) -> None:
    read = parse_identity(writing.format(number[:8], number[8:]), TODAY)
    assert read == PersonIdentity(number)
    assert parse_identity(read.written, TODAY) == read


@given(personnummer)
def test_ten_digits_with_the_sign_of_the_year_are_the_same_person(number: str) -> None:
    """The sign is + from the year in which one turns a hundred (contract-rules 7)."""
    turning = TODAY.year - int(number[:4])
    if turning < 200:
        sign = "+" if turning >= 100 else "-"
        assert parse_identity(f"{number[2:8]}{sign}{number[8:]}", TODAY) == PersonIdentity(number)


@given(numbers, st.integers(1, 9))
def test_a_wrong_check_digit_is_named(number: str, change: int) -> None:
    wrong = number[:-1] + str((int(number[-1]) + change) % 10)
    assert parse_identity(wrong, TODAY) is NumberFault.CHECK_DIGIT


@given(st.text("0123456789+- \nAå", max_size=16) | numbers.map(lambda number: f" {number[2:]}\n"))
def test_any_text_is_a_person_or_a_fault(text: str) -> None:
    read = parse_identity(text, TODAY)
    assert isinstance(read, NumberFault) or read.number[2:] == re.sub(r"\D", "", text)[-10:]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("19121212121", NumberFault.INCOMPLETE),
        ("121212-", NumberFault.INCOMPLETE),
        ("1912121212123", NumberFault.INCOMPLETE),
        ("12-1212-1212", NumberFault.INCOMPLETE),
        ("191212121213", NumberFault.CHECK_DIGIT),
        ("199002291234", NumberFault.NO_SUCH_DATE),
        ("199013011234", NumberFault.NO_SUCH_DATE),
        ("171212121212", NumberFault.NO_SUCH_DATE),
        ("211212121212", NumberFault.NO_SUCH_DATE),
        ("199001591234", NumberFault.NO_SUCH_DATE),
        ("199001921234", NumberFault.NO_SUCH_DATE),
        ("199013611234", NumberFault.NO_SUCH_DATE),
        ("19121212AB12", NumberFault.RESERVE_NUMBER),
        ("99121212-A12B", NumberFault.RESERVE_NUMBER),
        ("Svensson", NumberFault.NOT_A_NUMBER),
        ("abcdefghijkl", NumberFault.NOT_A_NUMBER),
        ("", NumberFault.NOT_A_NUMBER),
        ("åäö121212121", NumberFault.NOT_A_NUMBER),
        ("\u0661\u0669\u0661\u0662\u0661\u0662\u0661\u0662\u0661\u0662\u0661\u0662", NumberFault.NOT_A_NUMBER),
    ],
)
def test_each_fault_is_named(typed: str, fault: NumberFault) -> None:
    assert parse_identity(typed, TODAY) is fault


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("121212+1212", "191212121212"),
        ("121212-1212", "201212121212"),
        ("1212121212", "201212121212"),
        ("261124-" + complete("19261124239")[8:], "19261124239" + check_digit("261124239")),
        ("261123-" + complete("20261123239")[8:], "20261123239" + check_digit("261123239")),
        # A hundred this year, the birthday still to come: + all the same.
        ("261224+" + complete("19261224239")[8:], "19261224239" + check_digit("261224239")),
        ("270101+" + complete("18270101239")[8:], "18270101239" + check_digit("270101239")),
        # Samordningsnummer: sixty is taken off the day before it is compared with today.
        ("261183-" + complete("20261183239")[8:], "20261183239" + check_digit("261183239")),
        ("261184-" + complete("19261184239")[8:], "19261184239" + check_digit("261184239")),
    ],
)
def test_the_century_of_ten_digits(typed: str, number: str) -> None:
    assert parse_identity(typed, TODAY) == PersonIdentity(number)


@pytest.mark.parametrize(
    ("number", "coordination", "birth_date", "age"),
    [
        ("191212121212", False, date(1912, 12, 12), 113),
        ("198505612393", True, date(1985, 5, 1), 41),
        ("197906602383", True, None, 47),
        ("198200602384", True, None, 44),
    ],
)
def test_what_a_number_tells(number: str, coordination: bool, birth_date: date | None, age: int) -> None:
    identity = PersonIdentity(number)
    assert (identity.is_coordination_number, identity.birth_date, identity.age(TODAY)) == (
        coordination,
        birth_date,
        age,
    )
    assert identity.root == f"1.2.752.129.2.1.3.{3 if coordination else 1}"


@given(days)
def test_age_grows_on_the_birthday_and_only_then(birthday: date) -> None:
    for back in range(366):
        today = TODAY - timedelta(days=back)
        grown = age_at(birthday, today) - age_at(birthday, today - timedelta(days=1))
        leap_day_moved = (birthday.month, birthday.day) == (2, 29) and not calendar.isleap(today.year)
        anniversary = (3, 1) if leap_day_moved else (birthday.month, birthday.day)
        assert grown == ((today.month, today.day) == anniversary)
    assert age_at(birthday, birthday) == 0


def test_the_published_test_numbers_are_valid() -> None:
    if not PUBLISHED.is_file():
        pytest.skip(f"the published test numbers are not beside the checkout ({PUBLISHED.name})")
    for number in PUBLISHED.read_text(encoding="utf-8").split():
        assert parse_identity(number, TODAY) == PersonIdentity(number)


@pytest.mark.parametrize("number", ["191212121213", "1912121212", "199002291234", "19121212-1212", ""])
def test_an_invalid_identity_cannot_exist(number: str) -> None:
    with pytest.raises(ValueError, match="not a valid personal identity") as raised:
        PersonIdentity(number)
    assert not number or number not in str(raised.value)


@given(numbers)
def test_nothing_that_prints_shows_the_number(number: str) -> None:
    identity = PersonIdentity(number)
    citizen = Citizen(identity, identity, PersonName("Tolvan", "", "Tallberg"), home_county="20")
    registration = order(citizen=citizen)
    receipt = Receipt("42", registration, None, (), TODAY)
    shown = [identity, [identity], citizen, person(ActorType.CITIZEN, identity), registration, receipt]
    for one in shown:
        for text in (repr(one), str(one), f"{one}", "%s %r" % (one, one)):  # noqa: UP031  as logging does
            assert number[4:] not in text
            assert identity.written[4:] not in text
            assert "Tallberg" not in text


def test_a_log_line_shows_no_number(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        logging.getLogger("desktop").info("%s %r", PersonIdentity("191212121212"), [PersonIdentity("191212121212")])
    assert "1912••••-••••" in caplog.text
    assert "1212" not in caplog.text


def test_a_number_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="personal number"):
        pickle.dumps(PersonIdentity("191212121212"))
