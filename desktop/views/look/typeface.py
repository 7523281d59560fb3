"""Owns the desk's typeface: Inter, with aligned digits and a slashed zero where numbers are read aloud."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop.runtime.resources import resource

FAMILY = "Inter"


@cache
def load() -> str:
    """Register the bundled weights once and return the family's name; raises RuntimeError when a file is unreadable."""
    for weight in ("Regular", "SemiBold", "Bold"):
        path = resource(f"fonts/Inter-{weight}.otf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"the typeface {path.name} cannot be read")
    return FAMILY


def numerals(font: QFont) -> QFont:
    """The same font with digits of one width and a slashed zero, for personal numbers, times and counts."""
    aligned = QFont(font)
    for feature in ("tnum", "zero"):
        aligned.setFeature(QFont.Tag(feature), 1)
    return aligned
