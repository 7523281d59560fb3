"""A care centre's own page: what its region and the directory say of it, and who can be chosen there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.domain.centre import Centre
from desktop.domain.listing import Doctor, ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful

AskDoctors = Callable[[ListingType], Awaitable[tuple[Doctor, ...] | Problem]]


@dataclass(frozen=True, slots=True)
class FacilityState:
    """`listing_types` are those of the centre; `listing_type` what one would be listed for, None where the check asks.

    `doctors` is None where nobody is asked about: nobody is open, or the centre lets nobody choose.
    """

    county: County
    centre: Centre
    listing_types: tuple[ListingType, ...]
    listing_type: ListingType | None
    for_citizen: bool
    doctors: tuple[Doctor, ...] | Problem | Pending | None = None


class FacilityViewModel(Stateful[FacilityState]):
    """Asks once who can be chosen, when somebody is open and the centre does not rule it out."""

    def __init__(
        self, state: FacilityState, ask: AskDoctors | None, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(state, parent)
        self._ask, self._background = ask, background
        self._job: Job | None = None

    def load(self) -> None:
        """Ask the region who can be chosen."""
        state = self.state
        if self._ask is None or state.listing_type is None or state.centre.facility.supports_doctor_choice is False:
            return
        self.close()
        self._become(replace(state, doctors=Pending.PENDING))
        self._job = self._background.run(self._ask(state.listing_type), self._answered)

    def close(self) -> None:
        """Abandon what is under way."""
        if self._job is not None:
            self._job.cancel()

    def _answered(self, doctors: tuple[Doctor, ...] | Problem) -> None:
        self._become(replace(self.state, doctors=doctors))
