"""A paper on the screen: preview, language, large print; then to the printer or to a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop.documents import page as sheets
from desktop.domain.case import Correction
from desktop.domain.draft import Draft
from desktop.domain.outcome import Receipt
from desktop.domain.pile import PileSummary
from desktop.runtime.clock import today
from desktop.runtime.language import LANGUAGES, Language, language_name
from desktop.texts import consents
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.paper import Paper, PaperViewModel
from desktop.views.content import Content
from desktop.views.dialogue import ask_where_to_save
from desktop.views.look.tokens import S
from desktop.views.parts import Columns, KeyButton, Notice, OptionGroup, Page, Stack, Text, TickRow
from desktop.views.person import PersonBand
from desktop.views.printed import approved_texts, document_of, is_form


class PaperPage(Page):
    """Renders PaperViewModel: what is seen is what comes out of the printer."""

    def __init__(
        self, desk: DeskViewModel, model: PaperViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent, heading="")
        self.set_heading(self._heading_of(model.state.content))
        self._desk, self._model = desk, model
        if model.state.citizen is not None:
            self.pin(PersonBand(desk, words, model.state.citizen))
        self._sheets, self._said = Content(), Content()
        manners = Stack(Text(self.tr("Papperets text"), "strong"), *self._manners(), gap=S)
        self.add(Columns(self._languages(), manners))
        if model.state.asks_first:
            self.add(self._wish())
        self.add(self._said)
        self.add(self._sheets)
        self._print_button = KeyButton(
            self.tr("Skriv ut"), key="Ctrl+P", icon="printer", look="primary", on_click=lambda: self._after(self._print)
        )
        self._save_button = KeyButton(
            self.tr("Spara som PDF"),
            key="Ctrl+S",
            icon="file-text",
            on_click=lambda: self._after(self._ask_where_to_save),
        )
        self.add_actions(
            self._print_button,
            self._save_button,
            KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back),
        )
        self.first = self._print_button if model.state.allowed else self.findChild(TickRow, "wants-paper")
        self._then: Callable[[], None] | None = None
        model.kept.connect(self._go_on)
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def _languages(self) -> OptionGroup:
        content = self._model.state.content
        codes = consents.languages(approved_texts(self._desk, content)) if is_form(content) else LANGUAGES
        named = [(code, language_name(code)) for code in codes]
        language = OptionGroup(self.tr("Papperets språk"), named, self._model.state.language)
        language.chosen.connect(lambda code: self._model.use_language(str(code)))
        return language

    def _manners(self) -> Iterator[TickRow]:
        large = TickRow(self.tr("S&tor stil"))
        large.setChecked(self._model.state.large)
        large.toggled.connect(self._model.use_large_print)
        yield large
        if is_form(self._model.state.content):
            easy = TickRow(self.tr("&Enklare ord i samtycket"))
            easy.setObjectName("easy")
            easy.toggled.connect(self._model.use_easy_words)
            yield easy

    def _wish(self) -> TickRow:
        wish = self.tr("Invånaren vill ha blanketten på &papper eller som fil.")
        if isinstance(self._model.state.content, Receipt):
            wish = self.tr("Invånaren vill ha kvittot på &papper eller som fil.")
        wants = TickRow(wish, framed=True)
        wants.setObjectName("wants-paper")
        wants.setChecked(self._model.state.allowed)
        wants.toggled.connect(self._model.allow)
        return wants

    def _heading_of(self, content: Paper) -> str:
        match content:
            case Receipt():
                return self.tr("Kvitto")
            case Correction():
                return self.tr("Rättelse till regionen")
            case PileSummary():
                return self.tr("Sammanställning av bunten")
            case Draft():
                return self.tr("Brev om det som saknas")
            case _:
                return self.tr("Blankett att skriva under")

    def _after(self, then: Callable[[], None]) -> None:
        """A form goes among the cases before it goes on paper."""
        self._then = then
        self._model.keep()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def save(self, path: Path) -> bool:
        """Write the PDF; says so, or why not."""
        try:
            sheets.write_pdf(self._documents(), path, today())
        except OSError:
            self._said.show_parts(
                Notice(
                    "error",
                    self.tr("Filen kunde inte sparas."),
                    self.tr("Välj en annan mapp, eller skriv ut i stället."),
                )
            )
            return False
        self._desk.papers.note_sheets(self._model.state.sheets("file"))
        self._said.show_parts(Notice("ok", self.tr("Sparad."), path.name))
        return True

    def _render(self) -> None:
        """A masked screen shows no paper; it can still be printed."""
        state = self._model.state
        for button in (self._print_button, self._save_button):
            if state.allowed:
                button.unblock()
            else:
                button.block(self.tr("Kryssa först i att invånaren vill ha papperet."), self._ask_wanted)
        if state.not_kept:
            text = self.tr("Blanketten går att skriva ut utan ärendekod. Inget annat har ändrats.")
            self._said.show_parts(Notice("warning", self.tr("Ärendet kunde inte sparas."), text))
        self._sheets.show_parts(*(() if self._desk.masked or not state.allowed else self._pictures()))

    def _pictures(self) -> Iterator[QLabel]:
        pages = [(document, number) for document in self._documents() for number in range(document.pageCount())]
        for place, (document, number) in enumerate(pages, start=1):
            sheet = QLabel()
            sheet.setAccessibleName(self.tr("Förhandsvisning, sida {number}").format(number=place))
            sheet.setAccessibleDescription(document.toPlainText())
            sheet.setPixmap(QPixmap.fromImage(sheets.picture(document, number)))
            yield sheet

    def _ask_wanted(self) -> None:
        if (wants := self.findChild(TickRow, "wants-paper")) is not None:
            wants.setFocus(Qt.FocusReason.OtherFocusReason)

    def _documents(self) -> list[QTextDocument]:
        marks = {"practice": self.tr("ÖVNING – gäller inte"), "qa": self.tr("TEST – gäller inte")}
        mark = marks.get(self._desk.profile.environment.value, "")
        papers = [document_of(paper, self._model.state, self._desk) for paper in self._model.state.papers]
        return [sheets.marked(paper, mark) for paper in papers]

    def _print(self) -> None:
        """The printer is chosen in a dialog that holds up nothing behind it."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._print_on(printer))
        dialog.finished.connect(self._has_printed)
        self._model.is_printing = True
        QDialog.open(dialog)  # QPrintDialog has hidden it behind one that wants a slot by name

    def _has_printed(self) -> None:
        self._model.is_printing = False

    def _print_on(self, printer: QPrinter) -> None:
        try:
            sheets.print_documents(self._documents(), printer)
        except OSError:
            text = self.tr("Kontrollera skrivaren, eller spara som PDF i stället.")
            self._said.show_parts(Notice("error", self.tr("Det gick inte att skriva ut."), text))
        else:
            self._desk.papers.note_sheets(self._model.state.sheets("printer"))
            self._said.show_parts(Notice("ok", self.tr("Skickat till skrivaren.")))

    def _ask_where_to_save(self) -> None:
        names = {
            Receipt: self.tr("kvitto.pdf"),
            Correction: self.tr("rattelse.pdf"),
            PileSummary: self.tr("blankettbunt.pdf"),
            Draft: self.tr("brev.pdf"),
        }
        name = names.get(type(self._model.state.content), self.tr("blankett.pdf"))
        chosen = ask_where_to_save(self, self.tr("Spara som PDF"), name, "PDF (*.pdf)")
        if chosen is not None:
            self.save(chosen)
