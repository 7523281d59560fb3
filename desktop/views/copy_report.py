"""The button that copies a technical report for support, and says that it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.runtime.clipboard import technical
from desktop.views.parts import KeyButton, announce


class CopyReport(KeyButton):
    """``CopyReport(desk.technical_report)``; for settings, the connection check, and the dialogue about a failure."""

    def __init__(self, report: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kopiera teknisk rapport"), icon="copy", parent=parent)
        self.setObjectName("copy-report")
        self._report = report
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(technical(self._report()))
        self.setText(self.tr("Rapporten är kopierad"))
        announce(self, self.text())
