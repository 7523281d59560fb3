"""Owns the notice: what happened, whether anything changed, and what to do, said aloud once when it appears."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.look import IconView, Tone, spaced
from desktop.views.look.reading import READ_FIRST, SHOWN_WHOLE
from desktop.views.look.tokens import XS, L, M, S

from .announcement import announce
from .arrangement import Flow
from .badge import ink
from .key_button import KeyButton
from .text import Text

NoticeKind = Literal["ok", "info", "warning", "error", "protected", "queue", "unclear", "empty"]

_FACE: Final[dict[NoticeKind, tuple[Tone, str]]] = {
    "ok": ("ok", "circle-check"),
    "info": ("info", "info"),
    "warning": ("warning", "triangle-alert"),
    "error": ("error", "circle-alert"),
    "protected": ("protected", "shield"),
    "queue": ("primary", "list-ordered"),
    "unclear": ("warning", "circle-dashed"),
    "empty": ("neutral", "inbox"),
}


class Notice(QFrame):
    """``Notice("error", "Ingen kontakt med nätverket.", "Inget har skickats.", buttons=[KeyButton(...)])``.

    ``quote`` is a pair of caption and text, for what a region wrote ("Regionens meddelande"). Errors, warnings and
    unclear outcomes interrupt the screen reader; the others wait their turn. ``aloud=False`` is for one that stood
    there already, in the same words, before what is around it was built anew.
    """

    def __init__(
        self,
        kind: NoticeKind,
        heading: str,
        text: str = "",
        quote: tuple[str, str] | None = None,
        buttons: Sequence[KeyButton] = (),
        aloud: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty(SHOWN_WHOLE, True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._kind = kind
        tone, icon = _FACE[kind]
        self.setProperty("tone", tone)
        self._spoken = " ".join(part for part in (heading, text, *(quote or ())) if part) if aloud else ""
        row = QHBoxLayout(self)
        spaced(row, gap=M, across=L, down=M)
        row.addWidget(IconView(icon, ink(tone), 22), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        spaced(column, gap=XS)
        row.addLayout(column, 1)
        title = Text(heading, "title", tone)
        title.setObjectName(READ_FIRST)
        column.addWidget(title)
        if text:
            column.addWidget(Text(text))
        if quote is not None:
            column.addWidget(_quoted(*quote))
        if buttons:
            actions = Flow()
            spaced(actions, gap=S, down=XS)
            for button in buttons:
                actions.addWidget(button)
            column.addLayout(actions)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, self._spoken, assertive=self._kind in ("error", "warning", "unclear"))


def _quoted(caption: str, text: str) -> QFrame:
    quote = QFrame()
    quote.setObjectName("quote")
    column = QVBoxLayout(quote)
    spaced(column, gap=XS // 2, across=M)
    column.addWidget(Text(caption, "caption"))
    column.addWidget(Text(text))
    return quote
