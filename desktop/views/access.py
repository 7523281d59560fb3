"""Åtkomstlogg: an extract on the screen, then as a file or on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.documents import page as sheets
from desktop.documents.trail_extract import as_csv, extract_document
from desktop.domain.audit import AuditRow
from desktop.runtime.clock import now, today
from desktop.runtime.language import Language
from desktop.texts import persons, trail
from desktop.viewmodels.access import AccessViewModel
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.content import Content
from desktop.views.dialogue import ask_where_to_save
from desktop.views.look.tokens import WIDE
from desktop.views.own_widths import keep_widths
from desktop.views.parts import (
    TAKES_SCANS,
    Card,
    Cell,
    ChoiceRow,
    ChoiceTable,
    Columns,
    KeyButton,
    Notice,
    Page,
    Skeleton,
    TextField,
)

_SHOWN = (0, 1, 3, 4, 5, 6)
"""The columns that the screen has room for; files and paper have them all."""


class AccessPage(Page):
    """Renders AccessViewModel: nothing is read before somebody asks."""

    def __init__(
        self, desk: DeskViewModel, model: AccessViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Åtkomstlogg"),
            self.tr("Vem har gjort vad på den här arbetsplatsen. Att du tar fram ett utdrag antecknas i loggen."),
            filling=True,
            parent=parent,
            measure=WIDE,
        )
        self._desk, self._model, self._words = desk, model, words
        self._number = TextField(self.tr("&Personnummer"), placeholder=self.tr("Alla invånare"), digits=True)
        self._number.edit.setProperty(TAKES_SCANS, True)
        self._since, self._until = TextField(self.tr("&Från och med")), TextField(self.tr("&Till och med"))
        fields = ((self._number, "number"), (self._since, "since"), (self._until, "until"))
        for field, name in fields:
            field.edit.setObjectName(name)
            field.submitted.connect(self._ask)
        self._since.set_text(model.state.since.text)
        self._until.set_text(model.state.until.text)
        card = Card()
        card.add(Columns(self._number, self._since, self._until))
        self._said, self._waiting = Content(), Skeleton(self.tr("Läser loggen …"))
        self._waiting.hide()
        headings = trail.columns(words)
        self.table = ChoiceTable(self.tr("Loggrader"), [headings[at] for at in _SHOWN])
        keep_widths(self.table, "access", desk.own)
        for part in (card, self._said, self._waiting):
            self.add(part)
        self.add(self.table, 1)
        self._show = KeyButton(self.tr("Visa"), key="F5", icon="search", look="primary", on_click=self._ask)
        self._save = KeyButton(self.tr("Spara som fil"), key="Ctrl+S", icon="file-text", on_click=self._ask_where)
        self._print = KeyButton(self.tr("Skriv ut"), key="Ctrl+P", icon="printer", on_click=self._ask_printer)
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back)
        self.add_actions(self._show, self._save, self._print, back)
        self.first = self._number.edit
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def save(self, path: Path) -> bool:
        """Write the extract, as the file's name ends: CSV or PDF; says so, or why not."""
        rows = self._model.state.rows
        if rows is None:
            return False
        try:
            if path.suffix.lower() == ".csv":
                path.write_bytes(as_csv(self._words, rows))
            else:
                sheets.write_pdf([self._document(rows)], path, today())
        except OSError:
            text = self.tr("Välj en annan mapp.")
            self._said.show_parts(Notice("error", self.tr("Filen kunde inte sparas."), text))
            return False
        text = self.tr("{file} innehåller personuppgifter. Förvara den så.").format(file=path.name)
        self._said.show_parts(Notice("ok", self.tr("Sparad."), text))
        return True

    def _ask(self) -> None:
        self._model.ask(self._number.text(), self._since.text(), self._until.text())

    def _render(self) -> None:
        state = self._model.state
        if state.reading:
            self._waiting.start()
        else:
            self._waiting.stop()
        wrong = persons.number_fault(self._words, state.number_fault) if state.number_fault is not None else None
        self._number.set_error(f"{wrong.heading} {wrong.text}" if wrong is not None else "")
        date_wrong = self.tr("Skriv ett datum, till exempel 2026-11-23, som inte är efter i dag.")
        self._since.set_error(date_wrong if state.since.fault is not None else "")
        backwards = self.tr("Perioden slutar före den börjar.") if state.is_backwards else ""
        self._until.set_error(date_wrong if state.until.fault is not None else backwards)
        self._said.show_parts(*self._told())
        rows = state.rows
        for button in (self._save, self._print):
            button.setVisible(rows is not None)
        self.table.setVisible(rows is not None)
        count = self.tr("Rader: {n}").format(n=len(rows or ()))
        self.table.show_rows([self._row(row) for row in rows or ()], count)

    def _told(self) -> Iterator[Notice]:
        if self._model.state.fault is not None:
            text = self.tr("Inget utdrag har tagits fram. Kontakta IT-supporten.")
            yield Notice("error", self.tr("Loggen går inte att läsa just nu."), text)

    def _row(self, row: AuditRow) -> ChoiceRow:
        cells = list(trail.cells(self._words, row))
        if self._desk.masked and cells[4]:
            cells[4] = "•••••"
        return ChoiceRow(row.seq, tuple(Cell(cells[at]) for at in _SHOWN))

    def _document(self, rows: tuple[AuditRow, ...]) -> QTextDocument:
        question = self._model.state.question
        if question is None:
            raise RuntimeError("rows without a question")
        made = self.tr("Framtaget {time} av {name}")
        told = made.format(time=f"{now():%Y-%m-%d %H:%M}", name=self._desk.staff.staff.shown)
        return extract_document(self._words, question, rows, told)

    def _ask_where(self) -> None:
        kinds = "CSV (*.csv);;PDF (*.pdf)"
        chosen = ask_where_to_save(self, self.tr("Spara som fil"), self.tr("loggutdrag.csv"), kinds)
        if chosen is not None:
            self.save(chosen)

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._print_on(printer))
        QDialog.open(dialog)

    def _print_on(self, printer: QPrinter) -> None:
        rows = self._model.state.rows
        if rows is None:
            return
        try:
            sheets.print_documents([self._document(rows)], printer)
        except OSError:
            text = self.tr("Kontrollera skrivaren, eller spara som fil i stället.")
            self._said.show_parts(Notice("error", self.tr("Det gick inte att skriva ut."), text))
        else:
            self._said.show_parts(Notice("ok", self.tr("Skickat till skrivaren.")))
