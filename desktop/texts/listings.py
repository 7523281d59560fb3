"""How listings, queue places, waits, changes left and dates are said.

Numbers are the region's own, never counted here; what a region does not state is said to be not stated.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QDate

from desktop.domain.listing import Doctor, Facility, Listing, ListingType, RegionListings
from desktop.domain.regions import County, region_name
from desktop.runtime.language import Language
from desktop.texts.notice import Notice


def facility_name(facility: Facility) -> str:
    """The care centre's name, or its HSA-id where the region gives none."""
    return facility.name or facility.hsa_id


def type_name(language: Language, listing_type: ListingType) -> str:
    """The listing type's name; the national primary care type has a name of our own (TKB-L 6.5)."""
    if listing_type.is_primary_care:
        return language.translate("listings", "Primärvårdslistning")
    return listing_type.display_name or language.translate("listings", "Listningstyp {code}").format(
        code=listing_type.code
    )


def doctor_label(language: Language, doctor: Doctor | None) -> str:
    """Läkarkontakt and vårdkontakt are told apart by the title; without a title it is a doctor (the contract's own)."""
    title = doctor.title.casefold() if doctor is not None else ""
    if not title or "läkare" in title or title.startswith("specialist i "):
        return language.translate("listings", "Fast läkarkontakt")
    return language.translate("listings", "Fast vårdkontakt")


def doctor_name(language: Language, doctor: Doctor | None) -> str:
    """Name and title: `Karin Ek, specialistläkare`."""
    if doctor is None:
        return language.translate("listings", "Ingen vald")
    title = doctor.title if doctor.title[1:2].isupper() else doctor.title[:1].lower() + doctor.title[1:]
    return ", ".join(part for part in (doctor.name or doctor.hsa_id, title) if part)


def doctor_shown(language: Language, item: Listing) -> str:
    """The listing's doctor as the region shows it; one that names nobody may still know of somebody."""
    if item.doctor is None:
        return language.translate("listings", "Regionen anger ingen")
    return doctor_name(language, item.doctor)


def wait(language: Language, days: int) -> str:
    """An estimated wait in days, as the region states it."""
    if days == 1:
        return language.translate("listings", "ca 1 dag")
    return language.translate("listings", "ca {n} dagar").format(n=days)


def queue_column(language: Language, facility: Facility) -> str:
    """`Kö 120, ca 90 dagar`; a centre without a stated queue may be full all the same (TKB-L 6.2)."""
    if not facility.has_queue:
        return language.translate("listings", "Ingen köinformation")
    said = language.translate("listings", "Kö")
    if facility.queue_length is not None:
        said = f"{said} {facility.queue_length}"
    return said if facility.estimated_wait is None else f"{said}, {wait(language, facility.estimated_wait)}"


def queue_place(language: Language, place: Listing) -> str:
    """`Plats 12, ca 40 dagar`, with what the region leaves out said to be left out."""
    if place.queue_position is None:
        position = language.translate("listings", "Platsens nummer anges inte")
    else:
        position = language.translate("listings", "Plats {n}").format(n=place.queue_position)
    if place.estimated_wait is None:
        return position
    return f"{position}, {wait(language, place.estimated_wait)}"


def listing(language: Language, item: Listing) -> str:
    """From when a listing holds, and until when if that is stated; empty where the region gives no date."""
    parts = []
    if item.valid_from is not None:
        parts.append(language.translate("listings", "från {date}").format(date=day(language, item.valid_from)))
    if item.ends is not None:
        parts.append(language.translate("listings", "till och med {date}").format(date=day(language, item.ends)))
    return " ".join(parts)


def changes_left(language: Language, item: Listing, county: County | None) -> str:
    """What `county` states for this listing; never counted, for the cap is the region's (contract-rules 8)."""
    if item.remaining_changes is None or county is None:
        return language.translate("listings", "Regionen anger inte antal byten")
    region = region_name(county)
    if item.remaining_changes == 0:
        return language.translate("listings", "Inga byten kvar enligt {region}").format(region=region)
    if item.remaining_changes == 1:
        return language.translate("listings", "1 byte kvar enligt {region}").format(region=region)
    return language.translate("listings", "{n} byten kvar enligt {region}").format(
        n=item.remaining_changes, region=region
    )


def empty_answer(language: Language, county: County, reading: RegionListings) -> Notice:
    """A region that shows nothing; this never proves that there is no listing (IS-L flow 12)."""
    empty = names_no_region(language, county)
    text = empty.text
    if reading.withholds:
        text = language.translate(
            "listings", "Regionen visar bara listningar hos oss. En listning på en annan mottagning syns inte här."
        )
    ended = [_ended(language, item) for item in reading.ended]
    return replace(empty, text="\n".join((text, *ended)), quote=reading.message)


def names_no_region(language: Language, home: County) -> Notice:
    """A home region that knows of no listing anywhere, or tells of none (TKB-L 6.5)."""
    heading = language.translate("listings", "{region} redovisar ingen listning.").format(region=region_name(home))
    text = language.translate(
        "listings", "Det betyder inte säkert att listning saknas: regionen kan låta bli att lämna ut uppgiften."
    )
    return Notice(heading, text, advice=language.translate("listings", "Fråga invånaren var listningen finns i dag."))


def _ended(language: Language, item: Listing) -> str:
    """A listing that was: it tells where the citizen may come from."""
    said = language.translate("listings", "Har upphört: {centre}, {type}, {dates}.")
    return said.format(
        centre=facility_name(item.facility), type=type_name(language, item.listing_type), dates=listing(language, item)
    )


def day(language: Language, when: date | datetime) -> str:
    """`23 november 2026`."""
    return language.locale.toString(QDate(when.year, when.month, when.day), "d MMMM yyyy")


def clock(when: datetime) -> str:
    """`10:31`, Swedish local time."""
    return f"{when:%H:%M}"


def join(language: Language, names: list[str]) -> str:
    """`A`, `A och B`, `A, B och C`."""
    if len(names) < 2:
        return "".join(names)
    return language.translate("listings", "{first} och {last}").format(first=", ".join(names[:-1]), last=names[-1])
