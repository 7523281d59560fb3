"""Every page in every state, looked over for what eyes would miss: names, roles, labels, Tab, targets, room, contrast.

The checklist is EN 301 549 chapter 11 with WCAG 2.2 AA. The ordinary run takes each walk once, and languages and themes
take turns; `--long` takes the whole product, at 100 and 200 %.
"""

from __future__ import annotations

from itertools import cycle, product, repeat

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.states import WALKS, Walker
from desktop.training import PracticeRegion
from desktop.views.look import Theme
from tests.views.accessible import complaints, pale
from tests.views.walked import desk

__all__ = ["desk"]

THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
SMALL_SCREEN = (1366, 768)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.config.getoption("--long"):
        rounds = list(product(WALKS, ("sv", "en"), THEMES, (1.0, 2.0)))
    else:
        walks = [name for name in WALKS if name != "pages"]  # Which has no state of its own.
        rounds = list(zip(walks, cycle(("sv", "en")), cycle(THEMES), repeat(1.0)))
    metafunc.parametrize(("name", "language", "theme", "scale"), rounds)


def test_every_state_is_sound(
    qapp: QApplication, practice: PracticeRegion, desk: Desk, name: str, language: str, theme: Theme, scale: float
) -> None:
    desk.show(qapp, language=language, theme=theme, scale=scale)
    desk.window.resize(*SMALL_SCREEN)
    walker = Walker(desk, practice)
    walker.begin_anew()
    found = []
    for state in WALKS[name](walker):
        focused = QApplication.focusWidget()
        place = desk.window.page if walker.front is desk.window else walker.front
        if focused is None or not place.isAncestorOf(focused):
            found.append(f"{state}: the focus is not on the page")
        found += [f"{state}: {one}" for one in (*pale(walker.front), *complaints(walker.front))]
    assert not found, "\n".join(found)
