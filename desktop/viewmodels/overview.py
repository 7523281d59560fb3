"""One citizen's overview, filling as regions answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from PySide6.QtCore import QObject

from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful

Open = Callable[[Citizen], AsyncIterator[Overview]]


class OverviewViewModel(Stateful[Overview]):
    """`state` is the overview itself; a region in it is Pending, Answered or a Problem."""

    def __init__(
        self, citizen: Citizen, open_citizen: Open, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(Overview(citizen), parent)
        self._open, self._background = open_citizen, background
        self._job: Job | None = None

    def read(self) -> None:
        """Ask the regions (again). What was read stays until the answers come."""
        self.close()
        self._job = self._background.follow(self._open(self.state.citizen), self._become)

    def take(self, overview: Overview) -> None:
        """A newer overview from elsewhere: the check has read a region again."""
        self._become(overview)

    def close(self) -> None:
        """Abandon what is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
