"""Owns the proxy of the contract tests: a real HTTP proxy that takes CONNECT, and knows where names lead."""

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass
class HttpProxy:
    """On loopback. `leads` says to which port of this machine a name goes; `credentials` are user:password."""

    leads: Mapping[str, int]
    credentials: str = ""
    asked: list[str] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                inner, _ = self._listener.accept()
                self._sockets.append(inner)
                self._start(self._serve, inner)

    def _start(self, *work: object) -> None:
        thread = threading.Thread(target=work[0], args=work[1:], daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _serve(self, inner: socket.socket) -> None:
        with contextlib.suppress(OSError), inner:
            head = b""
            while b"\r\n\r\n" not in head:
                head += inner.recv(4096)
            first, *lines = head.decode().split("\r\n")
            fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            self.asked.append(first)
            self.authorizations.append(fields.get("proxy-authorization", ""))
            expected = "Basic " + base64.b64encode(self.credentials.encode()).decode()
            if self.credentials and fields.get("proxy-authorization") != expected:
                inner.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                return
            port = self.leads.get(first.split()[1].partition(":")[0])
            if port is None:
                inner.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
                return
            with socket.create_connection(("127.0.0.1", port)) as outer:
                self._sockets.append(outer)
                inner.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._start(_pipe, outer, inner)
                _pipe(inner, outer)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(5)


def _pipe(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def proxy(leads: Mapping[str, int], credentials: str = "") -> Iterator[HttpProxy]:
    running = HttpProxy(leads, credentials)
    try:
        yield running
    finally:
        running.close()
