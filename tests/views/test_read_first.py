"""Large text on the smallest screen: verdict, listings and warnings are seen first, and the keys are as few."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.viewmodels.overview import OverviewViewModel
from desktop.views.parts import Notice, Text, TickRow
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register

SMALL_SCREEN = (1366, 768)


@pytest.fixture
def large(open_desk: Callable[..., Receptionist]) -> Callable[[float], Receptionist]:
    """A receptionist at the smallest screen, with text of this size."""

    def open_it(scale: float = 2.0) -> Receptionist:
        receptionist = open_desk(scale=scale)
        receptionist.desk.window.resize(*SMALL_SCREEN)
        receptionist.settle()
        return receptionist

    return open_it


def in_sight(widget: QWidget) -> bool:
    """All of it is drawn."""
    return widget.isVisible() and widget.visibleRegion().boundingRect().contains(
        QRect(0, 0, widget.width(), widget.height() - 2)
    )


def notice(receptionist: Receptionist) -> Notice:
    """The first notice of the page."""
    found = next((one for one in receptionist.desk.window.page.findChildren(Notice) if one.isVisible()), None)
    assert found is not None
    return found


def sees_whole(receptionist: Receptionist, words: str) -> None:
    """Wait until a text with these words is drawn whole, and what has the focus too."""

    def is_seen() -> bool:
        texts = receptionist.desk.window.page.findChildren(Text)
        return any(words in one.text() and in_sight(one) for one in texts) and in_sight(receptionist.focus)

    receptionist.until(is_seen, f"{words!r} and the focus in sight")


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_the_verdict_is_seen_when_the_check_opens_and_three_keys_register(
    large: Callable[[float], Receptionist], scale: float
) -> None:
    receptionist = large(scale)
    receptionist.open("adult-home")
    sees_whole(receptionist, "Kvarnhedens vårdcentral")
    receptionist.press("Ctrl+L")
    receptionist.check()
    sees_whole(receptionist, "Vi ser inget hinder")
    assert (receptionist.focus.objectName() == "APPROVED") is (scale < 2.0), "the tick is beside it, where it has room"
    receptionist.press("Space")
    receptionist.settle()
    tick = receptionist.focus
    assert isinstance(tick, TickRow)
    assert tick.isChecked()
    assert in_sight(tick)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    assert receptionist.keys == 3


def test_a_warning_is_seen_whole_and_tab_goes_on_to_the_tick(large: Callable[[], Receptionist]) -> None:
    receptionist = large()
    receptionist.open("never-listed")
    sees_whole(receptionist, "redovisar ingen listning")
    receptionist.press("Enter")
    assert receptionist.page(OverviewViewModel), "a button that is out of sight is not pressed"
    receptionist.press("Ctrl+B")
    receptionist.until(lambda: isinstance(receptionist.focus, QLineEdit), "the list of care centres")
    receptionist.sees("29 av 29 mottagningar")
    receptionist.write("silver")
    receptionist.press("Enter")
    receptionist.check()
    sees_whole(receptionist, "Silverbergets vårdcentral är full enligt regionen.")
    assert in_sight(notice(receptionist))
    receptionist.press("Tab")
    assert receptionist.focus.objectName() == "APPROVED"
    receptionist.until(lambda: in_sight(receptionist.focus), "the tick in sight")


def test_what_is_typed_at_a_warning_reaches_the_field(large: Callable[[], Receptionist]) -> None:
    receptionist = large()
    receptionist.open("home-not-connected")
    receptionist.press("Ctrl+B")
    sees_whole(receptionist, "är hemregion och inte ansluten")
    receptionist.write("tall")
    field = receptionist.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == "tall"
    receptionist.until(lambda: in_sight(field), "the field in sight")
    receptionist.find(receptionist.region.number("child"))
    receptionist.press("Ctrl+L")
    receptionist.check()
    sees_whole(receptionist, "Ange vårdnadshavarens personnummer.")
    receptionist.write(receptionist.region.number("guardian"))
    field = receptionist.focus
    assert isinstance(field, QLineEdit)
    assert field.text().replace("-", "") == receptionist.region.number("guardian")
    receptionist.until(lambda: in_sight(field), "the field in sight")


def test_why_nobody_was_found_is_seen_with_the_field(large: Callable[[], Receptionist]) -> None:
    receptionist = large()
    receptionist.scan("190001042399")
    sees_whole(receptionist, "Personregistret har ingen person med det numret.")
    receptionist.write("1912")
    field = receptionist.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == "1912", "typed over, and nothing lost"


def test_what_is_unfolded_about_the_evidence_comes_into_sight(large: Callable[[float], Receptionist]) -> None:
    receptionist = large(1.0)
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Alt+M")
    sees_whole(receptionist, "gitimation")


def test_why_nothing_is_sent_again_is_seen_whole(large: Callable[[], Receptionist]) -> None:
    receptionist = large()
    fault = {"name": "timeout", "seconds": 0, "contract": "CreateListing", "times": 1}
    receptionist.region.control("/faults", {"set": [fault]})
    receptionist.open("protected-marked")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Oklart – kontrollera")
    receptionist.press("Ctrl+2")
    receptionist.sees("Behöver någon (1)")
    receptionist.press("Ctrl+R")
    sees_whole(receptionist, "Regionen kan fortfarande hinna registrera.")
