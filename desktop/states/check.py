"""The check: what it finds, what is still missing, whom it asks, and what it stops."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.states.walker import Walker
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready, Unprepared
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.practice_world import Drill, Fault


def checks(walker: Walker) -> Iterator[str]:
    """Checks that can go on to a registration."""
    walker.set_faults(Fault("delay", "20", "GetAvailableHealthcareFacilities", seconds=walker.slow))
    walker.open("adult-home")
    walker.press("Ctrl+L")
    walker.page(CheckViewModel)
    walker.until_skeleton()
    yield "check-waiting"
    walker.check()
    walker.set_faults()
    yield "check"
    walker.press("Ctrl+Enter")
    walker.settle()
    yield "check-too-early"
    walker.reach("more")
    walker.press("Enter")
    walker.settle()
    yield "check-evidence"
    walker.press("F9")
    walker.settle()
    yield "check-masked"
    walker.press("F9")
    walker.scan_over("never-listed")
    yield "check-scan-waits"
    walker.press("F2")
    walker.page(OverviewViewModel)
    walker.list_here("home-elsewhere-third")
    yield "check-another-region"
    walker.open("in-queue")
    walker.choose("silver")
    yield "check-in-queue-already"
    place = walker.open("in-queue").state.queue_places[0][1]
    walker.go_to(f"leave-{place.facility.hsa_id}")
    walker.check()
    yield "check-leave-queue"
    walker.list_here("adult-home")
    walker.set_faults(Fault("delay", "20", "CreateListing", seconds=walker.slow))
    walker.reach("APPROVED")
    walker.press("Space")
    walker.press("Ctrl+Enter")
    walker.until_skeleton()
    yield "check-sending"
    walker.outcome()
    walker.set_faults()


def checks_that_stop(walker: Walker) -> Iterator[str]:
    """Checks that end here, with what can be done instead."""
    walker.open("never-listed")
    walker.choose("silver")
    yield "check-full-with-queue"
    walker.press("Ctrl+J")
    walker.check()
    yield "check-list-or-queue"
    walker.open("never-listed")
    walker.choose("granl")
    yield "check-full-without-queue"
    walker.list_here("cap-reached")
    yield "check-no-changes-left"
    walker.list_here("coordination-no-county")
    yield "check-without-home-county"
    walker.list_here("protected-marked")
    yield "check-protected"
    walker.open("adult-home")
    walker.set_faults(*Drill.DOWN.faults("20"))
    walker.press("Ctrl+L")
    model = walker.page(CheckViewModel)
    walker.until(lambda: isinstance(model.state, Unprepared | Ready), "waiting for the silence")
    walker.settle()
    yield "check-region-down"
    walker.set_faults()


def children(walker: Walker) -> Iterator[str]:
    """A guardian chooses, for one child and for siblings."""
    walker.list_here("child")
    yield "check-child"
    walker.write("199504242390")
    walker.press("Tab")
    walker.settle()
    yield "check-guardian-wrong-number"
    walker.list_here("child")
    walker.write(walker.number("guardian"))
    walker.press("Enter")
    walker.until_looked_up()
    yield "check-guardian"
    walker.press("Alt+S")
    walker.write(walker.number("age-15"))
    walker.press("Enter")
    walker.until_looked_up()
    yield "check-siblings"
