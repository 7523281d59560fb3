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

_FORM = QT_TRANSLATE_NOOP("verdicts", "Skriv ut blanketten: invånaren skriver under och ni lämnar den till regionen.")
_ASK = QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren.")
_GOES_ON = QT_TRANSLATE_NOOP("verdicts", "Kontrollen går vidare av sig själv.")
_NOTHING_NEEDED = QT_TRANSLATE_NOOP("verdicts", "Inget behöver registreras.")

REASONS: dict[Why, tuple[str, str]] = {
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
        QT_TRANSLATE_NOOP("verdicts", "{region} visar inte alla listningar för oss."),
        QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren om andra listningar och köplatser."),
    ),
    Why.HOME_NOT_READ: (
        QT_TRANSLATE_NOOP("verdicts", "{home} har inte svarat på var {name} är listad. Listning kan finnas ändå."),
        QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren, eller gå tillbaka och hämta igen."),
    ),
    Why.HOME_NOT_ASKED: (
        QT_TRANSLATE_NOOP("verdicts", "{home} går inte att fråga härifrån. Listning där syns inte."),
        _ASK,
    ),
    Why.REGION_NOT_READ: (
        QT_TRANSLATE_NOOP("verdicts", "{failed} har inte svarat. Listning där syns inte."),
        QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren, eller gå tillbaka och hämta igen."),
    ),
    Why.REGION_NOT_ASKED: (
        QT_TRANSLATE_NOOP("verdicts", "{unasked} går inte att fråga härifrån. Listning där syns inte."),
        _ASK,
    ),
    Why.HOME_PENDING: (QT_TRANSLATE_NOOP("verdicts", "Vänta på {home}: svaret avgör vad som behövs."), _GOES_ON),
    Why.REGION_PENDING: (QT_TRANSLATE_NOOP("verdicts", "Vänta på {pending}: svaret avgör vad som behövs."), _GOES_ON),
    Why.GUARDIAN_PENDING: (
        QT_TRANSLATE_NOOP("verdicts", "Vänta: vårdnadshavaren slås upp i personregistret."),
        _GOES_ON,
    ),
    Why.GUARDIAN_NEEDED: (
        QT_TRANSLATE_NOOP("verdicts", "Under {age} år väljer vårdnadshavaren."),
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
    Why.GUARDIAN_NOT_RECORDED: (
        QT_TRANSLATE_NOOP("verdicts", "Personregistret anger någon annan som vårdnadshavare för {name}."),
        QT_TRANSLATE_NOOP("verdicts", "Jämför numret med legitimationen, och be om en handling som visar vårdnaden."),
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
        QT_TRANSLATE_NOOP("verdicts", "{home} går inte att fråga härifrån. Listning där syns inte."),
        QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren. Använd hemregionens blankett."),
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
        QT_TRANSLATE_NOOP("verdicts", "Försök igen, eller skriv ut blanketten."),
    ),
    Why.NOT_ASKED: (
        QT_TRANSLATE_NOOP("verdicts", "{region} går inte att fråga härifrån. Listning där syns inte."),
        QT_TRANSLATE_NOOP("verdicts", "Fråga invånaren. Skriv ut blanketten för underskrift."),
    ),
}

_SHOWS_A_LISTING = frozenset(
    {Why.ALREADY_LISTED, Why.ALREADY_QUEUING, Why.SAME_DOCTOR, Why.WOULD_LEAVE_QUEUE, Why.NO_CHANGES_STATED}
)
"""Reasons that tell where somebody is listed or queues."""

_COVERED: dict[Why, frozenset[Why]] = {
    Why.NOT_AGREED: frozenset({Why.NOT_ASKED}),
    Why.NOT_ASKED: frozenset({Why.PROTECTED_NOT_HANDLED, Why.NOT_CONNECTED}),
}
"""Reasons that need not be said where another of them is."""

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
    reasons = [why for why in verdict.reasons if not _COVERED.get(why, frozenset()) & set(verdict.reasons)]
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
    if hidden and why in _SHOWS_A_LISTING:
        text = language.translate("verdicts", "Skälet visar var invånaren är listad och är dolt.")
        return Reason(why.level, text, language.translate("verdicts", "Visa hemregion och mottagning med F6."))
    text, remedy = (sentence(language.translate("verdicts", said).format(**values)) for said in REASONS[why])
    return Reason(why.level, text, remedy)


def _values(
    language: Language, leaving: Listing | None, overview: Overview, choice: Choice, hidden: bool
) -> dict[str, str]:
    home = None if hidden else overview.citizen.home_county
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
        "queues": "" if hidden else listings.join(language, [listings.facility_name(one) for one in places]),
        "pending": regions(lambda one: one is Pending.PENDING) or unnamed,
        "unasked": regions(cannot_be_asked) or unnamed,
        "failed": regions(lambda one: isinstance(one, Problem) and not cannot_be_asked(one)) or unnamed,
    }
