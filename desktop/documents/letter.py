"""The letter that goes back with a form that cannot be registered yet: what is missing, and where it goes."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page
from desktop.documents.code_picture import code_picture
from desktop.domain.draft import Draft
from desktop.domain.listing import Facility
from desktop.runtime.language import Language
from desktop.texts import lacking, listings, persons

NORMAL, LARGE = 12.0, 16.0
_PICTURE = "code.png"


def letter_document(
    language: Language, draft: Draft, number: str, written_on: date, hand_in: str, contact: str, large: bool
) -> QTextDocument:
    """The letter on A4, without the personal number; its code opens the case when it comes back.

    `hand_in` is the care centre that asks, `contact` whom to turn to.
    """
    points = LARGE if large else NORMAL
    title = language.translate("letter", "Din blankett behöver kompletteras")
    case = language.translate("letter", "Ärende {n}").format(n=number)
    head = f"{listings.day(language, written_on)} · {case}"
    wish = draft.wish
    centre = listings.facility_name(wish.facility or Facility(hsa_id=wish.hsa_id)) if wish is not None else ""
    got = language.translate("letter", "Vi har fått din blankett om att välja {centre}.").format(centre=centre)
    nothing = language.translate("letter", "Vi kan inte registrera valet än. Din listning är inte ändrad.")
    steps = "".join(f"<li>{escape(lacking.asks(language, lack))}</li>" for lack in draft.lacks)
    back = language.translate("letter", "Lämna eller skicka blanketten och det här brevet till {centre}.").format(
        centre=hand_in
    )
    ask = language.translate("letter", "Frågor: {contact}").format(contact=contact or hand_in)
    body = "".join(
        (
            f"<h1>{escape(title)}</h1>",
            markup.paragraph(head, "small"),
            markup.paragraph(persons.name(language, draft.citizen)),
            markup.band(),
            markup.paragraph(got),
            markup.paragraph(nothing),
            markup.heading(language.translate("letter", "Gör så här")),
            f"<ul>{steps}</ul>",
            markup.paragraph(draft.told) if draft.told else "",
            markup.paragraph(back),
            markup.paragraph(ask),
            _code(language, draft.code) if draft.code else "",
        )
    )
    document = page.new_document(points, markup.style(points), body, f"{title} {number}")
    if draft.code:
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(_PICTURE), code_picture(draft.code))
    return document


def _code(language: Language, code: str) -> str:
    label = language.translate("letter", "Ärendekod")
    line = f'<p><span class="label">{escape(label)}</span> <span class="code">{escape(code)}</span></p>'
    return line + f'<p><img src="{_PICTURE}" width="96" height="96"></p>'
