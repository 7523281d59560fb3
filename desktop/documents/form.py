"""The pre-filled form to sign: what the citizen chooses, consents to and signs, and what the desk fills in.

It names the case by a code that holds no personal number, so that a form that returns can open its case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from desktop.documents import markup, page
from desktop.domain.agreement import EvidenceKind
from desktop.domain.citizen import Citizen
from desktop.domain.regions import County, region_name
from desktop.domain.registration import Choice, Intent
from desktop.runtime.language import Language
from desktop.texts import consents, intents, listings, persons

# Points. An adult's form has fewer signatures, and so room for larger letters.
ADULT, CHILD, LARGE = 11.5, 10.0, 15.0
_OF_AGE = 18
_CODE_PICTURE = "code.png"


@dataclass(frozen=True, slots=True)
class FormContent:
    """What a form is filled with. `present` are the regions where the citizen is listed now, for the consent.

    `case_code` is printed as it is, may be empty, and must hold no personal number; `code_picture` is the same code
    for a scanner. `hand_in` says where the signed form goes; `contact` whom to ask.
    """

    citizen: Citizen
    choice: Choice
    case_code: str
    prepared_on: date
    present: frozenset[County] = field(default_factory=frozenset)
    phone: str = ""
    hand_in: str = ""
    contact: str = ""
    code_picture: QImage | None = None

    def __post_init__(self) -> None:
        if self.citizen.identity.number[2:] in "".join(filter(str.isdigit, self.case_code)):
            raise ValueError("a case code holds no personal number")

    @property
    def is_for_child(self) -> bool:
        """Guardians sign for those under eighteen; from the profile's age the child signs as well."""
        return self.citizen.age(self.prepared_on) < _OF_AGE


def form_document(language: Language, content: FormContent, *, large: bool = False) -> QTextDocument:
    """The form on A4: one page in normal print, two at most in large."""
    points = LARGE if large else CHILD if content.is_for_child else ADULT
    room = {(False, False): 42, (True, False): 28, (False, True): 34, (True, True): 54}[content.is_for_child, large]
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
    if content.code_picture is not None:
        right += f'<br><img src="{_CODE_PICTURE}" height="42">'
    return markup.table([markup.row(markup.cell(left, 66), markup.cell(right, 34, "right"))]) + markup.band()


def _citizen(language: Language, content: FormContent, room: int) -> str:
    citizen = content.citizen
    number = language.translate("form", "Personnummer")
    if citizen.identity.is_coordination_number:
        number = language.translate("form", "Samordningsnummer")
    phone = language.translate("form", "Telefon dagtid")
    name = persons.name(language, citizen) if citizen.name and citizen.name.spoken else ""
    upper = markup.line(
        markup.field(language.translate("form", "Namn"), name, 64),
        markup.field(number, citizen.identity.written, 34),
    )
    lower = markup.line(markup.field(phone, content.phone, 100) if content.phone else markup.blank(phone, 100, room))
    return markup.heading(language.translate("form", "Den som väljer mottagning")) + upper + lower


def _choice(language: Language, content: FormContent, points: float) -> str:
    choice = content.choice
    centre = markup.line(
        markup.field(language.translate("form", "Mottagning"), listings.facility_name(choice.facility), 64),
        markup.field(language.translate("form", "Listningstyp"), listings.type_name(language, choice.listing_type), 34),
    )
    queue = language.translate("form", "Kö enligt regionen")
    doctor = markup.line(
        markup.field(listings.doctor_label(language, choice.doctor), listings.doctor_name(language, choice.doctor), 64),
        markup.field(queue, listings.queue_column(language, choice.facility), 34),
    )
    tick = ""
    if choice.intent is Intent.LIST:
        tick = markup.space(3) + markup.tick(language.translate("form", "Ställ i kö om mottagningen är full."), points)
    wish = markup.paragraph(intents.wish(language, choice.intent), "lead")
    return markup.heading(language.translate("form", "Valet")) + wish + centre + doctor + tick


def _consents(language: Language, content: FormContent, points: float) -> str:
    home = content.citizen.home_county
    texts = consents.consent_texts(language, content.choice, EvidenceKind.FORM, home, content.present)
    approval, others = texts[0], texts[1:]
    heading = language.translate("form", "Samtycke och godkännande") if others else approval.heading
    ticks = "".join(markup.tick(text.printed, points) for text in others)
    return markup.heading(heading) + ticks + markup.paragraph(approval.printed, "value")


def _signatures(language: Language, content: FormContent, room: int, large: bool) -> str:
    signature = language.translate("form", "Namnteckning")
    place = language.translate("form", "Ort och datum")
    own = markup.line(markup.blank(signature, 64, room), markup.blank(place, 34, room))
    if not content.is_for_child:
        return markup.heading(language.translate("form", "Underskrift")) + own
    number = language.translate("form", "Personnummer")
    guardians = ""
    for count in (1, 2):
        who = language.translate("form", "Vårdnadshavare {n}, namn").format(n=count)
        guardians += markup.line(markup.blank(who, 64, room - 10), markup.blank(number, 34, room - 10)) + own
    both = markup.paragraph(language.translate("form", "Finns två vårdnadshavare skriver båda under."), "small")
    child = language.translate("form", "Den unga skriver under själv, där regionen låter unga välja själva:")
    heading = markup.heading(language.translate("form", "Vårdnadshavarnas underskrifter"), new_page=large)
    return heading + both + guardians + markup.space(4) + markup.paragraph(child, "small") + own


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
        [markup.row(f"<td>{heading}{shown}{markup.table([markup.row(ticks)])}{dates}</td>")], markup.SOFT, 10
    )


def _foot(language: Language, content: FormContent) -> str:
    lines = []
    if content.hand_in:
        place = language.translate("form", "Lämna eller skicka blanketten till {place}.")
        lines.append(place.format(place=content.hand_in))
    if content.contact:
        lines.append(language.translate("form", "Frågor? {contact}.").format(contact=content.contact))
    fine = [consents.draft_note(language)]
    if content.case_code:
        fine.insert(0, language.translate("form", "Ärendekoden innehåller inga personuppgifter."))
    return markup.paragraph(" ".join(lines)) + markup.paragraph(" ".join(fine), "small")
