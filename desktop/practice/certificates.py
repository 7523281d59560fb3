"""Makes the practice region's certificates: authority, server (good and bad), clients."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

CLIENT_ID: Final = "SE9900000020-DESK"
REGION_ID: Final = "SE9900000021-LISTNING"
PASSPHRASE: Final = "practice"  # noqa: S105 - guards nothing real, and is printed at start
_LONGEST = timedelta(days=365)
_ENOUGH_LEFT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Certificates:
    """The files in the data folder; `*_server` are PEM files with certificate and key."""

    folder: Path

    @property
    def ca(self) -> Path:
        """The authority's certificate, which a consumer trusts."""
        return self.folder / "ca.pem"

    @property
    def client(self) -> Path:
        """The desk's client certificate, PKCS#12."""
        return self.folder / "client.p12"

    @property
    def region(self) -> Path:
        """Another region's client certificate, PKCS#12: it may call UpdateListing."""
        return self.folder / "region.p12"

    @property
    def nameless(self) -> Path:
        """A client certificate without SERIALNUMBER (VP002), PKCS#12."""
        return self.folder / "nameless.p12"

    def server(self, kind: str) -> Path:
        """The server's certificate with key: `valid`, `expired` or `untrusted`."""
        return self.folder / f"server-{kind}.pem"

    @property
    def foreign_ca(self) -> Path:
        """An authority that has issued nobody's client certificate."""
        return self.folder / "foreign-ca.pem"


def prepare_certificates(folder: Path) -> Certificates:
    """Reuse the folder's certificates while they last a month; else make new ones."""
    certificates = Certificates(folder)
    expiry = folder / "expires"
    if expiry.is_file():
        left = datetime.fromisoformat(expiry.read_text(encoding="ascii")) - datetime.now(UTC)
        if left > _ENOUGH_LEFT:
            return certificates
    folder.mkdir(parents=True, exist_ok=True)
    # Imported only when certificates are made: it takes a tenth of a second that an ordinary start saves.
    from desktop.practice.issuing import issue_all

    issue_all(certificates, datetime.now(UTC) + _LONGEST)
    expiry.write_text((datetime.now(UTC) + _LONGEST).isoformat(), encoding="ascii")
    return certificates


def server_context(certificates: Certificates, kind: str = "valid", refuse_clients: bool = False) -> ssl.SSLContext:
    """TLS as the platform serves it; a client without certificate gets through, to be told VP002."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificates.server(kind))
    context.verify_mode = ssl.CERT_REQUIRED if refuse_clients else ssl.CERT_OPTIONAL
    context.load_verify_locations(certificates.foreign_ca if refuse_clients else certificates.ca)
    return context
