"""Owns every colour, distance, radius and type size of the desk; no view names a colour or a size of its own."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

ColorName = Literal[
    "window",
    "surface",
    "sunken",
    "divider",
    "skeleton",
    "text",
    "muted",
    "control",
    "primary",
    "primary_hover",
    "on_primary",
    "soft_primary",
    "focus",
    "focus_gap",
    "selection",
    "on_selection",
    "disabled",
    "ok",
    "soft_ok",
    "warning",
    "soft_warning",
    "error",
    "soft_error",
    "info",
    "soft_info",
    "protected",
    "soft_protected",
    "practice",
    "on_practice",
    "qa",
    "on_qa",
]
Tone = Literal["neutral", "primary", "ok", "warning", "error", "info", "protected"]
TextRole = Literal["display", "heading", "title", "lead", "body", "strong", "muted", "small", "number", "caption"]


class Theme(StrEnum):
    """What the user chose; SYSTEM follows the platform's light or dark setting."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


Colors = Mapping[ColorName, str]
"""One theme's colours as ``#RRGGBB``; names say what a colour is for."""

_PALETTE: Final[dict[ColorName, tuple[str, str, str]]] = {
    # what for: light, dark, high contrast
    "window": ("#F6F4F1", "#16191D", "#000000"),
    "surface": ("#FFFFFF", "#1F2328", "#000000"),
    "sunken": ("#EDEAE5", "#121518", "#000000"),
    "divider": ("#D9D5CE", "#363C44", "#FFFFFF"),
    "skeleton": ("#D9D5CE", "#363C44", "#404040"),
    "text": ("#1E2329", "#ECEFF2", "#FFFFFF"),
    "muted": ("#565C64", "#B3BAC2", "#FFFFFF"),
    "control": ("#7D828A", "#878E97", "#FFFFFF"),
    "primary": ("#0B5563", "#6CC5D3", "#80E0FF"),
    "primary_hover": ("#08424D", "#8AD5E0", "#B3EEFF"),
    "on_primary": ("#FFFFFF", "#06262C", "#000000"),
    "soft_primary": ("#DDEEF0", "#15363C", "#000000"),
    "focus": ("#1B1F8A", "#FFD75E", "#FFFF00"),
    "focus_gap": ("#FFFFFF", "#16191D", "#000000"),
    "selection": ("#CFE6EA", "#1F4A53", "#FFFFFF"),
    "on_selection": ("#1E2329", "#ECEFF2", "#000000"),
    "disabled": ("#63686F", "#8A9199", "#C0C0C0"),
    "ok": ("#1E6B3A", "#7DD39A", "#3FF23F"),
    "soft_ok": ("#E3F2E7", "#15301F", "#000000"),
    "warning": ("#8A4B00", "#F2B95C", "#FFD000"),
    "soft_warning": ("#FDF0DA", "#382708", "#000000"),
    "error": ("#B3182D", "#FF9AA5", "#FF9C9C"),
    "soft_error": ("#FCE8EA", "#43171D", "#000000"),
    "info": ("#1F4E9E", "#9CC2FF", "#80E0FF"),
    "soft_info": ("#E6EEFA", "#172A47", "#000000"),
    "protected": ("#6A1B7A", "#E2A8F0", "#FFB3FF"),
    "soft_protected": ("#F4E7F7", "#351A3C", "#000000"),
    "practice": ("#FFD75E", "#FFD75E", "#FFFF00"),
    "on_practice": ("#1E2329", "#1E2329", "#000000"),
    "qa": ("#1F4E9E", "#9CC2FF", "#80E0FF"),
    "on_qa": ("#FFFFFF", "#0B1B33", "#000000"),
}

LIGHT, DARK, HIGH_CONTRAST = ({name: shades[theme] for name, shades in _PALETTE.items()} for theme in range(3))

BASE_POINTS: Final = 10.5
"""Body text at 100 %, in points."""

TYPE: Final[dict[TextRole, float]] = {
    "display": 20 / BASE_POINTS,
    "heading": 17 / BASE_POINTS,
    "title": 12.5 / BASE_POINTS,
    "lead": 11.5 / BASE_POINTS,
    "body": 1.0,
    "strong": 1.0,
    "muted": 1.0,
    "number": 1.0,
    "small": 9.5 / BASE_POINTS,
    "caption": 9 / BASE_POINTS,
}
"""Each text role's size relative to body text."""

XS: Final = 4
S: Final = 8
M: Final = 12
L: Final = 16
XL: Final = 24
XXL: Final = 32
"""Distances in logical pixels at 100 %; ``Look.px`` scales them with the text."""

RADIUS_CONTROL: Final = 6
MIN_TARGET: Final = 24
"""The least width and height of anything that is pressed (WCAG 2.5.8), in logical pixels."""
FOCUS_GAP: Final = 2
FOCUS_RING: Final = 3
CONTROL_HEIGHT: Final = 32
ROW_HEIGHT: Final = 38
COMPACT_ROW_HEIGHT: Final = 30
MEASURE: Final = 1040
"""The widest a page's content grows, so that lines stay readable on a wide screen."""
WIDE: Final = 1560
"""The widest a page of columns or rows grows; on a wider screen every page begins where this one would, centred."""
