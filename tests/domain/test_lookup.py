"""What the search box understands, and what it will not put into a query."""

from datetime import date

import pytest

from desktop.domain.identity import NumberFault, PersonIdentity, as_read
from desktop.domain.lookup import CentreQuery, NameFault, NameQuery, understand
from tests.domain.samples import TODAY

TOLVAN = PersonIdentity("191212121212")


@pytest.mark.parametrize(
    "typed",
    [
        "191212121212",
        "19121212-1212",
        "121212+1212",
        " 19121212 1212 ",
        "19121212\u00a01212",
        "19121212\u22121212",
        "19121212\u20111212",
        "\u200e19121212-1212\u202c",
        "１９１２１２１２－１２１２",
        "]d1191212121212",
        "~191212121212",
        "191212121212\r\n",
        "*191212121212*",
        "191212121212;",
    ],
)
def test_a_number_however_it_is_written_or_scanned(typed: str) -> None:
    assert understand(typed, TODAY) == TOLVAN


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Anna Ek 1950", NameQuery("Anna", "Ek", date(1950, 1, 1), date(1950, 12, 31))),
        ("ek, anna maria 1950-02-03", NameQuery("anna maria", "ek", date(1950, 2, 3), date(1950, 2, 3))),
        ("Öst 19500203", NameQuery("", "Öst", date(1950, 2, 3), date(1950, 2, 3))),
        ("Anna Ek 500203", NameQuery("Anna", "Ek", date(1950, 2, 3), date(1950, 2, 3))),
        ("Ek 261124-", NameQuery("", "Ek", date(1926, 11, 24), date(1926, 11, 24))),
        ("Andre\u0301 1950", NameQuery("", "Andr\u00e9", date(1950, 1, 1), date(1950, 12, 31))),
        ("1950 Anna Ek", NameQuery("Anna", "Ek", date(1950, 1, 1), date(1950, 12, 31))),
        ("1950 Ek", NameQuery("", "Ek", date(1950, 1, 1), date(1950, 12, 31))),
        ("1950-02-03 Anna Ek", NameQuery("Anna", "Ek", date(1950, 2, 3), date(1950, 2, 3))),
        ("19500203, Ek, Anna", NameQuery("Anna", "Ek", date(1950, 2, 3), date(1950, 2, 3))),
        ("500203- Öst", NameQuery("", "Öst", date(1950, 2, 3), date(1950, 2, 3))),
        ("Ann\u2013Marie Åkesson-Ek 1950", NameQuery("Ann-Marie", "Åkesson-Ek", date(1950, 1, 1), date(1950, 12, 31))),
    ],
)
def test_a_name_with_a_year_or_a_date_is_a_person(typed: str, query: NameQuery) -> None:
    assert understand(typed, TODAY) == query


@pytest.mark.parametrize(
    "typed",
    [
        "O'Brien 1950",
        "O\u2019Brien 1950",
        "D\u00b4Arc 1950",
        "Ek, A, B 1950",
        "Ek_ 1950",
        "Ek' OR 1950",
        'Ek" 1950',
        "Ek% 1950",
        "Ek; 1950",
        "Ek\\ 1950",
        "E=k 1950",
        "Ek* 1950",
        "1950 Ek' OR",
        "1950-02-03 O\u2019Brien",
    ],
)
def test_a_sign_that_could_change_the_query_is_refused(typed: str) -> None:
    assert understand(typed, TODAY) is NameFault.FORBIDDEN_SIGN


@pytest.mark.parametrize("typed", ["Ek 19500231", "Ek 500231", "Ek 195002", "19500231 Ek", "500231 Anna Ek"])
def test_a_date_that_is_none(typed: str) -> None:
    assert understand(typed, TODAY) is NameFault.NO_SUCH_DATE


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("SE9900000020-1001", True),
        ("se9900000020-1001", True),
        ("SE162321000255-O1", True),
        ("se12345-xyz", True),
        ("SE9900000020", False),
        ("Tallbackens v", False),
        ("Torget 10 VC", False),
        ("1177 Falun", False),
        ("1899 Anna Ek", False),
        ("2027 Anna Ek", False),
        ("1950 Torget 10", False),
        ("Anna 1950 Ek", False),
        ("19500203Öst", False),
    ],
)
def test_a_care_centre_by_name_or_hsa_id(typed: str, whole: bool) -> None:
    query = understand(typed, TODAY)
    assert query == CentreQuery(typed)
    assert query.is_hsa_id is whole


@pytest.mark.parametrize("typed", ["19121212AB12", "121212-TF12", "QX121212-12X4", "991912121212"])
def test_a_reserve_number_is_none_that_can_be_listed(typed: str) -> None:
    assert understand(typed, TODAY) is NumberFault.RESERVE_NUMBER


@pytest.mark.parametrize(
    ("scanned", "read"),
    [
        ("]d1191212121212", "191212121212"),
        ("#191212121212", "191212121212"),
        ("]Q3K7QM-2W9F#", "K7QM-2W9F"),
        ("K7QM-2W9F", "K7QM-2W9F"),
        ("", ""),
    ],
)
def test_what_a_scanner_puts_around(scanned: str, read: str) -> None:
    assert as_read(scanned) == read
