"""Content that is built anew: Tab passes through it where it stands, and the focus stays on what it was on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.content import Content
from desktop.views.parts import ChoiceField, KeyButton, Stack


def test_tab_goes_through_what_was_added_last_where_it_stands(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    content = Content()
    for part in (QPushButton("above"), content, QPushButton("below")):
        column.addWidget(part)
    window.show()
    for round_ in ("first", "second"):
        region = ChoiceField("Region", [("20", f"{round_} two")])
        content.show_parts(Stack(KeyButton(f"{round_} one"), region), KeyButton(f"{round_} three"))
        QApplication.processEvents()
        window.findChildren(QPushButton)[0].setFocus()
        passed = []
        for _ in range(5):
            focused = QApplication.focusWidget()
            passed.append(focused.currentText() if isinstance(focused, QComboBox) else focused.text())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert passed == ["above", f"{round_} one", f"{round_} two", f"{round_} three", "below"]
        assert QApplication.focusWidget() is window.findChildren(QPushButton)[0]


def test_the_focus_stays_on_the_control_of_the_same_name(qapp: QApplication, qtbot: QtBot) -> None:
    content = Content()
    qtbot.addWidget(content)
    content.show()
    for text in ("before", "after"):
        button = KeyButton(text)
        button.setObjectName("same")
        content.show_parts(button)
        QApplication.processEvents()
        if text == "before":
            button.setFocus()
    assert QApplication.focusWidget() is button
