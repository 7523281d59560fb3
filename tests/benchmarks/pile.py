"""Measures a pile: 500 forms through the pile of the real desk, 200 ms added to each call.

    python -m tests.benchmarks.pile [--forms 500] [--delay 0.2]

The floor is what the calls alone take: forms x calls of each x delay / parallelism. The cap on calls per second is
lifted, for it would be all that is measured. A hand that is always ready approves each form as soon as it is shown.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from desktop.domain.pile import Stage
from desktop.hands import Hands
from desktop.training import PracticeRegion
from desktop.viewmodels.pile import PileViewModel, Working
from tests.benchmarks.figure import Figure, print_figures
from tests.benchmarks.measuring import desk_at, set_delay
from tests.region import Region
from tests.world import CENTRE, people_of

_AHEAD = 2


def measure(forms: int = 500, delay: float = 0.2) -> list[Figure]:
    """The time from the first scan to the last answer, over the calls' own."""
    with TemporaryDirectory() as folder:
        practice = PracticeRegion(Path(folder))
        region = Region(practice)
        try:
            return [_measure(practice, region, forms, delay)]
        finally:
            region.close()
            practice.stop()


def _measure(practice: PracticeRegion, region: Region, forms: int, delay: float) -> Figure:
    region.control("/free-places", {"facility": CENTRE, "places": 10**6})
    people = people_of(region)[:forms]
    if len(people) < forms:
        raise RuntimeError(f"the practice region has {len(people)} persons for {forms} forms")
    profile = practice.profile()
    platform = profile.platform.model_copy(update={"calls_per_second": None})
    profile = profile.model_copy(update={"platform": platform})
    parallel = profile.desk.parallel_forms
    with desk_at(practice, profile) as hands:
        hands.press("Ctrl+3")
        model = hands.page(PileViewModel)
        hands.press("Ctrl+Enter")
        hands.until(lambda: model._forms is not None, "the pile to be opened")
        set_delay(practice, delay)
        before = _calls(region)
        taken = _work(hands, model, people, parallel)
        calls = _calls(region) - before
    floor = calls * delay / parallel
    return Figure(
        f"{forms} forms as a pile, {parallel} at once", f"{calls / forms:.1f} calls a form", (taken / floor,), 1.2
    )


def _work(hands: Hands, model: PileViewModel, people: list[str], parallel: int) -> float:
    """Scan ahead, approve what is shown; seconds until every form is registered or set aside."""
    waiting, started = iter(people), time.perf_counter()
    while True:
        state = model.state
        assert isinstance(state, Working)
        done = state.pile.count(Stage.REGISTERED, Stage.SET_ASIDE)
        if done == len(people):
            break
        if len(state.pile.forms) - done < _AHEAD * parallel and (number := next(waiting, None)):
            model.scan(number)
        model.approve()
        QApplication.processEvents()
    if state.pile.count(Stage.SET_ASIDE) > len(people) // 10:
        raise RuntimeError("too many forms were set aside")
    return time.perf_counter() - started


def _calls(region: Region) -> int:
    """How many calls the region has had."""
    calls = region.control("/log")["calls"]
    return int(calls[-1]["number"]) if calls else 0


def main() -> int:
    """Print the figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forms", type=int, default=500)
    parser.add_argument("--delay", type=float, default=0.2)
    options = parser.parse_args()
    return print_figures(measure(options.forms, options.delay))


if __name__ == "__main__":
    raise SystemExit(main())
