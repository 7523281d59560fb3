"""The desk of a walk, with a window that is not shown yet; closed again after the test. Takes `name`, the walk's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.states import desk_of
from desktop.training import PracticeRegion
from desktop.views.look import Theme, apply


@pytest.fixture
def desk(qapp: QApplication, practice: PracticeRegion, tmp_path: Path, name: str) -> Iterator[Desk]:
    """``desk.show(...)`` opens it."""
    desk = desk_of(name, practice, tmp_path)
    yield desk
    desk.close()
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.language.use("sv")
    apply(qapp, Theme.LIGHT, 1.0)
    assert not desk.errors
