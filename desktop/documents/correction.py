"""A Rättelse on paper, for the region's contact: who, what and when, from what the region shows and our own cases."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page
from desktop.domain.case import Correction
from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.texts import cases, listings, persons

NORMAL, LARGE = 11.5, 15.0


def correction_document(
    language: Language,
    correction: Correction,
    number: str,
    written_on: date,
    desk: str,
    region_contact: str,
    large: bool,
) -> QTextDocument:
    """The correction on A4; it goes to the region, and so it carries the whole personal number.

    `desk` is who writes, and where they can be reached; `region_contact` to whom, empty where the profile names none.
    """
    points = LARGE if large else NORMAL
    title = language.translate("correction", "Rättelse av listning")
    to = language.translate("correction", "Till: {contact}").format(
        contact=region_contact or region_name(correction.county)
    )
    case = language.translate("correction", "Ärende {n}").format(n=number)
    head = f"{listings.day(language, written_on)} · {case}"
    note = language.translate("correction", "Inget har skickats eller ändrats. Regionen avgör vad som rättas.")
    body = "".join(
        (
            f"<h1>{escape(title)}</h1>",
            markup.paragraph(to),
            markup.paragraph(head, "small"),
            markup.band(),
            markup.space(points * 0.8),
            markup.table(markup.fact(label, value) for label, value in _facts(language, correction, desk)),
            markup.paragraph(note),
        )
    )
    return page.new_document(points, markup.style(points), body, f"{title} {number}")


def _facts(language: Language, correction: Correction, desk: str) -> list[tuple[str, str]]:
    citizen, shows = correction.citizen, language.translate("correction", "{region} visar")
    return [
        (
            language.translate("correction", "Invånare"),
            f"{persons.name(language, citizen)}, {citizen.identity.written}",
        ),
        (language.translate("correction", "Det gäller"), cases.listed(language, correction.shown)),
        (language.translate("correction", "Fel"), cases.mistake(language, correction.mistake)),
        (language.translate("correction", "Invånaren säger"), correction.told or "–"),
        *(
            (shows.format(region=region_name(county)), cases.listed(language, item))
            for county, item in correction.listings
        ),
        (language.translate("correction", "Våra egna ärenden"), ", ".join(correction.own_cases) or "–"),
        (language.translate("correction", "Upprättad av"), f"{correction.staff}, {desk}"),
    ]
