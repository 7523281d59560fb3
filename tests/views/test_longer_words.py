"""A language of twice the length, on a small screen at 100 and 200 %: nothing is cut off and nothing scrolls sideways.

The ordinary run takes one state of every page; `--long` takes every state of every page.
"""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop.runtime.language import Language, WindowLanguage
from desktop.states import WALKS
from desktop.views.look import Theme, apply
from desktop.views.parts import KeyButton
from tests.views.accessible import cramped
from tests.views.walked import SMALL_SCREEN, OpenWalker


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "name" in metafunc.fixturenames:
        metafunc.parametrize("name", WALKS if metafunc.config.getoption("--long") else ("pages",))


class Doubled(QTranslator):
    """Says everything twice; what is put into a sentence has been said twice already, and stands in it once."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"{text} {re.sub(r'{[^}]*}', '', text)}" if context else ""


class TwiceAsLong(WindowLanguage):
    """The window's language, with every text of ours twice as long."""

    def use(self, code: str) -> Language:
        super().use(code)
        self._install(Doubled(self._app))
        self.language = Language(code, Doubled(self._app))
        return self.language


def test_texts_of_twice_the_length_are_shown_whole(qapp: QApplication, open_walker: OpenWalker, name: str) -> None:
    walker = open_walker(name, size=SMALL_SCREEN)
    desk, longer, found = walker.desk, TwiceAsLong(qapp), []
    desk.window.language = longer
    desk.model.use_language("sv")
    walker.begin_anew()
    try:
        for state in WALKS[name](walker):
            for scale in (2.0, 1.0):
                apply(qapp, Theme.LIGHT, scale)
                walker.settle()
                found += [f"{state} at {scale:.0%}: {one}" for one in cramped(walker.front)]
        assert any(one.text() == "Ny invånare Ny invånare" for one in desk.window.findChildren(KeyButton))
        assert not found, "\n".join(found)
    finally:
        WindowLanguage.use(longer, "sv")
