"""The command box: everything that can be done from here, and every help page, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.runtime.language import LANGUAGE_NAMES, Language
from desktop.texts.help import help_pages, search_help
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.column_widths import ColumnWidths, table_with_columns
from desktop.views.dialogue import Dialogue
from desktop.views.first_tour import FirstTour
from desktop.views.own_widths import keep_widths
from desktop.views.parts import Cell, ChoiceRow, ChoiceTable, KeyButton, Page


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do, as it is called where it stands, with its key; `words` are others that it is looked for by."""

    name: str
    key: str
    do: Callable[[], object]
    words: str = ""

    def fits(self, asked: list[str]) -> int:
        """How well it answers: 2 by its name or key, 1 by its other words, 0 not at all."""
        named = f"{self.name} {self.key}".casefold()
        if all(word in named for word in asked):
            return 2
        return int(all(word in f"{named} {self.words}".casefold() for word in asked))


class CommandBox(Dialogue):
    """Lies over the window; Enter does what is marked, Esc leaves everything as it was."""

    about = "commands"

    def __init__(self, desk: DeskViewModel, words: Language, window: QWidget, query: str = "") -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Kommandon"))
        self._commands = (*self._on_screen(window), *self._everywhere(desk, window))
        self._pages = help_pages(words)
        self._helps = tuple(
            Command(page.title, "", partial(desk.aside.show_help, reading=page.key)) for page in self._pages
        )
        page = Page(self.tr("Kommandon"), filling=True)
        self._table = ChoiceTable(
            self.tr("Kommandon"), (self.tr("Kommando"), self.tr("Tangent")), self.tr("&Vad vill du göra?")
        )
        keep_widths(self._table, "commands", desk.own)
        self._table.typed.connect(self._show)
        self._table.chosen.connect(self._do)
        page.add(self._table, 1)
        page.first = self._table.filter
        close = KeyButton(self.tr("Stäng"), key="Esc", icon="x", on_click=self.reject)
        page.add_actions(close)
        self.hold(page, 720, 560)
        if self._table.filter is not None:
            self._table.filter.set_text(query)
        self._show(query)

    def _show(self, typed: str) -> None:
        asked = typed.casefold().split()
        deeds = sorted((one for one in self._commands if one.fits(asked)), key=lambda one: -one.fits(asked))
        helps = {one.name: one for one in self._helps}
        found = [*deeds, *(helps[page.title] for page in search_help(typed, self._pages))]
        rows = [ChoiceRow(one, (Cell(self._named(one)), Cell(one.key))) for one in found]
        self._table.show_rows(rows, self.tr("Träffar: {count}").format(count=len(rows)))

    def _named(self, one: Command) -> str:
        return self.tr("Hjälp: {page}").format(page=one.name) if one in self._helps else one.name

    def _do(self, command: object) -> None:
        """After the box has gone: what is done may build the window anew."""
        self.accept()
        if isinstance(command, Command):
            QTimer.singleShot(0, command.do)

    def _on_screen(self, window: QWidget) -> Iterator[Command]:
        """The buttons that can be pressed now, the page's own first, then those with a key; each key once."""
        words = {
            "F2": self.tr("lista listning registrera söka"),
            "Ctrl+B": self.tr("lista byta vårdcentral"),
            "Ctrl+3": self.tr("lista registrera flera"),
        }
        buttons = [one for one in window.findChildren(KeyButton) if one.isVisible() and one.isEnabled()]
        header, told = window.findChild(QWidget, "header"), set()
        for button in sorted(buttons, key=lambda one: (header is not None and header.isAncestorOf(one), not one.key)):
            name = button.text().replace("&", "")
            if button.window() is window and not button.blocked and (button.key or name) not in told:
                told.add(button.key or name)
                yield Command(name, button.key, button.click, words.get(button.key, ""))

    def _everywhere(self, desk: DeskViewModel, window: QWidget) -> Iterator[Command]:
        own = desk.own
        yield Command(self.tr("Dölj eller visa namn och nummer"), "F9", desk.toggle_mask)
        yield Command(self.tr("Lås luckan"), "Ctrl+Shift+L", desk.lock.lock)
        yield Command(self.tr("Anslutningskontroll"), "", desk.aside.show_connection)
        yield Command(self.tr("Rundturen från första starten"), "", partial(_show_tour, desk, window))
        yield Command(self.tr("Parkera det som är öppet"), "Ctrl+M", desk.drafting.park)
        yield Command(self.tr("Större text"), "Ctrl++", partial(own.resize_text, 25))
        yield Command(self.tr("Mindre text"), "Ctrl+-", partial(own.resize_text, -25))
        yield Command(self.tr("Vanlig textstorlek"), "Ctrl+0", partial(own.resize_text, 0))
        table = table_with_columns(window)
        if table is not None:
            yield Command(self.tr("Ändra kolumnbredder"), "Shift+F10", lambda: ColumnWidths(table).open())
            yield Command(self.tr("Återställ kolumnbredder"), "", table.reset_widths)
        for theme, name in (
            ("system", self.tr("Färger: följ systemet")),
            ("light", self.tr("Färger: ljust")),
            ("dark", self.tr("Färger: mörkt")),
            ("high-contrast", self.tr("Färger: hög kontrast")),
        ):
            yield Command(name, "", partial(own.choose, theme=theme))
        for code, name in LANGUAGE_NAMES.items():
            yield Command(self.tr("Språk: {language}").format(language=name), "", partial(desk.use_language, code))


def _show_tour(desk: DeskViewModel, window: QWidget) -> None:
    FirstTour(window, practises=desk.training is not None).open()
