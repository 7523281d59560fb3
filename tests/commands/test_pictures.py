"""The pictures command: a picture of each state of a walk, in every look asked for, and a sheet of each set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]


def pictures(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: it makes and leaves an application, looks and desks."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", "pictures", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def shades(file: Path) -> set[int]:
    picture = QImage(str(file))
    return {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}


@pytest.mark.usefixtures("qapp")
def test_every_state_of_a_walk_in_every_look_asked_for(tmp_path: Path) -> None:
    assert QApplication.instance() is not None
    asked = ["--only", "correction", "--language", "en", "--theme", "light", "dark", "--text-size", "100", "200"]
    done = pictures("--to", str(tmp_path), *asked)
    assert done.returncode == 0, done.stderr
    looks = ("en-light-100", "en-light-200", "en-dark-100", "en-dark-200")
    for look in looks:
        drawn = sorted(file.stem for file in (tmp_path / look).iterdir())
        assert drawn == ["correction", "correction-paper", "correction-protected"]
        assert all(len(shades(file)) > 10 for file in (tmp_path / look).iterdir())
        assert not QImage(str(tmp_path / f"{look}.png")).isNull()
    grounds = {QImage(str(tmp_path / look / "correction.png")).pixel(1340, 400) for look in looks}
    assert len(grounds) == 2


def test_it_says_which_walks_there_are() -> None:
    done = pictures("--only", "nothing")
    assert done.returncode == 2
    assert "outcome" in done.stderr
