"""Choosing a care centre: region, listing type, municipality, queue, and a list that narrows while one types."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject, QTimer

from desktop.directory.centre_index import Selection, swedish_order
from desktop.domain.centre import Centre, Municipality
from desktop.domain.listing import Facility, ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.runtime.background import Background, Job
from desktop.usecases.offer_choices import Offer
from desktop.viewmodels.stateful import Stateful

Ask = Callable[[County, bool], AsyncIterator[Offer | Problem]]
"""A region's offer, at once as it is kept and then as the region answers; True asks although it is fresh."""


class QueueLimit(Enum):
    """How long a queue may be. A centre without a stated queue is within every limit, and may be full all the same."""

    ANY = "any"
    NONE_STATED = "none stated"
    FIFTY = "at most 50 in line"
    THIRTY_DAYS = "at most 30 days"
    NINETY_DAYS = "at most 90 days"

    def lets_through(self, facility: Facility) -> bool:
        """Whether the queue is stated to be within the limit, or not stated at all."""
        length, wait = facility.queue_length, facility.estimated_wait
        if self is QueueLimit.ANY or not facility.has_queue:
            return True
        match self:
            case QueueLimit.FIFTY:
                return length is not None and length <= 50
            case QueueLimit.THIRTY_DAYS:
                return wait is not None and wait <= 30
            case QueueLimit.NINETY_DAYS:
                return wait is not None and wait <= 90
        return False


@dataclass(frozen=True, slots=True)
class Facets:
    """What is asked of a care centre besides the text; None of a municipality is all of them."""

    listing_type: ListingType | None = None
    municipality: Municipality | None = None
    queue: QueueLimit = QueueLimit.ANY
    doctor_choice: bool = False

    def keep(self, centre: Centre) -> bool:
        """Whether a care centre answers to all of it."""
        facility, entry = centre.facility, centre.entry
        return (
            (self.listing_type is not None and facility.offers(self.listing_type))
            and (self.municipality is None or (entry is not None and entry.municipality == self.municipality))
            and self.queue.lets_through(facility)
            and (not self.doctor_choice or facility.supports_doctor_choice is True)
        )


@dataclass(frozen=True, slots=True)
class FacilitiesState:
    """`rows` are the care centres that match; `total` how many there are with these facets, whatever is typed.

    `forgiven`: none matches as typed, and `rows` match but for a mistake. `municipalities` is empty without a
    directory, and `has_addresses` False. `barred` is the citizen's home region when it is not connected: the check
    then leaves only the form. `place` is the HSA-id of the row that was looked at last.
    """

    county: County
    counties: tuple[County, ...]
    barred: County | None = None
    offer: Offer | Problem | Pending = Pending.PENDING
    is_asking: bool = False
    facets: Facets = Facets()
    municipalities: tuple[Municipality, ...] = ()
    has_addresses: bool = False
    text: str = ""
    rows: tuple[Centre, ...] = ()
    total: int = 0
    forgiven: bool = False
    place: str = ""


class FacilitiesViewModel(Stateful[FacilitiesState]):
    """Asks for a region's offer; filtering happens here."""

    def __init__(self, start: FacilitiesState, ask: Ask, background: Background, parent: QObject | None = None) -> None:
        super().__init__(start, parent)
        self._ask, self._background = ask, background
        self._job: Job | None = None
        self._selection: Selection | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.load)

    def choose_region(self, county: County) -> None:
        """Ask another region; what is typed stays."""
        old = self.state
        kept = replace(old.facets, listing_type=None, municipality=None)
        self._selection = None
        self._become(FacilitiesState(county, old.counties, old.barred, facets=kept, text=old.text))
        self.load()

    def load_once_painted(self) -> None:
        """A kept catalogue is there at once: the page is painted before its rows fill it."""
        self._soon.start()

    def load(self, again: bool = False) -> None:
        """Ask the chosen region what it offers; `again` although its care centres are fresh."""
        self.close()
        self._become(replace(self.state, is_asking=True))
        self._job = self._background.follow(_to_the_end(self._ask(self.state.county, again)), self._answered)

    def choose(self, facets: Facets) -> None:
        """Ask something else of the care centres."""
        self._select(replace(self.state, facets=facets))

    def narrow(self, text: str) -> None:
        """Keep the care centres that every typed word fits, by name, town or HSA-id."""
        self._show(replace(self.state, text=text))

    def widen(self) -> None:
        """Nothing typed and nothing asked but the listing type: every care centre that offers it."""
        self._select(replace(self.state, text="", facets=Facets(self.state.facets.listing_type)))

    @property
    def sure_type(self) -> ListingType | None:
        """The chosen type, where the region has said that the citizen may have it; else the check asks for one."""
        offer = self.state.offer
        return self.state.facets.listing_type if isinstance(offer, Offer) and offer.for_citizen else None

    def keep_place(self, centre: Centre) -> None:
        """Come back to this row from the care centre's own page."""
        self._become(replace(self.state, place=centre.facility.hsa_id))

    def find(self, hsa_id: object) -> Centre | None:
        """The row with this HSA-id."""
        return next((one for one in self.state.rows if one.facility.hsa_id == hsa_id), None)

    def close(self) -> None:
        """Abandon what is under way."""
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()

    def _answered(self, answer: Offer | Problem | None) -> None:
        match answer:
            case None:
                self._become(replace(self.state, is_asking=False))
            case Problem():
                self._selection = None
                self._become(replace(self.state, offer=answer, rows=(), total=0))
            case Offer():
                self._take(answer)

    def _take(self, offer: Offer) -> None:
        entries = [one.entry for one in offer.index.centres if one.entry is not None]
        found = {entry.municipality for entry in entries if entry.municipality is not None}
        facets = self.state.facets
        chosen = facets.municipality if facets.municipality in found else None
        state = replace(
            self.state,
            offer=offer,
            facets=replace(facets, listing_type=_type(offer, facets.listing_type), municipality=chosen),
            municipalities=tuple(sorted(found, key=lambda one: swedish_order(one.name))),
            has_addresses=any(entry.address for entry in entries),
        )
        self._select(state)

    def _select(self, state: FacilitiesState) -> None:
        if isinstance(state.offer, Offer):
            self._selection = state.offer.index.only(state.facets.keep)
        self._show(state)

    def _show(self, state: FacilitiesState) -> None:
        if self._selection is None:
            self._become(state)
            return
        narrowed = self._selection.narrow(state.text)
        self._become(replace(state, rows=narrowed.centres, total=len(self._selection), forgiven=narrowed.forgiven))


async def _to_the_end(answers: AsyncIterator[Offer | Problem]) -> AsyncIterator[Offer | Problem | None]:
    """The answers, and None after the last."""
    async for answer in answers:
        yield answer
    yield None


def _type(offer: Offer, chosen: ListingType | None) -> ListingType | None:
    """The chosen type where it is still offered, else primary care, else the first."""
    types = offer.listing_types
    same = next((one for one in types if chosen is not None and one.key == chosen.key), None)
    return same or next((one for one in types if one.is_primary_care), types[0] if types else None)
