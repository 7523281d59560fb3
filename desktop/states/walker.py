"""Hands with a grip on the practice region: whom it knows, how it fails, and where its clock stands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.app import Desk
from desktop.domain.listing import Pending
from desktop.domain.reasons import Why
from desktop.hands import Hands, StepError
from desktop.training import PracticeRegion
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.practice_world import Answer, Fault, World
from desktop.viewmodels.search import Searching, SearchViewModel
from desktop.views.parts import Skeleton


class Walker(Hands):
    """Walks a desk from state to state. Faults that a walk has set end with `begin_anew`.

    `slow` is how many seconds an answer takes in the states that wait for one.
    """

    def __init__(self, desk: Desk, region: PracticeRegion, slow: float = 1.0) -> None:
        super().__init__(desk)
        self.slow = slow
        self._region = region
        self._controls = region.controls()

    def begin_anew(self) -> None:
        """The region's first day, without faults."""
        self._tell(self._controls.reset())
        self.until(lambda: self.desk.model.standing.may_register is not None, "waiting for the journal")
        self.settle()

    def set_faults(self, *faults: Fault) -> None:
        """Replace the region's faults; none at all lets it work again."""
        self._tell(self._controls.set_faults(faults))

    def number(self, key: str) -> str:
        """The personal number of a person of the practice region."""
        return self._region.people()[key].number

    def search(self, text: str) -> SearchViewModel:
        """F2, the text, Enter; wait until the register has answered."""
        self.press("F2")
        self.settle()
        model = self.page(SearchViewModel)
        self.write(text)
        self.press("Enter")
        self.until(lambda: not isinstance(model.state, Searching), "waiting for the register")
        self.settle()
        return model

    def open(self, key: str) -> OverviewViewModel:
        """Find somebody by number; wait for the whole overview."""
        return self.find(self.number(key))

    def list_centres(self) -> FacilitiesViewModel:
        """Ctrl+B; wait for the list."""
        self.press("Ctrl+B")
        model = self.page(FacilitiesViewModel)
        self.until(lambda: bool(model.state.rows) and not model.state.is_asking, "waiting for care centres")
        self.settle()
        return model

    def choose(self, letters: str) -> Ready:
        """A care centre by a few letters of its name, on to the check."""
        self.list_centres()
        self.write(letters)
        self.settle()
        self.press("Enter")
        return self.check()

    def list_here(self, key: str) -> Ready:
        """Find somebody, Ctrl+L, and wait for the check."""
        self.open(key)
        self.press("Ctrl+L")
        return self.check()

    def go_to(self, name: str) -> None:
        """Tab to the control of this object name and press it."""
        self.reach(name)
        self.press("Enter")
        self.settle()

    def settle(self) -> None:
        """Let layouts and paints finish, and pages that were left go."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        super().settle()

    def scan_over(self, key: str) -> None:
        """A scanner has typed somebody's number while something else has the focus."""
        self.desk.model.scan(self.number(key))
        self.settle()

    def until_looked_up(self) -> None:
        """Wait until guardian and siblings have been looked up."""
        model = self.page(CheckViewModel)

        def is_answered() -> bool:
            state = model.state
            return (
                isinstance(state, Ready)
                and Why.GUARDIAN_PENDING not in state.verdict.reasons
                and not any(one.answer is Pending.PENDING for one in state.siblings)
            )

        self.until(is_answered, "waiting for the register")
        self.settle()

    def outcome(self) -> OutcomeViewModel:
        """Wait for what became of it."""
        model = self.page(OutcomeViewModel)
        self.settle()
        return model

    def over(self) -> QDialog:
        """Wait for the dialogue over the window."""
        self.until(lambda: self._dialogue() is not None, "waiting for a dialogue")
        self.settle()
        dialogue = self._dialogue()
        if dialogue is None:
            raise StepError("no dialogue is open")
        return dialogue

    def _dialogue(self) -> QDialog | None:
        """The uppermost: one that lies over another comes after it."""
        shown = [one for one in self.desk.window.findChildren(QDialog) if one.isVisible()]
        return shown[-1] if shown else None

    @property
    def front(self) -> QWidget:
        """What is in front: a dialogue, or the window."""
        return self._dialogue() or self.desk.window

    def until_skeleton(self) -> None:
        """Wait until the quiet lines of waiting are drawn."""
        window = self.desk.window
        self.until(
            lambda: any(one.drawn and one.isVisible() for one in window.page.findChildren(Skeleton)),
            "waiting for the skeleton",
        )
        self.settle()

    def _tell(self, asked: Awaitable[Answer]) -> None:
        async def ask() -> Answer:
            return await asked

        answer = asyncio.run(ask())
        if not isinstance(answer, World):
            raise StepError(f"the practice region does not do what it is told: {answer.name}")
