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
from desktop.usecases.register import Registered
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


class Registering(QObject):
    """Opens checks, and outcomes once they are sent."""

    def __init__(self, trail: Trail, drafting: Drafting, use: UseCases, background: Background) -> None:
        super().__init__(trail)
        self._trail, self._drafting = trail, drafting
        self._use, self._background = use, background
        self._session: Basis | None = None
        trail.handed_on.connect(self._forget)

    def _forget(self) -> None:
        self._session = None

    def check(self, wish: Wish, begun: Draft | None = None) -> None:
        """Open the check for a wish; an open check is replaced by it, and who chooses and on what evidence goes on."""
        if (opened := self._trail.checking) is not None:
            self._trail.close_until(self._trail.pages.index(opened), keeps_draft=True)
        basis, along = self._basis_for(wish)
        if begun is not None:
            along = begun.siblings
            basis = basis_of(begun.evidence, begun.chooser, basis) if begun.evidence is not None else basis
        overview, use = self._trail.sure_overview(), self._use
        agreement, rules = self._trail.profile.agreement, self._trail.profile.rules
        register = self._trail.visit.watched(use.register, overview)
        asks = Asks(use.prepare, register, use.look_up, use.prepare_sibling, agreement, rules, use.guardians_of)
        page = CheckViewModel(overview.state, wish, asks, basis, self._background, self, along)
        page.overview_changed.connect(overview.take)
        page.registered.connect(self._registered)
        self._drafting.keeper.follow(page)
        self._trail.open(page)
        self._trail.repeats.note(CHECK)
        page.prepare()

    def _basis_for(self, wish: Wish) -> tuple[Basis, tuple[PersonIdentity, ...]]:
        """What a check starts from: what was left a moment ago, or all that was known of a form that has come back."""
        returned = self._trail.visit.returned
        form = returned.about if returned is not None else None
        came_back = isinstance(form, FormToSign) and same_hsa_id(form.choice.facility.hsa_id, wish.hsa_id)
        if self._trail.visit.left is not None:
            basis, along = self._trail.visit.left
            return (basis if came_back else replace(basis, printed_on=None)), along
        usual = self.usual_basis()
        if came_back and isinstance(form, FormToSign) and returned is not None:
            return returned_basis(form, returned.opened_at.date(), usual), ()
        return usual, ()

    def usual_basis(self) -> Basis:
        """What a check or a form starts from where nothing else is known."""
        return usual_basis(today(), signed_in(), self._trail.profile.desk.centres[0].name, self._session)

    def _registered(self, order: Registration, registered: Registered, siblings: tuple[Sent, ...]) -> None:
        types: tuple[ListingType, ...] = ()
        if isinstance(check := self._trail.page, CheckViewModel):
            self._session = check.basis
            types = other_types(order.choice, check.state.types) if isinstance(check.state, Ready) else ()
        overview = self._trail.sure_overview()
        previous = tuple(item for _, item in overview.state.current)
        unsent = isinstance(registered.outcome, NotSent) and not registered.case_number
        if unsent:  # It waits until somebody sends it again.
            self._drafting.leave(order.citizen)
        self._trail.close_until(2)
        self._trail.visit.left = None
        self._trail.repeats.note(case(registered.case_number))
        self._trail.open(self.outcome(order, registered, previous, siblings=siblings, types=types))

    def look_at_sibling(self, sent: Sent) -> None:
        """A sibling's own outcome, with its own next steps."""
        if self._trail.is_held():
            return
        order, registered = sent
        self._trail.revealed = self._trail.revealed and not order.citizen.is_protected
        self._trail.open(self.outcome(order, registered))

    def outcome(
        self,
        order: Registration,
        registered: Registered,
        previous: tuple[Listing, ...] = (),
        *,
        siblings: tuple[Sent, ...] = (),
        wish: str = "",
        types: tuple[ListingType, ...] = (),
    ) -> OutcomeViewModel:
        """The page about an order that has been sent, now or once."""
        again, keep = self._use.check_again, self._use.note_wish
        return OutcomeViewModel(order, registered, previous, again, self._background, self, siblings, keep, wish, types)
