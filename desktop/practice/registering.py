"""What CreateListing and UpdateListing mean, and what happens by the regions' clock without anybody asking."""

from desktop.practice.ledger import Ledger
from desktop.practice.orders import Order, OrderReader, RefusedError, Result
from desktop.practice.placing import Placing, delay_of, type_in
from desktop.practice.records import Listing
from desktop.practice.regions import PRIMARY, Region, all_regions, find_type
from desktop.practice.shapes import Message
from desktop.practice.vocabulary import ERROR, FULL, INFO, OK

EXEMPT_BELOW = 1
"""Newborns are listed although a centre is full: whole years."""


class Registering:
    """Applies the rules to the ledger; every public method runs inside the caller's transaction."""

    def __init__(self, ledger: Ledger, placing: Placing) -> None:
        self._ledger = ledger
        self._orders = OrderReader(ledger)
        self._placing = placing

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
            return Result(OK)
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
            self._placing.require_change_left(home, order.citizen.number, order.kind.care)
        self._ledger.join_queue(
            order.citizen.number, order.facility, order.kind.care, delay_of(order.region, order.citizen)
        )
        return Result(OK, f"{order.facility.name} är full. Invånaren står nu i kö.")

    def _list(self, order: Order) -> Result:
        self._require_doctor(order)
        self._placing.settle_with_home(order.region, order.citizen, order.kind)
        self._placing.place(order.region, order.citizen, order.facility, order.kind, order.doctor)
        if order.facility.answer == "INFO":
            return Result(INFO, "Mottagningen flyttar till nya lokaler nästa månad. Listningen gäller redan nu.")
        return Result(OK)

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
                self._placing.count_and_release(region, citizen.number, new, kind)
            elif new != region.code:
                self._placing.end(region, citizen.number, kind.care)
        except RefusedError as refused:
            return refused.result
        return Result(OK)

    # What happens by itself

    def catch_up(self) -> None:
        """Let everything happen that is due by the region's clock."""
        while (hsa_id := self._ledger.due_facility()) is not None:
            if self._ledger.first_in_line(hsa_id) is not None:
                self._placing.add_places(hsa_id, 1)
        while (event := self._ledger.due_event()) is not None:
            name, payload = event
            if name == "announce":
                self._placing.announce(int(payload["listing"]))
            elif self._ledger.known_county(payload["person"], payload["care"]) != payload["county"]:
                home = all_regions()[payload["home"]]
                kind = type_in(home, payload["care"])
                self._placing.release(home, payload["county"], payload["person"], payload["new"], kind)
