"""What the citizen says before anything is sent: texts to read aloud, in a language and in plainer words, and ticks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.prepared import Prepared
from desktop.domain.registration import Consent
from desktop.runtime.language import Language, language_name
from desktop.texts import approvals, consents, persons
from desktop.texts.consents import ConsentText, Manner
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.views.content import Content
from desktop.views.look.reading import SHOWN_WHOLE
from desktop.views.look.tokens import XS, S
from desktop.views.parts import Card, ChoiceField, Stack, Text, TickRow

_NAME_REGIONS = frozenset({Consent.REGIONS_EXCHANGE, Consent.CARE_GUARANTEE_TOLD})


class ApprovalsCard(Card):
    """Renders what a check needs to hear; the texts are said anew when another region or language comes in."""

    def __init__(self, model: CheckViewModel, words: Language) -> None:
        super().__init__(self.tr("Godkännande och samtycke"), icon="message-square-quote")
        self._model, self._words = model, words
        self._manner = Manner(model.agreement().texts)
        self._ticks: dict[Consent, TickRow] = {}
        self._lacks: dict[Consent, Text] = {}
        self._texts: tuple[ConsentText, ...] = ()
        self._revealed = True
        self._said = Content()
        self.add(self._said)

    @property
    def first(self) -> QWidget | None:
        """The tick that most registrations begin with."""
        return self._ticks.get(Consent.APPROVED)

    def show_state(self, state: Ready, revealed: bool = True) -> None:
        """The texts that are needed now, and which are ticked; what names regions only once it is `revealed`."""
        self._revealed = revealed
        shown = state.needed if revealed else state.needed - _NAME_REGIONS
        texts = tuple(
            text for text in self._said_for(state) if text.consent in shown or text.consent is Consent.APPROVED
        )
        if texts != self._texts:
            self._texts, self._ticks, self._lacks = texts, {}, {}
            self._said.show_parts(*self._parts(texts))
        for consent, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(consent in state.ticked)
            tick.blockSignals(False)
            tick.setEnabled(not state.sending)
            self._lacks[consent].setVisible(any(one.value is consent for one in state.missing))

    def words_of(self, consent: Consent) -> str:
        """What a tick says."""
        return self._ticks[consent].text().replace("&", "") if consent in self._ticks else ""

    def go_to(self, consent: Consent | None) -> bool:
        """Put the focus on a tick, or on the first that is not ticked; False where there is none."""
        left = next((one for one, tick in self._ticks.items() if not tick.isChecked()), None)
        tick = self._ticks.get(consent or left or Consent.APPROVED)
        if tick is None:
            return False
        tick.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _said_for(self, state: Ready) -> tuple[ConsentText, ...]:
        along = [
            persons.called(self._words, sibling.answer.overview.citizen)
            for sibling in state.siblings
            if isinstance(sibling.answer, Prepared) and sibling.may_register
        ]
        home = state.home
        foreign = [county for county in state.concerned if county != state.choice.county]
        if Consent.CARE_GUARANTEE_TOLD in state.needed and home == state.choice.county and foreign:
            home = sorted(foreign)[0]
        return approvals.consent_texts(
            self._words,
            state.choice,
            state.basis.kind,
            home,
            state.concerned,
            self._manner,
            tuple(along),
            state.basis.chooser,
            state.basis.identity,
        )

    def _parts(self, texts: tuple[ConsentText, ...]) -> list[QWidget]:
        parts: list[QWidget] = []
        if any(text.consent is not Consent.APPROVED for text in texts):
            parts.append(self._choose_manner())
        for text in texts:
            if text.read_aloud:
                note = [Text(consents.draft_note(self._words), "caption")] if text.is_draft else []
                parts.append(Stack(Text(text.heading, "strong"), Text(f"”{text.read_aloud}”"), *note, gap=XS))
            parts.append(self._tick(text))
        return parts

    def _choose_manner(self) -> ChoiceField:
        """The window's own language and plainer words come first, then the other languages there are."""
        codes = consents.languages(self._manner.approved)
        others = [((code, False), language_name(code)) for code in codes if code != self._words.code]
        own = self._words.code
        options = [((own, False), language_name(own)), ((own, True), self.tr("{language}, enklare ord"))]
        options = [(key, text.format(language=language_name(own))) for key, text in options]
        field = ChoiceField(self.tr("&Läs upp på"), [*options, *others])
        field.box.setObjectName("manner")
        field.choose((self._manner.code or own, self._manner.easy))
        field.chosen.connect(self._say_in)
        return field

    def _say_in(self, key: object) -> None:
        state = self._model.state
        if isinstance(key, tuple) and isinstance(state, Ready):
            code, easy = key
            self._manner = Manner(self._manner.approved, str(code), bool(easy))
            self.show_state(state, self._revealed)

    def _tick(self, text: ConsentText) -> QWidget:
        """The tick, with a line above it that says when it is what is missing: the two are scrolled to together."""
        tick = TickRow(text.tick, framed=True)
        tick.setObjectName(text.consent.name)
        tick.toggled.connect(lambda ticked: self._model.tick(text.consent, ticked))
        lacks = Text(self.tr("Kryssa i innan det går att registrera."), "small", "warning")
        lacks.hide()
        self._ticks[text.consent], self._lacks[text.consent] = tick, lacks
        whole = Stack(lacks, tick, gap=S)
        whole.setProperty(SHOWN_WHOLE, True)
        return whole
