"""A receptionist at the real window: presses keys, counts them, and reads the screen as it is shown."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop.app import Desk
from desktop.tour import Hands, StepError
from tests.region import Region


class Onlooker(Hands):
    """Hands with eyes. `keys` counts key presses, a chord as one."""

    keys = 0

    def press(self, keys: str, *more: str) -> None:
        """Press keys or chords, one after the other."""
        for chord in (keys, *more):
            super().press(chord)
            self.keys += 1

    def write(self, text: str) -> None:
        super().write(text)
        self.keys += len(text)

    def sees(self, *texts: str) -> None:
        """Wait until all these texts are on the screen at once."""
        try:
            self.until(lambda: all(text in self.screen() for text in texts), "reading the screen")
        except StepError as error:
            missing = [text for text in texts if text not in self.screen()]
            raise AssertionError(f"{error}\nnot on the screen: {missing}\nthe screen:\n{self.screen()}") from None
        self.settle()

    def does_not_see(self, *texts: str) -> None:
        """None of these texts is on the screen."""
        self.settle()
        found = [text for text in texts if text in self.screen()]
        assert not found, f"on the screen: {found}\nthe screen:\n{self.screen()}"

    def sees_no_more(self, text: str) -> None:
        """Wait until this text has gone from the screen."""
        self.until(lambda: text not in self.screen(), f"waiting for {text!r} to go")

    def screen(self) -> str:
        """Every text that is shown, from top to bottom in the order of the window's widgets."""
        window = self.desk.window
        shown = (text_of(widget) for widget in window.findChildren(QWidget) if widget.isVisible())
        return "\n".join(text for text in shown if text)

    @property
    def focus(self) -> QWidget:
        """What has the focus; it must be something in the window."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    def walk(self, control: str) -> None:
        """Press Tab until the control of this name has the focus."""
        start = self.focus
        while text_of(self.focus).replace("&", "") != control and self.focus.accessibleName() != control:
            self.press("Tab")
            assert self.focus is not start, f"Tab came round without meeting {control!r}"


class Receptionist(Onlooker):
    """Knows the practice region, too. `keys` counts since the last scan."""

    def __init__(self, desk: Desk, region: Region) -> None:
        super().__init__(desk)
        self.region = region

    def scan(self, person: str) -> None:
        """The scanner types the number of a person of the practice region (by key), and Enter."""
        self.write(person if person.isdigit() else self.region.number(person))
        self.press("Enter")
        self.keys = 0

    def open(self, person: str) -> None:
        """Scan somebody and wait until every region that is asked has answered."""
        self.scan(person)
        self.until(lambda: self._overview_is_complete(), f"the whole overview of {person}")
        self.settle()

    def choose_as_one_guardian(self) -> None:
        """Send a child's choice where the region wants both guardians to approve."""
        self.open("consent-child")
        self.press("Ctrl+L")
        self.check()
        self.write(self.region.number("guardian"))
        self.press("Tab")
        self.until(lambda: "Slås upp" not in self.screen(), "the guardian's name")
        self.settle()
        self.reach("APPROVED")
        self.press("Space", "Ctrl+Enter")

    @property
    def registrations(self) -> list[dict[str, Any]]:
        """The calls that register, as the region received them."""
        return [call for call in self.region.log() if call["contract"] == "CreateListing"]

    def _overview_is_complete(self) -> bool:
        overview = self.desk.model.overview
        return overview is not None and overview.state.is_complete


def text_of(widget: QWidget) -> str:
    """The text that a widget shows."""
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QTableView():
            return "\n".join(_rows(widget.model()))
        case _:
            return ""


def _rows(model: QAbstractItemModel) -> list[str]:
    columns = range(model.columnCount())
    return [
        " | ".join(str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole)) for column in columns)
        for row in range(model.rowCount())
    ]


def digits(text: str) -> str:
    """A text without anything but digits, in which a number shows however it is written."""
    return re.sub(r"\D", "", text)
