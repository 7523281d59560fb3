"""Every page in every state, looked over for what eyes would miss: names, roles, labels, Tab, targets, room, contrast.

The checklist is EN 301 549 chapter 11 with WCAG 2.2 AA. The ordinary run takes each walk once, and languages and themes
take turns; `--long` takes the whole product, at 100 and 200 %.
"""

from __future__ import annotations

from itertools import cycle, product, repeat

import pytest
from PySide6.QtWidgets import QApplication

from desktop.states import WALKS
from desktop.views.look import Theme
from tests.views.accessible import complaints, pale
from tests.views.walked import SMALL_SCREEN, OpenWalker

THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.config.getoption("--long"):
        rounds = list(product(WALKS, ("sv", "en"), THEMES, (1.0, 2.0)))
    else:
        walks = [name for name in WALKS if name != "pages"]  # Which has no state of its own.
        rounds = list(zip(walks, cycle(("sv", "en")), cycle(THEMES), repeat(1.0)))
    metafunc.parametrize(("name", "language", "theme", "scale"), rounds)


def test_every_state_is_sound(open_walker: OpenWalker, name: str, language: str, theme: Theme, scale: float) -> None:
    walker = open_walker(name, language=language, theme=theme, scale=scale, size=SMALL_SCREEN)
    window, found = walker.desk.window, []
    for state in WALKS[name](walker):
        focused = QApplication.focusWidget()
        place = window.page if walker.front is window else walker.front
        if focused is None or not place.isAncestorOf(focused):
            found.append(f"{state}: the focus is not on the page")
        found += [f"{state}: {one}" for one in (*pale(walker.front), *complaints(walker.front))]
    assert not found, "\n".join(found)
