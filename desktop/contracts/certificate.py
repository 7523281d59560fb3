"""Our certificate: read from PKCS#12 or PEM in memory, and put into a TLS context with its key readable nowhere."""

from __future__ import annotations

import os
import re
import secrets
import ssl
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import truststore
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes as PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID

from desktop.domain.certificate import CertificateError, CertificateFault, ClientCertificate

_KEY_ENDS = b"-----END ENCRYPTED PRIVATE KEY-----\n"


@dataclass(frozen=True, slots=True, repr=False)
class LoadedCertificate:
    """A certificate with its key and chain: PEM whose key is encrypted under a password made for this process."""

    certificate: ClientCertificate
    pem: bytes
    password: str


def load_certificate(data: bytes, passphrase: str) -> LoadedCertificate:
    """Open PKCS#12, or PEM with an encrypted key.

    Raises CertificateError NOT_A_CERTIFICATE, DOES_NOT_OPEN, NO_KEY, KEY_IN_CLEAR or KEY_MISMATCH.
    """
    key, chain = _from_pem(data, passphrase) if b"-----BEGIN " in data else _from_pkcs12(data, passphrase)
    public = key.public_key()
    ours = next((link for link in chain if link.public_key() == public), None)
    if ours is None:
        raise CertificateError(CertificateFault.KEY_MISMATCH)
    password = secrets.token_urlsafe(32)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode()))
    links = (ours, *(link for link in chain if link is not ours))
    pem = private + b"".join(link.public_bytes(Encoding.PEM) for link in links)
    return LoadedCertificate(_described(ours), pem, password)


def sealed_again(loaded: LoadedCertificate, passphrase: str) -> bytes:
    """The same as PEM whose key is encrypted under another passphrase."""
    head, tail = loaded.pem.split(_KEY_ENDS, 1)
    key = load_pem_private_key(head + _KEY_ENDS, loaded.password.encode())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())) + tail


def _from_pkcs12(data: bytes, passphrase: str) -> tuple[PrivateKey, tuple[x509.Certificate, ...]]:
    try:
        bundle = pkcs12.load_pkcs12(data, passphrase.encode())
    except ValueError as error:
        wrong = "password" in str(error).lower()
        fault = CertificateFault.DOES_NOT_OPEN if wrong else CertificateFault.NOT_A_CERTIFICATE
        raise CertificateError(fault) from None
    chain = tuple(link.certificate for link in (bundle.cert, *bundle.additional_certs) if link is not None)
    if bundle.key is None or not chain:
        raise CertificateError(CertificateFault.NO_KEY)
    return bundle.key, chain


def _from_pem(data: bytes, passphrase: str) -> tuple[PrivateKey, tuple[x509.Certificate, ...]]:
    blocks = re.findall(rb"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----.+?-----END [A-Z ]+-----", data, re.DOTALL)
    try:
        chain = tuple(x509.load_pem_x509_certificates(data))
    except ValueError:
        raise CertificateError(CertificateFault.NOT_A_CERTIFICATE) from None
    if not blocks:
        raise CertificateError(CertificateFault.NO_KEY)
    try:
        key = load_pem_private_key(blocks[0], passphrase.encode() or None)
    except TypeError as error:
        clear = "not encrypted" in str(error)
        fault = CertificateFault.KEY_IN_CLEAR if clear else CertificateFault.DOES_NOT_OPEN
        raise CertificateError(fault) from None
    except ValueError:
        raise CertificateError(CertificateFault.DOES_NOT_OPEN) from None
    if not passphrase:
        raise CertificateError(CertificateFault.KEY_IN_CLEAR)
    return key, chain


def server_certificate(der: bytes) -> ClientCertificate:
    """What a server's certificate says."""
    return _described(x509.load_der_x509_certificate(der))


def _described(certificate: x509.Certificate) -> ClientCertificate:
    owners = certificate.subject.get_attributes_for_oid(x509.NameOID.SERIAL_NUMBER)
    return ClientCertificate(
        owner_hsa_id=str(owners[0].value).strip() if owners else "",
        subject=certificate.subject.rfc4514_string(),
        issuer=certificate.issuer.rfc4514_string(),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        is_for_clients=_is_for_clients(certificate),
    )


def _is_for_clients(certificate: x509.Certificate) -> bool:
    try:
        if certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca:
            return False
    except x509.ExtensionNotFound:
        pass
    try:
        usages = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return any(
        usage in usages for usage in (ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE)
    )


def ssl_context(
    loaded: LoadedCertificate | None,
    authorities: Sequence[Path] = (),
    revoked: Path | None = None,
    now: datetime | None = None,
) -> ssl.SSLContext:
    """TLS 1.2 or later with the server's name checked, trusting only `authorities`, or the machine's store without any.

    `loaded` None presents no certificate (a gateway that holds it). `revoked` is a file with revocation lists: then
    every authority in the chain must have a present one in it. `now` is aware, default the present. Raises
    CertificateError EXPIRED, NOT_YET_VALID, AUTHORITY_UNREADABLE or REVOCATIONS_UNREADABLE.
    """
    if authorities:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        for file in authorities:
            _trust(context, file, CertificateFault.AUTHORITY_UNREADABLE)
    else:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if revoked is not None:
        _trust(context, revoked, CertificateFault.REVOCATIONS_UNREADABLE)
        context.verify_flags |= ssl.VerifyFlags.VERIFY_CRL_CHECK_CHAIN
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if loaded is not None:
        fault = loaded.certificate.fault(now or datetime.now(UTC))
        if fault not in (None, CertificateFault.NO_SERIAL_NUMBER):
            raise CertificateError(fault)
        with _file_holding(loaded.pem) as path:
            context.load_cert_chain(path, password=loaded.password)
    return context


def _trust(context: ssl.SSLContext, file: Path, fault: CertificateFault) -> None:
    try:
        context.load_verify_locations(file)
    except OSError as error:  # ssl.SSLError, for a file without certificates or lists, is one too
        raise CertificateError(fault) from error


@contextmanager
def _file_holding(pem: bytes) -> Iterator[str]:
    """A path for OpenSSL, which reads nothing but files: in memory on Linux, else removed at once, key encrypted."""
    if sys.platform == "linux":
        descriptor = os.memfd_create("certificate", os.MFD_CLOEXEC)
        try:
            os.write(descriptor, pem)
            yield f"/proc/self/fd/{descriptor}"
        finally:
            os.close(descriptor)
    else:
        descriptor, path = tempfile.mkstemp(suffix=".pem")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(pem)
            yield path
        finally:
            Path(path).unlink()
