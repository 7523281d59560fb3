"""On wide screens every page begins in the same place, nothing floats, and what belongs together is seen at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.states import WALKS, Walker
from desktop.training import PracticeRegion
from desktop.views.look import Theme
from desktop.views.look.tokens import WIDE, XXL, L
from desktop.views.parts import Card, Text
from tests.views.test_large_text import in_sight
from tests.views.walked import desk

__all__ = ["desk"]

MANY = 200
SIZES = ((1366, 768), (1920, 1080), (2560, 1440))


def heading_of(walker: Walker) -> Text:
    page = walker.desk.window.page
    return next(one for one in page.findChildren(Text) if one.text() == page.accessibleName() and one.isVisible())


@pytest.mark.parametrize("name", ["pages", "pile"])
def test_headings_stay_in_their_corner(qapp: QApplication, practice: PracticeRegion, desk: Desk, name: str) -> None:
    desk.show(qapp, language="sv", theme=Theme.LIGHT, scale=1.0)
    walker = Walker(desk, practice)
    walker.begin_anew()
    for state in WALKS[name](walker):
        if walker.front is not desk.window:
            continue
        for width, height in SIZES:
            desk.window.resize(width, height)
            walker.settle()
            place = heading_of(walker).mapTo(desk.window, QPoint())
            spare = max(0, width - WIDE - 2 * XXL) / 2
            assert abs(place.x() - XXL - spare) < L, f"{state} at {width}"
            assert place.y() < MANY + L, f"{state} at {height}: the heading floats"


@pytest.mark.parametrize("name", ["search"])
def test_the_whole_check_is_in_sight_on_an_ordinary_wide_screen(
    qapp: QApplication, practice: PracticeRegion, desk: Desk
) -> None:
    desk.show(qapp, language="sv", theme=Theme.LIGHT, scale=1.0)
    desk.window.resize(1920, 1080)
    walker = Walker(desk, practice)
    walker.begin_anew()
    walker.list_here("home-elsewhere-third")
    cards = [one for one in desk.window.page.findChildren(Card) if one.isVisible()]
    assert len(cards) >= 4
    assert all(in_sight(card) for card in cards)
    assert len({left(card, desk.window) for card in cards}) == 3, "three columns"


def left(card: QWidget, window: QWidget) -> int:
    return card.mapTo(window, QPoint()).x()
