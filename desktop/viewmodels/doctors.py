"""Choosing a doctor at a care centre where the citizen is listed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.directory.centre_index import fold
from desktop.domain.listing import Doctor, Listing, Pending
from desktop.domain.problems import UNFORESEEN, Problem
from desktop.domain.regions import County
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class DoctorsState:
    """`doctors` is what the region offers; `rows` those that match what is typed."""

    county: County
    listing: Listing
    doctors: tuple[Doctor, ...] | Problem | Pending = Pending.PENDING
    rows: tuple[Doctor, ...] = ()


class DoctorsViewModel(Stateful[DoctorsState]):
    """Asks the region once who can be chosen; filtering happens here."""

    def __init__(
        self,
        county: County,
        listing: Listing,
        offer: Callable[[], Awaitable[tuple[Doctor, ...] | Problem]],
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(DoctorsState(county, listing), parent)
        self._offer, self._background = offer, background
        self._job: Job | None = None

    def load(self) -> None:
        """Ask the region."""
        self.close()
        self._become(replace(self.state, doctors=Pending.PENDING))
        self._job = self._background.run(self._offer(), self._answered, UNFORESEEN)

    def narrow(self, text: str) -> None:
        """Keep the doctors whose name or title has every typed word."""
        if isinstance(self.state.doctors, tuple):
            words = fold(text).split()
            rows = [one for one in self.state.doctors if all(word in fold(f"{one.name} {one.title}") for word in words)]
            self._become(replace(self.state, rows=tuple(rows)))

    def close(self) -> None:
        """Abandon what is under way."""
        if self._job is not None:
            self._job.cancel()

    def _answered(self, doctors: tuple[Doctor, ...] | Problem) -> None:
        self._become(replace(self.state, doctors=doctors))
        self.narrow("")
