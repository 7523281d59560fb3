"""Makes the practice region's certificates: authority, server (good and bad), clients."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final

CLIENT_ID: Final = "SE9900000020-DESK"
REGION_ID: Final = "SE9900000021-LISTNING"
PASSPHRASE: Final = "practice"  # noqa: S105 - guards nothing real, and is printed at start
_LONGEST = timedelta(days=365)
_ENOUGH_LEFT = timedelta(days=30)


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
    _make(certificates)
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


def _make(certificates: Certificates) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    now = datetime.now(UTC)
    Issued = tuple[x509.Certificate, ec.EllipticCurvePrivateKey]  # noqa: N806 - a local type alias

    def name(common: str, serial: str | None = None) -> x509.Name:
        parts = [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Listningsluckan praktik"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
        if serial:
            parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, serial))
        return x509.Name(parts)

    def issue(subject: x509.Name, issuer: Issued | None, *, server: bool = False, expired: bool = False) -> Issued:
        key = ec.generate_private_key(ec.SECP256R1())
        signer = issuer[1] if issuer else key
        end = now - timedelta(days=1) if expired else now + _LONGEST
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer[0].subject if issuer else subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=30))
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
                    key_agreement=False, key_cert_sign=issuer is None, crl_sign=issuer is None, encipher_only=False,
                    decipher_only=False,
                ),
                critical=True,
            )
        )  # fmt: skip
        if issuer is not None:
            usage = ExtendedKeyUsageOID.SERVER_AUTH if server else ExtendedKeyUsageOID.CLIENT_AUTH
            builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
        if server:
            names = [x509.DNSName("localhost"), *(x509.IPAddress(ip_address(each)) for each in ("127.0.0.1", "::1"))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(signer, hashes.SHA256()), key

    def write(path: Path, content: bytes) -> None:
        path.touch(mode=0o600, exist_ok=True)
        path.write_bytes(content)

    def pem(certificate: x509.Certificate) -> bytes:
        return certificate.public_bytes(serialization.Encoding.PEM)

    def write_server(kind: str, issued: Issued) -> None:
        key = issued[1].private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        write(certificates.server(kind), pem(issued[0]) + key)

    def write_client(path: Path, issued: Issued) -> None:
        encryption = serialization.BestAvailableEncryption(PASSPHRASE.encode())
        write(
            path, pkcs12.serialize_key_and_certificates(b"practice", issued[1], issued[0], [authority[0]], encryption)
        )

    authority = issue(name("Praktik CA"), None)
    foreign = issue(name("Okänd CA"), None)
    write(certificates.ca, pem(authority[0]))
    write(certificates.foreign_ca, pem(foreign[0]))
    write_server("valid", issue(name("localhost"), authority, server=True))
    write_server("expired", issue(name("localhost"), authority, server=True, expired=True))
    write_server("untrusted", issue(name("localhost"), foreign, server=True))
    write_client(certificates.client, issue(name("Tallbackens vårdcentral", CLIENT_ID), authority))
    write_client(certificates.region, issue(name("Region Gävleborg", REGION_ID), authority))
    write_client(certificates.nameless, issue(name("Utan HSA-id"), authority))
