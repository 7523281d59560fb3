"""The person register over the wire: identities, profiles, protection, referred numbers and the query language."""

import csv
import tomllib
from pathlib import Path

import pytest

from tests.practice.wire import CONTRACTS, PERSON, REGISTER, identity

PEOPLE = tomllib.loads((Path(__file__).parents[2] / "resources/practice/people.toml").read_text(encoding="utf-8"))


def get(desk, *numbers, profile="P1", ignore="false"):
    ids = [("personId", identity(number)) for number in numbers]
    return desk.call("GetPersonsForProfile", REGISTER, *ids, ("profile", profile), ("ignoreReferredIdentity", ignore))


def search(desk, where, profile="P1", language="SimpleQL"):
    query = f"FROM personrecord WHERE {where}"
    return desk.call(
        "SearchPersonsForProfile", REGISTER, ("query", query), ("queryLanguage", language), ("profile", profile)
    )


def numbers_of(answer):
    return [each.findtext("{*}extension") for each in answer.all("personalIdentity")]


# key, what the P1 record says (path under personRecord to text; None: absent)
RECORDS = [
    ("adult-home", {"populationRegistrationLocality/countyCode": "20", "name/surname": "Tallberg", "gender": "1"}),
    ("home-elsewhere", {"populationRegistrationLocality/countyCode": "21"}),
    ("home-not-connected", {"populationRegistrationLocality/countyCode": "09"}),
    ("protected-marked", {"protectedPersonIndicator": "true", "protectedPopulationRecord": "false"}),
    ("protected-registration", {"protectedPersonIndicator": "false", "protectedPopulationRecord": "true"}),
    ("deceased", {"deregistration/deregistrationReasonCode": "AV"}),
    ("emigrated", {"deregistration/deregistrationReasonCode": "UV", "populationRegistrationLocality": None}),
    ("coordination-number", {"identityLevel": "STYRKT", "birth/dateOfBirth/value": "1985-05-01"}),
    ("coordination-unknown-day", {"birth/dateOfBirth/value": "1979-06", "birth/dateOfBirth/format": "YYYY-MM"}),
    ("coordination-unknown-month", {"birth/dateOfBirth/value": "1982", "birth/dateOfBirth/format": "YYYY"}),
    ("coordination-no-county", {"populationRegistrationLocality": None}),
    ("newborn", {"name/givenName": None, "name/surname": "Trebarn"}),
    ("changed-number-new", {"referredPersonalIdentities/referredPersonalIdentityStatus": "AS"}),
]


def test_the_contracts_are_read_in_place():
    assert CONTRACTS.parts[-2:] == ("shared", "contracts")


@pytest.mark.parametrize(("key", "expected"), RECORDS)
def test_a_documented_person(desk, key, expected):
    record = get(desk, desk.person(key)).all("personRecord")[0]
    assert record.findtext("{*}testIndicator") == "true"
    for path, value in expected.items():
        found = record.find("/".join(f"{{{PERSON}}}{part}" for part in path.split("/")))
        assert (None if found is None else found.text) == value, path


@pytest.mark.parametrize("key", list(PEOPLE))
def test_every_documented_person_is_in_the_register_under_a_valid_number(desk, key):
    number = desk.person(key)
    if "number" in PEOPLE[key]:
        assert number == PEOPLE[key]["number"]
    digits = [int(digit) * (2 - index % 2) for index, digit in enumerate(number[2:])]
    assert sum(value // 10 + value % 10 for value in digits) % 10 == 0
    assert numbers_of(get(desk, number, ignore="true")) == [number]


@pytest.mark.parametrize(
    ("key", "age"), [("newborn", 0), ("child", 4), ("age-15", 15), ("age-16", 16), ("age-17", 17), ("age-18", 18)]
)
def test_ages_are_true_today(desk, key, age):
    today = desk.control.get("/state").json()["now"][:10].replace("-", "")
    born = desk.person(key)[:8]
    assert int(today[:4]) - int(born[:4]) - (today[4:] < born[4:]) == age


def test_a_changed_number_leads_to_the_new_record_unless_it_is_ignored(desk):
    old, new = desk.person("changed-number"), desk.person("changed-number-new")
    assert numbers_of(get(desk, old)) == [new]
    kept = get(desk, old, ignore="true")
    assert numbers_of(kept) == [old]
    assert kept.texts("deregistrationReasonCode") == ["GN"]
    assert kept.all("referredPersonalIdentity")[0].findtext("{*}extension") == new


def test_unknown_persons_come_back_without_a_record_and_in_order(desk):
    numbers = [desk.person("adult-home"), "201701012393", desk.person("deceased")]
    answer = get(desk, *numbers)
    records = answer.all("requestedPersonRecord")
    assert [each.findtext("{*}requestedPersonalIdentity/{*}extension") for each in records] == numbers
    assert [each.find("{*}personRecord") is not None for each in records] == [True, False, True]


@pytest.mark.parametrize(
    ("profile", "present", "absent"),
    [
        ("P1", (), ("municipalityCode", "addressInformation", "contactInformation", "relationship", "citizenship")),
        ("P2", ("municipalityCode", "addressInformation"), ("contactInformation", "relationship")),
        ("P3", ("municipalityCode", "addressInformation", "contactInformation"), ("relationship", "citizenship")),
        ("P4", ("addressInformation", "contactInformation", "relationship", "citizenship"), ("historicalRecords",)),
        ("P5", ("addressInformation", "contactInformation", "relationship", "citizenship"), ()),
    ],
)
def test_a_profile_holds_what_it_should_and_no_more(desk, profile, present, absent):
    answer = get(desk, desk.person("guardian"), profile=profile)
    assert [name for name in present if not answer.all(name)] == []
    assert [name for name in absent if answer.all(name)] == []


def test_history_is_in_p5_only(desk):
    number = desk.person("moved")
    assert get(desk, number, profile="P4").all("historicalRecords") == []
    former = get(desk, number, profile="P5").all("historicalRecords")[0]
    assert [each.text for each in former.iter(f"{{{PERSON}}}countyCode")] == ["21"]


@pytest.mark.parametrize("key", ["protected-marked", "protected-registration"])
@pytest.mark.parametrize("profile", ["P2", "P3", "P4", "P5"])
def test_protected_persons_are_reduced_to_p1(desk, key, profile):
    number = desk.person(key)
    asked, basic = (get(desk, number, profile=each).all("personRecord")[0] for each in (profile, "P1"))
    assert [each.tag for each in asked.iter()] == [each.tag for each in basic.iter()]


def test_guardians_and_children_are_related(desk):
    children = get(desk, desk.person("guardian"), profile="P4").all("relationshipId")
    assert desk.person("child") in [each.findtext("{*}personalIdentity/{*}extension") for each in children]
    parents = get(desk, desk.person("child"), profile="P4").all("relationshipId")
    assert {each.findtext("{*}personalIdentity/{*}extension") for each in parents} == {
        desk.person("guardian"),
        desk.person("guardian-other"),
    }


FAULTS = [
    (lambda desk: get(desk, desk.person("adult-home"), profile="P6"), "reserverad"),
    (lambda desk: get(desk, *["191212121212"] * 501), "500"),
    (lambda desk: search(desk, "countyCode != '99'", language="SQL"), "SimpleQL"),
    (lambda desk: search(desk, "name.surname"), "felaktig"),
    (lambda desk: search(desk, "name.surname = Tallberg"), "felaktig"),
    (lambda desk: search(desk, "shoeSize = '44'"), "shoesize"),
    (lambda desk: search(desk, "name.surname < 'B'"), "födelsedatum"),
    (lambda desk: search(desk, "(name.surname = 'B'"), "felaktig"),
    (lambda desk: search(desk, "name.surname = 'B' name.surname = 'C'"), "felaktig"),
    (lambda desk: search(desk, "name.surname = 'it''s; DROP TABLE'"), "felaktig"),
    (lambda desk: search(desk, "(" * 30 + "gender = '1'" + ")" * 30), "parenteser"),
    (lambda desk: search(desk, "name.surname ? 'B'"), "tecken"),
]


@pytest.mark.parametrize(("ask", "part"), FAULTS)
def test_what_the_register_refuses_is_a_client_fault_in_swedish(desk, ask, part):
    answer = ask(desk)
    assert answer.response.status_code == 500
    assert answer.root.findtext(".//faultcode") == "soap:Client"
    assert part in answer.fault
    assert not answer.fault.startswith("VP")


SEARCHES = [
    ("personalIdentity.extension = '191212121212'", {"adult-home"}),
    ("name.surname = 'Likaberg' AND name.givenName = 'Anna'", {"same-name-1", "same-name-2"}),
    ("name.surname = 'LIKABERG'", {"same-name-1", "same-name-2"}),
    ("name.surname LIKE 'likab%'", {"same-name-1", "same-name-2"}),
    ("name.surname LIKE '%KABER%' AND birth.dateOfBirth > '1960'", {"same-name-2"}),
    ("name.surname='Likaberg' and (municipalityCode='29' or municipalityCode='99')", {"same-name-2"}),
    (
        "name.surname = 'Likaberg' AND name.surname != 'Likaberg' OR name.surname = 'Utandag'",
        {"coordination-unknown-day"},
    ),
    ('personRecord.name.givenName = "Måna"', {"coordination-unknown-month"}),
    (
        "dateOfBirth >= '1979-06' AND dateOfBirth <= '1979-07-17' AND name.givenName LIKE 'Dag%'",
        {"coordination-unknown-day"},
    ),
    ("name.surname = 'Lika_erg'", set()),
    ("name.surname LIKE 'Lika_erg'", set()),
    ("populationRegistrationLocality.countyCode = '12' AND name.surname LIKE 'Raps%'", {"own-code"}),
    ("name.surname = 'Märkelind'", {"protected-marked"}),
    ("name.surname = 'Finnsinte'", set()),
]


@pytest.mark.parametrize(("where", "keys"), SEARCHES)
def test_search(desk, where, keys):
    assert set(numbers_of(search(desk, where))) == {desk.person(key) for key in keys}


def test_search_reduces_a_protected_person_to_p1(desk):
    answer = search(desk, "name.surname = 'Märkelind'", profile="P4")
    assert answer.all("addressInformation") == []


@pytest.mark.parametrize("county", ["20", "21", "23"])
def test_everybody_in_a_county_can_be_written_at_every_profile_and_looked_up_in_the_region(desk, county):
    for profile in ("P1", "P3", "P5"):
        found = search(desk, f"countyCode = '{county}'", profile=profile)
        assert len(found.all("personRecord")) > 20
    for number in numbers_of(found):
        assert desk.get_listing(number, county).code == "OK"


def test_resources_name_all_regions_and_municipalities():
    folder = Path(__file__).parents[2] / "resources"
    regions, municipalities = (
        list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))
        for name in ("regions.csv", "municipalities.csv")
    )
    assert (len(regions), len(municipalities)) == (21, 290)
    assert {row["code"][:2] for row in municipalities} == {row["county_code"] for row in regions}
