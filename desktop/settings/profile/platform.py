"""The profile's `platform`: where the service platform is, and how the desk shows itself there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from desktop.domain.codes import PERSON_REGISTER_ADDRESS
from desktop.settings.profile.gateway import TokenTerms
from desktop.settings.profile.proxy import Proxy
from desktop.settings.profile.table import Table
from desktop.settings.profile.trust import Trust


class Platform(Table):
    """The service platform, or a region's own gateway to it. Paths are relative to the profile file."""

    base_url: str = Field(description="The address below which every contract lies, such as https://esb.example/vp.")
    contract_urls: Mapping[str, str] = Field(
        {}, description="The whole address of contracts that lie elsewhere, by the contract's name (GetListing)."
    )
    authentication: Literal["certificate", "token", "none"] = Field(
        "certificate",
        description="How the desk shows itself: by its certificate, to a region's gateway by a token, or not at all "
        "(a gateway that knows the computer otherwise).",
    )
    certificate: Path | None = Field(
        None,
        description="A file with the function certificate, PKCS#12 or PEM with an encrypted key. None: the newest that "
        "listningsluckan certificate install has put on the computer.",
    )
    token: TokenTerms = Field(TokenTerms(), description="Where the gateway's bearer token comes from.")
    person_register: str = Field(PERSON_REGISTER_ADDRESS, description="The person register's logical address.")
    connect_timeout: float = Field(5.0, gt=0, description="Seconds to wait for a connection.")
    read_timeout: float = Field(
        35.0,
        gt=0,
        description="Seconds of silence to bear. At least 35 outside practice: the platform's own answer (VP009) takes "
        "29 to 30.",
    )
    calls_per_second: float = Field(
        5.0, gt=0, description="Calls in any second to one logical address, such as a region, at most; the rest wait."
    )
    trust: Trust = Field(Trust(), description="Which servers the desk believes.")
    proxy: Proxy | None = Field(None, description="A fixed HTTP proxy. None: straight to the platform.")
