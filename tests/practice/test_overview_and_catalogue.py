"""What regions show: listings by scenario and actor, listing types, centres and doctors."""

import re

import pytest

TALLBACKEN = "SE9900000020-1001"
PREVIOUS = "SE9900000020-1002"
DESK = ("SELF_OWNED_CAREGIVER", "SE9900000020-1000")
PV = ("PV", "1.2.752.129.5.1.27")

# TKB 6.4: person, asked region, counties in the answer
COUNTY_SCENARIOS = [
    ("adult-home", "20", ["20"]),
    ("listed-elsewhere", "20", ["21"]),
    ("dental-home", "20", ["20", "21"]),
    ("listed-elsewhere", "21", []),
    ("never-listed", "20", []),
    ("home-elsewhere", "21", ["20"]),
    ("home-elsewhere-third", "21", ["23"]),
    ("withheld", "20", ["14"]),
    ("moved", "20", ["21"]),
    ("protected-marked", "20", ["20"]),
    ("coordination-no-county", "20", []),
]


@pytest.mark.parametrize(("key", "asked", "counties"), COUNTY_SCENARIOS)
def test_get_listing_county(region, key, asked, counties):
    answer = region.get_counties(region.person(key), asked)
    assert answer.code == "OK"
    assert [each.findtext("{*}extension") for each in answer.all("listingCounties")] == counties
    assert set(answer.texts("root")) <= {"1.2.752.129.2.2.1.18"}


# person, region, actor, code, listed at
READERS = [
    ("adult-home", "20", DESK, "OK", [PREVIOUS]),
    ("adult-home", "20", ("CITIZEN", "adult-home"), "OK", [PREVIOUS]),
    ("adult-home", "20", ("CITIZEN", "never-listed"), "ERROR", []),
    ("child", "20", ("GUARDIAN", "guardian"), "OK", [PREVIOUS]),
    ("child", "20", ("GUARDIAN", "moved"), "ERROR", []),
    ("adult-home", "20", ("CITIZEN", "SE9900000020-1000"), "ERROR", []),
    ("dental-home", "20", DESK, "OK", ["SE9900000020-1011"]),
    ("dental-home", "21", DESK, "OK", ["SE9900000021-1001"]),
    ("withheld", "14", DESK, "OK", []),
    ("withheld", "14", ("REGION", "SE9900000014-1000"), "OK", ["SE9900000014-1001"]),
    ("withheld", "14", ("CITIZEN", "withheld"), "OK", ["SE9900000014-1001"]),
    ("actor-refused", "01", DESK, "ERROR", []),
    ("actor-refused", "01", ("REGION", "SE9900000001-1000"), "OK", ["SE9900000001-1001"]),
    ("actor-refused", "01", ("CITIZEN", "actor-refused"), "OK", ["SE9900000001-1001"]),
    ("protected-marked", "20", DESK, "OK", [PREVIOUS]),
    ("protected-marked", "21", DESK, "OK", []),
]


@pytest.mark.parametrize(("key", "county", "actor", "code", "listed"), READERS)
def test_get_listing_by_reader(region, key, county, actor, code, listed):
    kind, asker = actor
    asker = asker if asker.startswith("SE") else region.person(asker)
    answer = region.get_listing(region.person(key), county, (kind, asker))
    assert answer.code == code
    assert [each.findtext("{*}healthcareFacility/{*}id") for each in answer.all("listings")] == listed


def test_a_listing_in_full(region):
    listing = region.get_listing(region.person("adult-home")).all("listings")[0]
    found = {each.tag.rpartition("}")[2]: each.text for each in listing.iter() if each.text}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", found["validFromDate"])
    assert (found["code"], found["codeSystem"], found["displayName"]) == (*PV, "Primärvårdslistning")
    assert listing.findtext("{*}healthcarePersonnel/{*}name")
    assert found["isInQueue"] == "false"
    assert found["remainingChanges"] == "2"


def test_a_queue_place_is_told_with_position_and_wait_except_in_kronoberg(region):
    number = region.person("adult-home")
    assert region.create(number, "SE9900000007-1001", queue=True).code == "OK"
    place = region.get_listing(number, "07").all("listings")[0]
    assert place.findtext("{*}isInQueue") == "true"
    assert place.find("{*}queuePosition") is None
    assert region.queues(region.person("in-queue")) == {"SE9900000020-1003": 4}


def test_halland_writes_lower_case_and_vasternorrland_zones(region):
    number = region.person("adult-home")
    region.create(number, "SE9900000013-1001")
    assert region.where(number, "13") == ["se9900000013-1001"]
    region.create(number, "SE9900000022-1001")
    assert region.get_listing(number, "22").texts("validFromDate")[0][-6:] in ("+01:00", "+02:00")


def test_a_region_uses_its_own_code_for_primary_care_towards_residents(region):
    assert region.get_listing(region.person("own-code"), "12").texts("code") == ["PVS"]


# region, person, home county, codes
TYPES = [
    ("20", None, None, ["PV", "TV", "BVC", "UM"]),
    ("20", "adult-home", "20", ["PV", "TV"]),
    ("20", "child", "20", ["PV", "TV", "BVC"]),
    ("20", "age-16", "20", ["PV", "TV", "UM"]),
    ("20", "home-elsewhere", "21", ["PV"]),
    ("21", "age-16", "20", ["PV", "UM"]),
    ("20", "own-code", "12", ["PV"]),
    ("12", "own-code", "12", ["PVS"]),
    ("12", "adult-home", "20", ["PV"]),
    ("12", None, None, ["PV", "PVS"]),
]


@pytest.mark.parametrize(("county", "key", "home", "codes"), TYPES)
def test_listing_types_by_citizen(region, county, key, home, codes):
    fields = []
    if key:
        number = region.person(key)
        fields = [("personId", ("1.2.752.129.2.1.3.1", number)), ("homeCountyCode", ("1.2.752.129.2.2.1.18", home))]
    assert region.call("GetListingTypes", county, *fields).texts("code") == codes


@pytest.mark.parametrize(
    "only", [("personId", ("1.2.752.129.2.1.3.1", "191212121212")), ("homeCountyCode", ("1.2.752.129.2.2.1.18", "20"))]
)
def test_listing_types_want_both_or_neither(region, only):
    answer = region.call("GetListingTypes", "20", only)
    assert (answer.code, answer.all("listingTypes")) == ("ERROR", [])


def test_all_of_a_regions_centres(region):
    answer = region.call("GetAvailableHealthcareFacilities", "20")
    centres = {each.findtext("{*}id"): each for each in answer.all("healthcareFacilities")}
    assert TALLBACKEN in centres
    full, silent, open_centre = (centres[f"SE9900000020-{serial}"] for serial in ("1003", "1004", "1001"))
    assert [each.findtext("{*}hasQueue") for each in (full, silent, open_centre)] == ["true", "false", "false"]
    assert (full.findtext("{*}queueLength"), full.findtext("{*}estimatedWaitInQueue")) == ("13", "126")
    assert silent.find("{*}queueLength") is None
    assert centres["SE9900000020-1011"].findtext("{*}supportedListingTypes/{*}code") == "TV"
    assert open_centre.find("{*}supportedListingTypes") is None, "absent means primary care only"


# HSA-ids asked for, types asked for, HSA-ids in the answer
FILTERS = [
    ([TALLBACKEN], [], {TALLBACKEN}),
    ([TALLBACKEN.lower(), "SE9900000020-9999"], [], {TALLBACKEN}),
    ([], [("BVC", "2.999.20")], {"SE9900000020-1010"}),
    ([], [("BVC", "2.999.20"), ("UM", "2.999.0")], {"SE9900000020-1010", "SE9900000020-1013"}),
    ([], [("BVC", "1.2.3")], set()),
    ([TALLBACKEN, "SE9900000020-1010"], [PV], {TALLBACKEN}),
]


@pytest.mark.parametrize(("ids", "types", "expected"), FILTERS)
def test_centres_by_id_and_type(region, ids, types, expected):
    fields = [("healthcareFacilities", each) for each in ids] + [("listingTypes", each) for each in types]
    answer = region.call("GetAvailableHealthcareFacilities", "20", *fields)
    assert answer.code == "OK"
    assert {each.findtext("{*}id") for each in answer.all("healthcareFacilities")} == expected


def doctors(region, key, facility):
    person = ("personId", ("1.2.752.129.2.1.3.1", region.person(key)))
    return region.call(
        "GetAvailableHealthcarePersonnel", facility[10:12], person, ("healthcareFacilityHSAId", facility)
    )


def test_the_doctors_depend_on_the_citizen(region):
    adult, child = (set(doctors(region, key, TALLBACKEN).texts("id")) for key in ("adult-home", "age-15"))
    assert adult - child
    assert child - adult
    assert adult & child


def test_no_doctors_where_none_can_be_chosen(region):
    answer = doctors(region, "adult-home", "SE9900000020-1009")
    assert (answer.code, answer.texts("id")) == ("OK", [])
    assert doctors(region, "adult-home", "SE9900000020-9999").code == "ERROR"


def test_uppsala_does_not_offer_the_personnel_contract(region):
    assert "VP004" in doctors(region, "adult-home", "SE9900000003-1001").fault
    centres = region.call("GetAvailableHealthcareFacilities", "03").texts("supportsHealthcarePersonnel")
    assert set(centres) == {"false"}


def test_an_organisation_under_a_persons_code_system_is_refused(region):
    number = region.person("adult-home")
    answer = region.get_listing(number, "20", ("SELF_OWNED_CAREGIVER", number))
    assert (answer.code, answer.all("listings")) == ("ERROR", [])


def test_an_unknown_person_gives_an_empty_ok(region):
    answer = region.get_listing("201701012393")
    assert (answer.code, answer.all("listings")) == ("OK", [])


def test_listing_types_refuse_a_home_county_that_is_none(region):
    person = ("personId", ("1.2.752.129.2.1.3.1", "191212121212"))
    answer = region.call("GetListingTypes", "20", person, ("homeCountyCode", ("1.2.752.129.2.2.1.18", "02")))
    assert answer.code == "ERROR"
