"""Help over the open page: which page of the window it is about, what is searched for, and which page of it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class HelpState:
    """`about` is a page of the window and `codes` what went wrong on it; `reading` the key of the page that is read."""

    about: str = ""
    codes: tuple[str, ...] = ()
    query: str = ""
    reading: str = ""


class HelpViewModel(Stateful[HelpState]):
    """Holds what is looked for, so that nothing is lost when the language changes."""

    def __init__(self, state: HelpState, parent: QObject | None = None) -> None:
        super().__init__(state, parent)

    def search(self, query: str) -> None:
        """Other words."""
        self._become(replace(self.state, query=query, reading=""))

    def read(self, key: str) -> None:
        """Another page."""
        if key != self.state.reading:
            self._become(replace(self.state, reading=key))

    def close(self) -> None:
        """Nothing is under way."""
