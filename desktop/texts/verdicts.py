"""Kontroll före registrering in words: each reason with its remedy, and each loss as a line that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.agreement import EvidenceKind
from desktop.domain.listing import Listing, Overview
from desktop.domain.reasons import Level, Loss, Why
from desktop.domain.regions import region_name
from desktop.domain.registration import Choice
from desktop.domain.verdict import Rules, Verdict
from desktop.runtime.language import Language
from desktop.texts import consents, listings, persons
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import sentence


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
    Level.CLEAR: QT_TRANSLATE_NOOP("verdicts", "Inget hindrar registreringen"),
    Level.UNCERTAIN: QT_TRANSLATE_NOOP("verdicts", "Kan registreras – regionen avgör"),
    Level.NEEDS: QT_TRANSLATE_NOOP("verdicts", "Något behövs först"),
    Level.NOT_POSSIBLE: QT_TRANSLATE_NOOP("verdicts", "Kan inte registreras härifrån"),
}

_FORM = QT_TRANSLATE_NOOP("verdicts", "Skriv ut blanketten: invånaren skriver under och ni lämnar den till regionen.")
_NOTHING_NEEDED = QT_TRANSLATE_NOOP("verdicts", "Inget behöver registreras.")

_REASONS: dict[Why, tuple[str, str]] = {
    Why.FULL_WITH_QUEUE: (
        QT_TRANSLATE_NOOP("verdicts", "{centre} är full enligt regionen. Undantag kan finnas."),
        QT_TRANSLATE_NOOP("verdicts", "Begär listning, eller välj Lista eller ställ i kö."),
    ),
    Why.NO_QUEUE_STATED: (
        QT_TRANSLATE_NOOP("verdicts", "{region} anger ingen kö till {centre}."),
        QT_TRANSLATE_NOOP("verdicts", "Finns plats listas {name} direkt. Är mottagningen full säger regionen nej."),
    ),
    Why.NO_CHANGES_STATED: (
        QT_TRANSLATE_NOOP("verdicts", "{home} anger inga byten kvar för listningen på {current}."),
        QT_TRANSLATE_NOOP("verdicts", "Begäran kan skickas, men regionen kan säga nej. Fråga om särskilda skäl finns."),
    ),
    Why.LISTINGS_WITHHELD: (
        QT_TRANSLATE_NOOP("verdicts", "{region} visar inte för oss var {name} är listad i dag."),
        QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren var listningen finns i dag."),
    ),
    Why.HOME_NOT_READ: (
        QT_TRANSLATE_NOOP("verdicts", "{home} har inte svarat. Det kan finnas listningar som inte syns här."),
        QT_TRANSLATE_NOOP("verdicts", "Hämta igen innan ni registrerar."),
    ),
    Why.GUARDIAN_NEEDED: (
        QT_TRANSLATE_NOOP("verdicts", "Den som är under {age} år väljer genom en vårdnadshavare."),
        QT_TRANSLATE_NOOP("verdicts", "Ange vårdnadshavarens personnummer."),
    ),
    Why.GUARDIAN_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("verdicts", "Den som har fyllt 18 år väljer själv."),
        QT_TRANSLATE_NOOP("verdicts", "Ange att invånaren själv gör valet."),
    ),
    Why.GUARDIAN_IS_CITIZEN: (
        QT_TRANSLATE_NOOP("verdicts", "Vårdnadshavarens nummer är invånarens eget."),
        QT_TRANSLATE_NOOP("verdicts", "Ange vårdnadshavarens personnummer."),
    ),
    Why.GUARDIAN_NOT_LOOKED_UP: (
        QT_TRANSLATE_NOOP("verdicts", "Personregistret svarade inte om vårdnadshavaren."),
        QT_TRANSLATE_NOOP("verdicts", "Jämför numret med legitimationen."),
    ),
    Why.GUARDIAN_UNKNOWN: (
        QT_TRANSLATE_NOOP("verdicts", "Personregistret har ingen person med vårdnadshavarens nummer."),
        QT_TRANSLATE_NOOP("verdicts", "Jämför med legitimationen och skriv numret på nytt."),
    ),
    Why.GUARDIAN_DECEASED: (
        QT_TRANSLATE_NOOP("verdicts", "Vårdnadshavaren är registrerad som avliden."),
        QT_TRANSLATE_NOOP("verdicts", "Kontrollera numret, eller ange en annan vårdnadshavare."),
    ),
    Why.REPRESENTATIVE_NOT_AGREED: (
        QT_TRANSLATE_NOOP("verdicts", "Det är inte överenskommet med {region} att en företrädare väljer härifrån."),
        _FORM,
    ),
    Why.REPRESENTATIVE_UNSTATED: (
        QT_TRANSLATE_NOOP("verdicts", "Företrädarens namn eller handling saknas."),
        QT_TRANSLATE_NOOP("verdicts", "Skriv vem företrädaren är, och vilken handling som ger rätten att välja."),
    ),
    Why.REPRESENTATIVE_IS_CITIZEN: (
        QT_TRANSLATE_NOOP("verdicts", "Företrädarens nummer är invånarens eget."),
        QT_TRANSLATE_NOOP("verdicts", "Skriv företrädarens nummer, eller lämna det tomt."),
    ),
    Why.FORM_VERSION: (
        QT_TRANSLATE_NOOP("verdicts", "{region} tar inte emot den här versionen av blanketten."),
        QT_TRANSLATE_NOOP("verdicts", "Ange rätt version, eller skriv ut en ny blankett att skriva under."),
    ),
    Why.DECEASED: (
        QT_TRANSLATE_NOOP("verdicts", "Personen är registrerad som avliden."),
        QT_TRANSLATE_NOOP("verdicts", "Kontrollera att numret är rätt."),
    ),
    Why.EMIGRATED: (
        QT_TRANSLATE_NOOP("verdicts", "Personen är registrerad som utflyttad från Sverige."),
        QT_TRANSLATE_NOOP("verdicts", "Kontrollera numret. Frågor om folkbokföring: Skatteverket."),
    ),
    Why.DEREGISTERED: (
        QT_TRANSLATE_NOOP("verdicts", "Personen är avregistrerad från folkbokföringen."),
        QT_TRANSLATE_NOOP("verdicts", "Kontrollera numret. Har personen fått ett nytt, sök på det."),
    ),
    Why.TEST_PERSON: (
        QT_TRANSLATE_NOOP("verdicts", "Det här är en testperson."),
        QT_TRANSLATE_NOOP("verdicts", "Testpersoner registreras bara i övningsregionen."),
    ),
    Why.PROTECTED_NOT_HANDLED: (
        QT_TRANSLATE_NOOP(
            "verdicts", "Det är inte överenskommet med {region} att hantera skyddade uppgifter härifrån."
        ),
        QT_TRANSLATE_NOOP("verdicts", "Kontakta regionen enligt er rutin."),
    ),
    Why.NO_HOME_COUNTY: (QT_TRANSLATE_NOOP("verdicts", "Personregistret anger ingen hemregion."), _FORM),
    Why.NOT_CONNECTED: (QT_TRANSLATE_NOOP("verdicts", "{region} är inte ansluten."), _FORM),
    Why.HOME_NOT_CONNECTED: (
        QT_TRANSLATE_NOOP("verdicts", "{home} är inte ansluten. Då kan ingen annan region lista den som bor där."),
        QT_TRANSLATE_NOOP("verdicts", "Använd hemregionens blankett i stället."),
    ),
    Why.NOT_AGREED: (
        QT_TRANSLATE_NOOP("verdicts", "Det är inte överenskommet med {region} att vi registrerar {evidence}."),
        _FORM,
    ),
    Why.TYPE_NOT_OFFERED: (
        QT_TRANSLATE_NOOP("verdicts", "{centre} erbjuder inte {type}."),
        QT_TRANSLATE_NOOP("verdicts", "Välj en annan mottagning eller en annan listningstyp."),
    ),
    Why.TYPE_NOT_FOR_CITIZEN: (
        QT_TRANSLATE_NOOP("verdicts", "{region} erbjuder inte {name} {type}."),
        QT_TRANSLATE_NOOP("verdicts", "Välj en annan listningstyp."),
    ),
    Why.DOCTOR_NOT_OFFERED: (
        QT_TRANSLATE_NOOP("verdicts", "{centre} erbjuder inte val av fast läkarkontakt."),
        QT_TRANSLATE_NOOP("verdicts", "Ta bort läkarvalet."),
    ),
    Why.ALREADY_LISTED: (QT_TRANSLATE_NOOP("verdicts", "{name} är redan listad på {centre}."), _NOTHING_NEEDED),
    Why.SAME_DOCTOR: (
        QT_TRANSLATE_NOOP("verdicts", "{doctor} är redan vald som fast läkarkontakt."),
        _NOTHING_NEEDED,
    ),
    Why.NOT_LISTED_THERE: (
        QT_TRANSLATE_NOOP("verdicts", "{region} visar ingen listning på {centre}."),
        QT_TRANSLATE_NOOP("verdicts", "Fast läkarkontakt kan väljas när regionen visar listningen."),
    ),
    Why.ALREADY_QUEUING: (QT_TRANSLATE_NOOP("verdicts", "{name} står redan i kö till {centre}."), _NOTHING_NEEDED),
    Why.NO_QUEUE_PLACE: (
        QT_TRANSLATE_NOOP("verdicts", "{region} visar ingen köplats till {centre}."),
        QT_TRANSLATE_NOOP("verdicts", "Hämta igen. Platsen kan ha blivit en listning, eller redan vara borta."),
    ),
    Why.WOULD_LEAVE_QUEUE: (
        QT_TRANSLATE_NOOP("verdicts", "{name} står i kö till {centre}. Skickas det här försvinner köplatsen."),
        QT_TRANSLATE_NOOP("verdicts", "Registrera inget om köplatsen ska vara kvar. Annars: välj Lämna kön först."),
    ),
    Why.QUEUE_UNKNOWN: (
        QT_TRANSLATE_NOOP(
            "verdicts", "Det går inte att se om {name} står i kö till {centre}. En köplats kan försvinna."
        ),
        QT_TRANSLATE_NOOP("verdicts", "Välj Lista eller ställ i kö: då går ingen köplats förlorad."),
    ),
    Why.NOT_READ: (
        QT_TRANSLATE_NOOP("verdicts", "{region} har inte svarat."),
        QT_TRANSLATE_NOOP("verdicts", "Vänta på svaret, eller hämta igen."),
    ),
}

_LOSSES: dict[Loss, str] = {
    Loss.LEAVES_LISTING: QT_TRANSLATE_NOOP("verdicts", "{name} lämnar {current}."),
    Loss.MAY_COUNT_AS_CHANGE: QT_TRANSLATE_NOOP("verdicts", "Det kan räknas som ett byte."),
    Loss.MAY_LIST_AT_ONCE: QT_TRANSLATE_NOOP(
        "verdicts", "Finns plats när regionen svarar blir {name} listad direkt och lämnar {current}."
    ),
    Loss.QUEUE_PLACE_MAY_GO: QT_TRANSLATE_NOOP("verdicts", "Köplatsen till {queues} kan försvinna. Regionen avgör."),
    Loss.QUEUE_PLACE_GOES: QT_TRANSLATE_NOOP(
        "verdicts", "Köplatsen till {centre} lämnas. Den som ångrar sig får ställa sig i kö på nytt."
    ),
}

_EVIDENCE: dict[EvidenceKind, str] = {
    EvidenceKind.FORM: QT_TRANSLATE_NOOP("verdicts", "på blankett"),
    EvidenceKind.PHONE: QT_TRANSLATE_NOOP("verdicts", "på telefon"),
}


def describe(
    language: Language, verdict: Verdict, overview: Overview, choice: Choice, evidence: EvidenceKind, rules: Rules
) -> Described:
    """The verdict that `judge` made of the same overview, choice, evidence and rules, in words."""
    values = _values(language, verdict.leaving, overview, choice)
    values |= {"evidence": language.translate("verdicts", _EVIDENCE[evidence]), "age": str(rules.chooses_from)}
    losses = tuple(line for loss in verdict.losses for line in _loss(language, loss, verdict, overview, choice, values))
    return Described(
        language.translate("verdicts", _HEADINGS[verdict.level]),
        tuple(_reason(language, why, values) for why in verdict.reasons),
        losses,
    )


def _reason(language: Language, why: Why, values: dict[str, str]) -> Reason:
    text, remedy = (sentence(language.translate("verdicts", said).format(**values)) for said in _REASONS[why])
    return Reason(why.level, text, remedy)


def _loss(
    language: Language, loss: Loss, verdict: Verdict, overview: Overview, choice: Choice, values: dict[str, str]
) -> Iterator[str]:
    if loss is Loss.CARE_GUARANTEE:
        yield consents.care_guarantee(language, overview.citizen.home_county, choice.county).read_aloud
        return
    yield sentence(language.translate("verdicts", _LOSSES[loss]).format(**values))
    if loss is Loss.MAY_COUNT_AS_CHANGE and verdict.leaving is not None:
        yield listings.changes_left(language, verdict.leaving, overview.citizen.home_county) + "."
    if loss is Loss.MAY_LIST_AT_ONCE and values["queues"]:
        yield language.translate(
            "verdicts", "Den som står i två köer flyttas automatiskt vid plats; den senaste tilldelningen gäller."
        )


def _values(language: Language, leaving: Listing | None, overview: Overview, choice: Choice) -> dict[str, str]:
    home = overview.citizen.home_county
    current = listings.facility_name(leaving.facility) if leaving else ""
    places = [place.facility for _, place in overview.queue_places if not place.is_at(choice.facility.hsa_id)]
    return {
        "name": persons.called(language, overview.citizen),
        "centre": listings.facility_name(choice.facility),
        "current": current or language.translate("verdicts", "sin nuvarande mottagning"),
        "type": listings.type_name(language, choice.listing_type),
        "doctor": listings.doctor_name(language, choice.doctor),
        "region": region_name(choice.county),
        "home": region_name(home) if home else language.translate("verdicts", "hemregionen"),
        "queues": listings.join(language, [listings.facility_name(facility) for facility in places]),
    }
