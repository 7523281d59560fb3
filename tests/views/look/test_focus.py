from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFocusFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.look import FocusRing, look
from desktop.views.look.tokens import FOCUS_GAP, FOCUS_RING
from desktop.views.parts import ChoiceRow, ChoiceTable, KeyButton, OptionRow, TextField, TickRow

REACH = FOCUS_GAP + FOCUS_RING


def ring_in(window: QWidget) -> FocusRing:
    rings = [ring for ring in window.findChildren(QFocusFrame) if isinstance(ring, FocusRing) and ring.isVisible()]
    assert len(rings) == 1
    return rings[0]


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def scrolling(*parts: QWidget) -> QScrollArea:
    content = QWidget()
    column = QVBoxLayout(content)
    for part in parts:
        column.addWidget(part)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


@pytest.mark.parametrize(
    "make",
    [
        lambda: KeyButton("Lista", look="primary"),
        lambda: TickRow("Invånaren har godkänt."),
        lambda: OptionRow("Blankett"),
        lambda: TextField("Personnummer").edit,
        lambda: QPushButton("Qt:s egen"),
    ],
)
def test_the_ring_is_drawn_outside_the_control(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    control = make()
    window = shown(qtbot, control, QPushButton("annan"))
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring_in(window).geometry() == control.geometry().adjusted(-REACH, -REACH, REACH, REACH))
    picture = window.grab().toImage()
    middle = control.geometry().center().y()
    ratio = picture.devicePixelRatio()

    def color_at(outside: int) -> str:
        return picture.pixelColor(QPoint(control.geometry().left() - outside, middle) * ratio).name()

    assert color_at(FOCUS_GAP + 2) == look().color("focus").name()
    assert color_at(1) == look().color("focus_gap").name()


def test_the_ring_stays_inside_the_viewport_and_the_control_is_scrolled_into_view(qtbot: QtBot) -> None:
    buttons = [QPushButton(f"knapp {number}") for number in range(60)]
    area = scrolling(*buttons)
    window = shown(qtbot, area)
    buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    viewport = area.viewport()
    qtbot.waitUntil(lambda: viewport.rect().contains(ring_in(viewport).geometry()))
    assert window.isAncestorOf(ring_in(viewport))


def test_the_focus_is_followed_when_content_above_it_grows_but_not_when_the_user_scrolled_away(qtbot: QtBot) -> None:
    above, button, _ = parts = QWidget(), QPushButton("Lista"), QWidget()
    for part, height in zip(parts, (100, 40, 2000), strict=True):
        part.setMinimumHeight(height)
    area = scrolling(*parts)
    window = shown(qtbot, area)
    button.setFocus()
    above.setMinimumHeight(1500)
    qtbot.waitUntil(lambda: button.y() > 1000 and not button.visibleRegion().isEmpty())
    area.verticalScrollBar().setValue(0)
    viewport = area.viewport()
    qtbot.waitUntil(lambda: not viewport.rect().intersects(ring_in(viewport).geometry()))
    above.setMinimumHeight(1600)
    qtbot.waitUntil(lambda: button.y() > 1600)
    assert area.verticalScrollBar().value() == 0
    assert window.isAncestorOf(button)


def test_what_a_passing_layout_scrolled_is_taken_back(qtbot: QtBot) -> None:
    """As when columns stood below one another for a moment: what stands above the focus is read first."""
    above, button, _ = parts = QWidget(), QPushButton("Lista"), QWidget()
    for part, height in zip(parts, (20, 40, 2000), strict=True):
        part.setMinimumHeight(height)
    area = scrolling(*parts)
    window = shown(qtbot, area)
    button.setFocus()
    bar = area.verticalScrollBar()
    above.setMinimumHeight(1500)
    qtbot.waitUntil(lambda: bar.value() > 0 and not button.visibleRegion().isEmpty())
    above.setMinimumHeight(20)
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert window.isAncestorOf(button)


def test_the_ring_follows_the_current_row(qtbot: QtBot) -> None:
    table = ChoiceTable("Mottagningar", ("Mottagning",))
    table.show_rows([ChoiceRow(n, (f"Mottagning {n}",)) for n in range(5)])
    window = shown(qtbot, table)
    table.view.setFocus()
    viewport = table.view.viewport()
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    second = table.view.rowViewportPosition(1)
    qtbot.waitUntil(lambda: ring_in(viewport).geometry().top() == second)
    assert ring_in(viewport).width() == viewport.width()
    assert window.isAncestorOf(viewport)


def test_the_ring_survives_the_page_that_it_was_drawn_on(qtbot: QtBot) -> None:
    first, second = QPushButton("ett"), QPushButton("två")
    window = shown(qtbot, first, second)
    first.setFocus()
    qtbot.waitUntil(lambda: ring_in(window).isVisible())
    window.close()
    window.deleteLater()
    other = QPushButton("tre")
    later = shown(qtbot, other)
    other.setFocus()
    qtbot.waitUntil(lambda: ring_in(later).geometry().contains(other.geometry()))


def test_a_screen_reader_does_not_meet_the_ring(qtbot: QtBot) -> None:
    button = QPushButton("Lista")
    window = shown(qtbot, button)
    button.setFocus()
    qtbot.waitUntil(lambda: ring_in(window).isVisible())
    seen = QAccessible.queryAccessibleInterface(window)
    assert [seen.child(i).object() for i in range(seen.childCount())] == [button]
