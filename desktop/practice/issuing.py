"""Issues the practice region's certificates: authorities, servers and clients, with keys that guard nothing real."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktop.practice.certificates import CLIENT_ID, PASSPHRASE, REGION_ID, Certificates


@dataclass(frozen=True, slots=True)
class _Issued:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def issue_all(certificates: Certificates, expires: datetime) -> None:
    """Write every certificate of the folder."""
    authority = _issue_authority("Praktik CA", expires)
    foreign = _issue_authority("Okänd CA", expires)
    yesterday = datetime.now(UTC) - timedelta(days=1)
    _write(certificates.ca, authority.pem)
    _write(certificates.foreign_ca, foreign.pem)
    for kind, issuer, end in (
        ("valid", authority, expires),
        ("expired", authority, yesterday),
        ("untrusted", foreign, expires),
    ):
        _write_server(certificates.server(kind), _issue_server(issuer, end))
    for path, common_name, serial_number in (
        (certificates.client, "Tallbackens vårdcentral", CLIENT_ID),
        (certificates.region, "Region Gävleborg", REGION_ID),
        (certificates.nameless, "Utan HSA-id", None),
    ):
        _write_client(path, _issue_client(authority, common_name, serial_number, expires), authority)


def _issue_authority(common_name: str, end: datetime) -> _Issued:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(common_name)
    builder = _builder(name, name, key, key, end).add_extension(x509.BasicConstraints(True, None), critical=True)
    return _Issued(builder.add_extension(_usage(authority=True), critical=True).sign(key, hashes.SHA256()), key)


def _issue_server(issuer: _Issued, end: datetime) -> _Issued:
    addresses = [x509.IPAddress(ip_address(each)) for each in ("127.0.0.1", "::1")]
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), *addresses])
    return _issue_leaf(issuer, _name("localhost"), end, ExtendedKeyUsageOID.SERVER_AUTH, names)


def _issue_client(issuer: _Issued, common_name: str, serial_number: str | None, end: datetime) -> _Issued:
    return _issue_leaf(issuer, _name(common_name, serial_number), end, ExtendedKeyUsageOID.CLIENT_AUTH, None)


def _issue_leaf(
    issuer: _Issued,
    subject: x509.Name,
    end: datetime,
    purpose: x509.ObjectIdentifier,
    names: x509.SubjectAlternativeName | None,
) -> _Issued:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = (
        _builder(subject, issuer.certificate.subject, key, issuer.key, end)
        .add_extension(x509.BasicConstraints(False, None), critical=True)
        .add_extension(_usage(authority=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
    )
    if names is not None:
        builder = builder.add_extension(names, critical=False)
    return _Issued(builder.sign(issuer.key, hashes.SHA256()), key)


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    end: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=30))
        .not_valid_after(end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )


def _name(common_name: str, serial_number: str | None = None) -> x509.Name:
    """A subject; SERIALNUMBER is the HSA-id by which the platform knows a caller."""
    parts = {
        NameOID.COUNTRY_NAME: "SE",
        NameOID.ORGANIZATION_NAME: "Listningsluckan praktik",
        NameOID.COMMON_NAME: common_name,
        NameOID.SERIAL_NUMBER: serial_number,
    }
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts.items() if value])


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600, exist_ok=True)
    path.write_bytes(content)


def _write_server(path: Path, issued: _Issued) -> None:
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    _write(path, issued.pem + issued.key.private_bytes(*form))


def _write_client(path: Path, issued: _Issued, authority: _Issued) -> None:
    encryption = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    chain = [authority.certificate]
    _write(path, pkcs12.serialize_key_and_certificates(b"practice", issued.key, issued.certificate, chain, encryption))
