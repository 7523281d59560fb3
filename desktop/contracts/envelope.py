"""The SOAP 1.1 envelope of RIV-TA Basic Profile 2.1: how a call is wrapped, and how its answer is opened."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from lxml import etree

from desktop.contracts.codec import Record, UnreadableError, add, parse
from desktop.contracts.contract import Contract
from desktop.contracts.faults import read_fault, unreadable
from desktop.contracts.transport import Answer, Transport
from desktop.domain.problems import CallError

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
REGISTRY = "urn:riv:itintegration:registry:1"

_LARGE = 64 * 1024
_one_large_at_a_time = threading.Lock()
_log = logging.getLogger("desktop.contracts")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decoded(Generic[T]):
    """What an answer said, and the id under which support finds the call."""

    value: T
    correlation_id: str


def wrap(logical_address: str, body: etree._Element) -> bytes:
    """The request in its envelope, UTF-8. The address goes verbatim: VP matches it with blanks and all (VP004)."""
    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soapenv": SOAP, "itr": REGISTRY})
    add(add(envelope, SOAP, "Header"), REGISTRY, "LogicalAddress", logical_address)
    add(envelope, SOAP, "Body").append(body)
    return etree.tostring(envelope, xml_declaration=True, encoding="UTF-8")


async def call(
    transport: Transport,
    contract: Contract,
    logical_address: str,
    body: etree._Element,
    decode: Callable[[Record], T],
    *,
    changes: bool = False,
) -> Decoded[T]:
    """Exchange one call and decode its response; a large answer off the loop, one at a time.

    `decode` reads the response's root and may raise UnreadableError or CallError. Raises CallError with a Problem
    placed at the region and carrying the correlation id.
    """
    county = logical_address if contract.per_region else ""
    try:
        answer = await transport.exchange(contract, logical_address, wrap(logical_address, body), changes=changes)
    except CallError as error:
        raise CallError(error.problem.at(county)) from error
    try:
        if len(answer.body) > _LARGE:
            value = await asyncio.to_thread(_open_large, answer, contract, decode, changes=changes)
        else:
            value = open_answer(answer, contract, decode, changes=changes)
    except CallError as error:
        placed = replace(error.problem, county=county, correlation_id=answer.correlation_id)
        raise CallError(placed) from error
    return Decoded(value, answer.correlation_id)


def _open_large(answer: Answer, contract: Contract, decode: Callable[[Record], T], *, changes: bool) -> T:
    with _one_large_at_a_time:
        return open_answer(answer, contract, decode, changes=changes)


def open_answer(answer: Answer, contract: Contract, decode: Callable[[Record], T], *, changes: bool) -> T:
    """What an answer says, and one log line for what deviates in it. Raises CallError, and nothing else."""
    deviations: set[str] = set()
    try:
        response = _response(Record(parse(answer.body), deviations))
        if response.name == "Fault":
            raise CallError(read_fault(response, is_search=contract.name.startswith("Search"), changes=changes))
        if answer.status != 200 or response.name != f"{contract.name}Response":
            raise UnreadableError("not the contract's response")
        value = decode(response)
    except UnreadableError as error:
        _log.warning("%s: unreadable, %s", contract.name, error, extra={"facts": _facts(contract, answer)})
        raise CallError(unreadable(answer.status, answer.content_type, str(error), changes=changes)) from error
    if deviations:
        said = "; ".join(sorted(deviations))
        _log.warning("%s: deviates, %s", contract.name, said, extra={"facts": _facts(contract, answer)})
    return value


def _facts(contract: Contract, answer: Answer) -> dict[str, str]:
    return {"contract": contract.name, "correlation": answer.correlation_id}


def _response(envelope: Record) -> Record:
    body = envelope.record("Body") if envelope.name == "Envelope" else None
    response = body.first_child() if body else None
    if response is None:
        raise UnreadableError("not a SOAP envelope with a body")
    return response
