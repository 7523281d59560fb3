"""Blankettbunt from its terms to its summary, a form that lacks something, and sending an unclear case again."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.pile import Stage
from desktop.states.walker import Walker
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Unprepared
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel, Working
from desktop.viewmodels.practice_world import Fault
from desktop.viewmodels.resending import Reading, ResendingViewModel


def piles(walker: Walker) -> Iterator[str]:
    """The terms, a form to compare, what went through and what was set aside, and the list."""
    walker.press("Ctrl+3")
    model = walker.page(PileViewModel)
    walker.settle()
    yield "pile-terms"
    walker.press("Ctrl+Enter")
    for person in ("adult-home", "listed-elsewhere", "child", "in-queue"):
        _scan(walker, model, person)
        walker.press("Ctrl+Enter")
    walker.until(lambda: _all_through(model), "waiting for the forms")
    _scan(walker, model, "never-listed")
    yield "pile"
    walker.press("Ctrl+P")
    walker.page(PaperViewModel)
    walker.settle()
    yield "pile-summary"


def closed_centre(walker: Walker) -> Iterator[str]:
    """No check can be made: the region no longer offers the care centre; beside the citizen, and in a pile."""
    walker.open("never-listed")
    walker.press("Ctrl+L")
    check = walker.page(CheckViewModel)
    walker.until(lambda: isinstance(check.state, Unprepared), "waiting for the region")
    walker.settle()
    yield "check-not-offered"
    walker.press("Ctrl+3")
    model = walker.page(PileViewModel)
    walker.press("Ctrl+Enter")
    _scan(walker, model, "adult-home")
    walker.press("Ctrl+Enter")
    walker.until(lambda: isinstance(model.state, Working) and bool(model.state.since), "waiting for the case")
    walker.settle()
    yield "pile-not-offered"


def resending(walker: Walker) -> Iterator[str]:
    """An unclear case for which it is too soon, and one of somebody with protected data."""
    _ask_to_resend(walker, "adult-home")
    yield "resending-too-soon"
    _ask_to_resend(walker, "protected-marked")
    yield "resending-protected"


def _ask_to_resend(walker: Walker, person: str) -> None:
    walker.set_faults(Fault("timeout", contract="CreateListing", seconds=0, times=1))
    walker.list_here(person)
    walker.register()
    walker.press("Ctrl+2")
    cases = walker.page(CasesViewModel)
    walker.until(lambda: cases.state.cases is not None, "waiting for the cases")
    walker.settle()
    walker.press("Ctrl+R")
    model = walker.page(ResendingViewModel)
    walker.until(lambda: not isinstance(model.state, Reading), "waiting for the regions")
    walker.settle()


def lacking(walker: Walker) -> Iterator[str]:
    """A form by post without a date: what is missing, the letter, and the case that waits."""
    walker.list_here("adult-home")
    walker.check()
    walker.press("Ctrl+Shift+K")
    walker.page(LackingViewModel)
    walker.reach("lacks-DATE")
    walker.press("Space")
    walker.settle()
    yield "lacking"
    walker.press("Ctrl+Enter")
    walker.page(PaperViewModel)
    walker.settle()
    yield "lacking-letter"
    walker.press("Ctrl+2")
    cases = walker.page(CasesViewModel)
    walker.until(lambda: cases.state.cases is not None, "waiting for the cases")
    walker.settle()
    yield "lacking-case"


def _scan(walker: Walker, model: PileViewModel, person: str) -> None:
    walker.until(lambda: model.is_open, "waiting for the pile")
    walker.write(walker.number(person))
    walker.press("Enter")
    walker.until(lambda: _is_shown(model), "waiting for the name")
    walker.settle()


def _is_shown(model: PileViewModel) -> bool:
    current = model.state.pile.current if isinstance(model.state, Working) else None
    return current is not None and current.stage is Stage.TO_APPROVE


def _all_through(model: PileViewModel) -> bool:
    return isinstance(model.state, Working) and model.state.pile.is_through
