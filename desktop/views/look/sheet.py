"""Owns the translation of tokens to Qt: the style sheets in ``resources/style``, and palettes."""

from string import Template

from PySide6.QtGui import QColor, QPalette

from desktop.runtime.resources import resource

from . import tokens
from .tokens import ColorName, Colors

Role = QPalette.ColorRole


class _Values(dict[str, str]):
    """Token names to values; ``px12`` is a scaled distance, ``pt_title`` a scaled type size."""

    def __init__(self, colors: Colors, scale: float) -> None:
        super().__init__({str(name): color for name, color in colors.items()})
        self.update({f"pt_{role}": f"{size * tokens.BASE_POINTS * scale:.2f}pt" for role, size in tokens.TYPE.items()})
        self._scale = scale

    def __missing__(self, name: str) -> str:
        if not (name.startswith("px") and name[2:].isdecimal()):
            raise KeyError(name)
        return f"{round(int(name[2:]) * self._scale)}px"


def style_sheet(colors: Colors, scale: float) -> str:
    """The desk's style sheet in these colours; raises KeyError when it names an unknown token."""
    return type_sheet(scale) + _filled("desk", _Values(colors, scale))


def type_sheet(scale: float) -> str:
    """Type sizes and weights alone, for the platform's own contrast colours."""
    return _filled("type", _Values({}, scale))


def _filled(name: str, values: _Values) -> str:
    return Template(resource(f"style/{name}.qss").read_text(encoding="utf-8")).substitute(values)


def palette(colors: Colors) -> QPalette:
    """The palette for everything that the style sheet leaves to Qt."""
    uses: dict[QPalette.ColorRole, ColorName] = {
        Role.Window: "window",
        Role.WindowText: "text",
        Role.Base: "surface",
        Role.AlternateBase: "sunken",
        Role.Text: "text",
        Role.Button: "surface",
        Role.ButtonText: "text",
        Role.BrightText: "error",
        Role.Highlight: "selection",
        Role.HighlightedText: "on_selection",
        Role.Link: "primary",
        Role.LinkVisited: "primary",
        Role.PlaceholderText: "muted",
        Role.ToolTipBase: "surface",
        Role.ToolTipText: "text",
        Role.Accent: "primary",
    }
    made = QPalette()
    for role, token in uses.items():
        made.setColor(role, QColor(colors[token]))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["disabled"]))
    return made


def colors_from(system: QPalette) -> Colors:
    """The tokens in the platform's own contrast colours, for the parts that paint themselves."""

    def shade(role: QPalette.ColorRole) -> str:
        return system.color(role).name()

    ground, ink = shade(Role.Window), shade(Role.WindowText)
    colors = dict.fromkeys(tokens.LIGHT, ink)
    colors |= {name: ground for name in colors if name.startswith(("soft_", "on_practice", "on_qa"))}
    colors |= {
        "window": ground,
        "surface": shade(Role.Base),
        "sunken": ground,
        "focus_gap": ground,
        "skeleton": shade(Role.Mid),
        "primary": shade(Role.Link),
        "primary_hover": shade(Role.Link),
        "on_primary": ground,
        "selection": shade(Role.Highlight),
        "on_selection": shade(Role.HighlightedText),
        "disabled": system.color(QPalette.ColorGroup.Disabled, Role.WindowText).name(),
    }
    return colors
