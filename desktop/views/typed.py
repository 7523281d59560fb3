"""What is typed on a page and not entered, while another page lies over it: given back when the page is shown again."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget


class Typed:
    """Kept for a page's view model, by its fields' object names; it goes with the view model."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[QObject, dict[str, str]] = WeakKeyDictionary()

    def keep(self, model: QObject, page: QWidget) -> None:
        """The page is left, or is about to be built anew."""
        edited = (edit for edit in page.findChildren(QLineEdit) if edit.isModified() and edit.objectName())
        if typed := {edit.objectName(): edit.text() for edit in edited}:
            self._kept[model] = typed

    def give_back(self, model: QObject, page: QWidget) -> None:
        """The page is shown again; what its view model has taken over stands there already."""
        for name, text in self._kept.pop(model, {}).items():
            edit = page.findChild(QLineEdit, name)
            if edit is not None and edit.text() != text:
                edit.setText(text)
                edit.setModified(True)
                edit.textEdited.emit(text)
