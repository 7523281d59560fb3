"""Gathering what regions say: who is asked, at which moment, and what a region that fails takes with it (nothing)."""

import asyncio
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen, Deregistration
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview, Pending, RegionListings
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.settings.profile import Profile
from desktop.usecases.ask_early import ask_early
from desktop.usecases.find_citizen import find_citizen
from desktop.usecases.open_citizen import open_citizen
from tests.contracts.wire import Received, soap
from tests.contracts.wire import Region as Wire
from tests.domain.samples import ADULT, DALARNA, GAVLEBORG, PRIMARY, agreed
from tests.region import Region
from tests.usecases.conftest import Contracts, contracts_at
from tests.usecases.model_region import Place, listing, response

OWN = DALARNA
TALLBACKEN, SILVERBERGET = "SE9900000020-1001", "SE9900000020-1003"


async def collect(overviews: AsyncIterator[Overview]) -> list[Overview]:
    return [one async for one in overviews]


@pytest.fixture
def opened(at: Callable[..., Any], region: Region, profile: Profile) -> Callable[..., list[Overview]]:
    """``opened("in-queue")``: every overview of a documented person of the practice region, the last one complete."""

    def run(key: str, agreement: Callable[[str], Agreement] = profile.agreement, **changes: Any) -> list[Overview]:
        async def work(contracts: Contracts) -> list[Overview]:
            citizen = await find_citizen(contracts.register, PersonIdentity(region.number(key)))
            assert isinstance(citizen, Citizen)
            return await collect(open_citizen(contracts.listings, agreement, OWN, replace(citizen, **changes)))

        overviews = at(work)
        assert [one.is_complete for one in overviews] == [False] * (len(overviews) - 1) + [True]
        return overviews

    return run


def asked(region: Region) -> list[tuple[str, str]]:
    """Which regions were asked what, the person register apart."""
    return sorted((one["contract"], one["address"]) for one in region.log() if one["contract"].startswith("GetListing"))


def test_somebody_at_home(opened: Callable[..., list[Overview]], region: Region) -> None:
    first, *_, last = opened("in-queue")
    assert (first.counties, first.regions) == (Pending.PENDING, {OWN: Pending.PENDING})
    assert last.counties == (OWN,)
    dalarna = last.answered(OWN)
    assert dalarna.listed_at(TALLBACKEN, PRIMARY).remaining_changes is not None
    assert dalarna.queued_at(SILVERBERGET, PRIMARY).queue_position == 4
    assert asked(region) == [("GetListing", OWN), ("GetListingCounty", OWN)]


def test_three_regions(opened: Callable[..., list[Overview]], region: Region) -> None:
    last = opened("home-elsewhere-third")[-1]
    assert last.counties == ("23",)
    assert set(last.regions) == {"20", "23"}
    assert [(county, item.listing_type.key) for county, item in last.current] == [("23", PRIMARY.key)]
    assert asked(region) == [("GetListing", "20"), ("GetListing", "23"), ("GetListingCounty", "21")]


@pytest.mark.parametrize(
    ("key", "county", "kind"),
    [("actor-refused", "01", Kind.REGION_ERROR), ("listed-not-connected", "09", Kind.NOT_AGREED)],
)
def test_a_region_that_does_not_answer_us(
    opened: Callable[..., list[Overview]], key: str, county: County, kind: Kind
) -> None:
    last = opened(key)[-1]
    assert isinstance(last.regions[OWN], RegionListings)
    problem = last.regions[county]
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.county) == (kind, county)
    assert problem.effect is not Effect.UNKNOWN


def test_a_region_that_withholds(opened: Callable[..., list[Overview]]) -> None:
    last = opened("withheld")[-1]
    (withheld,) = [one for one in last.regions.values() if one.withholds]
    assert withheld.listings == ()


@pytest.mark.parametrize("failing", ["20", "21"])
def test_a_region_that_fails_takes_nothing_with_it(
    opened: Callable[..., list[Overview]], region: Region, failing: str
) -> None:
    region.control("/faults", {"set": [{"name": "down", "region": failing}]})
    last = opened("home-elsewhere")[-1]
    if failing == "21":
        assert isinstance(last.counties, Problem)
        assert last.answered(OWN).listed_at(TALLBACKEN, PRIMARY)
    else:
        assert last.counties == ("20",)
        assert isinstance(last.regions[OWN], Problem)


@pytest.mark.parametrize("reason", Deregistration)
def test_nobody_is_asked_about_somebody_deregistered(
    opened: Callable[..., list[Overview]], region: Region, reason: Deregistration
) -> None:
    (only,) = opened("in-queue", deregistration=reason)
    assert (only.counties, only.regions) == ((), {})
    assert asked(region) == []


@pytest.mark.parametrize("key", ["protected-marked", "protected-registration"])
def test_regions_are_asked_about_protected_persons_only_where_agreed(
    opened: Callable[..., list[Overview]], region: Region, profile: Profile, key: str
) -> None:
    assert isinstance(opened(key)[-1].regions[OWN], RegionListings)
    assert asked(region)
    region.control("/log", {})
    last = opened(key, lambda county: replace(profile.agreement(county), handles_protected=False))[-1]
    for answer in (last.counties, last.regions[OWN]):
        assert isinstance(answer, Problem)
        assert (answer.kind, answer.effect) == (Kind.PROTECTED_NOT_AGREED, Effect.NOTHING_SENT)
    assert asked(region) == []


def test_nobody_to_ask_as(opened: Callable[..., list[Overview]], region: Region) -> None:
    last = opened("in-queue", lambda county: agreed(county, read_actor=None))[-1]
    assert last.counties.kind is Kind.NOT_AGREED
    assert last.regions[OWN].kind is Kind.NOT_AGREED
    assert asked(region) == []


def test_without_a_home_county_only_the_own_region_is_asked(
    opened: Callable[..., list[Overview]], region: Region
) -> None:
    last = opened("coordination-no-county")[-1]
    assert (last.counties, set(last.regions)) == ((), {OWN})
    assert asked(region) == [("GetListing", OWN)]


def test_a_changed_number_is_asked_about_under_every_number(
    opened: Callable[..., list[Overview]], region: Region
) -> None:
    old, new = PersonIdentity(region.number("changed-number")), PersonIdentity(region.number("changed-number-new"))
    last = opened("changed-number")[-1]
    assert (last.citizen.identity, last.citizen.asked) == (new, old)
    sent = [one["body"] for one in region.log() if one["contract"] == "GetListing" and one["address"] == OWN]
    assert sorted(next(n for n in (old.number, new.number) if n in body) for body in sent) == [old.number, new.number]


@contextmanager
def wire_with(context: ssl.SSLContext, answer: Callable[[str, Received], str]) -> Iterator[Wire]:
    """A server that answers GetListing and GetListingCounty with what `answer` says of contract and message."""
    wire = Wire(context)

    def script(request: Received, connection: ssl.SSLSocket) -> None:
        name = request.headers["soapaction"].strip('"').rpartition(":")[2]
        soap(response(name, f"{answer(name, request)}<resultCode>OK</resultCode>"))(request, connection)

    wire.script = script
    yield wire
    wire.close()


COUNTY_21 = "<listingCounties><c:root>1.2.752.129.2.2.1.18</c:root><c:extension>21</c:extension></listingCounties>"


def test_home_and_own_region_are_asked_at_the_same_moment(
    region_context: ssl.SSLContext, desk_context: ssl.SSLContext
) -> None:
    both_here = threading.Barrier(2, timeout=5)
    met: list[str] = []

    def answer(name: str, request: Received) -> str:
        if b"LogicalAddress>20<" in request.body:
            both_here.wait()
            met.append(name)
        return COUNTY_21 if name == "GetListingCounty" else listing(Place("SE99-1", PRIMARY.key, False))

    async def work(url: str) -> list[Overview]:
        async with contracts_at(url, desk_context) as contracts:
            return await collect(open_citizen(contracts.listings, agreed, OWN, ADULT))

    with wire_with(region_context, answer) as wire:
        *_, last = asyncio.run(work(wire.url))
    assert sorted(met) == ["GetListing", "GetListingCounty"]
    assert {county for county, _ in last.current} == {OWN, GAVLEBORG}


def test_the_own_region_is_asked_together_with_the_person_register(
    region_context: ssl.SSLContext, desk_context: ssl.SSLContext
) -> None:
    """Early answers stand in for the same questions, once; about another number they are not used."""
    names: list[str] = []

    def answer(name: str, request: Received) -> str:
        names.append(name)
        return "" if name == "GetListingCounty" else listing(Place("SE99-1", PRIMARY.key, False))

    async def work(url: str) -> tuple[list[Overview], list[Overview]]:
        async with contracts_at(url, desk_context) as contracts:
            early = ask_early(contracts.listings, agreed(), ADULT.identity)
            same = await collect(open_citizen(contracts.listings, agreed, OWN, ADULT, early))
            names.append("another")
            other = replace(ADULT, identity=PersonIdentity("199006022397"), asked=PersonIdentity("199006022397"))
            return same, await collect(open_citizen(contracts.listings, agreed, OWN, other, early))

    with wire_with(region_context, answer) as wire:
        same, other = asyncio.run(work(wire.url))
    at_another = names.index("another")
    assert sorted(names[:at_another]) == sorted(names[at_another + 1 :]) == ["GetListing", "GetListingCounty"]
    assert same[-1].current
    assert other[-1].current


@pytest.mark.parametrize("agreement", [agreed(handles_protected=False), agreed(read_actor=None)])
def test_the_own_region_is_not_asked_early_unless_it_handles_protected_persons(agreement: Agreement) -> None:
    async def work() -> object:
        return ask_early(None, agreement, ADULT.identity)

    assert asyncio.run(work()) is None


def test_leaving_half_way_leaves_nothing_running(region_context: ssl.SSLContext, desk_context: ssl.SSLContext) -> None:
    async def work(url: str) -> set[str]:
        async with contracts_at(url, desk_context) as contracts:
            overviews = open_citizen(contracts.listings, agreed, OWN, ADULT)
            await anext(overviews)
            await overviews.aclose()
            await asyncio.gather(*(task for task in asyncio.all_tasks() if task.cancelling()), return_exceptions=True)
            return {task.get_coro().__qualname__ for task in asyncio.all_tasks()}

    with wire_with(region_context, lambda *_: "") as wire:
        running = asyncio.run(work(wire.url))
    assert not [name for name in running if "open_citizen" in name]


def test_a_bug_while_asking_is_not_swallowed() -> None:
    def broken(county: str) -> Agreement:
        if county == GAVLEBORG:
            raise LookupError(county)
        return agreed(read_actor=None)

    with pytest.raises(LookupError):
        asyncio.run(collect(open_citizen(None, broken, OWN, replace(ADULT, home_county=GAVLEBORG))))
