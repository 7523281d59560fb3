"""Each reason of a check as a sentence with its remedy, and which of them need not be said beside which."""

from __future__ import annotations

from desktop.domain.reasons import Why
from desktop.texts.marking import QT_TRANSLATE_NOOP

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
        QT_TRANSLATE_NOOP("verdicts", "{stating} anger inga byten kvar för listningen på {current}."),
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
        QT_TRANSLATE_NOOP("verdicts", "Välj Lista eller ställ i kö: då går en köplats dit inte förlorad."),
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

SHOWS_A_LISTING = frozenset(
    {Why.ALREADY_LISTED, Why.ALREADY_QUEUING, Why.SAME_DOCTOR, Why.WOULD_LEAVE_QUEUE, Why.NO_CHANGES_STATED}
)
"""Reasons that tell where somebody is listed or queues."""

COVERED: dict[Why, frozenset[Why]] = {
    Why.NOT_AGREED: frozenset({Why.NOT_ASKED}),
    Why.NOT_ASKED: frozenset({Why.PROTECTED_NOT_HANDLED, Why.NOT_CONNECTED}),
}
"""Reasons that need not be said where another of them is."""
