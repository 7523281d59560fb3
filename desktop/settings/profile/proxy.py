"""The profile's `platform.proxy`: the way out of the house."""

from __future__ import annotations

from pydantic import Field

from desktop.settings.profile.table import Table


class Proxy(Table):
    """A fixed HTTP proxy for all calls but those to this machine; the environment's own settings are not read."""

    url: str = Field(
        pattern=r"(?i)^https?://[^/@\s]+/?$",
        description="The proxy's address, such as http://proxy.example:8080; no user and no password in it.",
    )
    user: str = Field(
        "",
        description="The user at the proxy; the password is stored with: listningsluckan secret set proxy-password. "
        "Empty: the proxy asks nobody.",
    )
