"""Syslog over TLS: audit rows as RFC 5424 messages in RFC 5425 frames, to the region's log service.

Syslog acknowledges nothing. So each delivery is a connection of its own that is ended in order: only a service that has
read everything, and then closes, has it. Whatever else happens, the same rows are sent again; their numbers tell.
"""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC

from desktop.domain.audit import AuditRow
from desktop.journal.forwarding import LinkedRow

_PRIORITY = 13 * 8 + 5
"""Facility 13 (log audit), severity 5 (notice)."""
PATIENCE = 15.0
"""Seconds to connect, and to be told that everything was read."""
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class LogService:
    """Where to, how to be sure of it, and what it gets. `full` sends personal data in clear (the profile says so)."""

    host: str
    port: int
    context: ssl.SSLContext
    place: str
    full: bool
    enterprise_number: int

    @property
    def name(self) -> str:
        """Tells one service from another."""
        return f"{self.host}:{self.port}"

    def deliver(self, rows: Iterable[LinkedRow], patience: float = PATIENCE) -> None:
        """Hand rows over, each in a frame of its own. Raises OSError when it is not known that all were read."""
        frames = b"".join(b"%d %s" % (len(message), message) for message in map(self.message, rows))
        with socket.create_connection((self.host, self.port), patience) as plain:
            _Exchange(plain, self.context, self.host).deliver(frames)

    def message(self, row: LinkedRow) -> bytes:
        """One row as a syslog message."""
        at = row.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        name = row.action.upper().replace(" ", "_")[:32]
        facts = {"seq": str(row.seq), "link": row.link.hex(), "case": row.case_number, "call": row.correlation_id}
        told = " ".join(f'{key}="{_escaped(value)}"' for key, value in facts.items() if value)
        data = f"[chain@{self.enterprise_number} {told}]"
        head = f"<{_PRIORITY}>1 {at} {_printable(self.place)} listningsluckan - {name} {data}"
        if not self.full or row.row is None:
            return head.encode()
        return f"{head} \ufeff{_content(row.row)}".encode()


class _Exchange:
    """One connection, with TLS apart from the socket: only so an orderly end is told from every other."""

    def __init__(self, plain: socket.socket, context: ssl.SSLContext, host: str) -> None:
        self._plain = plain
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)

    def deliver(self, content: bytes) -> None:
        """Shake hands, send, say farewell, and hear the other side out. Raises OSError."""
        while self._wants_more(self._tls.do_handshake):
            self._flush()
            self._receive()
        self._tls.write(content)
        self._wants_more(self._tls.unwrap)
        self._flush()
        self._plain.shutdown(socket.SHUT_WR)
        # The end of the stream without a reset, and without an alert in it (under TLS 1.3 a refused certificate is
        # told of only now): everything was read. A farewell of TLS is not waited for; rsyslog sends none.
        while received := self._plain.recv(_CHUNK):
            self._incoming.write(received)
        with suppress(ssl.SSLZeroReturnError):
            self._wants_more(lambda: self._tls.read(_CHUNK))

    def _wants_more(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except ssl.SSLWantReadError:
            return True
        return False

    def _flush(self) -> None:
        self._plain.sendall(self._outgoing.read())

    def _receive(self) -> None:
        received = self._plain.recv(_CHUNK)
        if not received:
            raise ConnectionError("the log service ended before it had begun")
        self._incoming.write(received)


def _content(noted: AuditRow) -> str:
    content = {
        "who": noted.who,
        "place": noted.place,
        "citizen": noted.entry.citizen.number if noted.entry.citizen else "",
        "reason": noted.entry.reason,
        "evidence": dict(noted.entry.evidence),
        "answer": dict(noted.entry.answer),
    }
    return json.dumps(content, ensure_ascii=False)


def _escaped(value: str) -> str:
    return "".join(f"\\{sign}" if sign in '"\\]' else sign for sign in value)


def _printable(name: str) -> str:
    """A HOSTNAME of RFC 5424: printable ASCII without spaces."""
    return "".join(sign if "!" <= sign <= "~" else "_" for sign in name)[:255] or "-"
