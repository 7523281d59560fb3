"""What became of a registration: every outcome that the desk tells apart."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.listing import Facility
from desktop.domain.regions import County
from desktop.states.walker import Walker
from desktop.viewmodels.practice_world import Fault


def outcomes(walker: Walker) -> Iterator[str]:
    """What the region did."""
    walker.open("adult-home")
    walker.choose("mellan")
    walker.register()
    yield "outcome-message-to-read"
    walker.go_to("read")
    yield "outcome-message-read"
    walker.open("never-listed")
    walker.choose("silver")
    walker.press("Ctrl+J")
    walker.register()
    yield "outcome-queued"
    place = walker.open("in-queue").state.queue_places[0][1]
    walker.go_to(f"leave-{place.facility.hsa_id}")
    walker.register()
    yield "outcome-left-queue"
    walker.list_here("moved")
    walker.register()
    yield "outcome-listed"
    walker.press("F9")
    walker.settle()
    yield "outcome-masked"
    walker.press("F9")


def refusals(walker: Walker) -> Iterator[str]:
    """What the region did not do, and why."""
    for key, letters, name in (
        ("cap-reached", "tall", "outcome-no-changes-left"),
        ("never-listed", "silver", "outcome-full"),
        ("adult-home", "stenhaga v", "outcome-refused"),
        ("adult-home", "norrg", "outcome-refused-without-a-word"),
    ):
        walker.open(key)
        walker.choose(letters)
        walker.register()
        yield name
    walker.list_here("consent-child")
    walker.write(walker.number("guardian"))
    walker.press("Tab")
    walker.until_looked_up()
    walker.register()
    yield "outcome-other-guardian-needed"
    walker.set_faults(Fault("vp", "20", "CreateListing", "VP007"))
    walker.list_here("moved")
    walker.register()
    yield "outcome-not-authorised"
    walker.set_faults()


def unclear(walker: Walker) -> Iterator[str]:
    """What nobody knows yet."""
    walker.list_here("slow-to-show")
    walker.register()
    yield "outcome-received"
    walker.set_faults(Fault("timeout", "20", "CreateListing", seconds=walker.slow))
    walker.list_here("moved")
    walker.register()
    yield "outcome-unclear"
    walker.set_faults()
    walker.open("adult-home")
    centre = Facility(hsa_id="SE9900000014-1001", name="Hamnplanens vårdcentral")
    walker.desk.model.choosing.list_at(County("14"), centre, None)
    walker.check()
    walker.press("Ctrl+J")
    walker.register()
    yield "outcome-withheld"
