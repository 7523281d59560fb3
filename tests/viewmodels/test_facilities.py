"""Choosing a care centre: what narrows the list, what stays when answers come, and what the check may rely on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.directory.centre_index import CentreIndex
from desktop.domain.centre import Centre, Entry, Municipality
from desktop.domain.codes import PRIMARY_CARE
from desktop.domain.listing import Facility, ListingType, Pending
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.runtime.background import Background
from desktop.runtime.clock import now
from desktop.usecases.offer_choices import Offer
from desktop.viewmodels.facilities import FacilitiesState, FacilitiesViewModel, QueueLimit

Until = Callable[[Callable[[], object]], None]
DALARNA, UPPSALA = County("20"), County("03")
PRIMARY = ListingType(code=PRIMARY_CARE)
CHILDREN = ListingType(code="2", display_name="Barnavård")
FALUN, MORA = Municipality("2080", "Falun"), Municipality("2062", "Mora")
SILENT = Problem(Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT, DALARNA)


def centre(name: str, municipality: Municipality | None = None, **facts: Any) -> Centre:
    entry = None if municipality is None else Entry(town=municipality.name, municipality=municipality)
    return Centre(Facility(hsa_id=f"id-{name}", name=name, **facts), entry)


TALL = centre("Tallen", FALUN, supports_doctor_choice=True, listing_types=(PRIMARY, CHILDREN))
GRAN = centre("Granen", MORA, has_queue=True, queue_length=60, estimated_wait=20, supports_doctor_choice=False)
ASK = centre("Asken", MORA, has_queue=True, queue_length=10, estimated_wait=80)
EK = centre("Eken", None, has_queue=True)
ALL = (TALL, GRAN, ASK, EK)


def offer(*centres: Centre, types: tuple[ListingType, ...] = (PRIMARY, CHILDREN), for_citizen: bool = True) -> Offer:
    return Offer(DALARNA, types, CentreIndex(centres), now(), for_citizen)


class Region:
    """Answers as a test tells it to, one answer at a time; None ends them."""

    def __init__(self, background: Background) -> None:
        self.asked: list[tuple[County, bool]] = []
        self._background, self._answers = background, asyncio.Queue[Offer | Problem | None]()

    async def __call__(self, county: County, again: bool) -> AsyncIterator[Offer | Problem]:
        self.asked.append((county, again))
        while (answer := await self._answers.get()) is not None:
            yield answer

    def answers(self, *answers: Offer | Problem | None) -> None:
        async def put() -> None:
            for answer in answers:
                await self._answers.put(answer)

        self._background.wait(put(), 5)


@pytest.fixture
def region(background: Background) -> Region:
    return Region(background)


@pytest.fixture
def model(region: Region, background: Background, qapp: object) -> FacilitiesViewModel:
    model = FacilitiesViewModel(FacilitiesState(DALARNA, (DALARNA, UPPSALA)), region, background)
    model.load()
    return model


@pytest.fixture
def offered(model: FacilitiesViewModel, region: Region, until: Until) -> FacilitiesViewModel:
    region.answers(offer(*ALL), None)
    until(lambda: not model.state.is_asking)
    return model


def names(model: FacilitiesViewModel) -> list[str]:
    return [one.facility.name for one in model.state.rows]


def choose(model: FacilitiesViewModel, **facets: Any) -> list[str]:
    model.choose(replace(model.state.facets, **facets))
    return names(model)


def test_everything_of_the_primary_care_type_is_there_by_name(offered: FacilitiesViewModel) -> None:
    assert names(offered) == ["Asken", "Eken", "Granen", "Tallen"]
    assert offered.state.total == 4
    assert offered.state.facets.listing_type == PRIMARY
    assert offered.sure_type == PRIMARY


def test_only_what_takes_the_type_is_there(offered: FacilitiesViewModel) -> None:
    assert choose(offered, listing_type=CHILDREN) == ["Tallen"]


def test_a_municipality_leaves_the_centres_that_the_directory_puts_there(offered: FacilitiesViewModel) -> None:
    assert offered.state.municipalities == (FALUN, MORA)
    assert choose(offered, municipality=MORA) == ["Asken", "Granen"]
    offered.narrow("gra")
    assert (names(offered), offered.state.total) == (["Granen"], 2)


def test_without_a_directory_there_is_no_municipality_to_choose(
    model: FacilitiesViewModel, region: Region, until: Until
) -> None:
    region.answers(offer(EK))
    until(lambda: model.state.rows)
    assert (model.state.municipalities, model.state.has_addresses) == ((), False)


@pytest.mark.parametrize(
    ("limit", "left"),
    [
        (QueueLimit.ANY, ["Asken", "Eken", "Granen", "Tallen"]),
        (QueueLimit.NONE_STATED, ["Tallen"]),
        (QueueLimit.FIFTY, ["Asken", "Tallen"]),
        (QueueLimit.THIRTY_DAYS, ["Granen", "Tallen"]),
        (QueueLimit.NINETY_DAYS, ["Asken", "Granen", "Tallen"]),
    ],
)
def test_a_queue_is_within_the_limit_only_where_its_length_is_stated(
    offered: FacilitiesViewModel, limit: QueueLimit, left: list[str]
) -> None:
    assert choose(offered, queue=limit) == left


def test_choice_of_doctor_is_only_where_the_region_says_so(offered: FacilitiesViewModel) -> None:
    assert choose(offered, doctor_choice=True) == ["Tallen"]


def test_what_was_typed_before_the_answer_counts(model: FacilitiesViewModel, region: Region, until: Until) -> None:
    model.narrow("tal")
    assert isinstance(model.state.offer, Pending)
    region.answers(offer(*ALL))
    until(lambda: model.state.rows)
    assert names(model) == ["Tallen"]


def test_a_later_answer_keeps_what_is_chosen_and_typed(
    model: FacilitiesViewModel, region: Region, until: Until
) -> None:
    region.answers(offer(*ALL, for_citizen=False))
    until(lambda: model.state.rows)
    choose(model, municipality=MORA, listing_type=PRIMARY)
    model.narrow("asken")
    region.answers(offer(ASK, types=(CHILDREN, PRIMARY)), None)
    until(lambda: not model.state.is_asking)
    assert (names(model), model.state.facets.municipality, model.state.facets.listing_type) == (
        ["Asken"],
        MORA,
        PRIMARY,
    )


def test_a_municipality_that_is_gone_is_chosen_no_longer(
    offered: FacilitiesViewModel, region: Region, until: Until
) -> None:
    choose(offered, municipality=FALUN)
    offered.load(again=True)
    region.answers(offer(GRAN, ASK), None)
    until(lambda: not offered.state.is_asking)
    assert (names(offered), offered.state.facets.municipality) == (["Asken", "Granen"], None)
    assert region.asked == [(DALARNA, False), (DALARNA, True)]


def test_the_check_is_not_told_a_type_that_the_citizen_may_not_have(
    model: FacilitiesViewModel, region: Region, until: Until
) -> None:
    """Until the region has said which types this citizen may have, the check asks for one itself."""
    region.answers(offer(*ALL, for_citizen=False))
    until(lambda: model.state.rows)
    assert model.state.facets.listing_type == PRIMARY
    assert model.sure_type is None


def test_another_region_starts_afresh_with_what_is_typed(
    offered: FacilitiesViewModel, region: Region, until: Until
) -> None:
    offered.narrow("gran")
    choose(offered, municipality=MORA, queue=QueueLimit.NINETY_DAYS)
    offered.choose_region(UPPSALA)
    assert isinstance(offered.state.offer, Pending)
    assert (offered.state.rows, offered.state.text) == ((), "gran")
    assert (offered.state.facets.municipality, offered.state.facets.queue) == (None, QueueLimit.NINETY_DAYS)
    until(lambda: region.asked[-1] == (UPPSALA, False))


def test_a_problem_takes_the_list_away_and_the_next_try_brings_it(
    model: FacilitiesViewModel, region: Region, until: Until
) -> None:
    region.answers(SILENT, None)
    until(lambda: not model.state.is_asking)
    assert (model.state.offer, model.state.rows) == (SILENT, ())
    model.narrow("tal")
    assert model.state.rows == ()
    model.load(again=True)
    region.answers(offer(*ALL), None)
    until(lambda: model.state.rows)
    assert names(model) == ["Tallen"]


def test_a_closed_list_is_told_nothing_more(
    model: FacilitiesViewModel, region: Region, background: Background, until: Until
) -> None:
    changes: list[object] = []
    model.close()
    model.changed.connect(lambda: changes.append(model.state))
    region.answers(offer(*ALL), None)
    arrived: list[object] = []
    background.run(asyncio.sleep(0), lambda _: arrived.append(True))
    until(lambda: arrived)
    assert changes == []
