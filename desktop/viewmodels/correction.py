"""Rättelse: what is to be put right, from what the region shows and our own cases; printed, and nothing is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.case import CaseFile, Correction, Mistake
from desktop.domain.citizen import Citizen
from desktop.domain.listing import Listing
from desktop.domain.regions import County
from desktop.runtime.background import Background, Job
from desktop.viewmodels.overview import CasesOf, OverviewViewModel
from desktop.viewmodels.stateful import Stateful

KeepCorrection = Callable[[Correction], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """`cases` are our own about the citizen, None while they are read; `not_kept` when the journal took nothing."""

    citizen: Citizen
    county: County
    shown: Listing
    listings: tuple[tuple[County, Listing], ...]
    mistake: Mistake = Mistake.NOT_CHOSEN
    told: str = ""
    cases: tuple[CaseFile, ...] | None = None
    keeping: bool = False
    not_kept: bool = False

    @property
    def former(self) -> tuple[County, Listing] | None:
        """Where the citizen was listed before, for the same type, as the newest of our own cases knows it."""
        for case in self.cases or ():
            for county, listing in case.notes.previous:
                same_type = listing.listing_type.key == self.shown.listing_type.key
                if same_type and not listing.in_queue and not listing.is_at(self.shown.facility.hsa_id):
                    return county, listing
        return None


class CorrectionViewModel(Stateful[CorrectionState]):
    """Emits `kept(number, Correction)` once it stands among the cases."""

    kept = Signal(str, object)

    def __init__(
        self,
        state: CorrectionState,
        staff: str,
        cases_of: CasesOf,
        keep: KeepCorrection,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(state, parent)
        self._staff, self._cases_of, self._keep, self._background = staff, cases_of, keep, background
        self._overview: OverviewViewModel | None = None
        self._jobs: list[Job] = []

    def load(self) -> None:
        """Read our own cases about the citizen."""
        found = self._cases_of(*self.state.citizen.known_as)
        self._jobs.append(self._background.run(found, lambda cases: self._become(replace(self.state, cases=cases))))

    def follow(self, overview: OverviewViewModel) -> None:
        """Read the regions again for this: what they show now is what is written down."""
        self._overview = overview
        overview.changed.connect(self._read_again)
        overview.read()

    def choose(self, mistake: Mistake) -> None:
        """What has gone wrong."""
        self._become(replace(self.state, mistake=mistake))

    def tell(self, text: str) -> None:
        """What the citizen says about it; nothing on the page depends on it."""
        self._state = replace(self.state, told=text.strip())

    def keep(self) -> None:
        """Write it among the cases, once."""
        if self.state.keeping:
            return
        self._become(replace(self.state, keeping=True, not_kept=False))
        made = self.written
        self._jobs.append(self._background.run(self._keep(made), lambda number: self._was_kept(number, made)))

    @property
    def is_begun(self) -> bool:
        """Somebody has written something that is not kept yet."""
        return bool(self.state.told) and not self.state.keeping

    @property
    def written(self) -> Correction:
        """The correction as it stands."""
        state = self.state
        own = tuple(case.number for case in state.cases or ())
        return Correction(
            state.citizen, state.mistake, state.county, state.shown, state.listings, own, self._staff, state.told
        )

    def close(self) -> None:
        """Leave the page."""
        for job in self._jobs:
            job.cancel()

    def _read_again(self) -> None:
        if self._overview is not None and (shown := self._overview.state).is_complete:
            self._become(replace(self.state, listings=(*shown.current, *shown.queue_places)))

    def _was_kept(self, number: str | None, made: Correction) -> None:
        self._become(replace(self.state, keeping=False, not_kept=number is None))
        if number is not None:
            self.kept.emit(number, made)
