"""The profile's `log_service`: the region's log service, which gets every link of the audit chain."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from desktop.settings.profile.table import Table


class LogServiceTerms(Table):
    """Syslog over TLS (RFC 5424, RFC 5425). Paths are relative to the profile file."""

    host: str = Field(min_length=1, description="Name of the log service, as its certificate has it.")
    port: int = Field(6514, gt=0, lt=65536, description="Its port.")
    ca_files: tuple[Path, ...] = Field(
        (), description="PEM files with the trusted authorities. Empty: the operating system's store."
    )
    certificate: Path | None = Field(
        None,
        description="PKCS#12 or PEM file with the certificate for the log service; its passphrase is in the keyring.",
    )
    content: Literal["chain", "full"] = Field(
        "chain",
        description="chain: number, time, place, action, case number and link of each row, without personal data. "
        "full: also who, which citizen, why, on what evidence and what was answered, in clear.",
    )
    enterprise_number: int = Field(
        32473, gt=0, description="The region's private enterprise number, which names the structured data (RFC 5424)."
    )
