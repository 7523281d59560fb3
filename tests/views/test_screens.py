"""The window among others and on other screens: its icon, and a screen of another scale."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tests.views.walked import OpenWalker

SCREEN = {"y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = [
    {**SCREEN, "name": "first", "x": 0},
    {**SCREEN, "name": "second", "x": 1366, "width": 2732, "height": 1536, "logicalDpi": 192},
]


def test_the_window_bears_the_desks_mark(qapp: QApplication, open_walker: OpenWalker) -> None:
    qapp.setWindowIcon(QIcon())
    mark = open_walker().desk.window.windowIcon()
    assert {size.width() for size in mark.availableSizes()} >= {16, 32, 48, 256}
    image = mark.pixmap(64, 64).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha()}
    assert len(seen) > 1


def test_on_a_screen_of_another_scale_everything_is_drawn_anew_and_whole(tmp_path: Path) -> None:
    (tmp_path / "screens.json").write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    script = [sys.executable, str(Path(__file__).with_name("two_screens.py")), str(tmp_path / "screens.json")]
    done = subprocess.run(script, cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found["icons"] > 20
    assert not found["wrong"]
