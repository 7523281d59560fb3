"""Vem har sett mig: whoever has the audit role answers from the window, and the extract is itself in the trail."""

import csv
import io
from pathlib import Path

from desktop.domain.staff import Role
from desktop.settings.profile import StaffTerms
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.views.accessible import complaints


def to_the_log(hands: Receptionist) -> None:
    hands.press("Ctrl+,")
    hands.sees("Inställningar", "Åtkomstlogg")
    hands.walk("Åtkomstlogg")
    hands.press("Enter")
    hands.sees("Vem har gjort vad på den här arbetsplatsen.")


def test_a_citizen_is_told_who_has_seen_them(receptionist: Receptionist, tmp_path: Path) -> None:
    hands = receptionist
    hands.open("never-listed")
    hands.press("F2")
    hands.open("adult-home")
    to_the_log(hands)
    number = hands.region.number("never-listed")
    hands.write(number)
    hands.press("Enter")
    hands.sees("Visade invånaren", "Läste vad regionerna visar", "Tog fram ett loggutdrag", "Rader: 3")
    assert complaints(hands.desk.window) == []
    page = hands.desk.window.page
    assert page.save(tmp_path / "extract.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "extract.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [row[3] for row in rows] == [
        "Vad",
        "Visade invånaren",
        "Läste vad regionerna visar",
        "Tog fram ett loggutdrag",
    ]
    assert {row[4].replace("-", "").replace("+", "") for row in rows[1:]} == {number}
    assert page.save(tmp_path / "extract.pdf")
    assert (tmp_path / "extract.pdf").read_bytes().startswith(b"%PDF")
    hands.sees("extract.pdf innehåller personuppgifter.")
    assert not page.save(tmp_path / "none" / "extract.csv")
    hands.sees("Filen kunde inte sparas.")
    hands.desk.model.toggle_mask()
    hands.does_not_see(number[:8] + "-")


def test_a_period_has_everybody_and_a_wrong_one_is_said(receptionist: Receptionist) -> None:
    hands = receptionist
    hands.open("never-listed")
    hands.press("F2")
    hands.open("adult-home")
    to_the_log(hands)
    hands.press("F5")
    hands.sees("Rader: 5")
    hands.walk("Till och med")
    hands.press("Ctrl+A")
    hands.write("2020-01-01")
    hands.press("Enter")
    hands.sees("Perioden slutar före den börjar.")
    hands.walk("Personnummer")
    hands.write("191212121213")
    hands.press("Enter")
    hands.sees("Kontrollsiffran stämmer inte.")
    assert complaints(hands.desk.window) == []


def test_without_the_audit_role_there_is_no_way_there(open_desk: OpenDesk) -> None:
    hands = open_desk(staff=StaffTerms(everyone=(Role.READ, Role.REGISTER)))
    hands.press("Ctrl+,")
    hands.sees("Inställningar")
    hands.does_not_see("Åtkomstlogg")
    hands.desk.model.aside.show_trail()
    hands.does_not_see("Vem har gjort vad på den här arbetsplatsen.")
