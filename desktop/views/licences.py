"""The licences' own texts: what the program and its parts are given away under, to be read in the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.runtime.resources import licences
from desktop.views.dialogue import Dialogue
from desktop.views.parts import ChoiceField, KeyButton, Page, Prose

_NAMES = {
    "LICENSE": "Listningsluckan (Apache-2.0)",
    "listningsluckan": "Listningsluckan (Apache-2.0)",
    "gpl-3.0": "GPL-3.0",
    "inter": "Inter (SIL OFL 1.1)",
    "lgpl-3.0": "Qt, PySide6, psycopg (LGPL-3.0)",
    "lucide": "Lucide (ISC)",
}


class LicencesDialog(Dialogue):
    """One text at a time, chosen above it; the frozen program brings those of every part."""

    about = "licences"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licenser"))
        page = Page(self.tr("Licenser"), filling=True)
        self._which = ChoiceField(self.tr("&Visa"), [(path, self._name(path)) for path in licences()])
        self._which.box.setObjectName("licence")
        self._which.chosen.connect(self._show)
        self._text = Prose(self.tr("Licenstext"))
        page.add(self._which)
        page.add(self._text, 1)
        page.add_actions(KeyButton(self.tr("Stäng"), key="Esc", icon="x", look="primary", on_click=self.accept))
        page.first = self._which.box
        self.hold(page, 760, 640)
        self._show(self._which.key())

    def _name(self, path: Path) -> str:
        return self.tr("Delar från andra") if path.stem == "NOTICE" else _NAMES.get(path.stem, path.stem)

    def _show(self, path: object) -> None:
        if isinstance(path, Path):
            self._text.show_plain(path.read_text(encoding="utf-8", errors="replace"))
