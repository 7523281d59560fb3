"""Every VP code, every form of fault and answers that are none: what happened, and what can have changed."""

import pytest

from desktop.contracts.contract import Contract
from desktop.contracts.envelope import call
from desktop.contracts.faults import masked
from desktop.contracts.listings import GET_LISTING
from desktop.contracts.persons import SEARCH_PERSONS
from desktop.domain.problems import CallError, Effect, Kind, Problem
from tests.contracts.wire import http, soap

REFUSED, UNKNOWN, UNSENT = Effect.REFUSED, Effect.UNKNOWN, Effect.NOTHING_SENT

VP_CODES = {
    "VP001": ("Client", Kind.REQUEST_REJECTED, REFUSED),
    "VP002": ("Client", Kind.CERTIFICATE_REFUSED, REFUSED),
    "VP003": ("Client", Kind.REQUEST_REJECTED, REFUSED),
    "VP004": ("Client", Kind.NOT_CONNECTED, REFUSED),
    "VP005": ("Client", Kind.PLATFORM_FAULT, REFUSED),
    "VP006": ("Server", Kind.PLATFORM_FAULT, REFUSED),
    "VP007": ("Server", Kind.NOT_AUTHORISED, REFUSED),
    "VP008": ("Server", Kind.PLATFORM_UNAVAILABLE, REFUSED),
    "VP009": ("Server", Kind.REGION_UNREACHABLE, UNKNOWN),
    "VP010": ("Server", Kind.PLATFORM_FAULT, REFUSED),
    "VP011": ("Client", Kind.PLATFORM_FAULT, REFUSED),
    "VP012": ("Server", Kind.PLATFORM_UNAVAILABLE, UNKNOWN),
    "VP013": ("Client", Kind.REQUEST_REJECTED, REFUSED),
    "VP014": ("Server", Kind.PLATFORM_FAULT, REFUSED),
    "VP015": ("Client", Kind.REQUEST_REJECTED, REFUSED),
    "VP099": ("Server", Kind.PLATFORM_FAULT, UNKNOWN),
}


def fault(text: str, who: str = "s:Server", detail: str = "") -> str:
    return (
        f"<s:Fault><faultcode>{who}</faultcode><faultstring>{text}</faultstring>"
        f"<detail><detailString>{detail}</detailString></detail></s:Fault>"
    )


@pytest.fixture
def problem_of(region, talk):
    """The Problem that a script leads to, for a call that changes something or not."""

    def run(script, *, changes: bool, contract: Contract = GET_LISTING) -> Problem:
        region.script = script
        with pytest.raises(CallError) as raised:
            talk(lambda transport: call(transport, contract, "20", contract.request(), lambda _: None, changes=changes))
        return raised.value.problem

    return run


@pytest.mark.parametrize("code", VP_CODES)
def test_vp_codes_in_the_present_form(code, problem_of):
    who, kind, effect = VP_CODES[code]
    script = soap(
        fault(f"{code} [NTjP TEST] Fel i plattformen.", f"s:{who}", "url: https://x"),
        500,
        **{"x-skltp-correlation-id": "abc-1"},
    )
    problem = problem_of(script, changes=True)
    assert (problem.kind, problem.effect, problem.code) == (kind, effect, code)
    assert (problem.county, problem.correlation_id) == ("20", "abc-1")
    reading = problem_of(script, changes=False)
    assert reading.effect is (UNSENT if effect is UNKNOWN else effect)


@pytest.mark.parametrize(
    "content",
    [
        fault("VP007 Authorization missing for serviceNamespace: urn:riv, receiverId: 20", "s:Server"),
        fault("Server fault", "Server", "VP007 Authorization missing"),
        "<s:Fault><s:faultcode>s:Server</s:faultcode><s:faultstring>VP007 x</s:faultstring></s:Fault>",
        "<Fault><faultcode>Server</faultcode><faultstring>  VP007 x</faultstring></Fault>",
    ],
    ids=["before June 2021", "only in the detail", "qualified children", "no namespace"],
)
@pytest.mark.parametrize("status", [500, 200])
def test_vp_codes_in_other_forms(content, status, problem_of):
    problem = problem_of(soap(content, status), changes=True)
    assert (problem.kind, problem.effect, problem.code) == (Kind.NOT_AUTHORISED, REFUSED, "VP007")


@pytest.mark.parametrize("who", ["s:Server", "s:Client", "Client", ""])
def test_a_producers_own_fault_leaves_a_registration_unknown(who, problem_of):
    script = soap(fault("NullPointerException for Testa Testsson 191212121212", who, "stack"), 500)
    problem = problem_of(script, changes=True)
    assert (problem.kind, problem.effect, problem.region_message) == (Kind.REGION_FAULT, UNKNOWN, "")
    assert "Testsson" not in repr(problem)
    assert "1912" not in repr(problem)
    assert problem_of(script, changes=False).effect is UNSENT


@pytest.mark.parametrize("code", ["VP004", "VP007"])
def test_a_producer_that_quotes_the_platform_leaves_a_registration_unknown(code, problem_of):
    """It may have registered, and failed with its own call to the home region."""
    script = soap(fault(f"UpdateListing till hemregionen: {code} [NTjP TEST] Fel.", "s:Server", f"got {code}"), 500)
    problem = problem_of(script, changes=True)
    assert (problem.kind, problem.effect, problem.code) == (Kind.REGION_FAULT, UNKNOWN, "")


def test_the_person_registers_own_faults(problem_of):
    unauthorised = soap(fault("Obehörigt anrop för system SE9900000020-DESK.", "s:Client"), 500)
    problem = problem_of(unauthorised, changes=False, contract=SEARCH_PERSONS)
    assert (problem.kind, problem.effect, problem.county) == (Kind.NOT_AUTHORISED, REFUSED, "")
    too_many = soap(fault("Sökningen gav fler än 500 träffar.", "s:Client"), 500)
    assert problem_of(too_many, changes=False, contract=SEARCH_PERSONS).kind is Kind.TOO_MANY_HITS
    assert problem_of(too_many, changes=False).kind is Kind.REGION_FAULT
    broken = soap(fault("HTTP 500 Internal Server Error", "s:Server"), 500)
    assert problem_of(broken, changes=False, contract=SEARCH_PERSONS).kind is Kind.REGION_FAULT


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Kind.UNREADABLE_ANSWER),
        (302, Kind.UNREADABLE_ANSWER),
        (401, Kind.NOT_AUTHORISED),
        (403, Kind.NOT_AUTHORISED),
        (404, Kind.UNREADABLE_ANSWER),
        (500, Kind.UNREADABLE_ANSWER),
        (502, Kind.PLATFORM_UNAVAILABLE),
        (503, Kind.PLATFORM_UNAVAILABLE),
        (504, Kind.PLATFORM_UNAVAILABLE),
    ],
)
def test_a_proxys_page_is_no_answer(status, kind, problem_of, region, caplog):
    page = http(b"<html><body>Sidan visas inte<br></body></html>", status, "text/html", Location=region.url)
    problem = problem_of(page, changes=True)
    assert (problem.kind, problem.effect) == (kind, UNKNOWN)
    assert len(region.received) == 1
    caplog.clear()


def test_numbers_are_masked_and_texts_cut():
    assert masked("1912 191212121212, 19121212-1212, 121212+1212 SE9900000020-1001 1.2.752") == (
        "1912 •, •, • SE9900000020-1001 1.2.752"
    )
    assert len(masked("x" * 1000)) == 300


def test_one_line_per_call_and_nothing_personal(problem_of, caplog):
    caplog.set_level("INFO", "desktop.contracts")
    problem_of(soap(fault("VP004 [x] 191212121212"), 500), changes=False)
    (record,) = [record for record in caplog.records if record.name == "desktop.contracts"]
    assert record.getMessage() == "GetListing 20: 500"
    assert record.facts["correlation"]
    assert "1912" not in caplog.text
