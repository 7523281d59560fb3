"""Why somebody's protected data are shown: asked each time, and written to the audit trail with the answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.viewmodels.desk import DeskViewModel
from desktop.views.look import look
from desktop.views.parts import KeyButton, Page, Text


class RevealReason(QDialog):
    """A reason shows what is hidden; Esc leaves it hidden."""

    def __init__(self, desk: DeskViewModel, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Listningsluckan")
        self._desk, self._reason, self._window = desk, "", parent.window()
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.resize(QSize(look().px(560), look().px(400)).boundedTo(parent.window().size()))

    def done(self, result: int) -> None:
        """The window has the keyboard again."""
        super().done(result)
        self._window.activateWindow()
        if self._reason:
            self._desk.reveal(self._reason)

    def _choose(self, reason: str) -> None:
        self._reason = reason
        self.accept()
