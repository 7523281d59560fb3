"""What regions say about listings: facilities, doctors, listings, queue places, and the overview of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from pydantic import BaseModel, ConfigDict

from desktop.domain.citizen import Citizen
from desktop.domain.codes import LISTING_TYPE, PRIMARY_CARE
from desktop.domain.problems import Problem
from desktop.domain.regions import County


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True)


class ListingType(_Value):
    """A kind of listing; matched on code and code system, never on its display name (TKB-L)."""

    code: str
    code_system: str = LISTING_TYPE
    display_name: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two listing types are compared by."""
        return (self.code, self.code_system)

    @property
    def is_primary_care(self) -> bool:
        """The national code for primary care."""
        return self.key == (PRIMARY_CARE, LISTING_TYPE)


class Doctor(_Value):
    """A selectable or chosen doctor contact (HealthcarePersonnelType)."""

    hsa_id: str
    name: str = ""
    title: str = ""


class Facility(_Value):
    """A care centre as a region describes it (HealthcareFacilityType 2.1).

    `has_queue` True means full and a queue is offered; False means everything else, also full without a queue.
    Waits are in days. None is "not stated".
    """

    hsa_id: str
    name: str = ""
    has_queue: bool | None = None
    supports_doctor_choice: bool | None = None
    listing_types: tuple[ListingType, ...] = ()
    queue_length: int | None = None
    estimated_wait: int | None = None

    def offers(self, listing_type: ListingType) -> bool:
        """Whether it takes this type; no types stated means primary care only (TKB-L 6)."""
        if not self.listing_types:
            return listing_type.is_primary_care
        return any(listing_type.key == offered.key for offered in self.listing_types)

    def for_somebody_with(self, types: tuple[ListingType, ...]) -> Facility:
        """The same care centre as it takes somebody to whom its region offers `types`.

        A region may have a code of its own for its residents' primary care (IS-L 5.4.1). Where that is all it offers
        them, it is what a centre takes that states no types.
        """
        if self.listing_types or len(types) != 1:
            return self
        return self.model_copy(update={"listing_types": types})


class Listing(_Value):
    """A listing, or a queue place when `in_queue` (ListingHealthcareFacilityType 2.1).

    Dates are Swedish local time without zone. `estimated_wait` is in days. `remaining_changes` comes from the home
    region only and belongs to this listing (TKB-L 6.5.2).
    """

    facility: Facility
    listing_type: ListingType
    in_queue: bool
    doctor: Doctor | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    queue_position: int | None = None
    estimated_wait: int | None = None
    remaining_changes: int | None = None

    @property
    def is_untyped(self) -> bool:
        """The region says of no type, which the schema lets it: it may be any."""
        return not self.listing_type.code

    @property
    def ends(self) -> datetime | None:
        """When it ends, where that is stated; many systems write a day in the year 9999 for "never"."""
        return None if self.valid_to is None or self.valid_to.year == _NEVER else self.valid_to

    def is_to_come(self, today: date) -> bool:
        """Whether it holds from a later day."""
        return self.valid_from is not None and self.valid_from.date() > today

    def is_at(self, hsa_id: str) -> bool:
        """HSA-ids compare without regard to case (TKB-L)."""
        return same_hsa_id(self.facility.hsa_id, hsa_id)


_NEVER = 9999


def same_hsa_id(one: str, other: str) -> bool:
    """HSA-ids compare without regard to case or surrounding blanks (TKB-L)."""
    return one.strip().casefold() == other.strip().casefold()


class QueueState(Enum):
    """Whether somebody stands in a queue: three values, for a withheld answer proves nothing."""

    QUEUING = "queuing"
    NOT_QUEUING = "not queuing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RegionListings:
    """One region's answer to GetListing: what it discloses, when it was read, and whether it may withhold.

    `withholds` states that the region discloses to this actor only what is listed with the actor (IS-L flow 12), so
    that an absence proves nothing.
    """

    listings: tuple[Listing, ...]
    read_at: datetime
    withholds: bool = False
    message: str = ""

    def together_with(self, other: RegionListings) -> RegionListings:
        """What the same region says under another of the citizen's numbers, each listing once.

        What it adds to one (changes left, a place in line) may differ; it stands as it is said of this number.
        """
        shown = {_period(item) for item in self.listings}
        listings = (*self.listings, *(item for item in other.listings if _period(item) not in shown))
        message = " ".join(dict.fromkeys(text for text in (self.message, other.message) if text))
        return replace(self, listings=listings, read_at=max(self.read_at, other.read_at), message=message)

    @property
    def current(self) -> tuple[Listing, ...]:
        """Listings in force or to come, queue places and what has ended left out."""
        now = self.read_at.replace(tzinfo=None)
        return tuple(one for one in self.listings if not one.in_queue and (one.valid_to is None or one.valid_to >= now))

    @property
    def ended(self) -> tuple[Listing, ...]:
        """What the region still shows although it has ended."""
        return tuple(one for one in self.listings if not one.in_queue and one not in self.current)

    @property
    def is_empty(self) -> bool:
        """Whether it shows neither a listing that holds nor a queue place."""
        return not (self.current or self.queue_places)

    @property
    def queue_places(self) -> tuple[Listing, ...]:
        """Places in queues."""
        return tuple(listing for listing in self.listings if listing.in_queue)

    def listed_at(self, hsa_id: str, listing_type: ListingType) -> Listing | None:
        """The listing in force at this care centre for this type."""
        return _first(item for item in self.current if _matches(item, hsa_id, listing_type))

    def queued_at(self, hsa_id: str, listing_type: ListingType) -> Listing | None:
        """The queue place at this care centre for this type."""
        return _first(item for item in self.queue_places if _matches(item, hsa_id, listing_type))

    def queue_state(self, hsa_id: str) -> QueueState:
        """Whether the citizen queues at this care centre, whatever the type.

        A call without `addToQueue` leaves a queue there unasked (TKB-L 6.1), so absence in a withheld answer is
        unknown, never "not queuing".
        """
        if any(place.is_at(hsa_id) for place in self.queue_places):
            return QueueState.QUEUING
        return QueueState.UNKNOWN if self.withholds else QueueState.NOT_QUEUING

    @property
    def shape(self) -> frozenset[tuple[object, ...]]:
        """What must not have changed between the receptionist's look and the call: where, what and in which queue."""
        return frozenset(
            (
                item.facility.hsa_id.casefold(),
                item.listing_type.key,
                item.in_queue,
                item.doctor.hsa_id.casefold() if item.doctor else "",
            )
            for item in self.listings
        )


def _period(item: Listing) -> tuple[object, ...]:
    place = (item.facility.hsa_id.casefold(), item.listing_type.key, item.in_queue)
    return (*place, item.valid_from, item.valid_to)


def _matches(item: Listing, hsa_id: str, listing_type: ListingType) -> bool:
    return item.is_at(hsa_id) and item.listing_type.key == listing_type.key


def _first(items: Iterable[Listing]) -> Listing | None:
    return next(iter(items), None)


class Pending(Enum):
    """A region that has not answered yet."""

    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Overview:
    """All that regions say about one citizen; fills as regions answer, and a failed region is a value in it.

    `counties` is the home region's GetListingCounty answer: None while asked, a Problem where it failed, or absent
    (`()`), which may mean no listing or nothing disclosed.
    """

    citizen: Citizen
    counties: tuple[County, ...] | Problem | Pending = Pending.PENDING
    regions: Mapping[County, RegionListings | Problem | Pending] = field(default_factory=dict)

    def with_region(self, county: County, reading: RegionListings | Problem | Pending) -> Overview:
        """The same overview with one region's reading put in."""
        return replace(self, regions={**self.regions, county: reading})

    def answered(self, county: County) -> RegionListings | None:
        """The region's answer, if it has answered."""
        reading = self.regions.get(county)
        return reading if isinstance(reading, RegionListings) else None

    @property
    def is_complete(self) -> bool:
        """Nothing is being asked any more."""
        return self.counties is not Pending.PENDING and Pending.PENDING not in self.regions.values()

    @property
    def current(self) -> tuple[tuple[County, Listing], ...]:
        """Listings in force over all regions that answered."""
        return self._gather(in_queue=False)

    @property
    def queue_places(self) -> tuple[tuple[County, Listing], ...]:
        """Queue places over all regions that answered."""
        return self._gather(in_queue=True)

    def shown_by(self, listing: Listing) -> County | None:
        """The region that shows a listing."""
        return next((county for county, item in self.current if item == listing), None)

    def listed_in(self, listing_type: ListingType) -> frozenset[County]:
        """Where the citizen is, or may be, listed for this type.

        The home region names counties without saying of which type; one whose listings cannot be seen counts, for
        consent covers the present region also when it withholds or does not answer.
        """
        shown = {
            county for county, item in self.current if item.listing_type.key == listing_type.key or item.is_untyped
        }
        named = self.counties if isinstance(self.counties, tuple) else ()
        return frozenset(shown | {county for county in named if not self._shows_all(county)})

    def _shows_all(self, county: County) -> bool:
        """Whether a region that has a listing shows it, and what it shows is all."""
        reading = self.answered(county)
        return reading is not None and bool(reading.current) and not reading.withholds

    def _gather(self, *, in_queue: bool) -> tuple[tuple[County, Listing], ...]:
        return tuple(
            (county, item)
            for county, reading in self.regions.items()
            if isinstance(reading, RegionListings)
            for item in (reading.queue_places if in_queue else reading.current)
        )
