"""A pile of forms in words: where each form stands, what it lacks, and whether the pile and the list agree."""

from __future__ import annotations

from desktop.domain.draft import Lack
from desktop.domain.outcome import Queued
from desktop.domain.pile import PaperForm, PileSummary, Stage
from desktop.runtime.language import Language
from desktop.texts import cases, listings, problems
from desktop.texts.marking import QT_TRANSLATE_NOOP

_STAGES: dict[Stage, str] = {
    Stage.LOOKING: QT_TRANSLATE_NOOP("pile", "Slås upp"),
    Stage.TO_APPROVE: QT_TRANSLATE_NOOP("pile", "Jämför med blanketten"),
    Stage.WAITING: QT_TRANSLATE_NOOP("pile", "Väntar på svar"),
    Stage.WORKING: QT_TRANSLATE_NOOP("pile", "Registreras"),
    Stage.REGISTERED: QT_TRANSLATE_NOOP("pile", "Registrerad och bekräftad"),
    Stage.ACCEPTED: QT_TRANSLATE_NOOP("pile", "Mottagen, visas ännu inte"),
    Stage.UNCLEAR: QT_TRANSLATE_NOOP("pile", "Oklart – kontrollera"),
    Stage.SET_ASIDE: QT_TRANSLATE_NOOP("pile", "Åt sidan"),
    Stage.REFUSED: QT_TRANSLATE_NOOP("pile", "Regionen sa nej"),
}
_LACKS: dict[Lack, str] = {
    Lack.DATE: QT_TRANSLATE_NOOP("pile", "datum saknas"),
    Lack.SIGNATURE: QT_TRANSLATE_NOOP("pile", "underskrift saknas"),
    Lack.VERSION: QT_TRANSLATE_NOOP("pile", "gammal version av blanketten"),
    Lack.CONSENT: QT_TRANSLATE_NOOP("pile", "samtycke till regionernas utbyte saknas"),
    Lack.CARE_GUARANTEE: QT_TRANSLATE_NOOP("pile", "information om vårdgarantin saknas"),
    Lack.TERMS: QT_TRANSLATE_NOOP("pile", "regionens villkor är inte godkända"),
    Lack.GUARDIAN: QT_TRANSLATE_NOOP("pile", "vårdnadshavare saknas"),
    Lack.SECOND_SIGNATURE: QT_TRANSLATE_NOOP("pile", "den andra vårdnadshavarens underskrift saknas"),
    Lack.THOUGHT: QT_TRANSLATE_NOOP("pile", "behöver kontrolleras"),
    Lack.ANSWER: QT_TRANSLATE_NOOP("pile", "inget svar"),
}

_NOT_KEPT = QT_TRANSLATE_NOOP("pile", "Inget ärende gick att spara: behåll blanketten.")
_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "pile", "Svaret gick inte att spara på den här datorn: behåll blanketten och registrera inte igen."
)


def stage(language: Language, form: PaperForm) -> str:
    """Where a form stands, why where it did not go through, and that the paper is all there is where no case is."""
    told = stage_name(language, form.stage)
    if isinstance(form.outcome, Queued):
        told = cases.settled(language, form.outcome)
    if form.is_unknown:
        unknown = language.translate("pile", "numret finns inte i personregistret")
        told = f"{told}: {unknown}"
    elif form.stage in (Stage.WAITING, Stage.SET_ASIDE) and form.problem is not None:
        told = f"{told}: {problems.explain(language, form.problem, changes=False).what_happened}"
    elif form.stage is Stage.SET_ASIDE and form.lacks:
        told = f"{told}: {lacks(language, form.lacks)}"
    if form.stage is Stage.SET_ASIDE and not form.number:
        told = f"{told}. {language.translate('pile', _NOT_KEPT)}"
    if form.is_unwritten and form.stage.is_through:
        told = f"{told}. {language.translate('pile', _NOT_WRITTEN)}"
    return told


def to_read(language: Language, places: tuple[int, ...]) -> str:
    """Over a message of the region's, about which forms it is."""
    told = language.translate("pile", QT_TRANSLATE_NOOP("pile", "Läs regionens meddelande om blankett {places}."))
    return told.format(places=listings.join(language, [str(place) for place in places]))


def stage_name(language: Language, kind: Stage) -> str:
    """The stage alone, for a count."""
    return language.translate("pile", _STAGES[kind])


def lacks(language: Language, missing: tuple[Lack, ...]) -> str:
    """What is missing, in one line."""
    return ", ".join(language.translate("pile", _LACKS[lack]) for lack in missing)


def who(language: Language, form: PaperForm) -> str:
    """Initials and year of birth; before anybody has been found, the year of the number."""
    return cases.citizen_initials(language, form.citizen) if form.citizen else form.identity.number[:4]


def reconciled(language: Language, summary: PileSummary) -> str:
    """Whether the list has as many forms as the pile has papers."""
    read = len(summary.pile.forms)
    if summary.counted is None:
        return language.translate("pile", QT_TRANSLATE_NOOP("pile", "Inlästa blanketter: {n}")).format(n=read)
    if summary.counted == read:
        if read == 1:
            return language.translate("pile", "Stämmer: 1 blankett i bunten och 1 inläst.")
        told = QT_TRANSLATE_NOOP("pile", "Stämmer: {n} blanketter i bunten och {n} inlästa.")
        return language.translate("pile", told).format(n=read)
    told = QT_TRANSLATE_NOOP("pile", "Stämmer inte. Blanketter i bunten: {counted}. Inlästa: {n}.")
    return language.translate("pile", told).format(counted=summary.counted, n=read)
