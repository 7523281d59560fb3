"""The look of the desk: tokens, themes, typeface, icons and the focus ring.

``apply(app, Theme.SYSTEM, 1.0)`` dresses the application and may be called again at any time, for another theme or
text size. Views take distances from ``tokens`` through ``spaced(...)``, colours from ``look().color(...)`` and drawings
from ``icon(...)``.
"""

from PySide6.QtWidgets import QApplication

from . import tokens
from .focus import FocusRing
from .icons import IconView, application_icon, icon, pixmap
from .spacing import scaled, spaced
from .theme import Look, contrast_theme_is_on, look
from .tokens import ColorName, TextRole, Theme, Tone
from .typeface import numerals

__all__ = [
    "ColorName",
    "FocusRing",
    "IconView",
    "Look",
    "TextRole",
    "Theme",
    "Tone",
    "application_icon",
    "apply",
    "contrast_theme_is_on",
    "icon",
    "look",
    "numerals",
    "pixmap",
    "scaled",
    "spaced",
    "tokens",
]


def apply(app: QApplication, theme: Theme = Theme.SYSTEM, scale: float = 1.0) -> None:
    """Dress the application in a theme and a text size (1.0 to 2.0), and keep the focus ring drawn."""
    look().put_on(app, theme, scale)
    FocusRing.follow(app)
