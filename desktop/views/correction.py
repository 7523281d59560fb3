"""Rättelse: what has gone wrong and what the citizen says, then a paper to the region; nothing is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.case import Mistake
from desktop.domain.listing import Listing
from desktop.domain.regions import County, region_name
from desktop.runtime.language import Language
from desktop.texts import cases, listings
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.content import Content
from desktop.views.parts import Card, Columns, KeyButton, Notice, OptionGroup, OptionRow, Page, Text, TextField
from desktop.views.person import PersonBand
from desktop.views.reveal_reason import RevealKey


class CorrectionPage(Page):
    """Renders CorrectionViewModel; the way back to the former care centre is an ordinary registration."""

    def __init__(
        self, desk: DeskViewModel, model: CorrectionViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Rättelse"),
            self.tr("Skriv upp vad som är fel och lämna det till regionen. Inget skickas och ingen listning ändras."),
            parent=parent,
        )
        self._desk, self._model, self._words = desk, model, words
        self.pin(PersonBand(desk, words, model.state.citizen))
        self._own, self._said = Content(), Content()
        self.add(self._said)
        self.add(Columns(self._question(), self._own))
        keep = KeyButton(
            self.tr("Spara och skriv ut"), key="Ctrl+Enter", icon="printer", look="primary", on_click=model.keep
        )
        self._show_hidden = RevealKey(desk)
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back)
        self.add_actions(keep, self._show_hidden, back)
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _question(self) -> Card:
        state = self._model.state
        card = Card(self.tr("Vad är fel?"), icon="message-square-quote")
        card.row(self.tr("Det gäller"), cases.listed(self._words, state.shown))
        kinds = [(mistake, cases.mistake(self._words, mistake)) for mistake in Mistake]
        group = OptionGroup(self.tr("Fel"), kinds, state.mistake)
        group.chosen.connect(lambda mistake: self._model.choose(mistake))
        card.add(group)
        self.first = group.findChild(OptionRow)
        told = TextField(self.tr("&Invånaren säger"), self.tr("Med invånarens egna ord. Får vara tomt."))
        told.edit.setObjectName("told")
        told.set_text(state.told)
        told.edited.connect(self._model.tell)
        card.add(told)
        contact = self._desk.profile.terms(state.county).contact
        card.row(self.tr("Lämnas till"), contact or region_name(state.county))
        return card

    def _render(self) -> None:
        state = self._model.state
        self._show_hidden.setVisible(not self._desk.revealed)
        if state.not_kept:
            text = self.tr("Skriv upp uppgifterna på papper och kontakta regionen.")
            self._said.show_parts(Notice("error", self.tr("Rättelsen kunde inte sparas på den här datorn."), text))
        else:
            self._said.show_parts()
        card = Card(self.tr("Våra egna ärenden"), icon="inbox")
        if state.cases is None:
            card.add(Text(self.tr("Läser …"), "muted"))
        elif not state.cases:
            card.add(Text(self.tr("Inga ärenden om invånaren på den här datorn."), "muted"))
        for case in (state.cases or ())[:5]:
            when = listings.day(self._words, case.opened_at)
            deed, stands = cases.deed(self._words, case), cases.state(self._words, case)
            where = f", {cases.centre(case)}" if self._desk.revealed else ""
            card.row(f"{when}, {case.number}", f"{deed}{where}: {stands}")
        if state.former is not None and not self._desk.revealed:
            card.add(Text(self.tr("Var invånaren var listad förut är dolt. F6 visar det."), "muted"))
        elif state.former is not None:
            card.add(self._back_to(*state.former))
        self._own.show_parts(card)

    def _back_to(self, county: County, listing: Listing) -> KeyButton:
        name = listings.facility_name(listing.facility)
        button = KeyButton(self.tr("Lista på {centre} igen").format(centre=name), key="Ctrl+L", icon="list-plus")
        button.setObjectName("go-back")
        button.clicked.connect(lambda: self._desk.choosing.list_at(county, listing.facility, listing.listing_type))
        return button
