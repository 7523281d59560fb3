"""What goes wrong while reading: the register, one region of several, and a region that disappears."""

import pytest

from tests.faults.log import WarnedOf
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.region import Region


@pytest.mark.parametrize(
    ("fault", "happened"),
    [
        ({"name": "html"}, "Tjänsteplattformen har tillfälliga problem."),
        ({"name": "truncated"}, "Förbindelsen bröts medan vi väntade på svar från personregistret."),
        ({"name": "cut-xml"}, "Svaret från personregistret gick inte att läsa."),
        ({"name": "vp", "code": "VP007"}, "Vi saknar behörighet hos personregistret."),
        ({"name": "vp", "code": "VP009"}, "Tjänsteplattformen fick inget svar från personregistret."),
    ],
)
def test_the_register_fails_and_answers_the_second_time(
    receptionist: Receptionist, region: Region, fault: dict[str, str], happened: str, warned_of: WarnedOf
) -> None:
    region.control("/faults", {"set": [{"contract": "GetPersonsForProfile", **fault}]})
    receptionist.scan("adult-home")
    receptionist.sees(happened, "Inget har ändrats.", "Försök igen")
    region.control("/faults", {"clear": True})
    receptionist.walk("Försök igen")
    receptionist.press("Enter")
    receptionist.sees("Översikt", "Tolvan Tallberg")
    if fault["name"] in ("html", "cut-xml"):
        warned_of("unreadable")


def test_one_region_is_down_and_the_other_is_shown(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(repeat_after=10.0)
    region.control("/faults", {"set": [{"name": "down", "region": "21"}]})
    receptionist.open("dental-home")
    receptionist.sees("Tjänsteplattformen fick inget svar från Region Gävleborg.", "Hyttgårdens tandvård")
    receptionist.walk("Fråga Region Gävleborg igen")
    asked = len(region.log())
    receptionist.press("Enter")
    receptionist.sees("Det går att läsa igen om", "Hyttgårdens tandvård")
    assert len(region.log()) == asked


def test_a_region_without_an_answer_in_time_says_so(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk(read_timeout=0.8)
    region.control("/faults", {"set": [{"name": "delay", "seconds": 2, "contract": "GetListing"}]})
    receptionist.open("adult-home")
    receptionist.sees("Region Dalarna svarade inte i tid.", "Inget har ändrats.")


def test_a_slow_look_up_can_be_left_for_the_next_citizen(receptionist: Receptionist, region: Region) -> None:
    region.control(
        "/faults", {"set": [{"name": "delay", "seconds": 1, "contract": "GetPersonsForProfile", "times": 1}]}
    )
    receptionist.scan("adult-home")
    receptionist.press("F2")
    receptionist.open("never-listed")
    receptionist.sees("Nova Olistedt")
    receptionist.until(lambda: len(receptionist.region.log()) >= 3, "the slow answer to have come")
    receptionist.does_not_see("Tolvan Tallberg")
