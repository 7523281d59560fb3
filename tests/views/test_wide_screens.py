"""On wide screens every page begins in the same place, nothing floats, and what belongs together is seen at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.states import WALKS, Walker
from desktop.views.look.tokens import WIDE, XXL, L
from desktop.views.parts import Card, Text
from tests.views.test_large_text import in_sight
from tests.views.walked import OpenWalker

MANY = 200
SIZES = ((1366, 768), (1920, 1080), (2560, 1440))


def heading_of(walker: Walker) -> Text:
    page = walker.desk.window.page
    return next(one for one in page.findChildren(Text) if one.text() == page.accessibleName() and one.isVisible())


@pytest.mark.parametrize("name", ["pages", "pile"])
def test_headings_stay_in_their_corner(open_walker: OpenWalker, name: str) -> None:
    walker = open_walker(name)
    window = walker.desk.window
    for state in WALKS[name](walker):
        if walker.front is not window:
            continue
        for width, height in SIZES:
            window.resize(width, height)
            walker.settle()
            place = heading_of(walker).mapTo(window, QPoint())
            spare = max(0, width - WIDE - 2 * XXL) / 2
            assert abs(place.x() - XXL - spare) < L, f"{state} at {width}"
            assert place.y() < MANY + L, f"{state} at {height}: the heading floats"


def test_the_whole_check_is_in_sight_on_an_ordinary_wide_screen(open_walker: OpenWalker) -> None:
    walker = open_walker(size=(1920, 1080))
    walker.list_here("home-elsewhere-third")
    window = walker.desk.window
    cards = [one for one in window.page.findChildren(Card) if one.isVisible()]
    assert len(cards) >= 4
    assert all(in_sight(card) for card in cards)
    assert len({left(card, window) for card in cards}) == 3, "three columns"


def left(card: QWidget, window: QWidget) -> int:
    return card.mapTo(window, QPoint()).x()
