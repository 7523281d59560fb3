"""Colours follow the system's, at the start and while the desk runs: a real X server, a real bus, Qt's own plugin."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.views.look.tokens import DARK, HIGH_CONTRAST, LIGHT

ROOT = Path(__file__).parents[2]
MISSING = [name for name in ("dbus-run-session", "xvfb-run", "openbox") if shutil.which(name) is None]


@pytest.mark.skipif(bool(MISSING), reason=f"missing here: {', '.join(MISSING)} (packaging/dev.py installs them)")
def test_the_window_follows_the_desktops_colours_and_contrast(tmp_path: Path) -> None:
    follower = [sys.executable, str(Path(__file__).with_name("theme_follower.py")), str(tmp_path)]
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "sh", "-c", 'openbox & exec "$@"', "sh", *follower]
    settings = {"QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["dbus-run-session", "--", *screen],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )
    assert done.returncode == 0, f"{done.stderr[-2000:]}\n{done.stdout}"
    shown = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
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
