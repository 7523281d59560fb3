"""The rules of CreateListing and UpdateListing, and what follows from them: queues, home regions, later refusals."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from desktop.practice.ledger import Ledger
from desktop.practice.orders import Order, OrderReader, RefusedError, Result
from desktop.practice.records import Citizen, Facility, Listing
from desktop.practice.regions import PRIMARY, ListingType, Region, all_regions, find_type
from desktop.practice.shapes import Message
from desktop.practice.vocabulary import CAP_EXCEEDED, ERROR, FULL, INFO, OK

EXEMPT_BELOW = 1
"""Newborns are listed although a centre is full: whole years."""

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


class Registering:
    """Applies the rules to the ledger; every public method runs inside the caller's transaction."""

    def __init__(self, ledger: Ledger, relay: Relay) -> None:
        self._ledger = ledger
        self._orders = OrderReader(ledger)
        self._relay = relay
        self._freed: deque[str] = deque()
        self._giving = False

    # CreateListing

    def create(self, region: Region, message: Message) -> Result:
        """Answer CreateListing (TKB 6.1)."""
        try:
            return self._carry_out(self._orders.read(region, message))
        except RefusedError as refused:
            return refused.result

    def _carry_out(self, order: Order) -> Result:
        """Which of the intents a request means, by what the region holds (TKB 6.1, addToQueue)."""
        number, facility, care = order.citizen.number, order.facility, order.kind.care
        present = self._ledger.listing(number, care, order.region.code)
        if present is not None and present.facility.casefold() == facility.hsa_id.casefold():
            return self._change_doctor(order, present)
        place = self._ledger.queue_place(number, facility.hsa_id, care)
        if place is not None and not order.add_to_queue:
            self._ledger.leave_queue(place.id)
            return Result(OK, f"Köplatsen till {facility.name} är borttagen.")
        if place is not None:
            return Result(INFO, f"Invånaren står redan i kö till {facility.name}, på plats {place.position}.")
        if facility.is_full and self._ledger.age(order.citizen) >= EXEMPT_BELOW:
            return self._join_queue(order)
        return self._list(order)

    def _change_doctor(self, order: Order, present: Listing) -> Result:
        if order.doctor is None:
            return Result(INFO, f"Invånaren är redan listad på {order.facility.name}.")
        self._require_doctor(order)
        self._ledger.choose_doctor(present, order.doctor)
        return Result(OK)

    def _require_doctor(self, order: Order) -> None:
        if order.doctor is None:
            return
        offered = self._ledger.doctors(order.facility.hsa_id, self._ledger.age(order.citizen))
        if not order.region.has_personnel or order.doctor.casefold() not in {
            each.hsa_id.casefold() for each in offered
        }:
            raise RefusedError(ERROR, "Läkaren kan inte väljas av invånaren på den mottagningen.")

    def _join_queue(self, order: Order) -> Result:
        if not order.add_to_queue or not order.facility.queue_offered:
            raise RefusedError(FULL, f"{order.facility.name} kan inte ta emot fler listade just nu.")
        home = all_regions()[order.citizen.county or ""]
        if home.code == order.region.code:
            self._require_change_left(home, order.citizen.number, order.kind.care)
        self._ledger.join_queue(
            order.citizen.number, order.facility, order.kind.care, _delay(order.region, order.citizen)
        )
        return Result(OK, f"{order.facility.name} är full. Invånaren står nu i kö.")

    def _list(self, order: Order) -> Result:
        self._require_doctor(order)
        self._settle_with_home(order.region, order.citizen, order.kind)
        self._place(order.region, order.citizen, order.facility, order.kind, order.doctor)
        if order.facility.answer == "INFO":
            return Result(INFO, "Mottagningen flyttar till nya lokaler nästa månad. Listningen gäller redan nu.")
        return Result(OK)

    # Listing and its consequences

    def _settle_with_home(self, region: Region, citizen: Citizen, kind: ListingType) -> None:
        """Ask the home region, or be it; an asynchronous region asks later (IS-L flow 11b)."""
        if citizen.county == region.code:
            self._count_and_release(region, citizen.number, region.code, kind)
        elif region.announces_after_seconds is None:
            answer = self._tell_home(region, citizen, kind)
            if answer is None:
                raise UnreachableError(ERROR, "Invånarens hemregion kunde inte nås. Försök igen senare.")
            if answer.code not in (OK, INFO):
                raise RefusedError(answer.code, answer.text)

    def _tell_home(self, region: Region, citizen: Citizen, kind: ListingType) -> Result | None:
        home = citizen.county or ""
        return self._relay(region, home, Update(citizen.number, region.code, home, kind))

    def _count_and_release(self, home: Region, number: str, new_county: str, kind: ListingType) -> None:
        """The home region's part: the cap, its own listing, and a listing in a third region."""
        present = self._ledger.known_county(number, kind.care)
        if present is not None:
            self._require_change_left(home, number, kind.care)
            self._ledger.add_change(number, kind.care)
        self._ledger.learn_county(number, kind.care, new_county)
        if present == home.code != new_county:
            self._end(home, number, kind.care)
        elif present not in (None, home.code, new_county):
            self._release(home, present or "", number, new_county, kind)

    def _require_change_left(self, home: Region, number: str, care: str) -> None:
        if self._ledger.changes(number, care) >= home.changes_a_year:
            raise RefusedError(CAP_EXCEEDED, f"Invånaren har redan bytt {home.changes_a_year} gånger det senaste året.")

    def _place(
        self, region: Region, citizen: Citizen, facility: Facility, kind: ListingType, doctor: str | None
    ) -> None:
        delay = _delay(region, citizen)
        self._end(region, citizen.number, kind.care, delay)
        listing = self._ledger.add_listing(citizen.number, facility, kind.care, doctor, delay)
        place = self._ledger.queue_place(citizen.number, facility.hsa_id, kind.care)
        if place is not None:
            self._ledger.leave_queue(place.id)
        if region.drops_queues_on_listing:
            self._ledger.drop_queues(citizen.number, region.code, kind.care)
        if citizen.county != region.code and region.announces_after_seconds is not None:
            self._ledger.plan(timedelta(seconds=region.announces_after_seconds), "announce", {"listing": listing})

    def _end(self, region: Region, number: str, care: str, delay: timedelta = timedelta()) -> None:
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
                    self._settle_with_home(region, citizen, _type_of(region, care))
                    self._place(region, citizen, facility, _type_of(region, care), None)
                except UnreachableError:
                    return  # the place waits for its citizen
                except RefusedError:
                    pass  # the home region says no: the turn is over
            self._ledger.leave_queue(place)

    # UpdateListing

    def update(self, region: Region, message: Message) -> Result:
        """Answer UpdateListing: as the home region, or as the region that is left (IS-L)."""
        new = (message.identifiers("newListingCounty")[0].extension or "").strip()
        home = (message.identifiers("homeCounty")[0].extension or "").strip()
        codes = message.codes("listingType")
        kind = find_type(region, codes[0]) if codes else PRIMARY
        try:
            citizen = self._orders.citizen(message)
            if kind is None or new not in all_regions() or home not in all_regions():
                raise RefusedError(ERROR, "Okänd listningstyp eller länskod.")
            if home != citizen.county:
                raise RefusedError(ERROR, "Invånaren är inte folkbokförd i den angivna hemregionen.")
            if home == region.code:
                self._count_and_release(region, citizen.number, new, kind)
            elif new != region.code:
                self._end(region, citizen.number, kind.care)
        except RefusedError as refused:
            return refused.result
        return Result(OK)

    # What happens by itself

    def catch_up(self) -> None:
        """Let everything happen that is due by the region's clock."""
        while (hsa_id := self._ledger.due_facility()) is not None:
            if self._ledger.first_in_line(hsa_id) is not None:
                self.add_places(hsa_id, 1)
        while (event := self._ledger.due_event()) is not None:
            name, payload = event
            if name == "announce":
                self._announce(int(payload["listing"]))
            else:
                home = all_regions()[payload["home"]]
                kind = _type_of(home, payload["care"])
                self._release(home, payload["county"], payload["person"], payload["new"], kind)

    def _announce(self, listing_id: int) -> None:
        """An asynchronous region tells the home region, and takes the listing back when that refuses (flow 11b)."""
        listing = self._ledger.listing_by_id(listing_id)
        citizen = self._ledger.citizen(listing.person) if listing else None
        if listing is None or citizen is None:
            return
        region = all_regions()[listing.county]
        kind = _type_of(region, listing.care)
        answer = self._tell_home(region, citizen, kind)
        if answer is None:
            self._ledger.plan(_RETRY, "announce", {"listing": listing_id})
        elif answer.code not in (OK, INFO):
            self._ledger.end_listing(listing, timedelta())
            self._freed.append(listing.facility)
            self.give_places()

    def _release(self, home: Region, county: str, person: str, new: str, kind: ListingType) -> None:
        """Tell a third region that somebody has left it; again later where it cannot be reached (IS-L)."""
        if self._relay(home, county, Update(person, new, home.code, kind)) is None:
            payload = {"home": home.code, "county": county, "person": person, "new": new, "care": kind.care}
            self._ledger.plan(_RETRY, "release", payload)


def _delay(region: Region, citizen: Citizen) -> timedelta:
    """How long the region takes until it shows what it has registered."""
    return timedelta(seconds=max(region.shows_after_seconds, int(citizen.details.get("shows_after", 0))))


def _type_of(region: Region, care: str) -> ListingType:
    return next((each for each in region.types if each.care == care), PRIMARY)
