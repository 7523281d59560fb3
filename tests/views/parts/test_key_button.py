import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts import KeyButton


class Desk(QWidget):
    """A window with a field and a button; ``pressed`` counts what the button did."""

    def __init__(self, **button: str) -> None:
        super().__init__()
        self.pressed = 0
        self.field = QLineEdit()
        self.button = KeyButton("Registrera byte", on_click=self.press, **button)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def press(self) -> None:
        self.pressed += 1


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(key="Ctrl+Enter", look="primary")
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    return desk


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_shortcut_works_from_the_field(qtbot: QtBot, desk: Desk, key: Qt.Key) -> None:
    desk.field.setFocus()
    qtbot.keyClick(desk.field, key, Qt.KeyboardModifier.ControlModifier)
    assert desk.pressed == 1


def test_a_key_that_another_control_answers_to_is_shown_and_not_bound(qtbot: QtBot) -> None:
    desk = Desk(shown_key="F2")
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    assert desk.button.key == "F2"
    assert desk.button.sizeHint().width() > KeyButton("Registrera byte").sizeHint().width()
    qtbot.keyClick(desk.field, Qt.Key.Key_F2)
    assert desk.pressed == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_held_key_presses_once(desk: Desk, key: Qt.Key) -> None:
    desk.button.setFocus()
    for repeat in (False, True, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeat)
        QApplication.sendEvent(desk.button, press)
    assert desk.pressed == 1


def test_a_blocked_button_says_why_and_does_nothing(qtbot: QtBot, desk: Desk, heard: list[tuple[str, bool]]) -> None:
    desk.button.block("Godkännande saknas.", explain=desk.field.setFocus)
    qtbot.keyClick(desk.button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(desk.button, Qt.Key.Key_Space)
    assert desk.pressed == 0
    assert [text for text, _ in heard] == ["Godkännande saknas."] * 3
    assert desk.field.hasFocus()
    seen = QAccessible.queryAccessibleInterface(desk.button)
    assert seen.text(QAccessible.Text.Description) == "Godkännande saknas."


def test_an_unblocked_button_acts_again(qtbot: QtBot, desk: Desk) -> None:
    desk.button.block("Godkännande saknas.")
    desk.button.unblock()
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.pressed == 1
    assert desk.button.accessibleDescription() == ""


def test_enter_alone_is_shown_but_belongs_to_the_field(qtbot: QtBot) -> None:
    desk = Desk(key="Enter")
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.field.setFocus()
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.pressed == 0


def test_a_screen_reader_reads_the_text_and_the_role(desk: Desk) -> None:
    seen = QAccessible.queryAccessibleInterface(desk.button)
    assert seen.role() is QAccessible.Role.Button
    assert seen.text(QAccessible.Text.Name) == "Registrera byte"


def test_a_long_text_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    button = KeyButton("Lista på Hälsocentralen i Malung-Sälens kommun", key="Ctrl+L", icon="list-plus")
    qtbot.addWidget(button)
    natural = button.sizeHint()
    assert button.minimumSizeHint().width() < natural.width() / 1.5
    assert button.heightForWidth(button.minimumSizeHint().width()) > natural.height()
