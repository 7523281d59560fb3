"""Whether the database is within reach, as the last attempt found it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.journal.faults import JournalError, JournalFault


class Reach:
    """`fault` is why it is not; None while it is. Safe for several threads.

    With `remembers` nobody waits for it after one failure, until `DatabaseStore.greet` has found it well: whoever has
    another place to write to sets it.
    """

    def __init__(self) -> None:
        self.fault: JournalFault | None = None
        self.remembers = False

    def end(self) -> None:
        """Nobody goes there any more."""
        self.fault, self.remembers = JournalFault.AWAY, True

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Go there, unless the last failure is remembered. Raises JournalError."""
        if self.remembers and self.fault is not None:
            raise JournalError(self.fault)
        with self.watched():
            yield

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Go there whatever happened to the last one. Raises JournalError."""
        try:
            yield
        except JournalError as error:
            if error.fault.passes:
                self.fault = error.fault
            raise
