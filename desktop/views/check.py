"""Kontroll före registrering: what would happen, who chooses, on what evidence, and what the citizen has said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.listing import Overview
from desktop.domain.reasons import Level, Why
from desktop.domain.registration import Choice, Consent, Intent
from desktop.domain.verdict import Verdict
from desktop.runtime.language import Language
from desktop.texts import intents, verdicts
from desktop.viewmodels.check import CheckViewModel, Missing, Preparing, Ready, Unprepared
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.approvals import ApprovalsCard
from desktop.views.basis import BasisCard
from desktop.views.content import Content
from desktop.views.parts import Card, Columns, KeyButton, Notice, NoticeKind, Page, Skeleton, Text
from desktop.views.person import PersonBand, unnamed
from desktop.views.review import review
from desktop.views.wording import problem_notice

_KINDS: dict[Level, NoticeKind] = {
    Level.CLEAR: "ok",
    Level.UNCERTAIN: "warning",
    Level.NEEDS: "info",
    Level.NOT_POSSIBLE: "error",
}
_QUEUE_HELPS = frozenset({Why.FULL_WITH_QUEUE, Why.QUEUE_UNKNOWN})


class CheckPage(Page):
    """Renders CheckViewModel. The controls are built once for a choice; the verdict is said anew at every change."""

    def __init__(
        self, desk: DeskViewModel, model: CheckViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Kontroll före registrering"), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        if desk.overview is not None:
            self.pin(PersonBand(desk, words, desk.overview.state.citizen))
        self._built_for: Choice | None = None
        self._basis: BasisCard | None = None
        self._approvals: ApprovalsCard | None = None
        self._verdict, self._order = Content(), Content()
        self._waiting = Skeleton(self.tr("Frågar regionen om mottagningen …"), lines=5)
        self.add(self._waiting)
        self.add(Columns(self._verdict, self._order))
        self._make_buttons()
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _make_buttons(self) -> None:
        self._send = KeyButton(
            self.tr("Registrera"), key="Ctrl+Enter", icon="send", look="primary", on_click=self._register
        )
        self._queue = KeyButton(
            self.tr("Lista eller ställ i kö"), key="Ctrl+J", icon="list-ordered", on_click=self._ask_for_queue
        )
        self._doctor = KeyButton(
            self.tr("Välj läkarkontakt"), key="Ctrl+D", icon="stethoscope", on_click=self._choose_doctor
        )
        self._form = KeyButton(self.tr("Skriv ut blankett"), key="Ctrl+P", icon="printer", on_click=self._print_form)
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=self._desk.back)
        self.add_actions(self._send, self._queue, self._doctor, self._form, back)

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        for button in (self._send, self._queue, self._doctor, self._form):
            button.setVisible(isinstance(state, Ready))
        match state:
            case Preparing():
                self._waiting.start()
                self._built_for = None
                self._verdict.show_parts()
                self._order.show_parts()
            case Unprepared(problem=problem):
                again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._model.prepare)
                self._verdict.show_parts(problem_notice(self._words, problem, buttons=[again]))
            case Ready():
                self._show(state)

    def _show(self, state: Ready) -> None:
        if self._basis is None or self._approvals is None or state.choice is not self._built_for:
            self._built_for = state.choice
            centres = tuple(centre.name for centre in self._desk.profile.desk.centres)
            self._basis = BasisCard(self._model, self._words, centres, state)
            self._basis.done.connect(self._on_to_ticks)
            self._approvals = ApprovalsCard(self._model, self._words)
            self._order.show_parts(self._basis, self._approvals)
            self._show_order(state)
            self._put_focus(state)
        else:
            self._show_order(state)
        self._verdict.show_parts(*self._judged(state))
        self._label_buttons(state)
        if state.missing:
            self._go_to(state.missing[0])

    def _show_order(self, state: Ready) -> None:
        if self._basis is not None and self._approvals is not None:
            self._basis.show_state(state)
            self._approvals.show_state(state)
        others = bool(state.basis.guardian.text or state.basis.representative or state.siblings)
        self._order.setVisible(not (others and self._desk.masked))  # A guardian, siblings: nobody else reads who.

    def _overview(self, state: Ready) -> Overview:
        """What is said of: while the screen is masked, somebody without a name."""
        if not self._desk.masked:
            return state.overview
        return replace(state.overview, citizen=unnamed(state.overview.citizen))

    def _judged(self, state: Ready) -> Iterator[QWidget]:
        if state.sending:
            waiting = Skeleton(self.tr("Regionen registrerar. Vänta på svaret."), lines=2, words_ms=400)
            waiting.start()
            yield waiting
            return
        if state.picture_changed:
            yield Notice(
                "warning",
                self.tr("Regionen visar nu något annat än nyss."),
                self.tr("Inget har skickats. Gå igenom kontrollen igen."),
            )
        shown = self._shown(state)
        said = verdicts.describe(
            self._words, shown, self._overview(state), state.choice, state.basis.kind, self._desk.profile.rules
        )
        reasons = "\n".join(f"{reason.text} {reason.remedy}".strip() for reason in said.reasons)
        yield Notice(_KINDS[state.verdict.level], said.heading, reasons)
        if state.missing:
            yield Notice(
                "warning",
                self.tr("Det här saknas innan det går att registrera"),
                "\n".join(self._missing(one) for one in state.missing),
            )
        yield review(self._desk, self._words, state, shown.leaving)
        if said.losses:
            yield _losses(self.tr("Säg till invånaren"), said.losses)

    def _shown(self, state: Ready) -> Verdict:
        """A protected person's present care centre stays unsaid until it has been revealed."""
        return state.verdict if self._desk.revealed else replace(state.verdict, leaving=None)

    def _put_focus(self, state: Ready) -> None:
        first = self._approvals.first if self._approvals is not None else None
        if self._basis is not None and Why.GUARDIAN_NEEDED in state.verdict.reasons:
            first = self._basis.guardian
        self.first = first
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_to_ticks(self) -> None:
        if self._approvals is not None:
            self._approvals.go_to(None)

    def _label_buttons(self, state: Ready) -> None:
        choice = state.choice
        self._send.setText(intents.register(self._words, choice, state.verdict.leaving))
        self._send.setEnabled(not state.sending)
        is_list = choice.intent is Intent.LIST
        helps = is_list and bool(_QUEUE_HELPS & set(state.verdict.reasons))
        self._queue.setVisible(helps and not state.sending)
        may_choose = is_list and choice.facility.supports_doctor_choice is not False
        self._doctor.setVisible(may_choose and not state.sending)
        self._form.setVisible(not state.sending)

    def _missing(self, one: Missing) -> str:
        match one:
            case Missing.GUARDIAN:
                return self.tr("Vårdnadshavarens personnummer stämmer inte.")
            case Missing.REPRESENTATIVE:
                return self.tr("Företrädarens personnummer stämmer inte.")
            case Missing.DATE:
                return self.tr("Ett datum stämmer inte.")
            case Missing.SIBLING:
                return self.tr("Ett syskon slås fortfarande upp.")
            case Missing.VERDICT:
                return self.tr("Kontrollen ovan säger nej. Läs vad som går att göra i stället.")
            case _:
                return self._approvals.words_of(Consent(one.value)) if self._approvals is not None else ""

    def _go_to(self, one: Missing) -> None:
        if self._basis is None or self._approvals is None or self._basis.go_to(one):
            return
        if isinstance(one.value, Consent):
            self._approvals.go_to(one.value)

    def _register(self) -> None:
        if self._basis is not None:
            self._basis.flush()
        self._model.register()

    def _ask_for_queue(self) -> None:
        state = self._model.state
        if isinstance(state, Ready):
            self._desk.ask_for(Intent.JOIN_QUEUE, state.choice)

    def _choose_doctor(self) -> None:
        state = self._model.state
        if isinstance(state, Ready):
            self._desk.choose_doctor_along(state.choice)

    def _print_form(self) -> None:
        state = self._model.state
        if isinstance(state, Ready):
            self._desk.print_form(state.choice)


def _losses(heading: str, lines: tuple[str, ...]) -> Card:
    card = Card(heading, icon="message-square-quote")
    for line in lines:
        card.add(Text(line))
    return card
