"""What a check sends: the citizen's order and each sibling's that may be registered, one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from desktop.domain.agreement import Agreement
from desktop.domain.listing import Overview, RegionListings
from desktop.domain.prepared import Prepared
from desktop.domain.registration import Choice, Registration
from desktop.usecases.register import Registered
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.siblings import Sent

Order = tuple[Registration, RegionListings]
"""An order, and what its region showed when it was checked."""
Register = Callable[[Registration, RegionListings], Awaitable[Registered]]


def orders_in(state: Ready, agreement: Callable[[str], Agreement]) -> list[Order]:
    """The citizen's order first. RuntimeError where a verdict should not have allowed it."""
    return list(_orders(state, agreement))


def _orders(state: Ready, agreement: Callable[[str], Agreement]) -> Iterator[Order]:
    yield _order(state, agreement, state.choice, state.overview)
    for sibling in state.siblings:
        if sibling.may_register and isinstance(sibling.answer, Prepared):
            yield _order(state, agreement, sibling.answer.choice, sibling.answer.overview)


async def send_each(orders: list[Order], register: Register) -> list[Sent]:
    """One after the other; whatever becomes of one, the next is still sent."""
    return [(order, await register(order, seen)) for order, seen in orders]


def _order(state: Ready, agreement: Callable[[str], Agreement], choice: Choice, overview: Overview) -> Order:
    seen = overview.answered(choice.county)
    evidence = state.basis.evidence
    agreed = agreement(choice.county).to_register(evidence.kind)
    if seen is None or agreed is None:
        raise RuntimeError("a verdict without reading or agreement cannot allow a registration")
    order = Registration(
        citizen=overview.citizen,
        choice=choice,
        chooser=state.basis.chooser,
        evidence=evidence,
        consents=state.ticked,
        agreement=agreed,
        present_counties=overview.listed_in(choice.listing_type),
    )
    return order, seen
