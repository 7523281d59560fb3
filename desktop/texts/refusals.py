"""Each refusal in words: what to say aloud, what the citizen can do, and a next step that is not the same message.

A refused message would be refused again (SjD: no resend on ERROR), and the region's own words are quoted beside ours
(TKB-L 4.3.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.listing import Facility
from desktop.domain.outcome import RefusalCode
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Explained:
    """A refusal: `say` is read aloud, `next_step` is for the desk."""

    heading: str
    text: str
    say: str
    next_step: str


_REFUSALS: dict[RefusalCode, tuple[str, str, str, str]] = {
    RefusalCode.ERROR: (
        QT_TRANSLATE_NOOP("refusals", "Regionen sa nej"),
        QT_TRANSLATE_NOOP("refusals", "Inget har ändrats. Skicka inte samma begäran igen."),
        QT_TRANSLATE_NOOP(
            "refusals",
            "Regionen godtog inte registreringen. Ingenting har ändrats. "
            "Det går att välja en annan mottagning eller att lämna in en blankett.",
        ),
        QT_TRANSLATE_NOOP("refusals", "Kontrollera uppgifterna. Stämmer de, kontakta supporten och uppge ärendet."),
    ),
    RefusalCode.CHANGES_EXCEEDED: (
        QT_TRANSLATE_NOOP("refusals", "Inga byten kvar just nu"),
        QT_TRANSLATE_NOOP(
            "refusals",
            "Så många byten som regionen tillåter är redan gjorda. Inget har ändrats. Skicka inte samma begäran igen.",
        ),
        QT_TRANSLATE_NOOP(
            "refusals", "Regionen säger att inga byten är kvar just nu. Finns särskilda skäl kan regionen pröva dem."
        ),
        QT_TRANSLATE_NOOP("refusals", "Finns särskilda skäl, till exempel en flytt: kontakta regionen."),
    ),
    RefusalCode.FULL: (
        QT_TRANSLATE_NOOP("refusals", "Full enligt regionen"),
        QT_TRANSLATE_NOOP(
            "refusals",
            "{centre} tar inte emot fler just nu. Undantag kan finnas. Inget har ändrats. "
            "Skicka inte samma begäran igen.",
        ),
        QT_TRANSLATE_NOOP("refusals", "{centre} är full just nu. Ingenting har ändrats."),
        "",
    ),
    RefusalCode.GUARDIAN_CONSENT: (
        QT_TRANSLATE_NOOP("refusals", "Båda vårdnadshavarna behöver godkänna"),
        QT_TRANSLATE_NOOP(
            "refusals",
            "Regionen behöver båda vårdnadshavarnas godkännande. Inget har ändrats. Skicka inte samma begäran igen.",
        ),
        QT_TRANSLATE_NOOP(
            "refusals", "Regionen behöver att båda vårdnadshavarna godkänner valet. Ingenting har ändrats."
        ),
        QT_TRANSLATE_NOOP(
            "refusals", "Skriv ut blanketten för båda vårdnadshavarnas underskrifter, eller hänvisa till 1177."
        ),
    ),
    RefusalCode.AGE_LIMIT: (
        QT_TRANSLATE_NOOP("refusals", "Åldersgränsen hindrar listningen"),
        QT_TRANSLATE_NOOP(
            "refusals",
            "Regionen har en åldersgräns för det här valet. Inget har ändrats. Skicka inte samma begäran igen.",
        ),
        QT_TRANSLATE_NOOP(
            "refusals",
            "Regionen har en åldersgräns för det här valet. Ingenting har ändrats. "
            "Det går att välja en annan mottagning eller typ.",
        ),
        QT_TRANSLATE_NOOP("refusals", "Välj en annan mottagning eller en annan listningstyp."),
    ),
}


_CHOSE_ALONE = (
    QT_TRANSLATE_NOOP("refusals", "En vårdnadshavare behöver godkänna"),
    QT_TRANSLATE_NOOP(
        "refusals",
        "Regionen tar inte emot den ungas eget val här. Inget har ändrats. Skicka inte samma begäran igen.",
    ),
    QT_TRANSLATE_NOOP("refusals", "Regionen behöver att en vårdnadshavare godkänner valet. Ingenting har ändrats."),
    QT_TRANSLATE_NOOP("refusals", "Låt vårdnadshavaren välja, eller skriv ut blanketten."),
)
"""Guardians' consent is needed, and no guardian has chosen."""


_GUARDIAN_WAYS: dict[str, str] = {
    "second-call": QT_TRANSLATE_NOOP(
        "refusals",
        "Regionen tar emot den andra vårdnadshavarens val som en egen registrering, med den personens nummer.",
    ),
    "form": QT_TRANSLATE_NOOP("refusals", "Skriv ut blanketten för båda vårdnadshavarnas underskrifter."),
    "1177": QT_TRANSLATE_NOOP("refusals", "Båda vårdnadshavarna godkänner själva genom att logga in på 1177.se."),
}


def guardians_way(language: Language, way: str) -> str:
    """How the region takes the other guardian's word, as its terms in the profile name it; empty where they do not."""
    return language.translate("refusals", _GUARDIAN_WAYS[way]) if way else ""


def explain_refusal(
    language: Language, code: RefusalCode, facility: Facility, instruction: str, *, chose_alone: bool = False
) -> Explained:
    """A refusal in words; `instruction` is the profile's "så gör ni i regionen" for guardians, if it has one.

    `chose_alone`: no guardian has chosen, so that it is not the other one who is missing.
    """
    centre = listings.facility_name(facility)
    alone = code is RefusalCode.GUARDIAN_CONSENT and chose_alone
    heading, text, say, next_step = (
        language.translate("refusals", said).format(centre=centre) if said else ""
        for said in (_CHOSE_ALONE if alone else _REFUSALS[code])
    )
    if code is RefusalCode.FULL:
        next_step = _after_full(language, facility)
        say = f"{say} {_can_be_done(language, facility)}"
    if code is RefusalCode.GUARDIAN_CONSENT and instruction and not alone:
        next_step = instruction
    return Explained(heading, text, say, next_step)


def _after_full(language: Language, facility: Facility) -> str:
    if facility.has_queue:
        return language.translate("refusals", "Välj Lista eller ställ i kö, eller en annan mottagning.")
    return language.translate("refusals", "Välj en annan mottagning, eller fråga regionen om undantag.")


def _can_be_done(language: Language, facility: Facility) -> str:
    if facility.has_queue:
        return language.translate("refusals", "Det går att ställa sig i kö eller välja en annan mottagning.")
    return language.translate("refusals", "Det går att välja en annan mottagning.")
