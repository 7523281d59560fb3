"""An extract of the audit trail: as pages for the citizen who asks, and as CSV for whoever looks through it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page
from desktop.domain.audit import AuditRow, TrailQuestion
from desktop.runtime.language import Language
from desktop.texts import trail

_POINTS = 9.5
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(language: Language, rows: Sequence[AuditRow]) -> bytes:
    """Semicolons and a byte order mark, as spreadsheets in Swedish want it; nothing in it is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(trail.columns(language))
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in trail.cells(language, row)])
    return out.getvalue().encode("utf-8-sig")


def extract_document(language: Language, question: TrailQuestion, rows: Sequence[AuditRow], made: str) -> QTextDocument:
    """The extract on A4; `made` is when and by whom it was made."""
    title = trail.title(language, question)
    count = language.translate("trail", "Rader: {n}").format(n=len(rows))
    names = trail.columns(language)
    body = [f"<h1>{escape(title)}</h1>", markup.paragraph(f"{made}. {count}", "small"), markup.band()]
    body += [_row(names, trail.cells(language, row)) for row in rows]
    return page.new_document(_POINTS, markup.style(_POINTS), "".join(body), title)


def _row(names: Sequence[str], cells: Sequence[str]) -> str:
    """When and what as a line of its own; below it whatever else is known."""
    at, who, place, what, *rest = cells
    lead = f"<b>{escape(at)}</b> &nbsp; {escape(what)}<br>{escape(who)}, {escape(place)}"
    told = "<br>".join(
        f'<span class="label">{escape(name)}:</span> {escape(cell)}'
        for name, cell in zip(names[4:], rest, strict=True)
        if cell
    )
    return f"<p>{lead}{'<br>' + told if told else ''}</p>"
