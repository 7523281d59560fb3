"""The person register's answers: changed numbers, protection, deregistration, partial dates and reserve identities."""

import re
from datetime import date

import pytest

from desktop.contracts.persons import GET_PERSONS, SEARCH_PERSONS, PersonRegister
from desktop.contracts.transport import Limits
from desktop.domain.citizen import Citizen, Deregistration, PersonName, Protection
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import Kind
from desktop.domain.regions import County
from tests.contracts.wire import response, soap

CITIZEN = PersonIdentity("191212121212")
NEW_NUMBER = PersonIdentity("193008077723")
YEAR = "<format>YYYY</format><value>2020</value>"


def get_person(transport):
    return PersonRegister(transport).get(CITIZEN)


def test_a_person_asked_for_by_an_old_number(answer):
    citizen = answer(get_person, "get-persons.xml")
    assert citizen == Citizen(
        identity=NEW_NUMBER,
        asked=CITIZEN,
        name=PersonName("Testa Maria", "Prov", "Övningsson"),
        born=date(1930, 8, 7),
        home_county=County("09"),
        other_identities=(CITIZEN,),
        is_test_person=True,
    )
    assert citizen.number_changed


def person(content: str, protected: str = "<protectedPersonIndicator>false</protectedPersonIndicator>") -> str:
    identity = "<root>1.2.752.129.2.1.3.1</root><extension>19121212-1212</extension>"
    return (
        f"<requestedPersonRecord><requestedPersonalIdentity>{identity}</requestedPersonalIdentity><personRecord>"
        f"<personalIdentity>{identity}</personalIdentity>{protected}{content}</personRecord></requestedPersonRecord>"
    )


def test_the_least_that_the_register_says(answer):
    assert answer(get_person, GET_PERSONS, person("")) == Citizen(identity=CITIZEN, asked=CITIZEN)


def deregistered(content: str) -> str:
    return f"<deregistration>{content}</deregistration>"


def status(content: str) -> str:
    return f"<personalIdentityStatus>{content}</personalIdentityStatus>"


GONE = "<identityStatus>AVREGISTRERAT</identityStatus>"
REASONS = {
    **{
        deregistered(f"<deregistrationReasonCode>{why.value}</deregistrationReasonCode>"): why
        for why in Deregistration
        if why is not Deregistration.UNKNOWN_REASON
    },
    deregistered("<deregistrationReasonCode>XX</deregistrationReasonCode>"): Deregistration.UNKNOWN_REASON,
    deregistered(f"<deregistrationDate>{YEAR}</deregistrationDate>"): Deregistration.UNKNOWN_REASON,
    deregistered(f"<foundDeadAtDate>{YEAR}</foundDeadAtDate>"): Deregistration.DECEASED,
    deregistered(""): None,
    deregistered("<deregistrationReasonCode/><deregistrationDate/><foundDeadAtDate><value/></foundDeadAtDate>"): None,
    "<coOrdinationNumberData><deceasedDate/></coOrdinationNumberData>": None,
    f"<coOrdinationNumberData><deceasedDate>{YEAR}</deceasedDate></coOrdinationNumberData>": Deregistration.DECEASED,
    status(GONE): Deregistration.UNKNOWN_REASON,
    status(GONE + "<identityStatusCause>ERSATT</identityStatusCause>"): Deregistration.OLD_NUMBER,
    status(GONE + "<identityStatusCause>AVLIDEN</identityStatusCause>"): Deregistration.DECEASED,
    status("<identityStatus>AKTIVT</identityStatus>"): None,
}


@pytest.mark.parametrize("content", REASONS)
def test_deregistration(content, answer):
    assert answer(get_person, GET_PERSONS, person(content)).deregistration is REASONS[content]


@pytest.mark.parametrize(
    ("flags", "protection"),
    [
        ("<protectedPersonIndicator>false</protectedPersonIndicator>", Protection.NONE),
        ("<protectedPersonIndicator>1</protectedPersonIndicator>", Protection.MARKED),
        ("<protectedPersonIndicator>J</protectedPersonIndicator>", Protection.MARKED),
        ("", Protection.MARKED),
        (
            "<protectedPersonIndicator>true</protectedPersonIndicator>"
            "<protectedPopulationRecord>true</protectedPopulationRecord>",
            Protection.PROTECTED_REGISTRATION,
        ),
        (
            "<protectedPersonIndicator>false</protectedPersonIndicator>"
            "<protectedPopulationRecord>J</protectedPopulationRecord>",
            Protection.PROTECTED_REGISTRATION,
        ),
    ],
)
def test_protection_holds_unless_the_register_says_otherwise(flags, protection, answer, caplog):
    assert answer(get_person, GET_PERSONS, person("", flags)).protection is protection
    caplog.clear()


@pytest.mark.parametrize(
    ("form", "value", "born"),
    [
        ("YYYY-MM-DD", "1912-12-12", date(1912, 12, 12)),
        ("YYYY-MM-DD", "19121212", date(1912, 12, 12)),
        ("YYYY-MM", "1912-12", None),
        ("YYYY", "1912", None),
        ("", "", None),
        ("YYYY-MM-DD", "1912-13-12", None),
    ],
)
def test_partial_dates(form, value, born, answer, caplog):
    content = f"<birth><dateOfBirth><format>{form}</format><value>{value}</value></dateOfBirth></birth>"
    assert answer(get_person, GET_PERSONS, person(content)).born == born
    caplog.clear()


def test_an_old_number_leads_to_the_new_one(answer):
    referred = "".join(
        "<referredPersonalIdentities><referredPersonalIdentity><root>1.2.752.129.2.1.3.1</root>"
        f"<extension>{number}</extension></referredPersonalIdentity>"
        f"<referredPersonalIdentityStatus>{status}</referredPersonalIdentityStatus></referredPersonalIdentities>"
        for number, status in (("190001042399", "AS"), (NEW_NUMBER.number, "NY"))
    )
    gone = "<deregistration><deregistrationReasonCode>GN</deregistrationReasonCode></deregistration>"
    citizen = answer(get_person, GET_PERSONS, person(referred + gone))
    assert citizen.deregistration is Deregistration.OLD_NUMBER
    assert citizen.replaced_by == NEW_NUMBER
    assert citizen.other_identities == (PersonIdentity("190001042399"), NEW_NUMBER)


def test_a_number_that_nobody_has(answer):
    identity = "<root>1.2.752.129.2.1.3.1</root><extension>191212121212</extension>"
    unknown = f"<requestedPersonalIdentity>{identity}</requestedPersonalIdentity>"
    content = f"<requestedPersonRecord>{unknown}</requestedPersonRecord>"
    assert answer(get_person, GET_PERSONS, content) is None


def test_an_answer_about_somebody_else_proves_nothing(problem, caplog):
    assert problem(get_person, GET_PERSONS, "").kind is Kind.UNREADABLE_ANSWER
    somebody = person("").replace("19121212-1212", NEW_NUMBER.number)
    assert problem(get_person, GET_PERSONS, somebody).kind is Kind.UNREADABLE_ANSWER
    caplog.clear()


def test_a_search_leaves_out_reserve_identities(answer):
    def record(root: str, number: str) -> str:
        identity = f"<personalIdentity><root>{root}</root><extension>{number}</extension></personalIdentity>"
        return f"<personRecord>{identity}<protectedPersonIndicator>0</protectedPersonIndicator></personRecord>"

    found = answer(
        lambda transport: PersonRegister(transport).search("name.surname = 'X'", "SimpleQL"),
        SEARCH_PERSONS,
        record("1.2.752.129.2.1.3.1", CITIZEN.number) + record("1.2.752.74.9.1", "22300807NAB8"),
    )
    assert found == (Citizen(identity=CITIZEN, asked=CITIZEN),)


def test_a_record_of_another_kind_is_not_somebody_to_register(problem, answer, caplog):
    reserve = person("").replace("<root>1.2.752.129.2.1.3.1</root><extension>19121212-1212</extension>", "{}")
    asked = "<root>1.2.752.129.2.1.3.1</root><extension>191212121212</extension>"
    for found in ("<root>1.2.752.74.9.1</root><extension>22300807NAB8</extension>", asked.replace("1212<", "1213<")):
        assert problem(get_person, GET_PERSONS, reserve.format(asked, found)).kind is Kind.UNREADABLE_ANSWER
    caplog.clear()


def test_linked_identities_count_where_they_can_be_registered_on(answer):
    linked = "".join(
        f"<linkedIdentity><referredPersonalIdentity><root>{root}</root><extension>{number}</extension>"
        "</referredPersonalIdentity></linkedIdentity>"
        for root, number in (("1.2.752.74.9.1", "22300807NAB8"), ("1.2.752.129.2.1.3.1", NEW_NUMBER.number))
    )
    citizen = answer(get_person, GET_PERSONS, person(linked))
    assert (citizen.other_identities, citizen.replaced_by) == ((NEW_NUMBER,), None)


def test_more_than_500_are_asked_for_in_turns(region, talk):
    """TKB-P allows 500 a call. The numbers are constructed, with check digits."""

    def unknown(received, connection) -> None:
        numbers = re.findall(rb"extension>(\d{12})<", received.body)
        records = "".join(
            "<requestedPersonRecord><requestedPersonalIdentity><root>1.2.752.129.2.1.3.1</root>"
            f"<extension>{number.decode()}</extension></requestedPersonalIdentity></requestedPersonRecord>"
            for number in numbers
        )
        soap(response(GET_PERSONS, records))(received, connection)

    region.script = unknown
    asked = [constructed(f"{day:02d}", birth_number) for birth_number in range(980, 1000) for day in range(1, 31)]
    assert len(asked) == 600
    assert talk(lambda transport: PersonRegister(transport).get_many(asked), limits=Limits()) == {}
    assert [request.body.count(b"extension>") // 2 for request in region.received] == [500, 100]


def constructed(day: str, birth_number: int) -> PersonIdentity:
    nine = f"1901{day}{birth_number}"
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine))
    check = -sum(value // 10 + value % 10 for value in doubled) % 10
    return PersonIdentity(f"19{nine}{check}")
