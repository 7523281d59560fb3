"""How evenly the window lives while five regions answer and a catalogue of 1,300 care centres arrives.

    python -m tests.benchmarks.arrivals [--rounds 12] [--facilities 1300] [--json FILE]

A 5 ms timer on the window's thread is watched from Enter: the person register answers, five regions and the catalogue
arrive at the same moment and are painted; then the list of care centres is opened (Ctrl+B) and painted. Each round is a
desk of its own, so that nothing is kept. Idle is the same window left alone. The machine is seldom ours alone: the idle
gaps are taken in between, a second before each round, and the two are compared; and the longest turn is told in the
processor time of the window's own thread as well, which other programs do not lengthen.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from desktop.domain.regions import County
from desktop.tour import Hands
from desktop.training import PracticeRegion
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import SearchViewModel
from tests.benchmarks.measuring import (
    Painted,
    Tick,
    desk_at,
    gaps,
    live_until,
    p99,
    practice_region,
    set_delay,
    ticking,
    turns,
)

OWN = County("20")
LISTED_IN_A_THIRD = "home-elsewhere-third"
BY_KEY = (County("21"), County("12"), County("24"))
DELAY = 0.2
_A_BREATH = 10
"""Ticks between what has arrived and the next key."""
AIM_RATIO, AIM_LONGEST = 3.0, 50.0


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Milliseconds. `ratio` is the 99th percentile over idle's; `longest` the median over rounds of the longest gap.

    `p99_work` and `longest_work` are what the window's thread itself worked between two ticks.
    """

    rounds: int
    gaps: int
    idle_p99: float
    p99: float
    ratio: float
    longest: float
    longest_of_all: float
    p99_work: float
    longest_work: float

    @property
    def is_even(self) -> bool:
        """Whether the aims are met."""
        return self.ratio <= AIM_RATIO and self.longest_of_all <= AIM_LONGEST


def measure(rounds: int = 12, facilities: int = 1300) -> Arrivals:
    """Open a citizen, with everything arriving at once, `rounds` times."""
    idle: list[float] = []
    busy: list[float] = []
    longest: list[float] = []
    work: list[float] = []
    with practice_region() as region:
        region.ready()
        _found_care_centres(region, facilities)
        number = region.people()[LISTED_IN_A_THIRD].number
        for _ in range(rounds):
            with desk_at(region) as hands:
                set_delay(region, 0.0)
                hands.find(number)
                set_delay(region, DELAY)
                with ticking() as quiet:
                    live_until(lambda ticks=quiet: len(ticks) > 200)
                idle += gaps(quiet)
                ticks = _arrive(hands, number, facilities)
                found = gaps(ticks)
                work += turns(ticks)
                longest.append(max(found))
                busy += found
    level, reached = p99(idle), p99(busy)
    return Arrivals(
        rounds, len(busy), level, reached, reached / level, median(longest), max(longest), p99(work), max(work)
    )


def _found_care_centres(region: PracticeRegion, facilities: int) -> None:
    """The desk's own region gets so many care centres."""
    with closing(sqlite3.connect(region.folder / "state.db")) as store:
        (there,) = store.execute("SELECT count(*) FROM facility WHERE county = ?", (OWN,)).fetchone()
        columns = [row[1] for row in store.execute("PRAGMA table_info(facility)")]
        taken = ", ".join(name for name in columns if name not in ("hsa_id", "name"))
        copy = "SELECT ?, name || ?, {0} FROM facility WHERE hsa_id = 'SE9900000020-1001'"
        insert = f"INSERT INTO facility (hsa_id, name, {taken}) {copy.format(taken)}"
        rows = ((f"SE9900000020-{50000 + number}", f" {number}") for number in range(facilities - there))
        store.executemany(insert, rows)
        store.commit()


def _arrive(hands: Hands, number: str, facilities: int) -> list[Tick]:
    """The ticks from Enter until the list of care centres is painted."""
    desk, painted = hands.desk, Painted(hands)
    hands.press("F2")
    hands.page(SearchViewModel)
    hands.write(number)
    painted.settle()
    with ticking() as ticks:
        hands.press("Enter")
        live_until(lambda: isinstance(desk.model.page, OverviewViewModel))
        overview = desk.model.page
        assert isinstance(overview, OverviewViewModel)
        for county in BY_KEY:
            overview.ask(county)
        fetched: list[object] = []
        desk.background.follow(desk.counter.offer(OWN, None, True), fetched.append)
        live_until(lambda: overview.state.is_complete and len(overview.state.regions) == 5 and bool(fetched))
        painted.settle()
        seen = len(ticks)
        live_until(lambda: len(ticks) > seen + _A_BREATH)
        hands.press("Ctrl+B")
        picker = desk.model.page
        assert isinstance(picker, FacilitiesViewModel)
        live_until(lambda: len(picker.state.rows) >= facilities * 0.9 and not picker.state.is_asking)
        painted.settle()
    return ticks


def rows_of(found: Arrivals) -> Iterator[str]:
    """As it is printed."""
    yield f"gaps of a 5 ms timer   idle p99 {found.idle_p99:.1f} ms   p99 {found.p99:.1f} ms   ratio {found.ratio:.2f}"
    yield f"longest gap            median of rounds {found.longest:.0f} ms   of all {found.longest_of_all:.0f} ms"
    yield f"own work in a turn     p99 {found.p99_work:.1f} ms   longest {found.longest_work:.1f} ms"
    yield f"aims                   ratio {AIM_RATIO:.0f}, no gap above {AIM_LONGEST:.0f} ms: " + (
        "met" if found.is_even else "missed"
    )


def main() -> int:
    """Print a table; the exit code tells whether the aims are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--facilities", type=int, default=1300)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = measure(options.rounds, options.facilities)
    print("\n".join(rows_of(found)))
    if options.json:
        options.json.write_text(json.dumps(asdict(found), indent=1), encoding="utf-8")
    return 0 if found.is_even else 1


if __name__ == "__main__":
    sys.exit(main())
