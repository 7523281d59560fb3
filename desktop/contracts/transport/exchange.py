"""The exchange over mutual TLS.

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
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

import httpx

from desktop.contracts.contract import Contract
from desktop.contracts.failures import certificate_refused
from desktop.contracts.transport.body import body_of
from desktop.contracts.transport.breaking import BREAKS, broken
from desktop.contracts.transport.client import Limits, ProxyAddress, bars_plain, client_of, goes_by_proxy
from desktop.contracts.transport.pace import Pace
from desktop.domain.problems import CallError, Effect, Kind, Problem

_CORRELATION = "x-skltp-correlation-id"
_OBJECTION = 2.0
"""Seconds in which a server that has hung up on us is given the word."""
_TO_PROXY = frozenset({Kind.CONNECT_REFUSED, Kind.CONNECT_TIMEOUT, Kind.NAME_NOT_FOUND})
_log = logging.getLogger("desktop.contracts")


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


Bearer = Callable[[bool], Awaitable[str]]
"""The token by which a gateway knows the workplace, read anew (True) when the last was refused. Raises CallError."""


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
        self._plain = bars_plain(base_url, *contract_urls.values())
        self._barred = barred or self._plain
        self._bearer, self._token_was_refused = bearer, False
        self._proxy = proxy
        self._base_url = base_url.rstrip("/")
        self._contract_urls = dict(contract_urls)
        self._limits = limits
        self._pace = Pace(limits.calls_per_second)
        self._running: dict[asyncio.Task[Answer], bool] = {}
        self._is_closed = False
        self._context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._client = client_of(self._context, limits, proxy)
        self._closing: set[asyncio.Task[None]] = set()

    def renew(self, context: ssl.SSLContext | None, barred: Problem | None = None) -> None:
        """Show another certificate, or trust others, from the next call on. Calls in flight end as they began.

        Called on the loop that makes the calls.
        """
        if self._is_closed:
            return
        before = self._client
        self._context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._client, self._barred = client_of(self._context, self._limits, self._proxy), barred or self._plain
        task = asyncio.create_task(_close_after(before, *self._running))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def exchange(self, contract: Contract, logical_address: str, envelope: bytes, *, changes: bool) -> Answer:
        """Send one envelope. `changes` says that the call can change a listing.

        Raises CallError: NOTHING_SENT where no byte of the request was written, REFUSED where the server would not
        have our certificate, otherwise UNKNOWN for a call that changes something.
        """
        if self._barred is None:
            await self._pace.turn(logical_address)
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
        except BREAKS as error:
            problem = self._problem(error, url)
            if problem.kind is Kind.CONNECTION_LOST and certificate_refused(heard := await self._objection(url)):
                problem = self._problem(heard, url)
            raise CallError(problem) from error

    async def _objection(self, url: str) -> Exception:
        """Shake hands and say nothing: under TLS 1.3 what is sent at once drowns a refusal of our certificate."""
        address = httpx.URL(url)
        if goes_by_proxy(self._proxy, url):
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
        except BREAKS as error:
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
                await body_of(response, self._limits.max_bytes),
                response.headers.get(_CORRELATION, correlation_id)[:100],
            )

    def _url(self, contract: Contract) -> str:
        return self._contract_urls.get(contract.name) or f"{self._base_url}/{contract.path}"

    def _problem(self, error: Exception, url: str, correlation_id: str = "", *, changes: bool = False) -> Problem:
        problem = broken(error, correlation_id, changes=changes)
        if problem.kind in _TO_PROXY and goes_by_proxy(self._proxy, url) and not isinstance(error, httpx.ProxyError):
            return replace(problem, kind=Kind.PROXY_UNREACHABLE)
        return problem


async def _close_after(client: httpx.AsyncClient, *running: asyncio.Task[Answer]) -> None:
    await asyncio.gather(*running, return_exceptions=True)
    await client.aclose()
