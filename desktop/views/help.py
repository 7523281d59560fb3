"""Help: the pages that matter here first, searched from one line, read on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.runtime.language import Language
from desktop.texts.help import HelpPage, help_pages, search_help
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.views.parts import Cell, ChoiceRow, ChoiceTable, Columns, KeyButton, Page, Prose


class HelpTopics(Page):
    """Renders HelpViewModel. Enter goes from the list to the text; `leave` takes it away."""

    def __init__(
        self, model: HelpViewModel, words: Language, leave: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Hjälp"), filling=True, parent=parent)
        self._model = model
        state = model.state
        self._pages = help_pages(words, state.about, state.codes)
        self._table = ChoiceTable(self.tr("Hjälpsidor"), (self.tr("Sida"),), self.tr("&Sök i hjälpen"))
        self._text = Prose(self.tr("Hjälptext"))
        if self._table.filter is not None:
            self._table.filter.set_text(state.query)
            self.first = self._table.filter.edit
        self._table.typed.connect(model.search)
        self._table.marked.connect(lambda key: model.read(str(key)))
        self._table.chosen.connect(lambda _: self._text.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add(Columns(self._table, self._text, weights=(4, 5), fills=True), 1)
        read = KeyButton(self.tr("Läs"), key="Enter", icon="book-open", look="primary")
        read.clicked.connect(self._text.setFocus)
        self.add_actions(read, KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=leave))
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        found = search_help(state.query, self._pages)
        rows = [ChoiceRow(page.key, (Cell(page.title),)) for page in found]
        count = self.tr("{n} av {total} sidor").format(n=len(found), total=len(self._pages))
        self._table.show_rows(rows, count)
        reading = next((page for page in found if page.key == state.reading), found[0] if found else None)
        if reading is not None:
            self._table.mark(reading.key)
            self._show(reading)

    def _show(self, page: HelpPage) -> None:
        self._text.show_text(page.title, page.text)


def help_page(desk: DeskViewModel, model: HelpViewModel, words: Language) -> HelpTopics:
    """Help over the open page of the window."""
    return HelpTopics(model, words, desk.back)
