"""What became of a registration, and reading again where it is not settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.domain.listing import Listing
from desktop.domain.outcome import Outcome, Received, Reply, Unclear
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.runtime.background import Background, Job
from desktop.usecases.register import Registered
from desktop.viewmodels.siblings import Sent
from desktop.viewmodels.stateful import Stateful

CheckAgain = Callable[[Registration, Reply | Problem, str], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class OutcomeState:
    """`previous` is what the citizen was listed at before; `checking` while the region is read again."""

    order: Registration
    outcome: Outcome
    case_number: str
    previous: tuple[Listing, ...]
    checking: bool = False
    message_read: bool = False


class OutcomeViewModel(Stateful[OutcomeState]):
    """An unsettled outcome is settled by reading, never by sending again."""

    def __init__(
        self,
        order: Registration,
        registered: Registered,
        previous: tuple[Listing, ...],
        check_again: CheckAgain,
        background: Background,
        parent: QObject | None = None,
        siblings: tuple[Sent, ...] = (),
    ) -> None:
        super().__init__(OutcomeState(order, registered.outcome, registered.case_number, previous), parent)
        self.siblings = siblings
        self._check_again, self._background = check_again, background
        self._job: Job | None = None

    def check_again(self) -> None:
        """Read the region again; only where the outcome is not settled."""
        told = self._told
        if told is None or self.state.checking:
            return
        self._become(replace(self.state, checking=True))
        asked = self._check_again(self.state.order, told, self.state.case_number)
        self._job = self._background.run(asked, self._checked)

    def read_message(self) -> None:
        """The receptionist has read the region's message (INFO must be read)."""
        self._become(replace(self.state, message_read=True))

    @property
    def can_check_again(self) -> bool:
        """Reading again can settle it."""
        return self._told is not None

    def close(self) -> None:
        """Leave the page."""
        if self._job is not None:
            self._job.cancel()

    @property
    def _told(self) -> Reply | Problem | None:
        match self.state.outcome:
            case Received(reply=reply):
                return reply
            case Unclear(problem=problem):
                return problem
            case _:
                return None

    def _checked(self, outcome: Outcome) -> None:
        self._become(replace(self.state, outcome=outcome, checking=False))
