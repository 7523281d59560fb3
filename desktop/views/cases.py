"""Ärenden: what needs somebody and what was done today, to open, check and print again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.case import CaseFile, State
from desktop.domain.draft import Draft
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import cases, lacking, pile
from desktop.viewmodels.cases import (
    CasesViewModel,
    Tray,
)
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.case_actions import CaseActions
from desktop.views.content import Content
from desktop.views.look import Tone
from desktop.views.look.tokens import WIDE
from desktop.views.own_widths import keep_widths
from desktop.views.parts import (
    TAKES_SCANS,
    Cell,
    ChoiceRow,
    ChoiceTable,
    KeyButton,
    Notice,
    OptionGroup,
    OptionRow,
    Page,
    Skeleton,
    Text,
    TextField,
)

_FACES: dict[State, tuple[str, Tone]] = {
    State.UNCLEAR: ("circle-dashed", "warning"),
    State.SENDING: ("clock", "neutral"),
    State.RECEIVED: ("clock", "info"),
    State.CONFIRMED: ("circle-check", "ok"),
    State.REFUSED: ("circle-alert", "error"),
    State.NOT_SENT: ("circle-alert", "neutral"),
    State.WAITING: ("signature", "neutral"),
    State.DRAFT: ("pause", "neutral"),
    State.COMPLETE: ("circle-help", "warning"),
    State.CORRECTION: ("refresh-cw", "warning"),
}


class CasesPage(Page):
    """Renders CasesViewModel; names nobody in full."""

    def __init__(
        self, desk: DeskViewModel, model: CasesViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Ärenden"), filling=True, parent=parent, measure=WIDE)
        self._desk, self._model, self._words = desk, model, words
        self._trays, self._said = Content(), Content()
        self._waiting = Skeleton(self.tr("Läser ärendena …"), lines=5)
        columns = (self.tr("Tid"), self.tr("Läge"), self.tr("Invånare"), self.tr("Åtgärd"), self.tr("Mottagning"))
        self.table = ChoiceTable(self.tr("Ärenden"), (*columns, self.tr("Ärende")), labels={5})
        keep_widths(self.table, "cases", desk.own)
        self.table.chosen.connect(self._open)
        self.table.marked.connect(lambda _: self._show_marked())
        self._field = self._search_field()
        self.add(self._field)
        self.add(self._trays)
        self.add(self._said)
        self.add(self._waiting)
        self.add(self.table, 1)
        self._claim = Text("", "muted")
        self._claim.setObjectName("claim")
        self.add(self._claim)
        self._buttons = CaseActions(desk, model, lambda: self._marked, self)
        self.add_actions(*self._buttons.all)
        self.first = self.table.view
        self._answered = False
        self._shown: tuple[object, ...] = ()
        self._why_empty: tuple[object, ...] = ()
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _search_field(self) -> TextField:
        field = TextField(
            self.tr("&Sök ärende"),
            self.tr("Ärendenummer, koden på en blankett eller personnummer. Enter söker, tomt visar alla igen."),
            letters=24,
        )
        field.edit.setObjectName("case-search")
        field.edit.setProperty(TAKES_SCANS, True)
        field.submitted.connect(self._model.search)
        return field

    def _render(self) -> None:
        state, focused = self._model.state, QApplication.focusWidget()
        stood_in_words = focused is not None and self._said.isAncestorOf(focused)
        if state.is_waiting:
            self._waiting.start()
        else:
            self._waiting.stop()
        self._show_trays()
        self._say_why_empty()
        count = self.tr("Ärenden: {n}").format(n=len(state.rows)) if state.rows else ""
        self.table.show_rows([self._row(case) for case in state.rows], count)
        self._show_marked()
        if state.cases is not None and (not self._answered or (stood_in_words and state.rows)):
            self._answered = True
            self.focus_first()

    def _say_why_empty(self) -> None:
        """Instead of rows: why there are none, and what to do; built anew only when it is another."""
        state = self._model.state
        empty = not state.is_waiting and not state.rows
        said = (state.unreadable, empty, state.tray, bool(state.asked), state.count(Tray.ALL) > 0)
        if said == self._why_empty:
            return
        self._why_empty = said
        if state.unreadable:
            text = self.tr("Det går att läsa vad regionen visar, men inte att registrera.")
            notice = Notice("error", self.tr("Ärendena kan inte läsas på den här datorn."), text)
            self._said.show_parts(notice)
        else:
            self._said.show_parts(*([self._empty()] if empty else []))
        begins = empty and not state.asked and not state.count(Tray.ALL)
        self.first = self._said.findChild(KeyButton, "from-empty") if begins else self.table.view

    def _empty(self) -> Notice:
        state, desk = self._model.state, self._desk
        if state.asked:
            heading = self.tr("Inget ärende med det numret eller den koden på den här datorn.")
            text = self.tr("Jämför med blanketten eller kvittot.")
            way = KeyButton(self.tr("Visa alla"), icon="inbox", on_click=self._show_all)
        elif state.tray is not Tray.ALL and state.count(Tray.ALL):
            needed = state.tray is Tray.NEEDS_SOMEBODY
            heading = self.tr("Inget ärende behöver någon.") if needed else self.tr("Inga ärenden.")
            text = self.tr("Ärendena som finns ligger under ett annat val ovan.")
            way = KeyButton(self.tr("Visa alla"), icon="inbox", on_click=self._show_all)
        else:
            heading = self.tr("Inga ärenden.")
            text = self.tr(
                "Hit kommer det som registreras härifrån, blanketter som väntar på underskrift, utkast och sådant som "
                "blev oklart. Sök en invånare för att börja."
            )
            way = KeyButton(self.tr("Ny invånare"), shown_key="F2", icon="user-round", on_click=desk.new_citizen)
        way.setObjectName("from-empty")
        return Notice("empty", heading, text, buttons=[way])

    def _show_all(self) -> None:
        self._field.set_text("")
        self._model.show_tray(Tray.ALL)
        self.focus_first()

    def _show_trays(self) -> None:
        """Built anew only when a count is another: who stands in them is not moved, nor read to again."""
        state = self._model.state
        shown = (state.tray, *map(state.count, Tray))
        if shown != self._shown:
            self._shown = shown
            self._trays.show_parts(self._tray_choice())

    def _tray_choice(self) -> OptionGroup:
        state = self._model.state
        names = {
            Tray.ALL: self.tr("Alla ({n})"),
            Tray.NEEDS_SOMEBODY: self.tr("Behöver någon ({n})"),
            Tray.WAITING: self.tr("Väntar på underskrift ({n})"),
            Tray.REGION: self.tr("Väntar på regionen ({n})"),
            Tray.DRAFTS: self.tr("Utkast ({n})"),
            Tray.SETTLED: self.tr("Klara ({n})"),
        }
        options = [(tray, name.format(n=state.count(tray))) for tray, name in names.items()]
        group = OptionGroup(self.tr("Visa"), options, state.tray)
        for number, option in enumerate(group.findChildren(OptionRow)):
            option.setObjectName(f"tray-{number}")
        group.chosen.connect(lambda tray: self._model.show_tray(tray))
        return group

    def _row(self, case: CaseFile) -> ChoiceRow:
        words = self._words
        icon, tone = _FACES.get(case.state, ("", "neutral"))
        who = "•••••" if self._desk.masked else cases.initials(words, case)
        where = ", ".join((_stands(words, case), *(lacking.due(words, one) for one in self._model.state.due(case))))
        if case.claim is not None:
            where = f"{where}. {cases.claimed(words, case.claim, today())}"
        if case.number == self._model.state.checking:
            where = self.tr("Läser vad regionen visar …")
        return ChoiceRow(
            case.number,
            (
                Cell(cases.when(words, case, today())),
                Cell(where, icon, tone),
                Cell(who),
                Cell(cases.deed(words, case)),
                Cell(cases.centre(case)),
                Cell(case.number),
            ),
        )

    def _show_marked(self) -> None:
        case = self._marked
        claim = case.claim if case is not None else None
        self._claim.setVisible(claim is not None)
        if claim is not None:
            told = cases.claimed(self._words, claim, today())
            advice = self.tr("Det går att läsa här, och att öppna när det är stängt där. Fråga innan du tar över.")
            self._claim.show_text(f"{told}. {advice}")
        self._buttons.show(case)

    @property
    def _marked(self) -> CaseFile | None:
        return self._model.state.find(self.table.key())

    def _open(self, number: object) -> None:
        if (case := self._model.state.find(number)) is not None:
            self._desk.casework.open_case(case)


def _stands(words: Language, case: CaseFile) -> str:
    """Where a case stands, with what it lacks."""
    if isinstance(case.about, Draft) and case.about.lacks:
        return f"{cases.state(words, case)}: {pile.lacks(words, case.about.lacks)}"
    return cases.state(words, case)
