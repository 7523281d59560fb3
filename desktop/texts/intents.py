"""The four intents in words: what a button says, what the review says, and what it can lead to."""

from __future__ import annotations

from desktop.domain.listing import Doctor, Listing
from desktop.domain.registration import Choice, Intent
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP

_REGISTERS: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("intents", "Registrera listning"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("intents", "Lista eller ställ i kö"),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("intents", "Lämna kön"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("intents", "Registrera {contact}"),
}

_REVIEWS: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("intents", "Listning"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("intents", "Listning eller köplats"),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("intents", "Köplatsen lämnas, listningen är oförändrad"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("intents", "Val av {contact}, listningen är oförändrad"),
}


def register(language: Language, choice: Choice, leaving: Listing | None) -> str:
    """The button that sends; it says what is done, never a bare "save"."""
    if choice.intent is Intent.LIST and choice.facility.has_queue:
        return language.translate("intents", "Begär listning")
    if choice.intent is Intent.LIST and leaving is not None:
        return language.translate("intents", "Registrera byte")
    contact = _contact(language, choice.doctor)
    return language.translate("intents", _REGISTERS[choice.intent]).format(contact=contact)


def _contact(language: Language, doctor: Doctor | None) -> str:
    """`fast läkarkontakt` or `fast vårdkontakt`, within a sentence."""
    label = listings.doctor_label(language, doctor)
    return label[:1].lower() + label[1:]


def review(language: Language, choice: Choice, leaving: Listing | None) -> str:
    """What is about to be done, for the review; a listing that replaces one is a change of care centre."""
    if choice.intent is Intent.LIST and leaving is not None:
        return language.translate("intents", "Byte av mottagning")
    said = language.translate("intents", _REVIEWS[choice.intent])
    return said.format(contact=_contact(language, choice.doctor))


_BRIEFS: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("intents", "Listning: {centre}"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("intents", "Listning eller kö: {centre}"),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("intents", "Lämnar kön: {centre}"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("intents", "{contact}: {doctor}"),
}


def brief(language: Language, choice: Choice, leaving: Listing | None) -> str:
    """What is about to be done in a few words, to stay in sight while the rest of a check is scrolled."""
    said = language.translate("intents", _BRIEFS[choice.intent])
    if choice.intent is Intent.LIST and leaving is not None:
        said = language.translate("intents", "Byte: {centre}")
    return said.format(
        centre=listings.facility_name(choice.facility),
        contact=listings.doctor_label(language, choice.doctor),
        doctor=listings.doctor_name(language, choice.doctor),
    )


def from_to(language: Language, choice: Choice, leaving: Listing | None) -> str:
    """`Falu vårdcentral → Vårdcentral Tisken`, or the care centre alone where nothing known is left.

    Who joins a queue leaves nothing unless there is room.
    """
    centre = listings.facility_name(choice.facility)
    if choice.intent is Intent.JOIN_QUEUE:
        said = language.translate("intents", "{centre} – listning om det finns plats, annars kö")
        return said.format(centre=centre)
    return centre if leaving is None else f"{listings.facility_name(leaving.facility)} → {centre}"


_WISHES: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("intents", "Listning på mottagningen"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP(
        "intents", "Listning på mottagningen, eller plats i kö om den är full. Blir det plats sker flytten direkt."
    ),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("intents", "Lämna kön till mottagningen"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("intents", "Val av fast läkarkontakt på mottagningen"),
}


def wish(language: Language, intent: Intent) -> str:
    """What is wished for on the form; without a subject, for a guardian may sign."""
    return language.translate("intents", _WISHES[intent])
