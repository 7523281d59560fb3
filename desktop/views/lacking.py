"""Komplettera: tick what the form lacks, keep it as a case, print the letter."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.runtime.language import Language
from desktop.texts import lacking
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.lacking import ASKED_FOR, LackingViewModel
from desktop.views.content import Content
from desktop.views.parts import Card, KeyButton, Notice, Page, Text, TextField, TickRow
from desktop.views.person import PersonBand


class LackingPage(Page):
    """Renders LackingViewModel."""

    def __init__(
        self, desk: DeskViewModel, model: LackingViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Komplettera"),
            self.tr("Blanketten sparas som ett ärende tills det som saknas har kommit. Inget skickas till regionen."),
            parent=parent,
        )
        self._model = model
        self.pin(PersonBand(desk, words, model.state.draft.citizen))
        self._said = Content()
        self.add(self._said)
        card = Card(self.tr("Vad saknas?"), icon="circle-help")
        for lack in ASKED_FOR:
            row = TickRow(lacking.tick(words, lack))
            row.setObjectName(f"lacks-{lack.name}")
            row.setChecked(lack in model.state.draft.lacks)
            row.toggled.connect(partial(model.lacks, lack))
            card.add(row)
            self.first = self.first or row
        told = TextField(self.tr("&Egen rad i brevet"), self.tr("Får vara tomt."))
        told.edit.setObjectName("told")
        told.set_text(model.state.draft.told)
        told.edited.connect(model.tell)
        card.add(told)
        if model.state.draft.siblings:
            card.add(Text(self.tr("Gäller syskonen också: ett ärende och en underskrift för alla."), "muted"))
        self.add(card)
        keep = KeyButton(
            self.tr("Spara och skriv ut brev"), key="Ctrl+Enter", icon="printer", look="primary", on_click=model.keep
        )
        self.add_actions(keep, KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back))
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        if state.not_kept:
            text = self.tr("Behåll blanketten och anteckna vad som saknas. Inget annat har ändrats.")
            self._said.show_parts(Notice("error", self.tr("Ärendet kunde inte sparas på den här datorn."), text))
        elif state.needs_choice:
            self._said.show_parts(Notice("warning", self.tr("Kryssa i vad som saknas.")))
        else:
            self._said.show_parts()
