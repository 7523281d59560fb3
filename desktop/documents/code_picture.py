"""A case code as a picture that a 2D scanner reads."""

from __future__ import annotations

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, qRgb

_QUIET = 4
_DOTS = 6


def code_picture(code: str) -> QImage:
    """The code as a QR symbol, error level H: it is read through a stain and a fold."""
    symbol = segno.make_qr(code, error="h", boost_error=False)
    rows = [list(row) for row in symbol.matrix_iter(scale=1, border=_QUIET)]
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            image.setPixel(across, down, qRgb(0, 0, 0) if dark else qRgb(255, 255, 255))
    side = len(rows) * _DOTS
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation)
