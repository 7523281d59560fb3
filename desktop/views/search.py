"""The search page: one box for a number, looked up on Enter or scan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.content import Content
from desktop.views.parts import TAKES_SCANS, Card, KeyButton, Page, Skeleton, TextField


class SearchPage(Page):
    """The box, which can be typed in before the desk behind it is there; `SearchAnswers` fills in what is found."""

    def __init__(self, finds_names: bool, parent: QWidget | None = None) -> None:
        lead = self.tr("Personnummer, en mottagning, > för kommandon eller ? för hjälp.")
        label = self.tr("&Personnummer eller samordningsnummer")
        if finds_names:
            lead = self.tr("Personnummer, namn med födelseår, en mottagning, > för kommandon eller ? för hjälp.")
            label = self.tr("&Personnummer, eller namn och födelseår")
        super().__init__(self.tr("Sök invånare"), lead, parent=parent)
        self.finds_names = finds_names
        self.number = TextField(label, placeholder=self.tr("ÅÅÅÅMMDD-NNNN"), digits=True)
        self.number.edit.setObjectName("number")
        self.number.edit.setProperty(TAKES_SCANS, True)
        self.waiting = Skeleton(self.tr("Frågar personregistret …"))
        self.waiting.hide()
        card = Card()
        card.add(self.number)
        card.add(self.waiting)
        self.add(card)
        self.answer, self.parked, self.people = Content(), Content(), Content()
        self.reads = self.answer
        for place in (self.answer, self.parked, self.people):
            place.hide()
            self.add(place)
        self.search = KeyButton(self.tr("Sök"), key="Enter", icon="search", look="primary")
        self.open = KeyButton(self.tr("Öppna"), key="Enter", icon="folder-open", look="primary")
        self.open.hide()
        self.call = KeyButton(self.tr("Någon annan ringer"), key="F6", icon="phone")
        self.add_actions(self.search, self.open, self.call)
        self.first = self.number.edit
