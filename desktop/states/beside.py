"""Another desk on the same journal: what it has open, and what it takes over."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.counter import Counter
from desktop.domain.case import CaseFile
from desktop.domain.staff import Staff, acting
from desktop.states.walker import Walker
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.practice_world import Fault
from desktop.viewmodels.search import SearchViewModel

_PATIENCE = 30.0
_ANNA = Staff("anna1", "Anna Berg")


def beside(walker: Walker) -> Iterator[str]:
    """A draft and an unclear case that Anna has open; a draft that she takes over from here."""
    walker.list_here("never-listed")
    walker.press("Ctrl+M")
    walker.set_faults(Fault("timeout", contract="CreateListing", seconds=0, times=1))
    walker.list_here("adult-home")
    walker.register()
    walker.press("Ctrl+2")
    cases = walker.page(CasesViewModel)
    walker.until(lambda: len(cases.state.rows) > 1, "waiting for the cases")
    another = walker.desk.counter.another()
    wait = walker.desk.background.wait
    wait(another.open(), _PATIENCE)
    try:
        wait(_open(another, cases.state.rows, by_hand=False), _PATIENCE)
        walker.until(lambda: all(case.claim is not None for case in cases.state.rows), "waiting for the claims")
        numbers = frozenset(case.number for case in cases.state.rows)
        walker.settle()
        yield "cases-open-elsewhere"
        walker.go_to("take-over")
        walker.until(lambda: not isinstance(walker.desk.model.page, CasesViewModel), "taking over")
        walker.press("Ctrl+2")
        cases = walker.page(CasesViewModel)
        wait(another.release(numbers), _PATIENCE)
        walker.until(lambda: _draft(cases) is not None, "letting go")
        if (draft := _draft(cases)) is not None:
            walker.desk.model.casework.open_case(draft)
            walker.page(CheckViewModel)
            wait(_open(another, (draft,), by_hand=True), _PATIENCE)
        walker.page(SearchViewModel)
        walker.settle()
        yield "taken-over"
    finally:
        wait(another.close(), _PATIENCE)


def _draft(cases: CasesViewModel) -> CaseFile | None:
    """The draft, once nobody has it open."""
    drafts = (case for case in cases.state.rows if case.choice is None and case.claim is None)
    return next(drafts, None)


async def _open(counter: Counter, cases: tuple[CaseFile, ...], *, by_hand: bool) -> None:
    acting.set(_ANNA)
    for case in cases:
        await counter.claim(case, by_hand)
