"""Puts citizens on lists: the home region's consent, the place itself, and the places that others get by it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from desktop.practice.ledger import Ledger
from desktop.practice.orders import RefusedError, Result
from desktop.practice.records import Citizen, Facility
from desktop.practice.regions import PRIMARY, ListingType, Region, all_regions
from desktop.practice.vocabulary import CAP_EXCEEDED, ERROR, INFO, OK

_RETRY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Update:
    """What one region tells another with UpdateListing."""

    person: str
    new_county: str
    home_county: str
    kind: ListingType


Relay = Callable[[Region, str, Update], Result | None]
"""Sends UpdateListing from a region to a county; None when that cannot be reached."""


class UnreachableError(RefusedError):
    """The home region could not be asked."""


class Placing:
    """What follows from a listing, in this region and the others; runs inside the caller's transaction."""

    def __init__(self, ledger: Ledger, relay: Relay) -> None:
        self._ledger = ledger
        self._relay = relay
        self._freed: deque[str] = deque()
        self._giving = False

    def settle_with_home(self, region: Region, citizen: Citizen, kind: ListingType) -> None:
        """Ask the home region, or be it; an asynchronous region asks later (IS-L flow 11b)."""
        if citizen.county in (None, region.code):
            self.count_and_release(region, citizen.number, region.code, kind)
        elif region.announces_after_seconds is None:
            answer = self._tell_home(region, citizen, kind)
            if answer is None:
                raise UnreachableError(ERROR, "Invånarens hemregion kunde inte nås. Försök igen senare.")
            if answer.code not in (OK, INFO):
                raise RefusedError(answer.code, answer.text)

    def _tell_home(self, region: Region, citizen: Citizen, kind: ListingType) -> Result | None:
        home = citizen.county or ""
        return self._relay(region, home, Update(citizen.number, region.code, home, kind))

    def count_and_release(self, home: Region, number: str, new_county: str, kind: ListingType) -> None:
        """The home region's part: the cap, its own listing, and a listing in a third region."""
        present = self._ledger.known_county(number, kind.care)
        if present is not None:
            self.require_change_left(home, number, kind.care)
            self._ledger.add_change(number, kind.care)
        self._ledger.learn_county(number, kind.care, new_county)
        if present == home.code != new_county:
            self.end(home, number, kind.care)
        elif present not in (None, home.code, new_county):
            self.release(home, present or "", number, new_county, kind)

    def require_change_left(self, home: Region, number: str, care: str) -> None:
        """Raise RefusedError where the home region's cap is reached."""
        if self._ledger.changes(number, care) >= home.changes_a_year:
            raise RefusedError(CAP_EXCEEDED, f"Invånaren har redan bytt {home.changes_a_year} gånger det senaste året.")

    def place(
        self, region: Region, citizen: Citizen, facility: Facility, kind: ListingType, doctor: str | None
    ) -> None:
        """List a citizen for whom all is settled; ends the region's former listing and what queues it drops."""
        delay = delay_of(region, citizen)
        self.end(region, citizen.number, kind.care, delay)
        listing = self._ledger.add_listing(citizen.number, facility, kind.care, doctor, delay)
        place = self._ledger.queue_place(citizen.number, facility.hsa_id, kind.care)
        if place is not None:
            self._ledger.leave_queue(place.id)
        if region.drops_queues_on_listing:
            self._ledger.drop_queues(citizen.number, region.code, kind.care)
        if citizen.county != region.code and region.announces_after_seconds is not None:
            self._ledger.plan(timedelta(seconds=region.announces_after_seconds), "announce", {"listing": listing})

    def end(self, region: Region, number: str, care: str, delay: timedelta = timedelta()) -> None:
        """End a citizen's listing in a region, which shows it for `delay` yet; `give_places` passes its place on."""
        present = self._ledger.listing(number, care, region.code)
        if present is not None:
            self._ledger.end_listing(present, delay)
            self._freed.append(present.facility)

    # Queues

    def add_places(self, hsa_id: str, places: int) -> None:
        """Give a centre more places, or fewer, and let those in line have them."""
        self._ledger.change_free(hsa_id, places)
        self._freed.append(hsa_id)
        self.give_places()

    def give_places(self) -> None:
        """Give all freed places to those in line, and the places that they leave in turn.

        One centre at a time and never within another one's turn: people who queue to each other's centres would
        otherwise be given the same place twice.
        """
        if self._giving:
            return
        self._giving = True
        try:
            while self._freed:
                self._assign(self._freed.popleft())
        finally:
            self._giving = False

    def _assign(self, hsa_id: str) -> None:
        region = all_regions()[hsa_id[10:12]]
        while True:
            facility = self._ledger.facility(hsa_id, region.code)
            first = self._ledger.first_in_line(hsa_id)
            if facility is None or facility.is_full or first is None:
                return
            place, person, care = first
            citizen = self._ledger.citizen(person) if person else None
            if citizen is None:
                self._ledger.change_free(hsa_id, -1)
            else:
                try:
                    self.settle_with_home(region, citizen, type_in(region, care))
                    self.place(region, citizen, facility, type_in(region, care), None)
                except UnreachableError:
                    return  # the place waits for its citizen
                except RefusedError:
                    pass  # the home region says no: the turn is over
            self._ledger.leave_queue(place)

    def announce(self, listing_id: int) -> None:
        """An asynchronous region tells the home region, and takes the listing back when that refuses (flow 11b)."""
        listing = self._ledger.listing_by_id(listing_id)
        citizen = self._ledger.citizen(listing.person) if listing else None
        if listing is None or citizen is None:
            return
        region = all_regions()[listing.county]
        kind = type_in(region, listing.care)
        answer = self._tell_home(region, citizen, kind)
        if answer is None:
            self._ledger.plan(_RETRY, "announce", {"listing": listing_id})
        elif answer.code not in (OK, INFO):
            self._ledger.end_listing(listing, timedelta())
            self._freed.append(listing.facility)
            self.give_places()

    def release(self, home: Region, county: str, person: str, new: str, kind: ListingType) -> None:
        """Tell a third region that somebody has left it; again later where it cannot be reached (IS-L)."""
        if self._relay(home, county, Update(person, new, home.code, kind)) is None:
            payload = {"home": home.code, "county": county, "person": person, "new": new, "care": kind.care}
            self._ledger.plan(_RETRY, "release", payload)


def delay_of(region: Region, citizen: Citizen) -> timedelta:
    """How long the region takes until it shows what it has registered."""
    return timedelta(seconds=max(region.shows_after_seconds, int(citizen.details.get("shows_after", 0))))


def type_in(region: Region, care: str) -> ListingType:
    """The type by which a region lists a kind of care towards others."""
    return next((each for each in region.types if each.care == care), PRIMARY)
