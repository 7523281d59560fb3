"""Owns which theme is on: the user's choice, what the platform asks for, and putting both on the application."""

from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from . import sheet, tokens, typeface
from .tokens import ColorName, Colors, Theme


class Look(QObject):
    """The look in force; ``changed`` fires after every switch of theme or text size.

    ``native`` is true while the platform's contrast theme has taken our colours' place.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.SYSTEM
        self.scale = 1.0
        self.native = False
        self.colors: Colors = tokens.LIGHT
        self._followed: QApplication | None = None

    def color(self, name: ColorName) -> QColor:
        """A token's colour in the theme that is on."""
        return QColor(self.colors[name])

    def px(self, distance: float) -> int:
        """A distance in logical pixels, grown with the text."""
        return round(distance * self.scale)

    @cached_property
    def _platform_style(self) -> str:
        style = QApplication.style()
        return style.objectName() if style else ""

    def put_on(self, app: QApplication, theme: Theme, scale: float) -> None:
        """Dress the application; ``scale`` is the text size, 1.0 to 2.0."""
        if not 1.0 <= scale <= 2.0:
            raise ValueError(f"text scale {scale} is outside 1.0-2.0")
        self.theme, self.scale = theme, scale
        platform_style = self._platform_style
        app.setFont(QFont(typeface.load(), -1))
        font = app.font()
        font.setPointSizeF(tokens.BASE_POINTS * scale)
        app.setFont(font)
        wants_contrast = contrast_theme_is_on(app)
        if wants_contrast:
            app.setStyle(platform_style)
            app.setPalette(QPalette())
        self.native = wants_contrast and not _is_dark_in_name_only(app)
        if self.native:
            app.setStyleSheet(sheet.type_sheet(scale))
            self.colors = sheet.colors_from(app.palette())
        else:
            self.colors = tokens.HIGH_CONTRAST if wants_contrast else self._chosen_colors(app)
            app.setStyle(QStyleFactory.create("Fusion"))
            app.setPalette(sheet.palette(self.colors))
            app.setStyleSheet(sheet.style_sheet(self.colors, scale))
        self._follow(app)
        self.changed.emit()

    def _chosen_colors(self, app: QApplication) -> Colors:
        match self.theme:
            case Theme.LIGHT:
                return tokens.LIGHT
            case Theme.DARK:
                return tokens.DARK
            case Theme.HIGH_CONTRAST:
                return tokens.HIGH_CONTRAST
            case Theme.SYSTEM:
                dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
                return tokens.DARK if dark else tokens.LIGHT

    def _follow(self, app: QApplication) -> None:
        if self._followed is app:
            return
        self._followed = app
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._platform_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._platform_changed)

    def _platform_changed(self) -> None:
        if self._followed is not None:
            self.put_on(self._followed, self.theme, self.scale)


def contrast_theme_is_on(app: QApplication) -> bool:
    """Whether the platform asks for its own contrast colours; they win over ours (EN 301 549 11.7)."""
    # PySide 6.11 forgets the child when the wrapper of its parent goes, so the parent is held by a name.
    hints = app.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _is_dark_in_name_only(app: QApplication) -> bool:
    """Some Linux desktops ask for dark colours with contrast and give Qt a light palette: ours then do it better."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return dark and app.palette().color(QPalette.ColorRole.Window).lightness() > _MIDDLE


_MIDDLE = 127

_LOOK = Look()


def look() -> Look:
    """The one look of this process; light at 100 % until :func:`apply` is called."""
    return _LOOK
