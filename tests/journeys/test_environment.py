"""Practice, test and production cannot be taken for one another: in the window, in the taskbar, and in settings."""

from __future__ import annotations

import pytest

from desktop.settings.profile import Environment
from desktop.views.parts import EnvironmentMark
from tests.journeys.opened import OpenDesk


@pytest.mark.parametrize(
    ("environment", "title", "strip", "told"),
    [
        (Environment.PRACTICE, "Listningsluckan – övning", "ÖVNING – påhittade personer.", "Övning"),
        (Environment.QA, "Listningsluckan – test", "TEST – kvalitetssäkringsmiljö.", "Test (kvalitetssäkring)"),
        (Environment.PRODUCTION, "Listningsluckan", "", "Skarp drift"),
    ],
)
def test_each_environment_has_its_own_mark(
    open_desk: OpenDesk, environment: Environment, title: str, strip: str, told: str
) -> None:
    desk = open_desk(environment=environment)
    assert desk.desk.window.windowTitle() == title
    marks = [one.text() for one in desk.desk.window.findChildren(EnvironmentMark) if one.isVisible()]
    assert [mark.startswith(strip) for mark in marks] == ([True] if strip else [])
    desk.press("Ctrl+,")
    desk.sees(told)
