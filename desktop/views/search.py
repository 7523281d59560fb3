"""The search page: one box for a number, looked up on Enter or scan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.citizen import Unknown
from desktop.domain.problems import Problem
from desktop.runtime.language import Language
from desktop.texts import persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.search import Idle, Invalid, Searching
from desktop.viewmodels.standing import TryOut
from desktop.views.content import Content
from desktop.views.parts import Card, Columns, KeyButton, Notice, Page, Skeleton, Text, TextField
from desktop.views.wording import problem_notice

_SHOWN_FIRST = 6


class SearchPage(Page):
    """Renders SearchViewModel; in practice it also names whom one may try."""

    def __init__(self, desk: DeskViewModel, words: Language, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Sök invånare"),
            self.tr("Skriv personnummer eller samordningsnummer och tryck Enter, eller skanna körkortet."),
            parent=parent,
        )
        self._desk, self._words = desk, words
        self._all_people = False
        self._number = TextField(self.tr("&Personnummer"), placeholder=self.tr("ÅÅÅÅMMDD-NNNN"), digits=True)
        self._number.edit.setObjectName("number")
        self._number.submitted.connect(desk.search.submit)
        self._number.edited.connect(lambda: self._number.set_error(""))
        self._answer, self._people = Content(), Content()
        self._waiting = Skeleton(self.tr("Frågar personregistret …"))
        self._waiting.hide()
        card = Card()
        card.add(self._number)
        card.add(self._waiting)
        self.add(card)
        self.add(self._answer)
        self.add(self._people)
        self.add_actions(
            KeyButton(self.tr("Sök"), icon="search", look="primary", on_click=self._submit),
        )
        self.first = self._number.edit
        desk.search.changed.connect(self._render)
        desk.standing_changed.connect(self._show_people)
        self._render()
        self._show_people()

    def _submit(self) -> None:
        self._desk.search.submit(self._number.text())

    def _render(self) -> None:
        state = self._desk.search.state
        self._waiting.stop()
        self._number.set_error("")
        self._answer.show_parts()
        match state:
            case Idle():
                self._number.set_text("")
            case Searching():
                self._waiting.start()
            case Invalid(fault=fault):
                said = persons.number_fault(self._words, fault)
                self._number.set_error(f"{said.heading} {said.text}")
                self._number.edit.selectAll()
            case Unknown():
                self._answer.show_parts(
                    Notice(
                        "info",
                        self.tr("Personregistret har ingen person med det numret."),
                        self.tr("Jämför med legitimationen och sök igen."),
                    )
                )
            case Problem() as problem:
                again = KeyButton(self.tr("Försök igen"), icon="refresh-cw", on_click=self._submit)
                self._answer.show_parts(problem_notice(self._words, problem, buttons=[again]))

    def _show_people(self) -> None:
        people = self._desk.standing.people
        if not people:
            self._people.show_parts()
            return
        card = Card(self.tr("Påhittade personer att öva med"), icon="graduation-cap")
        for person in people if self._all_people else people[:_SHOWN_FIRST]:
            card.add(self._person(person))
        if not self._all_people and len(people) > _SHOWN_FIRST:
            more = self.tr("Visa alla {count} personer").format(count=len(people))
            card.add(KeyButton(more, look="quiet", icon="users-round", on_click=self._show_everybody))
        self._people.show_parts(card)

    def _person(self, person: TryOut) -> QWidget:
        number = f"{person.number[:8]}-{person.number[8:]}"
        button = KeyButton(f"{number}  {person.name}", look="quiet", icon="user-round")
        button.clicked.connect(lambda: self._try(number))
        return Columns(button, Text(person.stories[self._words.code], "muted"), weights=(2, 3))

    def _try(self, number: str) -> None:
        self._number.set_text(number)
        self._submit()

    def _show_everybody(self) -> None:
        self._all_people = True
        self._show_people()
