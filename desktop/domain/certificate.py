"""The certificate by which the desk shows itself: whose it is, how long it holds, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

WARN_BEFORE = timedelta(days=60)


class CertificateFault(Enum):
    """Why a certificate cannot be used; NO_SERIAL_NUMBER is a warning, for only the platform needs one (VP002)."""

    NONE_INSTALLED = "no certificate is installed on this computer"
    NOT_READABLE = "the certificate's file cannot be read"
    LOCKED = "the certificate's passphrase cannot be had"
    NOT_A_CERTIFICATE = "neither PKCS#12 nor PEM"
    DOES_NOT_OPEN = "the passphrase does not open it"
    NO_KEY = "no certificate with its private key in it"
    KEY_IN_CLEAR = "its private key is not encrypted"
    KEY_MISMATCH = "its private key belongs to another certificate"
    NOT_FOR_CLIENTS = "not a certificate by which a client shows itself"
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
    """What the certificate says. `owner_hsa_id` is the subject's SERIALNUMBER, empty if absent; times are aware UTC.

    `is_for_clients`: its extended key usage lets a client show itself by it, and it is no authority's.
    """

    owner_hsa_id: str
    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime
    is_for_clients: bool = True

    def fault(self, now: datetime) -> CertificateFault | None:
        """What is wrong with it at `now` (aware)."""
        if not self.is_for_clients:
            return CertificateFault.NOT_FOR_CLIENTS
        if now > self.not_after:
            return CertificateFault.EXPIRED
        if now < self.not_before:
            return CertificateFault.NOT_YET_VALID
        return None if self.owner_hsa_id else CertificateFault.NO_SERIAL_NUMBER

    def days_left(self, now: datetime) -> int:
        """Whole days until it expires, at `now` (aware)."""
        return (self.not_after - now).days


@dataclass(frozen=True, slots=True)
class CertificateStanding:
    """The certificate in use, or else the newest that there is; and what is wrong with it, or why there is none."""

    certificate: ClientCertificate | None
    fault: CertificateFault | None = None

    def is_soon_over(self, now: datetime) -> bool:
        """Whether somebody should order a new one, at `now` (aware)."""
        return self.certificate is not None and now > self.certificate.not_after - WARN_BEFORE
