"""What the citizen takes home: in plain language what was ordered, what became of it, and whom to ask.

It carries the year of birth and never a personal number; nothing in it claims more than the outcome does.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page, palette
from desktop.domain.agreement import EvidenceKind
from desktop.domain.listing import Listing
from desktop.domain.outcome import Confirmed, Queued, Receipt, Received, RefusalCode, Refused
from desktop.domain.registration import Consent, Intent
from desktop.runtime.language import Language
from desktop.texts import consents, listings, outcomes, persons, refusals
from desktop.texts.consents import PLAIN, Manner

NORMAL, LARGE = 12.5, 18.0


def receipt_document(
    language: Language,
    receipt: Receipt,
    centre_contact: str,
    large: bool,
    guardians_way: str = "",
    manner: Manner = PLAIN,
) -> QTextDocument:
    """The receipt on A4; `centre_contact` is the care centre's name and telephone, as the citizen should use it.

    `guardians_way` is how the region takes the other guardian's word, as its terms name it; `manner` in what words the
    care guarantee is told.
    """
    points = LARGE if large else NORMAL
    title = _title(language, receipt)
    told = outcomes.tell(language, receipt.outcome, receipt.registration)
    citizen = receipt.registration.citizen
    who = f"{persons.name(language, citizen)}, {persons.born(language, citizen)}"
    head = f"{listings.day(language, receipt.registered_on)} · {who}"
    quote = _quote(language, told.quote) if told.quote else ""
    outcome = f'<td><p class="lead">{escape(told.heading)}</p>{markup.paragraph(told.text)}{quote}</td>'
    body = "".join(
        (
            f"<h1>{escape(title)}</h1>",
            markup.paragraph(head),
            markup.space(2),
            markup.band(),
            markup.space(points * 0.8),
            markup.table([markup.row(outcome)], palette.SOFT, 12),
            markup.space(points * 0.4),
            markup.table(markup.fact(label, value) for label, value in _facts(language, receipt)),
            *(
                markup.heading(label) + markup.paragraph(text)
                for label, text in _closing(language, receipt, centre_contact, guardians_way, manner)
            ),
        )
    )
    return page.new_document(points, markup.style(points), body, f"{title} {receipt.case_number}")


def _title(language: Language, receipt: Receipt) -> str:
    if isinstance(receipt.outcome, Confirmed | Queued | Received):
        return language.translate("receipt", "Kvitto på vårdval")
    return language.translate("receipt", "Besked om vårdval")


def _quote(language: Language, message: str) -> str:
    label = language.translate("receipt", "Regionens meddelande")
    return f'<p><span class="label">{escape(label)}</span><br>”{escape(message)}”</p>'


def _facts(language: Language, receipt: Receipt) -> Iterator[tuple[str, str]]:
    registration, shown = receipt.registration, _shown(receipt)
    choice = registration.choice
    yield language.translate("receipt", "Mottagning"), listings.facility_name(choice.facility)
    yield language.translate("receipt", "Listningstyp"), listings.type_name(language, choice.listing_type)
    same = [item for item in receipt.previous if item.listing_type.key == choice.listing_type.key]
    previous = [item for item in same if not item.in_queue and not item.is_at(choice.facility.hsa_id)]
    if previous and choice.intent in (Intent.LIST, Intent.JOIN_QUEUE):
        names = [listings.facility_name(item.facility) for item in previous]
        left = isinstance(receipt.outcome, Confirmed)
        label = (
            language.translate("receipt", "Tidigare") if left else language.translate("receipt", "Listad före valet")
        )
        yield label, listings.join(language, names)
    if shown is not None and shown.in_queue:
        yield language.translate("receipt", "Köplats"), listings.queue_place(language, shown)
    elif choice.intent is not Intent.LEAVE_QUEUE:
        doctor = (shown.doctor if shown else None) or choice.doctor
        yield listings.doctor_label(language, doctor), listings.doctor_name(language, doctor)
    if shown is not None and shown.valid_from is not None and not shown.in_queue:
        yield language.translate("receipt", "Gäller"), listings.listing(language, shown)
    if shown is not None and not shown.in_queue:
        home = registration.home_county
        yield language.translate("receipt", "Byten"), listings.changes_left(language, shown, home)
    yield language.translate("receipt", "Registrerat utifrån"), _evidence(language, receipt)
    yield language.translate("receipt", "Ärende"), receipt.case_number
    if receipt.wish:
        yield language.translate("receipt", "Önskemål till mottagningen"), receipt.wish


def _shown(receipt: Receipt) -> Listing | None:
    match receipt.outcome:
        case Confirmed(shown=shown):
            return shown
        case Queued(place=place):
            return place
    return None


def _evidence(language: Language, receipt: Receipt) -> str:
    evidence = receipt.registration.evidence
    dated = listings.day(language, evidence.dated)
    if evidence.kind is EvidenceKind.FORM:
        return language.translate("receipt", "blankett, underskriven {date}").format(date=dated)
    return language.translate("receipt", "telefonsamtal {date}").format(date=dated)


def _closing(
    language: Language, receipt: Receipt, centre_contact: str, guardians_way: str, manner: Manner
) -> Iterator[tuple[str, str]]:
    registration = receipt.registration
    refused = receipt.outcome.code if isinstance(receipt.outcome, Refused) else None
    if refused is RefusalCode.GUARDIAN_CONSENT and guardians_way:
        heading = language.translate("receipt", "Så går ni vidare")
        yield heading, refusals.guardians_way(language, guardians_way)
    if receipt.wish:
        wish = language.translate("receipt", "Önskemålet har inte skickats till regionen. Mottagningen avgör.")
        yield language.translate("receipt", "Om önskemålet"), wish
    if Consent.CARE_GUARANTEE_TOLD in registration.needed_consents:
        told = consents.care_guarantee(language, registration.home_county, registration.choice.county, manner)
        yield told.heading, told.read_aloud
    text = language.translate("receipt", "Kontakta {contact}, eller logga in på 1177.se.").format(
        contact=centre_contact
    )
    yield language.translate("receipt", "Stämmer något inte?"), text
