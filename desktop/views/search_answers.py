"""What the search page shows of what was asked for: persons, faults in typing, drafts, and whom to practise with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import NumberFault, PersonIdentity
from desktop.domain.lookup import CentreQuery, Hits, NameFault, NameQuery, NoSuchCentre
from desktop.domain.problems import Kind, Problem
from desktop.domain.regions import County, region_name
from desktop.runtime.language import Language
from desktop.texts import listings, persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.repeats import REGISTER
from desktop.viewmodels.search import AskingWhy, Idle, Invalid, NoNameSearch, NoSuchCode, Searching, SearchState
from desktop.views.own_widths import keep_widths
from desktop.views.parked import ParkedDrafts
from desktop.views.parts import (
    Card,
    Cell,
    ChoiceRow,
    ChoiceTable,
    KeyButton,
    Notice,
    Text,
)
from desktop.views.search import SearchPage
from desktop.views.training import person_row
from desktop.views.wording import problem_notice

_SHOWN_FIRST = 6


class SearchAnswers(QObject):
    """Renders SearchViewModel into a search page, and lives as long as it."""

    def __init__(self, desk: DeskViewModel, words: Language, page: SearchPage) -> None:
        super().__init__(page)
        self._desk, self._words, self._page, self._number = desk, words, page, page.number
        self._answer, self._people = page.answer, page.people
        self._parked = ParkedDrafts(desk, words, page.parked)
        self._failed = ""
        self._number.set_text(desk.search.typed)
        self._number.edited.connect(self._note)
        self._number.submitted.connect(self._submit)
        page.search.clicked.connect(self._submit)
        page.open.clicked.connect(self._open_hit)
        page.call.clicked.connect(lambda: desk.take_call())
        desk.search.changed.connect(self._render)
        desk.standing_changed.connect(self._show_people)
        self._render()
        self._show_people()

    def _note(self, typed: str) -> None:
        """Help and settings may be looked at in between."""
        self._desk.search.typed = typed
        self._number.set_error("")
        self._offer(Idle())

    def _offer(self, state: SearchState) -> None:
        """What Enter does where the focus is now: among reasons it presses the reason, among hits it opens one."""
        hits = isinstance(state, Hits) and bool(state.persons)
        self._page.open.setVisible(hits)
        self._page.search.setVisible(not hits and not isinstance(state, AskingWhy))

    def _open_hit(self) -> None:
        table = self._answer.findChild(ChoiceTable)
        if table is not None and isinstance(marked := table.key(), PersonIdentity):
            self._desk.search.look_up(marked)

    def _submit(self) -> None:
        """Enter; the same once more where the register did not answer, or knew nobody, is a repeated read."""
        text = self._number.text()
        if isinstance(self._desk.search.state, Problem | Unknown) and text == self._failed:
            self._desk.repeats.again(REGISTER, lambda: self._desk.search.submit(text))
        else:
            self._desk.search.submit(text)

    def _render(self) -> None:
        state = self._desk.search.state
        self._page.waiting.stop()
        self._page.first = self._number.edit
        self._number.set_error("")
        self._answer.show_parts()
        self._show_people()
        self._offer(state)
        match state:
            case Idle():
                self._number.set_text(self._desk.search.typed)
                self._failed = ""
            case Searching(asked=asked):
                if isinstance(asked, PersonIdentity) and not self._number.text():
                    self._number.set_text(asked.written)
                elsewhere = isinstance(asked, CentreQuery)
                self._page.waiting.say(
                    self.tr("Frågar regionerna …") if elsewhere else self.tr("Frågar personregistret …")
                )
                self._page.waiting.start()
            case Invalid(fault=fault):
                self._refuse(self._fault(fault))
            case NoNameSearch():
                self._refuse(self.tr("Här går det bara att söka på personnummer eller samordningsnummer."))
            case NoSuchCode(mistyped=True):
                self._refuse(self.tr("Ärendekoden stämmer inte. Jämför med blanketten."))
            case NoSuchCode():
                self._refuse(self.tr("Det finns inget ärende med den koden på den här datorn."))
            case answer:
                self._answer.show_parts(*self._answered(answer))
                if isinstance(answer, AskingWhy | Hits):
                    self._page.reveal(self._answer)
                else:
                    self._page.read_now()

    def _answered(self, answer: AskingWhy | Unknown | Hits | NoSuchCentre | Problem) -> Iterator[QWidget]:
        match answer:
            case NoSuchCentre(silent=silent):
                yield self._no_such_centre(silent)
                self._ask_again()
            case AskingWhy(query=query):
                yield self._reasons(query)
            case Hits(persons=found):
                yield from self._hits(found)
            case Problem(kind=Kind.TOO_MANY_HITS):
                yield problem_notice(self._words, answer)
                self._ask_again()
            case Problem():
                self._failed = self._number.text()
                again = KeyButton(self.tr("Försök igen"), icon="refresh-cw", on_click=self._submit)
                yield problem_notice(self._words, answer, buttons=[again])
            case Unknown():
                self._failed = self._number.text()
                yield Notice(
                    "info",
                    self.tr("Personregistret har ingen person med det numret."),
                    self.tr("Jämför med legitimationen och sök igen."),
                )
                self._ask_again()

    def _no_such_centre(self, silent: tuple[County, ...]) -> Notice:
        heading = self.tr("Ingen region som svarade har en mottagning med det HSA-id:t.")
        said = self.tr("Jämför HSA-id:t, eller sök på mottagningens namn.")
        if silent:
            names = listings.join(self._words, [region_name(one) for one in silent])
            said = self.tr("{regions} svarade inte. {advice}").format(regions=names, advice=said)
        return Notice("info", heading, said)

    def _fault(self, fault: NumberFault | NameFault) -> str:
        match fault:
            case NumberFault():
                said = persons.number_fault(self._words, fault)
                return f"{said.heading} {said.text}"
            case NameFault.FORBIDDEN_SIGN:
                return self.tr(
                    "Skriv namnet med bara bokstäver och bindestreck. "
                    "Har det ett annat tecken, skriv det som står före: O för O’Brien."
                )
            case NameFault.NO_SUCH_DATE:
                return self.tr("Födelsedatumet finns inte. Skriv år, eller år, månad och dag.")

    def _refuse(self, why: str) -> None:
        self._number.set_error(why)
        self._ask_again()

    def _ask_again(self) -> None:
        """What was typed stands there, to be typed over."""
        self._number.edit.selectAll()
        self._number.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reasons(self, query: NameQuery) -> Card:
        card = Card(self.tr("Varför söker du på namn?"), icon="shield")
        card.add(Text(self.tr("Skälet sparas med din sökning."), "muted"))
        for reason in (
            self.tr("Invånaren är här utan legitimation"),
            self.tr("Invånaren ringer"),
            self.tr("Blankett utan läsbart personnummer"),
        ):
            button = KeyButton(reason, icon="arrow-right")
            button.clicked.connect(partial(self._desk.search.search, query, reason))
            card.add(button)
        self._page.first = card.findChild(KeyButton)
        QTimer.singleShot(0, self._page.focus_first)
        return card

    def _hits(self, found: tuple[Citizen, ...]) -> Iterator[QWidget]:
        if not found:
            yield Notice(
                "info",
                self.tr("Ingen träff."),
                self.tr(
                    "Fråga efter personnumret, eller sök på ett annat namn. "
                    "Personer med skyddade uppgifter visas aldrig vid namnsökning."
                ),
            )
            self._ask_again()
            return
        columns = [self.tr("Namn"), self.tr("Född"), self.tr("Hemregion")]
        if any(person.deregistration is not None for person in found):
            columns.append(self.tr("Anmärkning"))
        table = ChoiceTable(self.tr("Träffar"), tuple(columns), labels={1})
        rows = [self._hit(person, len(columns)) for person in found]
        table.show_rows(rows, self.tr("Träffar: {count}").format(count=len(found)))
        keep_widths(table, "hits", self._desk.own)
        table.chosen.connect(self._desk.search.look_up)
        self._page.first = table.view
        QTimer.singleShot(0, self._page.focus_first)
        yield table

    def _hit(self, person: Citizen, columns: int) -> ChoiceRow:
        words = self._words
        note = persons.deregistered(words, person.deregistration) if person.deregistration is not None else ""
        home = region_name(person.home_county) if person.home_county else ""
        cells = (
            Cell(persons.name(words, person)),
            Cell(person.born.isoformat() if person.born else ""),  # Two of a name may be born in one year.
            Cell(home),
            Cell(note),
        )
        return ChoiceRow(person.identity, cells[:columns])

    def _show_people(self) -> None:
        people = self._desk.standing.people
        if not people or not isinstance(self._desk.search.state, Idle):
            self._people.show_parts()
            return
        card = Card(self.tr("Påhittade personer att öva med"), icon="graduation-cap")
        for person in people[:_SHOWN_FIRST]:
            card.add(person_row(person, self._words, self._desk.look_up))
        if self._desk.training is not None:
            more = self.tr("Övningar, och alla {count} personer").format(count=len(people))
            card.add(KeyButton(more, look="quiet", icon="arrow-right", on_click=self._desk.practise))
        self._people.show_parts(card)
