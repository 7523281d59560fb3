"""The service platform in front of the regions: who calls, where to, whether they may, and the producer's answer."""

import uuid
from typing import Final, Protocol

from lxml import etree

from desktop.practice.answers import write_error
from desktop.practice.calls import Arrival, CallLog, Read, Reply
from desktop.practice.numbers import identity
from desktop.practice.orders import Result
from desktop.practice.placing import Update
from desktop.practice.platform_faults import platform_fault
from desktop.practice.regions import NOT_CONNECTED, Region, all_regions
from desktop.practice.register import RegisterFaultError
from desktop.practice.shapes import Message, SchemaError, read_request
from desktop.practice.soap import (
    Fault,
    UnreadableError,
    Writer,
    read_envelope,
    write_answer,
    write_fault,
    write_request,
)
from desktop.practice.vocabulary import CARELISTING, CONTRACT_NAMES, CONTRACTS, COUNTY, PERSON_REGISTER, Contract

PLATFORM_ID: Final = "PRAKTIK"


class Producers(Protocol):
    """What stands behind the platform."""

    def listing_answer(self, region: Region, message: Message) -> etree._Element:
        """A region's answer."""
        ...

    def register_answer(self, message: Message) -> etree._Element:
        """The person register's answer; raises RegisterFaultError."""
        ...

    def connected_counties(self) -> frozenset[str]:
        """The regions with a route."""
        ...

    def is_unreachable(self, address: str, contract: str) -> bool:
        """Whether a fault keeps other regions from reaching a region."""
        ...


class Router:
    """Routes by logical address and the body's namespace, and keeps the log."""

    def __init__(self, producers: Producers) -> None:
        self._producers = producers
        self.log = CallLog()

    def read(self, arrival: Arrival) -> Read:
        """Parse an arrival without judging it."""
        correlation_id = arrival.correlation_id or str(uuid.uuid4())
        try:
            envelope = read_envelope(arrival.body, arrival.headers.get("content-type", ""))
        except UnreadableError:
            return Read(arrival, correlation_id, None, None, self.log.world)
        return Read(arrival, correlation_id, envelope, CONTRACTS.get(envelope.namespace), self.log.world)

    def answer(self, read: Read) -> Reply:
        """The platform's checks in their order, then the producer (VP: certificate, parse, header, route, right)."""
        fault = self._refuse(read)
        if fault is not None:
            return fault_reply(fault)
        if read.envelope is None or read.contract is None or read.address is None:
            return fault_reply(platform_fault("VP015"))
        return self._produce(read.contract, read.address, read.envelope.payload)

    def _refuse(self, read: Read) -> Fault | None:
        headers, sender = read.arrival.headers, read.arrival.sender
        if sender is None:
            return platform_fault("VP002")
        if read.envelope is None:
            return platform_fault("VP015")
        if "x-rivta-original-serviceconsumer-hsaid" in headers:
            return platform_fault("VP013", f"SenderId: {sender}")
        if PLATFORM_ID in headers.get("x-rivta-routing-history", ""):
            return platform_fault("VP014")
        address = read.envelope.address
        if address is None or not address.strip():
            return platform_fault("VP003")
        if not self._has_route(address, read.contract):
            hint = " Whitespace detected" if address != address.strip() else ""
            return platform_fault("VP004", f"serviceNamespace: {read.envelope.namespace}, receiverId: {address}.{hint}")
        if read.contract is not None and read.contract.name == "UpdateListing" and not sender.endswith("-LISTNING"):
            return platform_fault(
                "VP007", f"serviceNamespace: {read.contract.namespace}, receiverId: {address}, senderId: {sender}"
            )
        return None

    def _has_route(self, address: str, contract: Contract | None) -> bool:
        if contract is None:
            return False
        if contract.name in ("GetPersonsForProfile", "SearchPersonsForProfile"):
            return address == PERSON_REGISTER
        region = all_regions().get(address)
        if region is None or address == NOT_CONNECTED or address not in self._producers.connected_counties():
            return False
        return region.has_personnel or contract.name != "GetAvailableHealthcarePersonnel"

    def _produce(self, contract: Contract, address: str, payload: etree._Element) -> Reply:
        region = all_regions().get(address)
        try:
            message = read_request(contract, payload)
        except SchemaError as error:
            if region is not None and region.reports_schema_errors:
                return Reply(200, write_answer(write_error(contract, str(error))))
            return fault_reply(Fault("Client", f"Unmarshalling Error: {error}"))
        try:
            if region is None:
                return Reply(200, write_answer(self._producers.register_answer(message)))
            return Reply(200, write_answer(self._producers.listing_answer(region, message)))
        except RegisterFaultError as error:
            return fault_reply(error.fault)

    def relay(self, sender: Region, county: str, update: Update) -> Result | None:
        """One region's UpdateListing to another, as a message through the platform; None when it is not answered."""
        contract = CONTRACT_NAMES["UpdateListing"]
        if self._producers.is_unreachable(county, contract.name):
            return None
        writer = Writer(contract.namespace, contract.name, CARELISTING)
        identifier = identity(update.person)
        for name, root, extension in (
            ("personId", identifier.root, update.person),
            ("newListingCounty", COUNTY, update.new_county),
            ("homeCounty", COUNTY, update.home_county),
        ):
            element = writer.own(name)
            writer.core(element, "root", root)
            writer.core(element, "extension", extension)
        code = writer.own("listingType")
        writer.core(code, "code", update.kind.code.code)
        writer.core(code, "codeSystem", update.kind.code.code_system)
        headers = {"soapaction": f'"{contract.namespace}:{contract.name}"'}
        read = self.read(Arrival(write_request(county, writer.root), headers, "", sender.system))
        reply = self.answer(read)
        self.log.add(read, sender.system, reply)
        return _read_result(reply)


def fault_reply(fault: Fault) -> Reply:
    """A SOAP fault: always HTTP 500."""
    return Reply(500, write_fault(fault))


def _read_result(reply: Reply) -> Result | None:
    if reply.status != 200:
        return None
    found = etree.fromstring(reply.body)
    code = found.findtext(".//{*}resultCode")
    return Result(code, found.findtext(".//{*}resultText")) if code else None
