"""Pages that are built before they are asked for, while nobody waits, with nobody in them, and filled when they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.identity import PersonIdentity
from desktop.runtime.language import Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import Searching
from desktop.views.facets import FacetFields
from desktop.views.facilities import FacilitiesPage
from desktop.views.overview import OverviewPage
from desktop.views.parts import Page

W = TypeVar("W", bound=QWidget)

_ONCE_THE_CALLS_ARE_SENT = 20
"""Milliseconds after Enter: building takes the interpreter from the thread that sends them."""
_ONCE_THE_OVERVIEW_IS_PAINTED = 120
_BETWEEN_STEPS = 20


class ReadyPages(QObject):
    """Lives as long as `place`, the widget that pages are shown in. A page is used once."""

    def __init__(self, desk: DeskViewModel, words: Language, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._words, self._place = desk, words, place
        self._overview: OverviewPage | None = None
        self._facilities: FacilitiesPage | None = None
        self._steps = self._build_facilities()
        self._soon = QTimer(self, singleShot=True, interval=_ONCE_THE_CALLS_ARE_SENT)
        self._soon.timeout.connect(self._build_overview)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._build_on)
        desk.search.changed.connect(self._expect)

    def overview(self, model: OverviewViewModel) -> Page:
        """A page that shows this citizen."""
        self._soon.stop()
        page, self._overview = self._overview or self._dressed_overview(), None
        page.show_citizen(model)
        if self._facilities is None:
            self._later.start(_ONCE_THE_OVERVIEW_IS_PAINTED)
        return page

    def facilities(self, model: FacilitiesViewModel) -> Page:
        """A page to choose a care centre for the open citizen in."""
        self._later.stop()
        while self._facilities is None:
            next(self._steps)
        page, self._facilities, self._steps = self._facilities, None, self._build_facilities()
        page.show_model(model)
        return page

    def _expect(self) -> None:
        state = self._desk.search.state
        if isinstance(state, Searching) and isinstance(state.asked, PersonIdentity) and self._overview is None:
            self._soon.start()

    def _build_overview(self) -> None:
        """In two turns: made, and then laid out as large as it will be shown."""
        if self._overview is None:
            self._overview = self._dressed_overview()
            self._soon.start()
        else:
            self._overview.resize(self._place.size())
            self._overview.grab(QRect(0, 0, 1, 1))

    def _build_on(self) -> None:
        next(self._steps)
        if self._facilities is None:
            self._later.start(_BETWEEN_STEPS)

    def _build_facilities(self) -> Iterator[None]:
        """In three turns, for each takes half a frame."""
        facets = _dressed(FacetFields(self._words, self._place))
        yield
        page = FacilitiesPage(self._desk, None, self._words, self._place, facets)
        page.hide()
        yield
        self._facilities = _dressed(page)
        yield

    def _dressed_overview(self) -> OverviewPage:
        return _dressed(OverviewPage(self._desk, self._words, self._place))


def _dressed(made: W) -> W:
    """Hidden. Qt dresses a widget by the style sheet when it is first shown, which costs as much as making it."""
    made.hide()
    made.ensurePolished()
    for part in made.findChildren(QWidget):
        part.ensurePolished()
    return made
