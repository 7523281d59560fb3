"""Owns what every test gets: Qt without a screen, the look, typing of Swedish letters, and no silent warnings."""

import logging
import os
import sys
from collections.abc import Callable, Iterator

import pytest

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.look import Theme, apply


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as pytest-qt makes it, with the desk's look (light, 100 %)."""
    apply(qapp, Theme.LIGHT, 1.0)
    return qapp


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """``type_text(widget, "Åsa")`` types as a keyboard does; qtbot.keyClicks aborts the process on å, ä and ö."""

    def type_into(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return type_into


@pytest.fixture(autouse=True)
def no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning fails the test; a test that expects one asserts it and then calls ``caplog.clear()``."""
    yield
    for phase in ("setup", "call"):
        loud = [record for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
        assert not loud, f"logged during {phase}: " + "; ".join(record.getMessage() for record in loud)
