"""Practice mode against the practice region's own control surface: what it offers, what it is told, what goes wrong."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from pytestqt.qtbot import QtBot

from desktop.runtime.background import Background
from desktop.training import PracticeRegion
from desktop.viewmodels.practice_world import ControlProblem, Drill, Exercise, Fault, World
from desktop.viewmodels.training import Deed, Section, TrainingViewModel
from tests.region import Region

COUNTY = "20"


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[[PracticeRegion], TrainingViewModel]]:
    """``start(practice)`` is practice mode at a desk in Dalarna."""
    errors: list[BaseException] = []
    background = Background(errors.append)
    yield lambda practice: TrainingViewModel(practice.controls(), COUNTY, background)
    background.close()
    assert errors == []


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[TrainingViewModel], None]:
    """Wait until the region has answered."""
    return lambda model: qtbot.waitUntil(lambda: model.state.doing is None, timeout=20_000)


@pytest.fixture
def model(
    start: Callable[[PracticeRegion], TrainingViewModel],
    settle: Callable[[TrainingViewModel], None],
    practice: PracticeRegion,
    region: Region,
) -> TrainingViewModel:
    """Practice mode that has been read, against a region on its first day."""
    model = start(practice)
    model.look()
    settle(model)
    return model


def world(model: TrainingViewModel) -> World:
    assert model.state.world is not None
    return model.state.world


def exercise(model: TrainingViewModel, key: str) -> Exercise:
    return next(one for one in world(model).exercises if one.key == key)


def test_exercises_come_in_order_with_their_person_and_place(model: TrainingViewModel, region: Region) -> None:
    first, second = world(model).exercises[:2]
    assert (first.key, first.person.number) == ("first-move", region.number("adult-home"))
    assert first.place is not None
    assert (first.place.name, first.place.county) == ("Tallbackens vårdcentral", COUNTY)
    assert second.key == "join-queue"
    assert all(one.titles[code] and one.texts[code] for one in world(model).exercises for code in ("sv", "en"))
    assert exercise(model, "two-queues").clock == timedelta(days=9)


@pytest.mark.parametrize("drill", Drill)
def test_a_drill_is_on_at_the_region_until_it_is_chosen_again(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None], region: Region, drill: Drill
) -> None:
    model.toggle(drill)
    settle(model)
    assert model.active == drill
    told = region.control("/faults")["faults"]
    assert [one["name"] for one in told] == [fault.name for fault in drill.faults(COUNTY)]
    model.toggle(drill)
    settle(model)
    assert model.active is None
    assert region.control("/faults")["faults"] == []


def test_another_fault_takes_the_place_of_the_first(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None], region: Region
) -> None:
    model.toggle(Drill.DOWN)
    settle(model)
    outage = exercise(model, "outage-region")
    model.toggle(outage)
    settle(model)
    assert model.active == outage
    assert [one["region"] for one in region.control("/faults")["faults"]] == ["21"]
    model.clear_fault()
    settle(model)
    assert model.active is None


def test_a_fault_with_its_last_time_left_is_still_the_exercises(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None], region: Region
) -> None:
    outage = exercise(model, "outage-after")
    region.control(
        "/faults", {"set": [{"name": "timeout-after-store", "contract": "CreateListing", "seconds": 10, "times": 3}]}
    )
    model.look()
    settle(model)
    assert model.active == outage
    region.control("/faults", {"clear": True})
    model.look_whether_used_up()
    settle(model)
    assert model.active is None


def test_a_fault_that_somebody_else_has_set_is_shown(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None], region: Region
) -> None:
    region.control("/faults", {"set": [{"name": "html", "region": "23"}]})
    model.look()
    settle(model)
    assert model.active == Fault("html", "23")


def test_the_clock_moves_and_a_reset_takes_it_back(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None]
) -> None:
    deeds: list[Deed] = []
    model.done.connect(deeds.append)
    first_day = world(model).now
    model.move_clock(timedelta(days=9))
    settle(model)
    assert timedelta(days=9) <= world(model).now - first_day < timedelta(days=9, minutes=5)
    model.toggle(Drill.SLOW)
    settle(model)
    model.ask_to_reset()
    assert model.state.asks_to_reset
    model.reset()
    settle(model)
    assert not model.state.asks_to_reset
    assert world(model).now - first_day < timedelta(minutes=5)
    assert model.active is None
    assert deeds == [Deed.MOVE_CLOCK, Deed.SET_FAULT, Deed.RESET]


def test_a_press_while_the_region_is_asked_waits_for_no_second_answer(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None], region: Region
) -> None:
    model.toggle(Drill.DOWN)
    model.toggle(Drill.SLOW)
    settle(model)
    assert model.active == Drill.DOWN


def test_a_look_gives_way_to_what_a_person_asks_for(
    model: TrainingViewModel, settle: Callable[[TrainingViewModel], None]
) -> None:
    model.look()
    model.toggle(Drill.SLOW)
    settle(model)
    assert model.active == Drill.SLOW


def test_people_and_places_narrow_while_one_types(model: TrainingViewModel, region: Region) -> None:
    model.show(Section.PEOPLE)
    assert len(model.people) == len(world(model).people) > 30
    model.narrow("KÖHLER 19900602-2397")
    assert [one.number for one in model.people] == [region.number("in-queue")]
    model.show(Section.PLACES)
    assert (model.state.text, len(model.places)) == ("", len(world(model).places))
    model.narrow("barnavård")
    assert [one.hsa_id for one in model.places] == ["SE9900000020-1010"]


def test_a_region_that_has_ended_is_said_and_what_was_read_stays(
    start: Callable[[PracticeRegion], TrainingViewModel],
    settle: Callable[[TrainingViewModel], None],
    tmp_path: Path,
) -> None:
    own = PracticeRegion(tmp_path, small=True)
    model = start(own)
    model.look()
    settle(model)
    own.stop()
    model.toggle(Drill.SLOW)
    settle(model)
    assert (model.state.problem, model.active) == (ControlProblem.NO_ANSWER, None)
    assert world(model).exercises


def test_a_refusal_is_said(model: TrainingViewModel, settle: Callable[[TrainingViewModel], None]) -> None:
    model.move_clock(timedelta(0))
    settle(model)
    assert model.state.problem is ControlProblem.REFUSED
    model.look()
    settle(model)
    assert model.state.problem is None


def test_an_answer_of_another_kind_is_said(
    model: TrainingViewModel,
    settle: Callable[[TrainingViewModel], None],
    practice: PracticeRegion,
    httpserver: HTTPServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    httpserver.expect_request("/state").respond_with_json({"now": "soon"})
    monkeypatch.setitem(practice.ready(), "control", httpserver.url_for("").rstrip("/"))
    model.look()
    settle(model)
    assert model.state.problem is ControlProblem.NOT_UNDERSTOOD
