"""Content in places below one another: a place is built anew only where what it shows has changed, one place a turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.content import Content, join_tab_order
from desktop.views.look import look
from desktop.views.look.tokens import L


@dataclass(frozen=True, slots=True)
class Place:
    """`shows` is all that `build` makes its parts from: equal to what is shown already, nothing is built."""

    key: object
    shows: object
    build: Callable[[], Iterable[QWidget]]


class Sections(QWidget):
    """Answers that come at the same moment are built in turns of the event loop, so that the window lives meanwhile.

    While it is hidden everything is built at once. `building` and `built` come around each place.
    """

    building = Signal()
    built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(L))
        self._sections: dict[object, Content] = {}
        self._shown: dict[object, object] = {}
        self._due: list[Place] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._build_next)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these places in this order."""
        self._leave_out({place.key for place in places})
        for line, place in enumerate(places):
            section = self._sections.setdefault(place.key, Content())
            if self._column.indexOf(section) != line:
                self._column.insertWidget(line, section)
                section.raise_()  # A screen reader goes by the order of children.
        self._due = [one for one in places if one.key not in self._shown or self._shown[one.key] != one.shows]
        while self._due and not self.isVisible():
            self._build_next()
        if self._due:
            self._next.start()

    def _leave_out(self, kept: set[object]) -> None:
        for key in self._sections.keys() - kept:
            section = self._sections.pop(key)
            self._shown.pop(key, None)
            section.hide()
            section.setParent(None)
            section.deleteLater()

    def _build_next(self) -> None:
        self.building.emit()
        place = self._due.pop(0)
        self._shown[place.key] = place.shows
        self._sections[place.key].show_parts(*place.build())
        sections = sorted(self._sections.values(), key=self._column.indexOf)
        join_tab_order(self, [one for section in sections for one in (section, *section.findChildren(QWidget))])
        self.built.emit()
        if self._due and self.isVisible():
            self._next.start()
