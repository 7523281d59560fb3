"""A consumer of the practice region that shares no code with it: its process, its calls and their schemas."""

import json
import ssl
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs12,
)
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = ROOT.parent / "shared" / "contracts"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
REGISTRY = "urn:riv:itintegration:registry:1"
CORE = "urn:riv:supportprocess:logistics:carelisting:2"
PERSON = "urn:riv:strategicresourcemanagement:persons:person:5"
COUNTY = "1.2.752.129.2.2.1.18"
HSA = "1.2.752.129.2.1.4.1"
REGISTER = "SE165565594230-1000"
DESK_ORGANISATION = "SE9900000020-1000"
PV = ("PV", "1.2.752.129.5.1.27")


def identity(number: str) -> tuple[str, str]:
    """Root and extension of a person, as a consumer sends them."""
    root = "1.2.752.129.2.1.3.3" if int(number[6:8]) > 59 else "1.2.752.129.2.1.3.1"
    return root, number


@dataclass(frozen=True)
class Answer:
    """One answer over the wire."""

    response: httpx.Response
    root: etree._Element

    @property
    def code(self) -> str:
        return self.texts("resultCode")[0]

    @property
    def text(self) -> str | None:
        return next(iter(self.texts("resultText")), None)

    @property
    def fault(self) -> str:
        return self.root.findtext(".//faultstring") or ""

    def texts(self, name: str) -> list[str]:
        return [each.text or "" for each in self.root.iter(f"{{*}}{name}")]

    def all(self, name: str) -> list[etree._Element]:
        return list(self.root.iter(f"{{*}}{name}"))


class Schemas:
    """One schema set per contract: the core 2.0 and 2.1 files share a namespace."""

    def __init__(self) -> None:
        self._found: dict[str, etree.XMLSchema] = {}

    def check(self, payload: etree._Element) -> None:
        name = etree.QName(payload).localname.removesuffix("Response")
        if name not in self._found:
            path = next(CONTRACTS.glob(f"*/interactions/{name}Interaction/{name}Responder_*.xsd"))
            self._found[name] = etree.XMLSchema(etree.parse(path))
        copy = etree.fromstring(etree.tostring(payload))
        assert self._found[name].validate(copy), self._found[name].error_log.last_error


class Caller:
    """A consumer that shares no code with the practice region."""

    def __init__(self, ready: dict[str, Any], schemas: Schemas, p12: str = "client_p12") -> None:
        self.ready = ready
        self._schemas = schemas
        self.http = httpx.Client(verify=tls_context(ready, p12), timeout=30)
        self.control = httpx.Client(base_url=ready["control"], timeout=30)

    def close(self) -> None:
        self.http.close()
        self.control.close()

    def post(self, change: str, **body: Any) -> dict[str, Any]:
        response = self.control.post(change, json=body)
        assert response.status_code == 200, response.text
        return dict(response.json())

    def person(self, key: str) -> str:
        return next(each["number"] for each in self.control.get("/people").json()["people"] if each["key"] == key)

    def log(self) -> list[dict[str, Any]]:
        return list(self.control.get("/log?bodies=1").json()["calls"])

    def send(self, body: bytes, **headers: str) -> httpx.Response:
        return self.http.post(
            f"{self.ready['url']}/any/path", content=body, headers={"content-type": "text/xml;charset=UTF-8", **headers}
        )

    def call(self, contract: str, address: str, *fields: tuple[str, Any], check: bool = True, **headers: str) -> Answer:
        """Send a request; a field is text, (root, extension), a CV triple, or an actor triple by its name."""
        body = envelope(contract, address, *fields)
        if check:
            self._schemas.check(payload(etree.fromstring(body)))
        response = self.send(body, soapaction=f'"{namespace(contract)}:{contract}"', **headers)
        assert response.headers["x-skltp-correlation-id"]
        root = etree.fromstring(response.content)
        if response.status_code == 200:
            self._schemas.check(payload(root))
        else:
            assert response.status_code == 500
            assert root.find(f".//{{{SOAP}}}Fault") is not None
        return Answer(response, root)

    def get_listing(self, number: str, county: str = "20", actor: tuple[str, str] | None = None) -> Answer:
        kind, asker = actor or ("SELF_OWNED_CAREGIVER", DESK_ORGANISATION)
        return self.call("GetListing", county, ("actor", (kind, asker)), ("personId", identity(number)))

    def get_counties(self, number: str, county: str = "20") -> Answer:
        actor = ("SELF_OWNED_CAREGIVER", DESK_ORGANISATION)
        return self.call("GetListingCounty", county, ("actor", actor), ("personId", identity(number)))

    def create(self, number: str, facility: str, **options: Any) -> Answer:
        """CreateListing by the citizen at the facility's own region unless told otherwise."""
        county = options.get("address", facility[10:12])
        fields: list[tuple[str, Any]] = [
            ("actor", options.get("actor", ("CITIZEN", number))),
            ("personId", identity(number)),
            ("healthcareFacilityHSAId", facility),
            ("listingType", options.get("kind", PV)),
        ]
        if "doctor" in options:
            fields.append(("healthcarePersonnel", options["doctor"]))
        if options.get("queue", False) is not None:
            fields.append(("addToQueue", "true" if options.get("queue") else "false"))
        if options.get("home", "20") is not None:
            fields.append(("homeCounty", (COUNTY, options.get("home", "20"))))
        if options.get("new", county) is not None:
            fields.append(("newListingCounty", (COUNTY, options.get("new", county))))
        return self.call("CreateListing", county, *fields)

    def where(self, number: str, county: str = "20") -> list[str]:
        """HSA-ids of the listings (not queue places) that a region shows."""
        found = self.get_listing(number, county)
        return [
            each.findtext("{*}healthcareFacility/{*}id") or ""
            for each in found.all("listings")
            if each.findtext("{*}isInQueue") == "false"
        ]

    def queues(self, number: str, county: str = "20") -> dict[str, int]:
        """Queue positions by HSA-id that a region shows."""
        found = self.get_listing(number, county)
        return {
            each.findtext("{*}healthcareFacility/{*}id") or "": int(each.findtext("{*}queuePosition") or 0)
            for each in found.all("listings")
            if each.findtext("{*}isInQueue") == "true"
        }


def namespace(contract: str) -> str:
    if "Person" in contract and "Personnel" not in contract:
        return f"urn:riv:strategicresourcemanagement:persons:person:{contract}Responder:5"
    return f"urn:riv:supportprocess:logistics:carelisting:{contract}Responder:2"


def envelope(contract: str, address: str | None, *fields: tuple[str, Any]) -> bytes:
    own = namespace(contract)
    core = PERSON if "persons:person" in own else CORE
    root = etree.Element(f"{{{SOAP}}}Envelope")
    if address is not None:
        header = etree.SubElement(root, f"{{{SOAP}}}Header")
        etree.SubElement(header, f"{{{REGISTRY}}}LogicalAddress").text = address
    content = etree.SubElement(etree.SubElement(root, f"{{{SOAP}}}Body"), f"{{{own}}}{contract}")
    for name, value in fields:
        element = etree.SubElement(content, f"{{{own}}}{name}")
        if name == "actor":
            kind, asker = value
            actor_id = etree.SubElement(element, f"{{{core}}}actorId")
            root_oid = identity(asker)[0] if asker.isdigit() else HSA
            etree.SubElement(actor_id, f"{{{core}}}root").text = root_oid
            etree.SubElement(actor_id, f"{{{core}}}extension").text = asker
            etree.SubElement(element, f"{{{core}}}actorType").text = kind
        elif isinstance(value, tuple):
            names = ("code", "codeSystem") if name.startswith("listingType") else ("root", "extension")
            for part, text in zip(names, value, strict=True):
                etree.SubElement(element, f"{{{core}}}{part}").text = text
        else:
            element.text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def payload(root: etree._Element) -> etree._Element:
    body = root.find(f"{{{SOAP}}}Body")
    assert body is not None
    return body[0]


def tls_context(ready: dict[str, Any], p12: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=ready["ca"])
    if p12 is None:
        return context
    password = ready["client_passphrase"].encode()
    key, certificate, _ = pkcs12.load_key_and_certificates(Path(ready[p12]).read_bytes(), password)
    assert key is not None
    assert certificate is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "client.pem"
        path.write_bytes(
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
            + certificate.public_bytes(Encoding.PEM)
        )
        context.load_cert_chain(path, password=password.decode())
    return context


class Process:
    """A running practice region; it dies with its standard input."""

    def __init__(self, folder: Path, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "desktop.practice", "--json", "--with-parent", "--data", str(folder), *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self.ready: dict[str, Any] = json.loads(self._process.stdout.readline())

    def stop(self) -> int:
        rest, _ = self._process.communicate(timeout=20)
        assert rest == b"", "one line on standard output and nothing else"
        return self._process.returncode
