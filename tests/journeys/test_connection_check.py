"""Somebody from IT stands at the desk and wants to know what works."""

import json
from pathlib import Path

from desktop.domain.connection import NotTried
from desktop.viewmodels.connection import ConnectionViewModel, Tried, Trying
from desktop.views.connection import ConnectionPage
from tests.journeys.receptionist import Receptionist
from tests.region import Region


def check(receptionist: Receptionist) -> None:
    """Try everything and wait until it has ended."""
    receptionist.press("Ctrl+,")
    receptionist.walk("Anslutningskontroll")
    receptionist.press("Enter")
    model = receptionist.page(ConnectionViewModel)
    receptionist.press("F5")
    receptionist.until(lambda: isinstance(model.state, Tried), "the check")
    receptionist.settle()


def test_what_fails_stands_first_and_says_who_can_mend_it(
    receptionist: Receptionist, region: Region, tmp_path: Path
) -> None:
    fault = {"name": "vp", "code": "VP007", "contract": "GetListing", "region": "20"}
    region.control("/faults", {"set": [fault]})
    receptionist.open("adult-home")
    check(receptionist)
    receptionist.sees("Något fungerar inte.", "Fungerar inte | ")
    receptionist.does_not_see("Tolvan", "Tallberg", "Likaberg")
    page = receptionist.desk.window.page
    assert isinstance(page, ConnectionPage)
    assert receptionist.screen().index("Fungerar inte | Region") < receptionist.screen().index("Fungerar | ")
    for _ in range(16):
        if "Vi saknar behörighet hos Region Dalarna." in receptionist.screen():
            break
        receptionist.press("Down")
        receptionist.settle()
    receptionist.sees("Er förvaltare beställer anslutning eller behörighet.", "VP007")
    assert page.save(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["results"]["failed"] >= 1
    receptionist.press("Esc", "Esc")
    receptionist.sees("Översikt", "Tolvan Tallberg")
    assert receptionist.registrations == []


SLOW = {"name": "delay", "seconds": 0.5, "contract": "GetListingTypes"}


def begin(receptionist: Receptionist) -> ConnectionViewModel:
    """Try everything against slow regions, and see the first of them asked."""
    receptionist.region.control("/faults", {"set": [SLOW]})
    receptionist.desk.model.aside.show_connection()
    model = receptionist.page(ConnectionViewModel)
    receptionist.press("F5")
    receptionist.until(
        lambda: (
            isinstance(model.state, Trying)
            and model.state.report is not None
            and any(trial.contract for trial in model.state.report.trials)
        ),
        "the person register's answer",
    )
    return model


def asked(receptionist: Receptionist, contract: str) -> int:
    return [call["contract"] for call in receptionist.region.log()].count(contract)


def test_a_check_is_stopped_by_its_key_and_tells_what_was_not_tried(receptionist: Receptionist) -> None:
    model = begin(receptionist)
    receptionist.walk("Avbryt kontrollen")
    receptionist.press("Space")
    receptionist.sees("Kontrollen avbryts.", "Det som redan har skickats får svara klart")
    receptionist.until(lambda: isinstance(model.state, Tried), "the end")
    assert isinstance(model.state, Tried)
    stopped = [one for one in model.state.report.trials if one.not_tried is NotTried.STOPPED]
    assert len(stopped) > 80, "of twenty regions four were asked their first question"
    receptionist.sees("Ej provad", "Prova anslutningen")
    receptionist.does_not_see("Avbryt kontrollen")
    assert asked(receptionist, "GetAvailableHealthcareFacilities") == 0


def test_leaving_the_page_stops_the_check(receptionist: Receptionist) -> None:
    begin(receptionist)
    receptionist.press("Esc")
    receptionist.sees("Sök invånare")
    receptionist.region.control("/faults", {"set": []})
    check(receptionist)
    receptionist.until(lambda: asked(receptionist, "GetListingTypes") == 24, "what the first check had asked")
    receptionist.settle()
    assert asked(receptionist, "GetAvailableHealthcareFacilities") == 20, "the first check went on"
