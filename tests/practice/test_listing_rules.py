"""CreateListing's rules, each reached by a documented person or centre."""

import pytest

TALLBACKEN = "SE9900000020-1001"
PREVIOUS = "SE9900000020-1002"
FULL_QUEUE = "SE9900000020-1003"
FULL = "SE9900000020-1004"
LAST_PLACE = "SE9900000020-1005"
SECOND_QUEUE = "SE9900000020-1012"
CHILD = ("BVC", "2.999.20")
DENTAL = ("TV", "2.999.20")
YOUTH = ("UM", "2.999.0")

# person, facility, options, code, whether a text comes with it
ANSWERS = [
    ("adult-home", TALLBACKEN, {}, "OK", False),
    ("adult-home", TALLBACKEN, {"queue": True}, "OK", False),
    ("adult-home", TALLBACKEN, {"queue": None}, "OK", False),
    ("adult-home", TALLBACKEN.lower(), {"address": "20"}, "OK", False),
    ("adult-home", TALLBACKEN, {"home": None, "new": None}, "OK", False),
    ("adult-home", PREVIOUS, {}, "INFO", True),
    ("adult-home", "SE9900000020-1006", {}, "INFO", True),
    ("adult-home", "SE9900000020-1007", {}, "ERROR", True),
    ("adult-home", "SE9900000020-1008", {}, "ERROR", False),
    ("adult-home", FULL_QUEUE, {}, "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT", True),
    ("adult-home", FULL_QUEUE, {"queue": None}, "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT", True),
    ("adult-home", FULL_QUEUE, {"queue": True}, "OK", True),
    ("adult-home", FULL, {"queue": True}, "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT", True),
    ("in-queue", FULL_QUEUE, {"queue": True}, "INFO", True),
    ("cap-reached", TALLBACKEN, {}, "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED", True),
    ("cap-reached", FULL_QUEUE, {"queue": True}, "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED", True),
    ("cap-elsewhere", TALLBACKEN, {"home": "21"}, "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED", True),
    ("never-listed", TALLBACKEN, {}, "OK", False),
    ("newborn", FULL, {"actor": "guardian"}, "OK", False),
    ("age-15", TALLBACKEN, {}, "ERROR_GUARDIAN_CONSENT_NEEDED", True),
    ("age-15", TALLBACKEN, {"actor": "guardian"}, "OK", False),
    ("age-15", TALLBACKEN, {"actor": "guardian-other"}, "ERROR", True),
    ("age-16", TALLBACKEN, {}, "OK", False),
    ("age-17", TALLBACKEN, {}, "OK", False),
    ("age-17", "SE9900000023-1001", {}, "ERROR_GUARDIAN_CONSENT_NEEDED", True),
    ("age-18", "SE9900000023-1001", {}, "OK", False),
    ("age-18", TALLBACKEN, {"actor": "guardian-other"}, "ERROR", True),
    ("child", TALLBACKEN, {"actor": "guardian"}, "OK", False),
    ("child", "SE9900000020-1010", {"actor": "guardian", "kind": CHILD}, "OK", False),
    ("consent-child", TALLBACKEN, {"actor": "guardian"}, "ERROR_GUARDIAN_CONSENT_NEEDED", True),
    ("consent-child", "SE9900000020-1010", {"actor": "guardian", "kind": CHILD}, "ERROR_AGE_LIMIT", True),
    ("adult-home", "SE9900000020-1010", {"kind": CHILD}, "ERROR_AGE_LIMIT", True),
    ("age-16", "SE9900000020-1013", {"kind": YOUTH}, "OK", False),
    ("adult-home", "SE9900000020-1013", {"kind": YOUTH}, "ERROR_AGE_LIMIT", True),
    ("adult-home", "SE9900000020-1011", {"kind": DENTAL}, "OK", False),
    ("adult-home", "SE9900000020-1011", {}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"kind": ("PV", "1.2.3")}, "ERROR", True),
    ("home-elsewhere", "SE9900000020-1011", {"kind": DENTAL, "home": "21"}, "ERROR", True),
    ("own-code", "SE9900000012-1001", {"home": "12"}, "ERROR", True),
    ("own-code", "SE9900000012-1001", {"home": "12", "kind": ("PVS", "2.999.12")}, "INFO", True),
    ("own-code", TALLBACKEN, {"home": "12"}, "OK", False),
    ("adult-home", "SE9900000012-1001", {"kind": ("PVS", "2.999.12")}, "ERROR", True),
    ("adult-home", "SE9900000020-9999", {}, "ERROR", True),
    ("adult-home", "SE9900000021-1001", {"address": "20", "new": "20"}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"new": "21"}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"home": "21"}, "ERROR", True),
    ("home-elsewhere", PREVIOUS, {"home": None}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"doctor": "SE9900000020-9999"}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"actor": "guardian"}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"actor": "never-listed"}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"actor": ("CITIZEN", "201701012393")}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"actor": ("CITIZEN", "SE9900000020-1000")}, "ERROR", True),
    ("adult-home", TALLBACKEN, {"actor": ("REGION", "191212121212")}, "ERROR", True),
    ("deceased", TALLBACKEN, {}, "ERROR", True),
    ("emigrated", TALLBACKEN, {}, "ERROR", True),
    ("changed-number", TALLBACKEN, {}, "ERROR", True),
    ("changed-number-new", TALLBACKEN, {}, "OK", False),
    ("coordination-number", TALLBACKEN, {}, "OK", False),
    ("coordination-unknown-day", TALLBACKEN, {}, "OK", False),
    ("coordination-unknown-month", TALLBACKEN, {}, "OK", False),
    ("coordination-no-county", TALLBACKEN, {"home": None}, "ERROR", True),
    ("coordination-no-county", "SE9900000023-1001", {"home": "23"}, "OK", False),
    ("coordination-no-county", "SE9900000023-1001", {"home": "20"}, "ERROR", True),
    ("protected-marked", TALLBACKEN, {}, "OK", False),
    ("protected-marked", "SE9900000021-1001", {}, "ERROR", True),
    ("protected-registration", TALLBACKEN, {}, "OK", False),
    ("home-not-connected", TALLBACKEN, {"home": "09"}, "ERROR", True),
    ("moved", TALLBACKEN, {}, "OK", False),
    ("moved", TALLBACKEN, {"home": "21"}, "ERROR", True),
]


@pytest.mark.parametrize(("person", "facility", "options", "code", "has_text"), ANSWERS)
def test_answer(region, person, facility, options, code, has_text):
    options = dict(options)
    if isinstance(options.get("actor"), str):
        options["actor"] = ("GUARDIAN", region.person(options["actor"]))
    answer = region.create(region.person(person), facility, **options)
    assert answer.code == code, answer.text
    assert (answer.text is not None) is has_text


def test_a_citizen_is_listed_and_the_old_listing_ends(region):
    number = region.person("adult-home")
    assert region.where(number) == [PREVIOUS]
    assert region.get_listing(number).texts("remainingChanges") == ["2"]
    region.create(number, TALLBACKEN)
    assert region.where(number) == [TALLBACKEN]
    assert region.get_listing(number).texts("remainingChanges") == ["1"]


def test_the_cap_counts_over_twelve_months_and_per_kind_of_care(region):
    number = region.person("adult-home")
    assert region.create(number, TALLBACKEN).code == "OK"
    region.post("/clock", advance_days=200)
    assert region.create(number, PREVIOUS).code == "OK"
    assert region.create(number, TALLBACKEN).code == "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED"
    assert region.get_listing(number).texts("remainingChanges") == ["0"]
    assert region.create(number, "SE9900000020-1011", kind=DENTAL).code == "OK"
    assert sorted(region.get_listing(number).texts("remainingChanges")) == ["0", "2"]
    region.post("/clock", advance_days=166)
    assert region.get_listing(number).texts("remainingChanges")[0] == "1"
    assert region.create(number, TALLBACKEN).code == "OK"


def test_a_first_listing_is_no_change(region):
    number = region.person("never-listed")
    assert region.create(number, TALLBACKEN).code == "OK"
    assert region.get_listing(number).texts("remainingChanges") == ["2"]


def test_choosing_and_changing_doctor_takes_no_change_and_no_queue_place_elsewhere(region):
    number = region.person("in-queue")
    doctors = _doctors(region, number, TALLBACKEN)
    for doctor in doctors[:2]:
        assert region.create(number, TALLBACKEN, doctor=doctor).code == "OK"
        assert region.get_listing(number).all("listings")[0].findtext("{*}healthcarePersonnel/{*}id") == doctor
    assert region.get_listing(number).texts("remainingChanges") == ["2"]
    assert region.queues(number) == {FULL_QUEUE: 4}


def test_cap_reached_may_still_change_doctor(region):
    number = region.person("cap-reached")
    assert region.create(number, PREVIOUS, doctor=_doctors(region, number, PREVIOUS)[0]).code == "OK"


def test_leaving_a_queue_takes_no_change_and_keeps_the_listing(region):
    number = region.person("in-queue")
    assert region.create(number, FULL_QUEUE).code == "OK"
    assert region.queues(number) == {}
    assert region.where(number) == [TALLBACKEN]
    assert region.get_listing(number).texts("remainingChanges") == ["2"]


@pytest.mark.parametrize("option", [{"queue": None}, {"queue": False}, {"doctor": "SE9900000020-5001"}])
def test_the_queue_trap_a_call_without_add_to_queue_gives_up_the_place(region, option):
    number = region.person("in-queue")
    assert region.create(number, FULL_QUEUE, **option).code == "OK"
    assert region.queues(number) == {}


def test_leaving_once_the_place_has_been_given_is_an_ordinary_request(region):
    number = region.person("in-queue")
    region.post("/free-places", facility=FULL_QUEUE, places=20)
    assert region.where(number) == [FULL_QUEUE]
    assert region.create(number, FULL_QUEUE).code == "INFO"
    assert region.where(number) == [FULL_QUEUE]


def test_leaving_a_queue_where_a_place_was_lost_lists_if_there_is_room(region):
    number = region.person("adult-home")
    assert region.create(number, LAST_PLACE).code == "OK"
    assert region.where(number) == [LAST_PLACE]


def test_the_last_place_goes_to_the_first_and_the_second_queues(region):
    first, second = region.person("adult-home"), region.person("never-listed")
    assert region.create(first, LAST_PLACE, queue=True).code == "OK"
    assert region.create(second, LAST_PLACE, queue=True).code == "OK"
    assert region.where(first) == [LAST_PLACE]
    assert region.queues(second) == {LAST_PLACE: 1}
    assert region.create(first, PREVIOUS).code == "OK"
    assert region.where(second) == [LAST_PLACE], "the freed place goes to the first in line"


def test_queue_positions_move_and_assign_by_themselves(region):
    number = region.person("in-queue")
    answer = region.get_listing(number)
    assert (answer.texts("queuePosition"), answer.all("listings")[1].findtext("{*}estimatedWaitInQueue")) == (
        ["4"],
        "36",
    )
    region.post("/clock", advance_days=9)
    assert region.queues(number) == {FULL_QUEUE: 3}
    region.post("/free-places", facility=FULL_QUEUE, places=2)
    assert region.queues(number) == {FULL_QUEUE: 1}
    region.post("/clock", advance_days=9)
    assert region.queues(number) == {}
    assert region.where(number) == [FULL_QUEUE]
    assert region.get_listing(number).texts("remainingChanges") == ["1"]


def test_the_latest_assignment_holds_for_a_citizen_in_two_queues(region):
    number = region.person("in-two-queues")
    assert region.queues(number) == {FULL_QUEUE: 1, SECOND_QUEUE: 2}
    region.post("/free-places", facility=FULL_QUEUE)
    assert (region.where(number), region.queues(number)) == ([FULL_QUEUE], {SECOND_QUEUE: 2})
    region.post("/free-places", facility=SECOND_QUEUE, places=2)
    assert (region.where(number), region.queues(number)) == ([SECOND_QUEUE], {})


def test_people_who_queue_to_each_others_centres_change_places(region):
    first, second = region.person("adult-home"), region.person("never-listed")
    region.post("/free-places", facility=SECOND_QUEUE, places=6)
    assert region.create(first, SECOND_QUEUE).code == "OK"
    assert region.create(second, LAST_PLACE).code == "OK"
    assert region.create(first, LAST_PLACE, queue=True).code == "OK"
    assert region.create(second, SECOND_QUEUE, queue=True).code == "OK"
    assert (region.queues(first), region.queues(second)) == ({LAST_PLACE: 1}, {SECOND_QUEUE: 1})
    region.post("/free-places", facility=LAST_PLACE)
    assert (region.where(first), region.where(second)) == ([LAST_PLACE], [SECOND_QUEUE])
    assert (region.queues(first), region.queues(second)) == ({}, {})
    assert region.get_listing(first).texts("remainingChanges") == ["0"]
    assert region.get_listing(second).texts("remainingChanges") == ["1"]
    assert region.create(region.person("same-name-1"), LAST_PLACE).code == "OK", "the place that was left is free"
    assert region.create(region.person("same-name-2"), LAST_PLACE).code.endswith("ON_CAREUNIT"), "and it was one"


def test_a_reset_brings_back_the_first_day(region):
    before = region.control.get("/state").json()
    number = region.person("adult-home")
    region.create(number, TALLBACKEN)
    region.post("/clock", advance_days=400)
    region.post("/faults", set=[{"name": "down"}])
    after = region.post("/reset")
    assert (after["now"][:10], after["counts"], after["faults"]) == (before["now"][:10], before["counts"], [])
    assert region.where(number) == [PREVIOUS]


def test_a_new_listing_keeps_queue_places_in_dalarna_and_drops_them_in_gavleborg(region):
    keeps = region.person("in-queue")
    region.create(keeps, PREVIOUS)
    assert region.queues(keeps) == {FULL_QUEUE: 4}
    drops = region.person("home-elsewhere")
    full, open_centre = "SE9900000021-1002", "SE9900000021-1001"
    region.create(drops, full, home="21", queue=True)
    assert region.queues(drops, "21") == {full: 4}
    region.create(drops, open_centre, home="21")
    assert region.queues(drops, "21") == {}


def test_the_child_is_listed_when_the_second_guardian_has_approved(region):
    number = region.person("consent-child")
    first, second = (("GUARDIAN", region.person(key)) for key in ("guardian", "guardian-other"))
    assert region.create(number, TALLBACKEN, actor=first).code == "ERROR_GUARDIAN_CONSENT_NEEDED"
    assert region.create(number, TALLBACKEN, actor=first).code == "ERROR_GUARDIAN_CONSENT_NEEDED"
    assert region.where(number) == [PREVIOUS]
    assert region.create(number, TALLBACKEN, actor=second).code == "OK"
    assert region.where(number) == [TALLBACKEN]
    other = "SE9900000020-1009"
    assert region.create(number, other, actor=second).code == "ERROR_GUARDIAN_CONSENT_NEEDED", "never transferred"


def test_a_guardian_lists_several_children(region):
    guardian = ("GUARDIAN", region.person("guardian"))
    for key in ("newborn", "child", "age-15"):
        number = region.person(key)
        assert region.create(number, TALLBACKEN, actor=guardian).code == "OK"
        assert region.where(number) == [TALLBACKEN]


def test_slow_to_show_shows_the_old_listing_until_the_new_one_shows(region):
    number = region.person("slow-to-show")
    assert region.create(number, TALLBACKEN).code == "OK"
    assert region.where(number) == [PREVIOUS]
    region.post("/clock", advance_seconds=241)
    assert region.where(number) == [TALLBACKEN]


def test_an_organisation_registers_only_where_the_region_has_agreed(region):
    number = region.person("adult-home")
    desk = ("SELF_OWNED_CAREGIVER", "SE9900000020-1000")
    assert region.create(number, TALLBACKEN, actor=desk).code == "ERROR"
    assert region.create(number, "SE9900000023-1001", actor=desk).code == "OK"
    stranger = ("PRIVATE_CAREGIVER", "SE9900000099-1000")
    assert region.create(number, "SE9900000023-1001", actor=stranger).code == "ERROR"


def _doctors(region, number, facility):
    from_region = region.call(
        "GetAvailableHealthcarePersonnel",
        facility[10:12],
        ("personId", ("1.2.752.129.2.1.3.1", number)),
        ("healthcareFacilityHSAId", facility),
    )
    return from_region.texts("id")
