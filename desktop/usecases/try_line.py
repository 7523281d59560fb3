"""Try what every call rests on: our certificate, and each address by name, TLS and clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop.domain.connection import Caution, NotTried, Step, Trial
from desktop.domain.problems import CallError
from desktop.runtime.clock import now

if TYPE_CHECKING:
    from desktop.contracts.transport import Greeting, Transport
    from desktop.domain.certificate import ClientCertificate

_SOON_DAYS, _CLOCK_SECONDS = 60, 60


def try_certificate(read: Callable[[], ClientCertificate | None]) -> Trial:
    """Our own; `read` gives None where the profile names none, and raises CallError where it cannot be used."""
    try:
        ours = read()
    except CallError as error:
        return Trial(Step.CERTIFICATE, problem=error.problem)
    if ours is None:
        return Trial(Step.CERTIFICATE, not_tried=NotTried.NO_CERTIFICATE)
    left = ours.not_after - datetime.now(UTC)
    caution = Caution.EXPIRES_SOON if left.days < _SOON_DAYS else None
    if not ours.owner_hsa_id:
        caution = Caution.NO_SERIAL_NUMBER
    facts = {"owner": ours.owner_hsa_id, "issuer": ours.issuer, "valid_to": ours.not_after.date().isoformat()}
    return Trial(Step.CERTIFICATE, caution=caution, facts=facts)


async def try_address(transport: Transport, url: str) -> tuple[Trial, ...]:
    """Name, TLS and clock of one address."""
    from desktop.contracts.name import resolve

    host = urlsplit(url).hostname or url
    started = time.monotonic()
    try:
        addresses = await resolve(host)
        named = Trial(Step.NAME, host, ms=since(started), facts={"addresses": ", ".join(addresses)})
    except CallError as error:
        return (
            Trial(Step.NAME, host, ms=since(started), problem=error.problem),
            Trial(Step.TLS, host, not_tried=NotTried.EARLIER_FAILED),
        )
    started, before = time.monotonic(), now()
    try:
        greeting = await transport.greet(url)
    except CallError as error:
        return named, Trial(Step.TLS, host, ms=since(started), problem=error.problem)
    met = Trial(Step.TLS, host, ms=since(started), facts=_negotiated(greeting))
    return named, met, compare_clock(host, greeting, before + (now() - before) / 2)


def _negotiated(greeting: Greeting) -> dict[str, str]:
    from desktop.contracts.certificate import server_certificate

    if not greeting.certificate:
        return {"protocol": greeting.protocol or "HTTP"}
    theirs = server_certificate(greeting.certificate)
    return {
        "protocol": greeting.protocol,
        "cipher": greeting.cipher,
        "server": theirs.subject,
        "issuer": theirs.issuer,
        "valid_to": theirs.not_after.date().isoformat(),
    }


def compare_clock(host: str, greeting: Greeting, ours: datetime) -> Trial:
    """Our clock beside the server's. A Date header says whole seconds, so a second or two is nothing."""
    try:
        theirs = parsedate_to_datetime(greeting.date)
    except ValueError:
        return Trial(Step.CLOCK, host, caution=Caution.NO_DATE)
    skew = round((ours - theirs).total_seconds())
    caution = Caution.CLOCK_OFF if abs(skew) > _CLOCK_SECONDS else None
    return Trial(Step.CLOCK, host, caution=caution, facts={"skew": str(skew)})


def since(started: float) -> int:
    """Milliseconds since `time.monotonic()` was `started`."""
    return round((time.monotonic() - started) * 1000)
