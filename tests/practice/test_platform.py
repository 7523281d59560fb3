"""The platform in front of the regions: routing, its own faults, and what it makes of requests that are wrong."""

import re
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from lxml import etree

from tests.practice.wire import REGISTER, Caller, envelope, identity, tls_context

PV = ("PV", "1.2.752.129.5.1.27")
ASK = ("personId", identity("191212121212"))
ACTOR = ("actor", ("SELF_OWNED_CAREGIVER", "SE9900000020-1000"))


def fault_of(response):
    assert response.status_code == 500
    assert response.headers["content-type"] == "text/xml;charset=UTF-8"
    assert response.headers["x-skltp-correlation-id"]
    return etree.fromstring(response.content)


# contract, address, code, side
ROUTES = [
    ("GetListing", "09", "VP004", "Client"),
    ("GetListing", "99", "VP004", "Client"),
    ("GetListing", " 20", "VP004", "Client"),
    ("GetListing", "20 ", "VP004", "Client"),
    ("GetListing", "", "VP003", "Client"),
    ("GetListing", "  ", "VP003", "Client"),
    ("GetListing", None, "VP003", "Client"),
    ("GetListing", REGISTER, "VP004", "Client"),
    ("GetPersonsForProfile", "20", "VP004", "Client"),
    ("GetPersonsForProfile", REGISTER.lower(), "VP004", "Client"),
    ("UpdateListing", "20", "VP007", "Server"),
    ("DeleteListing", "20", "VP004", "Client"),
]


@pytest.mark.parametrize(("contract", "address", "code", "side"), ROUTES)
def test_routing(desk, contract, address, code, side):
    root = fault_of(desk.send(envelope(contract, address, ACTOR, ASK)))
    assert re.match(rf"{code} \[.+\] \w", root.findtext(".//faultstring"))
    assert root.findtext(".//faultcode") == f"soap:{side}"
    assert root.findtext(".//detail/detailString").startswith(code)
    assert ("Whitespace detected" in root.findtext(".//detailString")) is (address in (" 20", "20 "))


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>'
NOT_MESSAGES = [
    b"",
    b"hello",
    b"{}",
    b"<html><body>hello</body></html>",
    LAUGHS,
    b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
    b'<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>',
    b'<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>',
    b'<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><x/></e:Body></e:Envelope>',
    b"<a>" * 5000,
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize("body", NOT_MESSAGES, ids=range(len(NOT_MESSAGES)))
def test_what_is_no_message_gives_vp015(desk, body):
    assert "VP015" in fault_of(desk.send(body)).findtext(".//faultstring")


def test_an_entity_in_a_proper_message_is_refused(desk):
    body = envelope("GetListing", "20", ACTOR, ASK).replace(
        b"?>", b'?><!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/hostname">]>', 1
    )
    assert "VP015" in fault_of(desk.send(body)).findtext(".//faultstring")


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        ("x-rivta-original-serviceconsumer-hsaid", "SE9900000020-1000", "VP013"),
        ("x-rivta-routing-history", "NTJP,PRAKTIK", "VP014"),
    ],
)
def test_headers_that_a_consumer_may_not_send(desk, header, value, code):
    root = fault_of(desk.send(envelope("GetListing", "20", ACTOR, ASK), **{header: value}))
    assert code in root.findtext(".//faultstring")


@pytest.mark.parametrize("p12", [None, "nameless_p12"])
def test_a_caller_without_certificate_or_serial_number_gets_vp002(desk, small_world, p12):
    with httpx.Client(verify=tls_context(small_world, p12)) as http:
        response = http.post(small_world["url"], content=envelope("GetListing", "20", ACTOR, ASK))
    assert "VP002" in fault_of(response).findtext(".//faultstring")


def test_only_who_trusts_the_practice_authority_gets_through(small_world):
    with pytest.raises(httpx.ConnectError), httpx.Client(verify=ssl.create_default_context()) as http:
        http.post(small_world["url"], content=b"")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_both_tls_versions_of_the_platform(small_world, version):
    context = tls_context(small_world, "client_p12")
    context.minimum_version = context.maximum_version = version
    with httpx.Client(verify=context) as http:
        assert http.post(small_world["url"], content=envelope("GetListing", "20", ACTOR, ASK)).status_code == 200


def test_the_correlation_id_is_kept_or_made(desk):
    body = envelope("GetListing", "20", ACTOR, ASK)
    assert desk.send(body, **{"x-skltp-correlation-id": "my-own-1"}).headers["x-skltp-correlation-id"] == "my-own-1"
    made = {desk.send(body).headers["x-skltp-correlation-id"] for _ in range(2)}
    assert len(made) == 2
    assert "my-own-1" in [call["correlation_id"] for call in desk.log()]


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH", "FOO"])
def test_other_methods_are_never_a_404(desk, small_world, method):
    response = desk.http.request(method, f"{small_world['url']}/GetListing?wsdl")
    assert "VP015" in fault_of(response).findtext(".//faultstring")


def test_what_is_not_even_http_gets_the_platforms_answer(small_world):
    port = int(small_world["url"].split(":")[2].split("/")[0])
    context = tls_context(small_world, "client_p12")
    with (
        socket.create_connection(("127.0.0.1", port)) as raw,
        context.wrap_socket(raw, server_hostname="localhost") as connection,
    ):
        connection.sendall(b"HELLO\r\n\r\n")
        assert b"VP015" in connection.recv(65536)


def test_routing_ignores_path_and_soap_action(desk, small_world):
    for path in ("", "/", "/supportprocess/logistics/carelisting/GetListing/2/rivtabp21"):
        response = desk.http.post(
            small_world["url"] + path, content=envelope("GetListing", "20", ACTOR, ASK), headers={"soapaction": '"x"'}
        )
        assert response.status_code == 200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_both_encodings(desk, encoding):
    text = envelope("GetListing", "20", ACTOR, ASK).decode().replace("UTF-8", encoding).replace("'", '"')
    response = desk.send(text.encode(encoding), **{"content-type": f"text/xml;charset={encoding}"})
    assert response.status_code == 200


def test_a_request_in_chunks(desk):
    body = envelope("GetListing", "20", ACTOR, ASK)
    response = desk.http.post(desk.ready["url"], content=iter([body[:100], body[100:]]))
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"Content-Length: x", b""),
        (b"Content-Length: 99999999999", b""),
        (b"Transfer-Encoding: chunked", b"zz\r\n"),
        (b"Transfer-Encoding: chunked", b"-1\r\n"),
        (b"Transfer-Encoding: chunked", b"ffffffff\r\n"),
        (b"X-Other: 1", b""),
    ],
)
def test_a_body_whose_length_cannot_be_read_gives_vp015(small_world, head, body):
    port = int(small_world["url"].split(":")[2].split("/")[0])
    context = tls_context(small_world, "client_p12")
    with (
        socket.create_connection(("127.0.0.1", port)) as raw,
        context.wrap_socket(raw, server_hostname="localhost") as connection,
    ):
        connection.sendall(b"POST /vp HTTP/1.1\r\nHost: localhost\r\n" + head + b"\r\n\r\n" + body)
        assert b"VP015" in connection.recv(65536)


def create(*replaced, **extra):
    """CreateListing with elements replaced or added, by name."""
    fields = {
        "actor": ("CITIZEN", "191212121212"),
        "personId": identity("191212121212"),
        "healthcareFacilityHSAId": "SE9900000020-1001",
        "listingType": PV,
        **extra,
    }
    return [(name, value) for name, value in fields.items() if name not in replaced]


BROKEN = [
    ("GetListing", [ASK]),
    ("GetListing", [ASK, ACTOR]),
    ("GetListing", [ACTOR, ASK, ASK]),
    ("GetListing", [("actor", ("DOCTOR", "SE9900000020-1000")), ASK]),
    ("GetListing", [ACTOR, ("personId", "191212121212")]),
    ("GetListing", [ACTOR, ASK, ("extra", "x")]),
    ("GetListingTypes", [("homeCounty", ("1.2.752.129.2.2.1.18", "20"))]),
    ("GetAvailableHealthcarePersonnel", [ASK, ("healthcareFacility", "SE9900000020-1001")]),
    ("CreateListing", create("listingType")),
    ("CreateListing", create("healthcareFacilityHSAId")),
    ("CreateListing", create(addToQueue="ja")),
    ("CreateListing", create(newListingCounty="20")),
    ("CreateListing", [*create(homeCounty=("x", "20")), ("addToQueue", "true")]),
    ("GetPersonsForProfile", [ASK, ("profile", "P1")]),
    ("GetPersonsForProfile", [("profile", "P1"), ("ignoreReferredIdentity", "false")]),
    ("GetPersonsForProfile", [ASK, ("profile", "P11"), ("ignoreReferredIdentity", "false")]),
]


@pytest.mark.parametrize(("contract", "fields"), BROKEN, ids=range(len(BROKEN)))
def test_our_reading_refuses_what_the_schema_refuses(desk, schemas, contract, fields):
    address = REGISTER if "PersonsFor" in contract else "20"
    body = envelope(contract, address, *fields)
    with pytest.raises(AssertionError):
        schemas.check(etree.fromstring(body)[-1][0])
    root = fault_of(desk.send(body))
    assert root.findtext(".//faultstring").startswith("Unmarshalling Error: cvc-")


def test_ostergotland_reports_a_broken_request_as_error(desk):
    answer = desk.call("GetListing", "05", ASK, check=False)
    assert answer.code == "ERROR"
    assert answer.text.startswith("cvc-")


ALLOWED = [
    ("CreateListing", create(addToQueue=" 1 ")),
    ("CreateListing", create(healthcarePersonnel="SE9900000020-5001", addToQueue="0")),
]


@pytest.mark.parametrize(("contract", "fields"), ALLOWED, ids=range(len(ALLOWED)))
def test_unusual_but_valid_requests_are_read(region, contract, fields):
    assert region.call(contract, "20", *fields).code == "OK"


def test_elements_of_later_minor_versions_are_ignored(desk):
    body = envelope("GetListing", "20", ACTOR, ASK).replace(
        b"</ns", b'<x:new xmlns:x="urn:riv:supportprocess:logistics:carelisting:2.9">1</x:new></ns', 0
    )
    root = etree.fromstring(body)
    request = root[-1][0]
    later = "urn:riv:supportprocess:logistics:carelisting:2.9"
    for parent in (request, request[0], request[1]):
        etree.SubElement(parent, f"{{{later}}}new").text = "1"
    assert desk.send(etree.tostring(root)).status_code == 200


def test_personal_numbers_under_the_wrong_code_system_are_refused(desk):
    wrong = ("personId", ("1.2.752.129.2.1.3.3", "191212121212"))
    assert desk.call("GetListing", "20", ACTOR, wrong).code == "ERROR"
    bad_digit = ("personId", ("1.2.752.129.2.1.3.1", "191212121213"))
    assert desk.call("GetListing", "20", ACTOR, bad_digit).code == "ERROR"


def test_many_callers_at_once(region, small_world, schemas):
    """Thirty-two threads with their own connections, and a queue that everybody joins and leaves."""
    number = region.person("never-listed")

    def work(index):
        caller = Caller(small_world, schemas)
        try:
            if index % 4 == 0:
                return caller.create(number, "SE9900000020-1003", queue=index % 8 == 0).code
            return caller.get_listing(number).code
        finally:
            caller.close()

    with ThreadPoolExecutor(32) as pool:
        codes = list(pool.map(work, range(64)))
    assert set(codes) <= {"OK", "INFO", "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT"}
    region.create(number, "SE9900000020-1001")
    assert region.where(number) == ["SE9900000020-1001"]
