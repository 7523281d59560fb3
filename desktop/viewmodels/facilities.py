"""Choosing a care centre: region, listing type, and a list that narrows while one types."""

from __future__ import annotations

import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.domain.listing import Facility, ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.runtime.background import Background, Job
from desktop.usecases.offer_choices import Offer
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class FacilitiesState:
    """`rows` are the care centres that match; `total` how many there are of this type."""

    county: County
    counties: tuple[County, ...]
    offer: Offer | Problem | Pending = Pending.PENDING
    listing_type: ListingType | None = None
    text: str = ""
    rows: tuple[Facility, ...] = ()
    total: int = 0


class FacilitiesViewModel(Stateful[FacilitiesState]):
    """Asks a region once for what it offers this citizen; filtering happens here."""

    def __init__(
        self,
        county: County,
        counties: tuple[County, ...],
        offer: Callable[[County], Awaitable[Offer | Problem]],
        background: Background,
        parent: QObject | None = None,
        text: str = "",
    ) -> None:
        super().__init__(FacilitiesState(county, counties, text=text), parent)
        self._offer, self._background = offer, background
        self._job: Job | None = None
        self._folded: list[tuple[str, Facility]] = []

    def choose_region(self, county: County) -> None:
        """Ask another region."""
        self._become(FacilitiesState(county, self.state.counties, text=self.state.text))
        self.load()

    def load(self) -> None:
        """Ask the chosen region what it offers."""
        self.close()
        self._become(replace(self.state, offer=Pending.PENDING))
        self._job = self._background.run(self._offer(self.state.county), self._answered)

    def choose_type(self, listing_type: ListingType) -> None:
        """Show the care centres that take another type."""
        self._show(replace(self.state, listing_type=listing_type))

    def narrow(self, text: str) -> None:
        """Keep the care centres in which every typed word occurs, in name or HSA-id."""
        self._show(replace(self.state, text=text))

    def close(self) -> None:
        """Abandon what is under way."""
        if self._job is not None:
            self._job.cancel()

    def _answered(self, offer: Offer | Problem) -> None:
        state = replace(self.state, offer=offer)
        if isinstance(offer, Offer) and offer.listing_types:
            types = offer.listing_types
            state = replace(state, listing_type=next((one for one in types if one.is_primary_care), types[0]))
        self._show(state)

    def _show(self, state: FacilitiesState) -> None:
        if not isinstance(state.offer, Offer) or state.listing_type is None:
            self._become(replace(state, rows=(), total=0))
            return
        if state.offer is not self.state.offer or state.listing_type != self.state.listing_type:
            offered = [one for one in state.offer.facilities if one.offers(state.listing_type)]
            offered.sort(key=lambda one: fold(one.name))
            self._folded = [(f"{fold(one.name)} {fold(one.hsa_id)}", one) for one in offered]
        words = fold(state.text).split()
        rows = tuple(one for folded, one in self._folded if all(word in folded for word in words))
        self._become(replace(state, rows=rows, total=len(self._folded)))


def fold(text: str) -> str:
    """Text for comparing: without case or diacritics (å, ä and ö are found by a and o)."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
