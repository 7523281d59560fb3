"""What a member of staff has chosen for themself: language, colours, text size, where the window stood, and columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.settings.user import UserSettings, read_user, write_user


class OwnChoices(QObject):
    """`changed` after every choice. Without a file, choices last as long as the program."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = UserSettings()
        self.is_kept = True
        self._file: Path | None = None

    def keep_in(self, file: Path) -> None:
        """Read the file, and write to it from now on."""
        self._file, self.settings = file, read_user(file)

    def begin(self, **given: Any) -> None:
        """What the command line asks for wins over the file, and is written only when something is chosen."""
        self.settings = replace(self.settings, **given)

    def choose(self, **chosen: Any) -> None:
        """Choose by the names of UserSettings; `is_kept` is False where the file could not be written."""
        after = replace(self.settings, **chosen)
        if after != self.settings:
            self.settings = after
            self.is_kept = self._file is None or write_user(self._file, after)
            self.changed.emit()

    def resize_text(self, step: int) -> None:
        """Text so many per cent larger or smaller, from 100 to 200; 0 is back to 100."""
        size = self.settings.text_size + step
        self.choose(text_size=min(200, max(100, size)) if step else 100)
