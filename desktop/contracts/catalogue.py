"""GetListingTypes, GetAvailableHealthcareFacilities 2.1 and GetAvailableHealthcarePersonnel: what can be chosen.

Producers write these contracts' result texts for debugging, so they stay in the log (TKB-L 4.3.1).
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from desktop.contracts.carelisting import (
    add_id,
    add_listing_type,
    add_person,
    contract,
    read_doctor,
    read_facility,
    read_listing_type,
    require_done,
)
from desktop.contracts.codec import Record, add
from desktop.contracts.envelope import call
from desktop.contracts.transport import Transport
from desktop.domain.codes import COUNTY
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.regions import County
from desktop.runtime.turns import in_turns

GET_TYPES = contract("GetListingTypes")
GET_FACILITIES = contract("GetAvailableHealthcareFacilities")
GET_PERSONNEL = contract("GetAvailableHealthcarePersonnel")


class Catalogue:
    """Reads what a region offers. Every method raises CallError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def listing_types(
        self, county: County, identity: PersonIdentity | None = None, home_county: County | None = None
    ) -> tuple[ListingType, ...]:
        """The types this person may choose, or all: person and home county go both or neither (TKB-L 6)."""
        body = types_request(identity, home_county)
        return (await call(self._transport, GET_TYPES, county, body, read_types)).value

    async def facilities(
        self, county: County, types: Iterable[ListingType] = (), only: Iterable[str] = ()
    ) -> tuple[Facility, ...]:
        """Care centres of a region, of these types if any are given, or `only` those with these HSA-ids."""
        body = facilities_request(types, only)
        return (await call(self._transport, GET_FACILITIES, county, body, read_facilities)).value

    async def personnel(
        self, county: County, identity: PersonIdentity, hsa_id: str, types: Iterable[ListingType] = ()
    ) -> tuple[Doctor, ...]:
        """Doctors whom this person may choose at a care centre.

        The contract is optional: NOT_CONNECTED or NOT_AUTHORISED means that the region offers no choice.
        """
        body = personnel_request(identity, hsa_id, types)
        return (await call(self._transport, GET_PERSONNEL, county, body, read_personnel)).value


def types_request(identity: PersonIdentity | None, home_county: County | None) -> etree._Element:
    """GetListingTypes' request; the TKB's homeCounty is homeCountyCode in the schema."""
    body = GET_TYPES.request()
    if identity is not None and home_county is not None:
        add_person(body, GET_TYPES.namespace, identity)
        add_id(body, GET_TYPES.namespace, "homeCountyCode", COUNTY, home_county)
    return body


def facilities_request(types: Iterable[ListingType], only: Iterable[str]) -> etree._Element:
    """GetAvailableHealthcareFacilities' request."""
    body, namespace = GET_FACILITIES.request(), GET_FACILITIES.namespace
    for hsa_id in only:
        add(body, namespace, "healthcareFacilities", hsa_id)
    for listing_type in types:
        add_listing_type(body, namespace, "listingTypes", listing_type)
    return body


def personnel_request(identity: PersonIdentity, hsa_id: str, types: Iterable[ListingType]) -> etree._Element:
    """GetAvailableHealthcarePersonnel's request; the schema says healthcareFacilityHSAId."""
    body, namespace = GET_PERSONNEL.request(), GET_PERSONNEL.namespace
    add_person(body, namespace, identity)
    add(body, namespace, "healthcareFacilityHSAId", hsa_id)
    for listing_type in types:
        add_listing_type(body, namespace, "listingTypes", listing_type)
    return body


def read_types(response: Record) -> tuple[ListingType, ...]:
    """GetListingTypes' response."""
    require_done(response, for_people=False)
    types = (read_listing_type(record) for record in response.records("listingTypes"))
    return tuple(listing_type for listing_type in types if listing_type)


def read_facilities(response: Record) -> tuple[Facility, ...]:
    """GetAvailableHealthcareFacilities' response. A care centre without an id cannot be chosen and is left out."""
    require_done(response, for_people=False)
    facilities = []
    for record in in_turns(response.records("healthcareFacilities")):
        if record.text("id"):
            facilities.append(read_facility(record))
        else:
            record.deviate("id", "is missing")
    return tuple(facilities)


def read_personnel(response: Record) -> tuple[Doctor, ...]:
    """GetAvailableHealthcarePersonnel's response. A doctor without an id cannot be chosen and is left out."""
    require_done(response, for_people=False)
    doctors = (read_doctor(record) for record in response.records("healthcarePersonnel"))
    return tuple(doctor for doctor in doctors if doctor and doctor.hsa_id)
