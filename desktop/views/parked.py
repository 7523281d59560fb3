"""The parked drafts on the search page: initials and what was wished for, one press from where one was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import cases
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.content import Content
from desktop.views.parts import Card, KeyButton

_SHOWN = 5


class ParkedDrafts(QObject):
    """Renders ParkedViewModel into a place on the page; nothing at all while nothing is parked.

    A draft that another desk has open is not parked.
    """

    def __init__(self, desk: DeskViewModel, words: Language, place: Content) -> None:
        super().__init__(place)
        self._desk, self._words, self._place = desk, words, place
        desk.drafting.parked.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()
        desk.drafting.parked.load()

    def _render(self) -> None:
        drafts = [case for case in self._desk.drafting.parked.state if case.claim is None]
        if not drafts:
            self._place.show_parts()
            return
        card = Card(self.tr("Parkerat ({n})").format(n=len(drafts)), icon="pause")
        for case in drafts[:_SHOWN]:
            button = KeyButton(self._said(case), icon="arrow-right", look="quiet")
            button.setObjectName(f"parked-{case.number}")
            button.clicked.connect(partial(self._desk.casework.open_case, case))
            card.add(button)
        if len(drafts) > _SHOWN:
            every = KeyButton(self.tr("Alla bland ärendena"), icon="inbox", look="quiet")
            every.clicked.connect(self._desk.casework.show_cases)
            card.add(every)
        self._place.show_parts(card)

    def _said(self, case: CaseFile) -> str:
        who = "•••••" if self._desk.masked else cases.initials(self._words, case)
        told = (cases.when(self._words, case, today()), who, cases.deed(self._words, case), cases.centre(case))
        return "   ".join(part for part in told if part)
