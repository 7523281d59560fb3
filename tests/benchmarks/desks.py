"""Measures the shared journal: the same work done by 1, 5 and 20 desks of one care centre, each a process of its own.

    python -m tests.benchmarks.desks [--orders 400]

An order is what a registration writes: a look-up, the case as it is sent, and its outcome; three transactions that wait
for the disk. The desks of a care centre take turns, so that the same work should take the same time however many share
it. What one desk waits for the longest is told beside it, and what the server keeps for each order and each desk.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from desktop.domain.audit import Action, Entry
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases, State
from desktop.journal.records import write_about
from tests.benchmarks.figure import Figure, percentile, print_figures
from tests.domain.samples import order
from tests.journal.places import CentrePlace, JournalDatabase, open_place
from tests.postgres import Cluster, start_cluster

_DESKS = (1, 5, 20)
AIM = 1.5
"""How much longer the same work may take when it is shared, where it should take the same."""
_PROCESSES = multiprocessing.get_context("spawn")


def measure(orders: int = 400) -> list[Figure]:
    """The times as ratios of what one desk takes, and the waits in milliseconds."""
    with _server() as cluster:
        database = JournalDatabase(cluster)
        found = {desks: _share(database.centre(), desks, orders) for desks in _DESKS}
        alone = found[1][0]
        times = [
            Figure(f"{orders} orders by {desks} desks", "by one desk", (found[desks][0] / alone,), AIM)
            for desks in _DESKS[1:]
        ]
        waits = [
            Figure(
                f"a write of one of {desks} desks, p95", "milliseconds", (percentile(waits, 0.95) * 1000,), unit="ms"
            )
            for desks, (_, waits) in found.items()
        ]
        rate = Figure("orders a second by one care centre", "a second", (orders / alone,), unit="/s")
        sizes = [
            Figure(
                "the server's disk for an order",
                "kilobytes",
                (_kilobytes(cluster) / (orders * len(_DESKS)),),
                unit="kB",
            ),
            Figure("the server's memory for a connection", "megabytes", (_connection_size(cluster),), unit="MB"),
        ]
        database.drop()
    return [*times, *waits, rate, *sizes]


def _share(place: CentrePlace, desks: int, orders: int) -> tuple[float, list[float]]:
    """Seconds for all of it, and the seconds of each write."""
    begin, ended, waits = _PROCESSES.Barrier(desks + 1), _PROCESSES.Barrier(desks + 1), _PROCESSES.Queue()
    working = [
        _PROCESSES.Process(target=_work, args=(place.told, orders // desks, begin, ended, waits)) for _ in range(desks)
    ]
    for desk in working:
        desk.start()
    begin.wait()
    started = time.perf_counter()
    ended.wait()
    taken = time.perf_counter() - started
    every = [wait for _ in working for wait in waits.get()]
    for desk in working:
        desk.join()
    return taken, every


def _work(told: str, orders: int, begin: Barrier, ended: Barrier, waits: Queue[list[float]]) -> None:
    store = open_place(told)
    audit = Audit(store, "berit", "desk")
    cases, record, taken = Cases(store, audit), write_about(order()), []

    def timed(work: Any, *arguments: Any) -> Any:
        started = time.perf_counter()
        done = work(*arguments)
        taken.append(time.perf_counter() - started)
        return done

    begin.wait()
    for _ in range(orders):
        timed(audit.note, Entry(Action.LOOKED_UP, PersonIdentity("191212121212")))
        number = timed(cases.open, record, State.SENDING)
        timed(cases.mark, number, State.CONFIRMED, {"kind": "Confirmed"})
    ended.wait()
    waits.put(taken)
    store.close()


@contextmanager
def _server() -> Iterator[Cluster]:
    """One that waits for the disk, as a real one does."""
    cluster = start_cluster("fsync = on\nfull_page_writes = on\n")
    try:
        yield cluster
    finally:
        cluster.remove()


def _kilobytes(cluster: Cluster) -> float:
    tables = "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE relname IN ('cases', 'audit', 'attempts')"
    with cluster.superuser("listningsluckan") as connection:
        found = connection.execute(tables).fetchone()
    return float(found[0]) / 1024 if found else 0.0


def _connection_size(cluster: Cluster) -> float:
    """What one more connection that has worked keeps for itself, in megabytes."""
    with cluster.superuser("listningsluckan") as connection:
        connection.execute("SELECT count(*) FROM listningsluckan.cases")
        found = connection.execute("SELECT pg_backend_pid()").fetchone()
        kept = Path(f"/proc/{found[0] if found else 0}/smaps_rollup").read_text(encoding="ascii")
    return sum(int(line.split()[1]) for line in kept.splitlines() if line.startswith("Private_")) / 1024


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=400)
    return print_figures(measure(parser.parse_args().orders))


if __name__ == "__main__":
    raise SystemExit(main())
