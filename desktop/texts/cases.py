"""Cases in staff's words: where each stands, what it is about, and what a correction says."""

from __future__ import annotations

from datetime import date

from desktop.domain.case import CaseFile, Claim, Correction, FormToSign, Mistake, State
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.domain.listing import Facility, Listing
from desktop.domain.outcome import Confirmed, Outcome, Queued, Received, Unverified
from desktop.domain.registration import Intent, Registration, Wish
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP

_STATES: dict[State, str] = {
    State.DRAFT: QT_TRANSLATE_NOOP("cases", "Utkast"),
    State.COMPLETE: QT_TRANSLATE_NOOP("cases", "Komplettera"),
    State.WAITING: QT_TRANSLATE_NOOP("cases", "Väntar på underskrift"),
    State.SENDING: QT_TRANSLATE_NOOP("cases", "Skickas"),
    State.UNCLEAR: QT_TRANSLATE_NOOP("cases", "Oklart – kontrollera"),
    State.CONFIRMED: QT_TRANSLATE_NOOP("cases", "Bekräftad"),
    State.RECEIVED: QT_TRANSLATE_NOOP("cases", "Mottagen, visas ännu inte"),
    State.REFUSED: QT_TRANSLATE_NOOP("cases", "Regionen sa nej"),
    State.CORRECTION: QT_TRANSLATE_NOOP("cases", "Rättelse"),
    State.CANCELLED: QT_TRANSLATE_NOOP("cases", "Avslutad"),
    State.NOT_SENT: QT_TRANSLATE_NOOP("cases", "Inte skickad"),
}
_RECEIVED: dict[Unverified, str] = {
    Unverified.WITHHELD: QT_TRANSLATE_NOOP("cases", "Regionen svarade OK, kan inte kontrolleras härifrån"),
    Unverified.READING_FAILED: QT_TRANSLATE_NOOP("cases", "Regionen svarade OK, ännu inte kontrollerad"),
    Unverified.NOT_READ: QT_TRANSLATE_NOOP("cases", "Regionen svarade OK, kontrolleras"),
    Unverified.CONTRADICTED: QT_TRANSLATE_NOOP("cases", "Regionen visar något annat"),
}
_DEEDS: dict[Intent, str] = {
    Intent.LIST: QT_TRANSLATE_NOOP("cases", "Listning"),
    Intent.JOIN_QUEUE: QT_TRANSLATE_NOOP("cases", "Listning eller kö"),
    Intent.LEAVE_QUEUE: QT_TRANSLATE_NOOP("cases", "Lämna kö"),
    Intent.CHANGE_DOCTOR: QT_TRANSLATE_NOOP("cases", "Val av läkare"),
}
_MISTAKES: dict[Mistake, str] = {
    Mistake.NOT_CHOSEN: QT_TRANSLATE_NOOP("cases", "”Jag har inte valt den här”"),
    Mistake.WRONG_PERSON: QT_TRANSLATE_NOOP("cases", "Fel person blev registrerad"),
    Mistake.WANTS_BACK: QT_TRANSLATE_NOOP("cases", "Vill tillbaka till den förra mottagningen"),
}


def state(language: Language, case: CaseFile) -> str:
    """Where a case stands; what was only received says why it is no more than that."""
    if case.state in (State.CONFIRMED, State.RECEIVED) and case.outcome is not None:
        return settled(language, case.outcome)
    return language.translate("cases", _STATES[case.state])


def settled(language: Language, outcome: Outcome) -> str:
    """The same of an outcome that has just been read."""
    match outcome:
        case Queued(place=place) if place.queue_position is not None:
            return language.translate("cases", "I kö, plats {n}").format(n=place.queue_position)
        case Queued():
            return language.translate("cases", "I kö")
        case Received(why=why) if why in _RECEIVED:
            return language.translate("cases", _RECEIVED[why])
        case Received():
            return language.translate("cases", _STATES[State.RECEIVED])
        case Confirmed():
            return language.translate("cases", _STATES[State.CONFIRMED])
        case _:
            return language.translate("cases", _STATES[State.UNCLEAR])


def deed(language: Language, case: CaseFile) -> str:
    """What a case is about, in a word or two."""
    if isinstance(case.about, Correction):
        return mistake(language, case.about.mistake)
    if isinstance(case.about, Draft):
        return draft(language, case.about)
    return language.translate("cases", _DEEDS[case.about.choice.intent])


def draft(language: Language, begun: Draft) -> str:
    """What had been begun."""
    if begun.wish is None:
        return language.translate("cases", QT_TRANSLATE_NOOP("cases", "Inget valt än"))
    return language.translate("cases", _DEEDS[begun.wish.intent])


def mistake(language: Language, kind: Mistake) -> str:
    """What has gone wrong."""
    return language.translate("cases", _MISTAKES[kind])


def centre(case: CaseFile) -> str:
    """Which care centre a case is about."""
    match case.about:
        case Correction(shown=shown):
            return listings.facility_name(shown.facility)
        case Draft(wish=None):
            return ""
        case Draft(wish=Wish() as wish):
            return listings.facility_name(wish.facility or Facility(hsa_id=wish.hsa_id))
        case Registration() | FormToSign() as about:
            return listings.facility_name(about.choice.facility)
        case _:
            return ""


def initials(language: Language, case: CaseFile) -> str:
    """`A.S. 1912`: enough for staff, little for who looks over their shoulder; nothing at all of protected persons."""
    return citizen_initials(language, case.citizen)


def citizen_initials(language: Language, citizen: Citizen) -> str:
    """The same of somebody who is no case yet."""
    if citizen.is_protected:
        return language.translate("cases", "Skyddade uppgifter")
    spoken = citizen.name.spoken.split() if citizen.name else []
    letters = f"{spoken[0][0]}.{spoken[-1][0]}. " if spoken else ""
    return f"{letters}{citizen.born.year if citizen.born else citizen.identity.number[:4]}"


def claimed(language: Language, claim: Claim, today: date) -> str:
    """Who has a case open at another desk, since when; where, if that is another computer."""
    since = listings.clock(claim.since)
    if claim.since.date() != today:
        since = f"{listings.day(language, claim.since)} {since}"
    if claim.who and claim.place:
        text = language.translate("cases", "{who} har det öppet på {place} sedan {since}")
    elif claim.who:
        text = language.translate("cases", "{who} har det öppet sedan {since}")
    elif claim.place:
        text = language.translate("cases", "Öppet på {place} sedan {since}")
    else:
        text = language.translate("cases", "Öppet vid en annan lucka sedan {since}")
    return text.format(who=claim.who, place=claim.place, since=since)


def when(language: Language, case: CaseFile, today: date) -> str:
    """The time of a case of today, the date of an older one."""
    if case.opened_at.date() == today:
        return listings.clock(case.opened_at)
    return listings.day(language, case.opened_at)


def listed(language: Language, item: Listing) -> str:
    """What a region shows, on one line."""
    name, kind = listings.facility_name(item.facility), listings.type_name(language, item.listing_type)
    if item.in_queue:
        return f"{name}, {kind}: {listings.queue_place(language, item)}"
    holds = listings.listing(language, item)
    return f"{name}, {kind}: {holds}" if holds else f"{name}, {kind}"
