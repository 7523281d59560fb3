"""What is said when a key would repeat a read too soon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def soon_again(seconds: int) -> str:
    """The key did nothing, and when it will."""
    if seconds == 1:
        return QCoreApplication.translate("repeats", "Nyss läst. Det går att läsa igen om 1 sekund.")
    said = QCoreApplication.translate("repeats", "Nyss läst. Det går att läsa igen om {seconds} sekunder.")
    return said.format(seconds=seconds)


def reads_by_itself(seconds: int) -> str:
    """Nothing needs to be pressed."""
    if seconds == 1:
        return QCoreApplication.translate("repeats", "Nyss läst. Regionerna läses igen om 1 sekund.")
    said = QCoreApplication.translate("repeats", "Nyss läst. Regionerna läses igen om {seconds} sekunder.")
    return said.format(seconds=seconds)
