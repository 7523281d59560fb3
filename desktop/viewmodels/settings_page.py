"""The settings page: one's own choices, and what region IT has set for the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.settings.profile import Profile
from desktop.viewmodels.own_choices import OwnChoices


class SettingsViewModel(QObject):
    """`own` may be changed here; `profile` is shown."""

    def __init__(self, own: OwnChoices, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.own, self.profile = own, profile

    def close(self) -> None:
        """Nothing is under way."""
