"""The outcome: what is known, what to say aloud, and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.listing import Listing
from desktop.domain.outcome import Confirmed, NotSent, Outcome, Queued, Receipt, Received, Refused, Unclear
from desktop.domain.registration import Registration
from desktop.domain.registration import Registration
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import outcomes, persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.views.content import Content
from desktop.views.next_steps import next_steps
from desktop.views.parts import Card, KeyButton, Notice, NoticeKind, Page, Skeleton, Text, TextField
from desktop.views.person import PersonBand, unnamed
from desktop.views.wording import region_quote


class OutcomePage(Page):
    """Renders OutcomeViewModel."""

    def __init__(
        self, desk: DeskViewModel, model: OutcomeViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Så gick det"), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        self._wish_shown_for: str | None = None
        self.pin(PersonBand(desk, words, model.state.order.citizen))
        self._told, self._also = Content(), Content()
        self._waiting = Skeleton(self.tr("Läser vad regionen visar …"), lines=2)
        self._waiting.hide()
        self.add(self._told)
        self.add(self._waiting)
        self.add(self._also)
        self._next = KeyButton(self.tr("Nästa invånare"), icon="arrow-right", look="primary", on_click=desk.new_citizen)
        self._receipt = KeyButton(self.tr("Kvitto"), key="Ctrl+P", icon="printer", on_click=self._print_receipt)
        self._again = KeyButton(self.tr("Kontrollera igen"), key="F5", icon="refresh-cw", on_click=model.check_again)
        self._put_right = KeyButton(self.tr("Rättelse"), icon="refresh-cw", look="quiet", on_click=self._correct)
        self.add_actions(self._next, self._receipt, self._again, *self._ways_back(), self._put_right)
        self.first = self._next
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        told = outcomes.tell(self._words, state.outcome, order, self._guardians_way)
        unread = told.must_read and not state.message_read
        read = KeyButton(self.tr("Jag har läst"), icon="check", look="primary", on_click=self._model.read_message)
        read.setObjectName("read")
        steps = [read] if unread else self._ways_on()
        notice = Notice(_kind(state.outcome), told.heading, self._text(told), region_quote(told.quote), steps)
        self._told.show_parts(notice, self._steps(told, state.case_number))
        self._again.setVisible(self._model.can_check_again and not state.checking)
        self._receipt.setVisible(_is_done(state.outcome))
        self._put_right.setVisible(_is_done(state.outcome) and self._shown is not None and self._desk.overview is not None)
        if self._wish_shown_for is None or state.wish_kept:
            self._show_also()
        if unread:
            self._next.block(self.tr("Läs regionens meddelande först."))
            self.first = read
        else:
            self._next.unblock()
            self._next.set_look("secondary" if steps else "primary")
            self.first = steps[0] if steps else self._next
        if self.isVisible() and not self._is_writing():
            self.focus_first()
        if state.checking:
            self._waiting.start()
        else:
            self._waiting.stop()

    def _text(self, told: outcomes.Told) -> str:
        if not self._model.state.repeated:
            return told.text
        again = self.tr("Samma begäran fick nyss det här svaret och har inte skickats igen.")
        return f"{again} {told.text}"

    def _ways_on(self) -> list[KeyButton]:
        state = self._model.state
        return next_steps(self._desk, state.order, state.outcome.code) if isinstance(state.outcome, Refused) else []

    def _ways_back(self) -> list[KeyButton]:
        desk, citizen = self._desk, self._model.state.order.citizen
        if desk.overview is not None:
            return [KeyButton(self.tr("Till översikten"), key="Esc", icon="arrow-left", on_click=desk.to_overview)]
        opened = KeyButton(self.tr("Öppna invånaren"), key="F3", icon="user-round")
        opened.clicked.connect(lambda: desk.look_up_citizen(citizen))
        return [opened, KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back)]

    @property
    def _guardians_way(self) -> str:
        terms = self._desk.profile.terms(self._model.state.order.choice.county)
        return refusals.guardians_way(self._words, terms.guardian_consent)

    def _show_also(self) -> None:
        """What else belongs to the case: the other children, and a wish to the care centre."""
        state = self._model.state
        self._wish_shown_for = state.wish
        parts: list[QWidget] = [self._sibling(order, done) for order, done in self._model.siblings]
        if _is_done(state.outcome) and state.case_number:
            parts.append(self._wish(state.wish, state.wish_kept))
        self._also.show_parts(*parts)

    def _sibling(self, order: Registration, done: Registered) -> Notice:
        shown = replace(order, citizen=unnamed(order.citizen)) if self._desk.masked else order
        told = outcomes.tell(self._words, done.outcome, shown, self._guardians_way)
        name = persons.called(self._words, shown.citizen)
        heading = f"{name}: {told.heading}"
        text = " ".join(part for part in (told.text, told.next_step, done.case_number) if part)
        return Notice(_kind(done.outcome), heading, text, region_quote(told.quote))

    def _wish(self, wish: str, kept: bool) -> Card:
        card = Card(self.tr("Önskemål till mottagningen"), icon="message-square-quote")
        card.add(Text(self.tr("Skickas inte till regionen: tjänsten har ingen plats för det. Sparas och trycks på kvittot.")))
        field = TextField(self.tr("&Önskemål"), self.tr("Till exempel en läkare som är full. Enter sparar."))
        field.set_text(wish)
        field.edit.setObjectName("wish")
        field.edit.setMaxLength(300)
        field.edit.editingFinished.connect(lambda: self._model.wish_for(field.text()))
        card.add(field)
        if kept:
            card.add(Text(self.tr("Sparat i ärendet."), "small"))
        return card

    def _is_writing(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused.objectName() == "wish"

    def _steps(self, told: outcomes.Told, case_number: str) -> Card:
        card = Card(self.tr("Säg till invånaren"), icon="message-square-quote")
        if told.say:
            card.add(Text(f"”{told.say}”", "lead"))
        if told.next_step:
            card.row(self.tr("Nästa steg"), told.next_step)
        contact = self._desk.profile.terms(self._model.state.order.choice.county).contact
        if contact and isinstance(self._model.state.outcome, Refused | Unclear):
            card.row(self.tr("Regionens kontakt"), contact)
        if case_number:
            card.row(self.tr("Ärende"), case_number, number=True)
        if told.reference:
            card.row(self.tr("Regionens referens"), told.reference)
        return card

    def _print_receipt(self) -> None:
        state = self._model.state
        day = today()
        receipt = Receipt(state.case_number, state.order, state.outcome, state.previous, day, state.wish)
        self._desk.print_receipt(receipt)

    @property
    def _shown(self) -> Listing | None:
        """What the region shows, or what was ordered where it does not: what a correction would be about."""
        choice = self._model.state.order.choice
        match self._model.state.outcome:
            case Confirmed(shown=shown):
                return shown
            case Queued(place=place):
                return place
            case _:
                return Listing(facility=choice.facility, listing_type=choice.listing_type, in_queue=False)

    def _correct(self) -> None:
        if self._shown is not None:
            self._desk.correct(self._model.state.order.choice.county, self._shown)


def _is_done(outcome: Outcome) -> bool:
    return isinstance(outcome, Confirmed | Queued | Received)


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
