"""Profile P4: whom a child's record names as guardians, and what in it proves nothing."""

from collections.abc import Callable

import pytest
from lxml import etree

from desktop.contracts.persons import GET_PERSONS, PersonRegister
from desktop.domain.guardianship import Guardians
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import Kind, Problem
from tests.contracts.test_person_answers import CITIZEN, NEW_NUMBER, person

MOTHER = NEW_NUMBER
Answer = Callable[..., Guardians]


def ask(transport):
    return PersonRegister(transport).guardians_of(CITIZEN)


def relation(kind: str = "V", other: PersonIdentity | None = MOTHER, more: str = "") -> str:
    """A relation to somebody with a number, or with only a date of birth."""
    number = f"<root>{other.root}</root><extension>{other.number}</extension>" if other else ""
    born = "<dateOfBirth><format>YYYY</format><value>1980</value></dateOfBirth>"
    who = f"<personalIdentity>{number}</personalIdentity>" if other else born
    return (
        f"<relationship><relationshipId>{who}</relationshipId>"
        f"<relationshipType>{kind}</relationshipType>{more}</relationship>"
    )


def until(day: str) -> str:
    length = {4: "YYYY", 7: "YYYY-MM"}.get(len(day), "YYYY-MM-DD")
    return f"<relationshipToDate><format>{length}</format><value>{day}</value></relationshipToDate>"


CASES = {
    "a guardian": (relation(), Guardians((MOTHER,))),
    "no relations, as for somebody protected": ("", Guardians()),
    "other relations are no guardians": (relation("M") + relation("VF") + relation("F"), Guardians()),
    "a guardian without a number": (relation(other=None) + relation(), Guardians((MOTHER,), incomplete=True)),
    "no longer a guardian": (relation(more=until("2020-01-31")), Guardians()),
    "a guardian until a day to come": (relation(more=until("2999-01-31")), Guardians((MOTHER,))),
    "perhaps no longer a guardian": (relation(more=until("2020")), Guardians((), incomplete=True)),
}


@pytest.mark.parametrize("name", CASES)
def test_whom_the_record_names(answer: Answer, name: str) -> None:
    content, expected = CASES[name]
    assert answer(ask, GET_PERSONS, person(content)) == expected


def test_only_the_child_is_asked_about_and_with_profile_p4(answer: Answer, region) -> None:
    answer(ask, GET_PERSONS, person(relation()))
    (request,) = region.received
    body = etree.fromstring(request.body)
    assert body.findtext(".//{*}profile") == "P4"
    assert [one.text for one in body.iterfind(".//{*}extension")] == [CITIZEN.number]


def test_an_answer_about_somebody_else_proves_nothing(
    problem: Callable[..., Problem], caplog: pytest.LogCaptureFixture
) -> None:
    assert problem(ask, GET_PERSONS, "").kind is Kind.UNREADABLE_ANSWER
    assert "unreadable" in caplog.text
    caplog.clear()


def test_nobody_is_named_where_it_is_printed() -> None:
    assert MOTHER.number not in repr(Guardians((MOTHER,)))
