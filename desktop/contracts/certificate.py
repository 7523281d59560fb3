"""Our certificate: read from PKCS#12 in memory and put into a TLS context without its key lying readable anywhere."""

from __future__ import annotations

import os
import secrets
import ssl
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

import truststore
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat, pkcs12


class CertificateFault(Enum):
    """Why a certificate cannot be used; NO_SERIAL_NUMBER is a warning, for only the platform needs one (VP002)."""

    NOT_PKCS12 = "not a PKCS#12 file"
    DOES_NOT_OPEN = "the passphrase does not open it"
    NO_KEY = "no certificate with its private key in it"
    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    NO_SERIAL_NUMBER = "the subject has no SERIALNUMBER with an HSA-id"
    AUTHORITY_UNREADABLE = "a file with a certificate authority cannot be read"
    REVOCATIONS_UNREADABLE = "the file with revocation lists cannot be read"


class CertificateError(Exception):
    """A certificate that cannot be used."""

    def __init__(self, fault: CertificateFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """What the certificate says. `owner_hsa_id` is the subject's SERIALNUMBER, empty if absent; times are aware UTC."""

    owner_hsa_id: str
    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime

    def fault(self, now: datetime) -> CertificateFault | None:
        """What is wrong with it at `now` (aware)."""
        if now > self.not_after:
            return CertificateFault.EXPIRED
        if now < self.not_before:
            return CertificateFault.NOT_YET_VALID
        return None if self.owner_hsa_id else CertificateFault.NO_SERIAL_NUMBER


@dataclass(frozen=True, slots=True, repr=False)
class LoadedCertificate:
    """A certificate with its key and chain: PEM whose key is encrypted under a password made for this process."""

    certificate: ClientCertificate
    pem: bytes
    password: str


def load_certificate(p12: bytes, passphrase: str) -> LoadedCertificate:
    """Open a PKCS#12 file. Raises CertificateError NOT_PKCS12, DOES_NOT_OPEN or NO_KEY."""
    try:
        bundle = pkcs12.load_pkcs12(p12, passphrase.encode())
    except ValueError as error:
        wrong = "password" in str(error).lower()
        raise CertificateError(CertificateFault.DOES_NOT_OPEN if wrong else CertificateFault.NOT_PKCS12) from error
    if bundle.key is None or bundle.cert is None:
        raise CertificateError(CertificateFault.NO_KEY)
    password = secrets.token_urlsafe(32)
    key = bundle.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode()))
    chain = (bundle.cert, *bundle.additional_certs)
    pem = key + b"".join(link.certificate.public_bytes(Encoding.PEM) for link in chain)
    return LoadedCertificate(_described(bundle.cert.certificate), pem, password)


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
