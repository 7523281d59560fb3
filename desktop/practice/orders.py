"""Reads CreateListing as an order: who acts, for whom, where and what, and the refusals that need no listing."""

from dataclasses import dataclass, replace

from desktop.practice.ledger import Ledger
from desktop.practice.numbers import is_person
from desktop.practice.records import Citizen, Facility
from desktop.practice.regions import ListingType, Region, find_type, types_for
from desktop.practice.shapes import Actor, Message
from desktop.practice.vocabulary import AGE_LIMIT, CITIZEN, CONSENT_NEEDED, COUNTY, ERROR, GUARDIAN, HSA_ID

ADULT = 18


@dataclass(frozen=True, slots=True)
class Result:
    """Result code and text of a contract's answer."""

    code: str
    text: str | None = None


class RefusedError(Exception):
    """A rule says no; carries the result to answer with."""

    def __init__(self, code: str, text: str | None) -> None:
        super().__init__(code)
        self.result = Result(code, text)


@dataclass(frozen=True, slots=True)
class Order:
    """A CreateListing from somebody who may order it, for a citizen who may choose it."""

    region: Region
    actor: Actor
    citizen: Citizen
    facility: Facility
    kind: ListingType
    doctor: str | None
    add_to_queue: bool


class OrderReader:
    """Reads orders by what the ledger knows; raises RefusedError."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def read(self, region: Region, message: Message) -> Order:
        """The order in a CreateListing; a guardian's approval is remembered even where the other's is missing."""
        order = self._read_order(region, message)
        self._require_age_and_consent(order)
        return order

    def citizen(self, message: Message) -> Citizen:
        """The citizen whom a request is about, alive and registered."""
        identifier = message.identifiers("personId")[0]
        citizen = self._ledger.citizen(identifier.extension or "") if is_person(identifier) else None
        if citizen is None:
            raise RefusedError(ERROR, "Personidentiteten är okänd eller har fel format.")
        if citizen.deregistered:
            raise RefusedError(ERROR, "Personen är avregistrerad i folkbokföringen och kan inte listas.")
        return citizen

    def _read_order(self, region: Region, message: Message) -> Order:
        citizen = self.citizen(message)
        if citizen.protection and not region.handles_protected:
            raise RefusedError(ERROR, "Regionen hanterar inte personer med skyddade personuppgifter i tjänsten.")
        self._require_actor(region, message.actor(), citizen)
        citizen = self._at_home_somewhere(region, citizen)
        self._require_counties(region, message, citizen)
        facility = self._ledger.facility(message.text("healthcareFacilityHSAId"), region.code)
        if facility is None:
            raise RefusedError(ERROR, "Mottagningen finns inte i regionen.")
        kind = find_type(region, message.codes("listingType")[0])
        if kind is None or kind not in types_for(region, citizen.county, None) or kind.care not in facility.cares:
            raise RefusedError(ERROR, "Listningstypen kan inte väljas på mottagningen för den här invånaren.")
        if facility.answer == "ERROR":
            raise RefusedError(ERROR, "Mottagningen tar inte emot nya listningar via tjänsten just nu.")
        if facility.answer == "ERROR_SILENT":
            raise RefusedError(ERROR, None)
        doctor = (message.optional_text("healthcarePersonnel") or "").strip() or None
        return Order(region, message.actor(), citizen, facility, kind, doctor, message.flag("addToQueue"))

    def _require_actor(self, region: Region, actor: Actor, citizen: Citizen) -> None:
        """Citizens for themselves, guardians for their children, organisations only by agreement (TKB 6.1)."""
        if actor.type not in (CITIZEN, GUARDIAN):
            if actor.id.root.strip() != HSA_ID:
                raise RefusedError(ERROR, f"Organisationens id ska ha kodsystemet {HSA_ID}.")
            agreed = {hsa_id.casefold() for hsa_id in region.registering_organisations}
            if (actor.id.extension or "").casefold() not in agreed:
                raise RefusedError(ERROR, "Aktören får inte registrera listning i regionen.")
            return
        if not is_person(actor.id):
            raise RefusedError(ERROR, "Aktörens personidentitet har fel format eller kodsystem.")
        if actor.type == CITIZEN and actor.id.extension != citizen.number:
            raise RefusedError(ERROR, "Aktören är inte den invånare som listningen gäller.")
        if actor.type == GUARDIAN:
            if self._ledger.age(citizen) >= ADULT:
                raise RefusedError(ERROR, "Invånaren är myndig: en vårdnadshavare kan inte välja.")
            if actor.id.extension not in self._ledger.guardians(citizen.number):
                raise RefusedError(ERROR, "Aktören är inte vårdnadshavare för invånaren.")

    def _at_home_somewhere(self, region: Region, citizen: Citizen) -> Citizen:
        """A region may take those without a home county as its own residents."""
        if citizen.county is None and not region.lists_without_home:
            raise RefusedError(ERROR, "Invånaren saknar hemregion och kan inte listas genom tjänsten.")
        return replace(citizen, county=citizen.county or region.code)

    def _require_counties(self, region: Region, message: Message, citizen: Citizen) -> None:
        home, new = message.identifier("homeCounty"), message.identifier("newListingCounty")
        for county in (home, new):
            if county is not None and county.root.strip() != COUNTY:
                raise RefusedError(ERROR, f"Länskoden ska ha kodsystemet {COUNTY}.")
        if new is not None and new.extension != region.code:
            raise RefusedError(ERROR, "newListingCounty stämmer inte med den adresserade regionen.")
        if home is None and citizen.county != region.code:
            raise RefusedError(ERROR, "homeCounty måste anges för invånare i en annan region.")
        if home is not None and home.extension != citizen.county:
            raise RefusedError(ERROR, "homeCounty stämmer inte med folkbokföringen.")

    def _require_age_and_consent(self, order: Order) -> None:
        age = self._ledger.age(order.citizen)
        if not order.kind.least_age <= age <= order.kind.most_age:
            raise RefusedError(AGE_LIMIT, f"Listningstypen gäller {order.kind.least_age}–{order.kind.most_age} år.")
        if order.actor.type == CITIZEN and age < order.region.age_of_choice:
            raise RefusedError(
                CONSENT_NEEDED, f"Den som är under {order.region.age_of_choice} år listas av vårdnadshavare."
            )
        if order.actor.type == GUARDIAN:
            child, facility, care = order.citizen.number, order.facility.hsa_id, order.kind.care
            self._ledger.add_consent(child, order.actor.id.extension or "", facility, care)
            if self._ledger.guardians(child) - self._ledger.consenting(child, facility, care):
                raise RefusedError(CONSENT_NEEDED, "Även den andra vårdnadshavaren behöver godkänna valet.")
