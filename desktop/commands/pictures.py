"""Pictures for eyes: every page in every state, in both languages and three themes, with a sheet of each set.

    listningsluckan pictures --to DIR [--only check] [--language en] [--theme dark] [--text-size 200]

States are reached in the real window against the practice region; it ends with an error when one is not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.hands import StepError
from desktop.runtime.language import LANGUAGES
from desktop.states import WALKS, Walker, desk_of
from desktop.training import PracticeError, PracticeRegion, small_region
from desktop.views.look import Theme, apply

_THEMES: Final = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
_ACROSS: Final = 4
_THUMB: Final = 480


def main(arguments: Sequence[str]) -> int:
    """Draw what was asked for; 0 when every state was reached."""
    options = _options(arguments)
    app = QApplication.instance() or QApplication(["listningsluckan"])
    if not isinstance(app, QApplication):
        raise RuntimeError("another kind of Qt application is running")
    try:
        with small_region() as region:
            for language in options.language:
                _draw_language(app, region, language, options)
    except (StepError, PracticeError) as error:
        print(f"The pictures stopped: {error}", file=sys.stderr)
        return 1
    print(f"The pictures are in {options.to.resolve()}")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="listningsluckan pictures", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, default=Path("pictures"), metavar="DIR")
    parser.add_argument(
        "--only", nargs="+", choices=tuple(WALKS), default=tuple(WALKS), metavar="WALK", help="%(choices)s"
    )
    parser.add_argument("--language", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--theme", nargs="+", type=Theme, choices=_THEMES, default=_THEMES)
    parser.add_argument("--text-size", nargs="+", type=int, choices=range(100, 201), metavar="100-200", default=(100,))
    parser.add_argument("--width", type=int, default=1366)
    parser.add_argument("--height", type=int, default=768)
    return parser.parse_args(arguments)


def _draw_language(app: QApplication, region: PracticeRegion, language: str, options: argparse.Namespace) -> None:
    sheets: dict[Path, list[Path]] = {}
    for name in options.only:
        desk = desk_of(name, region, Path(tempfile.mkdtemp(dir=region.folder)))
        try:
            desk.show(app, language=language, theme=options.theme[0], scale=options.text_size[0] / 100)
            desk.window.resize(options.width, options.height)
            walker = Walker(desk, region, slow=1.0 + len(options.theme) * len(options.text_size))
            walker.begin_anew()
            for state in WALKS[name](walker):
                _draw_state(app, walker, state, language, options, sheets)
        finally:
            desk.close()
    for file, pictures in sheets.items():
        _lay_out(pictures).save(str(file))


def _draw_state(
    app: QApplication,
    walker: Walker,
    state: str,
    language: str,
    options: argparse.Namespace,
    sheets: dict[Path, list[Path]],
) -> None:
    """One state in every theme and text size; the first is put on again, for the walk to go on in."""
    for theme in options.theme:
        for size in options.text_size:
            apply(app, theme, size / 100)
            walker.settle()
            folder = options.to / f"{language}-{theme}-{size}"
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"{state}.png"
            if not walker.front.grab().save(str(file)):
                raise StepError(f"{file} could not be saved")
            sheets.setdefault(folder.with_suffix(".png"), []).append(file)
    apply(app, options.theme[0], options.text_size[0] / 100)
    walker.settle()
    print(f"{language} {state}", flush=True)


def _lay_out(pictures: Sequence[Path]) -> QImage:
    """All pictures of a set on one sheet, small, each under its name."""
    images = [QImage(str(one)).scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation) for one in pictures]
    step = max(image.height() for image in images) + 24
    rows = -(-len(images) // _ACROSS)
    sheet = QImage(_ACROSS * (_THUMB + 8), rows * step, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    name = painter.font()
    name.setPixelSize(14)
    painter.setFont(name)
    for place, (file, image) in enumerate(zip(pictures, images, strict=True)):
        corner = QPoint(place % _ACROSS * (_THUMB + 8), place // _ACROSS * step)
        painter.drawText(QRect(corner, image.size()), Qt.AlignmentFlag.AlignTop, file.stem)
        painter.drawImage(corner + QPoint(0, 20), image)
    painter.end()
    return sheet
