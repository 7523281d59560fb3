"""Answers the listing contracts: reads a request's meaning, applies a region's rules and writes the response."""

from collections.abc import Callable

from lxml import etree

from desktop.practice.clock import with_zone
from desktop.practice.ledger import Ledger
from desktop.practice.numbers import is_person
from desktop.practice.orders import Result
from desktop.practice.records import Citizen, Facility, Listing, QueuePlace
from desktop.practice.regions import Region, all_regions, find_type, type_of, types_for
from desktop.practice.registering import Registering
from desktop.practice.shapes import CV, Actor, Message
from desktop.practice.soap import Writer, add_21
from desktop.practice.vocabulary import (
    CARELISTING,
    CITIZEN,
    COUNTY,
    ERROR,
    GUARDIAN,
    HSA_ID,
    OK,
    ORGANISATION_ACTORS,
    Contract,
)

Answer = Callable[[Region, Message], etree._Element]


class ListingAnswers:
    """One region's side of the seven listing contracts; the caller holds the transaction."""

    def __init__(self, ledger: Ledger, registering: Registering) -> None:
        self._ledger = ledger
        self._registering = registering
        self._answers: dict[str, Answer] = {
            "GetListing": self._get_listing,
            "GetListingCounty": self._get_listing_county,
            "GetListingTypes": self._get_listing_types,
            "GetAvailableHealthcareFacilities": self._get_facilities,
            "GetAvailableHealthcarePersonnel": self._get_personnel,
            "CreateListing": self._create_listing,
            "UpdateListing": self._update_listing,
        }

    def answer(self, region: Region, message: Message) -> etree._Element:
        """The response element to a request that has passed its schema."""
        return self._answers[message.contract.name](region, message)

    def _get_listing(self, region: Region, message: Message) -> etree._Element:
        writer = _writer(message.contract)
        citizen, refusal = self._asked_about(region, message)
        if citizen is None:
            return _finish(writer, refusal)
        listings = self._ledger.visible_listings(citizen.number, region.code)
        places = self._ledger.queue_places(citizen.number, region.code)
        if self._withholds(region, message.actor(), listings):
            return _finish(writer, Result(OK))
        for listing in listings:
            self._write_listing(writer, region, citizen, listing)
        for place in places:
            self._write_queue_place(writer, region, citizen, place)
        return _finish(writer, Result(OK))

    def _get_listing_county(self, region: Region, message: Message) -> etree._Element:
        writer = _writer(message.contract)
        citizen, refusal = self._asked_about(region, message)
        if citizen is not None and citizen.county == region.code:
            for county in self._ledger.known_counties(citizen.number):
                element = writer.own("listingCounties")
                writer.core(element, "root", COUNTY)
                writer.core(element, "extension", county)
        return _finish(writer, refusal)

    def _asked_about(self, region: Region, message: Message) -> tuple[Citizen | None, Result]:
        """The citizen, where the actor may ask; an unknown or shielded person gives an empty OK (IS-L)."""
        refusal = self._refuse_reader(region, message.actor(), message)
        if refusal is not None:
            return None, refusal
        identifier = message.identifiers("personId")[0]
        if not is_person(identifier):
            return None, Result(ERROR, "Personidentiteten har fel format eller kodsystem.")
        citizen = self._ledger.citizen(identifier.extension or "")
        hidden = citizen is not None and citizen.protection and not region.handles_protected
        return None if hidden else citizen, Result(OK)

    def _refuse_reader(self, region: Region, actor: Actor, message: Message) -> Result | None:
        person = message.identifiers("personId")[0].extension or ""
        if actor.type in ORGANISATION_ACTORS:
            agreed = region.agreed_actors
            if actor.id.root.strip() != HSA_ID:
                return Result(ERROR, f"Organisationens id ska ha kodsystemet {HSA_ID}.")
            if agreed is not None and (actor.id.extension or "").upper() not in agreed:
                return Result(ERROR, "Regionen har ingen överenskommelse med aktören.")
        elif not is_person(actor.id):
            return Result(ERROR, "Aktörens personidentitet har fel format eller kodsystem.")
        elif actor.type == CITIZEN and actor.id.extension != person:
            return Result(ERROR, "Aktören är inte den invånare som frågan gäller.")
        elif actor.type == GUARDIAN and actor.id.extension not in self._ledger.guardians(person):
            return Result(ERROR, "Aktören är inte vårdnadshavare för invånaren.")
        return None

    def _withholds(self, region: Region, actor: Actor, listings: list[Listing]) -> bool:
        """Whether the region keeps listings from a caregiver with whom the citizen is not listed (IS-L flow 12)."""
        if not region.withholds_from_caregivers or actor.type in (CITIZEN, GUARDIAN):
            return False
        own = (actor.id.extension or "").upper()
        facilities = (self._ledger.facility(listing.facility, region.code) for listing in listings)
        return all(facility is None or facility.organisation.upper() != own for facility in facilities)

    def _write_listing(self, writer: Writer, region: Region, citizen: Citizen, listing: Listing) -> None:
        facility = self._ledger.facility(listing.facility, region.code)
        if facility is None:
            return
        at_home = citizen.county == region.code
        element = writer.own("listings")
        writer.core(element, "validFromDate", _time(region, listing.since))
        if listing.until is not None:
            writer.core(element, "validToDate", _time(region, listing.until))
        _write_code(writer, writer.core(element, "listingType"), type_of(region, listing.care, at_home).code)
        self._write_facility(writer, writer.core(element, "healthcareFacility"), region, facility)
        doctor = self._ledger.doctor(listing.doctor) if listing.doctor else None
        if doctor is not None:
            person = writer.core(element, "healthcarePersonnel")
            for name, value in (("id", _case(region, doctor.hsa_id)), ("name", doctor.name), ("title", doctor.title)):
                writer.core(person, name, value)
        writer.core(element, "isInQueue", False)
        if at_home and listing.until is None:
            left = region.changes_a_year - self._ledger.changes(citizen.number, listing.care)
            add_21(element, "remainingChanges", max(0, left))

    def _write_queue_place(self, writer: Writer, region: Region, citizen: Citizen, place: QueuePlace) -> None:
        facility = self._ledger.facility(place.facility, region.code)
        if facility is None:
            return
        element = writer.own("listings")
        code = type_of(region, place.care, citizen.county == region.code).code
        _write_code(writer, writer.core(element, "listingType"), code)
        self._write_facility(writer, writer.core(element, "healthcareFacility"), region, facility)
        writer.core(element, "isInQueue", True)
        if region.tells_queue:
            add_21(element, "queuePosition", place.position)
            add_21(element, "estimatedWaitInQueue", place.position * facility.pace_days)

    def _write_facility(self, writer: Writer, element: etree._Element, region: Region, facility: Facility) -> None:
        writer.core(element, "id", _case(region, facility.hsa_id))
        writer.core(element, "name", facility.name)
        writer.core(element, "hasQueue", facility.has_queue)
        if facility.cares != ("primary",):
            for care in facility.cares:
                _write_code(writer, writer.core(element, "supportedListingTypes"), type_of(region, care, True).code)
        writer.core(element, "supportsHealthcarePersonnel", facility.has_doctors and region.has_personnel)
        if facility.has_queue and region.tells_queue:
            add_21(element, "queueLength", facility.queue_length)
            add_21(element, "estimatedWaitInQueue", (facility.queue_length + 1) * facility.pace_days)

    def _get_listing_types(self, region: Region, message: Message) -> etree._Element:
        writer = _writer(message.contract)
        person, home = message.identifier("personId"), message.identifier("homeCountyCode")
        if (person is None) != (home is None):
            return _finish(writer, Result(ERROR, "Either both personId and homeCountyCode or neither must be given."))
        age, county = None, None
        if person is not None and home is not None:
            if not is_person(person) or home.root.strip() != COUNTY or home.extension not in all_regions():
                return _finish(writer, Result(ERROR, "Invalid personId or homeCountyCode."))
            citizen = self._ledger.citizen(person.extension or "")
            age = self._ledger.age(citizen) if citizen else None
            county = home.extension
        for kind in types_for(region, county, age):
            _write_code(writer, writer.own("listingTypes"), kind.code)
        return _finish(writer, Result(OK))

    def _get_facilities(self, region: Region, message: Message) -> etree._Element:
        writer = _writer(message.contract)
        wanted = {hsa_id.strip().casefold() for hsa_id in message.texts("healthcareFacilities")}
        codes = message.codes("listingTypes")
        cares = {kind.care for code in codes if (kind := find_type(region, code)) is not None}
        for facility in self._ledger.facilities(region.code):
            if wanted and facility.hsa_id.casefold() not in wanted:
                continue
            if codes and not cares & set(facility.cares):
                continue
            self._write_facility(writer, writer.own("healthcareFacilities"), region, facility)
        return _finish(writer, Result(OK))

    def _get_personnel(self, region: Region, message: Message) -> etree._Element:
        writer = _writer(message.contract)
        person = message.identifiers("personId")[0]
        citizen = self._ledger.citizen(person.extension or "") if is_person(person) else None
        facility = self._ledger.facility(message.text("healthcareFacilityHSAId").strip(), region.code)
        if citizen is None or facility is None:
            return _finish(writer, Result(ERROR, "Unknown person or healthcare facility."))
        if facility.has_doctors:
            for doctor in self._ledger.doctors(facility.hsa_id, self._ledger.age(citizen)):
                element = writer.own("healthcarePersonnel")
                writer.core(element, "id", _case(region, doctor.hsa_id))
                writer.core(element, "name", doctor.name)
                writer.core(element, "title", doctor.title)
        return _finish(writer, Result(OK))

    def _create_listing(self, region: Region, message: Message) -> etree._Element:
        return _finish(_writer(message.contract), self._registering.create(region, message))

    def _update_listing(self, region: Region, message: Message) -> etree._Element:
        return _finish(_writer(message.contract), self._registering.update(region, message))


def write_error(contract: Contract, text: str) -> etree._Element:
    """An answer that carries only ERROR and a text, as some regions answer a request that breaks the schema."""
    return _finish(_writer(contract), Result(ERROR, text))


def _writer(contract: Contract) -> Writer:
    return Writer(contract.namespace, f"{contract.name}Response", CARELISTING)


def _finish(writer: Writer, result: Result) -> etree._Element:
    writer.own("resultCode", result.code)
    if result.text is not None:
        writer.own("resultText", result.text)
    return writer.root


def _write_code(writer: Writer, element: etree._Element, code: CV) -> None:
    writer.core(element, "code", code.code)
    writer.core(element, "codeSystem", code.code_system)
    writer.core(element, "displayName", code.display_name)


def _case(region: Region, hsa_id: str) -> str:
    return hsa_id.lower() if region.lower_case_ids else hsa_id


def _time(region: Region, moment: str) -> str:
    return with_zone(moment) if region.zoned_times else moment
