"""Several children in one go: each judged on their own, and each with an outcome of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.citizen import Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Pending
from desktop.domain.outcome import PictureChanged
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.domain.registration import Consent, Registration, needed_consents
from desktop.domain.verdict import Verdict
from desktop.usecases.register import Registered


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another child of the same guardian, from the typed number to the outcome.

    `verdict` stands once the region has answered; `done` once their own call has ended.
    """

    identity: PersonIdentity
    answer: Prepared | Unknown | Problem | Pending = Pending.PENDING
    verdict: Verdict | None = None
    done: Registered | None = None

    @property
    def may_register(self) -> bool:
        """Judged possible, and not sent already."""
        return self.verdict is not None and self.verdict.may_register and not self.is_sent

    @property
    def is_sent(self) -> bool:
        """A call has been made; where the region showed something new before it, nothing was sent."""
        return self.done is not None and not isinstance(self.done.outcome, PictureChanged)

    def after(self, ended: dict[PersonIdentity, Registered]) -> Sibling:
        """With their own call's end, where one has been made."""
        if not isinstance(self.answer, Prepared):
            return self
        return replace(self, done=ended.get(self.answer.overview.citizen.identity, self.done))

    @property
    def present(self) -> frozenset[County]:
        """Where this child is, or may be, listed."""
        if not isinstance(self.answer, Prepared):
            return frozenset()
        return self.answer.overview.listed_in(self.answer.choice.listing_type)

    def needs(self, *, terms: bool) -> frozenset[Consent]:
        """What must have been said for this child."""
        if not isinstance(self.answer, Prepared) or not self.may_register:
            return frozenset()
        home, choice = self.answer.overview.citizen.home_county, self.answer.choice
        return needed_consents(home or choice.county, choice.county, self.present, terms=terms, intent=choice.intent)

    @property
    def counties(self) -> frozenset[County]:
        """Every region that this child's registration concerns besides the new one."""
        if not isinstance(self.answer, Prepared) or not self.may_register:
            return frozenset()
        home = self.answer.overview.citizen.home_county
        return self.present | ({home} if home else set())


Sent = tuple[Registration, Registered]
"""An order and what became of it."""
