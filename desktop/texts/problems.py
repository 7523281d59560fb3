"""Every Problem in words: what happened, whether anything changed, what to do, and what to tell the support.

The technical words stay in the log; the support reference leads there.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A Problem in words. `reference` is empty where there is none; `quote` is the region's own words (TKB-L 4.3.1)."""

    what_happened: str
    whether_anything_changed: str
    what_to_do: str
    reference: str = ""
    quote: str = ""


_HAPPENED: dict[Kind, str] = {
    Kind.NO_NETWORK: QT_TRANSLATE_NOOP("problems", "Datorn har ingen kontakt med nätverket."),
    Kind.NAME_NOT_FOUND: QT_TRANSLATE_NOOP("problems", "Tjänsteplattformens adress hittas inte på nätverket."),
    Kind.CONNECT_REFUSED: QT_TRANSLATE_NOOP("problems", "Tjänsteplattformen tar inte emot anslutningar just nu."),
    Kind.CONNECT_TIMEOUT: QT_TRANSLATE_NOOP("problems", "Det gick inte att nå tjänsteplattformen i tid."),
    Kind.SERVER_NOT_TRUSTED: QT_TRANSLATE_NOOP(
        "problems", "Anslutningen stoppades: servern kan inte visa att den är den rätta."
    ),
    Kind.SERVER_NAME_WRONG: QT_TRANSLATE_NOOP(
        "problems", "Anslutningen stoppades: serverns certifikat gäller en annan adress."
    ),
    Kind.SERVER_CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP(
        "problems", "Anslutningen stoppades: serverns certifikat har gått ut."
    ),
    Kind.SERVER_CERTIFICATE_REVOKED: QT_TRANSLATE_NOOP(
        "problems", "Anslutningen stoppades: serverns certifikat är spärrat."
    ),
    Kind.REVOCATIONS_OUTDATED: QT_TRANSLATE_NOOP(
        "problems", "Anslutningen stoppades: spärrlistan på den här datorn saknas eller är för gammal."
    ),
    Kind.PROXY_UNREACHABLE: QT_TRANSLATE_NOOP("problems", "Nätverkets proxy svarar inte."),
    Kind.PROXY_REFUSED: QT_TRANSLATE_NOOP("problems", "Nätverkets proxy släpper inte igenom oss."),
    Kind.TOKEN_MISSING: QT_TRANSLATE_NOOP("problems", "Nyckeln till regionens gateway gick inte att hämta."),
    Kind.TOKEN_REFUSED: QT_TRANSLATE_NOOP("problems", "Regionens gateway godtog inte vår nyckel."),
    Kind.TLS_FAILED: QT_TRANSLATE_NOOP("problems", "Det gick inte att skapa en säker anslutning."),
    Kind.CERTIFICATE_MISSING: QT_TRANSLATE_NOOP("problems", "Vårt certifikat saknas eller kan inte öppnas."),
    Kind.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP("problems", "Vårt certifikat har gått ut."),
    Kind.NOT_AGREED: QT_TRANSLATE_NOOP("problems", "{who} går inte att fråga härifrån, så en listning där syns inte."),
    Kind.PROTECTED_NOT_AGREED: QT_TRANSLATE_NOOP(
        "problems", "Det är inte överenskommet med {who} att hantera skyddade personuppgifter härifrån."
    ),
    Kind.NOT_RECORDED: QT_TRANSLATE_NOOP("problems", "Ärendet gick inte att spara på den här datorn."),
    Kind.DATABASE_AWAY: QT_TRANSLATE_NOOP(
        "problems", "Databasen med vårdcentralens ärenden går inte att skriva i just nu."
    ),
    Kind.NOT_YOUR_ROLE: QT_TRANSLATE_NOOP("problems", "Din roll läser och skriver ut, men registrerar inte."),
    Kind.NOT_OFFERED: QT_TRANSLATE_NOOP(
        "problems", "{who} erbjuder inte längre den mottagningen eller listningstypen för invånaren."
    ),
    Kind.UNSETTLED: QT_TRANSLATE_NOOP(
        "problems", "En registrering på samma mottagning är redan skickad och ännu inte avgjord."
    ),
    Kind.OPEN_ELSEWHERE: QT_TRANSLATE_NOOP("problems", "Ärendet är öppet vid en annan lucka."),
    Kind.ENDED_MEANWHILE: QT_TRANSLATE_NOOP(
        "problems", "Det här har just blivit klart eller avslutats, kanske vid en annan lucka."
    ),
    Kind.UNFORESEEN: QT_TRANSLATE_NOOP("problems", "Något gick fel i programmet."),
    Kind.CERTIFICATE_REFUSED: QT_TRANSLATE_NOOP("problems", "Tjänsteplattformen godtog inte vårt certifikat."),
    Kind.NOT_CONNECTED: QT_TRANSLATE_NOOP("problems", "Det finns ingen anslutning till {who} för den här tjänsten."),
    Kind.NOT_AUTHORISED: QT_TRANSLATE_NOOP("problems", "Vi saknar behörighet hos {who}."),
    Kind.PLATFORM_FAULT: QT_TRANSLATE_NOOP("problems", "Något är fel inställt i tjänsteplattformen."),
    Kind.PLATFORM_UNAVAILABLE: QT_TRANSLATE_NOOP("problems", "Tjänsteplattformen har tillfälliga problem."),
    Kind.REQUEST_REJECTED: QT_TRANSLATE_NOOP("problems", "Tjänsteplattformen kunde inte läsa det vi skickade."),
    Kind.TOO_MANY_HITS: QT_TRANSLATE_NOOP("problems", "Fler än 500 personer stämmer med sökningen."),
    Kind.REGION_FAULT: QT_TRANSLATE_NOOP("problems", "Det är tekniskt fel hos {who}."),
    Kind.REGION_ERROR: QT_TRANSLATE_NOOP("problems", "{who} svarade med ett fel."),
    Kind.NO_ANSWER: QT_TRANSLATE_NOOP("problems", "{who} svarade inte i tid."),
    Kind.CONNECTION_LOST: QT_TRANSLATE_NOOP("problems", "Förbindelsen bröts medan vi väntade på svar från {who}."),
    Kind.REGION_UNREACHABLE: QT_TRANSLATE_NOOP("problems", "Tjänsteplattformen fick inget svar från {who}."),
    Kind.INTERRUPTED: QT_TRANSLATE_NOOP("problems", "Programmet avslutades medan vi väntade på svar."),
    Kind.UNREADABLE_ANSWER: QT_TRANSLATE_NOOP("problems", "Svaret från {who} gick inte att läsa."),
    Kind.ANSWER_TOO_LARGE: QT_TRANSLATE_NOOP("problems", "Svaret från {who} var större än vad som tas emot."),
}

_TRY_AGAIN = QT_TRANSLATE_NOOP("problems", "Försök igen om några minuter. Fortsätter det, kontakta IT-supporten.")
_IT_SUPPORT = QT_TRANSLATE_NOOP(
    "problems", "Kontakta IT-supporten. Det hjälper inte att försöka igen. Blanketten går fortfarande att skriva ut."
)
_TELL_SUPPORT = QT_TRANSLATE_NOOP(
    "problems", "Kontakta supporten och uppge referensen. Det hjälper inte att försöka igen."
)

_ADVICE: dict[Kind, str] = {
    Kind.NO_NETWORK: QT_TRANSLATE_NOOP(
        "problems", "Kontrollera att datorn är ansluten och försök igen. Hjälper det inte, kontakta IT-supporten."
    ),
    Kind.NAME_NOT_FOUND: _TRY_AGAIN,
    Kind.CONNECT_REFUSED: _TRY_AGAIN,
    Kind.CONNECT_TIMEOUT: _TRY_AGAIN,
    Kind.SERVER_NOT_TRUSTED: _IT_SUPPORT,
    Kind.SERVER_NAME_WRONG: _IT_SUPPORT,
    Kind.SERVER_CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP(
        "problems", "Kontrollera att datorns datum och klocka stämmer. Gör de det, kontakta IT-supporten."
    ),
    Kind.SERVER_CERTIFICATE_REVOKED: _IT_SUPPORT,
    Kind.REVOCATIONS_OUTDATED: _IT_SUPPORT,
    Kind.PROXY_UNREACHABLE: _TRY_AGAIN,
    Kind.PROXY_REFUSED: _IT_SUPPORT,
    Kind.TOKEN_MISSING: _TRY_AGAIN,
    Kind.TOKEN_REFUSED: _TRY_AGAIN,
    Kind.TLS_FAILED: _IT_SUPPORT,
    Kind.CERTIFICATE_MISSING: _IT_SUPPORT,
    Kind.CERTIFICATE_EXPIRED: _IT_SUPPORT,
    Kind.NOT_AGREED: QT_TRANSLATE_NOOP(
        "problems", "Fråga invånaren. Blanketten går att skriva ut. Er förvaltare vet vad som är överenskommet."
    ),
    Kind.PROTECTED_NOT_AGREED: QT_TRANSLATE_NOOP("problems", "Kontakta regionen enligt er rutin."),
    Kind.NOT_RECORDED: QT_TRANSLATE_NOOP(
        "problems", "Registrera inte förrän det fungerar. Kontakta IT-supporten: disken kan vara full."
    ),
    Kind.DATABASE_AWAY: QT_TRANSLATE_NOOP(
        "problems",
        "Skriv ut blanketten, eller registrera när raden längst ned inte längre varnar. Det påbörjade ligger som "
        "utkast under Ärenden, utom med skyddade personuppgifter.",
    ),
    Kind.NOT_YOUR_ROLE: QT_TRANSLATE_NOOP(
        "problems", "Be en kollega som får registrera. Blanketten går att skriva ut under tiden."
    ),
    Kind.NOT_OFFERED: QT_TRANSLATE_NOOP("problems", "Hämta mottagningarna igen och välj på nytt."),
    Kind.UNSETTLED: QT_TRANSLATE_NOOP(
        "problems", "Kontrollera ärendet under Ärenden, Ctrl+2. Först när det är avgjort eller avslutat går det igen."
    ),
    Kind.OPEN_ELSEWHERE: QT_TRANSLATE_NOOP(
        "problems", "Vem som har det öppet står under Ärenden, Ctrl+2. När det är stängt där går det att öppna här."
    ),
    Kind.ENDED_MEANWHILE: QT_TRANSLATE_NOOP("problems", "Läs under Ärenden, Ctrl+2, hur det gick."),
    Kind.UNFORESEEN: _TELL_SUPPORT,
    Kind.CERTIFICATE_REFUSED: _IT_SUPPORT,
    Kind.NOT_CONNECTED: QT_TRANSLATE_NOOP(
        "problems", "Använd blanketten i stället, eller hänvisa till 1177. Er förvaltare kan fråga om anslutning."
    ),
    Kind.NOT_AUTHORISED: QT_TRANSLATE_NOOP(
        "problems", "Kontakta er förvaltare, som kan beställa behörighet. Blanketten går fortfarande att skriva ut."
    ),
    Kind.PLATFORM_FAULT: _TELL_SUPPORT,
    Kind.PLATFORM_UNAVAILABLE: _TRY_AGAIN,
    Kind.REQUEST_REJECTED: _TELL_SUPPORT,
    Kind.TOO_MANY_HITS: QT_TRANSLATE_NOOP(
        "problems", "Sök på personnummer, eller skriv mer av namnet och hela födelsedatumet."
    ),
    Kind.REGION_FAULT: _TRY_AGAIN,
    Kind.REGION_ERROR: QT_TRANSLATE_NOOP(
        "problems", "Kontrollera uppgifterna. Stämmer de, kontakta supporten och uppge referensen."
    ),
    Kind.NO_ANSWER: _TRY_AGAIN,
    Kind.CONNECTION_LOST: _TRY_AGAIN,
    Kind.INTERRUPTED: _TRY_AGAIN,
    Kind.REGION_UNREACHABLE: _TRY_AGAIN,
    Kind.UNREADABLE_ANSWER: _TRY_AGAIN,
    Kind.ANSWER_TOO_LARGE: _TELL_SUPPORT,
}

_WITH_FORM = frozenset({_IT_SUPPORT, *(_ADVICE[kind] for kind in (Kind.NOT_AGREED, Kind.NOT_YOUR_ROLE))})
_WITH_FORM |= {_ADVICE[kind] for kind in (Kind.NOT_CONNECTED, Kind.NOT_AUTHORISED, Kind.DATABASE_AWAY)}


def advises_form(kind: Kind) -> bool:
    """Whether the advice is to use the form, so that it ought to be at hand beside it."""
    return _ADVICE[kind] in _WITH_FORM


def asked(language: Language, county: str) -> str:
    """Who was asked: the region by name, or the person register where no county was addressed."""
    return region_name(county) if county else language.translate("problems", "personregistret")


def explain(language: Language, problem: Problem, *, changes: bool) -> Said:
    """A problem in words; `changes` tells a call that registers from one that only reads."""
    who = asked(language, problem.county)
    happened = sentence(language.translate("problems", _HAPPENED[problem.kind]).format(who=who))
    return Said(
        happened,
        _changed(language, problem, changes),
        _advice(language, problem, changes, who),
        reference(language, problem.correlation_id, problem.code),
        problem.region_message,
    )


def _changed(language: Language, problem: Problem, changes: bool) -> str:
    if changes and problem.effect is Effect.UNKNOWN:
        return language.translate("problems", "Vi vet inte om registreringen gick igenom.")
    if changes and problem.effect is Effect.NOTHING_SENT:
        return language.translate("problems", "Inget har skickats och inget har ändrats.")
    return language.translate("problems", "Inget har ändrats.")


def _advice(language: Language, problem: Problem, changes: bool, who: str) -> str:
    if changes and problem.effect is Effect.UNKNOWN:
        return language.translate("problems", "Registrera inte igen. Kontrollera först vad {who} visar.").format(
            who=who
        )
    if changes and problem.kind is Kind.REGION_ERROR:
        return language.translate(
            "problems", "Skicka inte samma begäran igen. Kontakta supporten och uppge referensen."
        )
    return language.translate("problems", _ADVICE[problem.kind])


def reference(language: Language, *parts: str) -> str:
    """What to tell the support: correlation id and code, or nothing where there is neither."""
    said = ", ".join(part for part in parts if part)
    return language.translate("problems", "Referens till supporten: {reference}").format(reference=said) if said else ""
