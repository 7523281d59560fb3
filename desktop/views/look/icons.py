"""Owns the icons: Lucide drawings and our own, coloured with a token and sharp at any pixel ratio."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.runtime.resources import resource

from .theme import look
from .tokens import ColorName


def pixmap(name: str, color: ColorName, size: int, ratio: float) -> QPixmap:
    """The drawing ``resources/icons/{name}.svg`` at ``size`` logical pixels for a screen of that pixel ratio."""
    return _draw(name, look().color(color).name(), size, ratio)


def icon(name: str, color: ColorName = "text") -> QIcon:
    """An icon for Qt's own widgets and models; it keeps the colour of the theme it was made in."""
    made = QIcon()
    for size in (16, 24, 32, 48):
        made.addPixmap(pixmap(name, color, size, 1.0))
        made.addPixmap(pixmap(name, "on_selection", size, 1.0), QIcon.Mode.Selected)
    return made


def application_icon() -> QIcon:
    """The desk's own mark, a counter hatch, in its own colours."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_draw("application", "", size, 1.0))
    return made


@lru_cache(maxsize=512)
def _draw(name: str, color: str, size: int, ratio: float) -> QPixmap:
    drawing = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", color.encode())
    side = round(size * ratio)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


class IconView(QWidget):
    """An icon beside a text that says the same; it grows with the text and has no name of its own."""

    def __init__(self, name: str, color: ColorName = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, color: ColorName) -> None:
        """Draw another icon."""
        self._name, self._color = name, color
        self.update()

    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._name, self._color, self.width(), self.devicePixelRatioF()))
