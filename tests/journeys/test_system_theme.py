"""Colours follow the system's, at the start and while the desk runs: a real X server, a real bus, Qt's own plugin."""

import json
import sys
from pathlib import Path

from desktop.views.look.tokens import DARK, HIGH_CONTRAST, LIGHT
from tests.journeys.real_screen import ROOT, needs, printed_on_screen


@needs()
def test_the_window_follows_the_desktops_colours_and_contrast(tmp_path: Path) -> None:
    follower = [sys.executable, str(Path(__file__).with_name("theme_follower.py")), str(tmp_path)]
    printed = printed_on_screen("openbox", *follower, XDG_CURRENT_DESKTOP="GNOME", PYTHONPATH=str(ROOT))
    shown = [json.loads(line) for line in printed if line.startswith("{")]
    told = [(one["told"], one["native"], one["ground"]) for one in shown]
    dark, light, contrast = (theme["window"].lower() for theme in (DARK, LIGHT, HIGH_CONTRAST))
    (asked_light, native, _) = told.pop(4)
    assert told == [
        ("start", False, dark),
        ("color-scheme=2", False, light),
        ("color-scheme=1", False, dark),
        ("contrast=1", False, contrast),
        ("contrast=0", False, light),
        ("color-scheme=1", False, light),  # Somebody has chosen light for themself.
        ("followed again", False, dark),
    ]
    assert (asked_light, native) == ("color-scheme=2", True), "light contrast is the platform's own colours"
    assert {one["typed"] for one in shown} == {"1912"}, "what is typed stays, and so does the focus"
