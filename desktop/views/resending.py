"""Skicka igen: what a new reading of everything shows, and one key that sends; or why it is not sent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.regions import region_name
from desktop.domain.registration import Registration
from desktop.domain.resending import Bar, Barred, MayResend
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import cases, resending
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.repeats import case as case_read
from desktop.viewmodels.resending import ResendingViewModel, Sending
from desktop.views.content import Content
from desktop.views.parts import Card, KeyButton, Notice, Page, Skeleton, Text
from desktop.views.person import PersonBand
from desktop.views.reveal_reason import RevealKey
from desktop.views.wording import said_notice


class ResendingPage(Page):
    """Renders ResendingViewModel."""

    def __init__(
        self, desk: DeskViewModel, model: ResendingViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Skicka igen?"), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        self.pin(PersonBand(desk, words, model.case.citizen))
        self._waiting = Skeleton(self.tr("Läser vad personregistret och regionerna visar …"), lines=4)
        self._said = self.reads = Content()
        self.add(self._waiting)
        self.add(self._said)
        self.add(self._order())
        self._send = KeyButton(
            self.tr("Skicka igen"), key="Ctrl+Enter", icon="send", look="primary", on_click=model.send
        )
        self._again = KeyButton(self.tr("Läs igen"), key="F5", icon="refresh-cw", on_click=self._look)
        person = KeyButton(self.tr("Öppna invånaren"), key="F3", icon="user-round")
        person.clicked.connect(lambda: desk.begin_visit(model.case.citizen))
        self._show_hidden = RevealKey(desk)
        self._back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back)
        self.add_actions(self._send, self._again, person, self._show_hidden, self._back)
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._say)
        self._render()

    def _look(self) -> None:
        self._desk.repeats.again(case_read(self._model.case.number), self._model.look)

    def _order(self) -> Card:
        case, words = self._model.case, self._words
        card = Card(self.tr("Ärende {number}").format(number=case.number), icon="inbox")
        card.row(self.tr("Åtgärd"), cases.deed(words, case))
        card.row(self.tr("Mottagning"), cases.centre(case))
        if isinstance(case.about, Registration):
            card.row(self.tr("Region"), region_name(case.about.choice.county))
        card.row(self.tr("Skickades"), cases.when(words, case, today()))
        return card

    def _render(self) -> None:
        state = self._model.state
        self._say()
        self._send.setVisible(isinstance(state, MayResend))
        self._again.setVisible(isinstance(state, Barred) and state.why in (Bar.NOT_READ, Bar.TOO_SOON))
        match state:
            case MayResend():
                self.first = self._send
            case Barred():
                self.first = self._back
            case _:
                return
        self.focus_first()

    def _say(self) -> None:
        """What the reading tells, as far as it may be shown."""
        state, hidden = self._model.state, not self._desk.revealed
        self._show_hidden.setVisible(hidden)
        self._waiting.stop()
        match state:
            case MayResend():
                self._said.show_parts(self._allowed(state, hidden))
            case Barred():
                self._said.show_parts(said_notice("warning", resending.barred(self._words, state, hidden=hidden)))
            case Sending():
                self._said.show_parts(Text(self.tr("Registreringen pågår. Vänta på svaret."), "strong"))
            case _:
                self._said.show_parts()
                self._waiting.start()

    def _allowed(self, allowed: MayResend, hidden: bool) -> Notice:
        region = region_name(allowed.order.choice.county)
        heading = self.tr("{region} har inte registrerat det här.").format(region=region)
        asks = self.tr("Invånaren ska fortfarande vilja det. Ctrl+Enter skickar samma begäran en gång till.")
        return Notice("info", heading, "\n".join((*resending.changed(self._words, allowed, hidden=hidden), asks)))
