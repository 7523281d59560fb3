from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts import ChoiceField, TextField


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    field = TextField("&Personnummer", "10 eller 12 siffror", digits=True, letters=20)
    qtbot.addWidget(field)
    field.show()
    return field


def said_by(field: TextField) -> list[str]:
    """The texts of all labels that are visible."""
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible()]


def test_the_label_names_the_control(field: TextField) -> None:
    seen = QAccessible.queryAccessibleInterface(field.edit)
    assert seen.role() is QAccessible.Role.EditableText
    assert seen.text(QAccessible.Text.Name) == "Personnummer"
    assert seen.text(QAccessible.Text.Description) == "10 eller 12 siffror"


def test_an_error_is_described_and_interrupts_once(field: TextField, heard: list[tuple[str, bool]]) -> None:
    field.set_error("Numret är inte komplett.")
    field.set_error("Numret är inte komplett.")
    assert heard == [("Numret är inte komplett.", True)]
    assert field.edit.accessibleDescription() == "Numret är inte komplett. 10 eller 12 siffror"
    assert field.edit.property("invalid") is True


def test_an_error_that_is_mended_leaves_no_empty_node(field: TextField) -> None:
    field.set_error("Numret är inte komplett.")
    assert "Numret är inte komplett." in said_by(field)
    field.set_error("")
    assert field.error == ""
    assert field.edit.accessibleDescription() == "10 eller 12 siffror"
    assert "" not in said_by(field)


def test_swedish_letters_can_be_typed_and_enter_submits(
    qtbot: QtBot, field: TextField, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(field.edit, "Åsa Öman")
    with qtbot.waitSignal(field.submitted) as submitted:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert submitted.args == ["Åsa Öman"]


def test_a_choice_keeps_its_key_when_the_options_change(qtbot: QtBot) -> None:
    field = ChoiceField("Region", [("20", "Dalarna"), ("12", "Skåne")])
    qtbot.addWidget(field)
    field.choose("12")
    field.set_options([("01", "Stockholm"), ("12", "Region Skåne")])
    assert field.key() == "12"
    field.set_options([("01", "Stockholm")])
    assert field.key() == "01"
    assert field.box.accessibleName() == "Region"
