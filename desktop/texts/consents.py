"""What the citizen approves, consents to and is told: to read aloud, to tick, and to print on the form.

All of it is a draft until a region's lawyer has approved it; a profile's approved texts go before these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.agreement import EvidenceKind
from desktop.domain.regions import County, region_name
from desktop.domain.registration import Choice, Consent, Intent, needed_consents
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One consent in words: `read_aloud` is empty where a paper says it; `printed` is what people sign on the form."""

    consent: Consent
    heading: str
    read_aloud: str
    tick: str
    printed: str
    is_draft: bool = True


def draft_note(language: Language) -> str:
    """Said wherever a draft is shown or printed."""
    return language.translate("consents", "Utkast, som ska godkännas av regionens jurist.")


def consent_texts(
    language: Language, choice: Choice, evidence: EvidenceKind, home: County | None, present: frozenset[County]
) -> tuple[ConsentText, ...]:
    """The texts for everything that this choice needs (TKB-L 6.1.5), approval first."""
    return tuple(_texts(language, choice, evidence, home, present))


def _texts(
    language: Language, choice: Choice, evidence: EvidenceKind, home: County | None, present: frozenset[County]
) -> Iterator[ConsentText]:
    needed = needed_consents(home, choice.county, present)
    yield approval(language, choice, evidence)
    if Consent.REGIONS_EXCHANGE in needed:
        yield exchange(language, home, choice.county, present)
    if Consent.CARE_GUARANTEE_TOLD in needed:
        yield care_guarantee(language, home, choice.county)


_APPROVED: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("consents", "Invånaren har godkänt listningen på {centre}."),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("consents", "Invånaren har godkänt listning eller köplats på {centre}."),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("consents", "Invånaren har godkänt att lämna kön till {centre}."),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("consents", "Invånaren har godkänt valet av {doctor} på {centre}."),
}

_ASKED: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("consents", "Du väljer {centre}. Det kan räknas som ett byte. Stämmer det?"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP(
        "consents",
        "Du väljer {centre}. Finns det plats listas du direkt, annars ställs du i kö. "
        "Det kan räknas som ett byte. Stämmer det?",
    ),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("consents", "Du lämnar kön till {centre}. Stämmer det?"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("consents", "Du väljer {doctor} på {centre}. Stämmer det?"),
}


def approval(language: Language, choice: Choice, evidence: EvidenceKind) -> ConsentText:
    """Approval of the choice: by signature on a form, by word at the desk or on the phone."""
    values = {
        "centre": listings.facility_name(choice.facility),
        "doctor": listings.doctor_name(language, choice.doctor),
    }
    heading = language.translate("consents", "Godkännande")
    printed = language.translate("consents", "Jag godkänner valet ovan.")
    if evidence is EvidenceKind.FORM:
        tick = language.translate("consents", "Blanketten är underskriven: {what}").format(
            what=language.translate("consents", _APPROVED[choice.intent]).format(**values)
        )
        return ConsentText(Consent.APPROVED, heading, "", tick, printed)
    tick = language.translate("consents", _APPROVED[choice.intent]).format(**values)
    read = language.translate("consents", _ASKED[choice.intent]).format(**values)
    return ConsentText(Consent.APPROVED, heading, read, tick, printed)


def exchange(language: Language, home: County | None, new: County, present: frozenset[County]) -> ConsentText:
    """Consent to exchange, naming every region that differs among home, new and present (flows 7, 8, 10)."""
    counties = dict.fromkeys([*([home] if home else []), new, *sorted(present)])
    regions = listings.join(language, [region_name(county) for county in counties])
    return ConsentText(
        Consent.REGIONS_EXCHANGE,
        language.translate("consents", "Samtycke till att regionerna delar uppgifter"),
        language.translate(
            "consents",
            "{regions} behöver dela ditt personnummer, länskoderna och eventuellt listningstyp med varandra – "
            "inte vilken mottagning du väljer. Samtycker du till det?",
        ).format(regions=regions),
        language.translate("consents", "Invånaren samtycker till att {regions} delar uppgifter om listningen.").format(
            regions=regions
        ),
        language.translate(
            "consents",
            "Jag samtycker till att {regions} delar personnummer, länskoder och eventuellt listningstyp med varandra – "
            "inte vilken mottagning valet gäller.",
        ).format(regions=regions),
    )


def care_guarantee(language: Language, home: County | None, new: County) -> ConsentText:
    """The information about the care guarantee, when the new region is not home (TKB-L 6.1.5)."""
    told = language.translate(
        "consents",
        "Listar du dig i {new} gäller inte vårdgarantins tider för kontakt och bedömning i primärvården. "
        "Fråga {home} om specialistvård.",
    )
    home_name = region_name(home) if home else language.translate("consents", "din hemregion")
    told = told.format(new=region_name(new), home=home_name)
    printed = language.translate(
        "consents",
        "Jag har fått veta att vårdgarantins tider för kontakt och bedömning i primärvården inte gäller vid listning i "
        "{new}. Frågor om specialistvård: {home}.",
    )
    return ConsentText(
        Consent.CARE_GUARANTEE_TOLD,
        language.translate("consents", "Information om vårdgarantin"),
        told,
        language.translate("consents", "Invånaren har fått informationen om vårdgarantin."),
        printed.format(new=region_name(new), home=home_name),
    )
