"""A call from somebody else than the citizen: nobody is opened while it lasts, and a form can still be sent."""

from __future__ import annotations

from PySide6.QtCore import QObject


class CallViewModel(QObject):
    """Lies beneath every page that is opened during the call; the call lasts as long as this is on the trail."""

    def close(self) -> None:
        """Nothing is under way."""
