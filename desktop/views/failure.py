"""The dialogue about something that nobody foresaw: what happened, what is left, and the report for support."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.viewmodels.support import Failure
from desktop.views.copy_report import CopyReport
from desktop.views.dialogue import Dialogue
from desktop.views.parts import KeyButton, Notice, Page, Text


class FailureDialog(Dialogue):
    """Stands over the desk until it has been read; nothing behind it is changed or closed."""

    about = "failure"

    def __init__(self, failure: Failure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading, text = self._words(failure)
        page = Page(heading)
        page.add(Notice("error", text))
        code = self.tr("Uppge felkod {code} till supporten. Den tekniska rapporten innehåller inga personuppgifter.")
        page.add(Text(code.format(code=failure.code)))
        close = KeyButton(self.tr("Stäng"), key="Esc", icon="x", look="primary", on_click=self.accept)
        page.add_actions(close, CopyReport(lambda: failure.report))
        page.first = close
        self.hold(page, 640, 380)

    def _words(self, failure: Failure) -> tuple[str, str]:
        if failure.ended:
            return (
                self.tr("Programmet avslutades oväntat förra gången."),
                self.tr("Öppna Ärenden, Ctrl+2, och läs om något blev oklart."),
            )
        return (
            self.tr("Något gick fel i programmet."),
            self.tr("Det som är öppet finns kvar. Läs vad regionen visar innan något registreras igen."),
        )
