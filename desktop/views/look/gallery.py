"""Owns the gallery: every part in every theme and two text sizes, as pictures for eyes.

``python -m desktop.views.look.gallery --pictures DIR`` writes one PNG for each.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.views.look import Theme, apply
from desktop.views.look.scenes import SCENES

WINDOW = (1366, 768)


def draw(app: QApplication, folder: Path) -> list[Path]:
    """Write every scene in every theme at 100 and 200 % into the folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for theme in (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST):
        for scale in (1.0, 2.0):
            apply(app, theme, scale)
            for name, scene in SCENES.items():
                window = scene()
                window.resize(*WINDOW)
                window.show()
                window.activateWindow()
                for _ in range(5):
                    app.processEvents()
                path = folder / f"{name}-{theme}-{scale:.0%}.png"
                window.grab().save(str(path))
                written.append(path)
                window.close()
                window.deleteLater()
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, required=True, metavar="DIR")
    folder = parser.parse_args(arguments).pictures
    app = QApplication(sys.argv[:1])
    for path in draw(app, folder):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
