"""An overview page that is built while the person register is asked, with nobody in it, and shown when it answers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.identity import PersonIdentity
from desktop.runtime.language import Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import Searching
from desktop.views.overview import OverviewPage

_ONCE_THE_CALLS_ARE_SENT = 20
"""Milliseconds after Enter: building takes the interpreter from the thread that sends them."""


class ReadyOverview(QObject):
    """Lives as long as `place`, the widget that pages are shown in. A page is used for one citizen only."""

    def __init__(self, desk: DeskViewModel, words: Language, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._words, self._place = desk, words, place
        self._built: OverviewPage | None = None
        self._soon = QTimer(self, singleShot=True, interval=_ONCE_THE_CALLS_ARE_SENT)
        self._soon.timeout.connect(self._build)
        desk.search.changed.connect(self._expect)

    def take(self, overview: OverviewViewModel) -> OverviewPage:
        """A page that shows this citizen."""
        self._soon.stop()
        page, self._built = self._built or self._page(), None
        page.show_citizen(overview)
        return page

    def _expect(self) -> None:
        state = self._desk.search.state
        if isinstance(state, Searching) and isinstance(state.asked, PersonIdentity) and self._built is None:
            self._soon.start()

    def _build(self) -> None:
        self._built = self._page()

    def _page(self) -> OverviewPage:
        """Qt dresses a widget by the style sheet when it is first shown, which costs as much as making it."""
        page = OverviewPage(self._desk, self._words, self._place)
        page.hide()
        for part in page.findChildren(QWidget):
            part.ensurePolished()
        return page
