"""The profile's `support`: whom staff turn to."""

from __future__ import annotations

from pydantic import Field

from desktop.settings.profile.table import Table


class Support(Table):
    """IT support as staff reach it; the desk names it where something must be mended."""

    name: str = Field("", description="What the support is called, such as IT-supporten.")
    phone: str = Field("", description="Its telephone number, as it is read aloud.")
    email: str = Field("", description="Its address for a technical report.")
