"""The first-start tour: four short pages, offered once, skipped with one key, found again in the command box."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.dialogue import Dialogue
from desktop.views.parts import KeyButton, Page, Text, announce


class FirstTour(Dialogue):
    """Enter goes on, Esc skips; `finished` either way."""

    about = "tour"

    def __init__(self, window: QWidget, practises: bool) -> None:
        super().__init__(window)
        self._step = 0
        self._pages = self._told(practises)
        self._page = Page(self._pages[0][0])
        self._text, self._place = Text(), Text(role="small")
        self._page.add(self._text)
        self._page.add(self._place)
        self._next = KeyButton(self.tr("Nästa"), icon="arrow-right", look="primary", on_click=self._go_on)
        self._page.add_actions(self._next, KeyButton(self.tr("Hoppa över"), key="Esc", icon="x", on_click=self.reject))
        self._page.first = self._next
        self.hold(self._page, 620, 340)
        self._show()

    def _told(self, practises: bool) -> tuple[tuple[str, str], ...]:
        last = self.tr(
            "Det som dröjer eller blir oklart går vidare bland ärendena, Ctrl+2. Skicka inte samma sak igen."
        )
        if practises:
            practise = self.tr("Öva med påhittade personer: F7.")
            last = f"{last} {practise}"
        return (
            (
                self.tr("Välkommen till Listningsluckan"),
                self.tr("Fyra korta sidor om hur luckan fungerar. Hjälp om varje sida finns alltid på F1."),
            ),
            (
                self.tr("Hitta invånaren"),
                self.tr(
                    "Skriv personnumret och tryck Enter, eller läs av körkortet när som helst. F2 tar nästa invånare."
                ),
            ),
            (
                self.tr("Läs, kryssa och registrera"),
                self.tr(
                    "Kontrollen säger vad ett val innebär innan något skickas. Läs upp det, kryssa i det som är "
                    "godkänt, och registrera med Ctrl+Enter. Ringer telefonen: Ctrl+M parkerar."
                ),
            ),
            (self.tr("Vad regionen sedan visar"), last),
        )

    def _go_on(self) -> None:
        if self._step + 1 == len(self._pages):
            self.accept()
            return
        self._step += 1
        self._show()
        announce(self, " ".join(self._pages[self._step]))

    def _show(self) -> None:
        heading, text = self._pages[self._step]
        self._page.set_heading(heading)
        self._text.show_text(text)
        self._place.show_text(self.tr("Sida {n} av {total}").format(n=self._step + 1, total=len(self._pages)))
        if self._step + 1 == len(self._pages):
            self._next.setText(self.tr("Börja"))
