"""Blankettbunt: what holds for the whole pile is set once; then scan, look, approve, next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile
from desktop.domain.identity import NumberFault, PersonIdentity, parse_identity
from desktop.domain.pile import PaperForm, Pile, PileTerms, Stage
from desktop.runtime.background import Background, Job
from desktop.runtime.clock import today
from desktop.usecases.form_pile import FormPile
from desktop.viewmodels.stateful import Stateful
from desktop.viewmodels.typed import DateFault, Day, read_day

OpenPile = Callable[[PileTerms], Awaitable[FormPile]]


@dataclass(frozen=True, slots=True)
class SettingUp:
    """The pile's terms as they have been set so far."""

    terms: PileTerms


@dataclass(frozen=True, slots=True)
class Working:
    """The pile, the date that the next form begins with, and what was wrong with the last scan.

    `twice` is the place of a form that was scanned before; `is_finished` once everything left has been set aside.
    `since` is how the cases of forms that were set aside or unclear stand now, by number.
    `unsaved` forms about somebody protected were taken away by the lock and not kept.
    """

    pile: Pile
    day: Day
    fault: NumberFault | None = None
    twice: int = 0
    is_finished: bool = False
    unsaved: int = 0
    since: Mapping[str, CaseFile] = field(default_factory=dict)


PileState = SettingUp | Working


class PileViewModel(Stateful[PileState]):
    """One pile. What has been approved goes on in the background, also when the page is left."""

    def __init__(
        self, terms: PileTerms, open_pile: OpenPile, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(SettingUp(terms), parent)
        self._open_pile, self._background = open_pile, background
        self._forms: FormPile | None = None
        self._following: Job | None = None
        self._is_left = False

    def set_up(self, terms: PileTerms) -> None:
        """Another centre, method, version or consent."""
        if isinstance(self.state, SettingUp):
            self._become(SettingUp(terms))

    def begin(self) -> None:
        """The terms hold for every form from now on."""
        if isinstance(self.state, SettingUp):
            terms = self.state.terms
            self._become(Working(Pile(terms), Day(today(), today().isoformat())))
            self._background.run(self._open_pile(terms), self._opened)

    def scan(self, text: str) -> None:
        """The next form, by the number on it."""
        state = self.state
        if not isinstance(state, Working) or self._forms is None or not text.strip():
            return
        identity = parse_identity(text, today())
        if isinstance(identity, NumberFault):
            self._become(replace(state, fault=identity, twice=0))
            return
        if (earlier := state.pile.of(identity)) is not None:
            self._become(replace(state, fault=None, twice=earlier.place))
            return
        self._take(state, identity, self._forms)

    def signed(self, text: str) -> DateFault | None:
        """When the current form was signed: four digits do, and the next form begins with the same."""
        if not isinstance(self.state, Working):
            return None
        day = read_day(text, self.state.day.value, today())
        self._become(replace(self.state, day=day))
        return day.fault

    def approve(self) -> bool:
        """Ctrl+Enter: the paper agrees with what is shown. False while there is nobody to approve."""
        state = self.state
        if not isinstance(state, Working) or state.day.fault is not None:
            return False
        return self._decide(state, state.day.value)

    def put_aside(self) -> bool:
        """The paper needs thought: it is a case to complete, and the next one comes."""
        return isinstance(self.state, Working) and self._decide(self.state, None)

    def ask_again(self) -> None:
        """F5: what did not answer is asked now."""
        if self._forms is not None:
            self._background.run(self._forms.ask_again(), lambda _: None)

    def finish(self) -> None:
        """The pile is through: what has not been approved is set aside, and what is being sent comes to its end."""
        if self._forms is not None and isinstance(self.state, Working) and not self.state.is_finished:
            self._background.run(self._forms.finish(), lambda _: self._finished())

    @property
    def is_open(self) -> bool:
        """Forms can be taken."""
        return self._forms is not None

    @property
    def is_sending(self) -> bool:
        """Something is on its way to a region: the window stays open over it."""
        return isinstance(self.state, Working) and self.state.pile.count(Stage.WORKING) > 0

    @property
    def terms(self) -> PileTerms:
        """What holds for every form; nobody is named but whoever checked them."""
        return self.state.terms if isinstance(self.state, SettingUp) else self.state.pile.terms

    def close(self) -> None:
        """Leave the page: nothing is lost, for what is left is set aside."""
        self.leave(lambda _: None)

    def leave(self, ended: Callable[[int], None], *, keeps_protected: bool = True) -> bool:
        """What has been approved is sent in the background, and the rest is set aside.

        False where nothing was left to do; otherwise `ended` is called once the last form has come to its end, with how
        many about somebody protected were not kept.
        """
        if self._is_left:
            return False
        self._is_left = True
        if self._following is not None:
            self._following.cancel()
        forms, self._forms = self._forms, None
        if forms is not None:
            self._background.run(forms.end(keeps_protected=keeps_protected), ended, instead=0)
        return forms is not None

    def take(self, cases: tuple[CaseFile, ...]) -> None:
        """Cases have changed, perhaps at another desk: some may be of forms that are through here."""
        if isinstance(self.state, Working):
            through = {form.number for form in self.state.pile.forms if form.stage in (Stage.SET_ASIDE, Stage.UNCLEAR)}
            news = {case.number: case for case in cases if case.number in through}
            if news:
                self._become(replace(self.state, since={**self.state.since, **news}))

    def tell_unsaved(self, count: int) -> None:
        """So many forms have to be scanned again."""
        if isinstance(self.state, Working):
            self._become(replace(self.state, unsaved=self.state.unsaved + count))

    def _opened(self, forms: FormPile) -> None:
        if self._is_left:
            return
        self._forms = forms
        self._following = self._background.follow(forms.changes(), self._changed)

    def _take(self, state: Working, identity: PersonIdentity, forms: FormPile) -> None:
        form = PaperForm(len(state.pile.forms) + 1, identity)
        self._become(replace(state, pile=state.pile.put(form), fault=None, twice=0))
        self._background.run(forms.take(form), lambda _: None)

    def _decide(self, state: Working, dated: date | None) -> bool:
        current = state.pile.current
        if current is None or current.stage is not Stage.TO_APPROVE or self._forms is None:
            return False
        form = replace(current, stage=Stage.WORKING, dated=dated)
        self._become(replace(state, pile=state.pile.put(form), fault=None, twice=0))
        self._background.run(self._forms.approve(form.place, dated), lambda _: None)
        return True

    def _changed(self, form: PaperForm) -> None:
        if isinstance(self.state, Working):
            self._become(replace(self.state, pile=self.state.pile.put(form)))

    def _finished(self) -> None:
        if isinstance(self.state, Working):
            self._become(replace(self.state, is_finished=True))
