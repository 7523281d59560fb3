"""A process of its own with two screens of different scale, for Qt learns of screens only as it starts.

``two_screens.py CONFIGURATION``: every scene of the gallery is shown on the first, moved to the second, and looked over
there. Prints what is wrong as JSON: icons that were drawn for the first screen, and what is cut off.
"""

import json
import os
import sys
from collections.abc import Iterator

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={sys.argv[1]}"

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.look import IconView, Theme, apply, look
from desktop.views.look.scenes import SCENES
from desktop.views.look.tokens import L
from desktop.views.parts import KeyButton
from tests.views.accessible import cramped


def is_sharp(image: QImage) -> bool:
    """Something in it is finer than the first screen's pixels, which are two of this one's wide and high."""
    corners = ((0, 0), (1, 0), (0, 1), (1, 1))
    return any(
        len({image.pixel(x + right, y + down) for right, down in corners}) > 1
        for x in range(0, image.width() - 1, 2)
        for y in range(0, image.height() - 1, 2)
    )


def drawn_icons(window: QWidget) -> Iterator[tuple[str, QImage]]:
    """Every icon of its own, and the icon on every button that leads with one."""
    for view in window.findChildren(IconView):
        if view.isVisible():
            yield "an icon", view.grab().toImage()
    side = look().px(18)
    for button in window.findChildren(KeyButton):
        if button.isVisible() and button.icon_name and button.property("look") != "quiet":
            place = QRect(look().px(L), (button.height() - side) // 2, side, side)
            yield button.text(), button.grab(place).toImage()


def main() -> None:
    app = QApplication([])
    first, second = app.screens()
    apply(app, Theme.LIGHT, 1.0)
    wrong, icons = [], 0
    for name, scene in SCENES.items():
        window = scene()
        window.resize(1200, 640)
        window.show()
        app.processEvents()
        assert window.devicePixelRatioF() == first.devicePixelRatio() == 1.0
        window.grab()
        window.windowHandle().setScreen(second)
        window.move(second.geometry().topLeft())
        app.processEvents()
        assert window.devicePixelRatioF() == second.devicePixelRatio() == 2.0
        for what, image in drawn_icons(window):
            icons += 1
            if not is_sharp(image):
                wrong.append(f"{name}: {what} is drawn for the first screen")
        wrong += [f"{name}: {one}" for one in cramped(window)]
    print(json.dumps({"icons": icons, "wrong": wrong}))


main()
