"""The way on from each refusal, for each intent and each way of a region: one key, and never the same message."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from desktop.domain.listing import ListingType
from desktop.domain.outcome import RefusalCode
from desktop.domain.registration import Chooser, Intent
from desktop.runtime.background import Background
from desktop.runtime.language import Language
from desktop.runtime.resources import resource
from desktop.settings.profile import Profile, read_profile
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.use_cases import UseCases
from desktop.views.next_steps import next_steps
from tests.domain.samples import ADULT, CHILD_CARE, GUARDIAN_NUMBER, HERE, PRIMARY, choice, order

FULL_WITH_QUEUE = HERE.model_copy(update={"has_queue": True})
QUEUE, OTHER, FORM, GUARDIAN = (
    "Lista eller ställ i kö",
    "Välj annan mottagning",
    "Skriv ut blankett",
    "Den andra vårdnadshavaren väljer",
)
NOTICE = "Skriv ut hur de godkänner på 1177"
SV = Language("sv")


@pytest.fixture
def desk_of(qapp: object) -> Callable[..., DeskViewModel]:
    """``desk_of(way)``: a desk with somebody open, whose region takes the other guardian's word in that way."""

    async def nothing(*_: Any) -> None:
        return None

    async def no_cases(*_: Any) -> tuple[()]:
        return ()

    async def none_yet(*_: Any) -> Any:
        for never in ():
            yield never

    background = Background(lambda error: None)
    open_desks: list[DeskViewModel] = []

    def make(way: str = "") -> DeskViewModel:
        profile: Profile = read_profile(resource("practice/profile.toml"))
        agreed = profile.agreed.model_copy(update={"guardian_consent": way})
        given = {field.name: nothing for field in fields(UseCases)} | {"open_citizen": none_yet, "cases_of": no_cases}
        desk = DeskViewModel(profile.model_copy(update={"agreed": agreed}), UseCases(**given), background)
        open_desks.append(desk)
        desk.choosing.open_citizen(ADULT)
        return desk

    yield make
    background.close()
    open_desks.clear()


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize(
    ("code", "way", "expected"),
    [
        (RefusalCode.FULL, "", [OTHER]),
        (RefusalCode.CHANGES_EXCEEDED, "", [FORM]),
        (RefusalCode.GUARDIAN_CONSENT, "", [FORM]),
        (RefusalCode.GUARDIAN_CONSENT, "second-call", [GUARDIAN, FORM]),
        (RefusalCode.GUARDIAN_CONSENT, "form", [FORM]),
        (RefusalCode.GUARDIAN_CONSENT, "1177", [NOTICE]),
        (RefusalCode.AGE_LIMIT, "", [OTHER]),
        (RefusalCode.ERROR, "", [OTHER, FORM]),
    ],
)
def test_each_refusal_of_each_intent(
    desk_of: Callable[..., DeskViewModel], intent: Intent, code: RefusalCode, way: str, expected: list[str]
) -> None:
    by_guardian = order(choice(intent), chooser=Chooser(GUARDIAN_NUMBER))
    buttons = next_steps(desk_of(way), by_guardian, code, SV, print_notice=lambda: None)
    assert [button.text() for button in buttons] == expected


@pytest.mark.parametrize("intent", Intent)
def test_a_queue_is_offered_only_where_it_is_something_else_than_what_was_refused(
    desk_of: Callable[..., DeskViewModel], intent: Intent
) -> None:
    buttons = next_steps(desk_of(), order(choice(intent, FULL_WITH_QUEUE)), RefusalCode.FULL, SV)
    assert [button.text() for button in buttons] == ([QUEUE, OTHER] if intent is Intent.LIST else [OTHER])


@pytest.mark.parametrize(("way", "rest"), [("", [FORM]), ("second-call", [FORM]), ("form", [FORM]), ("1177", [NOTICE])])
def test_the_young_who_chose_alone_are_helped_by_a_guardian(
    desk_of: Callable[..., DeskViewModel], way: str, rest: list[str]
) -> None:
    buttons = next_steps(desk_of(way), order(), RefusalCode.GUARDIAN_CONSENT, SV, print_notice=lambda: None)
    assert [button.text() for button in buttons] == ["Vårdnadshavaren väljer", *rest]


def test_another_type_is_offered_where_there_is_one(desk_of: Callable[..., DeskViewModel]) -> None:
    other = ListingType(code="UM", display_name="Ungdomsmottagning")
    buttons = next_steps(desk_of(), order(), RefusalCode.AGE_LIMIT, SV, (other,))
    assert [button.text() for button in buttons] == ["Välj Ungdomsmottagning i stället", OTHER]


@pytest.mark.parametrize("code", RefusalCode)
@pytest.mark.parametrize("way", ["", "second-call", "form", "1177"])
def test_every_refusal_has_a_first_step_and_no_key_twice(
    desk_of: Callable[..., DeskViewModel], code: RefusalCode, way: str
) -> None:
    desk = desk_of(way)
    desk.new_citizen()
    buttons = next_steps(desk, order(), code, SV, (CHILD_CARE, PRIMARY), print_notice=lambda: None)
    keys = [button.shortcut().toString() for button in buttons if not button.shortcut().isEmpty()]
    assert buttons
    assert len(keys) == len(set(keys))
