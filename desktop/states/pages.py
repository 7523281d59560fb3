"""One state of every page, for whoever wants to see them all at once."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.states.walker import Walker
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.viewmodels.training import TrainingViewModel


def pages(walker: Walker) -> Iterator[str]:
    """The way of one citizen from another region, with a look to the sides."""
    walker.press("F2")
    walker.settle()
    yield "search"
    walker.open("in-queue")
    yield "overview"
    walker.press("Ctrl+D")
    doctors = walker.page(DoctorsViewModel)
    walker.until(lambda: bool(doctors.state.rows), "waiting for doctors")
    walker.settle()
    yield "doctors"
    walker.open("home-elsewhere-third")
    walker.list_centres()
    yield "care-centres"
    walker.write("tallbackens v")
    walker.settle()
    walker.press("F3")
    walker.page(FacilityViewModel)
    walker.settle()
    yield "care-centre"
    walker.press("Ctrl+L")
    walker.check()
    yield "check"
    walker.press("Ctrl+Enter")
    walker.settle()
    yield "check-too-early"
    walker.register()
    yield "outcome"
    walker.go_to("correct")
    walker.settle()
    yield "correction"
    walker.press("Esc")
    walker.press("Ctrl+P")
    walker.page(PaperViewModel)
    walker.settle()
    yield "receipt"
    walker.press("Ctrl+2")
    cases = walker.page(CasesViewModel)
    walker.until(lambda: cases.state.cases is not None, "waiting for the cases")
    walker.settle()
    yield "cases"
    walker.press("F7")
    training = walker.page(TrainingViewModel)
    walker.until(lambda: training.state.world is not None, "waiting for the practice region")
    walker.settle()
    yield "practice"
    walker.press("F1")
    walker.page(HelpViewModel)
    walker.settle()
    yield "help"
    walker.press("Ctrl+,")
    walker.page(SettingsViewModel)
    walker.settle()
    yield "settings"
    walker.press("Ctrl+Shift+P")
    box = walker.over()
    yield "commands"
    box.close()
