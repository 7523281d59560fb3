"""The municipalities of Sweden by code, from the bundled table (SCB's codes)."""

from __future__ import annotations

import csv
from functools import cache

from desktop.domain.centre import Municipality
from desktop.runtime.resources import resource


@cache
def municipalities() -> dict[str, Municipality]:
    """All of them by code."""
    with resource("municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: Municipality(row["code"], row["name"]) for row in csv.DictReader(file)}
