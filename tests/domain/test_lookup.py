"""What the search box understands, and what it will not put into a query."""

from datetime import date

import pytest

from desktop.domain.identity import NumberFault, PersonIdentity
from desktop.domain.lookup import CentreQuery, NameFault, NameQuery, understand, without_prefix
from tests.domain.samples import TODAY

TOLVAN = PersonIdentity("191212121212")


@pytest.mark.parametrize(
    "typed",
    ["191212121212", "19121212-1212", "121212+1212", " 19121212 1212 ", "]d1191212121212", "~191212121212"],
)
def test_a_number_however_it_is_written_or_scanned(typed: str) -> None:
    assert understand(typed, TODAY) == TOLVAN


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Anna Ek 1950", NameQuery("Anna", "Ek", date(1950, 1, 1), date(1950, 12, 31))),
        ("ek, anna maria 1950-02-03", NameQuery("anna maria", "ek", date(1950, 2, 3), date(1950, 2, 3))),
        ("Öst 19500203", NameQuery("", "Öst", date(1950, 2, 3), date(1950, 2, 3))),
    ],
)
def test_a_name_with_a_year_or_a_date_is_a_person(typed: str, query: NameQuery) -> None:
    assert understand(typed, TODAY) == query


@pytest.mark.parametrize(
    "typed", ["Ek' OR 1950", 'Ek" 1950', "Ek% 1950", "Ek; 1950", "Ek\\ 1950", "E=k 1950", "Ek* 1950"]
)
def test_a_sign_that_could_change_the_query_is_refused(typed: str) -> None:
    assert understand(typed, TODAY) is NameFault.FORBIDDEN_SIGN


def test_a_date_that_is_none() -> None:
    assert understand("Ek 19500231", TODAY) is NameFault.NO_SUCH_DATE


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("SE9900000020-1001", True), ("se9900000020-1001", True), ("SE9900000020-", False), ("Tallbackens v", False)],
)
def test_a_care_centre_by_name_or_hsa_id(typed: str, whole: bool) -> None:
    query = understand(typed, TODAY)
    assert query == CentreQuery(typed)
    assert query.is_hsa_id is whole


def test_a_reserve_number_is_none_that_can_be_listed() -> None:
    assert understand("19121212AB12", TODAY) is NumberFault.RESERVE_NUMBER


@pytest.mark.parametrize(
    ("scanned", "read"),
    [("]d1191212121212", "191212121212"), ("#191212121212", "191212121212"), ("K7QM-2W9F", "K7QM-2W9F"), ("", "")],
)
def test_what_a_scanner_puts_before(scanned: str, read: str) -> None:
    assert without_prefix(scanned) == read
