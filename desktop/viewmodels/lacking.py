"""Komplettera: what a form lacks, kept as a case that waits for it, and a letter that asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.case import new_code
from desktop.domain.draft import Draft, Lack
from desktop.domain.reasons import Why
from desktop.domain.registration import Consent
from desktop.runtime.background import Background, Job
from desktop.viewmodels.check_state import Missing, Ready, missing_in
from desktop.viewmodels.draft_keeper import KeepDraft
from desktop.viewmodels.stateful import Stateful

ASKED_FOR = (
    Lack.DATE,
    Lack.SIGNATURE,
    Lack.SECOND_SIGNATURE,
    Lack.VERSION,
    Lack.GUARDIAN,
    Lack.CONSENT,
    Lack.CARE_GUARANTEE,
    Lack.TERMS,
)
"""What a citizen can be asked to send, in the order in which it is asked."""

_BY_CONSENT = {
    Missing(Consent.REGIONS_EXCHANGE): Lack.CONSENT,
    Missing(Consent.CARE_GUARANTEE_TOLD): Lack.CARE_GUARANTEE,
    Missing(Consent.TERMS_ACCEPTED): Lack.TERMS,
    Missing.DATE: Lack.DATE,
    Missing.GUARDIAN: Lack.GUARDIAN,
}


@dataclass(frozen=True, slots=True)
class LackingState:
    """What is lacking so far. `needs_choice` when nothing has been chosen; `not_kept` when the journal took nothing."""

    draft: Draft
    keeping: bool = False
    needs_choice: bool = False
    not_kept: bool = False


class LackingViewModel(Stateful[LackingState]):
    """Emits `kept(number, Draft)` once it stands among the cases."""

    kept = Signal(str, object)

    def __init__(self, draft: Draft, keep: KeepDraft, background: Background, parent: QObject | None = None) -> None:
        super().__init__(LackingState(draft), parent)
        self._keep, self._background = keep, background
        self._job: Job | None = None
        self._given = draft

    @property
    def begun(self) -> Draft | None:
        """What somebody has ticked or written and not kept yet, as the case that it would be; None where nothing."""
        draft = self.state.draft
        if self.state.keeping or draft == self._given:
            return None
        return replace(draft, code=new_code()) if draft.lacks else draft

    def lacks(self, lack: Lack, ticked: bool) -> None:
        """The form lacks this, or not."""
        draft = self.state.draft
        lacks = tuple(one for one in ASKED_FOR if (ticked if one is lack else one in draft.lacks))
        self._become(replace(self.state, draft=replace(draft, lacks=lacks), needs_choice=False))

    def tell(self, text: str) -> None:
        """A line of one's own to the citizen; nothing on the page depends on it."""
        self._state = replace(self.state, draft=replace(self.state.draft, told=text.strip()))

    def keep(self) -> None:
        """Keep it as a case of its own, once."""
        if self.state.keeping:
            return
        if not self.state.draft.lacks:
            self._become(replace(self.state, needs_choice=True))
            return
        draft = replace(self.state.draft, code=new_code())
        self._become(replace(self.state, keeping=True, not_kept=False))
        self._job = self._background.run(self._keep(draft, ""), lambda number: self._was_kept(number, draft))

    def close(self) -> None:
        """Leave the page."""
        if self._job is not None:
            self._job.cancel()

    def _was_kept(self, number: str | None, draft: Draft) -> None:
        self._become(replace(self.state, keeping=False, not_kept=number is None))
        if number is not None:
            self.kept.emit(number, draft)


def lacks_of(state: Ready) -> tuple[Lack, ...]:
    """What the check itself can tell is missing from a form."""
    found = {_BY_CONSENT[missing] for missing in missing_in(state) if missing in _BY_CONSENT}
    if Why.FORM_VERSION in state.verdict.reasons:
        found.add(Lack.VERSION)
    return tuple(lack for lack in ASKED_FOR if lack in found)
