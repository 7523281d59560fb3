"""Regions talk to each other with UpdateListing, and the home region decides."""

from contextlib import closing

import pytest
from lxml import etree

TALLBACKEN = "SE9900000020-1001"
PREVIOUS = "SE9900000020-1002"
GAVLEBORG = "SE9900000021-1001"
JAMTLAND = "SE9900000023-1001"
SLOW = "SE9900000024-1001"
LATER = "SE9900000025-1001"


def updates(region):
    """Sender, receiver and result of every UpdateListing."""
    return [
        (call["sender"][10:12], call["address"], call["result"])
        for call in region.log()
        if call["contract"] == "UpdateListing"
    ]


# person, home county, facility, messages between regions
TRAVELS = [
    ("adult-home", "20", TALLBACKEN, []),
    ("adult-home", "20", GAVLEBORG, [("21", "20", "OK")]),
    ("listed-elsewhere", "20", TALLBACKEN, [("20", "21", "OK")]),
    ("listed-elsewhere", "20", JAMTLAND, [("20", "21", "OK"), ("23", "20", "OK")]),
    ("home-elsewhere", "21", PREVIOUS, [("20", "21", "OK")]),
    ("home-elsewhere-third", "21", TALLBACKEN, [("21", "23", "OK"), ("20", "21", "OK")]),
    ("cap-elsewhere", "21", TALLBACKEN, [("20", "21", "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED")]),
    ("never-listed", "20", GAVLEBORG, [("21", "20", "OK")]),
    ("own-code", "12", TALLBACKEN, [("20", "12", "OK")]),
    ("moved", "20", TALLBACKEN, [("20", "21", "OK")]),
]


@pytest.mark.parametrize(("person", "home", "facility", "expected"), TRAVELS)
def test_messages_and_where_the_citizen_ends_up(region, schemas, person, home, facility, expected):
    number = region.person(person)
    before = {county: region.where(number, county) for county in ("20", "21", "23", "12")}
    region.post("/log")
    answer = region.create(number, facility, home=home)
    assert updates(region) == expected
    for call in region.log():
        if call["contract"] == "UpdateListing":
            schemas.check(_body(call["body"]))
    after = {county: region.where(number, county) for county in ("20", "21", "23", "12")}
    if answer.code == "OK":
        assert {county: centres for county, centres in after.items() if centres} == {facility[10:12]: [facility]}
        assert region.get_counties(number, home).texts("extension") == [facility[10:12]]
    else:
        assert after == before


def test_remaining_changes_come_only_from_the_home_region(region):
    number = region.person("home-elsewhere")
    assert region.get_listing(number, "20").texts("remainingChanges") == []
    region.create(number, GAVLEBORG, home="21")
    assert region.get_listing(number, "21").texts("remainingChanges") == ["1"]


def test_a_change_within_another_region_counts_at_home(region):
    number = region.person("home-elsewhere")
    assert region.create(number, PREVIOUS, home="21").code == "OK"
    assert region.create(number, TALLBACKEN, home="21").code == "OK"
    answer = region.create(number, PREVIOUS, home="21")
    assert answer.code == "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED"


def test_an_ok_that_the_home_region_refuses_afterwards(region):
    number = region.person("refused-later")
    assert region.create(number, LATER).code == "OK"
    assert region.where(number, "25") == [LATER]
    assert region.where(number, "20") == [PREVIOUS]
    assert region.get_counties(number).texts("extension") == ["20"]
    region.post("/clock", advance_seconds=121)
    assert updates(region) == [("25", "20", "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED")]
    assert region.where(number, "25") == []
    assert region.where(number, "20") == [PREVIOUS]


def test_an_ok_that_the_home_region_confirms_afterwards(region):
    number = region.person("adult-home")
    assert region.create(number, LATER).code == "OK"
    region.post("/clock", advance_seconds=121)
    assert (region.where(number, "25"), region.where(number, "20")) == ([LATER], [])
    assert region.get_counties(number).texts("extension") == ["25"]


def test_a_listing_that_shows_after_minutes(region):
    number = region.person("listed-slow")
    other = region.person("adult-home")
    assert region.create(other, SLOW).code == "OK"
    assert region.where(other, "24") == []
    region.post("/clock", advance_seconds=301)
    assert region.where(other, "24") == [SLOW]
    assert region.where(number, "24") == [SLOW]


def test_a_home_region_that_is_down_refuses_nothing_and_lists_nothing(region):
    number = region.person("home-elsewhere")
    region.post("/faults", set=[{"name": "down", "region": "21"}])
    assert region.create(number, PREVIOUS, home="21").code == "ERROR"
    assert region.where(number) == [TALLBACKEN]


def test_a_third_region_that_is_down_is_told_later(region):
    number = region.person("home-elsewhere-third")
    region.post("/faults", set=[{"name": "down", "region": "23"}])
    assert region.create(number, TALLBACKEN, home="21").code == "OK"
    region.post("/faults", clear=True)
    assert region.where(number, "23") == [JAMTLAND]
    region.post("/clock", advance_seconds=301)
    assert region.where(number, "23") == []


def test_a_late_release_leaves_alone_who_has_come_back(region):
    number = region.person("home-elsewhere-third")
    region.post("/faults", set=[{"name": "down", "region": "23"}])
    assert region.create(number, TALLBACKEN, home="21").code == "OK"
    region.post("/faults", clear=True)
    assert region.create(number, "SE9900000023-1001", home="21").code == "INFO", "the third region still lists"
    other = next(
        each.findtext("{*}id")
        for each in region.call("GetAvailableHealthcareFacilities", "23").all("healthcareFacilities")
        if each.findtext("{*}hasQueue") == "false" and each.findtext("{*}id") != JAMTLAND
    )
    assert region.create(number, other, home="21").code == "OK"
    region.post("/clock", advance_seconds=301)
    assert region.where(number, "23") == [other]


def test_a_place_waits_while_the_home_region_is_down(region):
    number = region.person("home-elsewhere")
    assert region.create(number, "SE9900000020-1003", home="21", queue=True).code == "OK"
    region.post("/faults", set=[{"name": "down", "region": "21"}])
    region.post("/free-places", facility="SE9900000020-1003", places=20)
    assert region.queues(number) == {"SE9900000020-1003": 1}
    region.post("/faults", clear=True)
    region.post("/free-places", facility="SE9900000020-1003", places=1)
    assert (region.where(number), region.queues(number)) == (["SE9900000020-1003"], {})


def test_a_place_is_lost_when_the_home_region_refuses(region):
    number = region.person("cap-elsewhere")
    assert region.create(number, "SE9900000020-1003", home="21", queue=True).code == "OK"
    region.post("/free-places", facility="SE9900000020-1003", places=20)
    assert (region.where(number), region.queues(number)) == ([], {})
    assert region.where(number, "21") == [GAVLEBORG]


def test_an_announcement_is_repeated_until_the_home_region_answers(region):
    number = region.person("refused-later")
    assert region.create(number, LATER).code == "OK"
    region.post("/faults", set=[{"name": "down", "region": "20", "contract": "UpdateListing"}])
    region.post("/clock", advance_seconds=121)
    assert region.where(number, "25") == [LATER]
    region.post("/faults", clear=True)
    region.post("/clock", advance_seconds=301)
    assert region.where(number, "25") == []


def test_update_listing_is_for_regions_only(region, small_world, schemas):
    from_desk = _update(region, region.person("adult-home"), "21", "20", "20")
    assert "VP007" in from_desk.fault
    with _region_caller(region, small_world, schemas) as other:
        number = region.person("adult-home")
        assert _update(other, number, "21", "20", "20").code == "OK"
        assert region.where(number) == []
        assert region.get_counties(number).texts("extension") == ["21"]
        assert _update(other, number, "21", "22", "20").code == "ERROR", "not resident there"
        assert _update(other, number, "99", "20", "20").code == "ERROR", "no such county"
        assert _update(other, number, "21", "20", "20", ("TV", "1.2.3")).code == "ERROR", "no such type"
        assert _update(other, number, "21", "20", "20", ("TV", "2.999.20")).code == "OK"
        assert _update(other, region.person("cap-reached"), "21", "20", "20").code.endswith("UPDATES_EXCEEDED")


def _update(caller, number, new, home, address, kind=None):
    county = "1.2.752.129.2.2.1.18"
    return caller.call(
        "UpdateListing",
        address,
        ("personId", ("1.2.752.129.2.1.3.1", number)),
        ("newListingCounty", (county, new)),
        ("homeCounty", (county, home)),
        *([("listingType", kind)] if kind else []),
    )


def _region_caller(region, small_world, schemas):
    return closing(type(region)(small_world, schemas, "region_p12"))


def _body(text):
    return etree.fromstring(text.encode())[-1][0]
