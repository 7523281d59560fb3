"""The exchange over mutual TLS, and how each way in which it fails becomes a Problem; the only file that knows httpx.

An exchange that nobody waits for any longer runs to its end (it is shielded): httpx 0.28.1 loses a pool slot when
cancelled while connecting (encode/httpcore#1093), and of a registration one wants to know what became of it. Nothing
is ever sent twice: httpx retries nothing, and a connection that broke after sending is a Problem.
"""

from __future__ import annotations

import asyncio
import http
import logging
import ssl
import time
import uuid
import zlib
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import httpx

from desktop.contracts.contract import Contract
from desktop.contracts.failures import certificate_refused, kind_of_connecting
from desktop.contracts.faults import after_sending
from desktop.domain.problems import CallError, Effect, Kind, Problem

_CORRELATION = "x-skltp-correlation-id"
_OBJECTION = 2.0
"""Seconds in which a server that has hung up on us is given the word."""
_TO_PROXY = frozenset({Kind.CONNECT_REFUSED, Kind.CONNECT_TIMEOUT, Kind.NAME_NOT_FOUND})
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_log = logging.getLogger("desktop.contracts")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and counts.

    `read` is the longest silence: 35, for the platform's own timeout answer comes after 29-30 (contract-rules 1).
    `trickle` is what an answer that comes in small pieces may take beyond that. `max_bytes` holds after decompression
    too. `calls_per_second` is per logical address (TKB-L 4.2.2: producers promise one); None is no cap. `kept_warm` is
    how long an idle connection is kept.
    """

    connect: float = 5.0
    read: float = 35.0
    trickle: float = 45.0
    max_bytes: int = 15 * 1024 * 1024
    calls_per_second: float | None = None
    connections: int = 32
    kept_warm: float = 55.0

    @property
    def whole(self) -> float:
        """What an exchange may take: so long that connecting (pool, TCP, TLS) has always ended in its own time."""
        return 3 * self.connect + self.read + self.trickle


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """An HTTP answer, its body decompressed."""

    status: int
    content_type: str
    body: bytes
    correlation_id: str


@dataclass(frozen=True, slots=True)
class Greeting:
    """Who answered at an address, and how: `date` is the Date header as sent, `certificate` the server's in DER.

    Without TLS (loopback only) `protocol`, `cipher` and `certificate` are empty.
    """

    status: int
    date: str
    protocol: str = ""
    cipher: str = ""
    certificate: bytes = b""


@dataclass(frozen=True, slots=True, repr=False)
class ProxyAddress:
    """A fixed HTTP proxy: `http://host:port`, and a user with a password where it asks for one."""

    url: str
    user: str = ""
    password: str = ""


Bearer = Callable[[bool], Awaitable[str]]
"""The token by which a gateway knows the workplace, read anew (True) when the last was refused. Raises CallError."""


class _TooLargeError(Exception):
    pass


class _BadEncodingError(Exception):
    pass


class Transport:
    """Exchanges envelopes with one platform.

    `contract_urls` gives the whole address for contracts (by name) that lie elsewhere than below `base_url`. `context`
    None trusts nobody: only for plain HTTP on loopback. `barred` is why nothing may be sent at all (our certificate),
    raised at every call. Plain HTTP to another machine is barred as TLS_FAILED.

    A region's own gateway that knows the workplace otherwise than by a certificate is met with a `context` without one
    and its `bearer`, which is asked before each call. `proxy` is passed by for loopback.
    """

    def __init__(
        self,
        base_url: str,
        contract_urls: Mapping[str, str],
        context: ssl.SSLContext | None,
        limits: Limits,
        barred: Problem | None = None,
        bearer: Bearer | None = None,
        proxy: ProxyAddress | None = None,
    ) -> None:
        self._plain = _plain(base_url, *contract_urls.values())
        self._barred = barred or self._plain
        self._bearer, self._token_was_refused = bearer, False
        self._proxy = proxy
        self._base_url = base_url.rstrip("/")
        self._contract_urls = dict(contract_urls)
        self._limits = limits
        self._turns: dict[str, asyncio.Lock] = {}
        self._last_calls: dict[str, deque[float]] = {}
        self._running: dict[asyncio.Task[Answer], bool] = {}
        self._is_closed = False
        self._context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._client = _client(self._context, limits, proxy)
        self._closing: set[asyncio.Task[None]] = set()

    def renew(self, context: ssl.SSLContext | None, barred: Problem | None = None) -> None:
        """Show another certificate, or trust others, from the next call on. Calls in flight end as they began.

        Called on the loop that makes the calls.
        """
        if self._is_closed:
            return
        before = self._client
        self._context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._client, self._barred = _client(self._context, self._limits, self._proxy), barred or self._plain
        task = asyncio.create_task(_close_after(before, *self._running))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def exchange(self, contract: Contract, logical_address: str, envelope: bytes, *, changes: bool) -> Answer:
        """Send one envelope. `changes` says that the call can change a listing.

        Raises CallError: NOTHING_SENT where no byte of the request was written, REFUSED where the server would not
        have our certificate, otherwise UNKNOWN for a call that changes something.
        """
        await self._wait_for_turn(logical_address)
        if self._barred is not None:
            raise CallError(self._barred)
        task = asyncio.create_task(self._exchange(contract, logical_address, envelope, changes=changes))
        self._running[task] = changes
        task.add_done_callback(self._finished)
        return await asyncio.shield(task)

    async def greet(self, url: str) -> Greeting:
        """Ask an address who it is (HTTP HEAD), which carries nothing and changes nothing. Raises CallError."""
        if self._barred is not None:
            raise CallError(self._barred)
        try:
            async with asyncio.timeout(self._limits.whole), self._client.stream("HEAD", url) as response:
                tls = response.extensions["network_stream"].get_extra_info("ssl_object")
                status, date = response.status_code, response.headers.get("date", "")
                if tls is None:
                    return Greeting(status, date)
                cipher = (tls.cipher() or ("",))[0]
                return Greeting(status, date, tls.version() or "", cipher, tls.getpeercert(binary_form=True) or b"")
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            problem = self._problem(error, url)
            if problem.kind is Kind.CONNECTION_LOST and certificate_refused(heard := await self._objection(url)):
                problem = self._problem(heard, url)
            raise CallError(problem) from error

    async def _objection(self, url: str) -> Exception:
        """Shake hands and say nothing: under TLS 1.3 what is sent at once drowns a refusal of our certificate."""
        address = httpx.URL(url)
        if self._goes_by_proxy(url):
            return EOFError()
        try:
            async with asyncio.timeout(_OBJECTION):
                reader, writer = await asyncio.open_connection(address.host, address.port or 443, ssl=self._context)
                try:
                    await reader.read(1)
                finally:
                    writer.transport.abort()
        except OSError as error:  # TimeoutError is one
            return error
        return EOFError()

    async def close(self) -> None:
        """Wait for calls that change something, drop those that only read, and close the connections. Final."""
        self._is_closed, self._barred = True, Problem(Kind.CONNECTION_LOST, Effect.NOTHING_SENT, detail="closed")
        for task, changes in self._running.items():
            if not changes:
                task.cancel()
        await asyncio.gather(*self._running, *self._closing, return_exceptions=True)
        await self._client.aclose()

    async def _wait_for_turn(self, logical_address: str) -> None:
        """In no second more calls to one address than the cap; what is within it goes at once.

        Whoever stops waiting takes no turn. A cap below one is one call in so many seconds.
        """
        cap = self._limits.calls_per_second
        if cap is None or self._barred is not None:
            return
        last = self._last_calls.setdefault(logical_address, deque(maxlen=max(1, int(cap))))
        async with self._turns.setdefault(logical_address, asyncio.Lock()):
            if len(last) == last.maxlen:
                await asyncio.sleep(last[0] + last.maxlen / cap - time.monotonic())
            last.append(time.monotonic())

    def _finished(self, task: asyncio.Task[Answer]) -> None:
        del self._running[task]
        if not task.cancelled():
            task.exception()  # An abandoned exchange may fail unseen; asyncio would complain that nobody looked.

    async def _exchange(self, contract: Contract, logical_address: str, envelope: bytes, *, changes: bool) -> Answer:
        correlation_id = str(uuid.uuid4())
        started = time.monotonic()
        outcome = "cancelled"
        try:
            answer = await self._send(contract, envelope, correlation_id)
            outcome = str(answer.status)
            correlation_id = answer.correlation_id
            return answer
        except CallError as error:
            outcome = error.problem.kind.name
            raise
        except (httpx.HTTPError, httpx.InvalidURL, OSError, _TooLargeError, _BadEncodingError) as error:
            problem = self._problem(error, self._url(contract), correlation_id, changes=changes)
            outcome = problem.kind.name
            raise CallError(problem) from error
        finally:
            spent = round((time.monotonic() - started) * 1000)
            facts = {
                "contract": contract.name,
                "to": logical_address,
                "outcome": outcome,
                "ms": spent,
                "correlation": correlation_id,
            }
            _log.info("%s %s: %s", contract.name, logical_address, outcome, extra={"facts": facts})

    async def _send(self, contract: Contract, envelope: bytes, correlation_id: str) -> Answer:
        headers = {
            "Content-Type": "text/xml;charset=UTF-8",
            "SOAPAction": f'"{contract.soap_action}"',
            _CORRELATION: correlation_id,
        }
        if self._bearer is not None:
            headers["Authorization"] = f"Bearer {await self._bearer(self._token_was_refused)}"
        async with (
            asyncio.timeout(self._limits.whole),
            self._client.stream("POST", self._url(contract), content=envelope, headers=headers) as response,
        ):
            self._token_was_refused = self._bearer is not None and response.status_code == http.HTTPStatus.UNAUTHORIZED
            if self._token_was_refused:
                raise CallError(Problem(Kind.TOKEN_REFUSED, Effect.REFUSED, correlation_id=correlation_id))
            return Answer(
                response.status_code,
                response.headers.get("content-type", "")[:100],
                await _body(response, self._limits.max_bytes),
                response.headers.get(_CORRELATION, correlation_id)[:100],
            )

    def _url(self, contract: Contract) -> str:
        return self._contract_urls.get(contract.name) or f"{self._base_url}/{contract.path}"

    def _problem(self, error: Exception, url: str, correlation_id: str = "", *, changes: bool = False) -> Problem:
        problem = _problem(error, correlation_id, changes=changes)
        if problem.kind in _TO_PROXY and self._goes_by_proxy(url) and not isinstance(error, httpx.ProxyError):
            return replace(problem, kind=Kind.PROXY_UNREACHABLE)
        return problem

    def _goes_by_proxy(self, url: str) -> bool:
        return self._proxy is not None and urlsplit(url).hostname not in ("localhost", "127.0.0.1", "::1")


def _client(context: ssl.SSLContext, limits: Limits, proxy: ProxyAddress | None) -> httpx.AsyncClient:
    way = None
    if proxy is not None:
        auth = (proxy.user, proxy.password) if proxy.user else None
        way = httpx.Proxy(proxy.url, auth=auth, ssl_context=context if proxy.url.lower().startswith("https") else None)
    return httpx.AsyncClient(
        verify=context,
        proxy=way,
        mounts=dict.fromkeys((f"all://{host}" for host in _LOOPBACK), None),
        trust_env=False,
        timeout=httpx.Timeout(limits.read, connect=limits.connect, pool=limits.connect),
        limits=httpx.Limits(
            max_connections=limits.connections,
            max_keepalive_connections=limits.connections,
            keepalive_expiry=limits.kept_warm,
        ),
        headers={"User-Agent": "listningsluckan", "Accept": "text/xml", "Accept-Encoding": "gzip"},
    )


async def _close_after(client: httpx.AsyncClient, *running: asyncio.Task[Answer]) -> None:
    await asyncio.gather(*running, return_exceptions=True)
    await client.aclose()


def _plain(*urls: str) -> Problem | None:
    """What bars addresses over which personal data would go unencrypted to another machine."""
    loopback = tuple(f"http://{host}:" for host in _LOOPBACK)
    if any(url.startswith("http:") and not url.startswith(loopback) for url in map(str.lower, urls)):
        return Problem(Kind.TLS_FAILED, Effect.NOTHING_SENT, detail="plain HTTP to another machine")
    return None


async def _body(response: httpx.Response, max_bytes: int) -> bytes:
    """The body, never holding more than `max_bytes` of it; httpx's own decompression has no bound."""
    match response.headers.get("content-encoding", "identity").strip().lower():
        case "identity" | "":
            inflater = None
        case "gzip" | "x-gzip":
            inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
        case _:
            raise _BadEncodingError
    body = bytearray()
    async for chunk in response.aiter_raw():
        try:
            body += inflater.decompress(chunk, max_bytes + 1 - len(body)) if inflater else chunk
        except zlib.error as error:
            raise _BadEncodingError from error
        if len(body) > max_bytes:
            raise _TooLargeError
    if inflater and not inflater.eof:
        raise _BadEncodingError
    return bytes(body)


def _problem(error: Exception, correlation_id: str, *, changes: bool) -> Problem:
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
        case _TooLargeError():
            kind = Kind.ANSWER_TOO_LARGE
        case _BadEncodingError():
            kind = Kind.UNREADABLE_ANSWER
        case httpx.TimeoutException() | TimeoutError():
            kind = Kind.NO_ANSWER
        case _ if certificate_refused(error):
            # TLS 1.3: the server looks at our certificate after we have sent, and before it reads what we sent.
            kind, effect = Kind.CERTIFICATE_REFUSED, Effect.REFUSED
        case _:
            kind = Kind.CONNECTION_LOST
    return Problem(kind, effect, correlation_id=correlation_id, detail=type(error).__name__)
