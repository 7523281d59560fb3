"""What became of a registration, in words: what is known, what to say aloud, and the next step.

Confirmed, queued, received, refused, unclear and not sent are never blurred: nothing is called done that the region
does not show (contract-rules 4). Refusals have a file of their own, `refusals.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.listing import Listing, RegionListings
from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    Outcome,
    PictureChanged,
    Queued,
    Received,
    Refused,
    Reply,
    Unclear,
    Unverified,
)
from desktop.domain.regions import region_name
from desktop.domain.registration import Intent, Registration
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import listings, persons, problems, refusals
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import sentence


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome in words. `quote` is the region's message; `must_read` when it has to be read before going on (INFO).

    `say` is read aloud to whoever made the choice, `next_step` is for the desk.
    """

    heading: str
    text: str
    quote: str
    say: str
    next_step: str
    reference: str = ""
    must_read: bool = False


def tell(language: Language, outcome: Outcome, registration: Registration, instruction: str = "") -> Told:
    """An outcome in words; `instruction` is what the profile says to do in the region when guardians must approve."""
    values = _values(language, registration)
    match outcome:
        case Confirmed():
            return _confirmed(language, outcome, registration, values)
        case Queued():
            return _queued(language, outcome, registration, values)
        case Received():
            return _received(language, outcome, registration, values)
        case Refused(code=code, reply=reply):
            facility, alone = registration.choice.facility, registration.chooser.is_citizen
            refused = refusals.explain_refusal(language, code, facility, instruction, chose_alone=alone)
            reference = problems.reference(language, reply.correlation_id, reply.code)
            return Told(refused.heading, refused.text, reply.message, refused.say, refused.next_step, reference)
        case Unclear():
            return _unclear(language, outcome, values)
        case NotSent():
            return _not_sent(language, outcome)
        case PictureChanged(fresh=fresh):
            return _picture_changed(language, fresh, values)


def _values(language: Language, registration: Registration) -> dict[str, str]:
    """The words of the order; a protected person's home region is never named."""
    choice = registration.choice
    unnamed = language.translate("outcomes", "hemregionen") if registration.citizen.is_protected else ""
    return {
        "name": persons.called(language, registration.citizen),
        "centre": listings.facility_name(choice.facility),
        "doctor": listings.doctor_name(language, choice.doctor),
        "region": region_name(choice.county),
        "home": unnamed or region_name(registration.home_county),
    }


def _said(language: Language, text: str, values: dict[str, str]) -> str:
    return sentence(language.translate("outcomes", text).format(**values))


_CONFIRMED: dict[Intent, tuple[str, str]] = {
    Intent.LIST: (
        QT_TRANSLATE_NOOP("outcomes", "{name} är listad på {centre}."),
        QT_TRANSLATE_NOOP("outcomes", "Nu är listningen på {centre} klar."),
    ),
    Intent.JOIN_QUEUE: (
        QT_TRANSLATE_NOOP("outcomes", "Det fanns plats: {name} är listad på {centre}."),
        QT_TRANSLATE_NOOP("outcomes", "Det fanns plats, så listningen på {centre} är redan klar."),
    ),
    Intent.LEAVE_QUEUE: (
        QT_TRANSLATE_NOOP("outcomes", "Köplatsen till {centre} är borttagen."),
        QT_TRANSLATE_NOOP("outcomes", "Nu är köplatsen till {centre} borttagen."),
    ),
    Intent.CHANGE_DOCTOR: (
        QT_TRANSLATE_NOOP("outcomes", "{doctor} är vald. Listningen på {centre} är oförändrad."),
        QT_TRANSLATE_NOOP("outcomes", "Nu är {doctor} vald på {centre}."),
    ),
}


_TO_COME = (
    QT_TRANSLATE_NOOP("outcomes", "{name} blir listad på {centre} från {date}."),
    QT_TRANSLATE_NOOP("outcomes", "Listningen på {centre} gäller från {date}."),
)


def _done(language: Language, intent: Intent, shown: Listing | None, values: dict[str, str]) -> tuple[str, str]:
    """What the region shows, on the screen and aloud: a listing holds now, or from a later day that it states."""
    lists = intent in (Intent.LIST, Intent.JOIN_QUEUE)
    if not lists or shown is None or shown.valid_from is None or not shown.is_to_come(today()):
        text, say = _CONFIRMED[intent]
    else:
        (text, say), values = _TO_COME, values | {"date": listings.day(language, shown.valid_from)}
    return _said(language, text, values), _said(language, say, values)


def _confirmed(language: Language, outcome: Confirmed, registration: Registration, values: dict[str, str]) -> Told:
    text, say = _done(language, registration.choice.intent, outcome.shown, values)
    texts = [text]
    if outcome.reply is None:
        texts.append(
            _said(language, QT_TRANSLATE_NOOP("outcomes", "Svaret uteblev, men {region} visar det nu."), values)
        )
    if registration.choice.intent is Intent.LIST and outcome.shown is not None and outcome.shown.doctor is not None:
        doctor = outcome.shown.doctor
        texts.append(f"{listings.doctor_label(language, doctor)}: {listings.doctor_name(language, doctor)}.")
    heading = language.translate("outcomes", "Registrerad och bekräftad")
    if _home_may_refuse(registration):
        heading = _said(language, QT_TRANSLATE_NOOP("outcomes", "Registrerad hos {region}"), values)
        texts.append(_said(language, _LATER, values))
        say = _said(language, _SO_FAR, values)
    return _with_reply(
        language,
        heading,
        " ".join(texts),
        outcome.reply,
        say,
        language.translate("outcomes", "Skriv ut kvittot, eller ta nästa invånare."),
    )


_QUEUED: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("outcomes", "Regionen visar en köplats till {centre}, ännu ingen listning."),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP(
        "outcomes", "{name} står i kö till {centre}. En listning någon annanstans gäller så länge."
    ),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("outcomes", "Regionen visar fortfarande köplatsen till {centre}."),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP(
        "outcomes", "Regionen visar en köplats till {centre}, men inte valet av {doctor}."
    ),
}

_STANDS_TO_YOU = (
    QT_TRANSLATE_NOOP("outcomes", "Du står i kö till {centre}."),
    QT_TRANSLATE_NOOP("outcomes", "Du står i kö till {centre}, på plats {n}."),
)
_STANDS_OF_THEM = (
    QT_TRANSLATE_NOOP("outcomes", "{name} står i kö till {centre}."),
    QT_TRANSLATE_NOOP("outcomes", "{name} står i kö till {centre}, på plats {n}."),
)


def _queued(language: Language, outcome: Queued, registration: Registration, values: dict[str, str]) -> Told:
    place, intent = outcome.place, registration.choice.intent
    if intent in (Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR):
        heading = language.translate("outcomes", "Köplatsen finns kvar")
    elif place.queue_position is None:
        heading = language.translate("outcomes", "Nu i kö")
    else:
        heading = language.translate("outcomes", "Nu i kö, plats {n}").format(n=place.queue_position)
    text = _said(language, _QUEUED[intent], values)
    if place.estimated_wait is not None:
        wait = listings.wait(language, place.estimated_wait)
        text += " " + language.translate("outcomes", "Väntetid enligt regionen: {wait}.").format(wait=wait)
    plain, numbered = _STANDS_TO_YOU if registration.chooser.is_citizen else _STANDS_OF_THEM
    say = _said(language, plain, values)
    if place.queue_position is not None:
        say = _said(language, numbered, values | {"n": str(place.queue_position)})
    if intent in (Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR):
        next_step = language.translate("outcomes", "Hämta igen om några minuter.")
    else:
        next_step = language.translate("outcomes", "Skriv ut kvittot, eller ta nästa invånare.")
    return _with_reply(language, heading, text, outcome.reply, say, next_step)


_RECEIVED: dict[Unverified, tuple[str, str, str]] = {
    Unverified.NOT_VISIBLE_YET: (
        QT_TRANSLATE_NOOP("outcomes", "Mottagen, visas ännu inte"),
        QT_TRANSLATE_NOOP("outcomes", "{region} har tagit emot begäran. Det kan dröja från några minuter till en dag."),
        QT_TRANSLATE_NOOP("outcomes", "Skicka inte igen. Kontrollera om några minuter."),
    ),
    Unverified.WITHHELD: (
        QT_TRANSLATE_NOOP("outcomes", "Regionen svarade OK, kan inte kontrolleras härifrån"),
        QT_TRANSLATE_NOOP("outcomes", "{region} har tagit emot begäran men visar inte listningen för oss."),
        QT_TRANSLATE_NOOP(
            "outcomes", "Skicka inte igen. Invånaren kan se sin listning på 1177.se eller fråga regionen."
        ),
    ),
    Unverified.NOT_READ: (
        QT_TRANSLATE_NOOP("outcomes", "Regionen svarade OK, kontrolleras"),
        QT_TRANSLATE_NOOP("outcomes", "{region} har tagit emot begäran. Vi läser vad regionen visar."),
        QT_TRANSLATE_NOOP("outcomes", "Skicka inte igen. Gå vidare; svaret kommer bland ärendena."),
    ),
    Unverified.CONTRADICTED: (
        QT_TRANSLATE_NOOP("outcomes", "Regionen visar något annat"),
        QT_TRANSLATE_NOOP(
            "outcomes", "{region} svarade OK, men visar nu en annan listning än den som registrerades här."
        ),
        QT_TRANSLATE_NOOP(
            "outcomes", "Skicka inte igen. Fråga om invånaren har valt något annat, eller gör en rättelse."
        ),
    ),
    Unverified.READING_FAILED: (
        QT_TRANSLATE_NOOP("outcomes", "Regionen svarade OK, ännu inte kontrollerad"),
        QT_TRANSLATE_NOOP("outcomes", "{region} har tagit emot begäran, men listningen gick inte att läsa efteråt."),
        QT_TRANSLATE_NOOP("outcomes", "Skicka inte igen. Kontrollera om några minuter."),
    ),
}

_ORDERED: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("outcomes", "{region} har tagit emot begäran om listning på {centre}."),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP(
        "outcomes", "{region} har tagit emot begäran om listning eller köplats på {centre}."
    ),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP(
        "outcomes", "{region} har tagit emot begäran om att lämna kön till {centre}."
    ),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("outcomes", "{region} har tagit emot valet av {doctor} på {centre}."),
}


_LATER = QT_TRANSLATE_NOOP("outcomes", "{home} kan ännu säga nej; då får invånaren besked av {region}.")

_SO_FAR = QT_TRANSLATE_NOOP("outcomes", "{region} har registrerat listningen på {centre}. {home} kan ännu säga nej.")


def _home_may_refuse(registration: Registration) -> bool:
    """An asynchronous home region can still annul a listing elsewhere (IS-L flow 11b)."""
    lists = registration.choice.intent in (Intent.LIST, Intent.JOIN_QUEUE)
    return lists and registration.home_county != registration.choice.county


def _received(language: Language, outcome: Received, registration: Registration, values: dict[str, str]) -> Told:
    heading, text, next_step = (_said(language, said, values) for said in _RECEIVED[outcome.why])
    if _home_may_refuse(registration):
        text = f"{text} {_said(language, _LATER, values)}"
    say = _said(language, _ORDERED[registration.choice.intent], values)
    unconfirmed = language.translate("outcomes", "Det är inte bekräftat än.")
    return _with_reply(language, heading, text, outcome.reply, f"{say} {unconfirmed}", next_step)


def read_first(language: Language, next_step: str) -> str:
    """The next step while the region's message (INFO) is still to be read."""
    first = language.translate("outcomes", "Läs regionens meddelande först.")
    return f"{first} {next_step}"


_EMPTY_MESSAGE = QT_TRANSLATE_NOOP(
    "outcomes", "Regionen ville att ett meddelande läses, men det var tomt. Fråga regionen."
)


def _with_reply(language: Language, heading: str, text: str, reply: Reply | None, say: str, next_step: str) -> Told:
    if reply is None:
        return Told(heading, text, "", say, next_step)
    reference = problems.reference(language, reply.correlation_id)
    if reply.lacks_message:
        empty = QT_TRANSLATE_NOOP(
            "outcomes", "Regionen ville att ett meddelande läses, men det var tomt. Fråga regionen."
        )
        text = f"{text} {language.translate('outcomes', empty)}"
    return Told(heading, text, reply.message, say, next_step, reference, reply.must_be_read)


def _unclear(language: Language, outcome: Unclear, values: dict[str, str]) -> Told:
    said = problems.explain(language, outcome.problem, changes=True)
    if outcome.reading is None:
        seen = QT_TRANSLATE_NOOP("outcomes", "Det har inte gått att läsa hos {region} efteråt.")
    else:
        seen = QT_TRANSLATE_NOOP("outcomes", "{region} visar det inte när vi läser. Svaret kan dröja.")
    return Told(
        language.translate("outcomes", "Oklart – kontrollera"),
        f"{said.what_happened} {said.whether_anything_changed} {_said(language, seen, values)}",
        said.quote,
        _said(language, QT_TRANSLATE_NOOP("outcomes", "Vi vet inte än om {region} har registrerat det."), values),
        said.what_to_do,
        said.reference,
    )


def _not_sent(language: Language, outcome: NotSent) -> Told:
    said = problems.explain(language, outcome.problem, changes=True)
    return Told(
        language.translate("outcomes", "Inte registrerad"),
        f"{said.what_happened} {said.whether_anything_changed}",
        said.quote,
        language.translate("outcomes", "Det gick inte att registrera nu. Inget har ändrats."),
        said.what_to_do,
        said.reference,
    )


def _picture_changed(language: Language, fresh: RegionListings, values: dict[str, str]) -> Told:
    text = QT_TRANSLATE_NOOP("outcomes", "{region} visar något annat än när ni kontrollerade. Inget har skickats.")
    return Told(
        language.translate("outcomes", "Uppgifterna har ändrats"),
        _said(language, text, values),
        fresh.message,
        language.translate("outcomes", "Regionens uppgifter har just ändrats. Vi går igenom valet en gång till."),
        language.translate("outcomes", "Gå tillbaka till kontrollen och se vad som gäller nu."),
    )
