"""Finding somebody, what a region offers them, and a choice made ready: against the practice region."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.contracts.catalogue import GET_FACILITIES, GET_TYPES
from desktop.contracts.persons import GET_PERSONS
from desktop.domain.citizen import Citizen, Deregistration, Protection, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview, RegionListings
from desktop.domain.lookup import Hits, NameQuery
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Intent, Wish
from desktop.domain.rules import Rules
from desktop.settings.profile import Profile
from desktop.usecases.find_citizen import find_citizen
from desktop.usecases.offer_choices import offer_doctors
from desktop.usecases.prepare import prepare
from desktop.usecases.read_region import read_region
from desktop.usecases.search_persons import QueryWords, search_persons, written
from tests.contracts.wire import Received as Request
from tests.contracts.wire import Region as Wire
from tests.contracts.wire import response, soap
from tests.domain.samples import DALARNA, EK, HERE, PRIMARY, agreed, overview, reading
from tests.region import Region
from tests.usecases.conftest import Contracts, contracts_at

TALLBACKEN, SILVERBERGET = "SE9900000020-1001", "SE9900000020-1003"
At = Callable[..., Any]


def find(at: At, number: str) -> Citizen | Unknown | Problem:
    return at(lambda contracts: find_citizen(contracts.register, PersonIdentity(number)))


def test_somebody_is_found(at: At, region: Region) -> None:
    citizen = find(at, "191212121212")
    assert (citizen.name.spoken, citizen.home_county, citizen.age(date(2026, 11, 23))) == (
        "Tolvan Tallberg",
        DALARNA,
        113,
    )
    assert [call["contract"] for call in region.log()] == ["GetPersonsForProfile"]


def test_an_old_number_leads_to_the_new_one(at: At, region: Region) -> None:
    old, new = PersonIdentity(region.number("changed-number")), PersonIdentity(region.number("changed-number-new"))
    citizen = find(at, old.number)
    assert (citizen.identity, citizen.asked, citizen.deregistration) == (new, old, None)
    assert set(citizen.known_as) == {old, new}


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("deceased", {"deregistration": Deregistration.DECEASED}),
        ("emigrated", {"deregistration": Deregistration.EMIGRATED}),
        ("protected-marked", {"protection": Protection.MARKED}),
        ("protected-registration", {"protection": Protection.PROTECTED_REGISTRATION}),
        ("coordination-no-county", {"home_county": None}),
    ],
)
def test_what_the_register_knows(at: At, region: Region, key: str, what: dict[str, object]) -> None:
    citizen = find(at, region.number(key))
    assert {name: getattr(citizen, name) for name in what} == what


def test_nobody_has_this_number(at: At) -> None:
    assert find(at, "190001042399") == Unknown(PersonIdentity("190001042399"))


def test_a_register_that_is_down(at: At, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile"}]})
    problem = find(at, "191212121212")
    assert (problem.kind, problem.effect) == (Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT)


WORDS = QueryWords("SimpleQL", "personrecord", "name.surname", "name.givenName", "dateOfBirth")


def test_a_name_is_found_in_order_and_protected_persons_are_left_out(at: At, region: Region, profile: Profile) -> None:
    words = QueryWords(**profile.register_search.model_dump())
    anybody = NameQuery("", "", date(1979, 1, 1), date(1981, 12, 31))
    hits = at(lambda contracts: search_persons(contracts.register, words, anybody, profile.rules))
    assert isinstance(hits, Hits)
    numbers = [one.identity.number for one in hits.persons]
    assert numbers
    assert not any(one.is_protected for one in hits.persons)
    assert region.number("protected-marked") not in numbers
    surnames = [one.name.surname.casefold() if one.name else "" for one in hits.persons]
    assert surnames == sorted(surnames)
    in_production = at(lambda contracts: search_persons(contracts.register, words, anybody, Rules()))
    assert in_production == Hits(()), "the practice register has test persons alone"


def test_too_many_or_no_answer_is_told(at: At, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "contract": "SearchPersonsForProfile"}]})
    query = NameQuery("", "Likaberg", date(1950, 1, 1), date(1950, 12, 31))
    assert isinstance(at(lambda contracts: search_persons(contracts.register, WORDS, query, Rules())), Problem)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (
            NameQuery("Anna", "Ek", date(1950, 5, 5), date(1950, 5, 5)),
            "name.surname LIKE 'Ek%' AND name.givenName LIKE 'Anna%' AND dateOfBirth = '1950-05-05'",
        ),
        (
            NameQuery("", "Ek", date(1950, 1, 1), date(1950, 12, 31)),
            "name.surname LIKE 'Ek%' AND dateOfBirth >= '1950-01-01' AND dateOfBirth <= '1950-12-31'",
        ),
    ],
)
def test_the_query_as_it_is_written(query: NameQuery, text: str) -> None:
    assert written(WORDS, query) == f"FROM personrecord WHERE {text}"


@pytest.fixture
def prepared(at: At, region: Region, profile: Profile) -> Callable[..., Prepared | Problem]:
    """``prepared(wish, seen)`` for the documented person who stands in a queue."""

    def run(wish: Wish, seen: Overview | None = None, key: str = "in-queue") -> Prepared | Problem:
        async def work(contracts: Contracts) -> Prepared | Problem:
            citizen = await find_citizen(contracts.register, PersonIdentity(region.number(key)))
            region.control("/log", {})
            shown = replace(seen, citizen=citizen) if seen else Overview(citizen)
            return await prepare(contracts.catalogue, contracts.listings, profile.agreement, shown, wish)

        return at(work)

    return run


def test_a_choice_made_ready(prepared: Callable[..., Any], region: Region) -> None:
    ready = prepared(Wish(Intent.JOIN_QUEUE, DALARNA, TALLBACKEN.lower()))
    assert (ready.choice.intent, ready.choice.county) == (Intent.JOIN_QUEUE, DALARNA)
    assert (ready.choice.facility.hsa_id, ready.choice.listing_type.is_primary_care) == (TALLBACKEN, True)
    assert ready.overview.answered(DALARNA).queued_at(SILVERBERGET, PRIMARY)
    assert sorted(call["contract"] for call in region.log()) == [
        "GetAvailableHealthcareFacilities",
        "GetListing",
        "GetListingTypes",
    ]


def test_a_region_that_has_been_read_is_not_read_again(prepared: Callable[..., Any], region: Region) -> None:
    ready = prepared(Wish(Intent.LIST, DALARNA, TALLBACKEN, PRIMARY), overview())
    assert ready.overview.answered(DALARNA) == reading()
    assert "GetListing" not in [call["contract"] for call in region.log()]


def test_a_wish_keeps_its_doctor_and_type(prepared: Callable[..., Any]) -> None:
    ready = prepared(Wish(Intent.CHANGE_DOCTOR, DALARNA, TALLBACKEN, PRIMARY, EK))
    assert (ready.choice.doctor, ready.choice.listing_type) == (EK, PRIMARY)


def test_the_regions_own_code_for_primary_care(prepared: Callable[..., Any]) -> None:
    """Skåne's residents are listed under its own code there (IS-L 5.4.1)."""
    ready = prepared(Wish(Intent.LIST, County("12"), "SE9900000012-1001"), key="own-code")
    assert not ready.choice.listing_type.is_primary_care
    assert ready.choice.facility.offers(ready.choice.listing_type)


def test_a_centre_that_the_region_does_not_know(prepared: Callable[..., Any]) -> None:
    problem = prepared(Wish(Intent.LIST, DALARNA, "SE9900000020-NONE"))
    assert (problem.kind, problem.effect, problem.county) == (Kind.NOT_OFFERED, Effect.NOTHING_SENT, DALARNA)


def test_a_region_that_offers_the_citizen_no_type_is_sent_nothing(wire: Wire, desk_context: ssl.SSLContext) -> None:
    """Also where a form that has come back names one."""
    ok, centre = "<resultCode>OK</resultCode>", f"<healthcareFacilities><id>{HERE.hsa_id}</id></healthcareFacilities>"

    def answer(request: Request, connection: ssl.SSLSocket) -> None:
        asks_for_centres = b"GetAvailableHealthcareFacilitiesResponder" in request.body
        soap(response(GET_FACILITIES, centre + ok) if asks_for_centres else response(GET_TYPES, ok))(
            request, connection
        )

    wire.script = answer

    async def work() -> Prepared | Problem:
        async with contracts_at(wire.url, desk_context) as contracts:
            wish = Wish(Intent.LIST, DALARNA, HERE.hsa_id, PRIMARY)
            return await prepare(contracts.catalogue, contracts.listings, agreed, overview(), wish)

    problem = asyncio.run(work())
    assert isinstance(problem, Problem)
    assert problem.kind is Kind.NOT_OFFERED


@pytest.mark.parametrize("contract", ["GetListing", "GetListingTypes", "GetAvailableHealthcareFacilities"])
def test_a_region_that_does_not_answer(prepared: Callable[..., Any], region: Region, contract: str) -> None:
    region.control("/faults", {"set": [{"name": "down", "region": "20", "contract": contract}]})
    ready = prepared(Wish(Intent.LIST, DALARNA, TALLBACKEN))
    problem = ready.overview.regions[DALARNA]
    assert (problem.kind, problem.effect) == (Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT)
    assert ready.choice.facility.hsa_id == TALLBACKEN, "what the form needs is still there"


@pytest.mark.parametrize(
    ("county", "hsa_id", "found"),
    [(DALARNA, TALLBACKEN, True), (County("03"), "SE9900000003-1001", False)],
    ids=["offered", "a region without the contract"],
)
def test_doctors(at: At, region: Region, county: County, hsa_id: str, found: bool) -> None:
    async def work(contracts: Contracts) -> object:
        citizen = await find_citizen(contracts.register, PersonIdentity(region.number("in-queue")))
        facility = HERE.model_copy(update={"hsa_id": hsa_id})
        return await offer_doctors(contracts.catalogue, agreed(county), citizen, facility, PRIMARY)

    doctors = at(work)
    assert isinstance(doctors, tuple)
    assert bool(doctors) == found


def test_a_region_that_must_not_hear_of_somebody_is_not_asked_for_doctors(at: At, region: Region) -> None:
    """The question carries the number (IS-L 2)."""
    terms, citizen = agreed(handles_protected=False), replace(overview().citizen, protection=Protection.MARKED)
    barred = at(lambda contracts: offer_doctors(contracts.catalogue, terms, citizen, HERE, PRIMARY))
    assert (barred.kind, barred.effect, region.log()) == (Kind.PROTECTED_NOT_AGREED, Effect.NOTHING_SENT, [])


def test_doctors_of_a_region_that_is_down(at: At, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "region": "20"}]})

    async def work(contracts: Contracts) -> object:
        return await offer_doctors(contracts.catalogue, agreed(), overview().citizen, HERE, PRIMARY)

    assert isinstance(at(work), Problem)


def test_what_cannot_be_read_under_one_number_is_not_known_at_all(at: At, region: Region) -> None:
    """A queue place under the old number would be invisible, and a call could lose it."""
    old, new = PersonIdentity(region.number("changed-number")), PersonIdentity(region.number("changed-number-new"))

    async def work(contracts: Contracts) -> object:
        citizen = replace(overview().citizen, identity=new, asked=old)
        both = await read_region(contracts.listings, agreed(), citizen)
        region.control("/faults", {"set": [{"name": "down", "contract": "GetListing", "times": 1}]})
        return both, await read_region(contracts.listings, agreed(), citizen)

    both, half = at(work)
    assert isinstance(both, RegionListings)
    assert isinstance(half, Problem)


def test_of_two_numbers_that_refer_to_each_other_the_one_that_lives_is_taken(
    wire: Wire, desk_context: ssl.SSLContext
) -> None:
    """The living record calls its reference new as well, and the old number has a record of its own."""
    old, new = (PersonIdentity(number) for number in ("191212121212", "193008077723"))

    def record(number: PersonIdentity, other: PersonIdentity, more: str) -> str:
        one, two = (f"<root>{each.root}</root><extension>{each.number}</extension>" for each in (number, other))
        return (
            f"<requestedPersonRecord><requestedPersonalIdentity>{one}</requestedPersonalIdentity><personRecord>"
            f"<personalIdentity>{one}</personalIdentity><protectedPersonIndicator>0</protectedPersonIndicator>"
            f"<referredPersonalIdentities><referredPersonalIdentity>{two}</referredPersonalIdentity>"
            f"<referredPersonalIdentityStatus>NY</referredPersonalIdentityStatus></referredPersonalIdentities>{more}"
            "</personRecord></requestedPersonRecord>"
        )

    gone = "<deregistration><deregistrationReasonCode>GN</deregistrationReasonCode></deregistration>"
    records = {old: record(old, new, gone), new: record(new, old, "")}

    def answer(request: Request, connection: ssl.SSLSocket) -> None:
        asked = next(one for one in records if one.number.encode() in request.body)
        soap(response(GET_PERSONS, records[asked]))(request, connection)

    wire.script = answer

    async def work() -> list[Citizen | Unknown | Problem]:
        async with contracts_at(wire.url, desk_context) as contracts:
            return [await find_citizen(contracts.register, number) for number in (old, new)]

    by_old, by_new = asyncio.run(work())
    assert (by_old.identity, by_old.asked, by_old.deregistration) == (new, old, None)
    assert (by_new.identity, by_new.asked, by_new.deregistration) == (new, new, None)
