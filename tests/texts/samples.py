"""Fictitious persons, care centres, registrations and outcomes, enough to say every sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from desktop.domain.agreement import EvidenceKind, RegisterAgreement
from desktop.domain.citizen import Citizen, PersonName, Protection
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, Listing, ListingType, RegionListings
from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    Outcome,
    PictureChanged,
    Queued,
    Received,
    RefusalCode,
    Refused,
    Reply,
    Unclear,
    Unverified,
)
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Intent, Registration

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 31)
DALARNA, SKANE, STOCKHOLM = County("20"), County("12"), County("01")
PRIMARY = ListingType(code="PV")
TISKEN = Facility(
    hsa_id="SE2321000016-TISK", name="Vårdcentral Tisken", has_queue=True, queue_length=120, estimated_wait=90
)
FALUN = Facility(hsa_id="SE2321000016-FALU", name="Falu vårdcentral")
EK = Doctor(hsa_id="SE2321000016-EK", name="Karin Ek", title="Specialistläkare")
ADULT_NUMBER, CHILD_NUMBER = PersonIdentity("191212121212"), PersonIdentity("201701012393")
ADULT = Citizen(ADULT_NUMBER, ADULT_NUMBER, PersonName("Tolvan", "", "Svensson"), date(1912, 12, 12), DALARNA)
CHILD = Citizen(CHILD_NUMBER, CHILD_NUMBER, PersonName("Alma Maria", "", "Lindqvist-Bergström"), None, SKANE)
PROTECTED = Citizen(ADULT_NUMBER, ADULT_NUMBER, ADULT.name, ADULT.born, DALARNA, Protection.MARKED)
AT_FALUN = Listing(facility=FALUN, listing_type=PRIMARY, in_queue=False, remaining_changes=2)
AT_TISKEN = Listing(
    facility=TISKEN,
    listing_type=PRIMARY,
    in_queue=False,
    doctor=EK,
    valid_from=datetime(2020, 11, 24),
    remaining_changes=1,
)
IN_QUEUE = Listing(facility=TISKEN, listing_type=PRIMARY, in_queue=True, queue_position=12, estimated_wait=40)
MESSAGE = "Du får ett välkomstbrev inom en vecka."


def choice(intent: Intent, county: County = DALARNA) -> Choice:
    """A choice of Tisken, with a doctor where the contract takes one."""
    with_doctor = intent in (Intent.LIST, Intent.CHANGE_DOCTOR)
    return Choice(intent, county, TISKEN, PRIMARY, EK if with_doctor else None)


def registration(intent: Intent, citizen: Citizen = ADULT) -> Registration:
    """A registration on a form."""
    return Registration(
        citizen,
        choice(intent),
        Chooser(),
        Evidence(EvidenceKind.FORM, date(2026, 11, 20)),
        frozenset(Consent),
        RegisterAgreement("Övning", date(2026, 1, 1)),
        frozenset({DALARNA}),
    )


def outcomes(intent: Intent) -> Iterator[Outcome]:
    """Every kind of outcome that an intent can have."""
    shown = None if intent is Intent.LEAVE_QUEUE else AT_TISKEN
    for reply in (Reply("OK"), Reply("INFO", MESSAGE, "c-1"), None):
        yield Confirmed(shown, reply)
        yield Queued(IN_QUEUE, reply)
    for why in Unverified:
        yield Received(why, Reply("OK"))
    for code in RefusalCode:
        yield Refused(code, Reply(code.value, "Nej, tyvärr.", "c-2"))
    lost = Problem(Kind.NO_ANSWER, Effect.UNKNOWN, DALARNA, "c-3")
    yield Unclear(lost, None)
    yield Unclear(lost, RegionListings((), NOW))
    yield NotSent(Problem(Kind.NO_NETWORK, Effect.NOTHING_SENT, DALARNA))
    yield PictureChanged(RegionListings((IN_QUEUE,), NOW))


def sentences(said: object) -> Iterator[str]:
    """Every string inside a dataclass, tuple or string."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, tuple):
        for item in said:
            yield from sentences(item)
    elif is_dataclass(said):
        for item in fields(said):
            yield from sentences(getattr(said, item.name))
