"""The HTTP client and its bounds: how long, how much, how often, and by which proxy."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import httpx

from desktop.domain.problems import Effect, Kind, Problem

_LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")


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
class ProxyAddress:
    """A fixed HTTP proxy: `http://host:port`, and a user with a password where it asks for one."""

    url: str
    user: str = ""
    password: str = ""

    @property
    def auth(self) -> tuple[str, str] | None:
        """What httpx shows to the proxy."""
        return (self.user, self.password) if self.user else None


def client_of(context: ssl.SSLContext, limits: Limits, proxy: ProxyAddress | None) -> httpx.AsyncClient:
    """A pool of its own; nothing of it comes from the environment."""
    way = None
    if proxy is not None:
        trusting = context if proxy.url.lower().startswith("https") else None
        way = httpx.Proxy(proxy.url, auth=proxy.auth, ssl_context=trusting)
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


def bars_plain(*urls: str) -> Problem | None:
    """What bars addresses over which personal data would go unencrypted to another machine."""
    loopback = tuple(f"http://{host}:" for host in _LOOPBACK)
    if any(url.startswith("http:") and not url.startswith(loopback) for url in map(str.lower, urls)):
        return Problem(Kind.TLS_FAILED, Effect.NOTHING_SENT, detail="plain HTTP to another machine")
    return None


def goes_by_proxy(proxy: ProxyAddress | None, url: str) -> bool:
    """Loopback never does."""
    return proxy is not None and urlsplit(url).hostname not in ("localhost", "127.0.0.1", "::1")
