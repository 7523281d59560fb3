"""A paper to preview, print or save: the form to sign, or the receipt; in a language and a size of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.domain.citizen import Citizen
from desktop.domain.outcome import Receipt
from desktop.domain.regions import County
from desktop.domain.registration import Choice
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class FormToSign:
    """The pre-filled form for a choice. `present` are the regions where the citizen is listed now."""

    citizen: Citizen
    choice: Choice
    present: frozenset[County]


@dataclass(frozen=True, slots=True)
class PaperState:
    """What is printed, in which language, and whether in large print."""

    content: FormToSign | Receipt
    language: str
    large: bool = False


class PaperViewModel(Stateful[PaperState]):
    """The paper is laid out anew at every change."""

    def __init__(self, content: FormToSign | Receipt, language: str, parent: QObject | None = None) -> None:
        super().__init__(PaperState(content, language), parent)

    def use_language(self, code: str) -> None:
        """The paper's language, which need not be the window's."""
        self._become(replace(self.state, language=code))

    def use_large_print(self, large: bool) -> None:
        """Large print or normal."""
        self._become(replace(self.state, large=large))

    def close(self) -> None:
        """Nothing is under way."""
