"""Every key on the list of keys, pressed where the list says that it acts, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.domain.codes import PRIMARY_CARE
from desktop.domain.listing import ListingType
from desktop.domain.pile import Stage
from desktop.domain.registration import Intent
from desktop.domain.staff import Role
from desktop.settings.profile import Confirming, StaffTerms
from desktop.settings.staff import Member, StaffDirectory
from desktop.texts.keys import KEYS
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel, Working
from desktop.viewmodels.practice_world import Drill
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.viewmodels.training import TrainingViewModel
from desktop.views.command_box import CommandBox
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_every_outcome import older_since_the_check
from tests.region import Region

PIN = "402817"
PRIMARY = ListingType(code=PRIMARY_CARE)


class Keys:
    """Presses one key after the other; `acted` are those that led where they should."""

    def __init__(self, desk: Receptionist) -> None:
        self.desk, self.acted = desk, set[str]()

    def leads(self, key: str, page: type) -> None:
        """A key, and the page that it opens."""
        self.does(key, lambda: isinstance(self.desk.desk.model.page, page))

    def does(self, key: str, done: Callable[[], bool]) -> None:
        """A key, and what must be so afterwards and was not so before."""
        self.desk.settle()
        assert not done(), f"{key} has nothing to do"
        self.desk.press(key)
        self.desk.until(done, f"{key} to act")
        self.desk.settle()
        self.acted.add(key)


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Receptionist:
    berit = Member(account="beli", name="Berit Lindqvist", roles=frozenset({Role.READ, Role.REGISTER})).with_pin(PIN)
    file = tmp_path / "staff.json"
    StaffDirectory(staff=(berit,)).write(file)
    desk = open_desk(staff=StaffTerms(sign_in="desk", directory=file), confirming=Confirming(after_fault=(0,)))
    desk.write("beli")
    desk.press("Enter")
    desk.sees("PIN-kod")
    desk.write(PIN)
    desk.press("Enter")
    desk.sees("Sök invånare")
    return desk


def test_every_listed_key_acts_where_it_is_said_to(desk: Receptionist, region: Region) -> None:
    keys = Keys(desk)
    _from_page_to_page(keys)
    _about_a_citizen(keys)
    _choices_and_papers(keys, region)
    _a_pile(keys)
    desk.press("F2")
    older_since_the_check(lambda: desk, region)
    desk.sees("Åldersgränsen hindrar listningen")
    outcome = desk.page(OutcomeViewModel)  # No care centre of the practice region takes two types.
    outcome._become(replace(outcome.state, other_types=(PRIMARY,)))
    keys.leads("Ctrl+T", CheckViewModel)
    desk.press("F2")
    _the_window(keys)
    assert set(KEYS) - keys.acted == set()


def _from_page_to_page(keys: Keys) -> None:
    keys.leads("F1", HelpViewModel)
    keys.leads("Esc", SearchViewModel)
    keys.leads("Ctrl+,", SettingsViewModel)
    keys.leads("Ctrl+2", CasesViewModel)
    keys.leads("F2", SearchViewModel)
    keys.leads("F7", TrainingViewModel)
    training = keys.desk.desk.model.training
    assert training is not None
    keys.desk.until(lambda: training.state.world is not None, "the practice region")
    keys.desk.settle()
    keys.desk.press("Right")
    keys.desk.settle()
    keys.desk.reach(f"drill-{Drill.SLOW.name}")
    keys.desk.press("Enter")
    keys.desk.until(lambda: training.active is Drill.SLOW, "the fault")
    keys.does("F8", lambda: training.active is None)
    keys.leads("Ctrl+K", SearchViewModel)
    keys.leads("F6", CallViewModel)
    keys.leads("F6", SearchViewModel)


def _about_a_citizen(keys: Keys) -> None:
    desk, model = keys.desk, keys.desk.desk.model
    desk.write(desk.region.number("adult-home"))
    keys.leads("Enter", OverviewViewModel)
    desk.until(lambda: model.overview is not None and model.overview.state.is_complete, "the regions")
    keys.does("F9", lambda: model.masked)
    desk.press("F9")
    read = reads(desk)
    keys.does("F5", lambda: reads(desk) > read)
    desk.until(lambda: model.overview is not None and model.overview.state.is_complete, "the regions again")
    keys.leads("Ctrl+D", DoctorsViewModel)
    desk.press("Esc")
    keys.leads("Ctrl+B", FacilitiesViewModel)
    desk.sees("29 av 29 mottagningar")
    desk.press("Down")
    keys.does("Shift+F10", lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()
    keys.leads("F3", FacilityViewModel)
    desk.press("Esc", "Esc")
    desk.page(OverviewViewModel)
    desk.settle()
    keys.leads("Ctrl+L", CheckViewModel)
    desk.check()
    keys.leads("Ctrl+Shift+K", LackingViewModel)
    desk.press("Esc")
    desk.page(CheckViewModel)
    keys.leads("Ctrl+M", SearchViewModel)


def _choices_and_papers(keys: Keys, region: Region) -> None:
    desk, model = keys.desk, keys.desk.desk.model
    desk.open("never-listed")
    desk.press("Ctrl+B")
    desk.sees("29 av 29 mottagningar")
    desk.write("silver")
    desk.press("Enter")
    desk.check()
    keys.does("Ctrl+J", lambda: isinstance(model.page, CheckViewModel) and model.page.wish.intent is Intent.JOIN_QUEUE)
    desk.check()
    keys.leads("Ctrl+P", PaperViewModel)
    asked: list[QFileDialog] = []
    answer = QTimer(interval=10)
    answer.timeout.connect(lambda: asked.extend(turned_away()))
    answer.start()
    keys.does("Ctrl+S", lambda: bool(asked))
    answer.stop()
    desk.press("F2")
    desk.choose_as_one_guardian()
    desk.sees("Den andra vårdnadshavaren väljer")
    keys.leads("Ctrl+G", CheckViewModel)
    desk.check()
    region.control("/faults", {"set": [{"name": "timeout", "seconds": 0, "contract": "CreateListing", "times": 1}]})
    desk.press("F2")
    desk.open("adult-home")
    desk.press("Ctrl+L")
    desk.check()
    desk.press("Space")
    keys.leads("Ctrl+Enter", OutcomeViewModel)
    desk.press("Ctrl+2")
    desk.sees("Skicka igen …")
    keys.leads("Ctrl+R", ResendingViewModel)


def _a_pile(keys: Keys) -> None:
    desk, model = keys.desk, keys.desk.desk.model
    keys.leads("Ctrl+3", PileViewModel)
    pile = desk.page(PileViewModel)
    desk.press("Ctrl+Enter")
    desk.until(lambda: pile.is_open, "the pile")
    desk.scan("never-listed")
    desk.until(lambda: stages(pile) == [Stage.TO_APPROVE], "the name")
    keys.does("F4", lambda: stages(pile) == [Stage.SET_ASIDE])
    assert model.page is pile


def _the_window(keys: Keys) -> None:
    model, window = keys.desk.desk.model, keys.desk.desk.window
    keys.does("Ctrl++", lambda: model.own.settings.text_size == 125)
    keys.does("Ctrl+-", lambda: model.own.settings.text_size == 100)
    keys.desk.press("Ctrl++")
    keys.does("Ctrl+0", lambda: model.own.settings.text_size == 100)
    keys.does("Ctrl+Shift+P", lambda: window.findChild(CommandBox) is not None)
    keys.desk.press("Esc")
    keys.does("Ctrl+Shift+O", lambda: not model.staff.is_open)
    keys.desk.write("beli")
    keys.desk.press("Enter")
    keys.desk.sees("PIN-kod")
    keys.desk.write(PIN)
    keys.desk.press("Enter")
    keys.desk.sees("Sök invånare")
    keys.does("Ctrl+Shift+L", lambda: model.lock.is_locked)


def reads(desk: Receptionist) -> int:
    return sum(call["contract"] == "GetListing" for call in desk.region.log())


def stages(pile: PileViewModel) -> list[Stage]:
    return [form.stage for form in pile.state.pile.forms] if isinstance(pile.state, Working) else []


def turned_away() -> Iterator[QFileDialog]:
    """What asks where to save, and is told nowhere."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QFileDialog) and one.isVisible():
            one.reject()
            yield one
