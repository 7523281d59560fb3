"""Whether the database is within reach, as the last attempt found it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from desktop.journal.faults import JournalError, JournalFault

_LAST_ONES = 10.0
"""Seconds for those who are there when it ends; the server lets none of them wait so long."""


class Reach:
    """`fault` is why it is not; None while it is. Safe for several threads.

    With `remembers` nobody waits for it after one failure, until `DatabaseStore.greet` has found it well: whoever has
    another place to write to sets it.
    """

    def __init__(self) -> None:
        self.fault: JournalFault | None = None
        self.remembers = self._is_over = False
        self._there, self._changing = 0, Condition()

    def end(self) -> None:
        """Nobody goes there any more, and whoever is there has come back, so that their connections can be closed."""
        with self._changing:
            self._is_over = True
            self._changing.wait_for(lambda: self._there == 0, _LAST_ONES)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Go there, unless the last failure is remembered. Raises JournalError."""
        self.check()
        with self.watched():
            yield

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Go there whatever happened to the last one. Raises JournalError."""
        with self._changing:
            if self._is_over:
                raise JournalError(JournalFault.AWAY)
            self._there += 1
        try:
            with self.noted():
                yield
        finally:
            with self._changing:
                self._there -= 1
                self._changing.notify_all()

    @contextmanager
    def noted(self, *, whatever: bool = False) -> Iterator[None]:
        """A failure is taken down, and goes on; `whatever` it is, or where it may pass. Raises JournalError."""
        try:
            yield
        except JournalError as error:
            if whatever or error.fault.passes:
                self.fault = error.fault
            raise

    def check(self) -> None:
        """Fail where the last failure is remembered. Raises JournalError."""
        if self.remembers and self.fault is not None:
            raise JournalError(self.fault)

    def is_lost(self, error: JournalError) -> bool:
        """Whether a failure is of the database or the way there, so that one goes on with what is one's own."""
        return error.fault.passes or error.fault is self.fault
