"""Draws the application's icon in the sizes that systems ask for: `icons.py FOLDER` writes PNGs and one .ico."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "application.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels; Windows takes 16 to 48 for lists and the task bar, 256 for large views, Linux desktops all of them."""


def draw(size: int) -> bytes:
    """The drawing as a square PNG of `size` pixels, transparent outside its shape."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def join(pictures: dict[int, bytes]) -> bytes:
    """PNGs by size as one Windows icon file: a header, one directory entry each, then the pictures."""
    offset = 6 + 16 * len(pictures)
    header, entries = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures.values())


def main(arguments: list[str]) -> int:
    """Write `SIZE.png` for every size and `listningsluckan.ico` into the folder that the arguments name."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    QGuiApplication(sys.argv[:1])
    pictures = {size: draw(size) for size in SIZES}
    for size, picture in pictures.items():
        (folder / f"{size}.png").write_bytes(picture)
    (folder / "listningsluckan.ico").write_bytes(join(pictures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
