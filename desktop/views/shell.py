"""What surrounds every page: the environment's mark, the header, and the line at the window's foot."""

from __future__ import annotations

from typing import cast
from weakref import ref

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.header import Header
from desktop.views.parts import Environment, EnvironmentMark, Page, StatusLine


class Shell(QWidget):
    """One page at a time between its rows; nothing in it needs more of the desk than in which world it is."""

    def __init__(self, environment: Environment, header: Header, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {"practice": self.tr("Listningsluckan – övning"), "qa": self.tr("Listningsluckan – test")}
        self.title = names.get(environment, "Listningsluckan")
        marks = {
            "practice": self.tr("ÖVNING – påhittade personer. Inget når någon region."),
            "qa": self.tr("TEST – kvalitetssäkringsmiljö. Inget gäller på riktigt."),
        }
        self.environment, self.header = environment, header
        self.mark_text = marks.get(environment, "")
        self.mark = EnvironmentMark(environment, self.mark_text)
        self.status = StatusLine()
        self._page: ref[Page]
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        if environment != "production":
            self._rows.addWidget(self.mark)
        self._rows.addWidget(header)
        self._rows.addWidget(self.status)

    @property
    def page(self) -> Page:
        """The page that is shown. Held weakly, or it would hold whoever it shows beyond its time."""
        return cast("Page", self._page())

    def open(self, page: Page) -> None:
        """The first page; one that was built ahead of its time is hidden until now."""
        self._page = ref(page)
        self._rows.insertWidget(self._rows.indexOf(self.status), page, 1)
        page.show()

    def show_page(self, page: Page) -> None:
        """Another page in place of the one that is shown."""
        old = self.page
        place = self._rows.indexOf(old)
        self._page = ref(page)
        self._rows.removeWidget(old)  # `replaceWidget` gives back a layout's item that nobody would ever destroy.
        self._rows.insertWidget(place, page, 1)
        focused = self.window().focusWidget()
        if focused is not None and old.isAncestorOf(focused):
            focused.clearFocus()  # Or a screen reader would hear some other button on the way to the new page.
        old.hide()
        old.deleteLater()
        self.status.say("")
        page.show()
