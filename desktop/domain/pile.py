"""A pile of paper forms: what holds for all of them, each form's way through the desk, and what needs thought."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from desktop.domain.agreement import EvidenceKind
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.draft import Draft, Lack
from desktop.domain.identity import PersonIdentity
from desktop.domain.outcome import Confirmed, NotSent, Outcome, PictureChanged, Queued, Received, Refused
from desktop.domain.problems import Problem
from desktop.domain.reasons import Level, Loss, Why
from desktop.domain.registration import Chooser, Consent, Evidence, IdentityCheck, Wish
from desktop.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class PileTerms:
    """What is set once: what every form in the pile chooses, how the signers were identified, what they have signed.

    `consents` are what stands on the forms beside the choice itself, which the signature approves.
    """

    wish: Wish
    centre: str
    checked_by: str
    received: date
    identity: IdentityCheck | None = None
    form_version: str = ""
    consents: frozenset[Consent] = frozenset()

    def evidence(self, dated: date) -> Evidence:
        """One form of the pile as evidence."""
        checked_by = self.checked_by if self.identity is not None else ""
        received = max(self.received, dated)
        return Evidence(
            EvidenceKind.FORM, dated, received, self.centre, checked_by, self.identity, form_version=self.form_version
        )


class Stage(Enum):
    """Where a form is on its way."""

    LOOKING = "the person register is asked"
    TO_APPROVE = "whom it is about is shown, and it has not been approved"
    WAITING = "something did not answer, and is asked again"
    WORKING = "approved: the regions are read and it is sent"
    REGISTERED = "the region shows it"
    ACCEPTED = "the region accepted it, and it is not shown yet"
    UNCLEAR = "it is not known what became of it"
    SET_ASIDE = "it needs thought, and is a case to complete"
    REFUSED = "the region refused"

    @property
    def is_through(self) -> bool:
        """Nothing more happens to it in the pile."""
        return self in _THROUGH


_THROUGH = frozenset({Stage.REGISTERED, Stage.ACCEPTED, Stage.UNCLEAR, Stage.SET_ASIDE, Stage.REFUSED})


@dataclass(frozen=True, slots=True, repr=False)
class PaperForm:
    """One form of the pile. `place` counts from 1 in the order of the pile; `number` is its case's, once it has one.

    `reasons` and `lacks` are why it was set aside; `problem` why it waits, or was not sent; `unknown` when the register
    has nobody under the number. `is_unwritten`: the journal has not taken what the region answered.
    """

    place: int
    identity: PersonIdentity
    stage: Stage = Stage.LOOKING
    dated: date | None = None
    citizen: Citizen | None = None
    verdict: Verdict | None = None
    outcome: Outcome | None = None
    number: str = ""
    reasons: tuple[Why, ...] = ()
    lacks: tuple[Lack, ...] = ()
    problem: Problem | None = None
    is_unknown: bool = False
    is_unwritten: bool = False

    def ended(self, outcome: Outcome, number: str, *, recorded: bool = True) -> PaperForm:
        """After a call, or after the desk has refrained from one."""
        stage = _STAGES.get(type(outcome), Stage.UNCLEAR)
        return replace(self, stage=stage, outcome=outcome, number=number, is_unwritten=not recorded)

    def __repr__(self) -> str:
        return f"PaperForm({self.place}, {self.stage.name})"


_STAGES: dict[type[object], Stage] = {
    Confirmed: Stage.REGISTERED,
    Queued: Stage.REGISTERED,
    Received: Stage.ACCEPTED,
    Refused: Stage.REFUSED,
    NotSent: Stage.WAITING,
    PictureChanged: Stage.SET_ASIDE,
}
_ORDINARY_REASONS = frozenset({Why.NO_CHANGES_STATED})
_ORDINARY_LOSSES = frozenset({Loss.LEAVES_LISTING, Loss.MAY_COUNT_AS_CHANGE, Loss.CARE_GUARANTEE})
_LACKS = {
    Why.GUARDIAN_NEEDED: Lack.GUARDIAN,
    Why.FORM_VERSION: Lack.VERSION,
    Why.NOT_READ: Lack.ANSWER,
    Why.HOME_NOT_READ: Lack.ANSWER,
    Why.REGION_NOT_READ: Lack.ANSWER,
}
_CONSENTS = {
    Consent.REGIONS_EXCHANGE: Lack.CONSENT,
    Consent.CARE_GUARANTEE_TOLD: Lack.CARE_GUARANTEE,
    Consent.TERMS_ACCEPTED: Lack.TERMS,
}


def lacking(verdict: Verdict, needed: frozenset[Consent], given: frozenset[Consent]) -> tuple[Lack, ...]:
    """What keeps a form from going on by itself; empty where nothing differs.

    The least doubt that a receptionist would read at the check sets it aside: a queue place at stake, too.
    """
    doubts = [why for why in verdict.reasons if why.level > Level.CLEAR and why not in _ORDINARY_REASONS]
    lacks = [_LACKS.get(why, Lack.THOUGHT) for why in doubts]
    lacks += [Lack.THOUGHT for loss in verdict.losses if loss not in _ORDINARY_LOSSES]
    lacks += [_CONSENTS.get(consent, Lack.THOUGHT) for consent in Consent if consent in needed - given]
    return tuple(dict.fromkeys(lacks))


def set_aside(form: PaperForm, terms: PileTerms) -> Draft:
    """A form that needs thought, as what is kept among the cases."""
    citizen = form.citizen or Citizen(form.identity, form.identity)
    evidence = terms.evidence(form.dated) if form.dated is not None else None
    lacks = form.lacks or (Lack.THOUGHT,)
    return Draft(citizen, terms.wish, Chooser(), evidence, lacks=lacks)


@dataclass(frozen=True, slots=True)
class Pile:
    """The forms so far, in the order of the pile."""

    terms: PileTerms
    forms: tuple[PaperForm, ...] = field(default=())

    def put(self, form: PaperForm) -> Pile:
        """The same with a form added, or changed."""
        others = tuple(form if one.place == form.place else one for one in self.forms)
        return replace(self, forms=others if form.place <= len(self.forms) else (*self.forms, form))

    def of(self, identity: PersonIdentity) -> PaperForm | None:
        """The form about somebody, if there is one already."""
        return next((form for form in self.forms if form.identity == identity), None)

    def count(self, *stages: Stage) -> int:
        """How many stand there."""
        return sum(form.stage in stages for form in self.forms)

    @property
    def current(self) -> PaperForm | None:
        """The first form that waits to be approved, or to be looked up for that."""
        waits = (Stage.LOOKING, Stage.TO_APPROVE)
        return next((form for form in self.forms if form.stage in waits), None)

    @property
    def messages(self) -> dict[str, tuple[int, ...]]:
        """What the region wants read (INFO, TS 11), each message once, with the places of the forms that got it."""
        found: dict[str, tuple[int, ...]] = {}
        for form in self.forms:
            reply = form.outcome.reply if isinstance(form.outcome, Confirmed | Queued | Received) else None
            if reply is not None and reply.must_be_read:
                found[reply.message] = (*found.get(reply.message, ()), form.place)
        return found

    @property
    def is_through(self) -> bool:
        """Every form has come to its end."""
        return all(form.stage.is_through for form in self.forms)


def unknown_to_register(form: PaperForm, found: Unknown) -> PaperForm:
    """A number that the register does not have: it is read once more from the paper."""
    return replace(form, stage=Stage.SET_ASIDE, is_unknown=found.identity == form.identity, lacks=(Lack.THOUGHT,))


@dataclass(frozen=True, slots=True)
class PileSummary:
    """A finished pile to print: `counted` is how many papers somebody counted in it, None where nobody has."""

    pile: Pile
    ended_on: date
    counted: int | None = None
