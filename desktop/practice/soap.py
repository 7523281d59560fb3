"""SOAP 1.1 as the platform and the producers read and write it: envelopes and faults."""

import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from desktop.practice.vocabulary import CARELISTING, CARELISTING_21, PERSON, REGISTRY, SOAP

_LARGEST = 15 * 1024 * 1024
"""Bytes; the platform's limit for one message."""


class UnreadableError(Exception):
    """What arrived is not a SOAP 1.1 message (VP015)."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A request as the platform sees it: `address` is verbatim and None when absent."""

    address: str | None
    payload: etree._Element

    @property
    def namespace(self) -> str:
        """Namespace of the first element in the body, which is what the platform routes by."""
        return etree.QName(self.payload).namespace or ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A SOAP fault, always sent with HTTP 500."""

    side: Literal["Client", "Server"]
    text: str
    detail: str | None = None


def read_envelope(body: bytes, content_type: str = "") -> Envelope:
    """Parse a request; raises UnreadableError on DOCTYPE, entities, other XML, oversized or broken input."""
    if len(body) > _LARGEST:
        raise UnreadableError("Message too large")
    charset = re.search(r"charset=[\"']?([\w-]+)", content_type, re.IGNORECASE)
    try:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            encoding=charset.group(1) if charset else None,
        )
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise UnreadableError(str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("A SOAP message must not contain a Document Type Declaration")
    if root.tag != f"{{{SOAP}}}Envelope":
        raise UnreadableError("Not a SOAP 1.1 envelope")
    content = root.find(f"{{{SOAP}}}Body")
    payload = next((child for child in content if isinstance(child.tag, str)), None) if content is not None else None
    if payload is None:
        raise UnreadableError("Empty SOAP body")
    header = root.find(f"{{{SOAP}}}Header/{{{REGISTRY}}}LogicalAddress")
    return Envelope(None if header is None else (header.text or ""), payload)


def write_request(address: str, payload: etree._Element) -> bytes:
    """A request from one region to another."""
    return _write(payload, address)


def write_answer(payload: etree._Element) -> bytes:
    """An answer's envelope around its payload, UTF-8 with declaration."""
    return _write(payload, None)


def write_fault(fault: Fault) -> bytes:
    """A SOAP fault in the form that the platform writes."""
    element = etree.Element(f"{{{SOAP}}}Fault", nsmap={"soap": SOAP})
    etree.SubElement(element, "faultcode").text = f"soap:{fault.side}"
    etree.SubElement(element, "faultstring").text = fault.text
    if fault.detail is not None:
        etree.SubElement(etree.SubElement(element, "detail"), "detailString").text = fault.detail
    return _write(element, None)


def _write(payload: etree._Element, address: str | None) -> bytes:
    root = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soap": SOAP})
    if address is not None:
        header = etree.SubElement(root, f"{{{SOAP}}}Header")
        etree.SubElement(header, f"{{{REGISTRY}}}LogicalAddress").text = address
    etree.SubElement(root, f"{{{SOAP}}}Body").append(payload)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class Writer:
    """Builds one payload element by element in a given namespace."""

    def __init__(self, namespace: str, name: str, core: str) -> None:
        prefixes = {None: namespace, "core": core}
        if core == CARELISTING:
            prefixes["m1"] = CARELISTING_21
        self._core = core
        self._namespace = namespace
        self.root = etree.Element(f"{{{namespace}}}{name}", nsmap=prefixes)

    def own(self, name: str, text: str | None = None) -> etree._Element:
        """Add an element of the contract's own namespace under the root."""
        element = etree.SubElement(self.root, f"{{{self._namespace}}}{name}")
        element.text = text
        return element

    def core(self, parent: etree._Element, name: str, value: str | int | bool | None = "") -> etree._Element:
        """Add an element of the domain's core namespace; the value is written in its XML form."""
        return _add(parent, self._core, name, value)


def add_21(parent: etree._Element, name: str, value: int | None) -> None:
    """Add an optional number in the namespace of minor version 2.1; None writes nothing."""
    if value is not None:
        _add(parent, CARELISTING_21, name, value)


def add_person(parent: etree._Element, name: str, value: str | int | bool | None = "") -> etree._Element:
    """Add an element in the person domain's namespace."""
    return _add(parent, PERSON, name, value)


def _add(parent: etree._Element, namespace: str, name: str, value: str | int | bool | None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{namespace}}}{name}")
    if isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None and value != "":
        element.text = str(value)
    return element
