"""A program that breaks in the middle of a registration says that it does not know, and the desk goes on."""

from collections.abc import AsyncIterator, Callable
from dataclasses import fields
from typing import Any

from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview
from desktop.domain.outcome import Unclear
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Effect
from desktop.domain.registration import Consent, Intent, Wish
from desktop.runtime.background import Background
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.use_cases import UseCases
from tests.domain.samples import ADULT, DALARNA, HERE, PRIMARY, choice, reading
from tests.viewmodels.conftest import Later

WHOLE = Overview(ADULT, (), {DALARNA: reading()})


def test_a_registration_that_breaks_is_unclear_and_the_desk_can_be_left(
    background: Background, errors: list[BaseException], until: Callable[[Callable[[], object]], None]
) -> None:
    async def open_citizen(_: Citizen) -> AsyncIterator[Overview]:
        yield WHOLE

    async def prepare(seen: Overview, wish: Wish) -> Prepared:
        return Prepared(choice(wish.intent), seen, (PRIMARY,))

    async def register(*_: Any) -> None:
        raise ZeroDivisionError("a bug")

    async def no_cases(*_: Any) -> tuple[()]:
        return ()

    given: dict[str, Any] = {field.name: Later() for field in fields(UseCases)}
    ours = {"open_citizen": open_citizen, "prepare": prepare, "register": register, "cases_of": no_cases}
    desk = DeskViewModel(read_profile(resource("practice/profile.toml")), UseCases(**given | ours), background)
    desk.choosing.open_citizen(ADULT)
    until(lambda: desk.overview.state == WHOLE)
    desk.registering.check(Wish(Intent.LIST, DALARNA, HERE.hsa_id))
    until(lambda: isinstance(desk.page.state, Ready))
    desk.page.tick(Consent.APPROVED, True)
    desk.page.register()
    until(lambda: isinstance(desk.page, OutcomeViewModel))
    outcome = desk.page.state.outcome
    assert isinstance(outcome, Unclear)
    assert outcome.problem.effect is Effect.UNKNOWN
    assert [type(error) for error in errors] == [ZeroDivisionError]
    errors.clear()
    desk.new_citizen()
    assert desk.page is desk.search
