"""The pre-filled form as a sheet: what the citizen chooses, consents to and signs, and what the desk fills in."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page, palette
from desktop.documents.form_content import FormContent
from desktop.domain.agreement import EvidenceKind
from desktop.domain.regions import region_name
from desktop.domain.registration import Choice, Chooser, Consent, Intent
from desktop.runtime.language import LANGUAGES, Language
from desktop.texts import approvals, consents, intents, listings, persons
from desktop.texts.consents import ConsentText

# Points. An adult's form has fewer signatures, and so room for larger letters.
ADULT, CHILD, LARGE = 11.5, 10.0, 15.0
_CODE_PICTURE = "code.png"
_PICTURE = 52  # Units: 14 mm, in which a module is 0.48 mm.


def form_document(language: Language, content: FormContent, *, large: bool = False) -> QTextDocument:
    """The form on A4: one page in normal print, two at most in large."""
    crowded = content.is_for_child or content.is_represented
    points = LARGE if large else CHILD if crowded else ADULT
    room = {(False, False): 42, (True, False): 28, (False, True): 34, (True, True): 54}[crowded, large]
    title = language.translate("form", "Val av mottagning")
    body = "".join(
        (
            _head(language, content, title),
            _citizen(language, content, room - 16),
            _choice(language, content, points),
            _consents(language, content, points),
            _signatures(language, content, room, large),
            markup.space(points * 0.8),
            _desk(language, room - 10, points),
            markup.space(2),
            _foot(language, content),
        )
    )
    document = page.new_document(points, markup.style(points), body, f"{title} {content.case_code}".strip())
    if content.code_picture is not None:
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(_CODE_PICTURE), content.code_picture)
    return document


def _head(language: Language, content: FormContent, title: str) -> str:
    region = region_name(content.choice.county)
    made = language.translate("form", "Förberedd {date}").format(date=listings.day(language, content.prepared_on))
    left = f"<h1>{escape(title)}</h1>" + markup.paragraph(f"{region} · {made}", "small")
    label = language.translate("form", "Ärendekod") if content.case_code else ""
    right = f'<span class="label">{escape(label)}</span><br><span class="code">{escape(content.case_code)}</span>'
    if content.code_picture is None:
        return markup.table([markup.row(markup.cell(left, 66), markup.cell(right, 34, "right"))]) + markup.band()
    picture = f'<img src="{_CODE_PICTURE}" height="{_PICTURE}">'
    cells = (markup.cell(left, 60), markup.cell(right, 28, "right"), markup.cell(picture, 12, "right"))
    return markup.table([markup.row(*cells)]) + markup.band()


def _citizen(language: Language, content: FormContent, room: int) -> str:
    citizen = content.citizen
    number = language.translate("form", "Personnummer")
    whose = language.translate("form", "Den som väljer mottagning")
    phone = language.translate("form", "Telefon dagtid")
    if content.is_for_child:
        whose = language.translate("form", "Den som valet gäller")
        phone = language.translate("form", "Vårdnadshavarens telefon dagtid")
    heading = markup.heading(whose)
    if citizen is None:
        name = language.translate("form", "Namn")
        upper = markup.line(markup.blank(name, 64, room), markup.blank(number, 34, room))
        return heading + upper + markup.line(markup.blank(phone, 100, room))
    if citizen.identity.is_coordination_number:
        number = language.translate("form", "Samordningsnummer")
    name = persons.name(language, citizen) if citizen.name and citizen.name.spoken else ""
    upper = markup.line(
        markup.field(language.translate("form", "Namn"), name, 64),
        markup.field(number, citizen.identity.written, 34),
    )
    lower = markup.line(markup.field(phone, content.phone, 100) if content.phone else markup.blank(phone, 100, room))
    return heading + upper + lower


def _choice(language: Language, content: FormContent, points: float) -> str:
    choice = content.choice
    centre = markup.line(
        markup.field(language.translate("form", "Mottagning"), listings.facility_name(choice.facility), 64),
        markup.field(language.translate("form", "Listningstyp"), listings.type_name(language, choice.listing_type), 34),
    )
    queue = language.translate("form", "Kö enligt regionen")
    stated = markup.field(queue, listings.queue_column(language, choice.facility), 34)
    doctor = markup.line(_doctor(language, choice), stated)
    tick = ""
    if choice.intent is Intent.LIST:
        tick = markup.space(3) + markup.tick(language.translate("form", "Ställ i kö om mottagningen är full."), points)
    wish = markup.paragraph(intents.wish(language, choice.intent), "lead")
    return markup.heading(language.translate("form", "Valet")) + wish + centre + doctor + tick


def _doctor(language: Language, choice: Choice) -> str:
    """The doctor, or a line to write one on where one may be chosen; together with a queue none is."""
    label = listings.doctor_label(language, choice.doctor)
    if choice.doctor is not None:
        return markup.field(label, listings.doctor_name(language, choice.doctor), 64)
    if choice.intent is not Intent.LIST or choice.facility.supports_doctor_choice is False:
        return markup.cell("", 64)
    return markup.blank(language.translate("form", "{contact}, om någon önskas").format(contact=label), 64, 18)


def _consents(language: Language, content: FormContent, points: float) -> str:
    home = content.citizen.home_county if content.citizen is not None else None
    present, manner = content.present, content.manner
    texts = approvals.consent_texts(language, content.choice, EvidenceKind.FORM, home, present, manner)
    if content.citizen is None:
        texts = (*texts, consents.exchange(language, None, content.choice.county, present, manner))
    approval, others = texts[0], texts[1:]
    swedish = _in_swedish(language, content, others)
    heading = language.translate("form", "Samtycke och godkännande") if others else approval.heading
    where = ""
    if content.citizen is None:
        only = language.translate("form", "Bara för den som är folkbokförd i en annan region än {region}:")
        where = markup.paragraph(only.format(region=region_name(content.choice.county)), "small")
    ticks = where + "".join(_tick(text, again, points) for text, again in zip(others, swedish, strict=True))
    return markup.heading(heading) + ticks + markup.paragraph(approval.printed, "value")


def _in_swedish(language: Language, content: FormContent, texts: tuple[ConsentText, ...]) -> tuple[str, ...]:
    """The same consents in the paper's own words, where they are printed in a language that only the region has."""
    manner = content.manner
    if not manner.code or manner.code in LANGUAGES:
        return ("",) * len(texts)
    plain = replace(manner, code="", easy=False)
    home = content.citizen.home_county if content.citizen is not None else None
    county, present = content.choice.county, content.present
    said = {
        Consent.REGIONS_EXCHANGE: lambda: consents.exchange(language, home, county, present, plain),
        Consent.CARE_GUARANTEE_TOLD: lambda: consents.care_guarantee(language, home, county, plain),
        Consent.TERMS_ACCEPTED: lambda: consents.terms(language, county, plain),
    }
    printed = tuple(said[text.consent]().printed for text in texts)
    return tuple("" if again == text.printed else again for again, text in zip(printed, texts, strict=True))


def _tick(text: ConsentText, again: str, points: float) -> str:
    below = markup.paragraph(again, "small") if again else ""
    return markup.tick(text.printed, points) + below


def _signatures(language: Language, content: FormContent, room: int, large: bool) -> str:
    signature = language.translate("form", "Namnteckning")
    place = language.translate("form", "Ort och datum")
    own = markup.line(markup.blank(signature, 64, room), markup.blank(place, 34, room))
    if not content.is_for_child:
        other = _representative(language, content, room) + own if content.is_represented else ""
        return markup.heading(language.translate("form", "Underskrift")) + own + other
    number = language.translate("form", "Personnummer")
    guardians = ""
    for count in (1, 2):
        who = language.translate("form", "Vårdnadshavare {n}, namn").format(n=count)
        known = content.chooser if count == 1 and content.chooser.guardian is not None else Chooser()
        written = known.guardian.written if known.guardian is not None else ""
        guardians += markup.line(
            _filled(who, known.guardian_name, 64, room - 10), _filled(number, written, 34, room - 10)
        )
        guardians += own
    both = markup.paragraph(language.translate("form", "Finns två vårdnadshavare skriver båda under."), "small")
    heading = markup.heading(language.translate("form", "Vårdnadshavarnas underskrifter"), new_page=large)
    if not content.signs_young:
        return heading + both + guardians
    child = language.translate("form", "Den unga skriver under själv, där regionen låter unga välja själva:")
    return heading + both + guardians + markup.space(4) + markup.paragraph(child, "small") + own


def _representative(language: Language, content: FormContent, room: int) -> str:
    """Who signs instead of the citizen, and the document that gives them the right."""
    known = content.chooser.representative
    name, basis = (known.name, known.basis) if known is not None else ("", "")
    who = language.translate("form", "Annan företrädare, namn")
    right = language.translate("form", "Handling som ger rätten att välja")
    return markup.line(_filled(who, name, 48, room - 10), _filled(right, basis, 50, room - 10))


def _filled(label: str, value: str, width: int, room: int) -> str:
    return markup.field(label, value, width) if value else markup.blank(label, width, room)


def _desk(language: Language, room: int, points: float) -> str:
    ways = (
        language.translate("form", "Körkort"),
        language.translate("form", "Id-kort"),
        language.translate("form", "Pass"),
        language.translate("form", "Känd"),
        language.translate("form", "Annat"),
    )
    ticks = "".join(f"<td>{markup.tick(way, points * 0.9)}</td>" for way in ways)
    heading = markup.paragraph(language.translate("form", "Fylls i av mottagningen"), "value")
    shown = markup.paragraph(language.translate("form", "Legitimation"), "label")
    dates = markup.line(
        markup.blank(language.translate("form", "Mottagen, datum"), 27, room),
        markup.blank(language.translate("form", "Registrerad, datum"), 27, room),
        markup.blank(language.translate("form", "Signatur"), 42, room),
    )
    return markup.table(
        [markup.row(f"<td>{heading}{shown}{markup.table([markup.row(ticks)])}{dates}</td>")], palette.SOFT, 10
    )


def _is_approved(language: Language, content: FormContent) -> bool:
    """Whether everything on it that is signed for is the region's own, the Swedish beside another language too."""
    manner = content.manner
    beside = not manner.code or manner.code in LANGUAGES or language.code in manner.approved
    return manner.is_approved(language) and beside


def _foot(language: Language, content: FormContent) -> str:
    lines = []
    if content.hand_in:
        place = language.translate("form", "Lämna eller skicka blanketten till {place}.")
        lines.append(place.format(place=content.hand_in))
    if content.contact:
        lines.append(language.translate("form", "Frågor? {contact}.").format(contact=content.contact))
    fine = [] if _is_approved(language, content) else [consents.draft_note(language)]
    if content.version:
        fine.append(language.translate("form", "Blankettens version: {version}.").format(version=content.version))
    if content.case_code:
        fine.insert(0, language.translate("form", "Ärendekoden innehåller inga personuppgifter."))
    return markup.paragraph(" ".join(lines)) + markup.paragraph(" ".join(fine), "small")
