"""The profile's `privacy`: what keeps persons from those who can see the desk. Times in seconds."""

from __future__ import annotations

from pydantic import Field

from desktop.settings.profile.table import Table


class Privacy(Table):
    """When the desk hides itself, and what may leave it."""

    lock_after: int = Field(
        300,
        ge=0,
        description="Seconds without a key or a click after which the desk locks, never during a call that staff have "
        "marked. 0: it locks by key and with the computer only.",
    )
    warn_before: int = Field(60, ge=0, description="Seconds of warning before that; any key keeps the desk open.")
    receipt_after: int = Field(
        60, ge=0, description="Seconds after which a receipt leaves the screen, not while it is printed. 0: it stays."
    )
    clipboard_after: int = Field(
        60, ge=0, description="Seconds after which what was copied from the desk leaves the clipboard. 0: at lock only."
    )
    hide_from_capture: bool = Field(
        False,
        description="Windows: the window is left out of screenshots and screen sharing. Stops remote support and some "
        "magnifiers.",
    )
