"""The check of a choice and what came of it: who makes it, on what evidence, and the outcome's page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.domain.case import FormToSign
from desktop.domain.draft import Draft
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Listing, ListingType, same_hsa_id
from desktop.domain.outcome import NotSent
from desktop.domain.registration import Registration, Wish
from desktop.runtime.background import Background
from desktop.runtime.clock import today
from desktop.settings.profile import Profile
from desktop.usecases.register import Registered
from desktop.viewmodels.aside import Aside
from desktop.viewmodels.asks import Asks
from desktop.viewmodels.basis import Basis, basis_of, returned_basis, signed_in, usual_basis
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready, other_types
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.repeats import CHECK, case
from desktop.viewmodels.siblings import Sent
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases


class Registering(Trail):
    """Opens checks, and outcomes once they are sent."""

    def __init__(
        self, profile: Profile, cases: UseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(profile, cases, background, parent)
        self.drafting = Drafting(self, cases, background)
        self.aside = Aside(self, cases, background)

    def check(self, wish: Wish, begun: Draft | None = None) -> None:
        """Open the check for a wish; an open check is replaced by it, and who chooses and on what evidence goes on."""
        if (opened := self.checking) is not None:
            self.close_until(self.pages.index(opened), keeps_draft=True)
        basis, along = self._basis_for(wish)
        if begun is not None:
            along = begun.siblings
            basis = basis_of(begun.evidence, begun.chooser, basis) if begun.evidence is not None else basis
        overview, use = self.sure_overview(), self._use
        agreement, rules = self.profile.agreement, self.profile.rules
        register = self.visit.watched(use.register, overview)
        asks = Asks(use.prepare, register, use.look_up, use.prepare_sibling, agreement, rules, use.guardians_of)
        page = CheckViewModel(overview.state, wish, asks, basis, self._background, self, along)
        page.overview_changed.connect(overview.take)
        page.registered.connect(self._registered)
        self.drafting.keeper.follow(page)
        self.open(page)
        self.repeats.note(CHECK)
        page.prepare()

    def _basis_for(self, wish: Wish) -> tuple[Basis, tuple[PersonIdentity, ...]]:
        """What a check starts from: what was left a moment ago, or all that was known of a form that has come back."""
        returned = self.visit.returned
        form = returned.about if returned is not None else None
        came_back = isinstance(form, FormToSign) and same_hsa_id(form.choice.facility.hsa_id, wish.hsa_id)
        if self.visit.left is not None:
            basis, along = self.visit.left
            return (basis if came_back else replace(basis, printed_on=None)), along
        usual = self._usual_basis()
        if came_back and isinstance(form, FormToSign) and returned is not None:
            return returned_basis(form, returned.opened_at.date(), usual), ()
        return usual, ()

    def _usual_basis(self) -> Basis:
        return usual_basis(today(), signed_in(), self.profile.desk.centres[0].name, self._session)

    def _registered(self, order: Registration, registered: Registered, siblings: tuple[Sent, ...]) -> None:
        types: tuple[ListingType, ...] = ()
        if isinstance(check := self.page, CheckViewModel):
            self._session = check.basis
            types = other_types(order.choice, check.state.types) if isinstance(check.state, Ready) else ()
        overview = self.sure_overview()
        previous = tuple(item for _, item in overview.state.current)
        unsent = isinstance(registered.outcome, NotSent) and not registered.case_number
        if unsent:  # It waits until somebody sends it again.
            self.drafting.leave(order.citizen)
        self.close_until(2)
        self.visit.left = None
        self.repeats.note(case(registered.case_number))
        self.open(self._outcome(order, registered, previous, siblings=siblings, types=types))

    def look_at_sibling(self, sent: Sent) -> None:
        """A sibling's own outcome, with its own next steps."""
        if self.is_held():
            return
        order, registered = sent
        self.revealed = self.revealed and not order.citizen.is_protected
        self.open(self._outcome(order, registered))

    def _outcome(
        self,
        order: Registration,
        registered: Registered,
        previous: tuple[Listing, ...] = (),
        *,
        siblings: tuple[Sent, ...] = (),
        wish: str = "",
        types: tuple[ListingType, ...] = (),
    ) -> OutcomeViewModel:
        again, keep = self._use.check_again, self._use.note_wish
        return OutcomeViewModel(order, registered, previous, again, self._background, self, siblings, keep, wish, types)
