"""Whoever walks through the states at a window of their own; the window is closed again after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.states import Walker, desk_of
from desktop.training import PracticeRegion
from desktop.views.look import Theme
from tests.journeys.opened import put_away

SMALL_SCREEN = (1366, 768)
OpenWalker = Callable[..., Walker]


@pytest.fixture
def open_walker(qapp: QApplication, practice: PracticeRegion, tmp_path: Path) -> Iterator[OpenWalker]:
    """``open_walker("pile", language="en", scale=2.0, size=SMALL_SCREEN)``: at the beginning of that walk."""
    desks: list[Desk] = []

    def open_it(
        walk: str = "search",
        *,
        language: str = "sv",
        theme: Theme = Theme.LIGHT,
        scale: float = 1.0,
        size: tuple[int, int] | None = None,
    ) -> Walker:
        desk = desk_of(walk, practice, tmp_path)
        desks.append(desk)
        desk.show(qapp, language=language, theme=theme, scale=scale)
        if size is not None:
            desk.window.resize(*size)
        walker = Walker(desk, practice)
        walker.begin_anew()
        return walker

    yield open_it
    put_away(qapp, *desks)
