"""The row at the window's top: where one can go from every page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.viewmodels.desk import DeskViewModel
from desktop.views.look import look, scaled, spaced
from desktop.views.look.tokens import L, S
from desktop.views.parts import KeyButton, KeyRow, Text

_ROOM_FOR_THE_NAME = 1100


class Header(QFrame):
    """Buttons with their keys; the program's own name gives way first."""

    def __init__(self, desk: DeskViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._name = Text("Listningsluckan", "title")
        self.buttons = KeyRow(gap=S)
        row = QHBoxLayout(self)
        spaced(row, gap=L, across=L, down=S)
        row.addWidget(self._name)
        row.addLayout(self.buttons, 1)
        self.add(KeyButton(self.tr("Ny invånare"), key="F2", icon="user-round", look="quiet"), desk.new_citizen)
        self.cases = KeyButton(self.tr("Ärenden"), key="Ctrl+2", icon="inbox", look="quiet")
        self.add(self.cases, desk.show_cases)
        pile = KeyButton(self.tr("Blankettbunt"), key="Ctrl+3", icon="file-text", look="quiet", folds_words=True)
        self.add(pile, desk.take_pile)
        self.end_fault = KeyButton(self.tr("Avbrott av"), key="F8", icon="cloud-off", look="quiet")
        self.end_fault.hide()
        self.buttons.addWidget(self.end_fault)
        if desk.training is not None:
            self.end_fault.clicked.connect(desk.training.clear_fault)
            self.add(KeyButton(self.tr("Övning"), key="F7", icon="graduation-cap", look="quiet"), desk.practise)
        help_key = KeyButton(self.tr("Hjälp"), key="F1", icon="circle-help", look="quiet", folds_words=True)
        self.add(help_key, lambda: desk.show_help())
        settings = KeyButton(self.tr("Inställningar"), key="Ctrl+,", icon="settings", look="quiet", folds_words=True)
        self.add(settings, desk.show_settings)
        if desk.staff.is_asked_for:
            leave = self.tr("Logga ut {name}").format(name=desk.staff.staff.shown)
            self.add(KeyButton(leave, key="Ctrl+Shift+O", icon="log-out", look="quiet"), desk.sign_out)
        scaled(self, self._name_or_not)

    def add(self, button: KeyButton, on_click: Callable[[], object]) -> None:
        """One more place to go."""
        button.clicked.connect(lambda: on_click())
        self.buttons.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_or_not()

    def _name_or_not(self) -> None:
        self._name.setVisible(self.width() >= look().px(_ROOM_FOR_THE_NAME))
