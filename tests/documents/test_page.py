"""Pages on paper: the PDF is the same every time, carries its letters, and shows what the picture shows."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.documents import page
from desktop.documents.form import form_document
from desktop.documents.form_content import FormContent
from desktop.domain.registration import Intent
from desktop.runtime.language import Language
from desktop.views.look import Theme, apply
from tests.texts import samples

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def document() -> QTextDocument:
    content = FormContent(samples.CHILD, samples.choice(Intent.LIST), "K7QM-2W9F", samples.TODAY)
    return form_document(Language("sv"), content, large=True)


def test_a_pdf_holds_no_other_time_than_the_documents(document: QTextDocument, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    page.write_pdf([document], path, samples.TODAY)
    written = path.read_bytes()
    stamps = re.findall(rb"Date \(D:(\d{14})", written)
    assert stamps
    assert set(stamps) == {b"20261123000000"}
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", written)) == {b"2026-11-23T00:00:00"}


def test_a_pdf_is_the_same_every_time(document: QTextDocument, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    page.write_pdf([document], one, samples.TODAY)
    page.write_pdf([document], other, samples.TODAY)
    assert one.read_bytes() == other.read_bytes()


def test_a_pdf_embeds_its_letters_and_every_page(document: QTextDocument, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    page.write_pdf([document], path, samples.TODAY)
    written = path.read_bytes()
    assert b"Inter-Regular" in written
    assert b"/FontFile" in written
    assert len(re.findall(rb"/Type /Page\b", written)) == document.pageCount() == 2


def test_a_pdf_that_cannot_be_written_says_so(document: QTextDocument, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        page.write_pdf([document], tmp_path / "missing" / "form.pdf", samples.TODAY)


def test_a_printer_gets_every_page_on_a4(document: QTextDocument, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    page.print_documents([document], printer)
    written = path.read_bytes()
    assert len(re.findall(rb"/Type /Page\b", written)) == 2
    assert b"/MediaBox [0 0 595" in written


def ink(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    """Anything but white in the rectangle, looked at every third pixel."""
    return any(image.pixelColor(x, y).lightness() < 250 for x in range(left, right, 3) for y in range(top, bottom, 3))


def test_a_picture_has_its_margins_and_its_text(document: QTextDocument) -> None:
    image = page.picture(document, 0, 96)
    assert (image.width(), image.height()) == (794, 1123)
    margin = int(page.MARGIN) - 2
    assert ink(image, margin, margin, 794 - margin, 300)
    assert not ink(image, 0, 0, margin, 1123)
    assert not ink(image, 794 - margin, 0, 794, 1123)
    assert not ink(image, 0, 0, 794, margin)


def test_every_page_has_its_own_picture_and_number(document: QTextDocument) -> None:
    first, second = page.picture(document, 0), page.picture(document, 1)
    assert first != second
    below = int(page.MARGIN + page.TEXT_SIZE.height()) + 4
    assert ink(first, 350, below, 450, 1120)
    assert page.picture(document, 0, 192).width() == 1587


def test_a_mark_stands_at_the_head_of_every_page(document: QTextDocument) -> None:
    plain = page.picture(document)
    marked = page.picture(page.marked(document, "ÖVNING – gäller inte"))
    head = QRect(0, 0, plain.width(), round(page.MARGIN))
    assert plain.copy(head) != marked.copy(head)
    below = QRect(0, round(page.MARGIN), plain.width(), plain.height() - round(page.MARGIN))
    assert plain.copy(below) == marked.copy(below)


def test_several_papers_make_one_file(document: QTextDocument, tmp_path: Path) -> None:
    one, both = tmp_path / "one.pdf", tmp_path / "both.pdf"
    page.write_pdf([document], one, samples.TODAY)
    page.write_pdf([document, document], both, samples.TODAY)
    count = re.compile(rb"/Type\s*/Page\b")
    assert len(count.findall(both.read_bytes())) == 2 * len(count.findall(one.read_bytes())) > 0


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST])
def test_ink_is_dark_on_paper_whatever_the_window_looks_like(
    document: QTextDocument, qapp: QApplication, theme: Theme
) -> None:
    by_day = page.picture(document)
    apply(qapp, theme, 1.0)
    try:
        assert page.picture(document) == by_day
    finally:
        apply(qapp, Theme.LIGHT, 1.0)
