"""How often each logical address is called."""

from __future__ import annotations

import asyncio
import time
from collections import deque


class Pace:
    """At most `cap` calls in any second to one address; None is no cap. A cap below one is one call in some seconds."""

    def __init__(self, cap: float | None) -> None:
        self._cap = cap
        self._turns: dict[str, asyncio.Lock] = {}
        self._last: dict[str, deque[float]] = {}

    async def turn(self, logical_address: str) -> None:
        """What is within the cap goes at once. Whoever stops waiting takes no turn."""
        cap = self._cap
        if cap is None:
            return
        last = self._last.setdefault(logical_address, deque(maxlen=max(1, int(cap))))
        async with self._turns.setdefault(logical_address, asyncio.Lock()):
            if len(last) == last.maxlen:
                await asyncio.sleep(last[0] + last.maxlen / cap - time.monotonic())
            last.append(time.monotonic())
