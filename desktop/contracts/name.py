"""Name resolution by itself, so that a connection check can tell a missing name from a closed door."""

from __future__ import annotations

import asyncio
import socket

from desktop.contracts.failures import kind_of_connecting
from desktop.domain.problems import CallError, Effect, Problem


async def resolve(host: str) -> tuple[str, ...]:
    """The addresses of a host, as the operating system resolves it. Raises CallError."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CallError(Problem(kind_of_connecting(error), Effect.NOTHING_SENT, detail=type(error).__name__)) from error
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))
