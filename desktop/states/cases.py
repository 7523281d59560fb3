"""Ärenden, Rättelse and papers: what is kept, corrected and printed."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.states.walker import Walker
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.paper import PaperViewModel


def cases(walker: Walker) -> Iterator[str]:
    """The list: empty, with something settled, with something that needs somebody."""
    _list(walker)
    yield "cases-none"
    walker.list_here("adult-home")
    walker.register()
    walker.open("never-listed")
    walker.choose("silver")
    walker.press("Ctrl+J")
    walker.register()
    walker.list_here("slow-to-show")
    walker.register()
    _list(walker)
    yield "cases"
    walker.reach("tray-0")
    walker.press("Right")
    walker.settle()
    yield "cases-that-need-somebody"


def _list(walker: Walker) -> None:
    walker.press("Ctrl+2")
    model = walker.page(CasesViewModel)
    walker.until(lambda: model.state.cases is not None, "waiting for the cases")
    walker.settle()


def papers(walker: Walker) -> Iterator[str]:
    """Form, blank form and receipt, in the window's language and in another."""
    walker.open("never-listed")
    walker.choose("silver")
    walker.press("Ctrl+P")
    walker.page(PaperViewModel)
    walker.settle()
    yield "form"
    walker.list_here("adult-home")
    walker.register()
    walker.press("Ctrl+P")
    walker.page(PaperViewModel)
    walker.settle()
    yield "receipt"
    walker.press("F2")
    walker.press("F6")
    walker.page(CallViewModel)
    walker.settle()
    yield "call"
    walker.press("Ctrl+B")
    model = walker.page(FacilitiesViewModel)
    walker.until(lambda: bool(model.state.rows), "waiting for care centres")
    walker.settle()
    walker.write("tallbackens v")
    walker.settle()
    walker.press("F3")
    walker.settle()
    yield "care-centre-nobody-open"
    walker.press("Ctrl+P")
    walker.page(PaperViewModel)
    walker.settle()
    yield "form-without-name"
    walker.list_here("protected-marked")
    walker.press("F6")
    walker.settle()
    walker.press("Enter")
    walker.settle()
    walker.register()
    walker.press("Ctrl+P")
    walker.page(PaperViewModel)
    walker.settle()
    yield "receipt-protected"


def corrections(walker: Walker) -> Iterator[str]:
    """What has gone wrong, with our own cases beside it, and the paper to the region."""
    _correct(walker, "protected-marked")
    yield "correction-protected"
    _correct(walker, "adult-home")
    yield "correction"
    walker.press("Ctrl+Enter")
    walker.page(PaperViewModel)
    walker.settle()
    yield "correction-paper"


def _correct(walker: Walker, person: str) -> None:
    walker.list_here(person)
    walker.register()
    walker.go_to("correct")
    model = walker.page(CorrectionViewModel)
    walker.until(lambda: model.state.cases is not None, "waiting for our own cases")
    walker.settle()
