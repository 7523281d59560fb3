"""Blankettbunt: a pile of paper forms, set up once; then scan, compare with the paper, Ctrl+Enter, next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.case import CaseFile, State
from desktop.domain.pile import PaperForm, PileSummary, Stage
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import cases, persons, pile
from desktop.viewmodels.cases import can_be_read
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.pile import PileViewModel, SettingUp, Working
from desktop.viewmodels.repeats import PILE
from desktop.viewmodels.typed import DateFault
from desktop.views.content import Content
from desktop.views.look import Tone, look, scaled
from desktop.views.look.reading import SHOWN_BELOW
from desktop.views.look.tokens import WIDE
from desktop.views.own_widths import keep_widths
from desktop.views.parts import (
    TAKES_SCANS,
    Card,
    Cell,
    ChoiceRow,
    ChoiceTable,
    Columns,
    KeyButton,
    Notice,
    Page,
    Text,
    TextField,
    is_low,
)
from desktop.views.pile_terms import PileTermsCard
from desktop.views.pile_top import TopForm
from desktop.views.wording import region_quote

_FACES: dict[Stage, tuple[str, Tone]] = {
    Stage.LOOKING: ("clock", "neutral"),
    Stage.TO_APPROVE: ("eye", "info"),
    Stage.WAITING: ("pause", "warning"),
    Stage.WORKING: ("clock", "neutral"),
    Stage.REGISTERED: ("circle-check", "ok"),
    Stage.ACCEPTED: ("clock", "info"),
    Stage.UNCLEAR: ("circle-dashed", "warning"),
    Stage.SET_ASIDE: ("circle-help", "warning"),
    Stage.REFUSED: ("circle-alert", "error"),
}

_FIELDS_BESIDE = 480
"""The least width for fields beside one another, at 100 %."""
_ROOM_FOR_FORMS = 160
"""Below what is written in, the latest forms are in sight, at 100 %."""
_FORM_WIDTH = 720
"""The widest that fields below one another are filled in with ease, at 100 %."""


class PilePage(Page):
    """Renders PileViewModel: first its terms, then the work."""

    def __init__(
        self, desk: DeskViewModel, model: PileViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Blankettbunt"), filling=True, parent=parent, measure=WIDE)
        self._desk, self._model, self._words = desk, model, words
        self._work = QWidget()
        self._terms: PileTermsCard | None = None
        self._number = TextField(self.tr("&Personnummer"), self.tr("Skanna eller skriv, sedan Enter."), digits=True)
        self._number.edit.setObjectName("pile-number")
        self._number.edit.setProperty(TAKES_SCANS, True)
        self._number.submitted.connect(self._scan)
        self._date = TextField(
            self.tr("&Underskriftens datum"), self.tr("Fyra siffror räcker: 1120. Samma datum står kvar."), digits=True
        )
        self._date.edit.setObjectName("pile-date")
        self._counted = TextField(self.tr("Antal blanketter i &bunten"), digits=True, letters=6)
        self._counted.edit.setObjectName("pile-counted")
        self._counted.edited.connect(lambda _: self._render())
        self._top, self._notices, self._sum = TopForm(words), Content(), Text("")
        self._noted: tuple[int, dict[str, tuple[int, ...]]] = (0, {})
        columns = (self.tr("Nr"), self.tr("Invånare"), self.tr("Datum"), self.tr("Läge"), self.tr("Ärende"))
        self.table = ChoiceTable(self.tr("Blanketterna"), columns, labels={0, 2, 4})
        keep_widths(self.table, "pile", desk.own)
        self._begin = KeyButton(
            self.tr("Börja"), key="Ctrl+Enter", icon="check", look="primary", on_click=self._begin_work
        )
        self._send = KeyButton(
            self.tr("Stämmer – registrera"), key="Ctrl+Enter", icon="check", look="primary", on_click=self._approve
        )
        self._date.submitted.connect(lambda _: self._send.click())
        self._aside = KeyButton(self.tr("Lägg åt sidan"), key="F4", icon="circle-help", on_click=self._put_aside)
        again = partial(desk.repeats.again, PILE, model.ask_again)
        self._again = KeyButton(self.tr("Fråga igen"), key="F5", icon="refresh-cw", on_click=again)
        self._print = KeyButton(
            self.tr("Avsluta och skriv ut"),
            key="Ctrl+P",
            icon="printer",
            on_click=self._finish_and_print,
            folds_words=True,
        )
        self._open = KeyButton(self.tr("Öppna ärendet"), key="F3", icon="inbox", on_click=self._open_case)
        self._open.setObjectName("open-case")
        self.table.chosen.connect(lambda _: self._open_case())
        self.table.marked.connect(lambda _: self._open.setVisible(self._marked_case() is not None))
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back, folds_words=True)
        self._prints = False
        self._build()
        scaled(self._form, self._draw_together)
        self.add_actions(self._begin, self._send, self._aside, self._again, self._print, self._open, back)
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _build(self) -> None:
        state = self._model.state
        if isinstance(state, SettingUp):
            self._terms = PileTermsCard(self._desk, self._model, self._words)
            row = QHBoxLayout()
            row.addWidget(self._terms, 1)
            row.addStretch(0)
            scaled(self._terms, self._narrow_terms)
            self.add(row)
            self.first = self._terms.first
        self._form = Card(self.tr("Nästa blankett"), icon="scan-barcode")
        for field in (self._number, self._date):
            field.setProperty(SHOWN_BELOW, _ROOM_FOR_FORMS)
        fields = Columns(self._number, self._top, self._date, weights=(2, 3, 2), stack_below=_FIELDS_BESIDE)
        self._form.add(fields)  # Beside one another, so that forms that are through stay in sight with large text.
        self._so_far = Columns(self._sum, self._counted, stack_below=_FIELDS_BESIDE)
        self.add(self._notices)
        self.add(self._form)
        self.add(self.table, 1)
        self.add(self._so_far)
        if isinstance(state, Working):
            self._date.set_text(state.day.text)
            self.first = self._number.edit

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_together()

    def _draw_together(self) -> None:
        """On a low page what is written in is told by its name alone: its height belongs to the forms."""
        low = is_low(self)
        self._number.fold_help(low)
        self._date.fold_help(low)
        self._counted.put_label_beside(low)

    def _narrow_terms(self) -> None:
        if self._terms is not None:
            self._terms.setMaximumWidth(look().px(_FORM_WIDTH))

    def _render(self) -> None:
        state = self._model.state
        works = isinstance(state, Working)
        for part in (self._form, self.table, self._so_far):
            part.setVisible(works)
        if self._terms is not None:
            self._terms.setVisible(not works)
        self._begin.setVisible(not works)
        for button in (self._send, self._aside, self._print):
            button.setVisible(works)
        self._again.setVisible(isinstance(state, Working) and state.pile.count(Stage.WAITING) > 0)
        if isinstance(state, Working):
            self._show_work(state)
        self._open.setVisible(self._marked_case() is not None)

    def _marked_case(self) -> CaseFile | None:
        """The marked form's case, to go on with once no form of the pile is left lying by that."""
        state, place = self._model.state, self.table.key()
        if not isinstance(state, Working) or not state.pile.is_through:
            return None
        number = next((form.number for form in state.pile.forms if form.place == place), "")
        case = state.since.get(number)
        return case if case is not None and can_be_read(case) else None

    def _open_case(self) -> None:
        if (case := self._marked_case()) is not None:
            self._desk.casework.open_case(case)

    def _show_work(self, state: Working) -> None:
        self._number.set_error(self._scan_fault(state))
        self._date.set_error(self._date_fault(state.day.fault))
        self._note(state)
        self._show_top(state)
        self._sum.show_text(self._counts(state))
        masked = self._desk.masked
        rows = []
        for form in reversed(state.pile.forms):
            icon, tone = _FACES[form.stage]
            who = "•••••" if masked else pile.who(self._words, form)
            dated = form.dated.isoformat() if form.dated else ""
            stands = Cell(self._stands(state, form), icon, tone)
            rows.append(ChoiceRow(form.place, (Cell(str(form.place)), Cell(who), dated, stands, form.number)))
        self.table.show_rows(rows, pile.reconciled(self._words, self._summary(state)))
        self.table.view.scrollToTop()
        if state.is_finished and self._prints:
            self._prints = False
            self._desk.papers.print_pile(self._summary(state))

    def _note(self, state: Working) -> None:
        """What must be seen about the pile: forms that were not kept, and what the region wants read (INFO, TS 11)."""
        noted = (state.unsaved, state.pile.messages)
        if noted == self._noted:
            return
        self._noted = noted
        notices = []
        if state.unsaved:
            text = self.tr("Blanketter att läsa in igen: {n}. De sparades inte, eftersom uppgifterna är skyddade.")
            go_on = self.tr("Inget har skickats. Lägg dem åt sidan med F4.")
            notices.append(Notice("warning", text.format(n=state.unsaved), go_on))
        for message, places in state.pile.messages.items():
            notices.append(Notice("info", pile.to_read(self._words, places), quote=region_quote(message)))
        self._notices.show_parts(*notices)

    def _stands(self, state: Working, form: PaperForm) -> str:
        """How a form went here; and since then, where somebody goes on with its case."""
        told, since = pile.stage(self._words, form), state.since.get(form.number)
        if since is None:
            return told
        if since.claim is not None:
            return f"{told}. {cases.claimed(self._words, since.claim, today())}"
        return told if since.state in (State.COMPLETE, State.WAITING) else f"{told} → {cases.state(self._words, since)}"

    def _show_top(self, state: Working) -> None:
        """With nobody to compare the paper with there is nothing to approve."""
        self._top.show_form(state.pile.current, self._desk.masked)
        if self._top.instead:
            self._send.block(self._top.instead)
        else:
            self._send.unblock()
        self._send.set_look("secondary" if self._top.instead else "primary")
        self._aside.set_look("primary" if self._top.is_hidden else "secondary")

    def _counts(self, state: Working) -> str:
        counts = [(kind, state.pile.count(kind)) for kind in Stage]
        told = [f"{pile.stage_name(self._words, kind)}: {n}" for kind, n in counts if n]
        return "  ·  ".join(told) or self.tr("Inga blanketter än.")

    def _scan_fault(self, state: Working) -> str:
        if state.fault is not None:
            return persons.number_fault(self._words, state.fault).heading
        return self.tr("Redan inläst som nr {n}.").format(n=state.twice) if state.twice else ""

    def _date_fault(self, fault: DateFault | None) -> str:
        if fault is None:
            return ""
        if fault is DateFault.NOT_YET:
            return self.tr("Datumet har inte varit än.")
        return self.tr("Skriv datumet med fyra siffror: månad och dag.")

    def _summary(self, state: Working) -> PileSummary:
        typed = self._counted.text().strip()
        return PileSummary(state.pile, today(), int(typed) if typed.isdecimal() else None)

    def _begin_work(self) -> None:
        if self._terms is None or not self._terms.flush():
            return
        self._model.begin()
        if isinstance(state := self._model.state, Working):
            self._date.set_text(state.day.text)
        self._to(self._number)

    def _scan(self, text: str) -> None:
        self._number.set_text("")
        self._model.scan(text)
        state = self._model.state
        if isinstance(state, Working) and state.fault is None and not state.twice:
            self._to(self._date)

    def _approve(self) -> None:
        if typed := self._date.text().strip():  # Empty after a scan that landed here: the same date again.
            self._model.signed(typed)
        approved, state = self._model.approve(), self._model.state
        if isinstance(state, Working):
            self._date.set_text(state.day.text)
        if approved:
            self._to(self._number)
        else:
            self._to(self._date)

    def _put_aside(self) -> None:
        if self._model.put_aside():
            self._to(self._number)

    def _finish_and_print(self) -> None:
        state = self._model.state
        if isinstance(state, Working) and state.is_finished:
            self._desk.papers.print_pile(self._summary(state))
            return
        self._prints = True
        self._model.finish()

    def _to(self, field: TextField) -> None:
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.selectAll()
