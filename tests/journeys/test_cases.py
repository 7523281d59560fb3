"""Ärenden: what a killed program left unclear is there at the next start, and is settled by reading, once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.agreement import EvidenceKind, RegisterAgreement
from desktop.domain.citizen import Citizen, PersonName
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Facility, ListingType
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Intent, Registration
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases, State
from desktop.journal.file_store import open_store
from desktop.journal.records import write_about
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register
from tests.region import Region

DALARNA = County("20")
TALLBACKEN = Facility(hsa_id="SE9900000020-1001", name="Tallbackens vårdcentral")


def order(number: str) -> Registration:
    """To be listed at Tallbacken, as a program that was killed had begun to send it."""
    identity = PersonIdentity(number)
    citizen = Citizen(identity, identity, PersonName("Melker", "", "Kölund"), home_county=DALARNA)
    return Registration(
        citizen,
        Choice(Intent.LIST, DALARNA, TALLBACKEN, ListingType(code="PV")),
        Chooser(),
        Evidence(EvidenceKind.FORM, date(2026, 11, 2)),
        frozenset(Consent),
        RegisterAgreement("Övningsavtal", date(2026, 1, 1)),
        frozenset(),
    )


def leave_sending(folder: Path, region: Region, person: str) -> str:
    """What a killed program leaves behind: a case that is being sent."""
    store = open_store(folder / "journal.sqlite3", region.practice.secrets().data_key())
    cases = Cases(store, Audit(store, "berit", "Reception 1"))
    number = cases.open(write_about(order(region.number(person))), State.SENDING)
    store.close()
    return number


@pytest.mark.parametrize(
    ("person", "told"), [("in-queue", "Bekräftad"), ("never-listed", "Oklart – kontrollera")], ids=["shown", "absent"]
)
def test_what_a_killed_program_left_is_unclear_and_is_checked_with_one_key(
    open_desk: OpenDesk, region: Region, tmp_path: Path, person: str, told: str
) -> None:
    number = leave_sending(tmp_path, region, person)
    desk = open_desk()
    desk.sees(f"Oklart sedan programmet avbröts: {number}")
    desk.press("Ctrl+2")
    desk.sees("Oklart – kontrollera", "Behöver någon (1)", number)
    desk.press("F5")
    model = desk.page(CasesViewModel)
    desk.until(lambda: not model.state.checking, "the reading")
    desk.sees(told)
    assert desk.registrations == []


def test_an_unclear_case_says_that_nobody_knows(open_desk: OpenDesk, region: Region, tmp_path: Path) -> None:
    leave_sending(tmp_path, region, "never-listed")
    desk = open_desk()
    desk.press("Ctrl+2")
    desk.sees("Oklart – kontrollera")
    desk.press("Enter")
    desk.page(OutcomeViewModel)
    desk.sees("Oklart – kontrollera", "Programmet avslutades medan vi väntade på svar.", "Kontrollera igen")
    desk.does_not_see("Kvitto", "Skicka igen")


def test_filters_show_what_needs_somebody(open_desk: OpenDesk, region: Region, tmp_path: Path) -> None:
    leave_sending(tmp_path, region, "never-listed")
    desk = open_desk()
    desk.open("adult-home")
    desk.press("Ctrl+L")
    register(desk)
    desk.sees("Registrerad och bekräftad")
    desk.press("Ctrl+2")
    desk.sees("Alla (2)", "Bekräftad", "Oklart – kontrollera")
    desk.reach("tray-0")
    desk.press("Right")
    desk.sees("Ärenden: 1", "Oklart – kontrollera")
    desk.does_not_see("Bekräftad")


def test_the_page_lets_go_of_whoever_was_open(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden", "Inga ärenden.", "Sök en invånare för att börja.")
    receptionist.does_not_see("Tolvan", "1912")
    receptionist.press("Esc")
    receptionist.sees("Sök invånare")


def test_the_header_counts_what_waits_for_somebody(open_desk: OpenDesk, region: Region, tmp_path: Path) -> None:
    leave_sending(tmp_path, region, "never-listed")
    desk = open_desk()
    desk.sees("Ärenden (1)")
    desk.press("Ctrl+2")
    desk.sees("Avsluta ärendet")
    desk.reach("end-case")
    desk.press("Space")
    desk.sees("Avslutad")
    desk.until(lambda: "Ärenden (1)" not in desk.screen(), "the count to go down")


@pytest.mark.parametrize("by", ["number", "person"])
def test_a_case_is_found_by_its_number_or_its_citizen(
    open_desk: OpenDesk, region: Region, tmp_path: Path, by: str
) -> None:
    number = leave_sending(tmp_path, region, "never-listed")
    other = leave_sending(tmp_path, region, "in-queue")
    desk = open_desk()
    desk.press("Ctrl+2")
    desk.sees(number, other)
    desk.reach("case-search")
    desk.write(number if by == "number" else region.number("never-listed"))
    desk.press("Enter")
    desk.sees("Ärenden: 1", number)
    model = desk.page(CasesViewModel)
    assert [case.number for case in model.state.rows] == [number]
    desk.press("Home", "Shift+End", "Delete")
    desk.write("2026-9999")
    desk.press("Enter")
    desk.sees("Inget ärende med det numret eller den koden på den här datorn.")
    desk.reach("from-empty")
    desk.press("Enter")
    desk.sees("Ärenden: 2", number, other)
    assert desk.focus.accessibleName() == "Ärenden", "the table, not what has gone"


def test_arrows_go_through_all_the_trays_and_the_focus_goes_along(receptionist: Receptionist) -> None:
    receptionist.press("Ctrl+2")
    receptionist.sees("Inga ärenden.")
    receptionist.reach("tray-0")
    for number in (1, 2, 3):
        receptionist.press("Right")
        receptionist.settle()
        assert receptionist.focus.objectName() == f"tray-{number}"
