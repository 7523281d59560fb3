"""On which line of a TOML file a key stands, without a TOML grammar of our own.

tomllib tells no lines, but a file cut off after a whole statement is a whole file: the first such piece that has the
key ends with the statement that wrote it. Only asked when something is wrong.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line, from 1, where the statement begins that wrote a key, or else the nearest table around it.

    None where not even that is in the file, or the file is no TOML.
    """
    lines = text.split("\n")
    _, whole = _piece(lines, len(lines))
    depth = depth_of(whole, path)
    if not depth:
        return None
    end = bisect_left(range(len(lines) + 1), True, key=lambda count: depth_of(_piece(lines, count)[1], path) >= depth)
    return _piece(lines, end - 1)[0] + 1


def _piece(lines: Sequence[str], most: int) -> tuple[int, Mapping[str, Any]]:
    """The longest beginning of at most so many lines that is TOML by itself: its length, and what it says."""
    for count in range(most, 0, -1):
        try:
            return count, tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
    return 0, {}


def depth_of(value: Any, path: Sequence[str | int]) -> int:
    """How many steps of a path there are in tables."""
    for depth, step in enumerate(path):
        known = isinstance(value, Mapping) and step in value
        if not known and not (isinstance(value, list) and isinstance(step, int) and step < len(value)):
            return depth
        value = value[step]
    return len(path)
