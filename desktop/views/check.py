"""Kontroll före registrering: what would happen, who chooses, on what evidence, and what the citizen has said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.listing import Overview
from desktop.domain.reasons import Level, Why
from desktop.domain.registration import Choice, Consent
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import intents, verdicts
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Missing, Preparing, Ready, Unprepared
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.approvals import ApprovalsCard
from desktop.views.basis import BasisCard
from desktop.views.check_actions import CheckActions
from desktop.views.content import Content
from desktop.views.look.tokens import WIDE, L
from desktop.views.parts import Card, Columns, Notice, NoticeKind, Page, Skeleton, Text, announce
from desktop.views.person import PersonBand, unnamed
from desktop.views.review import review
from desktop.views.wording import problem_notice

_KINDS: dict[Level, NoticeKind] = {
    Level.CLEAR: "ok",
    Level.UNCERTAIN: "warning",
    Level.NEEDS: "info",
    Level.NOT_POSSIBLE: "error",
}

_ROOM_BESIDE = 800
"""Where what the citizen says has room beside the evidence, at 100 %."""


class CheckPage(Page):
    """Renders CheckViewModel. The controls are built once for a choice; the verdict is said anew at every change."""

    def __init__(
        self, desk: DeskViewModel, model: CheckViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Kontroll före registrering"), parent=parent, measure=WIDE)
        self._desk, self._model, self._words = desk, model, words
        self._person: PersonBand | None = None
        if desk.overview is not None:
            self._person = PersonBand(desk, words, desk.overview.state.citizen)
            self.pin(self._person)
        self._built_for: Choice | None = None
        self._basis: BasisCard | None = None
        self._approvals: ApprovalsCard | None = None
        self._verdict, self._order = Content(), Content()
        self.reads = self._verdict
        self._waiting = Skeleton(self.tr("Frågar regionen om mottagningen …"), lines=5)
        self.add(self._waiting)
        self.add(Columns(self._verdict, self._order, weights=(3, 4)))
        self._buttons = CheckActions(desk, model, words, self)
        self._buttons.send.clicked.connect(lambda: self._model.register())
        self.add_actions(*self._buttons.all)
        self._early = QShortcut(QKeySequence("Space"), self, self._tick_when_ready)
        self._early.setAutoRepeat(False)
        self._refusal = QShortcut(self)
        self._refusal.activated.connect(self._refuse)
        self._refusal.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._tick_early = self._waits = False
        self._told = ("", "")
        self._lacked: tuple[Missing, ...] = ()
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        desk.standing_changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        self._early.setEnabled(isinstance(state, Preparing))
        self._refusal.setEnabled(isinstance(state, Ready) and state.is_stopped)
        self._buttons.show_state(state)
        match state:
            case Preparing():
                self._waiting.start()
                self._built_for = None
                self._told = ("", "")
                self._verdict.show_parts()
                self._order.show_parts()
            case Unprepared(problem=problem):
                self._verdict.show_parts(problem_notice(self._words, problem))
                self.first = self._buttons.instead(state)
            case Ready():
                self._show(state)
        waits = isinstance(state, Preparing) or (isinstance(state, Ready) and state.sending)
        self.wait_at_heading(waits)
        if self.isVisible() and (waits or not isinstance(state, Ready)):
            self.focus_first()
        elif isinstance(state, Ready) and self._waits:
            self._put_focus(state)
        self._waits = waits

    def _show(self, state: Ready) -> None:
        fresh = self._basis is None or self._approvals is None or state.choice is not self._built_for
        if fresh:
            self._built_for = state.choice
            centres = tuple(centre.name for centre in self._desk.profile.desk.centres)
            self._basis = BasisCard(self._model, self._words, centres, state)
            self._basis.done.connect(self._on_to_ticks)
            self._basis.unfolded.connect(self.reveal)
            self._approvals = ApprovalsCard(self._model, self._words)
            parts = (self._approvals, self._basis)
            in_order = reversed(parts) if self._basis.guardian is not None else parts
            self._order.show_parts(Columns(*in_order, stack_below=_ROOM_BESIDE, gap=L))
        self._show_order(state)
        leaving = state.verdict.leaving if self._desk.revealed else None
        if self._person is not None:
            self._person.show_matter("" if state.is_stopped else intents.brief(self._words, state.choice, leaving))
        self._verdict.show_parts(*self._judged(state))
        if state.sending or state.missing:
            self.reveal(self._verdict)
        if fresh:
            self._put_focus(state)
            self._tick_what_was_pressed(state)
        if state.missing:
            self._go_to(state.missing)

    def _refuse(self) -> None:
        """Ctrl+Enter where nothing can be sent: it does not press the button that has the focus either."""
        announce(self, self.tr("Kontrollen ovan säger nej. Läs vad som går att göra i stället."), assertive=True)

    def _tick_when_ready(self) -> None:
        """Space before the tick is there: it is ticked once the check is, unless there is a warning to read first."""
        self._tick_early = True

    def _tick_what_was_pressed(self, state: Ready) -> None:
        early, self._tick_early = self._tick_early, False
        if early and state.verdict.level is Level.CLEAR:
            self._model.tick(Consent.APPROVED, True)

    def _show_order(self, state: Ready) -> None:
        if self._basis is None or self._approvals is None:
            return
        focused = QApplication.focusWidget()
        was_ticking = focused is not None and self._approvals.isAncestorOf(focused)
        self._basis.show_state(state)
        self._approvals.show_state(state, self._desk.revealed)
        self._basis.setVisible(not self._model.is_final(state))
        self._approvals.setVisible(not state.is_stopped)
        if was_ticking and state.is_stopped:
            self._buttons.remedy(state).setFocus(Qt.FocusReason.OtherFocusReason)
        others = bool(state.basis.guardian.text or state.basis.representative or state.siblings)
        hidden = others and self._desk.masked  # A guardian, siblings: nobody else reads who.
        empty = state.is_stopped and self._model.is_final(state)
        self._order.setVisible(not hidden and not empty)

    def _overview(self, state: Ready) -> Overview:
        """What is said of: while the screen is masked, somebody without a name."""
        if not self._desk.masked:
            return state.overview
        return replace(state.overview, citizen=unnamed(state.overview.citizen))

    def _judged(self, state: Ready) -> Iterator[QWidget]:
        if state.sending:
            waiting = Skeleton(self.tr("Registreringen pågår. Vänta på svaret."), lines=2, words_ms=400)
            waiting.start()
            yield waiting
            yield review(self._desk, self._words, state, state.verdict.leaving if self._desk.revealed else None)
            return
        if state.picture_changed:
            yield Notice(
                "warning",
                self.tr("Regionen visar nu något annat än nyss."),
                self.tr("Inget har skickats. Gå igenom kontrollen igen."),
            )
        said = verdicts.describe(
            self._words,
            state.verdict,
            self._overview(state),
            state.choice,
            state.basis.kind,
            self._desk.profile.rules,
            to_citizen=self._is_spoken_to(state),
            hidden=not self._desk.revealed,
        )
        hindered = self._desk.standing.hindrance is not None and not state.is_stopped
        if hindered:
            form = self.tr("Skriv ut blanketten. Raden längst ned säger varför.")
            yield Notice("warning", self.tr("Just nu går det inte att registrera"), form)
        if not (state.missing or hindered) or state.verdict.level is not Level.CLEAR:
            reasons = "\n".join(f"{reason.text} {reason.remedy}".strip() for reason in said.reasons)
            told = said.heading, reasons
            yield Notice(self._kind(state), *told, aloud=told != self._told)
            self._told = told
        if state.missing:
            lines = dict.fromkeys(self._missing(one, state) for one in state.missing)
            heading, is_news = self.tr("Det här saknas innan det går att registrera"), state.missing is not self._lacked
            yield Notice("warning", heading, "\n".join(lines), aloud=is_news)
            self._lacked = state.missing  # Each refused press has an answer of its own, in the same words or not.
        yield review(self._desk, self._words, state, state.verdict.leaving if self._desk.revealed else None)
        if said.losses and not state.is_stopped:
            to_citizen, to_chooser = self.tr("Säg till invånaren"), self.tr("Säg till den som väljer")
            card = Card(to_citizen if self._is_spoken_to(state) else to_chooser, icon="message-square-quote")
            for line in said.losses:
                card.add(Text(f"”{line}”"))
            yield card

    def _kind(self, state: Ready) -> NoticeKind:
        """Who is listed there already needs nothing, which is no error."""
        stops = {why for why in state.verdict.reasons if why.level is state.verdict.level}
        return "info" if stops == {Why.ALREADY_LISTED} and self._desk.revealed else _KINDS[state.verdict.level]

    def _is_spoken_to(self, state: Ready) -> bool:
        """The citizen is who listens; of a child, or with somebody else choosing, it is said by name."""
        age = state.overview.citizen.age(today())
        return state.basis.chooser.is_citizen and age >= self._desk.profile.rules.chooses_from

    def _put_focus(self, state: Ready) -> None:
        first: QWidget | None = self._approvals.first if self._approvals is not None else None
        if state.is_stopped:
            first = self._buttons.remedy(state)
        elif self._basis is not None and Why.GUARDIAN_NEEDED in state.verdict.reasons:
            first = self._basis.guardian
        self.first = first
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.read_now()

    def _on_to_ticks(self) -> None:
        if self._approvals is not None:
            self._approvals.go_to(None)

    def _missing(self, one: Missing, state: Ready) -> str:
        match one:
            case Missing.GUARDIAN:
                if state.basis.guardian.fault is None and not state.basis.guardian.text.strip():
                    return self.tr("Ange vårdnadshavarens personnummer.")
                return self.tr("Vårdnadshavarens personnummer stämmer inte.")
            case Missing.REPRESENTATIVE:
                return self.tr("Företrädarens personnummer stämmer inte.")
            case Missing.DATE:
                return self.tr("Ett datum stämmer inte.")
            case Missing.SIBLING_NUMBER:
                return self.tr("Ett syskons personnummer stämmer inte.")
            case Missing.ANSWER:
                return self.tr("Svaret har inte kommit än. Inget har skickats. Tryck igen när det har kommit.")
            case Missing.SIBLING:
                return self.tr("Ett syskon slås fortfarande upp.")
            case Missing.VERDICT:
                return self.tr("Kontrollen ovan säger nej. Läs vad som går att göra i stället.")
            case _:
                tick = self._approvals.words_of(Consent(one.value)) if self._approvals is not None else ""
                if not tick:
                    return self.tr("Samtycket nämner regioner som är dolda. Visa dem med F6 och läs upp det.")
                return self.tr("Kryssa i ”{what}”").format(what=tick)

    def _go_to(self, missing: tuple[Missing, ...]) -> None:
        if self._basis is None or self._approvals is None:
            return
        for one in missing:
            if self._basis.go_to(one) or (isinstance(one.value, Consent) and self._approvals.go_to(one.value)):
                return
