"""A log service for tests: a real TLS server on loopback that reads RFC 5425 frames until its client has ended."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import trustme

HEADER = re.compile(
    rb"<(?P<pri>\d+)>1 (?P<at>\S+) (?P<host>\S+) (?P<app>\S+) (?P<proc>\S+) (?P<id>\S+) "
    rb"\[(?P<name>[^ \]]+) (?P<data>(?:[^\"\]]|\"(?:\\.|[^\"\\])*\")*)\](?: (?P<text>.*))?",
    re.DOTALL,
)
PARAMETER = re.compile(rb'([^ =]+)="((?:\\.|[^"\\])*)"')


class SyslogServer:
    """`messages` are what was read, whole. `polite` False closes without TLS's farewell, as rsyslog does."""

    def __init__(self, ca: trustme.CA, client_ca: trustme.CA | None = None) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        ca.issue_cert("localhost").configure_cert(context)
        if client_ca is not None:
            client_ca.configure_trust(context)
            context.verify_mode = ssl.CERT_REQUIRED
        self._context = context
        self._socket = socket.create_server(("localhost", 0))
        self.port: int = self._socket.getsockname()[1]
        self.messages: list[bytes] = []
        self.polite = True
        self.resets_after: int | None = None
        self.connections = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        with suppress(OSError):  # Closing alone wakes nobody who accepts.
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            try:
                with plain:
                    self._read(plain)
            except OSError:
                continue

    def _read(self, plain: socket.socket) -> None:
        plain.settimeout(5)
        with self._context.wrap_socket(plain, server_side=True, suppress_ragged_eofs=True) as secure:
            buffer = b""
            while chunk := secure.recv(4096):
                buffer = self._take_frames(buffer + chunk)
                if self.resets_after is not None and len(self.messages) >= self.resets_after:
                    # Linger of no time: the kernel answers with RST, and what was not read is lost.
                    secure.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                    return
            assert buffer == b"", "the client ended in the middle of a frame"
            if self.polite:
                secure.unwrap()

    def _take_frames(self, buffer: bytes) -> bytes:
        while frame := re.match(rb"(\d+) ", buffer):
            begin, length = frame.end(), int(frame[1])
            if len(buffer) < begin + length:
                break
            self.messages.append(buffer[begin : begin + length])
            buffer = buffer[begin + length :]
        return buffer


@contextmanager
def log_service(ca: trustme.CA, client_ca: trustme.CA | None = None) -> Iterator[SyslogServer]:
    """A running log service."""
    server = SyslogServer(ca, client_ca)
    try:
        yield server
    finally:
        server.close()


def read(message: bytes) -> dict[str, str]:
    """A message taken apart: header fields, structured data by name, and the text."""
    found = HEADER.fullmatch(message)
    assert found is not None, message
    parts = {name: (value or b"").decode() for name, value in found.groupdict().items()}
    data = {key.decode(): re.sub(rb"\\(.)", rb"\1", value).decode() for key, value in PARAMETER.findall(found["data"])}
    return parts | data
