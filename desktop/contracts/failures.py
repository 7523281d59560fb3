"""Why a connection could not be made, read from the operating system's and OpenSSL's errors, never from their text."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

from desktop.domain.problems import Kind

# X509_V_ERR_* of OpenSSL.
_EXPIRED = 10
_REVOKED = 23
_NO_REVOCATION_LIST = frozenset({3, 8, 11, 12})
_WRONG_NAME = frozenset({62, 64})
_BY_CODE = {_EXPIRED: Kind.SERVER_CERTIFICATE_EXPIRED, _REVOKED: Kind.SERVER_CERTIFICATE_REVOKED}

_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})
_CERTIFICATE_ALERTS = (
    "ALERT_CERTIFICATE_REQUIRED",
    "ALERT_BAD_CERTIFICATE",
    "ALERT_UNSUPPORTED_CERTIFICATE",
    "ALERT_CERTIFICATE_REVOKED",
    "ALERT_CERTIFICATE_EXPIRED",
    "ALERT_CERTIFICATE_UNKNOWN",
    "ALERT_UNKNOWN_CA",
    "ALERT_ACCESS_DENIED",
)


def kind_of_connecting(error: BaseException) -> Kind:
    """What stopped a connection before anything was sent."""
    if certificate_refused(error):
        return Kind.CERTIFICATE_REFUSED
    kinds = [kind for cause in _causes(error) if (kind := _kind(cause)) is not None]
    return kinds[-1] if kinds else Kind.CONNECT_REFUSED


def certificate_refused(error: BaseException) -> bool:
    """The server sent a TLS alert about our certificate."""
    reasons = (cause.reason or "" for cause in _causes(error) if isinstance(cause, ssl.SSLError))
    return any(reason.endswith(_CERTIFICATE_ALERTS) for reason in reasons)


def _kind(error: BaseException) -> Kind | None:
    match error:
        case ssl.SSLCertVerificationError(verify_code=code):
            if code in _WRONG_NAME:
                return Kind.SERVER_NAME_WRONG
            if code in _NO_REVOCATION_LIST:
                return Kind.REVOCATIONS_OUTDATED
            return _BY_CODE.get(code, Kind.SERVER_NOT_TRUSTED)
        case ssl.SSLError() | EOFError():
            return Kind.TLS_FAILED
        case socket.gaierror():
            return Kind.NO_NETWORK if error.errno == socket.EAI_AGAIN else Kind.NAME_NOT_FOUND
        case ConnectionRefusedError():
            return Kind.CONNECT_REFUSED
        case TimeoutError():
            return Kind.CONNECT_TIMEOUT
        case OSError() if error.errno in _NO_NETWORK:
            return Kind.NO_NETWORK
        case _:
            return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that led to it, outermost first; a group's members after the group."""
    yield error
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _causes(member)
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _causes(cause)
