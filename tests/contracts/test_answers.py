"""Regions' answers are read as far as is safe: complete ones, strange ones, and those too strange to trust."""

import asyncio
import threading
from datetime import date, datetime

import pytest

from desktop.contracts.catalogue import GET_FACILITIES, GET_PERSONNEL, GET_TYPES, Catalogue
from desktop.contracts.codec import Record
from desktop.contracts.envelope import call
from desktop.contracts.listings import CREATE_LISTING, GET_LISTING, GET_LISTING_COUNTY, Listings
from desktop.contracts.transport import Limits, Transport
from desktop.domain.agreement import ActorType, EvidenceKind, RegisterAgreement, organisation
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.outcome import Reply
from desktop.domain.problems import Effect, Kind
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Intent, Registration
from tests.contracts.wire import response, soap

HOME = County("20")
ACTOR = organisation(ActorType.SELF_OWNED_CAREGIVER, "SE9900000020-1000")
CITIZEN = PersonIdentity("191212121212")
ORDER = Registration(
    citizen=Citizen(identity=CITIZEN, asked=CITIZEN, home_county=HOME),
    choice=Choice(Intent.LIST, HOME, Facility(hsa_id="SE9900000020-1001"), ListingType(code="PV")),
    chooser=Chooser(),
    evidence=Evidence(EvidenceKind.FORM, date(2026, 11, 23)),
    consents=frozenset({Consent.APPROVED}),
    agreement=RegisterAgreement("avtal 1", date(2026, 1, 1)),
    present_counties=frozenset({HOME}),
)


def get_listing(transport):
    return Listings(transport).get_listing(HOME, ACTOR, CITIZEN)


def get_counties(transport):
    return Listings(transport).get_listing_counties(HOME, ACTOR, CITIZEN)


def create(transport):
    return Listings(transport).create_listing(ORDER)


def facilities(transport):
    return Catalogue(transport).facilities(HOME)


def test_a_complete_answer(answer):
    got = answer(get_listing, "get-listing-full.xml")
    listed, queued = got.listings
    assert got.message == "Listningen uppdateras i natt."
    assert (listed.in_queue, listed.remaining_changes, listed.queue_position) == (False, 2, None)
    assert listed.valid_from == datetime(2024, 3, 31, 2, 30)
    assert listed.valid_to == datetime(2027, 1, 1)
    assert listed.listing_type.is_primary_care
    assert listed.listing_type.display_name == "Primärvårdslistning"
    assert listed.doctor == Doctor(hsa_id="SE9900000020-D001", name="Åsa Öberg", title="Specialist i allmänmedicin")
    assert listed.facility == Facility(
        hsa_id="SE9900000020-1001",
        name="Tallbackens vårdcentral",
        has_queue=False,
        supports_doctor_choice=True,
        listing_types=(ListingType(code="PV"), ListingType(code="BHV")),
    )
    assert (queued.in_queue, queued.queue_position, queued.estimated_wait) == (True, 7, 30)
    assert (queued.facility.queue_length, queued.facility.estimated_wait) == (41, 90)
    assert (queued.doctor, queued.valid_from, queued.remaining_changes) == (None, None, None)


def test_a_strange_answer_is_read_and_its_deviations_are_logged_without_values(answer, caplog):
    listed, queued = answer(get_listing, "get-listing-strange.xml").listings
    assert listed.in_queue is False
    assert queued.in_queue is True
    assert listed.is_at("SE9900000020-1001")
    assert listed.listing_type.is_primary_care
    assert queued.listing_type.code == ""
    assert listed.valid_from == datetime(2026, 7, 1)
    assert listed.valid_to == datetime(9999, 12, 31, 23, 59, 59)
    assert (listed.facility.name, listed.facility.has_queue, listed.remaining_changes) == ("", None, None)
    assert (queued.valid_from, queued.queue_position, queued.doctor) == (
        None,
        None,
        Doctor(hsa_id="", name="Åsa Öberg"),
    )
    (record,) = [record for record in caplog.records if record.levelname == "WARNING"]
    for element in ("remainingChanges", "queuePosition", "hasQueue", "codeSystem", "validToDate", "listingType"):
        assert element in record.getMessage()
    for value in ("två", "maybe", "Öberg", "SE99"):
        assert value not in record.getMessage()
    caplog.clear()


PLACE = "<listings><healthcareFacility>{facility}</healthcareFacility>{queue}</listings><resultCode>OK</resultCode>"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<listings/><resultCode>OK</resultCode>",
        PLACE.format(facility="<id>SE99-1</id>", queue=""),
        PLACE.format(facility="<id>SE99-1</id>", queue="<isInQueue>kanske</isInQueue>"),
        PLACE.format(facility="<name>Utan id</name>", queue="<isInQueue>true</isInQueue>"),
    ],
    ids=["no result code", "empty listing", "queue not stated", "queue unreadable", "care centre not named"],
)
def test_what_could_hide_a_queue_place_is_not_read(content, problem, caplog):
    found = problem(get_listing, GET_LISTING, content)
    assert (found.kind, found.effect, found.county) == (Kind.UNREADABLE_ANSWER, Effect.NOTHING_SENT, "20")
    caplog.clear()


def test_an_empty_answer_is_empty(answer):
    got = answer(get_listing, GET_LISTING, "<resultCode>OK</resultCode><resultText>debug</resultText>")
    assert (got.listings, got.message) == ((), "")


@pytest.mark.parametrize("code", ["ERROR", "ERROR_AGE_LIMIT", "SOMETHING_NEW"])
def test_a_region_that_reads_with_an_error(code, problem):
    content = f"<resultCode>{code}</resultCode><resultText>Tjänsten är stängd, 191212121212.</resultText>"
    found = problem(get_listing, GET_LISTING, content)
    assert (found.kind, found.effect, found.code) == (Kind.REGION_ERROR, Effect.REFUSED, code)
    assert found.region_message.startswith("Tjänsten är stängd")
    debugging = problem(facilities, GET_FACILITIES, content)
    assert (debugging.kind, debugging.region_message) == (Kind.REGION_ERROR, "")
    assert debugging.detail == "Tjänsten är stängd, •."


def test_counties(answer):
    content = "".join(f"<listingCounties><root>x</root><extension>{c}</extension></listingCounties>" for c in "1991")
    assert answer(get_counties, GET_LISTING_COUNTY, content + "<resultCode>OK</resultCode>") == ("01", "09")
    assert answer(get_counties, GET_LISTING_COUNTY, "<resultCode>OK</resultCode>") == ()


@pytest.mark.parametrize(
    "code",
    [
        "OK",
        "INFO",
        "ERROR",
        "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED",
        "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT",
        "ERROR_GUARDIAN_CONSENT_NEEDED",
        "ERROR_AGE_LIMIT",
        "ERROR_OF_TOMORROW",
    ],
)
def test_every_reply_to_a_registration(code, answer):
    reply = answer(
        create, CREATE_LISTING, f"<resultCode> {code} </resultCode><resultText>Ord från regionen</resultText>"
    )
    assert reply == Reply(code, "Ord från regionen", reply.correlation_id)
    assert reply.correlation_id
    assert reply.is_done is (code in ("OK", "INFO"))
    assert (reply.refusal is not None) is code.startswith("ERROR")
    assert answer(create, CREATE_LISTING, f"<resultCode>{code}</resultCode>").message == ""


@pytest.mark.parametrize("content", ["<resultCode>MAYBE</resultCode>", "<resultText>?</resultText>", ""])
def test_a_reply_that_neither_accepts_nor_refuses_is_unknown(content, problem, caplog):
    assert problem(create, CREATE_LISTING, content).effect is Effect.UNKNOWN
    caplog.clear()


def test_facilities(answer, caplog):
    full, least = answer(facilities, "get-facilities.xml")
    assert full == Facility(
        hsa_id="SE9900000020-1002",
        name="Björkhagens vårdcentral",
        has_queue=True,
        supports_doctor_choice=True,
        listing_types=(ListingType(code="PV", display_name="Primärvård"),),
        queue_length=41,
        estimated_wait=90,
    )
    assert least == Facility(hsa_id="SE9900000020-1003")
    assert "healthcareFacilities/id is missing" in caplog.text
    caplog.clear()


def test_large_answers_are_read_off_the_loop_one_at_a_time(region, talk):
    """A second decoder would find the first one inside."""
    inside = threading.Lock()
    threads = []

    def decode(record: Record) -> int:
        assert inside.acquire(blocking=False)
        threads.append(threading.current_thread())
        found = sum(1 for _ in record.records("healthcareFacilities"))
        inside.release()
        return found

    async def work(transport: Transport) -> list[int]:
        calls = (call(transport, GET_FACILITIES, "20", GET_FACILITIES.request(), decode) for _ in range(6))
        return [decoded.value for decoded in await asyncio.gather(*calls)]

    one = "<healthcareFacilities><id>SE99-1</id></healthcareFacilities>"
    region.script = soap(response(GET_FACILITIES, one * 20_000))
    assert talk(work, limits=Limits()) == [20_000] * 6
    assert threading.main_thread() not in threads
    region.script = soap(response(GET_FACILITIES, one))
    assert talk(work) == [1] * 6
    assert threads[6:] == [threading.main_thread()] * 6


def test_types_and_personnel(answer, caplog):
    found = answer(
        lambda transport: Catalogue(transport).listing_types(HOME, CITIZEN, HOME),
        GET_TYPES,
        "<listingTypes><code>PV</code><codeSystem>1.2.752.129.5.1.27</codeSystem></listingTypes>"
        "<listingTypes><codeSystem>1</codeSystem></listingTypes><resultCode>OK</resultCode>",
    )
    assert found == (ListingType(code="PV"),)
    doctors = answer(
        lambda transport: Catalogue(transport).personnel(HOME, CITIZEN, "SE99-1"),
        GET_PERSONNEL,
        "<healthcarePersonnel><id>SE99-D</id><name>Åsa</name></healthcarePersonnel>"
        "<healthcarePersonnel><name>Utan id</name></healthcarePersonnel><resultCode>OK</resultCode>",
    )
    assert doctors == (Doctor(hsa_id="SE99-D", name="Åsa"),)
