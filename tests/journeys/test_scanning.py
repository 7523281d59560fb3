"""A scan wherever one is: it is the next citizen's number, and answers nothing that happens to have the focus."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.file_store import open_store
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.views.parts.field import DropDown
from desktop.views.scanner import _FASTEST_TYPIST
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_printing import key_of

NEXT = "never-listed"


def opens_the_next(receptionist: Receptionist) -> bool:
    """Whoever was scanned is open, and nothing lies over the page."""
    number, page = receptionist.region.number(NEXT), receptionist.desk.model.page
    over = [one for one in receptionist.desk.window.findChildren(QDialog) if one.isVisible()]
    return isinstance(page, OverviewViewModel) and page.state.citizen.identity == PersonIdentity(number) and not over


def pause(receptionist: Receptionist) -> None:
    """Long enough for what is typed next to be another's typing."""
    since = time.monotonic()
    receptionist.until(lambda: time.monotonic() - since > 2 * _FASTEST_TYPIST, "a moment")


def test_a_scan_over_the_question_why_shows_nothing_and_notes_no_reason(
    receptionist: Receptionist, tmp_path: Path
) -> None:
    receptionist.open("protected-marked")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.scan(NEXT)
    receptionist.until(lambda: opens_the_next(receptionist), "whoever was scanned")
    receptionist.desk.close()
    store = open_store(tmp_path / "journal.sqlite3", key_of(receptionist))
    rows = Audit(store, "test", "test").of_citizen(PersonIdentity(receptionist.region.number("protected-marked")))
    store.close()
    assert rows
    assert not [row for row in rows if row.entry.reason]


def test_a_scan_over_the_command_box_does_no_command(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+Shift+P")
    receptionist.sees("Vad vill du göra?")
    receptionist.scan(NEXT)
    receptionist.until(lambda: opens_the_next(receptionist), "whoever was scanned")


def test_a_scan_while_a_list_is_open_chooses_nothing_in_it(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+B")
    page = receptionist.page(FacilitiesViewModel)
    county = page.state.county
    box = receptionist.desk.window.page.findChild(DropDown)
    box.setFocus()
    box.showPopup()
    receptionist.press("Down")
    receptionist.scan(NEXT)
    assert page.state.county == county
    receptionist.until(lambda: opens_the_next(receptionist), "whoever was scanned")


def test_a_scan_takes_the_place_of_half_a_number(receptionist: Receptionist) -> None:
    receptionist.write("1985011")
    pause(receptionist)
    receptionist.scan(NEXT)
    receptionist.until(lambda: opens_the_next(receptionist), "whoever was scanned")


def test_a_scan_over_a_fault_waits_until_the_fault_has_been_read(
    receptionist: Receptionist, caplog: pytest.LogCaptureFixture
) -> None:
    receptionist.open("adult-home")
    receptionist.desk.report(ValueError())
    receptionist.desk.errors.clear()
    caplog.clear()
    receptionist.sees("Något gick fel i programmet.")
    receptionist.scan(NEXT)
    receptionist.sees("Något gick fel i programmet.", "Ett nummer är skannat och väntar.")
    receptionist.press("Esc")
    receptionist.until(lambda: QApplication.focusWidget() is not None, "the focus back on the page")
    receptionist.press("F2")
    receptionist.until(lambda: opens_the_next(receptionist), "whoever was scanned")


def test_a_scan_in_a_date_leaves_the_date(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.reach("dated")
    receptionist.write("20")
    pause(receptionist)
    receptionist.scan(NEXT)
    receptionist.sees("Ett nummer är skannat och väntar.")
    receptionist.press("Tab")
    dated = receptionist.page(CheckViewModel).basis.dated
    assert dated.value is not None
    assert dated.value.day == 20


def test_a_scan_that_waits_is_told_on_the_next_page_too(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.scan(NEXT)
    receptionist.sees("Ett nummer är skannat och väntar.")
    receptionist.press("Ctrl+P")
    receptionist.page(PaperViewModel)
    receptionist.sees("Ett nummer är skannat och väntar.")
    receptionist.press("F2")
    receptionist.until(lambda: opens_the_next(receptionist), "whoever was scanned")
    assert "Ett nummer är skannat" not in receptionist.screen()


@pytest.mark.parametrize("key", ["Ctrl+Shift+P", "F1", "Ctrl+,", "Ctrl+2", "Ctrl+3", "F7", "Ctrl+M"])
def test_a_locked_desk_has_one_way_out(receptionist: Receptionist, key: str) -> None:
    receptionist.press("Ctrl+Shift+L")
    receptionist.sees("Luckan är låst.")
    receptionist.press(key)
    receptionist.settle()
    assert not [one for one in receptionist.desk.window.findChildren(QDialog) if one.isVisible()]
    receptionist.scan(NEXT)
    receptionist.sees("Luckan är låst.")
    receptionist.press("Enter")
    receptionist.page(SearchViewModel)
    receptionist.sees("Sök invånare")
