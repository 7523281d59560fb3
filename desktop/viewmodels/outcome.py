"""What became of a registration, and reading again where it is not settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.domain.listing import Listing, ListingType
from desktop.domain.outcome import Outcome, Reply
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.domain.settlement import left_open
from desktop.runtime.background import Background, Job
from desktop.usecases.follow_up import CaseChanged
from desktop.usecases.register import Registered
from desktop.viewmodels.siblings import Sent
from desktop.viewmodels.stateful import Stateful

CheckAgain = Callable[[Registration, Reply | Problem, str], Awaitable[Outcome]]
NoteWish = Callable[[str, str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class OutcomeState:
    """`previous` is what the citizen was listed at before; `checking` while the region is read again.

    `unwritten` are the cases, a sibling's too, whose answer the journal has not taken. `repeated`: the same message was
    refused a moment ago and was not sent again. `wish` is what the citizen wishes from the care centre, which the
    contract does not carry; `wish_kept` once it stands in the case, `wish_refused` when the journal did not take it.
    `other_types` are those that the citizen could be listed for there instead, where the check
    has just asked.
    """

    order: Registration
    outcome: Outcome
    case_number: str
    previous: tuple[Listing, ...]
    checking: bool = False
    message_read: bool = False
    unwritten: tuple[str, ...] = ()
    repeated: bool = False
    wish: str = ""
    wish_kept: bool = False
    wish_refused: bool = False
    other_types: tuple[ListingType, ...] = ()


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
        note_wish: NoteWish | None = None,
        wish: str = "",
        other_types: tuple[ListingType, ...] = (),
    ) -> None:
        state = OutcomeState(order, registered.outcome, registered.case_number, previous, wish=wish)
        ended = (registered, *(sent for _, sent in siblings))
        unwritten = tuple(one.case_number for one in ended if not one.recorded)
        state = replace(state, other_types=other_types, unwritten=unwritten)
        super().__init__(replace(state, repeated=registered.repeated, wish_kept=bool(wish)), parent)
        self._note_wish = note_wish
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

    def take(self, change: CaseChanged) -> None:
        """Reading on in the background has told something about this case."""
        written = replace(self.state, unwritten=tuple(one for one in self.state.unwritten if one != change.number))
        if change.number == self.state.case_number:
            self._become(replace(written, outcome=change.outcome))
        elif written != self.state:
            self._become(written)

    def wish_for(self, text: str) -> None:
        """Keep a wish to the care centre with the case."""
        wish, number = text.strip(), self.state.case_number
        if self._note_wish is None or not number or wish == self.state.wish:
            return
        self._become(replace(self.state, wish=wish, wish_kept=False, wish_refused=False))
        self._background.run(self._note_wish(number, wish), self._wish_noted)

    def read_message(self) -> None:
        """The receptionist has read the region's message (INFO must be read)."""
        self._become(replace(self.state, message_read=True))

    @property
    def is_unread(self) -> bool:
        """The region wants its message read (INFO), the siblings' messages too, and nobody has said so yet."""
        outcomes = (self.state.outcome, *(sent.outcome for _, sent in self.siblings))
        replies = (getattr(outcome, "reply", None) for outcome in outcomes)
        return not self.state.message_read and any(reply is not None and reply.must_be_read for reply in replies)

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
        return left_open(self.state.outcome)

    def _wish_noted(self, kept: bool) -> None:
        self._become(replace(self.state, wish_kept=kept and bool(self.state.wish), wish_refused=not kept))

    def _checked(self, outcome: Outcome) -> None:
        self._become(replace(self.state, outcome=outcome, checking=False))
