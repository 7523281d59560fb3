"""Calls as they pass the platform: what arrived, what was read, what goes back, and the log of them all."""

import re
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from desktop.practice.soap import Envelope
from desktop.practice.vocabulary import Contract

CORRELATION: Final = "x-skltp-correlation-id"
_CORRELATION_FORM: Final = re.compile(r"[\x21-\x7e]{1,100}")
_REMEMBERED: Final = 2000
_LONGEST_BODY: Final = 50_000
"""Bytes of a message that the log keeps."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call in the log; `result` is a result code, a VP code, `fault` or empty."""

    number: int
    contract: str | None
    address: str | None
    correlation_id: str
    sender: str | None
    status: int
    result: str
    soap_action: str
    path: str
    body: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back over the wire."""

    status: int
    body: bytes
    content_type: str = "text/xml;charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request as the server received it; header names in lower case, `sender` from the certificate."""

    body: bytes
    headers: Mapping[str, str]
    path: str
    sender: str | None

    @property
    def correlation_id(self) -> str:
        """The consumer's own correlation id; empty where it has none that can be used."""
        given = self.headers.get(CORRELATION, "")
        return given if _CORRELATION_FORM.fullmatch(given) else ""


@dataclass(frozen=True, slots=True)
class Read:
    """An arrival after parsing: what can be known of it even where it is refused later.

    `world` is the one that it arrived in, counted by resets.
    """

    arrival: Arrival
    correlation_id: str
    envelope: Envelope | None
    contract: Contract | None
    world: int

    @property
    def address(self) -> str | None:
        """The logical address, verbatim."""
        return self.envelope.address if self.envelope else None


class CallLog:
    """The calls that arrived in the present world, newest last, in memory and bounded."""

    def __init__(self) -> None:
        self.world = 0
        self._calls: deque[Call] = deque(maxlen=_REMEMBERED)
        self._count = 0
        self._lock = threading.Lock()

    def add(self, read: Read, sender: str | None, reply: Reply) -> None:
        """Remember a call and how it ended, unless the world that it arrived in is gone."""
        with self._lock:
            if read.world != self.world:
                return
            self._count += 1
            self._calls.append(
                Call(
                    self._count,
                    read.contract.name if read.contract else None,
                    read.address,
                    read.correlation_id,
                    sender,
                    reply.status,
                    _result_of(reply),
                    read.arrival.headers.get("soapaction", ""),
                    read.arrival.path,
                    read.arrival.body[:_LONGEST_BODY].decode("utf-8", "replace"),
                )
            )

    def entries(self, bodies: bool) -> list[dict[str, Any]]:
        """The calls as JSON; the messages themselves only when asked for."""
        with self._lock:
            calls = [asdict(call) for call in self._calls]
        return calls if bodies else [{key: call[key] for key in call if key != "body"} for call in calls]

    def clear(self) -> None:
        """Forget all calls."""
        with self._lock:
            self._calls.clear()

    def begin_anew(self) -> None:
        """Forget all calls, those too that have not been answered yet."""
        with self._lock:
            self.world += 1
            self._calls.clear()


def _result_of(reply: Reply) -> str:
    text = reply.body[-4000:].decode("utf-8", "replace")
    if found := re.search(r"resultCode>(\w+)<", text):
        return found.group(1)
    if reply.status == 500:
        found = re.search(r"faultstring>(VP0\d\d)\b", text)
        return found.group(1) if found else "fault"
    return ""
