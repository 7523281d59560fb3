"""On which line of a TOML file a key stands, without a TOML grammar of our own.

tomllib tells no lines, but a file cut off after a whole statement is a whole file: the first such piece that has the
key ends with the statement that wrote it. Only asked when something is wrong, and given up for a file so odd that the
search would take long.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

_BEGINS = re.compile(r"""\s*(\[|[\w-]+\s*[.=]|"[^"]*"\s*[.=]|'[^']*'\s*[.=])""")
_MOST_ATTEMPTS = 200
_MOST_CHARACTERS = 200_000


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line, from 1, where the statement begins that wrote a key, or else the nearest table around it.

    None where not even that is in the file, or where it cannot be found in reasonable time.
    """
    if len(text) > _MOST_CHARACTERS:
        return None
    lines = text.split("\n")
    depth = depth_of(_tables(text, len(text)), path)
    if not depth:
        return None
    # A piece may end before a line that can begin a statement; most of those within a statement are passed by.
    ends = [0, *(at for at, line in enumerate(lines) if at and _BEGINS.match(line)), len(lines)]
    attempts = iter(range(_MOST_ATTEMPTS))

    def has_key(at: int) -> bool:
        return depth_of(_piece(text, lines, ends[: at + 1], attempts)[1], path) >= depth

    try:
        end = bisect_left(range(len(ends)), True, key=has_key)
        before, _ = _piece(text, lines, ends[:end], attempts)
    except _TooLongError:
        return None
    return next(at for at in range(before, len(lines)) if _BEGINS.match(lines[at])) + 1


class _TooLongError(Exception):
    pass


def _piece(
    text: str, lines: Sequence[str], ends: Sequence[int], attempts: Iterator[int]
) -> tuple[int, Mapping[str, Any]]:
    """The longest beginning, up to one of these ends, that is TOML by itself: its length, and what it says."""
    for end in reversed(ends):
        if next(attempts, None) is None:
            raise _TooLongError
        tables = _tables(text, sum(map(len, lines[:end])) + end)
        if tables is not None:
            return end, tables
    return 0, {}


@lru_cache(maxsize=64)
def _tables(text: str, length: int) -> Mapping[str, Any] | None:
    """What a beginning of so many characters says; None where it is no TOML. Kept: faults come several at a time."""
    try:
        return tomllib.loads(text[:length])
    except tomllib.TOMLDecodeError:
        return None


def depth_of(value: Any, path: Sequence[str | int]) -> int:
    """How many steps of a path there are in tables."""
    for depth, step in enumerate(path):
        known = isinstance(value, Mapping) and step in value
        if not known and not (isinstance(value, list) and isinstance(step, int) and step < len(value)):
            return depth
        value = value[step]
    return len(path)
