#!/usr/bin/env python3
"""Measures the start of the frozen program against the source: from the process to its window on a real screen.

    xvfb-run -a -s -noreset python3 packaging/linux/start_time.py [ROUNDS]

Wants dist/listningsluckan and build/program from packaging/release.py, and xdotool. The two take turns; the lines are
seconds, and the ratio of each pair: least, median, most.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = [str(ROOT / "build/program/bin/python"), "-m", "desktop"]
FROZEN = [str(ROOT / "dist/listningsluckan/listningsluckan")]
PROFILE = ROOT / "resources/practice/profile.toml"


def main(arguments: list[str]) -> int:
    """Print the three lines; the first round of each warms the caches and is not counted."""
    rounds = int(arguments[0]) if arguments else 11
    pairs = [(start(SOURCE), start(FROZEN)) for _ in range(rounds + 1)][1:]
    for name, values in (
        ("source", [source for source, _ in pairs]),
        ("frozen", [frozen for _, frozen in pairs]),
        ("ratio", [frozen / source for source, frozen in pairs]),
    ):
        print(f"{name:7} {min(values):.2f} {statistics.median(values):.2f} {max(values):.2f}")
    return 0


def start(program: list[str]) -> float:
    """Seconds until the program's window is there; the program and its data are gone afterwards."""
    data = tempfile.mkdtemp()
    began = time.perf_counter()
    command = [*program, "--profile", str(PROFILE), "--data", data]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(True)
        return time.perf_counter() - began
    finally:
        running.kill()
        running.wait()
        wait_for(False)
        shutil.rmtree(data, ignore_errors=True)


def wait_for(there: bool) -> None:
    """Return when the screen shows a window of ours, or none; TimeoutError after half a minute."""
    deadline = time.monotonic() + 30
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Listningsluckan"]
    while (subprocess.run(search, capture_output=True, timeout=30).returncode == 0) is not there:
        if time.monotonic() > deadline:
            raise TimeoutError("no window" if there else "the window stays")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
