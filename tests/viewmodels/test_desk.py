"""The desk's paths: one page at a time, back the way one came, and nothing of a citizen kept for the next one."""

from collections.abc import AsyncIterator, Callable
from dataclasses import fields
from typing import Any

import pytest

from desktop.domain.citizen import Citizen
from desktop.domain.listing import Overview, Pending
from desktop.domain.registration import Intent, Wish
from desktop.runtime.background import Background
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Preparing
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.search import Idle, Searching
from desktop.viewmodels.use_cases import UseCases
from tests.domain.samples import ADULT, DALARNA, EK, HERE, choice, listed, overview
from tests.viewmodels.conftest import Later

WISH = Wish(Intent.LIST, DALARNA, HERE.hsa_id)
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def cases() -> dict[str, Any]:
    """Use cases that answer when told to; opening a citizen shows one listing at once."""
    given: dict[str, Any] = {field.name: Later() for field in fields(UseCases)}

    async def open_citizen(_: Citizen) -> AsyncIterator[Overview]:
        yield overview(listed())

    return given | {"open_citizen": open_citizen}


@pytest.fixture
def desk(cases: dict[str, Any], background: Background) -> DeskViewModel:
    return DeskViewModel(read_profile(resource("practice/profile.toml")), UseCases(**cases), background)


@pytest.fixture
def opened(desk: DeskViewModel, cases: dict[str, Any], until: Until) -> DeskViewModel:
    """A desk with somebody found by number, and their overview read."""
    desk.search.submit(ADULT.identity.number)
    until(lambda: cases["find"].asked)
    cases["find"].answer(ADULT)
    until(lambda: desk.overview is not None and desk.overview.state.is_complete)
    return desk


def pages(desk: DeskViewModel) -> list[object]:
    """Every page that opens from now on."""
    seen: list[object] = []
    desk.page_changed.connect(lambda: seen.append(desk.page))
    return seen


def test_it_begins_with_an_empty_search(desk: DeskViewModel) -> None:
    assert (desk.page, desk.overview, desk.is_sending) == (desk.search, None, False)
    desk.back()
    desk.to_overview()
    assert desk.page is desk.search


def test_somebody_found_is_opened(opened: DeskViewModel) -> None:
    assert isinstance(opened.page, OverviewViewModel)
    assert opened.page.state == overview(listed())
    assert opened.search.state == Idle()


def test_back_the_way_one_came(opened: DeskViewModel) -> None:
    first = opened.page
    opened.choosing.choose_doctor(DALARNA, listed())
    assert isinstance(opened.page, DoctorsViewModel)
    opened.choosing.take_doctor(DALARNA, listed(), EK)
    assert isinstance(opened.page, CheckViewModel)
    opened.papers.print_form(choice())
    assert isinstance(opened.page, PaperViewModel)
    seen = pages(opened)
    for _ in range(5):
        opened.back()
    assert [type(page) for page in seen[:2]] == [CheckViewModel, DoctorsViewModel]
    assert seen[2:] == [first, opened.search]
    assert opened.overview is None


def test_the_next_citizen_begins_with_nothing_of_the_last(opened: DeskViewModel) -> None:
    opened.registering.check(WISH)
    seen = pages(opened)
    opened.new_citizen()
    assert seen == [opened.search]
    assert (opened.overview, opened.search.state) == (None, Idle())


def test_an_answer_about_the_last_citizen_opens_nobody(
    desk: DeskViewModel, cases: dict[str, Any], until: Until, delivered: Callable[[], None]
) -> None:
    desk.search.submit(ADULT.identity.number)
    until(lambda: cases["find"].asked)
    assert isinstance(desk.search.state, Searching)
    desk.new_citizen()
    cases["find"].answer(ADULT)
    until(lambda: cases["find"].finished)
    delivered()
    assert (desk.page, desk.overview) == (desk.search, None)


def test_a_new_check_replaces_the_open_one(opened: DeskViewModel) -> None:
    opened.registering.check(WISH)
    opened.choosing.ask_for(Intent.JOIN_QUEUE, choice())
    assert opened.page.state == Preparing(
        Wish(Intent.JOIN_QUEUE, DALARNA, HERE.hsa_id, choice().listing_type, facility=choice().facility)
    )
    opened.back()
    assert isinstance(opened.page, OverviewViewModel)


@pytest.mark.parametrize(
    ("go", "intent"),
    [
        (lambda desk: desk.choosing.list_at_own_centre(), Intent.LIST),
        (lambda desk: desk.choosing.leave_queue(DALARNA, listed(in_queue=True)), Intent.LEAVE_QUEUE),
        (lambda desk: desk.choosing.take_doctor(DALARNA, listed(), EK), Intent.CHANGE_DOCTOR),
    ],
    ids=["own centre", "leave queue", "doctor"],
)
def test_what_each_key_asks_for(
    opened: DeskViewModel, cases: dict[str, Any], until: Until, go: Callable[[DeskViewModel], None], intent: Intent
) -> None:
    go(opened)
    until(lambda: cases["prepare"].asked)
    ((seen, wish),) = cases["prepare"].asked
    assert seen == overview(listed())
    assert (wish.intent, wish.county) == (intent, DALARNA)
    own = opened.profile.desk.centres[0].hsa_id
    assert wish.hsa_id == (own if intent is Intent.LIST else HERE.hsa_id)


def test_to_the_overview_reads_anew(opened: DeskViewModel, until: Until) -> None:
    opened.repeats.seconds = 0.0
    opened.registering.check(WISH)
    opened.to_overview()
    assert isinstance(opened.page, OverviewViewModel)
    until(lambda: opened.overview.state.is_complete)
    assert opened.overview.state.counties is not Pending.PENDING


def test_without_a_citizen_nothing_can_be_checked(desk: DeskViewModel) -> None:
    with pytest.raises(RuntimeError, match="no citizen is open"):
        desk.registering.check(WISH)
    assert desk.page is desk.search


def test_masking_and_language_are_told(desk: DeskViewModel) -> None:
    told: list[str] = []
    desk.masked_changed.connect(lambda: told.append("mask"))
    desk.language_changed.connect(lambda: told.append("language"))
    desk.toggle_mask()
    desk.use_language("en")
    assert (desk.masked, desk.language, told) == (True, "en", ["mask", "language"])
    desk.toggle_mask()
    assert not desk.masked
