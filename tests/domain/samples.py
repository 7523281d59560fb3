"""Owns the fictitious citizens, care centres and readings that tests of rules and use cases are written with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from desktop.domain.agreement import ActorType, Agreement, EvidenceKind, RegisterAgreement, organisation
from desktop.domain.citizen import Citizen, PersonName
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, Listing, ListingType, Overview, RegionListings
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Intent, Registration

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0)
DALARNA, GAVLEBORG, SKANE = County("20"), County("21"), County("12")
PRIMARY, CHILD_CARE = ListingType(code="PV"), ListingType(code="BVC", code_system="1.2.3")
TYPES = (PRIMARY, CHILD_CARE)
HERE = Facility(hsa_id="SE9900000020-A1", name="Här", listing_types=TYPES, supports_doctor_choice=True)
THERE = Facility(hsa_id="SE9900000020-B2", name="Där", listing_types=TYPES, supports_doctor_choice=True)
AWAY = Facility(hsa_id="SE9900000021-C3", name="Borta", listing_types=TYPES)
EK, LIND = Doctor(hsa_id="SE9900000020-EK", name="Karin Ek"), Doctor(hsa_id="SE9900000020-LIND", name="Bo Lind")
ADULT_NUMBER, GUARDIAN_NUMBER = PersonIdentity("191212121212"), PersonIdentity("199504242398")
ADULT = Citizen(ADULT_NUMBER, ADULT_NUMBER, PersonName("Tolvan", "", "Tallberg"), date(1912, 12, 12), DALARNA)
READER = organisation(ActorType.SELF_OWNED_CAREGIVER, "SE9900000020-1000")
TERMS = RegisterAgreement("Övningsavtal", date(2026, 1, 1))


def born(birthday: date) -> Citizen:
    """A citizen of Dalarna born on a day."""
    return Citizen(ADULT_NUMBER, ADULT_NUMBER, ADULT.name, birthday, DALARNA)


def agreed(county: County = DALARNA, **changes: Any) -> Agreement:
    """All agreed with a region, but for the changes."""
    return Agreement(
        **{
            "county": county,
            "read_actor": READER,
            "register_by_form": TERMS,
            "register_by_phone": TERMS,
            "handles_protected": True,
            **changes,
        }
    )


def listed(facility: Facility = HERE, **changes: Any) -> Listing:
    """A listing for primary care."""
    return Listing(**{"facility": facility, "listing_type": PRIMARY, "in_queue": False, **changes})


def queued(facility: Facility = HERE, **changes: Any) -> Listing:
    """A queue place for primary care."""
    return listed(facility, in_queue=True, **changes)


def reading(*listings: Listing, withholds: bool = False) -> RegionListings:
    """A region's answer."""
    return RegionListings(listings, NOW, withholds)


def overview(*listings: Listing, citizen: Citizen = ADULT, withholds: bool = False) -> Overview:
    """Everything answered, with these in Dalarna and nothing elsewhere."""
    counties = (DALARNA,) if listings else ()
    return Overview(citizen, counties, {DALARNA: reading(*listings, withholds=withholds)})


def choice(intent: Intent = Intent.LIST, facility: Facility = HERE, county: County = DALARNA, **changes: Any) -> Choice:
    """A choice for primary care; a change of doctor is to Ek."""
    doctor = EK if intent is Intent.CHANGE_DOCTOR else None
    given = {"intent": intent, "county": county, "facility": facility, "listing_type": PRIMARY, "doctor": doctor}
    return Choice(**{**given, **changes})


def order(chosen: Choice | None = None, citizen: Citizen = ADULT, **changes: Any) -> Registration:
    """A complete order on a form, with every consent."""
    return Registration(
        **{
            "citizen": citizen,
            "choice": chosen or choice(),
            "chooser": Chooser(),
            "evidence": Evidence(EvidenceKind.FORM, date(2026, 11, 20)),
            "consents": frozenset(Consent),
            "agreement": TERMS,
            "present_counties": frozenset(),
            **changes,
        }
    )
