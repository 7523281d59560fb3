"""Long work beside the window: it lets go of the interpreter every few milliseconds, so that the window lives."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_TURN = 0.002
_PAUSE = 0.001
"""Seconds. Python gives the interpreter to whoever waits for it only when somebody lets go, or after a while."""


def in_turns(items: Iterable[T]) -> Iterator[T]:
    """The same items, with a pause after each turn of work on them; what takes less than a turn is not held up."""
    began = time.perf_counter()
    for item in items:
        yield item
        if time.perf_counter() - began > _TURN:
            time.sleep(_PAUSE)
            began = time.perf_counter()
