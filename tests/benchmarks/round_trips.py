"""How long an overview takes from Enter to the last answer painted, over one round trip.

    python -m tests.benchmarks.round_trips [--delay 0.2] [--rounds 15] [--json FILE]

The practice region adds the delay to every call; connections are warm. One round trip is a bare GetListing on the
desk's own connection, made just before each opening, for the machine is seldom ours alone: each opening is divided by
its own, and the median is shown. Beside it, the same calls one after the other, as the specification's flow lists them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from desktop.domain.identity import PersonIdentity
from desktop.domain.regions import County
from desktop.settings.profile import Profile
from desktop.tour import Hands
from desktop.training import PracticeRegion
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.views.overview import OverviewPage
from tests.benchmarks.measuring import PATIENCE, Painted, call, desk_at, live_until, practice_region, set_delay

# Who, whether the profile states that the own region handles protected identities, and the aim in round trips.
CASES = (
    ("citizen at home", "adult-home", True, 1.15),
    ("citizen at home, without that statement", "adult-home", False, 2.15),
    ("home here, listed elsewhere", "listed-elsewhere", True, 2.15),
    ("home here, listed elsewhere, without it", "listed-elsewhere", False, 3.15),
    ("home elsewhere, listed in a third region", "home-elsewhere-third", True, 3.15),
)


@dataclass(frozen=True, slots=True)
class Trips:
    """`trips` and `in_a_row` in round trips; `round_trip` in seconds, the median."""

    case: str
    trips: float
    aim: float
    in_a_row: float
    round_trip: float
    rounds: int

    @property
    def is_met(self) -> bool:
        """Whether it takes no longer than it should."""
        return self.trips <= self.aim


def measure(rounds: int = 15, delay: float = 0.2) -> list[Trips]:
    """Every case, `rounds` times."""
    found: list[Trips] = []
    with practice_region() as region:
        region.ready()
        for stated in (True, False):
            set_delay(region, 0.0)
            with desk_at(region, _profile(region, stated)) as hands:
                for _, key, _, _ in CASES:
                    hands.find(region.people()[key].number)
                set_delay(region, delay)
                asked = [one for one in CASES if one[2] is stated]
                found += [_case(hands, name, region.people()[key].number, aim, rounds) for name, key, _, aim in asked]
    return sorted(found, key=lambda one: [name for name, *_ in CASES].index(one.case))


def _profile(region: PracticeRegion, stated: bool) -> Profile:
    profile = region.profile()
    terms = profile.terms(profile.desk.county).model_copy(update={"handles_protected": stated})
    return profile.model_copy(update={"regions": {**profile.regions, profile.desk.county: terms}})


def _case(hands: Hands, name: str, number: str, aim: float, rounds: int) -> Trips:
    painted = Painted(hands)
    pairs = [(call(hands, number), _open(hands, number, painted)) for _ in range(rounds)]
    trip = median(one for one, _ in pairs)
    in_a_row = median(_in_a_row(hands, number) for _ in range(3)) / trip
    return Trips(name, median(opened / one for one, opened in pairs), aim, in_a_row, trip, rounds)


def _open(hands: Hands, number: str, painted: Painted) -> float:
    """From Enter to the last answer painted, in seconds."""
    hands.press("F2")
    hands.page(SearchViewModel)
    hands.write(number)
    painted.settle()
    started = time.perf_counter()
    hands.press("Enter")
    live_until(lambda: _has_answers(hands))
    painted.settle()
    return time.perf_counter() - started


def _has_answers(hands: Hands) -> bool:
    page = hands.desk.model.page
    is_complete = isinstance(page, OverviewViewModel) and page.state.is_complete
    return is_complete and isinstance(hands.desk.window.page, OverviewPage)


def _in_a_row(hands: Hands, number: str) -> float:
    """The specification's flow, one call after the other: register, home's counties, each region, the own region."""
    desk = hands.desk

    async def flow() -> float:
        opened, agreement = await desk.counter._opened(), desk.model.profile.agreement
        started = time.perf_counter()
        citizen = await opened.register.get(PersonIdentity(number))
        assert citizen is not None
        assert citizen.home_county is not None
        home = agreement(citizen.home_county)
        assert home.read_actor is not None
        counties = await opened.listings.get_listing_counties(home.county, home.read_actor, citizen.identity)
        for county in dict.fromkeys((*counties, County("20"))):
            await opened.listings.get_listing(county, home.read_actor, citizen.identity)
        return time.perf_counter() - started

    return float(desk.background.wait(flow(), PATIENCE))


def lines(found: Iterable[Trips]) -> list[str]:
    """As it is printed."""
    head = f"{'case':<44}{'trips':>8}{'aim':>7}{'in a row':>10}"
    return [head, *(f"{one.case:<44}{one.trips:>8.2f}{one.aim:>7.2f}{one.in_a_row:>10.2f}" for one in found)]


def main() -> int:
    """Print a table; the exit code tells whether every aim is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds added to each call")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = measure(options.rounds, options.delay)
    print("\n".join(lines(found)))
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=1), encoding="utf-8")
    return 0 if all(one.is_met for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
