"""The looking-over itself: a window with one fault of each kind, each of which is found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItemModel
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.views.accessible import complaints, pale


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    first = QLineEdit(accessibleName="Första")
    label = QLabel("Första")
    label.setBuddy(first)
    for part in (label, first, *parts):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.resize(400, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QLineEdit).setFocus(Qt.FocusReason.OtherFocusReason)
    return window


def test_a_sound_window_has_no_complaints(qtbot: QtBot) -> None:
    assert complaints(shown(qtbot, QPushButton("Sök"), QLabel("Hela texten"))) == []


def test_a_button_without_a_name(qtbot: QtBot) -> None:
    assert any("has no name" in one for one in complaints(shown(qtbot, QPushButton())))


def test_a_button_too_small_to_press(qtbot: QtBot) -> None:
    button = QPushButton("X")
    button.setFixedSize(27, 21)
    assert "'X' is 27 x 21" in complaints(shown(qtbot, button))


def test_a_text_cut_at_the_side_and_one_cut_below(qtbot: QtBot) -> None:
    narrow, low = QLabel("Kontroll före registrering"), QLabel("Flera ord " * 30)
    narrow.setFixedWidth(20)
    low.setWordWrap(True)
    low.setFixedHeight(12)
    found = complaints(shown(qtbot, narrow, low))
    assert any(one.endswith("is cut at the side") for one in found)
    assert any(one.endswith("is cut below") for one in found)


def test_a_table_that_keeps_tab_to_itself(qtbot: QtBot) -> None:
    table = QTableView(accessibleName="Mottagningar")
    rows = QStandardItemModel(9, 9, table)
    table.setModel(rows)
    table.setCurrentIndex(rows.index(0, 0))
    found = complaints(shown(qtbot, table, QPushButton("Efter")))
    assert any("circles" in one or "does not" in one for one in found), found


def test_a_field_without_a_label_that_can_be_seen(qtbot: QtBot) -> None:
    found = complaints(shown(qtbot, QLineEdit(accessibleName="Datum")))
    assert "'Datum' has no label that can be seen" in found


def test_a_text_too_pale_to_read(qtbot: QtBot) -> None:
    weak = QLabel("Kontroll före registrering")
    weak.setStyleSheet("color: #999; background: #fff")
    window = shown(qtbot, weak, QLabel("Läsbart"))
    (found,) = pale(window)
    assert found.startswith("'Kontroll före registrering' has contrast 2.")


def test_keys_that_people_type_with_and_an_alt_key_of_two_controls(qtbot: QtBot) -> None:
    window = shown(qtbot, QPushButton("&Spara"), QPushButton("&Sök"))
    for key in ("Ctrl+Alt+P", "P"):
        QShortcut(QKeySequence(key), window)
    found = complaints(window)
    assert "Ctrl+Alt+P is a key that people type with" in found
    assert "P is a key that people type with" in found
    assert "Alt+S belongs to 2 controls" in found


def test_a_body_that_must_be_scrolled_sideways(qtbot: QtBot) -> None:
    area, wide = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    wide.setFixedSize(2000, 20)
    area.setWidget(wide)
    assert any("scrolls sideways" in one for one in complaints(shown(qtbot, area)))
