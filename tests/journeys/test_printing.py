"""Printing holds nothing up: the printer's dialog stands beside the window, and what failed is said."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from desktop.domain.audit import Action
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.file_store import open_store
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_after_the_answer import paper_text


def paper(receptionist: Receptionist) -> None:
    receptionist.open("never-listed")
    receptionist.press("Ctrl+L")
    receptionist.sees("Kontroll före registrering", "Underlag")
    receptionist.press("Ctrl+P")
    receptionist.sees("Blankett att skriva under")


def test_the_desk_goes_on_while_a_printer_is_chosen(receptionist: Receptionist) -> None:
    paper(receptionist)
    receptionist.press("Ctrl+P")
    page = receptionist.desk.window.page
    receptionist.until(lambda: page.findChild(QPrintDialog) is not None, "the printer's dialog")
    receptionist.sees("Blankett att skriva under")
    page.findChild(QPrintDialog).reject()
    receptionist.until(lambda: page.findChild(QPrintDialog) is None, "the dialog to go")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_print_that_cannot_begin_is_said(receptionist: Receptionist) -> None:
    paper(receptionist)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName("/nowhere/at/all.pdf")
    receptionist.desk.window.page._print_on(printer)
    receptionist.sees("Det gick inte att skriva ut.", "Kontrollera skrivaren, eller spara som PDF i stället.")


def test_what_has_been_printed_still_stands_there(receptionist: Receptionist, tmp_path: Path) -> None:
    """The screen never clears while printing; and what is printed in practice says so."""
    paper(receptionist)
    before = paper_text(receptionist)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    receptionist.desk.window.page._print_on(printer)
    receptionist.sees("Skickat till skrivaren.", "Blankett att skriva under")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert paper_text(receptionist) == before
    document = receptionist.desk.window.page._documents()[0]
    assert document.property("mark") == "ÖVNING – gäller inte"


def test_every_paper_that_leaves_the_desk_is_in_the_audit_trail(receptionist: Receptionist, tmp_path: Path) -> None:
    paper(receptionist)
    receptionist.press("Ctrl+P")
    page = receptionist.desk.window.page
    receptionist.until(lambda: page.findChild(QPrintDialog) is not None, "the printer's dialog")
    page.findChild(QPrintDialog).reject()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page._print_on(printer)
    receptionist.sees("Skickat till skrivaren.")
    assert page.save(tmp_path / "saved.pdf")
    receptionist.desk.close()
    store = open_store(tmp_path / "journal.sqlite3", key_of(receptionist))
    rows = Audit(store, "test", "test").of_citizen(PersonIdentity(receptionist.region.number("never-listed")))
    store.close()
    printed = [row for row in rows if row.entry.action is Action.PRINTED]
    assert [row.entry.evidence for row in printed] == [
        {"kind": "form", "way": "printer"},
        {"kind": "form", "way": "file"},
    ]
    assert all(row.entry.case_number and row.who for row in printed)


def key_of(receptionist: Receptionist) -> bytes:
    key = receptionist.region.practice.secrets().data_key()
    assert isinstance(key, bytes)
    return key
