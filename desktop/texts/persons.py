"""How a person is named, and what must be known about them before anything else is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.domain.citizen import Citizen, Deregistration
from desktop.domain.identity import NumberFault
from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import Notice


def name(language: Language, citizen: Citizen) -> str:
    """First name first, as said aloud; a newborn has none as yet, though perhaps a surname."""
    if citizen.name is not None and citizen.name.given:
        return citizen.name.spoken
    missing = language.translate("persons", "namn saknas")
    return ", ".join(part for part in (citizen.name.spoken if citizen.name else "", missing) if part)


def called(language: Language, citizen: Citizen) -> str:
    """What a sentence calls the person: by name, but "invånaren" without a name or with protected data."""
    spoken = citizen.name.spoken if citizen.name and citizen.name.given and not citizen.is_protected else ""
    return spoken or language.translate("persons", "invånaren")


def age(language: Language, citizen: Citizen, today: date) -> str:
    """`41 år`; `under 1 år` for an infant; `fyller 44 år i år` where a coordination number hides month or day."""
    years = citizen.age(today)
    if not citizen.has_birthday:
        return language.translate("persons", "fyller {n} år i år").format(n=years)
    if years < 1:
        return language.translate("persons", "under 1 år")
    if years == 1:
        return language.translate("persons", "1 år")
    return language.translate("persons", "{n} år").format(n=years)


def born(language: Language, citizen: Citizen) -> str:
    """`född 1985`: all that a receipt says of the number."""
    year = citizen.born.year if citizen.born else citizen.identity.number[:4]
    return language.translate("persons", "född {year}").format(year=year)


_FAULTS: dict[NumberFault, tuple[str, str]] = {
    NumberFault.INCOMPLETE: (
        QT_TRANSLATE_NOOP("persons", "Numret är inte komplett."),
        QT_TRANSLATE_NOOP("persons", "Skriv 10 eller 12 siffror."),
    ),
    NumberFault.CHECK_DIGIT: (
        QT_TRANSLATE_NOOP("persons", "Kontrollsiffran stämmer inte."),
        QT_TRANSLATE_NOOP("persons", "Jämför med legitimationen."),
    ),
    NumberFault.NO_SUCH_DATE: (
        QT_TRANSLATE_NOOP("persons", "Datumet i numret finns inte."),
        QT_TRANSLATE_NOOP("persons", "Skriv år, månad och dag och sedan de fyra sista siffrorna."),
    ),
    NumberFault.RESERVE_NUMBER: (
        QT_TRANSLATE_NOOP("persons", "Det ser ut som ett reservnummer."),
        QT_TRANSLATE_NOOP("persons", "Listning kräver personnummer eller samordningsnummer."),
    ),
    NumberFault.NOT_A_NUMBER: (
        QT_TRANSLATE_NOOP("persons", "Det ser inte ut som ett personnummer."),
        QT_TRANSLATE_NOOP("persons", "Skriv 10 eller 12 siffror."),
    ),
}


def number_fault(language: Language, fault: NumberFault) -> Notice:
    """Help at the field: what is wrong with the number, and how to put it right."""
    heading, text = _FAULTS[fault]
    return Notice(language.translate("persons", heading), language.translate("persons", text))


_DEREGISTERED: dict[Deregistration, tuple[str, str]] = {
    Deregistration.DECEASED: (
        QT_TRANSLATE_NOOP("persons", "Personen är registrerad som avliden."),
        QT_TRANSLATE_NOOP("persons", "Ingen listning kan registreras."),
    ),
    Deregistration.EMIGRATED: (
        QT_TRANSLATE_NOOP("persons", "Personen är registrerad som utflyttad från Sverige."),
        QT_TRANSLATE_NOOP("persons", "Ingen listning kan registreras här. Frågor om folkbokföring: Skatteverket."),
    ),
    Deregistration.OLD_NUMBER: (
        QT_TRANSLATE_NOOP("persons", "Numret används inte längre."),
        QT_TRANSLATE_NOOP("persons", "Personen har fått ett nytt nummer. Sök på det."),
    ),
    Deregistration.OTHER: (
        QT_TRANSLATE_NOOP("persons", "Personen är avregistrerad från folkbokföringen."),
        QT_TRANSLATE_NOOP("persons", "Ingen listning kan registreras här. Kontrollera numret."),
    ),
    Deregistration.FALSE_IDENTITY: (
        QT_TRANSLATE_NOOP("persons", "Numret är avregistrerat."),
        QT_TRANSLATE_NOOP("persons", "Ingen listning kan registreras här. Följ er rutin."),
    ),
    Deregistration.MISSING: (
        QT_TRANSLATE_NOOP("persons", "Personen är avregistrerad från folkbokföringen."),
        QT_TRANSLATE_NOOP("persons", "Ingen listning kan registreras här. Frågor om folkbokföring: Skatteverket."),
    ),
    Deregistration.TECHNICAL: (
        QT_TRANSLATE_NOOP("persons", "Numret är avregistrerat av tekniska skäl."),
        QT_TRANSLATE_NOOP("persons", "Kontrollera numret mot legitimationen."),
    ),
    Deregistration.UNKNOWN_REASON: (
        QT_TRANSLATE_NOOP("persons", "Personen är avregistrerad från folkbokföringen."),
        QT_TRANSLATE_NOOP("persons", "Skälet framgår inte. Kontrollera numret."),
    ),
}


def deregistered(language: Language, reason: Deregistration) -> str:
    """In a word."""
    match reason:
        case Deregistration.DECEASED:
            return language.translate("persons", "Avliden")
        case Deregistration.EMIGRATED:
            return language.translate("persons", "Utvandrad")
        case _:
            return language.translate("persons", "Avregistrerad")


def coordination(language: Language, level: str) -> str:
    """A coordination number and how certain the identity is (identityLevel, IS-P)."""
    match level:
        case "STYRKT":
            return language.translate("persons", "Samordningsnummer, styrkt")
        case "SANNOLIK":
            return language.translate("persons", "Samordningsnummer, sannolik")
        case "OSAKER":
            return language.translate("persons", "Samordningsnummer, osäker")
        case _:
            return language.translate("persons", "Samordningsnummer")


def notices(
    language: Language, citizen: Citizen, *, test_persons: bool = True, numbers: bool = True, form_only: bool = True
) -> tuple[Notice, ...]:
    """What must be seen about the person, the gravest first; without `numbers` where the screen hides them.

    Without `test_persons` the desk is in production, where there are none. `form_only` is what the region has agreed
    about those who have no home county.
    """
    return (
        *_notices(language, citizen, test_persons=test_persons, numbers=numbers),
        *_coordination(language, citizen, form_only=form_only),
    )


def _notices(language: Language, citizen: Citizen, *, test_persons: bool, numbers: bool) -> Iterator[Notice]:
    if citizen.is_protected:
        yield Notice(
            language.translate("persons", "Skyddade personuppgifter"),
            language.translate("persons", "Läs inte upp och skriv inte ut uppgifter om inte invånaren själv vill det."),
            advice=language.translate("persons", "Följ er rutin."),
        )
    if citizen.deregistration is not None:
        heading, text = _DEREGISTERED[citizen.deregistration]
        yield Notice(language.translate("persons", heading), language.translate("persons", text))
    if citizen.is_test_person and not test_persons:
        yield Notice(
            language.translate("persons", "Testperson."),
            language.translate("persons", "Det är ingen invånare. Ingen listning kan registreras."),
            advice=language.translate("persons", "Sök på invånarens eget nummer."),
        )
    if citizen.number_changed:
        said = language.translate("persons", "Ni sökte på {asked}. Personregistret använder nu {now}.")
        yield Notice(
            language.translate("persons", "Numret har ändrats."),
            said.format(asked=citizen.asked.written, now=citizen.identity.written) if numbers else "",
            advice=language.translate("persons", "Kontrollera att det är rätt person."),
        )


def _coordination(language: Language, citizen: Citizen, *, form_only: bool) -> Iterator[Notice]:
    if not citizen.identity.is_coordination_number:
        return
    heading = language.translate("persons", "Samordningsnummer")
    match citizen.coordination_level:
        case "STYRKT":
            text = language.translate("persons", "Identiteten är styrkt.")
        case "SANNOLIK":
            text = language.translate("persons", "Identiteten är sannolik, inte styrkt.")
        case "OSAKER":
            text = language.translate("persons", "Identiteten är osäker.")
        case _:
            text = language.translate("persons", "Personregistret anger inte hur identiteten är styrkt.")
    advice = ""
    if citizen.home_county is not None or citizen.deregistration is not None:
        pass
    elif form_only:
        advice = language.translate("persons", "Hemregion saknas. Skriv ut blanketten och lämna den till regionen.")
    else:
        advice = language.translate("persons", "Hemregion saknas. Enligt avtalet går det att lista i vår region ändå.")
    yield Notice(heading, text, advice=advice)
