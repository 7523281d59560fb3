"""Printing holds nothing up: the printer's dialog stands beside the window, and what failed is said."""

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from tests.journeys.receptionist import Receptionist


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
