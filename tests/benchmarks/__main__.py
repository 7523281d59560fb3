"""Every benchmark in one run, as a table of ratios with median and quartiles, each against its floor.

    python3 packaging/dev.py bench [--quick] [--only NAME ...] [--json FILE] [--program PATH]
    names: start decode overview arrivals filter memory journal pile desks installed

`--program` is an installed or frozen program, whose start is then measured too, on a real screen.

The exit code tells whether every aim is met. A loaded machine shows in the quartiles, hardly in the medians, for floor
and desk are measured in turn. `--quick` takes fewer rounds, to see that everything runs.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from tests.benchmarks.figure import Figure, print_figures


def _start(quick: bool) -> list[Figure]:
    from tests.benchmarks.starting import measure

    return measure(3 if quick else 15)


def _decode(quick: bool) -> list[Figure]:
    from tests.benchmarks.decoding import measure

    return measure(3 if quick else 15)


def _overview(quick: bool) -> list[Figure]:
    from tests.benchmarks.round_trips import measure

    found = measure(3 if quick else 15)
    return [Figure(f"overview: {one.case}", "one round trip", (one.trips,), one.aim) for one in found]


def _arrivals(quick: bool) -> list[Figure]:
    from tests.benchmarks.arrivals import AIM_LONGEST, AIM_RATIO, measure

    found = measure(2 if quick else 12)
    return [
        Figure("timer gap under load, p99", "idle, p99", (found.ratio,), AIM_RATIO),
        Figure("longest timer gap under load", "milliseconds", (found.longest_of_all,), AIM_LONGEST, unit="ms"),
    ]


def _filter(quick: bool) -> list[Figure]:
    from tests.benchmarks.narrowing import measure_figures

    return measure_figures(1 if quick else 5)


def _memory(quick: bool) -> list[Figure]:
    from tests.benchmarks.memory import measure

    return measure(400, 1) if quick else measure()


def _journal(quick: bool) -> list[Figure]:
    from tests.benchmarks.writing import measure

    return measure(20 if quick else 200)


def _pile(quick: bool) -> list[Figure]:
    from tests.benchmarks.pile import measure

    return measure(30 if quick else 500)


def _desks(quick: bool) -> list[Figure]:
    from tests.benchmarks.desks import measure

    return measure(40 if quick else 400)


BENCHMARKS: dict[str, Callable[[bool], list[Figure]]] = {
    "start": _start,
    "decode": _decode,
    "overview": _overview,
    "arrivals": _arrivals,
    "filter": _filter,
    "memory": _memory,
    "journal": _journal,
    "pile": _pile,
    "desks": _desks,
}


def main() -> int:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=[*BENCHMARKS, "installed"], default=list(BENCHMARKS))
    parser.add_argument("--program", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures: list[Figure] = []
    if options.program is not None:
        from tests.benchmarks.installed import measure

        figures += measure(options.program, 3 if options.quick else 11)
    for name in (name for name in options.only if name in BENCHMARKS):
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        figures += BENCHMARKS[name](options.quick)
    print(f"{date.today().isoformat()}, {platform.system()} {platform.machine()}, Python {platform.python_version()}")
    if options.json:
        told = [{**asdict(one), "median": one.middle, "met": one.is_met} for one in figures]
        options.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return print_figures(figures)


if __name__ == "__main__":
    sys.exit(main())
