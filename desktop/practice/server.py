"""The practice platform's door: HTTP/1.1 on loopback, over mutual TLS or plain."""

import os
import socket
import ssl
import threading
import traceback
import uuid
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from desktop.practice.calls import CORRELATION, Arrival, Read, Reply
from desktop.practice.certificates import CLIENT_ID, Certificates, server_context
from desktop.practice.faults import TLS_FAULTS, FaultRule
from desktop.practice.misbehaviour import misbehave
from desktop.practice.platform_faults import platform_fault
from desktop.practice.realm import Realm
from desktop.practice.router import Router, fault_reply

_HANDSHAKE_SECONDS = 10
_IDLE_SECONDS = 300
_LARGEST = 16 * 1024 * 1024


class PlatformServer(ThreadingHTTPServer):
    """Serves the platform; with `certificates` over TLS, without them over plain HTTP."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = os.name != "nt"  # there it would let two processes share a port

    def __init__(self, realm: Realm, port: int, certificates: Certificates | None) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.realm = realm
        self.stopping = threading.Event()
        self._contexts: dict[str, ssl.SSLContext] = {}
        if certificates is not None:
            self._contexts = {
                "": server_context(certificates),
                "expired-certificate": server_context(certificates, "expired"),
                "untrusted-certificate": server_context(certificates, "untrusted"),
                "refused-certificate": server_context(certificates, refuse_clients=True),
            }
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        """Where consumers send their calls."""
        return f"{'https' if self._contexts else 'http'}://localhost:{self.server_port}/vp"

    def finish_request(self, request: object, client_address: object) -> None:
        """Shake hands in the connection's own thread, so that a slow client keeps nobody waiting."""
        if not isinstance(request, socket.socket):
            return
        connection = self._shake_hands(request) if self._contexts else request
        if connection is None:
            return
        with self._lock:
            self._open.add(connection)
        try:
            _Handler(connection, client_address, self)
        except OSError:
            pass  # the client went away, or a fault dropped the connection
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _shake_hands(self, request: socket.socket) -> socket.socket | None:
        fault = self.realm.faults.for_new_connection()
        request.settimeout(_HANDSHAKE_SECONDS)
        try:
            return self._contexts[fault.name if fault else ""].wrap_socket(request, server_side=True)
        except OSError:
            return None

    def handle_error(self, request: object, client_address: object) -> None:
        """A bug of ours is told on standard error; broken connections do not come here."""
        traceback.print_exc()

    def drop_connections(self) -> None:
        """Close every open connection, so that the next call makes a new one."""
        with self._lock:
            for connection in self._open:
                _drop(connection)

    def set_faults(self, rules: list[FaultRule]) -> None:
        """Replace the faults; a change of a TLS fault takes effect at once."""
        before = {rule["name"] for rule in self.realm.faults.state()}
        self.realm.faults.set(rules)
        if TLS_FAULTS & (before | {rule.name for rule in rules}):
            self.drop_connections()


class _Handler(BaseHTTPRequestHandler):
    """One connection: reads calls, writes the answer unless a fault has its way."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536
    timeout = _IDLE_SECONDS
    server: PlatformServer

    @property
    def router(self) -> Router:
        """What answers and logs."""
        return self.server.realm.router

    @property
    def stopping(self) -> threading.Event:
        """Set when the platform stops."""
        return self.server.stopping

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """The call log is in memory; nothing is written."""

    def version_string(self) -> str:
        return "practice"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not even HTTP gets the platform's answer too, and the connection ends."""
        self.close_connection = True
        self.send(fault_reply(platform_fault("VP015", message or "")), str(uuid.uuid4()))

    def do_GET(self) -> None:
        """Anything but POST is a message that cannot be read."""
        self.close_connection = True
        self.send(fault_reply(platform_fault("VP015", "Only POST is answered")), str(uuid.uuid4()))

    do_PUT = do_DELETE = do_HEAD = do_OPTIONS = do_PATCH = do_GET  # noqa: N815 - the base class's naming

    def do_POST(self) -> None:
        """One call."""
        body = self._read_body()
        if body is None:
            self.close_connection = True
            self.send(fault_reply(platform_fault("VP015", "The message has no readable length")), str(uuid.uuid4()))
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        read = self.router.read(Arrival(body, headers, self.path, self._sender(headers)))
        fault = self.server.realm.faults.take(read.address, read.contract.name if read.contract else None)
        if fault is None:
            self.reply_to(read, self.answer(read))
        else:
            misbehave(self, fault, read)

    def _sender(self, headers: dict[str, str]) -> str | None:
        """HSA-id of the caller: the certificate's SERIALNUMBER; over plain HTTP the platform-internal header."""
        if not isinstance(self.connection, ssl.SSLSocket):
            return headers.get("x-vp-sender-id", CLIENT_ID)
        certificate: dict[str, Any] = self.connection.getpeercert() or {}
        parts = {key: value for part in certificate.get("subject", ()) for key, value in part}
        return parts.get("serialNumber")

    def _read_body(self) -> bytes | None:
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return self._read_chunks()
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > _LARGEST:
            return None
        return self._read(int(length))

    def _read(self, size: int) -> bytes:
        """So many bytes; a consumer that ends in the middle of a message has sent none."""
        content = self.rfile.read(size)
        if len(content) < size:
            raise ConnectionAbortedError
        return content

    def _read_chunks(self) -> bytes | None:
        body = b""
        while True:
            line = self.rfile.readline(100).split(b";")[0].strip()
            try:
                size = int(line, 16)
            except ValueError:
                return None
            if size < 0 or len(body) + size > _LARGEST:
                return None
            body += self._read(size)
            self.rfile.readline(100)
            if size == 0:
                return body

    def answer(self, read: Read) -> Reply:
        """The platform's answer; a bug of ours is told on standard error and answered as a producer's failure."""
        try:
            return self.router.answer(read)
        except Exception:
            traceback.print_exc()
            return fault_reply(platform_fault("VP009", "The producer failed"))

    def reply_to(self, read: Read, reply: Reply) -> None:
        """Log and send an answer."""
        self.router.log.add(read, read.arrival.sender, reply)
        self.send(reply, read.correlation_id)

    def send(self, reply: Reply, correlation_id: str, missing: int = 0) -> None:
        """Send an answer, announced as `missing` bytes longer than it is."""
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body) + missing))
        self.send_header(CORRELATION, correlation_id)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)
        self.wfile.flush()

    def hang_up(self) -> None:
        """Drop the connection in the middle of whatever it is."""
        self.close_connection = True
        _drop(self.connection)


def _drop(connection: socket.socket) -> None:
    with suppress(OSError):  # it may be gone already
        connection.shutdown(socket.SHUT_RDWR)
