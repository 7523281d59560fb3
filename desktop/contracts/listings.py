"""GetListing 2.1, GetListingCounty 2.0 and CreateListing 2.0: what somebody has, where, and the order to change it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from desktop.contracts.carelisting import (
    add_actor,
    add_id,
    add_listing_type,
    add_person,
    contract,
    read_doctor,
    read_facility,
    read_listing_type,
    require_done,
    result_code,
)
from desktop.contracts.codec import Record, UnreadableError, add, written_bool
from desktop.contracts.envelope import call
from desktop.contracts.transport import Transport
from desktop.domain.agreement import Actor
from desktop.domain.codes import COUNTY
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Listing, ListingType
from desktop.domain.outcome import Reply
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Registration

GET_LISTING = contract("GetListing")
GET_LISTING_COUNTY = contract("GetListingCounty")
CREATE_LISTING = contract("CreateListing")


@dataclass(frozen=True, slots=True)
class ListingsAnswer:
    """What a region discloses to the actor, and INFO's message, which must be shown (TS 11)."""

    listings: tuple[Listing, ...]
    message: str = ""


class Listings:
    """Reads and orders listings. Every method raises CallError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def get_listing(self, county: County, actor: Actor, identity: PersonIdentity) -> ListingsAnswer:
        """Listings and queue places at one region; an empty answer may mean withheld (IS-L flow 12)."""
        body = listing_request(actor, identity)
        return (await call(self._transport, GET_LISTING, county, body, read_listings)).value

    async def get_listing_counties(self, home: County, actor: Actor, identity: PersonIdentity) -> tuple[County, ...]:
        """Where the home region knows active listings; queue places are not counted (TKB-L 6.5)."""
        body = listing_county_request(actor, identity)
        return (await call(self._transport, GET_LISTING_COUNTY, home, body, read_counties)).value

    async def create_listing(self, registration: Registration) -> Reply:
        """Order a registration at the region of the new care centre.

        A refusal is a Reply. A code that neither accepts nor refuses is a CallError whose effect is UNKNOWN.
        """
        county = registration.choice.county
        body = create_listing_request(registration)
        decoded = await call(self._transport, CREATE_LISTING, county, body, read_reply, changes=True)
        code, message = decoded.value
        return Reply(code, message, decoded.correlation_id)


def listing_request(actor: Actor, identity: PersonIdentity) -> etree._Element:
    """GetListing's request."""
    body = GET_LISTING.request()
    add_actor(body, GET_LISTING.namespace, actor)
    add_person(body, GET_LISTING.namespace, identity)
    return body


def listing_county_request(actor: Actor, identity: PersonIdentity) -> etree._Element:
    """GetListingCounty's request."""
    body = GET_LISTING_COUNTY.request()
    add_actor(body, GET_LISTING_COUNTY.namespace, actor)
    add_person(body, GET_LISTING_COUNTY.namespace, identity)
    return body


def create_listing_request(registration: Registration) -> etree._Element:
    """CreateListing's request, with `addToQueue` and both counties always stated (contract-rules 8)."""
    body, namespace = CREATE_LISTING.request(), CREATE_LISTING.namespace
    choice = registration.choice
    add_actor(body, namespace, registration.actor)
    add_person(body, namespace, registration.citizen.identity)
    add(body, namespace, "healthcareFacilityHSAId", choice.facility.hsa_id)
    add_listing_type(body, namespace, "listingType", choice.listing_type)
    if choice.doctor is not None:
        add(body, namespace, "healthcarePersonnel", choice.doctor.hsa_id)
    add(body, namespace, "addToQueue", written_bool(choice.intent.add_to_queue))
    add_id(body, namespace, "homeCounty", COUNTY, registration.home_county)
    add_id(body, namespace, "newListingCounty", COUNTY, choice.county)
    return body


def read_listings(response: Record) -> ListingsAnswer:
    """GetListing's response."""
    message = require_done(response, for_people=True)
    return ListingsAnswer(tuple(_read_listing(record) for record in response.records("listings")), message)


def _read_listing(record: Record) -> Listing:
    """ListingHealthcareFacilityType 2.1. Not knowing whether it is a queue place, or where, makes it unreadable."""
    facility, in_queue = record.record("healthcareFacility"), record.flag("isInQueue")
    if facility is None or in_queue is None:
        raise UnreadableError("listings without healthcareFacility or isInQueue")
    listing_type = read_listing_type(record.record("listingType"))
    if listing_type is None:
        record.deviate("listingType", "is missing")
    return Listing(
        facility=read_facility(facility),
        listing_type=listing_type or ListingType(code=""),
        in_queue=in_queue,
        doctor=read_doctor(record.record("healthcarePersonnel")),
        valid_from=record.moment("validFromDate"),
        valid_to=record.moment("validToDate"),
        queue_position=record.number("queuePosition"),
        estimated_wait=record.number("estimatedWaitInQueue"),
        remaining_changes=record.number("remainingChanges"),
    )


def read_counties(response: Record) -> tuple[County, ...]:
    """GetListingCounty's response."""
    require_done(response, for_people=False)
    codes = (record.needed("extension").zfill(2) for record in response.records("listingCounties"))
    return tuple(County(code) for code in dict.fromkeys(codes))


def read_reply(response: Record) -> tuple[str, str]:
    """The code and text of an order's reply; any other code is a CallError whose effect is UNKNOWN."""
    code, message = result_code(response), response.text("resultText")
    if code not in ("OK", "INFO") and not code.startswith("ERROR"):
        raise CallError(Problem(Kind.REGION_ERROR, Effect.UNKNOWN, code=code, region_message=message))
    return code, message
