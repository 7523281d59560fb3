"""A connection check in words: what was tried, how it went, what a failure means, and who can mend it."""

from __future__ import annotations

from datetime import date

from desktop.domain.connection import Caution, Left, NotTried, Result, Step, Trial
from desktop.domain.problems import Kind
from desktop.domain.regions import region_name
from desktop.domain.registration import Intent
from desktop.runtime.language import Language
from desktop.texts.listings import day
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.problems import explain

_STEPS: dict[Step, str] = {
    Step.NAME: QT_TRANSLATE_NOOP("connection", "Namnuppslag"),
    Step.TLS: QT_TRANSLATE_NOOP("connection", "Säker anslutning"),
    Step.CERTIFICATE: QT_TRANSLATE_NOOP("connection", "Vårt certifikat"),
    Step.CLOCK: QT_TRANSLATE_NOOP("connection", "Datorns klocka"),
    Step.CONTRACT: QT_TRANSLATE_NOOP("connection", "Tjänst"),
    Step.REGISTERING: QT_TRANSLATE_NOOP("connection", "Registrering"),
}

_RESULTS: dict[Result, str] = {
    Result.OK: QT_TRANSLATE_NOOP("connection", "Fungerar"),
    Result.CAUTION: QT_TRANSLATE_NOOP("connection", "Se över"),
    Result.FAILED: QT_TRANSLATE_NOOP("connection", "Fungerar inte"),
    Result.NOT_TRIED: QT_TRANSLATE_NOOP("connection", "Ej provad"),
}

_NOT_TRIED: dict[NotTried, str] = {
    NotTried.EARLIER_FAILED: QT_TRANSLATE_NOOP("connection", "Något som den bygger på fungerar inte."),
    NotTried.NO_TEST_PERSON: QT_TRANSLATE_NOOP("connection", "Profilen anger ingen testperson för regionen."),
    NotTried.TEST_PERSON_UNKNOWN: QT_TRANSLATE_NOOP(
        "connection", "Personregistret kunde inte svara om profilens testperson."
    ),
    NotTried.NOT_AT_HOME: QT_TRANSLATE_NOOP(
        "connection", "Testpersonen hör hemma i en annan region, och bara hemregionen får den frågan."
    ),
    NotTried.NOT_AGREED: QT_TRANSLATE_NOOP("connection", "Profilen har ingen överenskommelse om detta."),
    NotTried.NEVER_IN_PRODUCTION: QT_TRANSLATE_NOOP("connection", "I produktion registreras aldrig något på prov."),
    NotTried.NOT_ASKED_FOR: QT_TRANSLATE_NOOP("connection", "Provas bara när någon ber om det."),
    NotTried.NO_CENTRE: QT_TRANSLATE_NOOP("connection", "Det finns ingen mottagning att prova med."),
    NotTried.NO_CERTIFICATE: QT_TRANSLATE_NOOP(
        "connection", "Profilen anger inget certifikat. Regionens gateway har det."
    ),
    NotTried.NOT_A_TEST_PERSON: QT_TRANSLATE_NOOP(
        "connection", "Personregistret märker inte personen som testperson, så inget registreras."
    ),
    NotTried.IN_THE_WAY: QT_TRANSLATE_NOOP("connection", "Vår egen kontroll fann ett hinder, så inget skickades."),
    NotTried.NO_QUERY_WORDS: QT_TRANSLATE_NOOP(
        "connection", "Profilen anger inte hur personregistret ska frågas om namn."
    ),
    NotTried.NO_NAME: QT_TRANSLATE_NOOP(
        "connection", "Testpersonen har inget namn att söka på, eller har skyddade personuppgifter."
    ),
    NotTried.NO_QUEUE_CENTRE: QT_TRANSLATE_NOOP("connection", "Profilen anger ingen mottagning med kö att prova med."),
    NotTried.NO_QUEUE: QT_TRANSLATE_NOOP(
        "connection", "Mottagningen anger ingen kö just nu, så testpersonen hade kunnat bli listad."
    ),
    NotTried.NOT_QUEUING: QT_TRANSLATE_NOOP("connection", "Testpersonen står inte i kö där."),
    NotTried.NO_DOCTOR: QT_TRANSLATE_NOOP("connection", "Mottagningen har ingen annan läkare att välja."),
    NotTried.STOPPED: QT_TRANSLATE_NOOP("connection", "Kontrollen avbröts innan detta provades."),
}

_CAUTIONS: dict[Caution, str] = {
    Caution.EXPIRES_SOON: QT_TRANSLATE_NOOP("connection", "Certifikatet går ut inom 60 dagar. IT beställer ett nytt."),
    Caution.NO_SERIAL_NUMBER: QT_TRANSLATE_NOOP(
        "connection", "Certifikatet saknar serienummer med HSA-id. Plattformen kan avvisa det. IT beställer ett nytt."
    ),
    Caution.CLOCK_OFF: QT_TRANSLATE_NOOP(
        "connection", "Datorns klocka går mer än en minut fel. IT ställer in tidssynkronisering."
    ),
    Caution.NO_DATE: QT_TRANSLATE_NOOP("connection", "Servern anger ingen tid, så klockan gick inte att jämföra."),
    Caution.NOT_OFFERED: QT_TRANSLATE_NOOP("connection", "Regionen erbjuder inte den här valfria tjänsten."),
    Caution.REFUSED: QT_TRANSLATE_NOOP("connection", "Regionen avslog registreringen. Se svarskoden."),
    Caution.NOT_CONFIRMED: QT_TRANSLATE_NOOP("connection", "Regionen tog emot registreringen men visar den inte än."),
    Caution.LISTED_AT_ONCE: QT_TRANSLATE_NOOP(
        "connection", "Testpersonen skulle ställas i kö, men regionen listade direkt."
    ),
    Caution.NOT_FOUND: QT_TRANSLATE_NOOP(
        "connection", "Registret svarade men hittade inte testpersonen. Jämför sökorden i profilen med registrets."
    ),
}

_INTENTS: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("connection", "{contract}, lista"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("connection", "{contract}, välja läkare"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("connection", "{contract}, ställa i kö"),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("connection", "{contract}, lämna kön"),
}

_LEFT: dict[Left, str] = {
    Left.NOTHING: QT_TRANSLATE_NOOP("connection", "Inget finns kvar hos regionen efteråt."),
    Left.LISTING: QT_TRANSLATE_NOOP("connection", "Testpersonen är listad på mottagningen efteråt."),
    Left.DOCTOR: QT_TRANSLATE_NOOP("connection", "Testpersonen har läkaren kvar efteråt."),
    Left.QUEUE_PLACE: QT_TRANSLATE_NOOP("connection", "Testpersonen står i mottagningens kö efteråt."),
    Left.UNKNOWN: QT_TRANSLATE_NOOP(
        "connection", "Det är oklart vad som finns kvar. Se efter hos regionen innan ni provar igen."
    ),
}

_WORKPLACE = QT_TRANSLATE_NOOP("connection", "IT-supporten för datorn och nätet kan åtgärda det.")
_OWNER = QT_TRANSLATE_NOOP("connection", "Den som förvaltar certifikat och profil kan åtgärda det.")
_PLATFORM = QT_TRANSLATE_NOOP("connection", "Tjänsteplattformens förvaltning kan åtgärda det. Uppge referensen.")
_REGION = QT_TRANSLATE_NOOP("connection", "Regionens förvaltning kan åtgärda det. Uppge referensen.")
_ORDER = QT_TRANSLATE_NOOP("connection", "Er förvaltare beställer anslutning eller behörighet.")
_MAKER = QT_TRANSLATE_NOOP("connection", "Programmets leverantör kan åtgärda det. Bifoga den tekniska rapporten.")
_NETWORK_OR_PLATFORM = QT_TRANSLATE_NOOP(
    "connection",
    "IT-supporten kontrollerar brandvägg och proxy, sedan tjänsteplattformens förvaltning.",
)

_MENDED_BY: dict[Kind, str] = {
    Kind.NO_NETWORK: _WORKPLACE,
    Kind.NAME_NOT_FOUND: _WORKPLACE,
    Kind.CONNECT_REFUSED: _NETWORK_OR_PLATFORM,
    Kind.CONNECT_TIMEOUT: _NETWORK_OR_PLATFORM,
    Kind.SERVER_NOT_TRUSTED: _OWNER,
    Kind.SERVER_NAME_WRONG: _PLATFORM,
    Kind.SERVER_CERTIFICATE_EXPIRED: _PLATFORM,
    Kind.SERVER_CERTIFICATE_REVOKED: _PLATFORM,
    Kind.REVOCATIONS_OUTDATED: _OWNER,
    Kind.PROXY_UNREACHABLE: _WORKPLACE,
    Kind.PROXY_REFUSED: _WORKPLACE,
    Kind.TOKEN_MISSING: _OWNER,
    Kind.TOKEN_REFUSED: _OWNER,
    Kind.TLS_FAILED: _NETWORK_OR_PLATFORM,
    Kind.CERTIFICATE_MISSING: _OWNER,
    Kind.CERTIFICATE_EXPIRED: _OWNER,
    Kind.CERTIFICATE_REFUSED: _OWNER,
    Kind.NOT_AGREED: _ORDER,
    Kind.NOT_YOUR_ROLE: _ORDER,
    Kind.PROTECTED_NOT_AGREED: _ORDER,
    Kind.NOT_CONNECTED: _ORDER,
    Kind.NOT_AUTHORISED: _ORDER,
    Kind.NOT_RECORDED: _WORKPLACE,
    Kind.DATABASE_AWAY: _WORKPLACE,
    Kind.UNSETTLED: _REGION,
    Kind.OPEN_ELSEWHERE: _WORKPLACE,
    Kind.ENDED_MEANWHILE: _WORKPLACE,
    Kind.NOT_OFFERED: _REGION,
    Kind.UNFORESEEN: _MAKER,
    Kind.PLATFORM_FAULT: _PLATFORM,
    Kind.PLATFORM_UNAVAILABLE: _PLATFORM,
    Kind.REQUEST_REJECTED: _MAKER,
    Kind.TOO_MANY_HITS: _MAKER,
    Kind.REGION_FAULT: _REGION,
    Kind.REGION_ERROR: _REGION,
    Kind.NO_ANSWER: _REGION,
    Kind.CONNECTION_LOST: _NETWORK_OR_PLATFORM,
    Kind.REGION_UNREACHABLE: _REGION,
    Kind.INTERRUPTED: _MAKER,
    Kind.UNREADABLE_ANSWER: _NETWORK_OR_PLATFORM,
    Kind.ANSWER_TOO_LARGE: _MAKER,
}

_FACTS: dict[str, str] = {
    "addresses": QT_TRANSLATE_NOOP("connection", "adresser {value}"),
    "protocol": QT_TRANSLATE_NOOP("connection", "protokoll {value}"),
    "cipher": QT_TRANSLATE_NOOP("connection", "krypto {value}"),
    "server": QT_TRANSLATE_NOOP("connection", "servern är {value}"),
    "owner": QT_TRANSLATE_NOOP("connection", "ägare {value}"),
    "issuer": QT_TRANSLATE_NOOP("connection", "utfärdat av {value}"),
    "valid_to": QT_TRANSLATE_NOOP("connection", "giltigt till {value}"),
    "skew": QT_TRANSLATE_NOOP("connection", "skiljer {value} sekunder från servern"),
    "answers": QT_TRANSLATE_NOOP("connection", "antal i svaret {value}"),
    "code": QT_TRANSLATE_NOOP("connection", "svarskod {value}"),
    "actor": QT_TRANSLATE_NOOP("connection", "aktör {value}"),
    "centre": QT_TRANSLATE_NOOP("connection", "mottagning {value}"),
}


def step(language: Language, trial: Trial) -> str:
    """What was tried: a contract by its own name and with what was asked of it, the rest by the desk's words."""
    if trial.intent is not None:
        return language.translate("connection", _INTENTS[trial.intent]).format(contract=trial.contract)
    return trial.contract or language.translate("connection", _STEPS[trial.step])


def place(language: Language, trial: Trial) -> str:
    """Where: a host, a region, the person register, or this computer."""
    if trial.host:
        return trial.host
    if trial.county:
        return region_name(trial.county)
    if trial.contract:
        return language.translate("connection", "Personregistret")
    return language.translate("connection", "Den här datorn")


def result(language: Language, ended: Result) -> str:
    """How it ended, in two words."""
    return language.translate("connection", _RESULTS[ended])


def meaning(language: Language, trial: Trial) -> str:
    """What it means, who can mend it, and what is left behind; empty where all is well and nothing is."""
    left = language.translate("connection", _LEFT[trial.left]) if trial.left is not None else ""
    return " ".join(part for part in (_ended(language, trial), left) if part)


def _ended(language: Language, trial: Trial) -> str:
    if trial.problem is not None:
        happened = explain(language, trial.problem, changes=trial.contract == "CreateListing").what_happened
        return f"{happened} {language.translate('connection', _MENDED_BY[trial.problem.kind])}"
    if trial.not_tried is not None:
        return language.translate("connection", _NOT_TRIED[trial.not_tried])
    return language.translate("connection", _CAUTIONS[trial.caution]) if trial.caution is not None else ""


def facts(language: Language, trial: Trial) -> str:
    """What was found, on one line."""
    told = {key: value for key, value in trial.facts.items() if value and key in _FACTS}
    if "valid_to" in told:
        told["valid_to"] = day(language, date.fromisoformat(told["valid_to"]))
    return ", ".join(language.translate("connection", _FACTS[key]).format(value=value) for key, value in told.items())


def reference(trial: Trial) -> str:
    """Under what the platform finds the call, and the code of its answer."""
    code = trial.problem.code if trial.problem is not None else ""
    return ", ".join(part for part in (trial.correlation_id, code) if part)


def took(language: Language, trial: Trial) -> str:
    """How long it took."""
    return "" if trial.ms is None else language.translate("connection", "{ms} ms").format(ms=trial.ms)
