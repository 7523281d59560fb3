"""Runs a program on a real X server and a session bus of its own, and gives back what it prints."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = "-screen 0 1366x768x24 -r"
"""Without repeating keys: on a busy machine a key that is let go of late would be pressed many times."""
PROGRAMS = ("dbus-run-session", "xvfb-run", "openbox")


def needs(*others: str) -> pytest.MarkDecorator:
    """Skips where a screen and a bus cannot be had, or one of these other programs and files."""
    missing = [name for name in (*PROGRAMS, *others) if shutil.which(name) is None and not Path(name).exists()]
    reason = f"missing here: {', '.join(missing)} (packaging/dev.py installs them)"
    return pytest.mark.skipif(bool(missing), reason=reason)


def printed_on_screen(first: str, *command: str, **settings: str) -> list[str]:
    """The lines that a command prints on a small screen, after the shell has begun with `first`; it must succeed."""
    screen = ["xvfb-run", "-a", "-s", SCREEN, "sh", "-c", f'{first} & exec "$@"', "sh", *command]
    done = subprocess.run(
        ["dbus-run-session", "--", *screen],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )
    assert done.returncode == 0, f"{done.stderr[-2000:]}\n{done.stdout}"
    return done.stdout.splitlines()
