"""Try each contract of the person register and of a region, as far as it changes nothing and shows nobody."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.connection import Caution, NotTried, Step, Trial
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Facility
from desktop.domain.lookup import NameQuery
from desktop.domain.problems import CallError, Kind
from desktop.domain.regions import County
from desktop.usecases.search_persons import QueryWords, written
from desktop.usecases.try_line import since

if TYPE_CHECKING:
    from desktop.contracts.envelope import Decoded
    from desktop.contracts.transport import Transport

T = TypeVar("T")
_OPTIONAL = frozenset({"GetAvailableHealthcarePersonnel"})
_NOT_OFFERED = (Kind.NOT_CONNECTED, Kind.NOT_AUTHORISED)
_PERSONS, _SEARCH = "GetPersonsForProfile", "SearchPersonsForProfile"
READ_CONTRACTS = (
    "GetListingTypes",
    "GetAvailableHealthcareFacilities",
    "GetAvailableHealthcarePersonnel",
    "GetListing",
    "GetListingCounty",
)


def untried(contract: str, county: str, why: NotTried) -> Trial:
    """A contract that is not tried, and why."""
    return Trial(Step.CONTRACT, contract=contract, county=county, not_tried=why)


@dataclass(frozen=True, slots=True)
class Register:
    """The person register as it is tried: its address, whom one may ask about by county, and how it is searched."""

    transport: Transport
    address: str
    test_persons: Mapping[str, PersonIdentity]
    words: QueryWords | None

    async def tried(self) -> tuple[tuple[Trial, ...], dict[str, Citizen]]:
        """Both contracts, and the test persons as the register knows them, by county."""
        from desktop.contracts.envelope import call
        from desktop.contracts.persons import GET_PERSONS, get_request, read_requested

        asked = tuple(dict.fromkeys(self.test_persons.values()))
        if not asked:
            return self.untried(NotTried.NO_TEST_PERSON), {}
        body = get_request(asked)
        calling = call(self.transport, GET_PERSONS, self.address, body, lambda answer: read_requested(answer, asked))
        trying = _tried(_PERSONS, "", calling)
        trial, found = await trying
        by_county = {county: found[number] for county, number in self.test_persons.items() if found and number in found}
        return (trial, await self._searched(next(iter(by_county.values()), None))), by_county

    async def _searched(self, person: Citizen | None) -> Trial:
        """By the test person's own whole name and birth date, so that the register has nobody else to show."""
        from desktop.contracts.envelope import call
        from desktop.contracts.persons import SEARCH_PERSONS, read_found, search_request

        if self.words is None:
            return untried(_SEARCH, "", NotTried.NO_QUERY_WORDS)
        if person is None:
            return untried(_SEARCH, "", NotTried.TEST_PERSON_UNKNOWN)
        name, born = person.name, person.born
        if name is None or not name.surname or born is None or person.is_protected:
            return untried(_SEARCH, "", NotTried.NO_NAME)
        query = written(self.words, NameQuery(name.given, name.surname, born, born))
        body = search_request(query, self.words.language, "P1")
        trial, found = await _tried(_SEARCH, "", call(self.transport, SEARCH_PERSONS, self.address, body, read_found))
        if found is not None and all(one.identity != person.identity for one in found):
            return replace(trial, caution=Caution.NOT_FOUND)
        return trial

    @staticmethod
    def untried(why: NotTried) -> tuple[Trial, ...]:
        """Neither is tried."""
        return tuple(untried(name, "", why) for name in (_PERSONS, _SEARCH))


@dataclass(frozen=True, slots=True)
class Reading:
    """One region's contracts that read: what it offers, and what it says about its test person.

    `nobody` tells why there is no `person`. `is_stopped` is asked before each call.
    """

    transport: Transport
    agreement: Agreement
    person: Citizen | None
    nobody: NotTried
    is_stopped: Callable[[], bool]

    @property
    def _county(self) -> County:
        return self.agreement.county

    async def tried(self) -> tuple[Trial, ...]:
        """A trial for each of READ_CONTRACTS."""
        facilities, catalogue = await self._catalogue()
        return *catalogue, await self._doctors(facilities), *await self._listings()

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

        county, transport = self._county, self.transport
        calling = call(transport, GET_TYPES, county, types_request(None, None), read_types)
        types, _ = await self._try(GET_TYPES.name, calling)
        calling_centres = call(transport, GET_FACILITIES, county, facilities_request((), ()), read_facilities)
        trying = self._try(GET_FACILITIES.name, calling_centres)
        centres, facilities = await trying
        return facilities or (), (types, centres)

    async def _doctors(self, facilities: tuple[Facility, ...]) -> Trial:
        from desktop.contracts.catalogue import GET_PERSONNEL, personnel_request, read_personnel
        from desktop.contracts.envelope import call

        name, county = GET_PERSONNEL.name, self._county
        if self.person is None:
            return untried(name, county, self.nobody)
        centre = next((one for one in facilities if one.supports_doctor_choice), None)
        if centre is None:
            return untried(name, county, NotTried.NO_CENTRE)
        body = personnel_request(self.person.identity, centre.hsa_id, ())
        return (await self._try(name, call(self.transport, GET_PERSONNEL, county, body, read_personnel)))[0]

    async def _listings(self) -> tuple[Trial, Trial]:
        from desktop.contracts.envelope import call
        from desktop.contracts.listings import (
            GET_LISTING,
            GET_LISTING_COUNTY,
            listing_county_request,
            listing_request,
            read_counties,
            read_listings,
        )

        county, person, reader = self._county, self.person, self.agreement.read_actor
        if person is None or reader is None:
            why = self.nobody if person is None else NotTried.NOT_AGREED
            return untried(GET_LISTING.name, county, why), untried(GET_LISTING_COUNTY.name, county, why)
        body = listing_request(reader, person.identity)
        read, _ = await self._try(GET_LISTING.name, call(self.transport, GET_LISTING, county, body, read_listings))
        if person.home_county != county:
            return read, untried(GET_LISTING_COUNTY.name, county, NotTried.NOT_AT_HOME)
        body = listing_county_request(reader, person.identity)
        calling = call(self.transport, GET_LISTING_COUNTY, county, body, read_counties)
        return read, (await self._try(GET_LISTING_COUNTY.name, calling))[0]

    async def _try(self, contract: str, calling: Coroutine[Any, Any, Decoded[T]]) -> tuple[Trial, T | None]:
        if self.is_stopped():
            calling.close()
            return untried(contract, self._county, NotTried.STOPPED), None
        return await _tried(contract, self._county, calling)


async def _tried(contract: str, county: str, calling: Awaitable[Decoded[T]]) -> tuple[Trial, T | None]:
    """One call: how long it took, and under which id the platform finds it."""
    started = time.monotonic()
    try:
        decoded = await calling
    except CallError as error:
        trial = Trial(Step.CONTRACT, contract=contract, county=county, ms=since(started))
        trial = replace(trial, correlation_id=error.problem.correlation_id)
        if contract in _OPTIONAL and error.problem.kind in _NOT_OFFERED:
            return replace(trial, caution=Caution.NOT_OFFERED, facts={"code": error.problem.code}), None
        return replace(trial, problem=error.problem.at(county)), None
    value = decoded.value
    facts = {"answers": str(len(value))} if isinstance(value, tuple | dict) else {}
    trial = Trial(Step.CONTRACT, contract=contract, county=county, ms=since(started), facts=facts)
    return replace(trial, correlation_id=decoded.correlation_id), value
