"""The real window on a desktop whose colours change while somebody types; prints what it looked like after each.

``theme_follower.py FOLDER`` prints a JSON object a line: what was told, whether the system's own colours are on, the
colour that is painted behind the page, what the search box holds, and whether it has the focus.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.opening import application
from desktop.states import Walker, desk_of
from desktop.training import PracticeRegion
from desktop.views.look import Theme, look

PORTAL = Path(__file__).with_name("desktop_portal.py")
DARK, LIGHT = Qt.ColorScheme.Dark, Qt.ColorScheme.Light


def main(folder: Path) -> None:
    portal = subprocess.Popen(
        [sys.executable, str(PORTAL), "color-scheme=1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert portal.stdin is not None
    assert portal.stdout is not None
    assert portal.stdout.readline() == "ready\n"
    app = application()
    region = PracticeRegion(folder, small=True)
    desk = desk_of("search", region, folder / "own")
    hints = app.styleHints()
    access = hints.accessibility()

    def has_contrast(wanted: bool) -> bool:
        return (access.contrastPreference() == Qt.ContrastPreference.HighContrast) is wanted

    def tell(told: str, heard: Callable[[], bool]) -> None:
        portal.stdin.write(f"{told}\n")
        portal.stdin.flush()
        walker.until(heard, f"Qt to hear of {told}")
        show(told)

    def show(told: str) -> None:
        walker.settle()
        window, box = desk.window, QApplication.focusWidget()
        beside = window.page.mapTo(window, QPoint(4, window.page.height() // 2))
        ground = window.grab().toImage().pixelColor(beside).name()
        typed = box.text() if isinstance(box, QLineEdit) else None
        print(json.dumps({"told": told, "native": look().native, "ground": ground, "typed": typed}), flush=True)

    try:
        desk.show(app, language="sv", theme=Theme.SYSTEM, scale=1.0)
        walker = Walker(desk, region)
        walker.begin_anew()
        walker.until(lambda: hints.colorScheme() == DARK, "Qt to hear of the start")
        walker.write("1912")
        show("start")
        tell("color-scheme=2", lambda: hints.colorScheme() == LIGHT)
        tell("color-scheme=1", lambda: hints.colorScheme() == DARK)
        tell("contrast=1", lambda: has_contrast(True))
        tell("color-scheme=2", lambda: hints.colorScheme() == LIGHT)
        tell("contrast=0", lambda: has_contrast(False))
        desk.model.own.choose(theme="light")
        tell("color-scheme=1", lambda: hints.colorScheme() == DARK)
        desk.model.own.choose(theme="system")
        show("followed again")
    finally:
        desk.close()
        region.stop()
        portal.kill()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
