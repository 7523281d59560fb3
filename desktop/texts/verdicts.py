"""Kontroll före registrering in words: each reason with its remedy, and each loss as a line that can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.agreement import EvidenceKind
from desktop.domain.listing import Listing, Overview, Pending
from desktop.domain.problems import Problem
from desktop.domain.reasons import Level, Why
from desktop.domain.regions import region_name
from desktop.domain.registration import Choice
from desktop.domain.rules import Rules
from desktop.domain.verdict import Verdict, cannot_be_asked, others_of
from desktop.runtime.language import Language
from desktop.texts import listings, losses, persons
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import sentence
from desktop.texts.reasons import COVERED, REASONS, SHOWS_A_LISTING


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a registration is uncertain or not possible, and what can be done about it."""

    level: Level
    text: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Described:
    """A verdict in words: a heading for its level, the reasons, and what the citizen would lose."""

    heading: str
    reasons: tuple[Reason, ...]
    losses: tuple[str, ...]


_HEADINGS: dict[Level, str] = {
    Level.CLEAR: QT_TRANSLATE_NOOP("verdicts", "Vi ser inget hinder – regionen avgör"),
    Level.UNCERTAIN: QT_TRANSLATE_NOOP("verdicts", "Kan registreras – regionen avgör"),
    Level.NEEDS: QT_TRANSLATE_NOOP("verdicts", "Något behövs först"),
    Level.NOT_POSSIBLE: QT_TRANSLATE_NOOP("verdicts", "Kan inte registreras härifrån"),
}

_EVIDENCE: dict[EvidenceKind, str] = {
    EvidenceKind.FORM: QT_TRANSLATE_NOOP("verdicts", "på blankett"),
    EvidenceKind.PHONE: QT_TRANSLATE_NOOP("verdicts", "på telefon"),
}


def describe(
    language: Language,
    verdict: Verdict,
    overview: Overview,
    choice: Choice,
    evidence: EvidenceKind,
    rules: Rules,
    *,
    to_citizen: bool = True,
    hidden: bool = False,
) -> Described:
    """The verdict that `judge` made of the same overview, choice, evidence and rules, in words.

    Losses are said to the citizen, or to somebody who chooses for them. `hidden`: neither home region nor where the
    citizen is listed is told.
    """
    values = _values(language, verdict.leaving, overview, choice, hidden)
    values |= {"evidence": language.translate("verdicts", _EVIDENCE[evidence]), "age": str(rules.chooses_from)}
    reasons = [why for why in verdict.reasons if not COVERED.get(why, frozenset()) & set(verdict.reasons)]
    return Described(
        _heading(language, verdict, values, hidden),
        tuple(_reason(language, why, values, hidden) for why in reasons),
        losses.said(language, verdict, overview, values, to_citizen=to_citizen, hidden=hidden),
    )


def _heading(language: Language, verdict: Verdict, values: dict[str, str], hidden: bool) -> str:
    stops = {why for why in verdict.reasons if why.level is verdict.level}
    if stops == {Why.ALREADY_LISTED} and not hidden:
        said = language.translate("verdicts", "Redan listad på {centre} – inget behöver göras")
        return said.format(**values)
    if stops == {Why.GUARDIAN_NEEDED}:
        return language.translate("verdicts", "Ange vårdnadshavare")
    if verdict.level is Level.NEEDS and stops <= {Why.HOME_PENDING, Why.REGION_PENDING, Why.GUARDIAN_PENDING}:
        return language.translate("verdicts", "Vänta på svar")
    return language.translate("verdicts", _HEADINGS[verdict.level])


def _reason(language: Language, why: Why, values: dict[str, str], hidden: bool) -> Reason:
    if hidden and why in SHOWS_A_LISTING:
        text = language.translate("verdicts", "Skälet visar var invånaren är listad och är dolt.")
        return Reason(why.level, text, language.translate("verdicts", "Visa hemregion och mottagning med F6."))
    text, remedy = (sentence(language.translate("verdicts", said).format(**values)) for said in REASONS[why])
    return Reason(why.level, text, remedy)


def _values(
    language: Language, leaving: Listing | None, overview: Overview, choice: Choice, hidden: bool
) -> dict[str, str]:
    home = None if hidden else overview.citizen.home_county
    stating = overview.shown_by(leaving) if leaving and not hidden else None
    current = listings.facility_name(leaving.facility) if leaving and not hidden else ""
    places = [place.facility for _, place in overview.queue_places if not place.is_at(choice.facility.hsa_id)]
    others = {} if hidden else others_of(overview, choice)
    unnamed = language.translate("verdicts", "en annan region")

    def regions(holds: Callable[[object], bool]) -> str:
        return listings.join(language, [region_name(one) for one, reading in others.items() if holds(reading)])

    return {
        "name": persons.called(language, overview.citizen),
        "centre": listings.facility_name(choice.facility),
        "current": current or language.translate("verdicts", "sin nuvarande mottagning"),
        "type": listings.type_name(language, choice.listing_type),
        "doctor": listings.doctor_name(language, choice.doctor),
        "region": region_name(choice.county),
        "home": region_name(home) if home else language.translate("verdicts", "hemregionen"),
        "stating": region_name(stating) if stating else language.translate("verdicts", "hemregionen"),
        "queues": "" if hidden else listings.join(language, [listings.facility_name(one) for one in places]),
        "pending": regions(lambda one: one is Pending.PENDING) or unnamed,
        "unasked": regions(cannot_be_asked) or unnamed,
        "failed": regions(lambda one: isinstance(one, Problem) and not cannot_be_asked(one)) or unnamed,
    }
