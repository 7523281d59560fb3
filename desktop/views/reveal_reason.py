"""The key that shows somebody's protected data: why is asked each time, and written to the audit trail."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.viewmodels.desk import DeskViewModel
from desktop.views.dialogue import Dialogue
from desktop.views.parts import KeyButton, Page, Text


class RevealKey(KeyButton):
    """F6 on every page that hides something about the person in its band."""

    def __init__(self, desk: DeskViewModel) -> None:
        what = self.tr("Visa hemregion och mottagning")
        super().__init__(what, key="F6", icon="eye", on_click=lambda: RevealReason(desk, self).open())
        self.setObjectName("reveal")


class RevealReason(Dialogue):
    """A reason shows what is hidden; Esc leaves it hidden."""

    about = "reveal"

    def __init__(self, desk: DeskViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._reason = desk, ""
        page = Page(self.tr("Varför visas uppgifterna?"))
        page.add(Text(self.tr("Skälet sparas med visningen."), "muted"))
        for number, reason in enumerate(
            (
                self.tr("Invånaren vill se sin listning"),
                self.tr("Det behövs för att registrera"),
                self.tr("Det behövs för att rätta en listning"),
            )
        ):
            button = KeyButton(reason, icon="arrow-right", on_click=partial(self._choose, reason))
            button.setObjectName(f"reason-{number}")
            page.add(button)
            page.first = page.first or button
        page.add_actions(KeyButton(self.tr("Visa inte"), key="Esc", icon="eye-off", on_click=self.reject))
        self.hold(page, 560, 400)

    def done(self, result: int) -> None:
        """What was asked for is shown in the window, once that has the keyboard again."""
        super().done(result)
        if self._reason:
            self._desk.reveal(self._reason)

    def _choose(self, reason: str) -> None:
        self._reason = reason
        self.accept()
