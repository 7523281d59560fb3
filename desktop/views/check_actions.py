"""The check's buttons: what sends, what helps instead where something stands in the way, and which of them is first."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.agreement import EvidenceKind
from desktop.domain.problems import Kind
from desktop.domain.reasons import Why
from desktop.domain.registration import Intent
from desktop.runtime.language import Language
from desktop.texts import intents
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import NOTHING_TO_SIGN, CheckState, Preparing, Ready, Unprepared, form_helps
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.repeats import CHECK
from desktop.views.parts import KeyButton
from desktop.views.reveal_reason import RevealKey

_QUEUE_HELPS = frozenset({Why.FULL_WITH_QUEUE, Why.QUEUE_UNKNOWN})


class CheckActions(QObject):
    """Owns the buttons at the foot of the check; `show_state` says which there are, and which is the primary one."""

    def __init__(self, desk: DeskViewModel, model: CheckViewModel, words: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model, self._words = desk, model, words
        choosing = desk.choosing
        self.send = KeyButton(self.tr("Registrera"), key="Ctrl+Enter", icon="send", look="primary")
        self.send.setObjectName("send")
        self.queue = KeyButton(
            self.tr("Lista eller ställ i kö"), key="Ctrl+J", icon="list-ordered", on_click=self._ask_for_queue
        )
        self.leave = KeyButton(self.tr("Lämna kön"), icon="list-x", on_click=self._leave_queue)
        self.leave.setObjectName("leave")
        self.doctor = KeyButton(
            self.tr("Välj läkarkontakt"),
            key="Ctrl+D",
            icon="stethoscope",
            on_click=self._choose_doctor,
            folds_words=True,
        )
        self.form = KeyButton(
            self.tr("Skriv ut blankett"), key="Ctrl+P", icon="printer", on_click=self._print_form, folds_words=True
        )
        self.form.setObjectName("form")
        self.lacking = KeyButton(
            self.tr("Komplettera …"),
            key="Ctrl+Shift+K",
            icon="circle-help",
            on_click=self._note_lacks,
        )
        self.choose = KeyButton(
            self.tr("Välj mottagning"), key="Ctrl+B", icon="building-2", on_click=lambda: choosing.choose_facility()
        )
        self.choose.setObjectName("choose")
        self.again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._ask_again)
        self.reveal = RevealKey(desk)
        self.back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back, folds_words=True)
        self.back.setObjectName("back")
        self.all = (
            self.send,
            self.queue,
            self.leave,
            self.form,
            self.lacking,
            self.doctor,
            self.choose,
            self.again,
            self.reveal,
            self.back,
        )

    def show_state(self, state: CheckState) -> None:
        """Show what can be done now."""
        for button in self.all:
            button.setVisible(button is self.back)
            button.set_look("secondary")
        self.reveal.setVisible(not self._desk.revealed)
        if isinstance(state, Ready):
            self._show(state)
        elif isinstance(state, Preparing):
            self.send.setVisible(True)
            self.send.block(self.tr("Vänta på svaret från regionen."))
        else:
            self.again.setVisible(True)
            first = self.instead(state)
            first.setVisible(True)
            first.set_look("primary")

    def instead(self, state: Unprepared) -> KeyButton:
        """What helps where no check could be made: another care centre, or the form with what is known."""
        return self.choose if state.problem.kind is Kind.NOT_OFFERED else self.form

    def remedy(self, state: Ready) -> KeyButton:
        """What helps instead of registering."""
        stops = {why for why in state.verdict.reasons if why.level is state.verdict.level}
        if Why.QUEUE_UNKNOWN in stops:
            return self.queue
        if Why.WOULD_LEAVE_QUEUE in stops:
            return self.leave
        return self.back if stops & NOTHING_TO_SIGN else self.form

    def _show(self, state: Ready) -> None:
        choice, reasons = state.choice, set(state.verdict.reasons)
        leaving = state.verdict.leaving if self._desk.revealed else None
        self.send.unblock()
        self.send.setText(intents.register(self._words, choice, leaving))
        if not self._desk.may_register:
            self.send.block(self.tr("Din roll läser och skriver ut, men registrerar inte. Be en kollega som får."))
        self.send.setEnabled(not state.sending)
        self.send.setVisible(not state.is_stopped)
        if state.sending:
            return
        is_list = choice.intent is Intent.LIST
        self.queue.setVisible(is_list and bool(_QUEUE_HELPS & reasons))
        self.leave.setVisible(Why.WOULD_LEAVE_QUEUE in reasons)
        self.again.setVisible(Why.NOT_READ in reasons)
        may_choose = is_list and choice.facility.supports_doctor_choice is not False
        self.doctor.setVisible(may_choose and not self._model.is_final(state))
        self.form.setVisible(form_helps(state.verdict))
        on_form = state.basis.kind is EvidenceKind.FORM
        self.lacking.setVisible(self._desk.may_register and on_form and form_helps(state.verdict))
        registers = self._desk.may_register and self._desk.standing.hindrance is None
        first = self.remedy(state) if state.is_stopped else self.send if registers else self.form
        first.set_look("primary")

    def _note_lacks(self) -> None:
        self._desk.papers.note_what_is_lacking(self._model)

    def _ask_again(self) -> None:
        self._desk.repeats.again(CHECK, self._model.prepare)

    def _ask_for_queue(self) -> None:
        if isinstance(state := self._model.state, Ready):
            self._desk.choosing.ask_for(Intent.JOIN_QUEUE, state.choice)

    def _leave_queue(self) -> None:
        if not isinstance(state := self._model.state, Ready):
            return
        county, centre = state.choice.county, state.choice.facility.hsa_id
        reading = state.overview.answered(county)
        place = next((one for one in reading.queue_places if one.is_at(centre)), None) if reading else None
        if place is not None:
            self._desk.choosing.leave_queue(county, place)

    def _choose_doctor(self) -> None:
        if isinstance(state := self._model.state, Ready):
            self._desk.choosing.choose_doctor_along(state.choice)

    def _print_form(self) -> None:
        if isinstance(state := self._model.state, Ready | Unprepared):
            self._desk.papers.print_form(state.choice if isinstance(state, Ready) else state.wish.as_known)
