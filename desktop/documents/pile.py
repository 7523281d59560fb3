"""A pile's summary on paper: how many ended how, and each form in the pile's order; initials, no personal numbers."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page
from desktop.domain.pile import PileSummary, Stage
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts import pile as texts

NORMAL, LARGE = 10.5, 14.0


def pile_document(language: Language, summary: PileSummary, large: bool) -> QTextDocument:
    """The list to lay on top of the pile and tick against it."""
    points = LARGE if large else NORMAL
    pile, terms = summary.pile, summary.pile.terms
    title = language.translate("pile", "Blankettbunt")
    head = f"{listings.day(language, summary.ended_on)} · {terms.centre} · {terms.checked_by}"
    counts = [(texts.stage_name(language, kind), str(pile.count(kind))) for kind in Stage if pile.count(kind)]
    rows = [
        (
            f"{form.place}. {texts.who(language, form)}",
            " · ".join(
                part
                for part in (
                    form.dated.isoformat() if form.dated else "",
                    texts.stage(language, form),
                    form.number,
                )
                if part
            ),
        )
        for form in pile.forms
    ]
    body = "".join(
        (
            f"<h1>{escape(title)}</h1>",
            markup.paragraph(head, "small"),
            markup.paragraph(texts.reconciled(language, summary)),
            markup.table(markup.fact(label, value) for label, value in counts),
            markup.band(),
            markup.space(points * 0.8),
            markup.table(markup.fact(label, value) for label, value in rows),
        )
    )
    return page.new_document(points, markup.style(points), body, title)
