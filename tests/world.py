"""Owns a test's way into what the practice region holds: people enough, who is listed, and rows of the test's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from tests.region import Region

CENTRE = "SE9900000020-1001"


def people_of(region: Region, *, anywhere: bool = False) -> list[str]:
    """Adults at home in Dalarna, or anywhere, who are not listed at the centre."""
    asked = (
        "SELECT number FROM citizen WHERE (county = '20' OR ?) AND key IS NULL AND born < '2000' AND protection = ''"
        " AND deregistered IS NULL AND number NOT IN (SELECT person FROM listing WHERE facility = ?)"
    )
    with closing(sqlite3.connect(region.practice.folder / "state.db")) as state:
        return [number for (number,) in state.execute(asked, (anywhere, CENTRE))]


def held_at_centre(region: Region) -> set[str]:
    """Who the region holds listed at the centre, whatever it answered."""
    with closing(sqlite3.connect(region.practice.folder / "state.db")) as state:
        rows = state.execute("SELECT person FROM listing WHERE facility = ? AND until IS NULL", (CENTRE,))
        return {number for (number,) in rows}


def change(region: Region, sql: str, *rows: Iterable[object]) -> None:
    """Carry out a statement for each of the rows; the region's next first day knows nothing of it."""
    with closing(sqlite3.connect(region.practice.folder / "state.db")) as state, state:
        state.executemany(sql, rows)
