"""The outcome: what is known, what to say aloud, and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.listing import Listing
from desktop.domain.outcome import Confirmed, NotSent, Outcome, Queued, Receipt, Received, Refused, Unclear
from desktop.domain.registration import Registration
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import outcomes, persons, problems, refusals
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.repeats import case
from desktop.views.content import Content
from desktop.views.next_steps import form_instead, next_steps
from desktop.views.parts import Card, KeyButton, Notice, NoticeKind, Page, Skeleton, Text
from desktop.views.person import PersonBand, unnamed
from desktop.views.wish import WishCard
from desktop.views.wording import region_quote


class OutcomePage(Page):
    """Renders OutcomeViewModel, of a call that has just ended or of a case that is opened again."""

    def __init__(
        self, desk: DeskViewModel, model: OutcomeViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Så gick det"), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        self._terms = desk.profile.terms(model.state.order.choice.county)
        self.pin(PersonBand(desk, words, model.state.order.citizen))
        self._told = self.reads = Content()
        self._waiting = Skeleton(self.tr("Läser vad regionen visar …"), lines=2)
        self._waiting.hide()
        self._wish = WishCard(model)
        self.add(self._told)
        self.add(self._waiting)
        self.add(self._wish)
        self._next = KeyButton(
            self.tr("Nästa invånare"), shown_key="F2", icon="arrow-right", look="primary", on_click=desk.new_citizen
        )
        self._receipt = KeyButton(self.tr("Kvitto"), key="Ctrl+P", icon="printer", on_click=self._print_receipt)
        self._again = KeyButton(
            self.tr("Kontrollera igen"), key="F5", icon="refresh-cw", on_click=self._read_again, folds_words=True
        )
        self._wrong = KeyButton(self.tr("Något är fel"), icon="circle-help", look="quiet", on_click=self._correct)
        self._wrong.setObjectName("correct")
        self.add_actions(self._next, self._receipt, self._again, *self._ways_back(), self._wrong)
        self.first = self._next
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _read_again(self) -> None:
        self._desk.repeats.again(case(self._model.state.case_number), self._model.check_again)

    def _render(self) -> None:
        state = self._model.state
        told = self._tell(state.order, state.outcome)
        siblings = [self._tell(order, sent.outcome) for order, sent in self._model.siblings]
        unread = any(each.must_read for each in (told, *siblings)) and not state.message_read
        read = KeyButton(self.tr("Jag har läst"), icon="check", look="primary", on_click=self._model.read_message)
        read.setObjectName("read")
        steps = [read] if unread else self._ways_on()
        writing = self._wish.isAncestorOf(focused) if (focused := QApplication.focusWidget()) is not None else False
        notice = Notice(_kind(state.outcome), told.heading, self._text(told), region_quote(told.quote), steps)
        self._told.show_parts(
            notice, *self._unwritten(), self._steps(told, state.case_number), *self._siblings(siblings)
        )
        done = isinstance(state.outcome, Confirmed | Queued | Received)
        self._again.setVisible(self._model.can_check_again and not state.checking)
        self._receipt.setVisible(done)
        self._wish.setVisible(done and bool(state.case_number))
        self._wrong.setVisible(done and self._shown is not None and self._is_open)
        if unread:
            self._next.block(self.tr("Läs regionens meddelande först."))
        else:
            self._next.unblock()
        self._next.set_look("secondary" if steps else "primary")
        self.first = steps[0] if steps else self._next
        if self.isVisible() and not writing:
            self.focus_first()
        if state.checking:
            self._waiting.start()
        else:
            self._waiting.stop()

    def _tell(self, order: Registration, outcome: Outcome) -> outcomes.Told:
        way = refusals.guardians_way(self._words, self._terms.guardian_consent)
        return outcomes.tell(self._words, outcome, self._named(order), way)

    def _text(self, told: outcomes.Told) -> str:
        if not self._model.state.repeated:
            return told.text
        again = self.tr("Samma begäran fick nyss det här svaret och har inte skickats igen.")
        return f"{again} {told.text}"

    def _unwritten(self) -> Iterator[Notice]:
        """The disk did not take what the region answered, for this case or a sibling's: the answer holds."""
        if self._model.state.unwritten:
            text = self.tr(
                "Regionens svar gäller ändå. Registrera inte igen. Ärende {numbers} står som Skickas, eller som Oklart "
                "efter en omstart, tills datorn kan spara igen: skriv upp numret och säg till IT-supporten att disken "
                "kan vara full."
            )
            heading = self.tr("Svaret gick inte att spara på den här datorn.")
            yield Notice("warning", heading, text.format(numbers=", ".join(self._model.state.unwritten)))

    def _named(self, order: Registration) -> Registration:
        """The order as it may be shown to those who can see the screen."""
        return replace(order, citizen=unnamed(order.citizen)) if self._desk.masked else order

    def _siblings(self, told: list[outcomes.Told]) -> Iterator[Notice]:
        """Each sibling's own outcome; what is not settled is found among the cases."""
        for place, ((order, sent), said) in enumerate(zip(self._model.siblings, told, strict=True)):
            heading = self.tr("Syskon: {name}. {outcome}").format(
                name=persons.called(self._words, self._named(order).citizen), outcome=said.heading
            )
            case = self.tr("Ärende {number}.").format(number=sent.case_number) if sent.case_number else ""
            steps = [self._sibling_step(place)] if isinstance(sent.outcome, Refused) else []
            yield Notice(_kind(sent.outcome), heading, f"{said.text} {case}".strip(), region_quote(said.quote), steps)

    def _sibling_step(self, place: int) -> KeyButton:
        """From a sibling's refusal to its own page, where the next step is one key."""
        sent = self._model.siblings[place]
        step = KeyButton(self.tr("Nästa steg för syskonet"), icon="arrow-right")
        step.clicked.connect(lambda: self._desk.registering.look_at_sibling(sent))
        step.setObjectName(f"sibling-{place}")
        return step

    def _steps(self, told: outcomes.Told, case_number: str) -> Card:
        to_citizen, to_chooser = self.tr("Säg till invånaren"), self.tr("Säg till den som väljer")
        alone = self._model.state.order.chooser.is_citizen
        card = Card(to_citizen if alone else to_chooser, icon="message-square-quote")
        if told.say:
            card.add(Text(f"”{told.say}”"))
        if told.next_step:
            unread = told.must_read and not self._model.state.message_read
            step = outcomes.read_first(self._words, told.next_step) if unread else told.next_step
            card.row(self.tr("Nästa steg"), step)
        if self._terms.contact and isinstance(self._model.state.outcome, Refused | Unclear):
            card.row(self.tr("Regionens kontakt"), self._terms.contact)
        if case_number:
            card.row(self.tr("Ärende"), case_number, number=True)
        if told.reference:
            card.add(Text(told.reference, "caption"))
        return card

    def _ways_on(self) -> list[KeyButton]:
        state = self._model.state
        if isinstance(state.outcome, NotSent) and problems.advises_form(state.outcome.problem.kind):
            return [form_instead(self._desk, state.order)]
        if not isinstance(state.outcome, Refused):
            return []
        code, types = state.outcome.code, state.other_types
        return next_steps(self._desk, state.order, code, self._words, types, self._print_receipt)

    def _ways_back(self) -> list[KeyButton]:
        desk, citizen = self._desk, self._model.state.order.citizen
        if self._is_open:
            to, icon = self.tr("Till översikten"), "arrow-left"
            return [KeyButton(to, key="Esc", icon=icon, on_click=desk.to_overview, folds_words=True)]
        opened = KeyButton(self.tr("Öppna invånaren"), key="F3", icon="user-round")
        opened.clicked.connect(lambda: desk.begin_visit(citizen))
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back, folds_words=True)
        return [opened, back]

    @property
    def _is_open(self) -> bool:
        """Whether this is about the citizen whose overview lies beneath; a sibling's outcome, or a case, is not."""
        overview, citizen = self._desk.overview, self._model.state.order.citizen
        return overview is not None and overview.state.citizen.identity == citizen.identity

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
            self._desk.papers.correct(self._model.state.order.choice.county, self._shown)

    def _print_receipt(self) -> None:
        state, day = self._model.state, today()
        receipt = Receipt(state.case_number, state.order, state.outcome, state.previous, day, state.wish)
        self._desk.papers.print_receipt(receipt)


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
