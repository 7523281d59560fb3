"""Where a case's state may lead, and which of the ways only a person takes."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.case import State

BEGINNINGS = frozenset({State.DRAFT, State.COMPLETE, State.WAITING, State.SENDING, State.CORRECTION})
_BEFORE_SENDING = frozenset({State.COMPLETE, State.WAITING, State.SENDING, State.NOT_SENT, State.CANCELLED})
BY_SOMEBODY = frozenset({State.SENDING, State.CANCELLED})
_ANSWERS = frozenset({State.CONFIRMED, State.RECEIVED, State.REFUSED, State.NOT_SENT})

NEXT: Mapping[State, frozenset[State]] = {
    State.DRAFT: _BEFORE_SENDING,
    State.COMPLETE: _BEFORE_SENDING,
    State.WAITING: _BEFORE_SENDING,
    State.NOT_SENT: _BEFORE_SENDING,
    State.SENDING: _ANSWERS | {State.UNCLEAR},
    # Settled by reading, read again without a result, sent again by a person, or given up.
    State.UNCLEAR: _ANSWERS | {State.UNCLEAR, State.SENDING, State.CANCELLED},
    State.RECEIVED: frozenset({State.RECEIVED, State.CONFIRMED, State.CORRECTION}),
    State.CONFIRMED: frozenset({State.CORRECTION}),
    # Never sent again after a refusal (contract-rules 2): corrected by a case of its own.
    State.REFUSED: frozenset({State.CORRECTION, State.CANCELLED}),
    State.CORRECTION: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.CANCELLED: frozenset(),
}


class TransitionError(ValueError):
    """A case was to go where its state does not lead: a mistake in the program, or another thread was faster."""

    def __init__(self, number: str, was: State, wanted: State) -> None:
        super().__init__(f"case {number} is {was.name} and cannot become {wanted.name}")
        self.was = was
