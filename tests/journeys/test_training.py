"""Practice mode in the real window, by keyboard: exercises, faults on demand, the clock, and beginning anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.domain.problems import Problem
from desktop.tour import Hands
from desktop.training import PracticeRegion
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.practice_world import Drill
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.training import TrainingViewModel
from desktop.views.look import Theme
from desktop.views.parts import EnvironmentMark, KeyButton, Text
from tests.journeys.opened import OpenDesk, put_away


class Learner(Hands):
    """Hands at a desk in practice mode, with eyes for the strip and the page, and ears for what is announced."""

    def __init__(self, desk: Desk, announced: list[tuple[str, bool]]) -> None:
        super().__init__(desk)
        self._announced = announced

    @property
    def heard(self) -> list[str]:
        """What has been announced."""
        return [text for text, _ in self._announced]

    def press(self, keys: str) -> None:
        """Press, and see what came of it before the next key, as people do."""
        super().press(keys)
        self.settle()

    def practise(self) -> TrainingViewModel:
        """F7, and wait until the region has told what there is."""
        self.press("F7")
        model = self.page(TrainingViewModel)
        self.answered()
        return model

    def answered(self) -> None:
        """Wait until the region has done what it was asked."""
        training = self.desk.model.training
        assert training is not None
        self.until(lambda: training.state.doing is None, "waiting for the practice region")
        self.settle()

    def choose(self, name: str) -> None:
        """Tab to the control of this name and press it."""
        self.reach(name)
        self.press("Enter")

    def overview(self) -> OverviewViewModel:
        """Wait for the whole overview."""
        overview = self.page(OverviewViewModel)
        self.until(lambda: overview.state.is_complete, "waiting for the regions")
        self.settle()
        return overview

    @property
    def strip(self) -> str:
        """What the practice strip says."""
        return self.desk.window.findChild(EnvironmentMark).text()

    @property
    def texts(self) -> list[str]:
        """Every text that can be seen on the page."""
        shown = self.desk.window.page.findChildren(QWidget)
        return [one.text() for one in shown if isinstance(one, Text | KeyButton) and one.isVisible()]


@pytest.fixture
def open_learner(open_desk: OpenDesk, heard: list[tuple[str, bool]]) -> Callable[[str], Learner]:
    """``open_learner("sv")`` opens a desk in practice mode against the region on its first day."""
    return lambda language: Learner(open_desk(language).desk, heard)


@pytest.fixture
def learner(open_learner: Callable[[str], Learner]) -> Learner:
    return open_learner("sv")


def test_an_exercise_puts_its_person_in_the_search(learner: Learner) -> None:
    learner.practise()
    assert "1. Lista om en invånare" in learner.texts
    assert "Övning" in learner.heard
    learner.choose("exercise-first-move")
    assert learner.overview().state.citizen.identity.number == "191212121212"


def test_the_queue_moves_with_the_regions_clock(learner: Learner) -> None:
    learner.practise()
    learner.choose("exercise-two-queues")
    assert len(learner.overview().state.queue_places) == 2
    learner.practise()
    learner.choose("clock-two-queues")
    learner.answered()
    assert "Klockan är flyttad." in learner.heard
    learner.press("Esc")
    learner.until(lambda: len(learner.overview().state.queue_places) < 2, "waiting for the place")
    assert [item.facility.name for _, item in learner.overview().state.current] == ["Silverbergets vårdcentral"]


def test_a_fault_stands_in_the_strip_until_one_key_ends_it(learner: Learner) -> None:
    model = learner.practise()
    learner.press("Right")
    learner.choose(f"drill-{Drill.REGISTER_DOWN.name}")
    learner.until(lambda: model.active is Drill.REGISTER_DOWN, "waiting for the fault")
    assert learner.strip.endswith("AVBROTT PÅ: Personregistret ligger nere.")
    assert "Avbrottet är på." in learner.heard
    learner.press("F2")
    learner.write("191212121212")
    learner.press("Enter")
    search = learner.page(SearchViewModel)
    learner.until(lambda: isinstance(search.state, Problem), "waiting for the problem")
    assert "AVBROTT PÅ" in learner.strip
    learner.press("F8")
    learner.answered()
    assert "AVBROTT" not in learner.strip
    assert "Avbrottet är avslutat." in learner.heard
    assert learner.find("191212121212").state.is_complete


def test_a_fault_that_has_been_used_up_leaves_the_strip(learner: Learner, region) -> None:
    region.control("/faults", {"set": [{"name": "delay", "seconds": 0, "contract": "GetListing", "times": 1}]})
    learner.practise()
    assert learner.strip.endswith("AVBROTT PÅ: delay.")
    learner.find("191212121212")
    learner.press("Ctrl+B")
    learner.answered()
    assert "AVBROTT" not in learner.strip


def test_beginning_anew_asks_first_and_lets_go_of_what_is_open(learner: Learner) -> None:
    learner.find("191212121212")
    model = learner.practise()
    learner.reach("ask-to-reset")
    learner.press("Enter")
    learner.settle()
    assert "Vill du börja om från första dagen?" in learner.texts
    learner.press("Enter")
    assert not model.state.asks_to_reset
    learner.choose("ask-to-reset")
    learner.settle()
    learner.press("Tab")
    learner.press("Enter")
    learner.answered()
    assert "Övningen är återställd till första dagen." in learner.heard
    assert learner.desk.model.overview is None
    learner.press("Esc")
    learner.page(SearchViewModel)


def test_people_are_found_by_what_they_are_good_for(learner: Learner) -> None:
    learner.practise()
    learner.press("Right")
    learner.press("Right")
    learner.press("Tab")
    learner.write("melker")
    learner.settle()
    assert "1 av 40 personer" in learner.texts
    learner.press("Tab")
    learner.press("Enter")
    assert learner.overview().state.citizen.identity.number == "199006022397"


def test_the_page_in_english(open_learner: Callable[[str], Learner]) -> None:
    learner = open_learner("en")
    learner.practise()
    assert {"1. List a resident with you", "Reset the practice region"} <= set(learner.texts)
    learner.press("Right")
    learner.settle()
    assert "The region is slow" in learner.texts


def test_a_control_surface_that_is_gone_is_said(
    learner: Learner, practice: PracticeRegion, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.practise()
    learner.press("Right")
    with monkeypatch.context() as gone:
        gone.setitem(practice.ready(), "control", "http://127.0.0.1:9")
        learner.choose(f"drill-{Drill.SLOW.name}")
        learner.answered()
        assert "Övningsregionen svarar inte." in learner.texts
    learner.press("F5")
    learner.answered()
    assert "Övningsregionen svarar inte." not in learner.texts


def test_outside_practice_there_is_nothing_to_practise(qapp: QApplication, practice: PracticeRegion, tmp_path: Path):
    desk = Desk(practice.profile(), practice.platform, practice.secrets(), tmp_path)
    hands = Hands(desk)
    desk.show(qapp, theme=Theme.LIGHT)
    hands.press("F7")
    hands.settle()
    assert isinstance(desk.model.page, SearchViewModel)
    assert not [one for one in desk.window.findChildren(KeyButton) if one.isVisible() and one.text() == "Övning"]
    put_away(qapp, desk)
