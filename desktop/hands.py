"""A receptionist's hands on the real window, for whatever walks through it: the tour, the pictures, the tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import SearchViewModel

P = TypeVar("P")
PATIENCE = 20.0
_KEYS: Final = {
    "Enter": "Key_Return",
    "Esc": "Key_Escape",
    ",": "Key_Comma",
    "-": "Key_Minus",
    "plus": "Key_Plus",
    "Ä": "Key_Adiaeresis",
    "Ö": "Key_Odiaeresis",
}
_MODIFIERS: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


class StepError(Exception):
    """A step of the tour did not happen."""


class Hands:
    """A receptionist's hands on the real window: keys, and waiting until the window shows something."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def press(self, keys: str) -> None:
        """Press a key or a chord, such as `Ctrl+B`, on whatever has the focus."""
        *modifiers, key = keys.replace("++", "+plus").split("+")
        held = Qt.KeyboardModifier.NoModifier
        for name in modifiers:
            held |= _MODIFIERS[name]
        named = _KEYS.get(key, f"Key_{key}")
        QTest.keyClick(self._target(), getattr(Qt.Key, named), held)

    def write(self, text: str) -> None:
        """Type letters and digits (ASCII)."""
        for char in text:
            QTest.keyClicks(self._target(), char)

    def until(self, met: Callable[[], bool], what: str) -> None:
        """Let the window live until something is met; StepError when it takes longer than anybody would wait."""
        deadline = time.monotonic() + PATIENCE
        while not met():
            if self.desk.errors:
                raise StepError(f"{what}: {self.desk.errors[0]!r}")
            if time.monotonic() > deadline:
                raise StepError(f"{what}: waited {PATIENCE:.0f} s; the page is {type(self.desk.model.page).__name__}")
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.002)

    def page(self, kind: type[P]) -> P:
        """Wait for a page of this kind."""
        self.until(lambda: isinstance(self.desk.model.page, kind), f"waiting for {kind.__name__}")
        page = self.desk.model.page
        if not isinstance(page, kind):
            raise StepError(f"the page is {type(page).__name__}")
        return page

    def reach(self, name: str) -> None:
        """Press Tab until the control with this object name has the focus."""
        for _ in range(60):
            if self._target().objectName() == name:
                return
            self.press("Tab")
        raise StepError(f"Tab does not reach {name}")

    def settle(self) -> None:
        """Let layouts and paints finish."""
        for _ in range(5):
            QApplication.processEvents()

    def find(self, number: str) -> OverviewViewModel:
        """From anywhere: F2, the number, Enter; wait for the whole overview."""
        self.press("F2")
        self.page(SearchViewModel)
        self.write(number)
        self.press("Enter")
        overview = self.page(OverviewViewModel)
        self.until(lambda: overview.state.is_complete, "waiting for the regions")
        self.settle()
        return overview

    def check(self) -> Ready:
        """Wait for the check to be ready."""
        model = self.page(CheckViewModel)
        self.until(lambda: isinstance(model.state, Ready), "waiting for the check")
        self.settle()
        if not isinstance(model.state, Ready):
            raise StepError("the check is not ready")
        return model.state

    def register(self) -> OutcomeViewModel:
        """Tick what the citizen has said, register, wait for the outcome."""
        for consent in self.check().needed:
            self.reach(consent.name)
            self.press("Space")
        self.press("Ctrl+Enter")
        outcome = self.page(OutcomeViewModel)
        self.settle()
        return outcome

    def _target(self) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None else self.desk.window
