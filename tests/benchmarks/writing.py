"""Measures the journal: a case with its audit row, on the disk when the call returns.

    python -m tests.benchmarks.writing [--rounds 200]

The floor is a bare SQLite transaction, durable in the same way (WAL, synchronous=FULL), that puts as many bytes into
two tables of the same shape. How opening a case grows is fitted over journals of 500, 2,000 and 8,000 cases.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from desktop.journal.audit import Audit
from desktop.journal.cases import Cases, State
from desktop.journal.file_store import open_store
from desktop.journal.records import write_about
from tests.benchmarks.figure import Figure, growth, paired, print_figures, timed
from tests.domain.samples import order

_SIZES = (500, 2000, 8000)


def measure(rounds: int = 200) -> list[Figure]:
    """The ratio, and the exponent."""
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), rounds)


def _measure(folder: Path, rounds: int) -> list[Figure]:
    store = open_store(folder / "journal.sqlite3", os.urandom(32))
    cases, record = Cases(store, Audit(store, "berit", "desk 1")), write_about(order())
    cases.open(record, State.SENDING)
    store.close()
    with sqlite3.connect(folder / "journal.sqlite3") as written:
        rows = [written.execute(f"SELECT * FROM {table}").fetchone() for table in ("cases", "audit")]  # noqa: S608
    written.close()
    store = open_store(folder / "other.sqlite3", os.urandom(32))
    cases = Cases(store, Audit(store, "berit", "desk 1"))
    bare = _bare(folder / "bare.sqlite3", rows)

    def ours() -> float:
        return timed(lambda: cases.open(record, State.SENDING))

    try:
        ratios = paired(ours, lambda: timed(bare), rounds)
        opened, times = rounds + 1, []
        for size in _SIZES:
            while opened < size:
                cases.open(record, State.SENDING)
                opened += 1
            times.append(median(ours() for _ in range(50)))
    finally:
        store.close()
    return [
        Figure("case with its audit row, durably", "bare SQLite, the same bytes", ratios, 4),
        Figure(
            "opening a case grows with the exponent",
            "500, 2,000, 8,000 cases",
            (growth(_SIZES, times),),
            unit="exponent",
        ),
    ]


def _bare(file: Path, rows: list[tuple[object, ...]]) -> Callable[[], None]:
    """A transaction that inserts as much as one case and one audit row hold."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    inserts = []
    for table, row in zip("ab", rows, strict=True):
        columns = ", ".join(f"c{number}" for number in range(len(row)))
        connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {columns})")
        inserts.append((f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", row))  # noqa: S608

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for sql, row in inserts:
            connection.execute(sql, row)
        connection.execute("COMMIT")

    return insert


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    return print_figures(measure(parser.parse_args().rounds))


if __name__ == "__main__":
    raise SystemExit(main())
