"""Judges what stands on the check's page: the citizen's choice and each sibling's, and what must have been said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.listing import Overview, Pending
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.registration import Choice, needed_consents
from desktop.domain.rules import Known, Rules
from desktop.domain.verdict import Verdict, judge
from desktop.runtime.clock import today
from desktop.viewmodels.basis import Basis
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.siblings import Sibling
from desktop.viewmodels.typed import Number


@dataclass(frozen=True, slots=True)
class Judge:
    """Goes by the profile: what is agreed with each region, and the desk's rules."""

    agreement: Callable[[str], Agreement]
    rules: Rules

    def judged(self, state: Ready) -> Ready:
        """The same page with its verdicts and the consents that they need."""
        siblings = tuple(self._sibling(state, sibling) for sibling in state.siblings)
        known = Known(state.types or None, _asked(state.basis.guardian), state.guardians)
        verdict = self._verdict(state.basis, state.overview, state.choice, known)
        agreed = self.agreement(state.choice.county).to_register(state.basis.kind)
        terms = agreed is not None and agreed.has_terms
        choice = state.choice
        home = state.home or choice.county  # Without one it is stopped, or agreed to be as if at home there.
        needed = needed_consents(home, choice.county, state.present, terms=terms, intent=choice.intent)
        needed = needed.union(*(sibling.needs(terms=terms) for sibling in siblings))
        return replace(state, verdict=verdict, siblings=siblings, needed=needed)

    def _sibling(self, state: Ready, sibling: Sibling) -> Sibling:
        if not isinstance(answer := sibling.answer, Prepared):
            return sibling
        known = Known(answer.types or None, _asked(state.basis.guardian), answer.guardians)
        return replace(sibling, verdict=self._verdict(state.basis, answer.overview, answer.choice, known))

    def _verdict(self, basis: Basis, overview: Overview, choice: Choice, known: Known) -> Verdict:
        agreement = self.agreement(choice.county)
        return judge(overview, choice, basis.chooser, basis.evidence, agreement, self.rules, today(), known)


def _asked(guardian: Number) -> Citizen | Unknown | Problem | Pending:
    """What the register says of a guardian; it is asked as soon as there is a number."""
    return Pending.PENDING if guardian.found is None else guardian.found
