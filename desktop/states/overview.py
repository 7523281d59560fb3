"""The overview: listed, in queues, protected, deregistered, masked, and regions that say less than one hoped."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.states.walker import Walker
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.practice_world import Drill, Fault

_SOMEBODY = {
    "adult-home": "overview",
    "never-listed": "overview-nothing-shown",
    "in-queue": "overview-in-queue",
    "in-two-queues": "overview-in-two-queues",
    "home-elsewhere-third": "overview-of-another-region",
    "deceased": "overview-deceased",
    "changed-number": "overview-changed-number",
    "coordination-unknown-day": "overview-coordination-number",
    "coordination-no-county": "overview-without-home-county",
}


def overviews(walker: Walker) -> Iterator[str]:
    """Who may stand at the desk."""
    for key, name in _SOMEBODY.items():
        walker.open(key)
        yield name
    walker.open("adult-home")
    walker.press("F9")
    walker.settle()
    yield "overview-masked"
    walker.press("F9")
    walker.open("protected-marked")
    yield "overview-protected"
    walker.press("F6")
    walker.settle()
    walker.press("Enter")
    walker.settle()
    yield "overview-protected-shown"


def regions_in_trouble(walker: Walker) -> Iterator[str]:
    """Regions that wait, fail, refuse, withhold or are not connected."""
    walker.open("actor-refused")
    yield "overview-region-refuses"
    walker.open("listed-not-connected")
    yield "overview-region-not-connected"
    walker.open("withheld")
    yield "overview-region-withholds"
    walker.set_faults(Fault("down", "21"))
    walker.open("dental-home")
    yield "overview-partial"
    walker.set_faults(*Drill.DOWN.faults("20"))
    walker.open("adult-home")
    yield "overview-region-down"
    walker.set_faults(Fault("delay", "20", seconds=walker.slow))
    walker.search(walker.number("adult-home"))
    walker.page(OverviewViewModel)
    walker.until_skeleton()
    yield "overview-waiting"
    walker.set_faults()
