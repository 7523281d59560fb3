"""The dialogue about a profile that will not do: what is wrong in it, and what can be done meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.profile_fault import ProfileFault
from desktop.runtime.language import Language
from desktop.texts.profile_faults import told
from desktop.views.dialogue import Dialogue
from desktop.views.parts import Card, KeyButton, Notice, Page, Text, announce


class Meanwhile(Enum):
    """What to do about it."""

    CLOSE = "close"
    AGAIN = "read the profile again"
    PRACTISE = "open the practice region"


class ProfileDialog(Dialogue):
    """Says what is wrong; `chosen` is what to do once it has been closed. No region is asked before that."""

    about = "profile"

    def __init__(self, faults: Sequence[ProfileFault], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent, language)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # It is asked what was chosen.
        self.chosen = Meanwhile.CLOSE
        self._faults = "\n".join(told(language, fault) for fault in faults)
        page = Page(self.tr("Profilen från region-IT går inte att använda."))
        page.add(
            Notice(
                "error",
                self.tr("Ingen region frågas, och inget kan registreras härifrån."),
                self.tr("Kontakta IT-supporten, som rättar profilen. Under tiden går det att öva."),
            )
        )
        card = Card(self.tr("Det här är fel i profilen"))
        for line in self._faults.splitlines():
            card.add(Text(line))
        page.add(card)
        self._copied = Text(role="muted")
        page.add(self._copied)
        again = KeyButton(self.tr("Läs profilen igen"), "F5", "refresh-cw", "primary", self._closes(Meanwhile.AGAIN))
        practise = KeyButton(self.tr("Öva"), "F7", "graduation-cap", on_click=self._closes(Meanwhile.PRACTISE))
        copy = KeyButton(self.tr("Kopiera felen"), icon="copy", on_click=self._copy)
        close = KeyButton(self.tr("Stäng"), "Esc", "x", "quiet", self._closes(Meanwhile.CLOSE))
        page.add_actions(again, practise, copy, close)
        page.first = again
        self.hold(page, 760, 520)

    def _closes(self, chosen: Meanwhile) -> Callable[[], None]:
        def close() -> None:
            self.chosen = chosen
            self.accept()

        return close

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._faults)
        self._copied.show_text(self.tr("Felen är kopierade. Klistra in dem i ärendet till IT-supporten."))
        announce(self, self._copied.text())
