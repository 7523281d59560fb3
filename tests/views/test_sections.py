"""Places that are built anew only where what they show has changed, one in a turn of the event loop."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.sections import Place, Sections


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def place(built: list[str]) -> Callable[[str, str], Place]:
    def place(key: str, shows: str) -> Place:
        def build() -> list[QWidget]:
            built.append(key)
            return [QPushButton(shows)]

        return Place(key, shows, build)

    return place


@pytest.fixture
def sections(qapp: QApplication, qtbot: QtBot) -> Sections:
    sections = Sections()
    qtbot.addWidget(sections)
    return sections


def texts(sections: Sections) -> list[str]:
    """What stands there, from top to bottom."""
    buttons = [one for one in sections.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in sorted(buttons, key=lambda one: one.mapTo(sections, one.rect().topLeft()).y())]


def test_what_has_not_changed_is_left_alone(
    sections: Sections, place: Callable[[str, str], Place], built: list[str], qtbot: QtBot
) -> None:
    sections.show_places([place("a", "one"), place("b", "two")])
    assert built == ["a", "b"], "while it is hidden everything is built at once"
    sections.show()
    kept = sections.findChildren(QPushButton)[0]
    sections.show_places([place("a", "one"), place("b", "new")])
    qtbot.waitUntil(lambda: texts(sections) == ["one", "new"])
    assert built == ["a", "b", "b"]
    assert sections.findChildren(QPushButton)[0] is kept


def test_in_sight_one_place_is_built_in_a_turn(
    sections: Sections, place: Callable[[str, str], Place], built: list[str], qtbot: QtBot
) -> None:
    sections.show()
    steps: list[int] = []
    sections.built.connect(lambda: steps.append(len(built)))
    sections.show_places([place("a", "one"), place("b", "two"), place("c", "three")])
    assert built == []
    turns = []
    while len(built) < 3:
        QApplication.processEvents()
        turns.append(len(built))
    assert steps == [1, 2, 3]
    assert max(after - before for before, after in zip([0, *turns], turns, strict=False)) == 1


def test_places_change_order_and_go(
    sections: Sections, place: Callable[[str, str], Place], built: list[str], qtbot: QtBot
) -> None:
    sections.show()
    sections.show_places([place("a", "one"), place("b", "two"), place("c", "three")])
    qtbot.waitUntil(lambda: len(built) == 3)
    sections.show_places([place("c", "three"), place("a", "one")])
    qtbot.waitUntil(lambda: texts(sections) == ["three", "one"])
    assert len(built) == 3


def test_tab_goes_from_top_to_bottom_whatever_was_built_last(
    sections: Sections, place: Callable[[str, str], Place], built: list[str], qtbot: QtBot
) -> None:
    sections.show()
    sections.show_places([place("a", "one"), place("b", "two")])
    qtbot.waitUntil(lambda: len(built) == 2)
    sections.show_places([place("b", "two"), place("a", "new")])
    qtbot.waitUntil(lambda: texts(sections) == ["two", "new"])
    first = next(one for one in sections.findChildren(QPushButton) if one.text() == "two")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "new"


def test_a_place_may_be_empty(sections: Sections, qtbot: QtBot) -> None:
    sections.show()
    sections.show_places([Place("a", 1, lambda: [QLabel("here")])])
    qtbot.waitUntil(lambda: len(sections.findChildren(QLabel)) == 1)
    sections.show_places([Place("a", 2, list)])
    qtbot.waitUntil(lambda: sections.findChildren(QLabel) == [])
