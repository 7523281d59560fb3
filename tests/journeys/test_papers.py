"""What leaves the desk on paper: the form to sign, and the receipt in the citizen's language."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from desktop.views.paper import PaperPage
from tests.journeys.receptionist import Receptionist


def paper(receptionist: Receptionist) -> PaperPage:
    receptionist.settle()
    page = receptionist.desk.window.page
    assert isinstance(page, PaperPage)
    return page


def test_the_form_is_saved_as_a_pdf_and_the_check_is_still_there(receptionist: Receptionist, tmp_path: Path) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Ctrl+P")
    receptionist.sees("Blankett att skriva under")
    file = tmp_path / "blankett.pdf"
    assert paper(receptionist).save(file)
    assert file.read_bytes().startswith(b"%PDF-")
    receptionist.press("Esc")
    receptionist.sees("Kontroll före registrering", "Vi ser inget hinder")
    assert receptionist.registrations == []


def test_a_paper_that_cannot_be_saved_says_so(receptionist: Receptionist, tmp_path: Path) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Ctrl+P")
    receptionist.sees("Blankett att skriva under")
    assert not paper(receptionist).save(tmp_path / "no such folder" / "blankett.pdf")
    receptionist.sees("Filen kunde inte sparas.", "Välj en annan mapp, eller skriv ut i stället.")


def test_the_receipt_speaks_english_from_a_swedish_window(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("Ctrl+P")
    receptionist.sees("Papperets språk")
    assert "Kvitto" in shown_on_paper(receptionist)
    receptionist.walk("Svenska")
    receptionist.press("Right")
    receptionist.until(lambda: "Receipt" in shown_on_paper(receptionist), "the receipt in English")
    receptionist.sees("Papperets språk", "Skriv ut")
    assert "191212121212" not in shown_on_paper(receptionist)


def shown_on_paper(receptionist: Receptionist) -> str:
    """The papers' text as a screen reader has it."""
    page = paper(receptionist)
    sheets = [label for label in page.findChildren(QLabel) if label.isVisible() and not label.pixmap().isNull()]
    return "\n".join(label.accessibleDescription() for label in sheets)
