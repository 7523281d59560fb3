"""Somebody with protected data at the desk: what is hidden is shown for a reason, and nothing leaves by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.file_store import open_store
from desktop.settings.profile import Confirming
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_listing import choose
from tests.journeys.test_printing import key_of
from tests.region import Region
from tests.world import change


def shown_for(receptionist: Receptionist, folder: Path) -> list[str]:
    """Close the desk, and read why its audit trail says that the person was shown."""
    receptionist.desk.close()
    store = open_store(folder / "journal.sqlite3", key_of(receptionist))
    rows = Audit(store, "test", "test").of_citizen(PersonIdentity(receptionist.region.number("protected-marked")))
    store.close()
    return [row.entry.reason for row in rows if row.entry.reason]


def test_what_is_hidden_is_shown_for_a_reason_only(receptionist: Receptionist, tmp_path: Path) -> None:
    receptionist.open("protected-marked")
    receptionist.sees("Hemregion och mottagning är dolda")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.press("Esc")
    receptionist.sees("Hemregion och mottagning är dolda")
    assert not receptionist.desk.model.revealed
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.press("Enter")
    receptionist.sees("Region Dalarna läst kl.", "Kvarnhedens vårdcentral")
    assert "Invånaren vill se sin listning" in shown_for(receptionist, tmp_path)


def test_a_home_in_another_region_waits_for_the_key_and_that_region_for_the_register(
    receptionist: Receptionist, region: Region
) -> None:
    someone = "home-elsewhere-third"
    change(region, "UPDATE citizen SET protection = 'marked' WHERE number = ?", (region.number(someone),))
    slow = {"name": "delay", "seconds": 0.3, "contract": "GetPersonsForProfile", "times": 1}
    region.control("/faults", {"set": [slow]})
    receptionist.open(someone)
    asked = [call["address"] for call in region.log()]
    register = next(place for place, call in enumerate(region.log()) if call["contract"] == "GetPersonsForProfile")
    assert set(asked[:register]) == {"20"}, "only the own region, which handles protected identities"
    assert "21" in asked[register:]
    receptionist.sees("Skyddade personuppgifter", "Hemregion och mottagning är dolda")
    receptionist.does_not_see("Gävleborg", "Hemregion: ", region.number(someone)[-4:])
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Samtycket nämner regioner som är dolda. Visa dem med F6 och läs upp det.")
    receptionist.does_not_see("Gävleborg", "Hemregion: ")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.press("Down", "Enter")
    receptionist.sees("Hemregion: Region Gävleborg", "Region Gävleborg och Region Dalarna behöver dela")
    receptionist.press("Esc")
    receptionist.sees("Region Gävleborg redovisar ingen listning.", "Region Dalarna läst kl.")


def test_nothing_is_copied_while_they_are_open(receptionist: Receptionist) -> None:
    receptionist.open("protected-marked")
    QApplication.clipboard().setText("Kvarnhedens vårdcentral")
    assert QApplication.clipboard().text() == ""
    receptionist.press("F2")
    receptionist.open("adult-home")
    QApplication.clipboard().setText("Kvarnhedens vårdcentral")
    assert QApplication.clipboard().text() == "Kvarnhedens vårdcentral"


def test_a_form_is_printed_when_they_want_it(receptionist: Receptionist) -> None:
    receptionist.open("protected-marked")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Ctrl+P")
    paper = receptionist.page(PaperViewModel)
    assert not paper.state.allowed
    receptionist.sees("Invånaren vill ha blanketten på &papper eller som fil.")
    receptionist.press("Ctrl+S")
    assert receptionist.focus.objectName() == "wants-paper"
    receptionist.press("Space")
    assert paper.state.allowed


def test_what_is_wrong_is_told_without_where_they_were_listed_until_a_key_shows_it(
    receptionist: Receptionist, tmp_path: Path
) -> None:
    receptionist.open("protected-marked")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.reach("correct")
    receptionist.press("Enter")
    receptionist.sees("Vad är fel?", "Var invånaren var listad förut är dolt.", "2026-0001")
    receptionist.does_not_see("Kvarnhedens vårdcentral", "Hemregion: ")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.press("Enter")
    receptionist.sees("Lista på Kvarnhedens vårdcentral igen", "Hemregion: Region Dalarna")
    receptionist.does_not_see("är dolt", "Visa hemregion och mottagning")
    assert shown_for(receptionist, tmp_path) == ["Invånaren vill se sin listning"]


def test_sending_again_is_stopped_without_where_they_are_listed_now_until_a_key_shows_it(
    open_desk: OpenDesk, region: Region, tmp_path: Path
) -> None:
    lost = {"name": "timeout", "seconds": 0, "contract": "CreateListing", "times": 1}
    region.control("/faults", {"set": [lost]})
    first = open_desk(confirming=Confirming(after_fault=(0.01, 300)))
    first.open("protected-marked")
    first.press("Ctrl+L")
    first.register()
    first.sees("Oklart – kontrollera")
    first.desk.close()
    elsewhere = open_desk(folder=tmp_path / "another")
    elsewhere.open("protected-marked")
    choose(elsewhere, "mellan")
    elsewhere.register()
    elsewhere.sees("Registrerad och bekräftad")
    elsewhere.desk.close()
    again = open_desk(confirming=Confirming(after_fault=(0.01, 300)))
    again.press("Ctrl+2")
    again.sees("Behöver någon (1)", "Skicka igen …")
    again.press("Ctrl+R")
    again.sees("Ett nyare val skrivs inte över.")
    again.sees("En dold listning. F6 visar den.")
    again.does_not_see("Mellan", "Kvarnheden", "Hemregion: ", region.number("protected-marked")[-4:])
    again.press("F6")
    again.sees("Varför visas uppgifterna?")
    again.press("Esc")
    again.does_not_see("Mellan", "Hemregion: ")
    again.press("F6")
    again.sees("Varför visas uppgifterna?")
    again.press("Down", "Enter")
    again.sees("Region Dalarna: Mellan", "Hemregion: Region Dalarna", "Ett nyare val skrivs inte över.")
    again.does_not_see("Visa hemregion och mottagning")
    assert shown_for(again, tmp_path) == ["Det behövs för att registrera"]
