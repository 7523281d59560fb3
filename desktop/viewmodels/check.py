"""Kontroll före registrering: the choice, its verdict, who chooses, the evidence and the ticks; then one call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop.domain.agreement import Agreement, EvidenceKind
from desktop.domain.identity import NumberFault, PersonIdentity, parse_identity
from desktop.domain.listing import Overview, RegionListings
from desktop.domain.outcome import PictureChanged
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Registration, Wish, needed_consents
from desktop.domain.verdict import Rules, Verdict, judge
from desktop.runtime.background import Background, Job
from desktop.runtime.clock import today
from desktop.usecases.prepare import Prepared
from desktop.usecases.register import Registered
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class Preparing:
    """The region is asked about the care centre."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is on the page. `picture_changed`: the region showed something else just before the call."""

    choice: Choice
    overview: Overview
    verdict: Verdict
    evidence: Evidence
    needed: frozenset[Consent]
    ticked: frozenset[Consent] = frozenset()
    guardian_text: str = ""
    guardian: PersonIdentity | None = None
    guardian_fault: NumberFault | None = None
    picture_changed: bool = False
    sending: bool = False
    missing: tuple[Missing, ...] = ()


class Missing(Enum):
    """What Ctrl+Enter came too early for."""

    GUARDIAN = "the guardian's number"
    APPROVED = Consent.APPROVED
    REGIONS_EXCHANGE = Consent.REGIONS_EXCHANGE
    CARE_GUARANTEE_TOLD = Consent.CARE_GUARANTEE_TOLD
    VERDICT = "something stands in the way"


@dataclass(frozen=True, slots=True)
class Unprepared:
    """The region could not say what is needed for the check."""

    wish: Wish
    problem: Problem


CheckState = Preparing | Unprepared | Ready
Prepare = Callable[[Overview, Wish], Awaitable[Prepared | Problem]]
Register = Callable[[Registration, RegionListings], Awaitable[Registered]]


class CheckViewModel(Stateful[CheckState]):
    """Emits `registered(Registration, Registered)` once the call has ended, whatever became of it."""

    registered = Signal(object, object)
    overview_changed = Signal(object)

    def __init__(
        self,
        overview: Overview,
        wish: Wish,
        prepare: Prepare,
        register: Register,
        agreement: Callable[[str], Agreement],
        rules: Rules,
        evidence: EvidenceKind,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(Preparing(wish), parent)
        self._overview, self._wish = overview, wish
        self._prepare, self._register = prepare, register
        self._agreement, self._rules = agreement, rules
        self._background = background
        self._evidence = Evidence(evidence, today())
        self._job: Job | None = None

    def prepare(self) -> None:
        """Ask the region what the check needs."""
        self._become(Preparing(self._wish))
        self._job = self._background.run(self._prepare(self._overview, self._wish), self._prepared)

    def tick(self, consent: Consent, ticked: bool) -> None:
        """The citizen has said, or not."""
        if (state := self._editable) is not None:
            others = state.ticked - {consent}
            self._become(replace(state, ticked=others | {consent} if ticked else others, missing=()))

    def use_evidence(self, kind: EvidenceKind, dated: date) -> None:
        """Form or phone, and its date. What was approved on other evidence is not approved on this."""
        if (state := self._editable) is not None:
            self._evidence = Evidence(kind, dated)
            self._judge(replace(state, evidence=self._evidence, ticked=state.ticked - {Consent.APPROVED}, missing=()))

    def name_guardian(self, text: str) -> None:
        """A guardian's number as typed; empty means that the citizen chooses."""
        if (state := self._editable) is not None:
            parsed = parse_identity(text, today()) if text.strip() else None
            guardian = parsed if isinstance(parsed, PersonIdentity) else None
            fault = parsed if isinstance(parsed, NumberFault) else None
            self._judge(replace(state, guardian_text=text, guardian=guardian, guardian_fault=fault, missing=()))

    def register(self) -> None:
        """Ctrl+Enter: send once, or say what is missing. A second press while sending does nothing."""
        state = self._editable
        if state is None:
            return
        missing = _missing(state)
        if missing:
            self._become(replace(state, missing=missing))
            return
        county = state.choice.county
        seen = state.overview.answered(county)
        agreement = self._agreement(county).to_register(state.evidence.kind)
        if seen is None or agreement is None:
            raise RuntimeError("a verdict without reading or agreement cannot allow a registration")
        order = Registration(
            citizen=state.overview.citizen,
            choice=state.choice,
            chooser=Chooser(state.guardian),
            evidence=state.evidence,
            consents=state.ticked,
            agreement=agreement,
            present_counties=state.overview.listed_in(state.choice.listing_type),
        )
        self._become(replace(state, sending=True))
        self._job = self._background.run(self._register(order, seen), lambda done: self._registered(order, done))

    def close(self) -> None:
        """Leave the page; a registration in flight is never abandoned."""
        if self._job is not None and not self.is_sending:
            self._job.cancel()

    @property
    def present(self) -> frozenset[County]:
        """Regions in which the citizen has, or may have, a listing of the chosen type."""
        state = self.state
        return state.overview.listed_in(state.choice.listing_type) if isinstance(state, Ready) else frozenset()

    @property
    def is_sending(self) -> bool:
        """A registration is in flight: the window stays open over it."""
        return isinstance(self.state, Ready) and self.state.sending

    @property
    def _editable(self) -> Ready | None:
        return self.state if isinstance(self.state, Ready) and not self.state.sending else None

    def _prepared(self, answer: Prepared | Problem) -> None:
        if isinstance(answer, Problem):
            self._become(Unprepared(self._wish, answer))
            return
        self.overview_changed.emit(answer.overview)
        self._judge(_ready(answer.choice, answer.overview, self._evidence))

    def _judge(self, state: Ready) -> None:
        verdict = judge(
            state.overview,
            state.choice,
            Chooser(state.guardian),
            state.evidence.kind,
            self._agreement(state.choice.county),
            self._rules,
            today(),
        )
        self._become(replace(state, verdict=verdict))

    def _registered(self, order: Registration, done: Registered) -> None:
        if isinstance(done.outcome, PictureChanged) and isinstance(self.state, Ready):
            self._overview = self.state.overview.with_region(order.choice.county, done.outcome.fresh)
            self.overview_changed.emit(self._overview)
            fresh = _ready(order.choice, self._overview, order.evidence)
            self._judge(replace(fresh, picture_changed=True))
            return
        self.registered.emit(order, done)


def _ready(choice: Choice, overview: Overview, evidence: Evidence) -> Ready:
    present = overview.listed_in(choice.listing_type)
    needed = needed_consents(overview.citizen.home_county, choice.county, present)
    return Ready(choice, overview, Verdict((), ()), evidence, needed)


def _missing(state: Ready) -> tuple[Missing, ...]:
    missing = []
    if state.guardian_fault is not None:
        missing.append(Missing.GUARDIAN)
    if not state.verdict.may_register:
        missing.append(Missing.VERDICT)
    missing += [Missing(consent) for consent in Consent if consent in state.needed - state.ticked]
    return tuple(missing)
