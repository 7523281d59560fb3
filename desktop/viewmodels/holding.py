"""What this desk has open: a case that is worked on is claimed while its page is open, and let go of with it.

Back, another citizen, parking, locking and signing out all leave the page, and so let go: what waits is anybody's. A
desk that dies lets go too, for its claims lapse in the journal.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.case import CaseFile, Claim
from desktop.runtime.background import Background

ClaimCase = Callable[[CaseFile, bool], Awaitable[CaseFile | None]]
ReleaseCases = Callable[[frozenset[str]], Awaitable[bool]]

_AGAIN_AFTER = 2000
"""Milliseconds after which the journal is asked again."""


class Holding(QObject):
    """`met` carries a case that another desk has open, `gone` the number of one that is no more.

    `lost` carries the number of a case that another desk has taken over from this one, and its claim.
    `refused`: the journal could not take that something was let go of, a moment ago.
    """

    met = Signal(object)
    gone = Signal(str)
    lost = Signal(str, object)
    refused = Signal()

    def __init__(
        self, claim: ClaimCase, release: ReleaseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._claim, self._release, self._background = claim, release, background
        self._held: dict[str, Claim | None] = {}

    def take(self, case: CaseFile, then: Callable[[CaseFile], None], *, by_hand: bool = False) -> None:
        """Claim a case and go on with it as it stands then; `by_hand` from a desk that has it open."""
        from_whom = case.claim if by_hand else None
        claim = self._claim(case, by_hand)
        self._background.run(claim, lambda found: self._answered(case, found, then, from_whom))

    def has(self, number: str) -> None:
        """A case is claimed already, as a draft is that has just been written."""
        if number:
            self._held.setdefault(number, None)

    def keep(self, numbers: frozenset[str]) -> None:
        """Let go of every case but these: their pages are open."""
        if left := frozenset(self._held) - numbers:
            for number in left:
                del self._held[number]
            self._background.run(self._release(left), lambda done: self._let_go(left, done), False)

    def hear(self, claims: Mapping[str, Claim]) -> None:
        """What other desks have open now; a claim that this desk has ended itself is heard of late."""
        for number in [one for one, ended in self._held.items() if claims.get(one, ended) != ended]:
            del self._held[number]
            self.lost.emit(number, claims[number])

    def _let_go(self, numbers: frozenset[str], done: bool) -> None:
        """What the journal did not take is let go of later, or others would wait for as long as this desk lives."""
        if not done:
            self._held = dict.fromkeys(numbers) | self._held
            QTimer.singleShot(_AGAIN_AFTER, self, self.refused.emit)

    def _answered(
        self, asked: CaseFile, found: CaseFile | None, then: Callable[[CaseFile], None], from_whom: Claim | None
    ) -> None:
        if found is None:
            self.gone.emit(asked.number)
        elif found.claim is not None:
            self.met.emit(found)
        else:
            self._held[found.number] = from_whom
            then(found)
