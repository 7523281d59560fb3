"""The first start: a tour that is offered once, read or skipped by keyboard, and never in the way again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.settings.user import read_user
from desktop.states.walker import Walker
from desktop.views.first_tour import FirstTour
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist


def tours(desk: Receptionist) -> list[FirstTour]:
    return [one for one in desk.desk.window.findChildren(FirstTour) if one.isVisible()]


def test_the_tour_is_read_with_enter_and_then_work_begins_in_the_search_box(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk()
    desk.desk.rooms.offer_tour()
    Walker(desk.desk, desk.region.practice).over()
    for _ in range(4):
        desk.press("Enter")
    desk.until(lambda: not tours(desk), "the end of the tour")
    desk.until(lambda: QApplication.focusWidget() is not None, "the focus back")
    assert desk.focus.objectName() == "number"
    assert read_user(tmp_path / "own.json").tour_seen
    desk.desk.rooms.offer_tour()
    desk.settle()
    assert tours(desk) == []


def test_one_key_skips_it_for_good(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    desk.desk.rooms.offer_tour()
    Walker(desk.desk, desk.region.practice).over()
    desk.press("Esc")
    desk.until(lambda: read_user(tmp_path / "own.json").tour_seen, "the choice on disk")


def test_it_is_found_again_in_the_command_box(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.press("Ctrl+Shift+P")
    desk.sees("Vad vill du göra?")
    desk.write("rundtur")
    desk.press("Enter")
    desk.until(lambda: bool(tours(desk)), "the tour")
    desk.sees("Välkommen till Listningsluckan")
