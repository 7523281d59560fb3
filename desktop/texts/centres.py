"""How a care centre is said beyond its listings: its e-services, its queue as a sentence, and the catalogue's age."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.listing import Facility
from desktop.runtime.clock import SWEDEN
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP

_E_SERVICES = {
    "tidbok": QT_TRANSLATE_NOOP("centres", "Boka tid"),
    "recept": QT_TRANSLATE_NOOP("centres", "Förnya recept"),
    "fraga": QT_TRANSLATE_NOOP("centres", "Ställ en fråga"),
}


def e_service(language: Language, name: str) -> str:
    """The common e-services by their short names; any other as the directory writes it."""
    known = _E_SERVICES.get(name.casefold())
    return language.translate("centres", known) if known else name


def queue_sentence(language: Language, facility: Facility) -> str:
    """The queue, or what its absence does not prove (TKB-L 6.2)."""
    if facility.has_queue:
        return listings.queue_column(language, facility)
    return language.translate("centres", "Ingen köinformation. Mottagningen kan vara full ändå.")


def doctor_choice(language: Language, facility: Facility) -> str:
    """Whether a doctor can be chosen, in a word or two."""
    match facility.supports_doctor_choice:
        case True:
            return language.translate("centres", "Ja")
        case False:
            return language.translate("centres", "Nej")
        case None:
            return language.translate("centres", "Anges inte")


def fetched(language: Language, when: datetime) -> str:
    """`Hämtat 23 november 2026 kl. 10:31`."""
    local = when.astimezone(SWEDEN)
    return language.translate("centres", "Hämtat {day} kl. {time}").format(
        day=listings.day(language, local), time=listings.clock(local)
    )


def may_be_outdated(language: Language, when: datetime) -> str:
    """A catalogue more than a day old, or of a region that does not answer."""
    return language.translate("centres", "{fetched}. Listan kan vara inaktuell.").format(
        fetched=fetched(language, when)
    )
