"""Kontroll före registrering: what would happen, who chooses, on what evidence, and what the citizen has said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.agreement import EvidenceKind
from desktop.domain.registration import Choice, Consent, Intent
from desktop.domain.verdict import Level, Verdict, Why
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import consents, intents, listings, persons, verdicts
from desktop.texts.consents import ConsentText
from desktop.viewmodels.check import CheckViewModel, Missing, Preparing, Ready, Unprepared
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.content import Content
from desktop.views.parts import (
    Card,
    Columns,
    KeyButton,
    Notice,
    NoticeKind,
    OptionGroup,
    Page,
    Skeleton,
    Text,
    TextField,
    TickRow,
)
from desktop.views.person import PersonBand
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
        self._ticks: dict[Consent, TickRow] = {}
        self._guardian: TextField | None = None
        self._verdict, self._order = Content(), Content()
        self._waiting = Skeleton(self.tr("Frågar regionen om mottagningen …"), lines=5)
        self.add(self._waiting)
        self.add(Columns(self._verdict, self._order))
        self._send = KeyButton(
            self.tr("Registrera"), key="Ctrl+Enter", icon="send", look="primary", on_click=model.register
        )
        self._queue = KeyButton(
            self.tr("Lista eller ställ i kö"), key="Ctrl+K", icon="list-ordered", on_click=self._ask_for_queue
        )
        self._form = KeyButton(self.tr("Skriv ut blankett"), key="Ctrl+P", icon="printer", on_click=self._print_form)
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back)
        self.add_actions(self._send, self._queue, self._form, back)
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        for button in (self._send, self._queue, self._form):
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
        if state.choice is not self._built_for or state.picture_changed:
            self._built_for = state.choice
            self._order.show_parts(*self._build(state))
            self._put_focus(state)
        for consent, tick in self._ticks.items():
            tick.setChecked(consent in state.ticked)
            tick.setEnabled(not state.sending)
        if self._guardian is not None:
            fault = state.guardian_fault
            self._guardian.set_error(persons.number_fault(self._words, fault).heading if fault else "")
        self._verdict.show_parts(*self._judged(state))
        self._label_buttons(state)
        if state.missing:
            self._go_to(state.missing[0])

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
        said = verdicts.describe(
            self._words,
            self._shown(state),
            state.overview,
            state.choice,
            state.evidence.kind,
            self._desk.profile.rules,
        )
        reasons = "\n".join(f"{reason.text} {reason.remedy}".strip() for reason in said.reasons)
        yield Notice(_KINDS[state.verdict.level], said.heading, reasons)
        if state.missing:
            yield Notice(
                "warning",
                self.tr("Det här saknas innan det går att registrera"),
                "\n".join(self._missing(one) for one in state.missing),
            )
        yield self._review(state)
        if said.losses:
            yield _losses(self.tr("Säg till invånaren"), said.losses)

    def _build(self, state: Ready) -> Iterator[QWidget]:
        yield self._basis(state)
        yield self._consents(state)

    def _review(self, state: Ready) -> Card:
        choice, words, leaving = state.choice, self._words, self._shown(state).leaving
        card = Card(self.tr("Det här registreras"), icon="file-text")
        card.row(self.tr("Det som görs"), intents.review(words, choice.intent, leaving))
        card.row(self.tr("Mottagning"), intents.from_to(choice, leaving))
        card.row(self.tr("Kö enligt regionen"), listings.queue_column(words, choice.facility))
        card.row(self.tr("Typ"), listings.type_name(words, choice.listing_type))
        if choice.doctor is not None:
            card.row(listings.doctor_label(words, choice.doctor), listings.doctor_name(words, choice.doctor))
        return card

    def _shown(self, state: Ready) -> Verdict:
        """A protected person's present care centre stays unsaid until it has been revealed."""
        return state.verdict if self._desk.revealed else replace(state.verdict, leaving=None)

    def _basis(self, state: Ready) -> Card:
        card = Card(self.tr("Vem väljer, på vilket underlag?"), icon="signature")
        self._guardian = None
        if state.overview.citizen.age(today()) < 18:
            self._guardian = TextField(
                self.tr("&Vårdnadshavarens personnummer"),
                self.tr("Lämna tomt om barnet självt väljer."),
                self.tr("ÅÅÅÅMMDD-NNNN"),
                digits=True,
            )
            self._guardian.set_text(state.guardian_text)
            self._guardian.edit.setObjectName("guardian")
            self._guardian.edit.editingFinished.connect(self._name_guardian)
            card.add(self._guardian)
        kinds = ((EvidenceKind.FORM, self.tr("&Blankett")), (EvidenceKind.PHONE, self.tr("Tele&fon")))
        kind = OptionGroup(self.tr("Underlag"), kinds, state.evidence.kind)
        kind.chosen.connect(self._use_evidence)
        card.add(kind)
        dated = TextField(
            self.tr("&Datum"), self.tr("Blankettens underskrift, eller samtalet."), "ÅÅÅÅ-MM-DD", digits=True
        )
        dated.set_text(state.evidence.dated.isoformat())
        dated.edit.editingFinished.connect(lambda: self._use_date(dated))
        card.add(dated)
        return card

    def _consents(self, state: Ready) -> Card:
        card = Card(self.tr("Invånarens besked"), icon="message-square-quote")
        self._ticks = {}
        citizen = state.overview.citizen
        texts = consents.consent_texts(
            self._words, state.choice, state.evidence.kind, citizen.home_county, self._model.present
        )
        for text in texts:
            if text.read_aloud:
                card.add(Text(text.heading, "strong"))
                card.add(Text(f"”{text.read_aloud}”"))
            card.add(self._tick(text))
            if text.read_aloud and text.is_draft:
                card.add(Text(consents.draft_note(self._words), "caption"))
        return card

    def _tick(self, text: ConsentText) -> TickRow:
        tick = TickRow(text.tick, framed=True)
        tick.setObjectName(text.consent.name)
        tick.toggled.connect(lambda ticked: self._model.tick(text.consent, ticked))
        self._ticks[text.consent] = tick
        return tick

    def _put_focus(self, state: Ready) -> None:
        first: QWidget | None = self._ticks.get(Consent.APPROVED)
        if self._guardian is not None and Why.GUARDIAN_NEEDED in state.verdict.reasons:
            first = self._guardian.edit
        self.first = first
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label_buttons(self, state: Ready) -> None:
        self._send.setText(intents.register(self._words, state.choice, state.verdict.leaving))
        self._send.setEnabled(not state.sending)
        helps = state.choice.intent is Intent.LIST and bool(_QUEUE_HELPS & set(state.verdict.reasons))
        self._queue.setVisible(helps and not state.sending)
        self._form.setVisible(not state.sending)

    def _missing(self, one: Missing) -> str:
        match one:
            case Missing.GUARDIAN:
                return self.tr("Vårdnadshavarens personnummer stämmer inte.")
            case Missing.VERDICT:
                return self.tr("Kontrollen ovan säger nej. Läs vad som går att göra i stället.")
            case _:
                return self._ticks[Consent(one.value)].text().replace("&", "")

    def _go_to(self, one: Missing) -> None:
        if one is Missing.GUARDIAN and self._guardian is not None:
            self._guardian.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif one is not Missing.VERDICT and one is not Missing.GUARDIAN:
            self._ticks[Consent(one.value)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_guardian(self) -> None:
        if self._guardian is not None:
            self._model.name_guardian(self._guardian.text())

    def _use_evidence(self, kind: object) -> None:
        state = self._model.state
        if isinstance(state, Ready) and isinstance(kind, EvidenceKind):
            self._model.use_evidence(kind, state.evidence.dated)
            self._rebuild()

    def _use_date(self, field: TextField) -> None:
        state = self._model.state
        try:
            dated = date.fromisoformat(field.text().strip())
        except ValueError:
            field.set_error(self.tr("Skriv datumet som år, månad, dag: 2026-11-23."))
            return
        if dated > today():
            field.set_error(self.tr("Datumet har inte varit än."))
        elif isinstance(state, Ready) and dated != state.evidence.dated:
            field.set_error("")
            self._model.use_evidence(state.evidence.kind, dated)

    def _rebuild(self) -> None:
        self._built_for = None
        self._render()

    def _ask_for_queue(self) -> None:
        state = self._model.state
        if isinstance(state, Ready):
            self._desk.ask_for(Intent.JOIN_QUEUE, state.choice)

    def _print_form(self) -> None:
        state = self._model.state
        if isinstance(state, Ready):
            self._desk.print_form(state.choice)


def _losses(heading: str, lines: tuple[str, ...]) -> Card:
    card = Card(heading, icon="message-square-quote")
    for line in lines:
        card.add(Text(line))
    return card
