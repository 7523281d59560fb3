"""What has been begun and waits: the drafts that the phone or a visitor parked, for the search page to give back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile
from desktop.runtime.background import Background, Job
from desktop.viewmodels.draft_keeper import Drafts
from desktop.viewmodels.stateful import Stateful


class ParkedViewModel(Stateful[tuple[CaseFile, ...]]):
    """The drafts on this computer, the latest first; empty until `load` has been answered."""

    def __init__(self, drafts: Drafts, background: Background, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._drafts, self._background = drafts, background
        self._job: Job | None = None

    def load(self) -> None:
        """Read them anew; an answer on its way is not waited for."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._background.run(self._drafts(), self._answered, ())

    def forget(self) -> None:
        """Nobody is named until they are read anew."""
        if self._job is not None:
            self._job.cancel()
        self._become(())

    def _answered(self, drafts: tuple[CaseFile, ...]) -> None:
        latest_first = tuple(sorted(drafts, key=lambda case: case.changed_at, reverse=True))
        if latest_first != self.state:
            self._become(latest_first)
