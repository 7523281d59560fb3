"""Everything that the citizen is asked for a choice: its approval, by signature or word, then what it needs besides."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.agreement import EvidenceKind
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, IdentityCheck, Intent, needed_consents
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.consents import PLAIN, ConsentText, Manner, care_guarantee, exchange, terms
from desktop.texts.marking import QT_TRANSLATE_NOOP


def consent_texts(
    language: Language,
    choice: Choice,
    evidence: EvidenceKind,
    home: County | None,
    present: frozenset[County],
    manner: Manner = PLAIN,
    along: tuple[str, ...] = (),
    chooser: Chooser | None = None,
    shown: IdentityCheck | None = None,
) -> tuple[ConsentText, ...]:
    """The texts for everything that this choice needs (TKB-L 6.1.5), approval first.

    `along` names the siblings whom the approval also covers; `chooser` None is the citizen. `shown` is how they
    were identified, None where nobody has said.
    """
    texts = _texts(language, choice, home, present, manner)
    return (approval(language, choice, evidence, along, chooser, shown), *texts)


def _texts(
    language: Language, choice: Choice, home: County | None, present: frozenset[County], manner: Manner
) -> Iterator[ConsentText]:
    has_terms = any(wording.terms for wording in manner.approved.values())
    needed = needed_consents(home, choice.county, present, terms=has_terms, intent=choice.intent)
    if Consent.REGIONS_EXCHANGE in needed:
        yield exchange(language, home, choice.county, present, manner)
    if Consent.CARE_GUARANTEE_TOLD in needed:
        yield care_guarantee(language, home, choice.county, manner)
    if Consent.TERMS_ACCEPTED in needed:
        yield terms(language, choice.county, manner)


_APPROVED: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("approvals", "{who} har godkänt listningen på {centre}."),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("approvals", "{who} har godkänt listning eller köplats på {centre}."),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("approvals", "{who} har godkänt att lämna kön till {centre}."),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("approvals", "{who} har godkänt valet av {doctor} på {centre}."),
}

_ASKED: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("approvals", "Du väljer {centre}. Det kan räknas som ett byte. Stämmer det?"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP(
        "approvals",
        "Du väljer {centre}. Finns det plats listas du direkt, annars ställs du i kö. "
        "Det kan räknas som ett byte. Stämmer det?",
    ),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("approvals", "Du lämnar kön till {centre}. Stämmer det?"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("approvals", "Du väljer {doctor} på {centre}. Stämmer det?"),
}


_IDENTIFIED: dict[IdentityCheck, str] = {
    IdentityCheck.DRIVING_LICENCE: QT_TRANSLATE_NOOP("approvals", "{who} har visat körkort."),
    IdentityCheck.ID_CARD: QT_TRANSLATE_NOOP("approvals", "{who} har visat id-kort."),
    IdentityCheck.PASSPORT: QT_TRANSLATE_NOOP("approvals", "{who} har visat pass."),
    IdentityCheck.E_ID: QT_TRANSLATE_NOOP("approvals", "{who} har visat e-legitimation."),
    IdentityCheck.KNOWN: QT_TRANSLATE_NOOP("approvals", "{who} är känd här."),
    IdentityCheck.QUESTIONS: QT_TRANSLATE_NOOP("approvals", "{who} har svarat på kontrollfrågor."),
    IdentityCheck.OTHER: QT_TRANSLATE_NOOP("approvals", "{who} har visat på annat sätt vem det är."),
}


def approval(
    language: Language,
    choice: Choice,
    evidence: EvidenceKind,
    along: tuple[str, ...] = (),
    chooser: Chooser | None = None,
    shown: IdentityCheck | None = None,
) -> ConsentText:
    """Approval of the choice: by signature on a form, by word at the desk or on the phone."""
    values = {
        "who": _who(language, chooser),
        "centre": listings.facility_name(choice.facility),
        "doctor": listings.doctor_name(language, choice.doctor),
    }
    heading = language.translate("approvals", "Godkännande")
    also = ""
    if along:
        names = listings.join(language, list(along))
        also = " " + language.translate("approvals", "Det gäller också {names}.").format(names=names)
    if shown is not None:
        also += " " + language.translate("approvals", _IDENTIFIED[shown]).format(**values)
    printed = language.translate("approvals", "Jag godkänner valet ovan.")
    if evidence is EvidenceKind.FORM:
        tick = language.translate("approvals", "Blanketten är underskriven: {what}").format(
            what=language.translate("approvals", _APPROVED[choice.intent]).format(**values)
        )
        return ConsentText(Consent.APPROVED, heading, "", tick + also, printed)
    tick = language.translate("approvals", _APPROVED[choice.intent]).format(**values) + also
    read = language.translate("approvals", _ASKED[choice.intent]).format(**values)
    return ConsentText(Consent.APPROVED, heading, read, tick, printed)


def _who(language: Language, chooser: Chooser | None) -> str:
    """Who approves, at the beginning of a sentence."""
    if chooser is not None and chooser.guardian is not None:
        return language.translate("approvals", "Vårdnadshavaren")
    if chooser is not None and chooser.representative is not None:
        return language.translate("approvals", "Företrädaren")
    return language.translate("approvals", "Invånaren")
