"""How evidence is said: who was identified how, by whom and when, in one line; and what is known of a guardian."""

from __future__ import annotations

from datetime import date

from desktop.domain.agreement import EvidenceKind
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.guardianship import Recorded
from desktop.domain.problems import Problem
from desktop.domain.registration import Evidence, IdentityCheck
from desktop.runtime.language import Language
from desktop.texts import listings, persons
from desktop.texts.marking import QT_TRANSLATE_NOOP

_CHECKS: dict[IdentityCheck, str] = {
    IdentityCheck.DRIVING_LICENCE: QT_TRANSLATE_NOOP("evidence", "Körkort"),
    IdentityCheck.ID_CARD: QT_TRANSLATE_NOOP("evidence", "Id-kort"),
    IdentityCheck.PASSPORT: QT_TRANSLATE_NOOP("evidence", "Pass"),
    IdentityCheck.E_ID: QT_TRANSLATE_NOOP("evidence", "E-legitimation"),
    IdentityCheck.KNOWN: QT_TRANSLATE_NOOP("evidence", "Känd"),
    IdentityCheck.QUESTIONS: QT_TRANSLATE_NOOP("evidence", "Kontrollfrågor"),
    IdentityCheck.OTHER: QT_TRANSLATE_NOOP("evidence", "Annat"),
}


def identity_check(language: Language, way: IdentityCheck) -> str:
    """`Körkort`."""
    return language.translate("evidence", _CHECKS[way])


def summary(language: Language, evidence: Evidence, printed_on: date | None = None) -> str:
    """`Legitimation: Körkort, kontrollerad av anna. Kom in 23 november 2026, till Tallbackens vårdcentral.`"""
    parts = []
    if evidence.identity is None:
        parts.append(language.translate("evidence", "Legitimation: ej angiven."))
    elif evidence.checked_by:
        checked = language.translate("evidence", "Legitimation: {way}, kontrollerad av {who}.")
        parts.append(checked.format(way=identity_check(language, evidence.identity), who=evidence.checked_by))
    else:
        said = language.translate("evidence", "Legitimation: {way}.")
        parts.append(said.format(way=identity_check(language, evidence.identity)))
    if evidence.kind is EvidenceKind.FORM and evidence.received is not None:
        arrived = language.translate("evidence", "Kom in {date}.").format(
            date=listings.day(language, evidence.received)
        )
        parts.append(arrived)
    if printed_on is not None and evidence.kind is EvidenceKind.FORM:
        printed = language.translate("evidence", "Utskriven här {date}.")
        parts.append(printed.format(date=listings.day(language, printed_on)))
    if evidence.form_version:
        parts.append(language.translate("evidence", "Version {version}.").format(version=evidence.form_version))
    if evidence.centre:
        parts.append(language.translate("evidence", "Finns på {centre}.").format(centre=evidence.centre))
    if evidence.language:
        parts.append(language.translate("evidence", "Språk: {language}.").format(language=evidence.language))
    if evidence.interpreter:
        parts.append(language.translate("evidence", "Med tolk."))
    return " ".join(parts)


def guardian(
    language: Language,
    found: Citizen | Unknown | Problem | None,
    identified: bool,
    recorded: Recorded | None = None,
) -> str:
    """Whose number was given; that they are a guardian is their own word, and `identified` what the desk has done.

    `recorded` is what the child's record says, where the register may be asked and has answered.
    """
    if recorded is Recorded.YES:
        stated = language.translate("evidence", "Vårdnadshavare enligt personregistret.")
        if identified:
            stated = language.translate("evidence", "Vårdnadshavare enligt personregistret, legitimerad.")
    elif identified:
        stated = language.translate("evidence", "Vårdnadshavare: uppgiven, legitimerad.")
    else:
        stated = language.translate("evidence", "Vårdnadshavare: uppgiven.")
    match found:
        case None:
            return language.translate("evidence", "Slås upp i personregistret …")
        case Citizen() if recorded is Recorded.NOT_STATED:
            silent = language.translate("evidence", "Personregistret anger inte vem som är vårdnadshavare.")
            return f"{_named(language, found)} {stated} {silent}"
        case Citizen():
            return f"{_named(language, found)} {stated}"
        case _:
            return ""


def _named(language: Language, found: Citizen) -> str:
    if found.is_protected:
        return language.translate("evidence", "Skyddade personuppgifter.")
    return f"{persons.name(language, found)}."
