"""Measures decoding: a catalogue of 1,300 care centres and an answer of GetListing, from bytes to domain objects.

    python -m tests.benchmarks.decoding [--rounds 15]

The floor is lxml's parse of the same bytes. What one would take instead: zeep with the national WSDL, read in place
where the contracts lie beside the checkout, and pydantic-xml with models of the same elements. How decoding grows is
fitted over 1, 4 and 16 times 1,300 care centres.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pydantic_xml
import zeep
from lxml import etree
from zeep.transports import Transport

from desktop.contracts.catalogue import GET_FACILITIES, read_facilities
from desktop.contracts.codec import Record, parse
from desktop.contracts.envelope import SOAP
from desktop.contracts.listings import GET_LISTING, read_listings
from tests.benchmarks.figure import Figure, growth, paired, print_figures, timed

CONTRACTS = Path(__file__).parents[3] / "shared" / "contracts" / "carelisting" / "interactions"
ROWS = 1300
_TYPE = """<c:{name}><c:code>PV</c:code><c:codeSystem>1.2.752.129.5.1.27</c:codeSystem>\
<c:displayName>Primärvård</c:displayName></c:{name}>"""


def facilities(rows: int) -> bytes:
    """An answer of GetAvailableHealthcareFacilities as regions write it: every fifth care centre has a queue."""
    each = "".join(
        f"<r:healthcareFacilities><c:id>SE9900000020-{number}</c:id><c:name>Åsbackens vårdcentral {number}</c:name>"
        f"<c:hasQueue>{'true' if number % 5 == 0 else 'false'}</c:hasQueue>"
        f"{_TYPE.format(name='supportedListingTypes')}"
        f"<c:supportsHealthcarePersonnel>true</c:supportsHealthcarePersonnel>"
        f"{f'<e:queueLength>{number % 90}</e:queueLength>' if number % 5 == 0 else ''}</r:healthcareFacilities>"
        for number in range(rows)
    )
    return _answer(GET_FACILITIES.namespace, GET_FACILITIES.core, "GetAvailableHealthcareFacilities", each)


def listings(count: int = 3) -> bytes:
    """An answer of GetListing with a doctor on each listing."""
    each = "".join(
        f"<r:listings>{_TYPE.format(name='listingType')}<c:healthcareFacility>"
        f"<c:id>SE9900000020-{number}</c:id><c:name>Åsbackens vårdcentral</c:name>"
        f"<c:hasQueue>false</c:hasQueue>{_TYPE.format(name='supportedListingTypes')}"
        f"<c:supportsHealthcarePersonnel>true</c:supportsHealthcarePersonnel></c:healthcareFacility>"
        f"<c:healthcarePersonnel><c:id>SE9900000020-D{number}</c:id><c:name>Doktor Övning</c:name>"
        f"<c:title>Specialist i allmänmedicin</c:title></c:healthcarePersonnel>"
        f"<c:isInQueue>false</c:isInQueue><e:remainingChanges>2</e:remainingChanges></r:listings>"
        for number in range(count)
    )
    return _answer(GET_LISTING.namespace, GET_LISTING.core, "GetListing", each)


def _answer(namespace: str, core: str, name: str, content: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="{SOAP}"><s:Body>'
        f'<r:{name}Response xmlns:r="{namespace}" xmlns:c="{core}" xmlns:e="{core}.1">{content}'
        f"<r:resultCode>OK</r:resultCode></r:{name}Response></s:Body></s:Envelope>"
    ).encode()


def ours(body: bytes, read: Callable[[Record], Any]) -> Any:
    """What the desk does with an answer, down to frozen domain objects."""
    envelope = Record(parse(body), set())
    inner = envelope.record("Body")
    response = inner.first_child() if inner else None
    if response is None:
        raise RuntimeError("not an answer")
    return read(response)


class WithZeep:
    """The same with zeep, strict as it comes, from the national WSDL."""

    def __init__(self, interaction: str) -> None:
        wsdl = next((CONTRACTS / f"{interaction}Interaction").glob("*.wsdl"))
        self._client = zeep.Client(str(wsdl), transport=Transport())
        service = next(iter(self._client.wsdl.services.values()))
        binding = next(iter(service.ports.values())).binding
        self._operation, self._binding = binding.get(interaction), binding

    def __call__(self, body: bytes) -> Any:
        """Bytes to zeep's own objects."""
        envelope = etree.fromstring(body)
        return self._binding.process_reply(self._client, self._operation, _Reply(body, envelope))


class _Reply:
    """As much of an HTTP answer as zeep reads."""

    status_code, encoding, headers = 200, "utf-8", {"Content-Type": "text/xml"}

    def __init__(self, content: bytes, _: Any) -> None:
        self.content = self.text = content


_MAP = {"r": GET_FACILITIES.namespace, "c": GET_FACILITIES.core, "e": f"{GET_FACILITIES.core}.1", "s": SOAP}


class _XmlType(pydantic_xml.BaseXmlModel, ns="c", nsmap=_MAP):
    code: str = pydantic_xml.element()
    code_system: str = pydantic_xml.element(tag="codeSystem")
    display_name: str | None = pydantic_xml.element(tag="displayName", default=None)


class _XmlFacility(pydantic_xml.BaseXmlModel, ns="c", nsmap=_MAP):
    hsa_id: str = pydantic_xml.element(tag="id")
    name: str = pydantic_xml.element()
    has_queue: bool = pydantic_xml.element(tag="hasQueue")
    supports: bool | None = pydantic_xml.element(tag="supportsHealthcarePersonnel", default=None)
    types: list[_XmlType] = pydantic_xml.element(tag="supportedListingTypes", default=[])
    queue_length: int | None = pydantic_xml.element(tag="queueLength", ns="e", default=None)


class _XmlResponse(pydantic_xml.BaseXmlModel, tag="GetAvailableHealthcareFacilitiesResponse", ns="r", nsmap=_MAP):
    facilities: list[_XmlFacility] = pydantic_xml.element(tag="healthcareFacilities", ns="r")
    code: str = pydantic_xml.element(tag="resultCode", ns="r")


class _XmlBody(pydantic_xml.BaseXmlModel, tag="Body", ns="s", nsmap=_MAP):
    response: _XmlResponse


class _XmlEnvelope(pydantic_xml.BaseXmlModel, tag="Envelope", ns="s", nsmap=_MAP):
    body: _XmlBody


def measure(rounds: int = 15) -> list[Figure]:
    """Ratios for the catalogue and for GetListing, and the exponent."""
    catalogue, listing = facilities(ROWS), listings()
    if (
        len(ours(catalogue, read_facilities)) != ROWS
        or len(_XmlEnvelope.from_xml(catalogue).body.response.facilities) != ROWS
    ):
        raise RuntimeError("not every care centre was read")

    gc.freeze()
    gc.disable()  # As in the desk, for whoever decodes: garbage is looked for in the window's thread alone.

    def desk() -> float:
        return timed(lambda: ours(catalogue, read_facilities))

    def small() -> float:
        return timed(lambda: [ours(listing, read_listings) for _ in range(200)])

    def seconds(rows: int) -> float:
        body = facilities(rows)
        return median(timed(lambda: ours(body, read_facilities)) for _ in range(5))

    figures = [
        Figure(
            "decode 1,300 care centres",
            "lxml parse",
            paired(desk, lambda: timed(lambda: etree.fromstring(catalogue)), rounds),
            6,
        ),
        Figure(
            "decode GetListing",
            "lxml parse",
            paired(small, lambda: timed(lambda: [etree.fromstring(listing) for _ in range(200)]), rounds),
            6,
        ),
        Figure(
            "pydantic-xml, 1,300 care centres",
            "ours",
            paired(lambda: timed(lambda: _XmlEnvelope.from_xml(catalogue)), desk, rounds),
        ),
    ]
    if CONTRACTS.is_dir():
        theirs, few = WithZeep("GetAvailableHealthcareFacilities"), WithZeep("GetListing")
        if len(theirs(catalogue).healthcareFacilities) != ROWS:
            raise RuntimeError("zeep did not read every care centre")
        figures += [
            Figure(
                "zeep, 1,300 care centres",
                "ours",
                paired(lambda: timed(lambda: theirs(catalogue)), desk, rounds),
                5,
                at_least=True,
            ),
            Figure(
                "zeep, GetListing",
                "ours",
                paired(lambda: timed(lambda: [few(listing) for _ in range(200)]), small, rounds),
                5,
                at_least=True,
            ),
        ]
    sizes = [ROWS, 4 * ROWS, 16 * ROWS]
    exponents = tuple(growth(sizes, [seconds(size) for size in sizes]) for _ in range(3))
    return [
        *figures,
        Figure("decoding grows with the exponent", "1x, 4x, 16x care centres", exponents, unit="exponent"),
    ]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    return print_figures(measure(parser.parse_args().rounds))


if __name__ == "__main__":
    raise SystemExit(main())
