"""How long an overview takes from Enter to the last answer painted, over one round trip.

    python -m tests.benchmarks.round_trips [--delay 0.2] [--rounds 9] [--json FILE]

The practice region adds the delay to every call; connections are warm. Beside it, the same calls made one after the
other, as the specification's flow lists them. One round trip is the delay plus what a bare GetListing takes without it.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import itertools

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.settings.profile import Profile
from desktop.tour import Hands
from desktop.training import PracticeRegion
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.views.overview import OverviewPage

# Who, whether the profile states that the own region handles protected identities, and the aim in round trips.
CASES = (
    ("citizen at home", "adult-home", True, 1.15),
    ("citizen at home, without that statement", "adult-home", False, 2.15),
    ("home here, listed elsewhere", "listed-elsewhere", True, 2.15),
    ("home here, listed elsewhere, without it", "listed-elsewhere", False, 3.15),
    ("home elsewhere, listed in a third region", "home-elsewhere-third", True, 3.15),
)


def main() -> int:
    """Measure and print; the exit code tells whether every aim is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds added to each call")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    app = QApplication([])
    rows = []
    for stated in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            region = PracticeRegion(Path(folder), small=True)
            profile = _profile(region, stated)
            desk = Desk(profile, region.platform, region.secrets(), region.folder, region.people, region.controls())
            desk.show(app)
            try:
                rows += _measure(desk, region, stated, options.delay, options.rounds)
            finally:
                desk.close()
                region.stop()
    print(f"{'case':<44}{'trips':>8}{'aim':>7}{'gap p99':>10}{'idle p99':>10}{'longest':>9}{'in a row':>10}")
    for row in rows:
        print(
            f"{row['case']:<44}{row['trips']:>8.2f}{row['aim']:>7.2f}{row['gap_p99_ms']:>8.1f}ms"
            f"{row['idle_p99_ms']:>8.1f}ms{row['longest_gap_ms']:>7.0f}ms{row['in_a_row_trips']:>10.2f}"
        )
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))
    return 0 if all(row["trips"] <= row["aim"] for row in rows) else 1


def _profile(region: PracticeRegion, stated: bool) -> Profile:
    profile = region.profile()
    terms = profile.terms(profile.desk.county).model_copy(update={"handles_protected": stated})
    return profile.model_copy(update={"regions": {**profile.regions, profile.desk.county: terms}})


def _measure(desk: Desk, region: PracticeRegion, stated: bool, delay: float, rounds: int) -> list[dict[str, object]]:
    hands, people = Hands(desk), region.people()
    hands.until(lambda: bool(desk.model.standing.people), "the practice region")
    for key in ("adult-home", "listed-elsewhere", "home-elsewhere-third"):
        hands.find(people[key].number)
    plain = median(_call(desk, people["adult-home"].number) for _ in range(9))
    idle = _gaps(lambda: _wait(1.5))
    _add_delay(region, delay)
    trip = delay + plain
    rows = []
    for name, key, needs, aim in CASES:
        if needs is not stated:
            continue
        gaps: list[float] = []
        times = [_open(hands, people[key].number, gaps) for _ in range(rounds)]
        rows.append(
            {
                "case": name,
                "trips": median(times) / trip,
                "aim": aim,
                "seconds": times,
                "round_trip": trip,
                "gap_p99_ms": _p99(gaps),
                "idle_p99_ms": _p99(idle),
                "longest_gap_ms": max(gaps),
                "in_a_row_trips": median(_in_a_row(desk, people[key].number) for _ in range(3)) / trip,
            }
        )
    return rows


def _add_delay(region: PracticeRegion, seconds: float) -> None:
    control = http.client.HTTPConnection(region.ready()["control"].removeprefix("http://"))
    control.request("POST", "/faults", json.dumps({"set": [{"name": "delay", "seconds": seconds}]}))
    if control.getresponse().status != 200:
        raise RuntimeError("the practice region does not take the delay")


def _open(hands: Hands, number: str, gaps: list[float]) -> float:
    """From Enter to the last answer painted, in seconds."""
    hands.press("F2")
    hands.page(SearchViewModel)
    hands.write(number)
    started = time.perf_counter()

    def open_it() -> None:
        hands.press("Enter")
        while True:
            QApplication.processEvents()
            page = hands.desk.model.page
            answered = isinstance(page, OverviewViewModel) and page.state.is_complete
            if answered and isinstance(hands.desk.window.page, OverviewPage):
                QApplication.processEvents()  # what has been laid out is painted
                return

    gaps += _gaps(open_it)
    return time.perf_counter() - started


def _gaps(run: Callable[[], None]) -> list[float]:
    """The gaps of a 5 ms timer in the window while something runs, in milliseconds."""
    ticks = [time.perf_counter()]
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    run()
    timer.stop()
    return [(after - before) * 1000 for before, after in itertools.pairwise(ticks)]


def _wait(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()


def _call(desk: Desk, number: str) -> float:
    """One GetListing, warm."""

    async def once() -> float:
        opened = await desk.counter._opened()
        agreement = desk.model.profile.agreement("20")
        started = time.perf_counter()
        if agreement.read_actor is not None:
            await opened.listings.get_listing(County("20"), agreement.read_actor, PersonIdentity(number))
        return time.perf_counter() - started

    return float(desk.background.wait(once(), 30))


def _in_a_row(desk: Desk, number: str) -> float:
    """The specification's flow, one call after the other: register, home's counties, each region, the own region."""

    async def flow() -> float:
        opened, agreement = await desk.counter._opened(), desk.model.profile.agreement
        started = time.perf_counter()
        citizen = await opened.register.get(PersonIdentity(number))
        if citizen is None or citizen.home_county is None:
            raise RuntimeError("the practice region does not know its own person")
        home = agreement(citizen.home_county)
        if home.read_actor is None:
            raise RuntimeError("nothing is agreed")
        counties = await opened.listings.get_listing_counties(home.county, home.read_actor, citizen.identity)
        if isinstance(counties, Problem):
            raise RuntimeError(counties.kind.value)
        for county in dict.fromkeys((*counties, County("20"))):
            await opened.listings.get_listing(county, home.read_actor, citizen.identity)
        return time.perf_counter() - started

    return float(desk.background.wait(flow(), 60))


def _p99(gaps: list[float]) -> float:
    return sorted(gaps)[int(len(gaps) * 0.99)]


if __name__ == "__main__":
    sys.exit(main())
