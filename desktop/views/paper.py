"""A paper on the screen: preview, language, large print; then to the printer or to a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop.documents import page as sheets
from desktop.documents.form import FormContent, form_document
from desktop.documents.receipt import receipt_document
from desktop.domain.outcome import Receipt
from desktop.runtime.clock import today
from desktop.runtime.language import LANGUAGES, Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.paper import PaperState, PaperViewModel
from desktop.views.content import Content
from desktop.views.parts import Columns, KeyButton, Notice, OptionGroup, Page, TickRow, announce
from desktop.views.person import PersonBand

_LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


class PaperPage(Page):
    """Renders PaperViewModel: what is seen is what comes out of the printer."""

    def __init__(
        self, desk: DeskViewModel, model: PaperViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        is_receipt = isinstance(model.state.content, Receipt)
        super().__init__(self.tr("Kvitto") if is_receipt else self.tr("Blankett att skriva under"), parent=parent)
        self._desk, self._model = desk, model
        content = model.state.content
        citizen = content.registration.citizen if isinstance(content, Receipt) else content.citizen
        self.pin(PersonBand(desk, words, citizen))
        language = OptionGroup(
            self.tr("Papperets språk"), [(code, _LANGUAGE_NAMES[code]) for code in LANGUAGES], model.state.language
        )
        language.chosen.connect(lambda code: model.use_language(str(code)))
        large = TickRow(self.tr("S&tor stil"))
        large.setChecked(model.state.large)
        large.toggled.connect(model.use_large_print)
        self._sheets, self._said = Content(), Content()
        self.add(Columns(language, large))
        self.add(self._said)
        self.add(self._sheets)
        print_button = KeyButton(
            self.tr("Skriv ut"), key="Ctrl+P", icon="printer", look="primary", on_click=self._print
        )
        self.add_actions(
            print_button,
            KeyButton(self.tr("Spara som PDF"), key="Ctrl+S", icon="file-text", on_click=self._ask_where_to_save),
            KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back),
        )
        self.first = print_button
        model.changed.connect(self._render)
        desk.masked_changed.connect(self._render)
        self._render()

    def save(self, path: Path) -> bool:
        """Write the PDF; says so, or why not."""
        try:
            sheets.write_pdf(self._document(), path, today())
        except OSError:
            self._said.show_parts(
                Notice(
                    "error",
                    self.tr("Filen kunde inte sparas."),
                    self.tr("Välj en annan mapp, eller skriv ut i stället."),
                )
            )
            return False
        announce(self, self.tr("Sparad."))
        return True

    def _render(self) -> None:
        """A masked screen shows no paper; it can still be printed."""
        document = self._document()
        pictures = []
        for number in range(document.pageCount()):
            sheet = QLabel()
            sheet.setAccessibleName(self.tr("Förhandsvisning, sida {number}").format(number=number + 1))
            sheet.setAccessibleDescription(document.toPlainText())
            sheet.setPixmap(QPixmap.fromImage(sheets.picture(document, number)))
            pictures.append(sheet)
        self._sheets.show_parts(*(() if self._desk.masked else pictures))

    def _document(self) -> QTextDocument:
        return _document(self._model.state, self._desk)

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            sheets.print_document(self._document(), printer)
            announce(self, self.tr("Skickat till skrivaren."))

    def _ask_where_to_save(self) -> None:
        name = self.tr("kvitto.pdf") if isinstance(self._model.state.content, Receipt) else self.tr("blankett.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Spara som PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))


def _document(state: PaperState, desk: DeskViewModel) -> QTextDocument:
    language, centre = Language(state.language), desk.profile.desk.centres[0]
    content = state.content
    if isinstance(content, Receipt):
        return receipt_document(language, content, centre.contact, state.large)
    form = FormContent(
        content.citizen,
        content.choice,
        case_code="",
        prepared_on=today(),
        present=content.present,
        hand_in=centre.name,
        contact=centre.contact,
    )
    return form_document(language, form, large=state.large)
