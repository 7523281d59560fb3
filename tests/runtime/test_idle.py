"""Idle time by a clock of the test's own: keys and clicks on any window count, paints and timers do not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.runtime.idle import IdleWatch


def test_seconds_pass_until_somebody_touches_a_window(qtbot: QtBot) -> None:
    clock = [100.0]
    window = QLabel("window")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.windowHandle() is not None and window.isActiveWindow(), timeout=3000)
    watch = IdleWatch(clock=lambda: clock[0])
    clock[0] += 200
    window.repaint()
    assert watch.seconds == 200
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert watch.seconds == 0
    clock[0] += 10
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert watch.seconds == 0


def test_it_ticks_with_the_seconds(qtbot: QtBot) -> None:
    clock = [0.0]
    watch = IdleWatch(clock=lambda: clock[0])
    clock[0] = 42.0
    with qtbot.waitSignal(watch.ticked, timeout=3000) as told:
        pass
    assert told.args == [42.0]
