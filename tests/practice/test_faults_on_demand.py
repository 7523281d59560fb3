"""Faults on demand, seen from the wire, and the control surface that sets them."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import httpx
import pytest
from lxml import etree

from tests.practice.wire import REGISTER, ROOT, Caller, Process, envelope, identity

TALLBACKEN = "SE9900000020-1001"
PREVIOUS = "SE9900000020-1002"
ASK = envelope(
    "GetListing", "20", ("actor", ("SELF_OWNED_CAREGIVER", "SE9900000020-1000")), ("personId", identity("191212121212"))
)


@pytest.fixture
def faulty(region):
    yield region
    region.post("/faults", clear=True)


def move(caller):
    """A CreateListing whose answer may not come: the exception, or the response."""
    number = caller.person("adult-home")
    body = envelope(
        "CreateListing",
        "20",
        ("actor", ("CITIZEN", number)),
        ("personId", identity(number)),
        ("healthcareFacilityHSAId", TALLBACKEN),
        ("listingType", ("PV", "1.2.752.129.5.1.27")),
    )
    try:
        return caller.send(body)
    except httpx.TransportError as error:
        return error


# fault, what the consumer sees, whether the listing was stored
LOSSES = [
    ({"name": "timeout", "seconds": 0.05}, "VP009", False),
    ({"name": "timeout-after-store", "seconds": 0.05}, "VP009", True),
    ({"name": "hang-after-store", "seconds": 0.05}, httpx.TransportError, True),
    ({"name": "drop-before"}, httpx.TransportError, False),
    ({"name": "drop-after"}, httpx.TransportError, True),
    ({"name": "truncated"}, httpx.RemoteProtocolError, True),
    ({"name": "cut-xml"}, 200, True),
    ({"name": "not-xml"}, 200, True),
    ({"name": "wrong-content-type"}, 200, True),
    ({"name": "empty"}, 200, True),
    ({"name": "info"}, 200, True),
    ({"name": "html"}, 503, False),
    ({"name": "down", "region": "20"}, "VP009", False),
    ({"name": "vp", "code": "VP012"}, "VP012", False),
    ({"name": "delay", "seconds": 0.05}, 200, True),
]


@pytest.mark.parametrize(("fault", "seen", "stored"), LOSSES, ids=[fault["name"] for fault, _, _ in LOSSES])
def test_what_is_seen_and_what_was_stored(faulty, fault, seen, stored):
    faulty.post("/faults", set=[{**fault, "contract": "CreateListing"}])
    result = move(faulty)
    if isinstance(seen, str):
        assert result.status_code == 500
        assert seen in etree.fromstring(result.content).findtext(".//faultstring")
    elif isinstance(seen, int):
        assert result.status_code == seen
    else:
        assert isinstance(result, seen)
    assert faulty.where("191212121212") == [TALLBACKEN if stored else PREVIOUS], "other contracts are not hit"


def test_spoilt_answers_are_spoilt_as_told(faulty):
    def answer(name):
        faulty.post("/faults", set=[{"name": name}])
        return faulty.send(ASK)

    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(answer("cut-xml").content)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(answer("not-xml").content)
    assert answer("empty").content == b""
    assert answer("html").headers["content-type"] == "text/html"
    odd = answer("wrong-content-type")
    assert odd.headers["content-type"] == "application/octet-stream"
    assert etree.fromstring(odd.content) is not None
    told = etree.fromstring(answer("info").content)
    assert told.findtext(".//{*}resultCode") == "INFO"
    assert told.findtext(".//{*}resultText") == "Regionen flyttar sina uppgifter i natt."
    assert told.find(".//{*}listings") is not None


@pytest.mark.parametrize("code", [f"VP{number:03d}" for number in range(1, 16)])
def test_every_platform_code(faulty, code):
    faulty.post("/faults", set=[{"name": "vp", "code": code}])
    response = faulty.send(ASK)
    root = etree.fromstring(response.content)
    assert response.status_code == 500
    assert root.findtext(".//faultstring").startswith(f"{code} [")
    server_side = {"VP006", "VP007", "VP008", "VP009", "VP010", "VP012", "VP014"}
    assert root.findtext(".//faultcode") == ("soap:Server" if code in server_side else "soap:Client")


@pytest.mark.parametrize("name", ["expired-certificate", "untrusted-certificate", "refused-certificate"])
def test_certificate_faults_hit_new_connections(faulty, name):
    assert faulty.send(ASK).status_code == 200
    faulty.post("/faults", set=[{"name": name}])
    with pytest.raises(httpx.TransportError):
        faulty.send(ASK)
    faulty.post("/faults", clear=True)
    assert faulty.send(ASK).status_code == 200


def test_a_reset_cures_a_certificate_too(faulty):
    faulty.post("/faults", set=[{"name": "untrusted-certificate"}])
    with pytest.raises(httpx.TransportError):
        faulty.send(ASK)
    faulty.post("/reset")
    assert faulty.send(ASK).status_code == 200


def test_a_delay_keeps_only_its_own_caller_waiting(faulty, small_world, schemas):
    faulty.post("/faults", set=[{"name": "delay", "seconds": 1.5, "region": "21", "times": 1}])
    with ThreadPoolExecutor(1) as pool, closing(Caller(small_world, schemas)) as other:
        waiting = pool.submit(other.get_listing, "191212121212", "21")
        while faulty.control.get("/state").json()["faults"]:
            assert not waiting.done()
        assert faulty.send(ASK).status_code == 200
        assert faulty.get_listing("191212121212", "21").code == "OK"
        assert not waiting.done()
        assert waiting.result().code == "OK"


def test_what_was_delayed_into_a_new_world_is_not_done_there_and_not_in_its_log(faulty, small_world, schemas):
    faulty.post("/faults", set=[{"name": "delay", "seconds": 0.5, "contract": "CreateListing", "times": 1}])
    with ThreadPoolExecutor(1) as pool, closing(Caller(small_world, schemas)) as other:
        waiting = pool.submit(move, other)
        while faulty.control.get("/state").json()["faults"]:
            assert not waiting.done()
        faulty.post("/reset")
        assert isinstance(waiting.result(), httpx.TransportError)
        assert faulty.control.get("/log").json()["calls"] == []
        assert faulty.where("191212121212") == [PREVIOUS]


def test_a_fault_for_some_times_is_used_up(faulty):
    faulty.post("/faults", set=[{"name": "vp", "code": "VP008", "times": 2}])
    assert [faulty.send(ASK).status_code for _ in range(3)] == [500, 500, 200]


def test_one_call_a_second_and_region(faulty):
    faulty.post("/faults", set=[{"name": "throttle"}])
    assert [faulty.send(ASK).status_code for _ in range(3)] == [200, 500, 500]
    assert faulty.get_listing("191212121212", "21").code == "OK"


def test_the_person_register_alone_can_be_down(faulty):
    faulty.post("/faults", set=[{"name": "down", "region": REGISTER}])
    fields = (("personId", identity("191212121212")), ("profile", "P1"), ("ignoreReferredIdentity", "false"))
    assert "VP009" in faulty.call("GetPersonsForProfile", REGISTER, *fields).fault
    assert faulty.send(ASK).status_code == 200


def test_faults_add_up_until_cleared(faulty):
    faulty.post("/faults", set=[{"name": "down", "region": "21"}])
    state = faulty.post("/faults", add={"name": "down", "region": "23"})
    assert [fault["region"] for fault in state["faults"]] == ["21", "23"]
    assert faulty.post("/faults", clear=True)["faults"] == []


BAD_CHANGES = [
    ("/faults", {}),
    ("/faults", {"set": [{"name": "earthquake"}]}),
    ("/faults", {"set": [{"name": "vp"}]}),
    ("/faults", {"set": [{"name": "vp", "code": "VP016"}]}),
    ("/faults", {"set": [{"name": "delay", "seconds": -1}]}),
    ("/faults", {"set": [{"name": "delay", "times": 0}]}),
    ("/faults", {"set": [{"name": "delay", "colour": "red"}]}),
    ("/faults", {"set": ["delay"]}),
    ("/faults", {"set": [{"name": "down", "region": "2"}]}),
    ("/faults", {"set": [{"name": "down", "contract": "GetListings"}]}),
    ("/clock", {}),
    ("/clock", {"advance_days": -1}),
    ("/clock", {"advance_days": "1"}),
    ("/free-places", {"facility": "SE9900000020-9999"}),
    ("/free-places", {"facility": TALLBACKEN, "places": "many"}),
    ("/nowhere", {}),
]


@pytest.mark.parametrize(("path", "body"), BAD_CHANGES, ids=range(len(BAD_CHANGES)))
def test_the_control_surface_says_what_is_wrong(desk, path, body):
    response = desk.control.post(path, json=body)
    assert response.status_code == 400
    assert response.json()["error"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Host": "example.org"},
        {"Host": "example.org:80"},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/state"), ("POST", "/reset")])
def test_browsers_do_not_get_through(desk, headers, method, path):
    assert desk.control.request(method, path, headers=headers).status_code == 403


def test_a_form_post_is_refused(desk):
    assert desk.control.post("/reset", data={"a": "1"}).status_code == 400


def test_odd_requests_to_the_control_surface(desk):
    assert desk.control.get("/nowhere").status_code == 400
    assert "delay" in desk.control.get("/faults").json()["known"]
    assert desk.control.post("/faults", content=b"{").status_code == 400
    assert desk.control.post("/faults", content=b"[]").status_code == 400
    assert desk.control.post("/faults", content=b" " * 2_000_000).status_code == 413


def test_a_command_line_fault_that_is_no_number_is_told():
    result = subprocess.run(
        [sys.executable, "-m", "desktop.practice", "--fault", "delay:seconds=long"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (result.returncode, "number" in result.stderr) == (2, True)


def test_the_log_tells_what_arrived(region):
    region.post("/log")
    region.send(ASK, soapaction='"urn:a"', **{"x-skltp-correlation-id": "abc"})
    (call,) = region.log()
    assert {key: call[key] for key in ("contract", "address", "correlation_id", "sender", "status", "result")} == {
        "contract": "GetListing",
        "address": "20",
        "correlation_id": "abc",
        "sender": "SE9900000020-DESK",
        "status": 200,
        "result": "OK",
    }
    assert (call["soap_action"], call["path"], call["body"]) == ('"urn:a"', "/vp/any/path", ASK.decode())
    assert "body" not in region.control.get("/log").json()["calls"][0]


def test_the_state_names_regions_and_their_exceptions(desk):
    state = desk.control.get("/state").json()
    assert state["counts"]["citizens"] == 200
    assert state["regions"]["20"]["connected"]
    assert not state["regions"]["09"]["connected"]
    assert state["regions"]["14"]["note"]
    assert len(desk.control.get("/places").json()["places"]) == 27


def test_a_fault_from_the_start(tmp_path, schemas):
    process = Process(tmp_path, "--small", "--fault", "vp:code=VP008,region=20,times=1")
    caller = Caller(process.ready, schemas)
    assert "VP008" in caller.get_listing("191212121212").fault
    assert caller.get_listing("191212121212").code == "OK"
    caller.close()
    assert process.stop() == 0
