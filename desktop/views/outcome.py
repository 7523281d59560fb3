"""The outcome: what is known, what to say aloud, and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.domain.outcome import Confirmed, NotSent, Outcome, Queued, Receipt, Received, Refused, Unclear
from desktop.domain.registration import Registration
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import outcomes, persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.views.content import Content
from desktop.views.parts import Card, KeyButton, Notice, NoticeKind, Page, Skeleton, Text
from desktop.views.person import PersonBand, unnamed
from desktop.views.wording import region_quote


class OutcomePage(Page):
    """Renders OutcomeViewModel."""

    def __init__(
        self, desk: DeskViewModel, model: OutcomeViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Så gick det"), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        self.pin(PersonBand(desk, words, model.state.order.citizen))
        self._told = Content()
        self._waiting = Skeleton(self.tr("Läser vad regionen visar …"), lines=2)
        self._waiting.hide()
        self.add(self._told)
        self.add(self._waiting)
        self._next = KeyButton(self.tr("Nästa invånare"), icon="arrow-right", look="primary", on_click=desk.new_citizen)
        self._receipt = KeyButton(self.tr("Kvitto"), key="Ctrl+P", icon="printer", on_click=self._print_receipt)
        self._again = KeyButton(self.tr("Kontrollera igen"), key="F5", icon="refresh-cw", on_click=model.check_again)
        to_overview = KeyButton(self.tr("Till översikten"), key="Esc", icon="arrow-left", on_click=desk.to_overview)
        self.add_actions(self._next, self._receipt, self._again, to_overview)
        self.first = self._next
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        told = outcomes.tell(self._words, state.outcome, self._named(state.order))
        siblings = [outcomes.tell(self._words, sent.outcome, self._named(one)) for one, sent in self._model.siblings]
        unread = any(each.must_read for each in (told, *siblings)) and not state.message_read
        read = KeyButton(self.tr("Jag har läst"), icon="check", look="primary", on_click=self._model.read_message)
        read.setObjectName("read")
        notice = Notice(
            _kind(state.outcome), told.heading, told.text, region_quote(told.quote), [read] if unread else []
        )
        self._told.show_parts(notice, self._steps(told, state.case_number), *self._siblings(siblings))
        self._again.setVisible(self._model.can_check_again and not state.checking)
        self._receipt.setVisible(isinstance(state.outcome, Confirmed | Queued | Received))
        if unread:
            self._next.block(self.tr("Läs regionens meddelande först."))
            self.first = read
        else:
            self._next.unblock()
            self.first = self._next
        if self.isVisible():
            self.focus_first()
        if state.checking:
            self._waiting.start()
        else:
            self._waiting.stop()

    def _named(self, order: Registration) -> Registration:
        """The order as it may be shown to those who can see the screen."""
        return replace(order, citizen=unnamed(order.citizen)) if self._desk.masked else order

    def _siblings(self, told: list[outcomes.Told]) -> Iterator[Notice]:
        """Each sibling's own outcome; what is not settled is found among the cases."""
        for (order, sent), said in zip(self._model.siblings, told, strict=True):
            heading = self.tr("Syskon: {name}. {outcome}").format(
                name=persons.called(self._words, self._named(order).citizen), outcome=said.heading
            )
            case = self.tr("Ärende {number}.").format(number=sent.case_number) if sent.case_number else ""
            yield Notice(_kind(sent.outcome), heading, f"{said.text} {case}".strip(), region_quote(said.quote))

    def _steps(self, told: outcomes.Told, case_number: str) -> Card:
        card = Card(self.tr("Säg till invånaren"), icon="message-square-quote")
        if told.say:
            card.add(Text(f"”{told.say}”", "lead"))
        if told.next_step:
            card.row(self.tr("Nästa steg"), told.next_step)
        if case_number:
            card.row(self.tr("Ärende"), case_number, number=True)
        if told.reference:
            card.row(self.tr("Regionens referens"), told.reference)
        return card

    def _print_receipt(self) -> None:
        state = self._model.state
        self._desk.print_receipt(Receipt(state.case_number, state.order, state.outcome, state.previous, today()))


def _kind(outcome: Outcome) -> NoticeKind:
    match outcome:
        case Confirmed():
            return "ok"
        case Queued():
            return "queue"
        case Received():
            return "info"
        case Refused() | NotSent():
            return "error"
        case Unclear():
            return "unclear"
        case _:
            return "warning"
