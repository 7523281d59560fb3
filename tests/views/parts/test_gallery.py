"""Every scene of the gallery, in every theme and at 100, 150 and 200 %, is looked over for what eyes would miss."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.look import Theme, apply
from desktop.views.look.scenes import SCENES
from desktop.views.look.tokens import MIN_TARGET

SIZES = [(1.0, 1366, 768), (1.5, 1366, 768), (2.0, 1366, 768), (1.0, 700, 500)]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply(qapp, Theme.LIGHT, 1.0)


def opened(qtbot: QtBot, scene: str, width: int = 1366, height: int = 768) -> QWidget:
    window = SCENES[scene]()
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def pressable(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and w.focusPolicy()]


def inspect(window: QWidget) -> None:
    """No text is cut off, nothing is too small to press, and nothing must be scrolled sideways."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            longest = max(map(label.fontMetrics().horizontalAdvance, label.text().split()), default=0)
            assert label.width() >= longest, label.text()
    for control in pressable(window):
        assert min(control.width(), control.height()) >= MIN_TARGET, control
        if control.hasHeightForWidth():
            assert control.height() >= control.heightForWidth(control.width()), control
    for area in window.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_nothing_is_clipped_or_too_small_to_press(
    qtbot: QtBot, qapp: QApplication, scene: str, scale: float, width: int, height: int
) -> None:
    apply(qapp, Theme.LIGHT, scale)
    window = opened(qtbot, scene, width, height)
    qtbot.waitUntil(lambda: inspect(window))


def label_sizes(window: QWidget) -> list[QSize]:
    return [label.size() for label in window.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("scene", SCENES)
def test_an_open_window_follows_the_text_size(qtbot: QtBot, qapp: QApplication, scene: str) -> None:
    grown, fresh = opened(qtbot, scene), SCENES[scene]()
    apply(qapp, Theme.LIGHT, 2.0)
    qtbot.waitUntil(lambda: inspect(grown))
    focused = grown.focusWidget()
    qtbot.waitUntil(lambda: focused.visibleRegion().boundingRect().height() >= MIN_TARGET)
    fresh.resize(grown.size())
    qtbot.addWidget(fresh)
    fresh.show()
    qtbot.waitUntil(lambda: label_sizes(grown) == label_sizes(fresh))


@pytest.mark.parametrize("scene", SCENES)
def test_building_a_page_opens_no_window(qtbot: QtBot, qapp: QApplication, scene: str) -> None:
    before = {window for window in qapp.topLevelWidgets() if window.isVisible()}
    qtbot.addWidget(SCENES[scene]())
    assert {window for window in qapp.topLevelWidgets() if window.isVisible()} == before


@pytest.mark.parametrize("scene", SCENES)
def test_everything_that_takes_the_focus_has_a_name_and_a_role(qtbot: QtBot, scene: str) -> None:
    window = opened(qtbot, scene)
    focusable = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert focusable
    for control in focusable:
        seen = QAccessible.queryAccessibleInterface(control)
        name = control.accessibleName() if isinstance(control, QComboBox) else seen.text(QAccessible.Text.Name)
        assert name, control
        assert seen.role() is not QAccessible.Role.Client, control


@pytest.mark.parametrize("scene", SCENES)
def test_tab_goes_once_around_in_reading_order(qtbot: QtBot, scene: str) -> None:
    window = opened(qtbot, scene)
    start = window.focusWidget()
    visited: list[QWidget] = []
    step = start
    for _ in range(40):
        visited.append(step)
        qtbot.keyClick(step, Qt.Key.Key_Tab)
        step = window.focusWidget()
        if step is start:
            break
    assert step is start, "Tab never came back"
    tops = [w.mapTo(window, QPoint(0, 0)) for w in visited]
    lowest_first = tops.index(min(tops, key=lambda point: (point.y(), point.x())))
    ordered = tops[lowest_first:] + tops[:lowest_first]
    columns_apart = [b.y() >= a.y() or b.x() > a.x() for a, b in pairwise(ordered)]
    assert all(columns_apart), visited


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_takes_on_a_theme_while_it_is_open(
    qtbot: QtBot, qapp: QApplication, scene: str, theme: Theme
) -> None:
    window = opened(qtbot, scene)
    apply(qapp, theme)
    ground = qapp.palette().window().color()
    picture = window.grab().toImage()
    light = sum(picture.pixelColor(x, 200).lightness() > 200 for x in range(0, 1366, 3))
    assert picture.pixelColor(1340, 400) == ground
    assert light < 1366 / 3 / 2
