"""Puts a finished document on paper: PDF, printer and picture, with the same lines on all three.

Layout is done once, in 96ths of an inch with unhinted design metrics, and scaled to the device; a preview therefore
shows what the printer prints.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt, QUrl, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter

from desktop.documents.markup import TICK_BOX
from desktop.documents.palette import INK
from desktop.runtime.resources import resource

UNITS_PER_INCH = 96
MARGIN_MM = 15.0
_A4_MM = (210.0, 297.0)
_PDF_RESOLUTION = 1200
_MARK = "mark"


def _units(millimetres: float) -> float:
    return millimetres / 25.4 * UNITS_PER_INCH


MARGIN = _units(MARGIN_MM)
TEXT_SIZE = QSizeF(_units(_A4_MM[0]) - 2 * MARGIN, _units(_A4_MM[1]) - 2 * MARGIN)


@cache
def _family() -> str:
    """The family of the bundled typeface, so that PDFs embed the same letters everywhere."""
    families = [
        QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{weight}.otf")))
        )
        for weight in ("Regular", "SemiBold", "Bold")
    ]
    return families[0][0]


def new_document(points: float, style: str, html: str, title: str) -> QTextDocument:
    """An A4 document with text in `points` and the given style sheet and body."""
    font = QFont(_family())
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(_layout_device())
    document.setDefaultStyleSheet(style)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(TICK_BOX), _tick_box())
    document.setHtml(html)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    document.setPageSize(TEXT_SIZE)
    return document


def marked(document: QTextDocument, mark: str) -> QTextDocument:
    """The same document with a mark at the head of every page, for papers that mean nothing outside practice."""
    document.setProperty(_MARK, mark)
    return document


@cache
def _tick_box() -> QImage:
    """Drawn, for the typeface has no such sign; fine enough for any printer."""
    image = QImage(144, 144, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    painter.setPen(QPen(QColor(INK), 12))
    painter.drawRect(12, 12, 120, 120)
    painter.end()
    return image


@cache
def _layout_device() -> QImage:
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(UNITS_PER_INCH / 0.0254))
    device.setDotsPerMeterY(round(UNITS_PER_INCH / 0.0254))
    return device


def write_pdf(documents: Sequence[QTextDocument], path: Path, dated: date) -> None:
    """Write one A4 PDF; the same documents and date give the same bytes. Raises OSError if it cannot be written."""
    pdf = QBuffer()
    pdf.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pdf)
    writer.setResolution(_PDF_RESOLUTION)
    writer.setTitle(_title(documents[0]))
    writer.setCreator("Listningsluckan")
    writer.setDocumentId(QUuid("{00000000-0000-0000-0000-000000000000}"))
    _print(documents, writer)
    path.write_bytes(_without_clock(bytes(pdf.data().data()), dated))


def _title(document: QTextDocument) -> str:
    return document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)


def _without_clock(pdf: bytes, dated: date) -> bytes:
    """The time of writing replaced by the document's own date, byte for byte as long, so that offsets still hold."""
    stamp = f"(D:{dated:%Y%m%d}000000Z)".encode()
    pdf = re.sub(rb"(?<=Date )\(D:\d{14}[^)]*\)", lambda found: stamp.ljust(len(found[0])), pdf)
    return re.sub(
        rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)",
        lambda found: f"{dated:%Y-%m-%d}T00:00:00+00:00".encode()[: len(found[0]) - 1] + found[0][-1:],
        pdf,
    )


def print_documents(documents: Sequence[QTextDocument], printer: QPrinter) -> None:
    """Print on A4 whatever paper the printer was last set to."""
    _print(documents, printer)


def _print(documents: Sequence[QTextDocument], device: QPagedPaintDevice) -> None:
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the page cannot be written")
    try:
        scale = device.logicalDpiX() / UNITS_PER_INCH
        painter.scale(scale, scale)
        sheets = [(document, number) for document in documents for number in range(document.pageCount())]
        for place, (document, number) in enumerate(sheets):
            if place:
                device.newPage()
            _draw(document, painter, number)
    finally:
        painter.end()


def picture(document: QTextDocument, number: int = 0, dots_per_inch: int = 96) -> QImage:
    """One page as it will be printed, on white."""
    scale = dots_per_inch / UNITS_PER_INCH
    image = QImage(round(_units(_A4_MM[0]) * scale), round(_units(_A4_MM[1]) * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    _draw(document, painter, number)
    painter.end()
    return image


def _draw(document: QTextDocument, painter: QPainter, number: int) -> None:
    painter.save()
    painter.setPen(QColor("black"))
    painter.translate(MARGIN, MARGIN - number * TEXT_SIZE.height())
    sheet = QRectF(0, number * TEXT_SIZE.height(), TEXT_SIZE.width(), TEXT_SIZE.height())
    painter.setClipRect(sheet)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = sheet
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    document.documentLayout().draw(painter, context)
    painter.restore()
    font = document.defaultFont()
    font.setPixelSize(13)  # in layout units: points would follow the device's resolution
    painter.setFont(font)
    if mark := document.property(_MARK):
        head = QRectF(MARGIN, MARGIN * 0.15, TEXT_SIZE.width(), MARGIN * 0.7)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(mark))
    if document.pageCount() > 1:
        foot = QRectF(MARGIN, MARGIN + TEXT_SIZE.height(), TEXT_SIZE.width(), MARGIN * 0.8)
        painter.drawText(
            foot, Qt.AlignmentFlag.AlignCenter, f"{_title(document)} · {number + 1} / {document.pageCount()}"
        )
