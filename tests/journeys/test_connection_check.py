"""Somebody from IT stands at the desk and wants to know what works."""

import json
from pathlib import Path

from desktop.viewmodels.connection import ConnectionViewModel, Tried
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
