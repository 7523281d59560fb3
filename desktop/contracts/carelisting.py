"""What the carelisting contracts have in common: identifiers, codes, facilities, doctors and result codes (TKB-L 5)."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from desktop.contracts.codec import Record, add
from desktop.contracts.contract import Contract
from desktop.contracts.faults import masked
from desktop.domain.agreement import Actor
from desktop.domain.codes import LISTING_TYPE
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.problems import CallError, Effect, Kind, Problem

CORE = "urn:riv:supportprocess:logistics:carelisting:2"


def contract(name: str) -> Contract:
    """A contract of the domain; all have major version 2."""
    return Contract("supportprocess:logistics:carelisting", name, 2)


def add_id(parent: etree._Element, namespace: str, name: str, root: str, extension: str) -> None:
    """IIType."""
    child = add(parent, namespace, name)
    add(child, CORE, "root", root)
    add(child, CORE, "extension", extension)


def add_person(parent: etree._Element, namespace: str, identity: PersonIdentity) -> None:
    """`personId`."""
    add_id(parent, namespace, "personId", identity.root, identity.number)


def add_actor(parent: etree._Element, namespace: str, actor: Actor) -> None:
    """`actor`; the TKB's actorTypeEnum is actorType in the schema, which producers validate against."""
    child = add(parent, namespace, "actor")
    add_id(child, CORE, "actorId", actor.root, actor.extension)
    add(child, CORE, "actorType", actor.type.value)


def add_listing_type(parent: etree._Element, namespace: str, name: str, listing_type: ListingType) -> None:
    """CVType; the display name is ignored in requests and left out."""
    child = add(parent, namespace, name)
    add(child, CORE, "code", listing_type.code)
    add(child, CORE, "codeSystem", listing_type.code_system)


def result_code(response: Record) -> str:
    """`resultCode`; an answer without one proves nothing, not even that a list is empty."""
    return response.needed("resultCode").upper()


def require_done(response: Record, *, for_people: bool) -> str:
    """The message of OK or INFO; any other code is a Problem, whose text is quoted only where written `for_people`."""
    code, text = result_code(response), response.text("resultText")
    if code in ("OK", "INFO"):
        return text if code == "INFO" else ""
    raise CallError(
        Problem(
            Kind.REGION_ERROR,
            Effect.REFUSED,
            code=code,
            region_message=text if for_people else "",
            detail="" if for_people else masked(text),
        )
    )


def read_listing_type(record: Record | None) -> ListingType | None:
    """CVType; without a code it is none, and without a code system it is the national one."""
    code = record.text("code") if record else ""
    if record is None or not code:
        return None
    code_system = record.text("codeSystem")
    if not code_system:
        record.deviate("codeSystem", "is missing")
    return _listing_type(code, code_system or LISTING_TYPE, record.text("displayName"))


@lru_cache(maxsize=256)
def _listing_type(code: str, code_system: str, display_name: str) -> ListingType:
    """One value for the few types that a thousand care centres repeat."""
    return ListingType(code=code, code_system=code_system, display_name=display_name)


def read_doctor(record: Record | None) -> Doctor | None:
    """HealthcarePersonnelType; without an id it cannot be chosen or compared, but is shown by name."""
    if record is None or not (record.text("id") or record.text("name")):
        return None
    return Doctor(hsa_id=record.text("id"), name=record.text("name"), title=record.text("title"))


def read_facility(record: Record) -> Facility:
    """HealthcareFacilityType 2.1. Raises UnreadableError without an id: a queue there could not be recognised."""
    types = [read_listing_type(child) for child in record.records("supportedListingTypes")]
    return Facility(
        hsa_id=record.needed("id"),
        name=record.text("name"),
        has_queue=record.flag("hasQueue"),
        supports_doctor_choice=record.flag("supportsHealthcarePersonnel"),
        listing_types=tuple(filter(None, types)),
        queue_length=record.number("queueLength"),
        estimated_wait=record.number("estimatedWaitInQueue"),
    )
