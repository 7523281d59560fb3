"""Measures memory on Linux: with a citizen open beside plain PySide6, and from the 200th to the 2,200th citizen.

    python -m tests.benchmarks.memory [--citizens 2200] [--rounds 3]

The figure is the process's resident set. The plain program shows the same widgets with the same texts, style sheet and
fonts. The desk opens citizens of the practice region's small world one after the other, by keyboard in the real window.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from tests.benchmarks.figure import Figure, print_figures
from tests.benchmarks.plain import ROOT, described, environment, show_plain

_EVERY = 50
_WARM = 200


def measure(citizens: int = 2200, rounds: int = 3) -> list[Figure]:
    """Resident memory over plain PySide6, its growth over 2,000 citizens, and its slope over the last 1,000."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree.json")
        ratios = []
        for number in range(rounds):
            ours = _run("open", str(Path(folder, str(number))), "1", "--tree", str(tree))
            ratios.append(ours[-1] / _run("plain", str(tree))[-1])
        held = _run("open", str(Path(folder, "long")), str(citizens))
    after = held[_WARM // _EVERY :]
    late = after[len(after) // 2 :]
    slope = (late[-1] - late[0]) / late[0]
    return [
        Figure("resident memory, a citizen open", "plain PySide6, same widgets", tuple(ratios), 1.6),
        Figure(f"memory at citizen {citizens:,}", "at the 200th", (after[-1] / after[0],), 1.03),
        Figure("its rise over the last half", "itself", (slope,), 0.005, unit="share"),
    ]


def _run(*program: str) -> list[float]:
    """What a child process says of its resident set, in MB."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.memory", "--child", *program],
        cwd=ROOT,
        env=environment(),
        check=True,
        stdout=subprocess.PIPE,
    )
    return list(json.loads(done.stdout.splitlines()[-1]))


def resident() -> float:
    """This process's resident set in MB; Linux only."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _child(arguments: Sequence[str]) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from desktop.runtime.imports import import_plainly

    import_plainly()  # As the program does.
    sys.modules["click"] = None  # type: ignore[assignment]  # Of developers' tools; httpx would take it along.
    app = QApplication([])
    if arguments[0] == "plain":
        window = show_plain(app, json.loads(Path(arguments[1]).read_text(encoding="utf-8")))
        for _ in range(20):
            app.processEvents()
        assert window.isVisible()
        return [resident()]
    return _open_citizens(app, Path(arguments[1]), int(arguments[2]), arguments[4] if len(arguments) > 3 else None)


def _open_citizens(app: object, folder: Path, citizens: int, tree: str | None) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from desktop.app import Desk
    from desktop.hands import Hands
    from desktop.settings.profile import Privacy
    from desktop.training import PracticeRegion
    from desktop.views.look import Theme

    assert isinstance(app, QApplication)
    folder.mkdir()
    region = PracticeRegion(folder, small=True)
    unwatched = {"privacy": Privacy(lock_after=0)}  # Keys that no window system sends are nobody's touch.
    profile = region.profile().model_copy(update=unwatched)
    desk = Desk(profile, region.platform, region.secrets(), region.folder, region.people, region.controls())
    try:
        desk.show(app, theme=Theme.LIGHT)
        hands = Hands(desk)
        hands.until(lambda: bool(desk.model.standing.people), "the practice region")
        people = region.people()
        kinds = ("adult-home", "listed-elsewhere", "home-elsewhere-third", "in-queue", "child", "never-listed")
        held = []
        for number, kind in zip(range(citizens), cycle(kinds), strict=False):
            hands.find(people[kind].number)
            if number % _EVERY == 0:
                held.append(resident())
        hands.settle()
        if tree is not None:
            Path(tree).write_text(json.dumps(described(app)), encoding="utf-8")
        return [*held, resident()]
    finally:
        desk.close()
        region.stop()


def main() -> int:
    """Print the figures."""
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(_child(sys.argv[2:])))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--citizens", type=int, default=2200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    return print_figures(measure(options.citizens, options.rounds))


if __name__ == "__main__":
    raise SystemExit(main())
