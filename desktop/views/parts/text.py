"""Owns text on the page: plain, wrapping, in one of the type roles."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.look import TextRole, Tone, look, numerals
from desktop.views.look.tokens import MEASURE


class Text(QLabel):
    """A wrapping label; always plain text, since much of what it shows was written by others (a region's message).

    An empty text hides the label, so that no nameless node is left in the accessibility tree.
    """

    def __init__(
        self, text: str = "", role: TextRole = "body", tone: Tone = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        if role == "number":
            self.setFont(numerals(self.font()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        if not text:
            self.hide()

    def sizeHint(self) -> QSize:
        """Room for the whole text on its lines as written; Qt's own guess for a wrapping label is a narrow block."""
        widest = max(map(self.fontMetrics().horizontalAdvance, self.text().split("\n")))
        width = min(widest + 2, look().px(MEASURE))
        return QSize(width, self.heightForWidth(width))

    def show_text(self, text: str) -> None:
        """Set the text, or hide the label when there is none."""
        self.setText(text)
        self.setVisible(bool(text))


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Set style sheet properties on a widget and make them show."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
