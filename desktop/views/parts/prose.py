"""Owns running text that is read with the keyboard: headings, lists and tables, from Markdown of our own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.views.look import look, scaled
from desktop.views.look.tokens import MEASURE, L

_LEAST = 150


class Prose(QTextBrowser):
    """``prose.show_text("Rubrik", markdown)``; the arrow keys move in it, Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prose")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._shown = ("", "")
        self._plain = ""
        scaled(self, self._render)

    def show_text(self, heading: str, markdown: str) -> None:
        """Show this from its beginning."""
        self._shown = (heading, markdown)
        self._render()

    def show_plain(self, text: str) -> None:
        """Show a text as its author wrote it, line by line."""
        self._plain = text
        self._render()

    def _render(self) -> None:
        heading, markdown = self._shown
        self.setMaximumWidth(look().px(MEASURE))
        self.setMinimumHeight(look().px(_LEAST))
        self.document().setDefaultFont(self.font())
        self.document().setDocumentMargin(look().px(L))
        if self._plain:
            self.setPlainText(self._plain)
            return
        self.setMarkdown(f"## {heading}\n\n{markdown}" if heading else "")
