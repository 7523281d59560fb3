"""Measures the start of the installed program against the source: from the process to its window on a real screen.

    xvfb-run -a -s -noreset python3 packaging/dev.py bench --only installed --program PATH

Wants a screen and xdotool. The two take turns, so that what else the machine does falls on both.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figure import Figure, paired
from tests.benchmarks.plain import ROOT, environment

PROFILE = ROOT / "resources" / "practice" / "profile.toml"


def measure(program: Path, rounds: int = 11) -> list[Figure]:
    """The program's start over the source's."""
    source, frozen = [sys.executable, "-m", "desktop"], [str(program.resolve())]
    ratios = paired(lambda: _start(frozen), lambda: _start(source), rounds)
    return [Figure("start of the installed program", "from source", ratios, 1.3)]


def _start(program: list[str]) -> float:
    """Seconds until the program's window is there; the program and its data are gone afterwards."""
    data = tempfile.mkdtemp()
    began = time.perf_counter()
    command = [*program, "--profile", str(PROFILE), "--data", data]
    running = subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(True)
        return time.perf_counter() - began
    finally:
        running.kill()
        running.wait()
        _wait_for(False)
        shutil.rmtree(data, ignore_errors=True)


def _wait_for(there: bool) -> None:
    """Return when the screen shows a window of ours, or none; TimeoutError after half a minute."""
    deadline = time.monotonic() + 30
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Listningsluckan"]
    while (subprocess.run(search, capture_output=True, timeout=30, check=False).returncode == 0) is not there:
        if time.monotonic() > deadline:
            raise TimeoutError("no window" if there else "the window stays")
