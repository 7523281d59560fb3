"""Check the connection: every link from the name to each contract in each region, as far as it harms nobody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.connection import Caution, ConnectionReport, NotTried, Step, Trial
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Facility
from desktop.domain.problems import CallError, Kind
from desktop.domain.regions import County
from desktop.runtime.clock import now
from desktop.settings.profile import Environment, Platform, Profile
from desktop.usecases.try_registering import Attempt, Desk, try_registering

if TYPE_CHECKING:
    from desktop.contracts.envelope import Decoded
    from desktop.contracts.transport import Greeting, Transport
    from desktop.domain.certificate import ClientCertificate

T = TypeVar("T")
_AT_ONCE = 4
_SOON_DAYS, _CLOCK_SECONDS = 60, 60
_OPTIONAL = frozenset({"GetAvailableHealthcarePersonnel"})
_NOT_OFFERED = (Kind.NOT_CONNECTED, Kind.NOT_AUTHORISED)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is tried. `registers`: the registering cases too, outside production. `certificate` reads our own.

    `certificate` returns None where the profile names none, and raises CallError where it cannot be used.
    """

    urls: tuple[str, ...]
    person_register: str
    counties: tuple[County, ...]
    agreement: Callable[[str], Agreement]
    certificate: Callable[[], ClientCertificate | None]
    desk: Desk
    test_persons: Mapping[str, PersonIdentity] = field(default_factory=dict)
    registers: bool = False


def plan_of(
    profile: Profile, terms: Platform, certificate: Callable[[], ClientCertificate | None], *, registers: bool
) -> Plan:
    """What the profile lets be tried; `terms` is the platform as it is now (practice moves)."""
    check = profile.connection_check
    return Plan(
        urls=_one_for_each_host(terms.base_url, *terms.contract_urls.values()),
        person_register=terms.person_register,
        counties=tuple(map(County, profile.connected)),
        agreement=profile.agreement,
        certificate=certificate,
        desk=Desk(profile.rules, profile.environment is Environment.PRODUCTION, check.centres),
        test_persons={county: PersonIdentity(number) for county, number in check.test_persons.items()},
        registers=registers,
    )


def _one_for_each_host(*urls: str) -> tuple[str, ...]:
    return tuple({urlsplit(url).netloc.casefold(): url for url in reversed(urls)}.values())[::-1]


async def check_connection(
    transport: Transport, plan: Plan, report: ConnectionReport
) -> AsyncIterator[ConnectionReport]:
    """Yields the report at every new trial; the last one has ended. What rests on a failed link is not tried."""

    def with_trials(trials: Iterable[Trial]) -> ConnectionReport:
        return replace(report, trials=(*report.trials, *trials))

    report = with_trials([await asyncio.to_thread(_our_certificate, plan)])
    yield report
    for url in plan.urls:
        report = with_trials(await _meet(transport, url))
        yield report
    reached = not any(trial.problem for trial in report.trials)
    persons = _Persons(transport, plan, reached)
    report = with_trials(await persons.find())
    yield report
    turns = asyncio.Semaphore(_AT_ONCE)

    async def region(county: County) -> tuple[Trial, ...]:
        async with turns:
            return await _Region(transport, plan, county, persons.found.get(county), reached).trials()

    for answered in asyncio.as_completed([region(county) for county in plan.counties]):
        report = with_trials(await answered)
        yield report
    yield replace(report, ended=now())


def _our_certificate(plan: Plan) -> Trial:
    try:
        ours = plan.certificate()
    except CallError as error:
        return Trial(Step.CERTIFICATE, problem=error.problem)
    if ours is None:
        return Trial(Step.CERTIFICATE, not_tried=NotTried.NO_CERTIFICATE)
    left = ours.not_after - datetime.now(UTC)
    caution = Caution.EXPIRES_SOON if left.days < _SOON_DAYS else None
    if not ours.owner_hsa_id:
        caution = Caution.NO_SERIAL_NUMBER
    facts = {"owner": ours.owner_hsa_id, "issuer": ours.issuer, "valid_to": ours.not_after.date().isoformat()}
    return Trial(Step.CERTIFICATE, caution=caution, facts=facts)


async def _meet(transport: Transport, url: str) -> tuple[Trial, ...]:
    """Name, TLS and clock of one address."""
    from desktop.contracts.name import resolve

    host = urlsplit(url).hostname or url
    started = time.monotonic()
    try:
        addresses = await resolve(host)
        named = Trial(Step.NAME, host, ms=_since(started), facts={"addresses": ", ".join(addresses)})
    except CallError as error:
        return (
            Trial(Step.NAME, host, ms=_since(started), problem=error.problem),
            Trial(Step.TLS, host, not_tried=NotTried.EARLIER_FAILED),
        )
    started, before = time.monotonic(), now()
    try:
        greeting = await transport.greet(url)
    except CallError as error:
        return named, Trial(Step.TLS, host, ms=_since(started), problem=error.problem)
    met = Trial(Step.TLS, host, ms=_since(started), facts=_negotiated(greeting))
    return named, met, _clock(host, greeting, before + (now() - before) / 2)


def _negotiated(greeting: Greeting) -> dict[str, str]:
    from desktop.contracts.certificate import server_certificate

    if not greeting.certificate:
        return {"protocol": greeting.protocol or "HTTP"}
    theirs = server_certificate(greeting.certificate)
    return {
        "protocol": greeting.protocol,
        "cipher": greeting.cipher,
        "server": theirs.subject,
        "issuer": theirs.issuer,
        "valid_to": theirs.not_after.date().isoformat(),
    }


def _clock(host: str, greeting: Greeting, ours: datetime) -> Trial:
    """A Date header says whole seconds, so a second or two is nothing."""
    try:
        theirs = parsedate_to_datetime(greeting.date)
    except ValueError:
        return Trial(Step.CLOCK, host, caution=Caution.NO_DATE)
    skew = round((ours - theirs).total_seconds())
    caution = Caution.CLOCK_OFF if abs(skew) > _CLOCK_SECONDS else None
    return Trial(Step.CLOCK, host, caution=caution, facts={"skew": str(skew)})


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


async def _tried(contract: str, county: str, call: Awaitable[Decoded[T]]) -> tuple[Trial, T | None]:
    """One call: how long it took, and under which id the platform finds it."""
    started = time.monotonic()
    try:
        decoded = await call
    except CallError as error:
        trial = Trial(Step.CONTRACT, contract=contract, county=county, ms=_since(started))
        trial = replace(trial, correlation_id=error.problem.correlation_id)
        if contract in _OPTIONAL and error.problem.kind in _NOT_OFFERED:
            return replace(trial, caution=Caution.NOT_OFFERED, facts={"code": error.problem.code}), None
        return replace(trial, problem=error.problem.at(county)), None
    value = decoded.value
    facts = {"answers": str(len(value))} if isinstance(value, tuple | dict) else {}
    trial = Trial(Step.CONTRACT, contract=contract, county=county, ms=_since(started), facts=facts)
    return replace(trial, correlation_id=decoded.correlation_id), value


def _untried(contract: str, county: str, why: NotTried) -> Trial:
    step = Step.REGISTERING if contract == "CreateListing" else Step.CONTRACT
    return Trial(step, contract=contract, county=county, not_tried=why)


class _Persons:
    """The person register, and the test persons as it knows them, by county."""

    def __init__(self, transport: Transport, plan: Plan, reached: bool) -> None:
        self._transport, self._plan, self._reached = transport, plan, reached
        self.found: dict[str, Citizen] = {}

    async def find(self) -> tuple[Trial, ...]:
        from desktop.contracts.envelope import call
        from desktop.contracts.persons import GET_PERSONS, get_request, read_requested

        name, search = GET_PERSONS.name, _untried("SearchPersonsForProfile", "", NotTried.SHOWS_PERSONS)
        asked = tuple(dict.fromkeys(self._plan.test_persons.values()))
        if not self._reached:
            return _untried(name, "", NotTried.EARLIER_FAILED), search
        if not asked:
            return _untried(name, "", NotTried.NO_TEST_PERSON), search
        calling = call(
            self._transport,
            GET_PERSONS,
            self._plan.person_register,
            get_request(asked),
            lambda response: read_requested(response, asked),
        )
        tried = _tried(name, "", calling)
        trial, found = await tried
        by_county = self._plan.test_persons.items()
        self.found = {county: found[number] for county, number in by_county if found and number in found}
        return trial, search


class _Region:
    """One region's contracts."""

    def __init__(self, transport: Transport, plan: Plan, county: County, person: Citizen | None, reached: bool) -> None:
        self._transport, self._plan, self._county = transport, plan, county
        self._person, self._reached = person, reached
        self._agreement = plan.agreement(county)

    async def trials(self) -> tuple[Trial, ...]:
        if not self._reached:
            return tuple(_untried(name, self._county, NotTried.EARLIER_FAILED) for name in _CONTRACTS)
        facilities, catalogue = await self._catalogue()
        return (*catalogue, *await self._about_a_person(facilities), *await self._registering())

    async def _catalogue(self) -> tuple[tuple[Facility, ...], tuple[Trial, ...]]:
        from desktop.contracts.catalogue import (
            GET_FACILITIES,
            GET_TYPES,
            facilities_request,
            read_facilities,
            read_types,
            types_request,
        )
        from desktop.contracts.envelope import call

        county, transport = self._county, self._transport
        types, _ = await _tried(
            GET_TYPES.name, county, call(transport, GET_TYPES, county, types_request(None, None), read_types)
        )
        centres, facilities = await _tried(
            GET_FACILITIES.name,
            county,
            call(transport, GET_FACILITIES, county, facilities_request((), ()), read_facilities),
        )
        return facilities or (), (types, centres)

    async def _about_a_person(self, facilities: tuple[Facility, ...]) -> tuple[Trial, ...]:
        from desktop.contracts.catalogue import GET_PERSONNEL, personnel_request, read_personnel
        from desktop.contracts.envelope import call
        from desktop.contracts.listings import (
            GET_LISTING,
            GET_LISTING_COUNTY,
            listing_county_request,
            listing_request,
            read_counties,
            read_listings,
        )

        names = (GET_PERSONNEL.name, GET_LISTING.name, GET_LISTING_COUNTY.name)
        county, person, transport = self._county, self._person, self._transport
        if person is None:
            return tuple(_untried(name, county, self._why_nobody()) for name in names)
        centre = next((one for one in facilities if one.supports_doctor_choice), None)
        if centre is None:
            doctors = _untried(GET_PERSONNEL.name, county, NotTried.NO_CENTRE)
        else:
            body = personnel_request(person.identity, centre.hsa_id, ())
            doctors, _ = await _tried(
                GET_PERSONNEL.name, county, call(transport, GET_PERSONNEL, county, body, read_personnel)
            )
        reader = self._agreement.read_actor
        if reader is None:
            return doctors, *(_untried(name, county, NotTried.NOT_AGREED) for name in names[1:])
        body = listing_request(reader, person.identity)
        listings, _ = await _tried(GET_LISTING.name, county, call(transport, GET_LISTING, county, body, read_listings))
        if person.home_county != county:
            return doctors, listings, _untried(GET_LISTING_COUNTY.name, county, NotTried.NOT_AT_HOME)
        body = listing_county_request(reader, person.identity)
        home, _ = await _tried(
            GET_LISTING_COUNTY.name, county, call(transport, GET_LISTING_COUNTY, county, body, read_counties)
        )
        return doctors, listings, home

    def _why_nobody(self) -> NotTried:
        named = self._county in self._plan.test_persons
        return NotTried.TEST_PERSON_UNKNOWN if named else NotTried.NO_TEST_PERSON

    async def _registering(self) -> tuple[Trial, ...]:
        why: NotTried | None = None
        if self._plan.desk.is_production:
            why = NotTried.NEVER_IN_PRODUCTION
        elif not self._plan.registers:
            why = NotTried.NOT_ASKED_FOR
        elif self._person is None:
            why = self._why_nobody()
        if why is not None or self._person is None:
            return (_untried("CreateListing", self._county, why or NotTried.NO_TEST_PERSON),)
        return await try_registering(
            Attempt(self._transport, self._plan.desk, self._plan.agreement, self._county, self._person)
        )


_CONTRACTS = (
    "GetListingTypes",
    "GetAvailableHealthcareFacilities",
    "GetAvailableHealthcarePersonnel",
    "GetListing",
    "GetListingCounty",
    "CreateListing",
)
