"""Whether a person's key may repeat a read now: the one place that knows when what was last read (contract-rules 8)."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

Read = tuple[str, ...]
"""What is read, such as `("region", "20")`; never about whom, for it is all forgotten with the citizen."""

CITIZEN: Read = ("citizen",)
"""All regions about the citizen who is open."""
HOME: Read = ("home",)
"""Which regions the home region names."""
REGISTER: Read = ("register",)
CHECK: Read = ("check",)
"""What the check asks of the region of the choice."""

PILE: Read = ("pile",)
"""What did not answer about the forms of a pile."""


def region(county: str) -> Read:
    """One region about the citizen who is open."""
    return ("region", county)


def centres(county: str) -> Read:
    """One region's care centres."""
    return ("centres", county)


def doctors(hsa_id: str) -> Read:
    """Who can be chosen at a care centre."""
    return ("doctors", hsa_id.casefold())


def case(number: str) -> Read:
    """What the region shows about one case."""
    return ("case", number)


class Repeats(QObject):
    """A key that comes too soon is answered with `too_soon`: the whole seconds until it may be pressed.

    `waits` says the same where nothing more needs to be pressed, and 0 when the wait is over. What the desk repeats by
    itself is none of this: it keeps the contracts' five minutes after a fault (`usecases/follow_up.py`,
    `usecases/catalogue_book.py`).
    """

    too_soon = Signal(int)
    waits = Signal(int)

    def __init__(self, parent: QObject | None = None, seconds: float = 10.0) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._last: dict[Read, float] = {}
        self._later: Callable[[], object] | None = None
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._act)

    def note(self, read: Read) -> None:
        """It is being read now, because a page opens."""
        self._last[read] = time.monotonic()

    def may(self, read: Read, *also: Read) -> bool:
        """Whether it may be read again; that is then noted. `also` are reads that this one was a part of."""
        wait = self._wait(read, *also)
        if wait > 0:
            self.too_soon.emit(wait)
            return False
        self.note(read)
        return True

    def again(self, read: Read, act: Callable[[], object]) -> None:
        """A person's key: read it again, if that may be done."""
        if self.may(read):
            act()

    def when_allowed(self, read: Read, act: Callable[[], object]) -> None:
        """Read it again as soon as that may be done; forgotten if the citizen is left before."""
        wait = self._wait(read)
        self._later = act
        if wait > 0:
            self.waits.emit(wait)
            self._due.start(wait * 1000)
        else:
            self._act()

    def forget(self) -> None:
        """The next citizen's reads are none of the last one's."""
        self._due.stop()
        self._later = None
        self._last = {read: when for read, when in self._last.items() if read[0] == "centres"}

    def _act(self) -> None:
        act, self._later = self._later, None
        self.waits.emit(0)
        if act is not None:
            act()

    def _wait(self, *reads: Read) -> int:
        last = max(self._last.get(read, -self.seconds) for read in reads)
        return max(0, ceil(self.seconds - (time.monotonic() - last)))
