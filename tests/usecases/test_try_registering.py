"""Registering on trial with a test person: each intent, what the region answered, and what is left of it afterwards."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.connection import Caution, ConnectionReport, Left, NotTried, Result, Step, Trial
from desktop.domain.registration import Intent
from desktop.runtime.language import Language
from desktop.texts import connection
from tests.region import Region
from tests.usecases.checking import Check, check, the

__all__ = ["check"]

FULL = "SE9900000020-1003"


def trial(report: ConnectionReport, intent: Intent) -> Trial:
    return the(report, Step.REGISTERING, "CreateListing", "20", intent)


def sent(region: Region) -> int:
    return [call["contract"] for call in region.log()].count("CreateListing")


def tries(report: ConnectionReport) -> list[Trial]:
    return [one for one in report.trials if one.step is Step.REGISTERING and one.county == "20"]


def test_each_intent_is_tried_and_only_the_listing_and_its_doctor_are_left(check: Check, region: Region) -> None:
    for _ in range(2):  # It can be tried again: the person is moved to the other care centre.
        report = check(registers=True)
        told = [
            (one.intent, one.result, one.left, one.facts.get("code"), one.facts.get("actor")) for one in tries(report)
        ]
        assert told == [
            (Intent.JOIN_QUEUE, Result.OK, Left.QUEUE_PLACE, "OK", "CITIZEN"),
            (Intent.LEAVE_QUEUE, Result.OK, Left.NOTHING, "OK", "CITIZEN"),
            (Intent.LIST, Result.OK, Left.LISTING, "OK", "CITIZEN"),
            (Intent.CHANGE_DOCTOR, Result.OK, Left.DOCTOR, "OK", "CITIZEN"),
        ]
        assert trial(report, Intent.JOIN_QUEUE).facts["centre"] == FULL
    assert sent(region) == 8
    refused = tries(check(registers=True))  # The region counts to two changes.
    assert [one.left for one in refused] == [Left.NOTHING, None, Left.NOTHING, Left.DOCTOR]
    assert [one.caution for one in refused] == [Caution.REFUSED, None, Caution.REFUSED, None]


def test_only_where_a_queue_is_named_is_one_joined(check: Check, region: Region) -> None:
    terms = region.practice.profile().connection_check
    report = check(registers=True, connection_check=terms.model_copy(update={"queue_centres": {}}))
    assert trial(report, Intent.JOIN_QUEUE).not_tried is NotTried.NO_QUEUE_CENTRE
    assert trial(report, Intent.LEAVE_QUEUE).not_tried is NotTried.NOT_QUEUING
    assert sent(region) == 2


def test_where_there_is_room_nobody_is_put_in_a_queue(check: Check, region: Region) -> None:
    terms = region.practice.profile().connection_check
    roomy = {"20": "SE9900000020-1009"}
    report = check(registers=True, connection_check=terms.model_copy(update={"queue_centres": roomy}))
    assert trial(report, Intent.JOIN_QUEUE).not_tried is NotTried.NO_QUEUE
    assert sent(region) == 2


@pytest.mark.parametrize(
    ("fault", "left", "words"),
    [
        ({"name": "vp", "code": "VP007"}, Left.NOTHING, "Inget finns kvar hos regionen efteråt."),
        ({"name": "drop-after", "times": 1}, Left.QUEUE_PLACE, "Testpersonen står i mottagningens kö efteråt."),
    ],
    ids=str,
)
def test_a_failed_call_tells_what_is_left_of_it(
    check: Check, region: Region, fault: dict[str, Any], left: Left, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    region.control("/faults", {"set": [{"contract": "CreateListing", "region": "20", **fault}]})
    queued = trial(check(registers=True), Intent.JOIN_QUEUE)
    assert (queued.result, queued.left) == (Result.FAILED, left)
    assert words in connection.meaning(Language("sv"), queued)
    assert queued.correlation_id
    caplog.clear()


def test_a_place_left_by_an_earlier_check_is_given_back(
    check: Check, region: Region, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses_from_now_on() -> bool:
        if sent(region) == 1:
            region.control("/faults", {"set": [{"name": "vp", "code": "VP007", "contract": "CreateListing"}]})
        return False

    left = trial(check(registers=True, is_stopped=refuses_from_now_on), Intent.LEAVE_QUEUE)
    assert (left.result, left.left) == (Result.FAILED, Left.QUEUE_PLACE)
    region.control("/faults", {"set": []})
    report = check(registers=True)
    assert trial(report, Intent.JOIN_QUEUE).not_tried is NotTried.IN_THE_WAY
    assert trial(report, Intent.LEAVE_QUEUE).left is Left.NOTHING
    caplog.clear()


def test_a_search_by_name_is_tried_with_the_test_persons_own_name(check: Check, region: Region) -> None:
    search = the(check(), Step.CONTRACT, "SearchPersonsForProfile")
    assert (search.result, search.facts["answers"]) == (Result.OK, "1")
    words = region.practice.profile().register_search
    assert words is not None
    wrong = words.model_copy(update={"surname": "name.givenName"})
    assert the(check(register_search=wrong), Step.CONTRACT, "SearchPersonsForProfile").caution is Caution.NOT_FOUND
    without = the(check(register_search=None), Step.CONTRACT, "SearchPersonsForProfile")
    assert without.not_tried is NotTried.NO_QUERY_WORDS


def test_a_stopped_check_asks_no_more_and_still_leaves_the_queue(check: Check, region: Region) -> None:
    report = check(registers=True, is_stopped=lambda: sent(region) >= 1)
    assert trial(report, Intent.JOIN_QUEUE).left is Left.QUEUE_PLACE
    assert trial(report, Intent.LEAVE_QUEUE).left is Left.NOTHING
    assert report.ended is not None
    region.control("/log", {})
    report = check(registers=True, is_stopped=lambda: True)
    asked = {one.not_tried for one in report.trials if one.step in (Step.CONTRACT, Step.REGISTERING)}
    assert asked == {NotTried.STOPPED}
    assert region.log() == []
