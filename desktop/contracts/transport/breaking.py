"""How each way in which an exchange breaks becomes a Problem."""

from __future__ import annotations

import httpx

from desktop.contracts.failures import certificate_refused, kind_of_connecting
from desktop.contracts.faults import after_sending
from desktop.contracts.transport.body import BadEncodingError, TooLargeError
from desktop.domain.problems import Effect, Kind, Problem

BREAKS = (httpx.HTTPError, httpx.InvalidURL, OSError, TooLargeError, BadEncodingError)
"""What an exchange may raise when no bug is to blame; TimeoutError is an OSError."""


def broken(error: Exception, correlation_id: str, *, changes: bool) -> Problem:
    """What was sent by then, as far as one can know."""
    effect = after_sending(changes=changes)
    match error:
        case httpx.ProxyError():
            # Its text is the proxy's status line: the only place where httpx tells it.
            refused = str(error).startswith("407")
            kind, effect = Kind.PROXY_REFUSED if refused else Kind.CONNECT_REFUSED, Effect.NOTHING_SENT
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            kind, effect = Kind.CONNECT_TIMEOUT, Effect.NOTHING_SENT
        case httpx.UnsupportedProtocol() | httpx.InvalidURL():
            kind, effect = Kind.NAME_NOT_FOUND, Effect.NOTHING_SENT
        case httpx.ConnectError():
            kind, effect = kind_of_connecting(error), Effect.NOTHING_SENT
        case TooLargeError():
            kind = Kind.ANSWER_TOO_LARGE
        case BadEncodingError():
            kind = Kind.UNREADABLE_ANSWER
        case httpx.TimeoutException() | TimeoutError():
            kind = Kind.NO_ANSWER
        case _ if certificate_refused(error):
            # TLS 1.3: the server looks at our certificate after we have sent, and before it reads what we sent.
            kind, effect = Kind.CERTIFICATE_REFUSED, Effect.REFUSED
        case _:
            kind = Kind.CONNECTION_LOST
    return Problem(kind, effect, correlation_id=correlation_id, detail=type(error).__name__)
