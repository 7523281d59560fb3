"""Kontroll före registrering: the choice, its verdict, who chooses, the evidence and the ticks; then one call each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.guardianship import Guardians
from desktop.domain.identity import NumberFault, PersonIdentity, parse_identity
from desktop.domain.listing import Overview, Pending
from desktop.domain.outcome import PictureChanged, Unclear
from desktop.domain.prepared import Prepared
from desktop.domain.problems import UNFORESEEN, Effect, Problem
from desktop.domain.registration import Consent, Wish
from desktop.domain.rules import OF_AGE, Rules
from desktop.domain.verdict import Verdict
from desktop.runtime.background import Background, Job
from desktop.runtime.clock import today
from desktop.usecases.register import Registered
from desktop.viewmodels.asks import Asks
from desktop.viewmodels.basis import Basis
from desktop.viewmodels.check_state import CheckState, Missing, Preparing, Ready, Unprepared, missing_in, unjudged
from desktop.viewmodels.judging import Judge
from desktop.viewmodels.orders import orders_in, send_each
from desktop.viewmodels.siblings import Sent, Sibling
from desktop.viewmodels.stateful import Stateful
from desktop.viewmodels.typed import Number


class CheckViewModel(Stateful[CheckState]):
    """Emits `registered(Registration, Registered, siblings)` once the calls have ended, whatever became of them.

    `typed_is_wanted` asks whoever shows it for what has been typed and not entered.
    """

    typed_is_wanted = Signal()
    registered = Signal(object, object, object)
    overview_changed = Signal(object)

    def __init__(
        self,
        overview: Overview,
        wish: Wish,
        asks: Asks,
        basis: Basis,
        background: Background,
        parent: QObject | None = None,
        along: tuple[PersonIdentity, ...] = (),
    ) -> None:
        super().__init__(Preparing(wish), parent)
        self._overview, self._wish = overview, wish
        self._asks, self._background = asks, background
        self._judge = Judge(asks.agreement, asks.rules)
        self._basis, self._along = basis, along
        self._jobs: list[Job] = []
        self._looked_up: PersonIdentity | None = None
        self._is_left = self._is_closed = False

    def prepare(self) -> None:
        """Ask the region what the check needs."""
        self._basis, self._along = self.basis, self.along
        self._become(Preparing(self._wish))
        self._run(self._asks.prepare(self._overview, self._wish), self._prepared)

    def take(self, overview: Overview) -> None:
        """More regions have answered meanwhile; the choice's own region stays as it was read for the check.

        Another region that is concerned asks for consent anew, for it was not named; and what would be lost was not
        approved if it was not known.
        """
        state = self._editable
        if state is None:
            self._overview = self._overview if self.is_sending else overview
            return
        county = state.choice.county
        merged = overview.with_region(county, state.overview.regions[county])
        if merged == state.overview:
            return
        fresh = self._judge.judged(replace(state, overview=merged, missing=_still(state)))
        asked_anew = set() if fresh.present == state.present else {Consent.REGIONS_EXCHANGE}
        if _at_stake(fresh.verdict) != _at_stake(state.verdict):
            asked_anew.add(Consent.APPROVED)
        self._become(replace(fresh, ticked=state.ticked - asked_anew))

    def tick(self, consent: Consent, ticked: bool) -> None:
        """The citizen has said, or not."""
        if (state := self._editable) is not None:
            others = state.ticked - {consent}
            self._become(replace(state, ticked=others | {consent} if ticked else others, missing=()))

    def rest_on(self, basis: Basis) -> None:
        """Another chooser or evidence. What was approved by others, or by other means, is not approved by these."""
        state = self._editable
        if state is None or basis == state.basis:
            return
        asked_anew = frozenset() if basis.is_word_of(state.basis) else {Consent.APPROVED, Consent.TERMS_ACCEPTED}
        self._become(self._judge.judged(replace(state, basis=basis, ticked=state.ticked - asked_anew, missing=())))

    def take_what_is_typed(self) -> None:
        """What has been typed and not entered is part of it."""
        self.typed_is_wanted.emit()

    def leave(self) -> None:
        """It is put aside, with what has been typed; nobody is asked for any more."""
        self._is_left = True
        self.take_what_is_typed()

    def look_up_guardian(self) -> None:
        """Ask the person register for the guardian's name, once for a number, while the work goes on."""
        state = self._editable
        if state is None or self._is_left or state.basis.guardian.identity is None:
            return
        self._ask_whom_it_records(state)
        asked = state.basis.guardian.identity
        if state.basis.guardian.found is None and asked != self._looked_up:
            self._looked_up = asked
            self._run(self._asks.look_up(asked), lambda found: self._guardian_found(asked, found))

    def add_sibling(self, text: str) -> bool:
        """Another child of the same guardian, by number; False where the number cannot be used or is there already."""
        state = self._editable
        if state is None or not state.may_bring_siblings:
            return False
        if not text.strip():
            if state.sibling_fault is not None:
                self._become(replace(state, sibling_fault=None, missing=()))
            return False
        identity = parse_identity(text, today())
        if isinstance(identity, NumberFault):
            self._become(replace(state, sibling_fault=identity))
            return False
        citizen = state.overview.citizen
        if identity in citizen.known_as or any(identity == sibling.identity for sibling in state.siblings):
            return False
        self._bring(identity)
        return True

    def remove_sibling(self, identity: PersonIdentity) -> None:
        """Leave a child out again."""
        if (state := self._editable) is not None:
            siblings = tuple(sibling for sibling in state.siblings if sibling.identity != identity)
            self._become(self._judge.judged(replace(state, siblings=siblings, ticked=frozenset(), missing=())))

    def register(self) -> None:
        """Ctrl+Enter: send once, or say what is missing. A second press while sending does nothing."""
        self.take_what_is_typed()
        state = self._editable
        if state is None:
            return
        missing = missing_in(state)
        if missing:
            self._become(replace(state, missing=missing))
            return
        orders = orders_in(state, self._asks.agreement)
        self._become(replace(state, sending=True))
        # Should the program itself break now, it is not known what was sent: that is said, and the desk goes on.
        unknown = Registered(Unclear(replace(UNFORESEEN, effect=Effect.UNKNOWN), None))
        sending = send_each(orders, self._asks.register)
        self._run(sending, self._registered, [(order, unknown) for order, _ in orders])

    def close(self) -> None:
        """Leave the page; a registration in flight is never abandoned. What a field says as it goes changes nothing."""
        self._is_closed = True
        if not self.is_sending:
            for job in self._jobs:
                job.cancel()

    @property
    def basis(self) -> Basis:
        """Who chooses and on what evidence, to go on from when the choice is replaced by another."""
        return self.state.basis if isinstance(self.state, Ready) else self._basis

    @property
    def wish(self) -> Wish:
        """What was wished for; once the region has answered, exactly what."""
        if not isinstance(self.state, Ready):
            return self._wish
        choice = self.state.choice
        facility, listing_type = choice.facility, choice.listing_type
        return Wish(choice.intent, choice.county, facility.hsa_id, listing_type, choice.doctor, facility)

    @property
    def along(self) -> tuple[PersonIdentity, ...]:
        """The siblings who are not registered yet, to go on with when the choice is replaced by another."""
        if not isinstance(self.state, Ready) or not self.state.may_bring_siblings:
            return self._along
        return tuple(sibling.identity for sibling in self.state.siblings if not sibling.is_sent)

    @property
    def is_sending(self) -> bool:
        """A registration is in flight: the window stays open over it."""
        return isinstance(self.state, Ready) and self.state.sending

    def is_final(self, state: Ready) -> bool:
        """It cannot be registered from here, whoever chooses and on whatever evidence."""
        agreed = self.agreement()
        nothing_agreed = agreed.register_by_form is None and agreed.register_by_phone is None
        return state.is_final or (nothing_agreed and not state.verdict.may_register)

    @property
    def rules(self) -> Rules:
        """What the profile states about the desk."""
        return self._asks.rules

    def agreement(self) -> Agreement:
        """What is agreed with the region of the choice."""
        return self._asks.agreement(self._wish.county)

    @property
    def _editable(self) -> Ready | None:
        state = None if self._is_closed else self.state
        return state if isinstance(state, Ready) and not state.sending else None

    def _run(self, asked: Awaitable[object], answered: Callable[..., None], instead: object = UNFORESEEN) -> None:
        self._jobs.append(self._background.run(asked, answered, instead))

    def _prepared(self, answer: Prepared | Problem) -> None:
        if isinstance(answer, Problem):
            self._become(Unprepared(self._wish, answer))
            return
        county = answer.choice.county
        overview = self._overview.with_region(county, answer.overview.regions[county])
        self.overview_changed.emit(overview)
        self._basis = self._basis.for_versions(self._asks.agreement(county).form_versions)
        self._become(self._judge.judged(unjudged(replace(answer, overview=overview), self._basis)))
        self.look_up_guardian()
        state = self._editable
        if state is not None and state.may_bring_siblings:
            for identity in self._along:
                self._bring(identity)

    def _ask_whom_it_records(self, state: Ready) -> None:
        """Once for the child, and only once a guardian is named: no more is fetched than is needed (TKB-P 8)."""
        child = state.overview.citizen
        if self._asks.guardians_of is None or state.guardians is not None or child.age(today()) >= OF_AGE:
            return
        self._become(self._judge.judged(replace(state, guardians=Pending.PENDING)))
        self._run(self._asks.guardians_of(child.identity), self._recorded)

    def _recorded(self, guardians: Guardians | Problem) -> None:
        if (state := self._editable) is not None:
            self._become(self._judge.judged(replace(state, guardians=guardians, missing=_still(state))))

    def _guardian_found(self, asked: PersonIdentity, found: Citizen | Unknown | Problem) -> None:
        state = self._editable
        if state is not None and state.basis.guardian.identity == asked:
            self._looked_up = None
            guardian: Number = replace(state.basis.guardian, found=found)
            basis = replace(state.basis, guardian=guardian)
            self._become(self._judge.judged(replace(state, basis=basis, missing=_still(state))))

    def _bring(self, identity: PersonIdentity) -> None:
        """Prepare the same choice for another child; what was approved for one is not approved for two."""
        state = self._editable
        if state is None:
            return
        siblings = (*state.siblings, Sibling(identity))
        fresh = replace(state, siblings=siblings, ticked=frozenset(), sibling_fault=None, missing=())
        self._become(self._judge.judged(fresh))
        if self._is_left:
            return
        choice = state.choice
        wish = Wish(choice.intent, choice.county, choice.facility.hsa_id, choice.listing_type)
        self._run(self._asks.prepare_sibling(identity, wish), lambda answer: self._sibling(identity, answer))

    def _sibling(self, identity: PersonIdentity, answer: Prepared | Unknown | Problem) -> None:
        if (state := self._editable) is not None:
            siblings = [replace(one, answer=answer) if one.identity == identity else one for one in state.siblings]
            self._become(self._judge.judged(replace(state, siblings=tuple(siblings), ticked=frozenset())))

    def _registered(self, sent: list[Sent]) -> None:
        (order, done), *others = sent
        if isinstance(done.outcome, PictureChanged) and isinstance(self.state, Ready):
            self._overview = self.state.overview.with_region(order.choice.county, done.outcome.fresh)
            self.overview_changed.emit(self._overview)
            ended = {one.citizen.identity: registered for one, registered in others}
            prepared = Prepared(order.choice, self._overview, self.state.types)
            fresh = replace(unjudged(prepared, self.state.basis), guardians=self.state.guardians, picture_changed=True)
            siblings = tuple(one.after(ended) for one in self.state.siblings)
            self._become(self._judge.judged(replace(fresh, siblings=siblings)))
            return
        self.registered.emit(order, done, tuple(others))


def _still(state: Ready) -> tuple[Missing, ...]:
    """What was missing besides an answer, when an answer has come."""
    return tuple(one for one in state.missing if one is not Missing.ANSWER)


def _at_stake(verdict: Verdict) -> tuple[object, ...]:
    """What the citizen would lose, as it is said before they approve."""
    return verdict.losses, verdict.leaving
