"""Measures the start: from a new process to the first painted, usable window, beside plain PySide6.

    python -m tests.benchmarks.starting [--rounds 15]

The plain program has the same tree of widgets, of Qt's own classes, with the same texts, style sheet and font files; it
is told of them in a JSON file that the desk's own window was written down to. A bare window is reported beside it. The
time is the parent's, from starting the process to the line that says that the window has been painted and the focus
stands where one types.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure, paired, print_figures
from tests.benchmarks.plain import ROOT, described, environment, show_plain

PROFILE = """\
environment = "qa"
connected = ["20"]
[desk]
county = "20"
centres = [{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }]
[platform]
base_url = "https://localhost:9/vp"
"""


def measure(rounds: int = 15) -> list[Figure]:
    """The start of the desk over that of the plain program, and of the plain program over a bare window."""
    with tempfile.TemporaryDirectory() as folder:
        profile, tree = Path(folder, "profile.toml"), Path(folder, "tree.json")
        profile.write_text(PROFILE, encoding="utf-8")
        desk = ["desk", "--profile", str(profile), "--data", folder]
        _seconds([*desk, "--write-tree", str(tree)])

        def ours() -> float:
            return _seconds(desk)

        def plain() -> float:
            return _seconds(["plain", str(tree)])

        return [
            Figure("start to painted window, warm", "plain PySide6, same widgets", paired(ours, plain, rounds), 1.4),
            Figure("start of plain PySide6", "a bare window", paired(plain, lambda: _seconds(["bare"]), rounds)),
        ]


def _seconds(
    program: Sequence[str], command: Sequence[str] = (sys.executable, "-m", "tests.benchmarks.starting")
) -> float:
    """From starting a process to its line that the window is there."""
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, "--child", *program], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        line = process.stdout.readline() if process.stdout else b""
        taken = time.perf_counter() - started
        process.kill()
    if line.strip() != b"painted":
        raise RuntimeError(f"{program[0]} did not paint its window")
    return taken


def _child(arguments: list[str]) -> None:
    """What the measured process does: say when its window is painted, and go."""
    from PySide6 import QtWidgets
    from PySide6.QtCore import QTimer

    tree = Path(arguments[arguments.index("--write-tree") + 1]) if "--write-tree" in arguments else None

    def painted() -> None:
        if tree is not None:
            tree.write_text(json.dumps(described(app)), encoding="utf-8")
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        os._exit(0)

    class Window(QtWidgets.QMainWindow):
        """Not a filter on the application, for which PySide would look up every class that an event goes to."""

        def paintEvent(self, event: Any) -> None:  # noqa: N802  the name that Qt calls
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    QtWidgets.QMainWindow = Window  # type: ignore[misc]  # Each program's window is one of this kind.
    app = QtWidgets.QApplication([])
    match arguments:
        case ["desk", *options]:
            from desktop.__main__ import main as desk

            desk(options[:4])
        case ["plain", file]:
            window = show_plain(app, json.loads(Path(file).read_text(encoding="utf-8")))
            app.exec()
        case _:
            window = QtWidgets.QMainWindow()
            window.show()
            app.exec()


def main() -> int:
    """Print the figures."""
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    return print_figures(measure(parser.parse_args().rounds))


if __name__ == "__main__":
    raise SystemExit(main())
