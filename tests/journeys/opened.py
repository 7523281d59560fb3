"""Opens the real desk, offscreen, against the practice region, and closes it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.domain.profile_fault import ProfileFault
from desktop.settings.profile import Platform
from desktop.training import PracticeRegion
from desktop.views.look import Theme, apply
from desktop.views.window import MainWindow
from tests.journeys.receptionist import Receptionist
from tests.region import Region

OpenDesk = Callable[..., Receptionist]


def put_away(app: QApplication, *desks: Desk) -> None:
    """Close desks and let their windows go: one that is left is dressed anew with every window that comes after it."""
    for desk in desks:
        desk.close()
        desk.window.deleteLater()
        desk.model.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.language.use("sv")
        assert not desk.errors
    apply(app, Theme.LIGHT, 1.0)


@pytest.fixture
def open_desk(qapp: QApplication, region: Region, tmp_path: Path) -> Iterator[OpenDesk]:
    """``open_desk(language="en", scale=2.0, read_timeout=1.0)``: a receptionist at a desk whose journal is empty.

    What else is named replaces tables of the profile.
    """
    desks: list[Desk] = []
    regions: list[Region] = []

    def open_it(
        language: str = "sv",
        scale: float = 1.0,
        read_timeout: float = 35.0,
        practice: PracticeRegion = region.practice,
        faults: Sequence[ProfileFault] = (),
        repeat_after: float = 0.0,
        window: MainWindow | None = None,
        folder: Path = tmp_path,
        **profile: object,
    ) -> Receptionist:
        def platform() -> Platform:
            return practice.platform().model_copy(update={"read_timeout": read_timeout})

        ours = practice.profile().model_copy(update=profile)
        ours = ours.without_registering() if faults else ours
        controls = practice.controls()
        desk = Desk(ours, platform, practice.secrets(), folder, practice.people, controls, faults)
        desk.model.repeats.seconds = repeat_after
        desks.append(desk)
        desk.show(qapp, language=language, theme=Theme.LIGHT, scale=scale, window=window)
        regions.append(Region(practice))
        receptionist = Receptionist(desk, regions[-1])
        receptionist.until(lambda: desk.model.standing.may_register is not None, "opening the journal")
        return receptionist

    yield open_it
    for own in regions:
        own.close()
    put_away(qapp, *desks)


@pytest.fixture
def receptionist(open_desk: OpenDesk) -> Receptionist:
    """A receptionist with a Swedish window at ordinary size."""
    return open_desk()
