"""Care centres and doctors: the list, narrowed and empty, a centre's own page, and lists that cannot be had."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.listing import Pending
from desktop.domain.problems import Problem
from desktop.states.walker import Walker
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.practice_world import Fault

_CATALOGUE = ("GetListingTypes", "GetAvailableHealthcareFacilities")
_DOCTORS = "GetAvailableHealthcarePersonnel"


def care_centres(walker: Walker) -> Iterator[str]:
    """From a list that is waited for to one that is old."""
    walker.open("adult-home")
    walker.set_faults(*(Fault("delay", "20", contract, seconds=walker.slow) for contract in _CATALOGUE))
    walker.press("Ctrl+B")
    model = walker.page(FacilitiesViewModel)
    walker.until_skeleton()
    yield "care-centres-waiting"
    walker.until(lambda: bool(model.state.rows) and not model.state.is_asking, "waiting for care centres")
    walker.set_faults()
    walker.settle()
    yield "care-centres"
    walker.write("tallbakens")
    walker.settle()
    yield "care-centres-nearly"
    walker.press("F3")
    centre = walker.page(FacilityViewModel)
    walker.until(lambda: centre.state.doctors is not Pending.PENDING, "waiting for its doctors")
    walker.settle()
    yield "care-centre"
    walker.press("Esc")
    walker.write("xqz")
    walker.settle()
    yield "care-centres-none-match"
    walker.open("home-not-connected")
    walker.list_centres()
    yield "care-centres-home-not-connected"
    walker.set_faults(*(Fault("down", "20", contract) for contract in _CATALOGUE))
    walker.open("adult-home")
    model = walker.list_centres()
    walker.press("F5")
    walker.until(lambda: not model.state.is_asking, "waiting for the silence")
    walker.settle()
    yield "care-centres-old"
    walker.set_faults()
    walker.search("tallbacken")
    walker.page(FacilitiesViewModel)
    walker.settle()
    yield "care-centres-nobody-open"


def _column_widths(walker: Walker) -> Iterator[str]:
    """The dialogue about columns, from the list's menu; rows that take several lines have neither."""
    walker.press("Down")
    walker.press("Shift+F10")
    menu = QApplication.activePopupWidget()
    if menu is not None:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        walker.over()
        yield "column-widths"
        walker.press("Esc")
        walker.settle()


def doctors(walker: Walker) -> Iterator[str]:
    """Doctors to choose among, and none."""
    walker.open("adult-home")
    walker.press("Ctrl+D")
    model = walker.page(DoctorsViewModel)
    walker.until(lambda: bool(model.state.rows), "waiting for doctors")
    walker.settle()
    yield "doctors"
    yield from _column_widths(walker)
    walker.set_faults(Fault("down", "20", _DOCTORS))
    walker.open("in-queue")
    walker.press("Ctrl+D")
    model = walker.page(DoctorsViewModel)
    walker.until(lambda: isinstance(model.state.doctors, Problem), "waiting for the silence")
    walker.settle()
    yield "doctors-no-answer"
    walker.set_faults()
