"""Owns the region that the contract tests talk to: a real mutual TLS server whose answers a test writes itself."""

import contextlib
import datetime
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_pem_private_key, pkcs12

from desktop.contracts.contract import Contract
from desktop.contracts.transport import Limits

Script = Callable[["Received", ssl.SSLSocket], None]

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
OWNER = "SE9900000020-DESK"
PASSPHRASE = "lösen-för-övning"
QUICK = Limits(connect=1.0, read=0.4, trickle=1.0)
SCHEMAS = Path(__file__).parents[3] / "shared" / "contracts"


@dataclass(frozen=True)
class Received:
    """A request as it came: path, header fields by lower-case name, body."""

    path: str
    headers: dict[str, str]
    body: bytes


def http(body: bytes, status: int = 200, content_type: str = "text/xml;charset=UTF-8", **headers: str) -> Script:
    """Answers with a whole HTTP message."""
    fields = {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}
    lines = [f"HTTP/1.1 {status} X", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    message = "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def write(_: Received, connection: ssl.SSLSocket) -> None:
        connection.sendall(message)

    return write


def soap(content: str, status: int = 200, **headers: str) -> Script:
    """Answers with a SOAP message around `content`."""
    return http(enveloped(content), status, **headers)


def enveloped(content: str) -> bytes:
    """A SOAP message around `content`."""
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declaration}<s:Envelope xmlns:s="{SOAP}"><s:Body>{content}</s:Body></s:Envelope>'.encode()


def response(contract: Contract, content: str) -> str:
    """A contract's response around `content`."""
    return f'<r:{contract.name}Response xmlns:r="{contract.namespace}">{content}</r:{contract.name}Response>'


def hang_up(_: Received, connection: ssl.SSLSocket) -> None:
    """Closes without an answer."""
    connection.shutdown(socket.SHUT_RDWR)


@dataclass
class Region:
    """A server on loopback. `script` answers each request; `greet` may close a connection before any is read."""

    context: ssl.SSLContext
    script: Script = hang_up
    greet: Callable[[ssl.SSLSocket], None] = lambda _: None
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    _sockets: list[socket.socket] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://localhost:{self._listener.getsockname()[1]}/vp"
        self._start(self._accept)

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                self._sockets.append(connection)
                self._start(self._serve, connection)

    def _serve(self, plain: socket.socket) -> None:
        with plain, contextlib.suppress(OSError), self.context.wrap_socket(plain, server_side=True) as connection:
            self._sockets.append(connection)
            self.greet(connection)
            with connection.makefile("rb") as stream:
                while request := self._read(stream):
                    self.received.append(request)
                    self.script(request, connection)

    def _read(self, stream: BinaryIO) -> Received | None:
        first = stream.readline().decode()
        if not first:
            return None
        headers = {}
        while line := stream.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return Received(first.split()[1], headers, stream.read(int(headers.get("content-length", 0))))

    def close(self) -> None:
        """End every connection and wait for the threads."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._sockets:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in self._threads:
            thread.join(5)


def client_p12(
    authority: trustme.CA,
    *,
    owner: str = OWNER,
    days: tuple[int, int] = (-1, 30),
    usages: Sequence[x509.ObjectIdentifier] = (),
) -> bytes:
    """A function certificate by `authority`, valid from and to these days from now, as a PKCS#12 file.

    `usages` are its extended key usages; without any it says nothing of them.
    """
    now = datetime.datetime.now(datetime.UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    names = [x509.NameAttribute(x509.NameOID.COMMON_NAME, "Listningsluckan övning")]
    if owner:
        names.append(x509.NameAttribute(x509.NameOID.SERIAL_NUMBER, owner))
    issuer = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    signer = load_pem_private_key(authority.private_key_pem.bytes(), None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    builder = (
        x509.CertificateBuilder(issuer.subject, x509.Name(names), key.public_key(), x509.random_serial_number())
        .not_valid_before(now + datetime.timedelta(days[0]))
        .not_valid_after(now + datetime.timedelta(days[1]))
    )
    if usages:
        builder = builder.add_extension(x509.ExtendedKeyUsage(usages), critical=False)
    certificate = builder.sign(signer, hashes.SHA256())
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"desk", key, certificate, [issuer], encryption)


def server_context(authority: trustme.CA, name: str = "localhost", **issued: object) -> ssl.SSLContext:
    """A server's context that demands a client certificate of the same authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, **issued).configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    return context
