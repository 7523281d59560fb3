"""The practice page: its four parts, a fault that is on, and beginning anew."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.hands import StepError
from desktop.states.walker import Walker
from desktop.viewmodels.training import TrainingViewModel


def practice(walker: Walker) -> Iterator[str]:
    """F7 and what is there."""
    walker.press("F2")
    walker.press("F7")
    _answered(walker)
    yield "practice-exercises"
    for name in ("practice-faults", "practice-people", "practice-places"):
        walker.press("Right")
        walker.settle()
        yield name
    for _ in range(2):
        walker.press("Left")
        walker.settle()
    walker.go_to("drill-DOWN")
    _answered(walker)
    yield "practice-fault-is-on"
    walker.press("Esc")
    walker.open("adult-home")
    yield "overview-fault-is-on"
    walker.press("F8")
    walker.press("F7")
    _answered(walker)
    walker.go_to("ask-to-reset")
    yield "practice-begin-anew"


def _answered(walker: Walker) -> None:
    training = walker.desk.model.training
    if training is None:
        raise StepError("the desk is not in practice mode")
    walker.until(
        lambda: training.state.doing is None and training.state.world is not None, "waiting for the practice region"
    )
    walker.page(TrainingViewModel)
    walker.settle()
