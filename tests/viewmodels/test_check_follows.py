"""A check that was opened early follows the overview: a region named late may need a consent and cost a listing."""

from collections.abc import AsyncIterator, Callable
from dataclasses import fields
from typing import Any

from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview, Pending
from desktop.domain.prepared import Prepared
from desktop.domain.registration import Consent, Intent, Wish
from desktop.runtime.background import Background
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.use_cases import UseCases
from tests.domain.samples import ADULT, AWAY, DALARNA, GAVLEBORG, HERE, PRIMARY, choice, listed, reading
from tests.viewmodels.conftest import Later

EARLY = Overview(ADULT, Pending.PENDING, {DALARNA: reading()})
LATE = Overview(ADULT, (GAVLEBORG,), {DALARNA: reading(), GAVLEBORG: reading(listed(AWAY))})


def test_a_region_named_late_reaches_the_check(
    background: Background, until: Callable[[Callable[[], object]], None]
) -> None:
    later = Later()

    async def open_citizen(_: Citizen) -> AsyncIterator[Overview]:
        yield EARLY
        yield await later()

    async def prepare(seen: Overview, wish: Wish) -> Prepared:
        return Prepared(choice(wish.intent), seen, (PRIMARY,))

    given: dict[str, Any] = {field.name: Later() for field in fields(UseCases)}
    cases = UseCases(**given | {"open_citizen": open_citizen, "prepare": prepare})
    desk = DeskViewModel(read_profile(resource("practice/profile.toml")), cases, background)
    desk.choosing.open_citizen(ADULT)
    until(lambda: desk.overview.state == EARLY and later.asked)
    desk.registering.check(Wish(Intent.LIST, DALARNA, HERE.hsa_id))
    until(lambda: isinstance(desk.page.state, Ready))
    assert Consent.REGIONS_EXCHANGE not in desk.page.state.needed
    later.answer(LATE)
    until(lambda: desk.overview.state == LATE)
    assert Consent.REGIONS_EXCHANGE in desk.page.state.needed
    assert desk.page.state.verdict.leaving == listed(AWAY)
