"""The connection check against the practice region: what works, and each way of failing in its own words."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.contracts.transport import Greeting
from desktop.documents.connection_report import as_html, as_json
from desktop.domain.certificate import ClientCertificate
from desktop.domain.connection import Caution, NotTried, Result, Step, Trial
from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.language import Language
from desktop.settings.profile import Environment
from desktop.texts import connection
from desktop.usecases.try_line import compare_clock, try_certificate
from desktop.usecases.try_registering import Attempt, Desk, try_registering
from tests.region import Region
from tests.usecases.checking import PERSON, Check, check, the

__all__ = ["check"]


def test_where_all_is_well_everything_is_tried_that_harms_nobody(check: Check, region: Region) -> None:
    report = check()
    assert report.is_well
    assert report.ended is not None
    tls, certificate = the(report, Step.TLS), the(report, Step.CERTIFICATE)
    assert tls.facts["protocol"] == "TLSv1.3"
    assert "Praktik CA" in tls.facts["issuer"]
    assert certificate.facts["owner"] == "SE9900000020-DESK"
    assert abs(int(the(report, Step.CLOCK).facts["skew"])) < 5
    for contract in ("GetListingTypes", "GetAvailableHealthcareFacilities", "GetListing", "GetListingCounty"):
        tried = the(report, Step.CONTRACT, contract, "20")
        assert (tried.result, bool(tried.correlation_id), tried.ms is not None) == (Result.OK, True, True), contract
    assert the(report, Step.CONTRACT, "GetListing", "21").not_tried is NotTried.NO_TEST_PERSON
    assert the(report, Step.REGISTERING, "CreateListing", "20").not_tried is NotTried.NOT_ASKED_FOR
    assert not [call for call in region.log() if call["contract"] == "CreateListing"]


def test_in_production_nothing_is_registered_whatever_is_asked_for(check: Check, region: Region) -> None:
    report = check(registers=True, environment=Environment.PRODUCTION)
    assert the(report, Step.REGISTERING, "CreateListing", "20").not_tried is NotTried.NEVER_IN_PRODUCTION
    assert not [call for call in region.log() if call["contract"] == "CreateListing"]
    with pytest.raises(ValueError, match="production"):
        asyncio.run(try_registering(Attempt(None, Desk(None, True), None, None, None)))  # type: ignore[arg-type]


def test_without_a_test_person_nobody_is_asked_about(check: Check, region: Region) -> None:
    report = check(
        registers=True,
        connection_check=region.practice.profile().connection_check.model_copy(
            update={"test_persons": {}, "centres": {}}
        ),
    )
    assert the(report, Step.CONTRACT, "GetPersonsForProfile").not_tried is NotTried.NO_TEST_PERSON
    assert the(report, Step.REGISTERING, "CreateListing", "20").not_tried is NotTried.NO_TEST_PERSON
    assert {call["contract"] for call in region.log()} <= {"GetListingTypes", "GetAvailableHealthcareFacilities"}


@pytest.mark.parametrize(
    ("fault", "kind", "who"),
    [
        ("expired-certificate", Kind.SERVER_CERTIFICATE_EXPIRED, "Tjänsteplattformens förvaltning"),
        ("untrusted-certificate", Kind.SERVER_NOT_TRUSTED, "certifikat och profil"),
        ("refused-certificate", Kind.CERTIFICATE_REFUSED, "certifikat och profil"),
    ],
)
def test_a_broken_link_is_told_and_nothing_behind_it_is_tried(
    check: Check, region: Region, fault: str, kind: Kind, who: str
) -> None:
    region.control("/faults", {"set": [{"name": fault}]})
    report = check()
    tls = the(report, Step.TLS)
    assert tls.problem is not None
    assert tls.problem.kind is kind
    assert who in connection.meaning(Language("sv"), tls)
    rest = [trial for trial in report.trials if trial.step in (Step.CONTRACT, Step.REGISTERING)]
    assert {trial.not_tried for trial in rest} <= {NotTried.EARLIER_FAILED}
    assert region.log() == []


@pytest.mark.parametrize(
    ("fault", "kind", "who"),
    [
        ({"name": "timeout", "seconds": 0}, Kind.REGION_UNREACHABLE, "Regionens förvaltning"),
        ({"name": "delay", "seconds": 4}, Kind.NO_ANSWER, "Regionens förvaltning"),
        ({"name": "drop-before"}, Kind.CONNECTION_LOST, "brandvägg och proxy"),
        ({"name": "truncated"}, Kind.CONNECTION_LOST, "brandvägg och proxy"),
        ({"name": "not-xml"}, Kind.UNREADABLE_ANSWER, "brandvägg och proxy"),
        ({"name": "html"}, Kind.PLATFORM_UNAVAILABLE, "Tjänsteplattformens förvaltning"),
        ({"name": "down"}, Kind.REGION_UNREACHABLE, "Regionens förvaltning"),
        ({"name": "vp", "code": "VP002"}, Kind.CERTIFICATE_REFUSED, "certifikat och profil"),
        ({"name": "vp", "code": "VP004"}, Kind.NOT_CONNECTED, "förvaltare beställer"),
        ({"name": "vp", "code": "VP007"}, Kind.NOT_AUTHORISED, "förvaltare beställer"),
        ({"name": "vp", "code": "VP010"}, Kind.PLATFORM_FAULT, "Tjänsteplattformens förvaltning"),
        ({"name": "vp", "code": "VP015"}, Kind.REQUEST_REJECTED, "leverantör"),
    ],
    ids=str,
)
def test_each_failure_of_a_contract_has_its_words_and_touches_no_other(
    check: Check,
    region: Region,
    fault: dict[str, Any],
    kind: Kind,
    who: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    region.control("/faults", {"set": [{"contract": "GetListingTypes", "region": "20", **fault}]})
    report = check()
    failed = the(report, Step.CONTRACT, "GetListingTypes", "20")
    assert failed.problem is not None
    assert failed.problem.kind is kind
    assert failed.correlation_id
    assert who in connection.meaning(Language("sv"), failed)
    assert [trial for trial in report.trials if trial.result is Result.FAILED] == [failed]
    assert the(report, Step.CONTRACT, "GetListing", "20").result is Result.OK
    caplog.clear()


@pytest.mark.parametrize(
    ("platform", "step", "kind"),
    [
        ({"base_url": "https://nowhere.invalid/vp"}, Step.NAME, (Kind.NAME_NOT_FOUND, Kind.NO_NETWORK)),
        ({"base_url": "https://localhost:1/vp"}, Step.TLS, (Kind.CONNECT_REFUSED,)),
        ({"certificate": Path("/nowhere.p12")}, Step.CERTIFICATE, (Kind.CERTIFICATE_MISSING,)),
    ],
    ids=["no such name", "closed door", "no certificate"],
)
def test_what_is_wrong_on_this_side_is_told_before_anything_is_sent(
    check: Check,
    region: Region,
    platform: dict[str, Any],
    step: Step,
    kind: tuple[Kind, ...],
    caplog: pytest.LogCaptureFixture,
) -> None:
    report = check(platform=platform)
    problem = the(report, step).problem
    assert problem is not None
    assert problem.kind in kind
    assert not report.is_well
    assert region.log() == []
    caplog.clear()


def test_an_optional_contract_that_is_not_offered_is_no_failure(check: Check, region: Region) -> None:
    fault = {"name": "vp", "code": "VP004", "contract": "GetAvailableHealthcarePersonnel"}
    region.control("/faults", {"set": [fault]})
    report = check()
    tried = the(report, Step.CONTRACT, "GetAvailableHealthcarePersonnel", "20")
    assert tried.caution is Caution.NOT_OFFERED
    assert report.is_well


@pytest.mark.parametrize(("minutes", "caution"), [(0, None), (-3, Caution.CLOCK_OFF), (3, Caution.CLOCK_OFF)])
def test_the_clock_is_compared_with_the_servers(minutes: int, caution: Caution | None) -> None:
    ours = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    date = (ours + timedelta(minutes=minutes)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    trial = compare_clock("host", Greeting(200, date), ours)
    assert (trial.caution, trial.facts["skew"]) == (caution, str(-60 * minutes))
    assert compare_clock("host", Greeting(200, "when it was"), ours).caution is Caution.NO_DATE


@pytest.mark.parametrize(
    ("days", "owner", "caution"),
    [(61, "SE1", None), (59, "SE1", Caution.EXPIRES_SOON), (400, "", Caution.NO_SERIAL_NUMBER)],
)
def test_a_certificate_is_warned_of_in_time(days: int, owner: str, caution: Caution | None) -> None:
    now = datetime.now(UTC)
    ours = ClientCertificate(owner, "CN=x", "CN=ca", now, now + timedelta(days=days, minutes=1))
    assert try_certificate(lambda: ours).caution is caution


def test_everything_that_can_go_wrong_has_words(qapp: object) -> None:
    for code in ("sv", "en"):
        language = Language(code)
        for kind in Kind:
            problem = Problem(kind, Effect.NOTHING_SENT, "20")
            trial = Trial(Step.CONTRACT, contract="GetListing", county="20", problem=problem)
            assert len(connection.meaning(language, trial).split(". ")) >= 2
        for why in NotTried:
            assert connection.meaning(language, Trial(Step.CONTRACT, not_tried=why)).endswith(".")
        for caution in Caution:
            assert connection.meaning(language, Trial(Step.CONTRACT, caution=caution)).endswith(".")
        for step in Step:
            assert connection.step(language, Trial(step))


def test_the_reports_name_nobody_and_hold_what_support_needs(check: Check, region: Region, qapp: object) -> None:
    report = check(registers=True)
    number = region.number(PERSON)
    for written in (as_json(report), as_html(Language("sv"), report), as_html(Language("en"), report)):
        for named in (number, number[2:], f"{number[:8]}-{number[8:]}", "Likaberg", "Anna"):
            assert named not in written
        for needed in (
            report.profile,
            "GetListingCounty",
            the(report, Step.CONTRACT, "GetListing", "20").correlation_id,
        ):
            assert needed in written
