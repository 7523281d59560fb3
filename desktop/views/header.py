"""The row at the window's top: where one can go from every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.views.look import look, scaled, spaced
from desktop.views.look.tokens import L, S
from desktop.views.parts import KeyButton, KeyRow, Text

if TYPE_CHECKING:
    from desktop.viewmodels.desk import DeskViewModel

_ROOM_FOR_THE_NAME = 1100


class Header(QFrame):
    """Buttons with their keys; the program's own name gives way first. They lead somewhere once the desk is there.

    `leaves` is the name of whoever signs out here, if anybody can.
    """

    def __init__(self, practises: bool = False, leaves: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.practises, self.leaves = practises, leaves
        self._name = Text("Listningsluckan", "title")
        self.buttons = KeyRow(gap=S)
        row = QHBoxLayout(self)
        spaced(row, gap=L, across=L, down=S)
        row.addWidget(self._name)
        row.addLayout(self.buttons, 1)
        self._new = self._added(KeyButton(self.tr("Ny invånare"), key="F2", icon="user-round", look="quiet"))
        self.cases = self._added(KeyButton(self.tr("Ärenden"), key="Ctrl+2", icon="inbox", look="quiet"))
        pile = KeyButton(self.tr("Blankettbunt"), key="Ctrl+3", icon="file-text", look="quiet", folds_words=True)
        self._pile = self._added(pile)
        self.end_fault = self._added(KeyButton(self.tr("Avbrott av"), key="F8", icon="cloud-off", look="quiet"))
        self.end_fault.hide()
        if practises:
            practice = KeyButton(self.tr("Övning"), key="F7", icon="graduation-cap", look="quiet")
            self._practice = self._added(practice)
        help_key = KeyButton(self.tr("Hjälp"), key="F1", icon="circle-help", look="quiet", folds_words=True)
        self._help = self._added(help_key)
        settings = KeyButton(self.tr("Inställningar"), key="Ctrl+,", icon="settings", look="quiet", folds_words=True)
        self._settings = self._added(settings)
        if leaves is not None:
            leave = self.tr("Logga ut {name}").format(name=leaves)
            self._leave = self._added(KeyButton(leave, key="Ctrl+Shift+O", icon="log-out", look="quiet"))
        scaled(self, self._name_or_not)

    def lead(self, desk: DeskViewModel) -> None:
        """From now on each button opens what it says."""
        self._on(self._new, desk.new_citizen)
        self._on(self.cases, desk.casework.show_cases)
        self._on(self._pile, desk.piles.take)
        self._on(self._help, lambda: desk.aside.show_help())
        self._on(self._settings, desk.aside.show_settings)
        if desk.training is not None:
            self._on(self.end_fault, desk.training.clear_fault)
            self._on(self._practice, desk.practise)
        if self.leaves is not None:
            self._on(self._leave, desk.sign_out)

    def _added(self, button: KeyButton) -> KeyButton:
        self.buttons.addWidget(button)
        return button

    def _on(self, button: KeyButton, opened: Callable[[], object]) -> None:
        button.clicked.connect(lambda: opened())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_or_not()

    def _name_or_not(self) -> None:
        self._name.setVisible(self.width() >= look().px(_ROOM_FOR_THE_NAME))
