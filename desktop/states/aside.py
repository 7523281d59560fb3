"""What lies over the open page: help, settings and the command box."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.connection import Trial
from desktop.states.walker import Walker
from desktop.viewmodels.connection import ConnectionViewModel, Tried, Trying
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.practice_world import Fault
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.settings_page import SettingsViewModel


def asides(walker: Walker) -> Iterator[str]:
    """Over the search, a refusal and a check."""
    walker.press("F2")
    walker.press("Ctrl+Shift+L")
    walker.settle()
    yield "locked"
    walker.press("Enter")
    walker.settle()
    walker.desk.model.aside.show_connection()
    walker.settle()
    yield "connection"
    yield from _connection(walker)
    walker.press("Esc")
    walker.press("F1")
    walker.page(HelpViewModel)
    walker.settle()
    yield "help"
    walker.write("queue" if walker.desk.model.language == "en" else "plats")
    walker.settle()
    yield "help-searched"
    walker.press("Enter")
    walker.settle()
    yield "help-read"
    walker.press("Esc")
    walker.press("F1")
    walker.page(HelpViewModel)
    walker.write("keys" if walker.desk.model.language == "en" else "tangenter")
    walker.settle()
    walker.press("Enter")
    walker.settle()
    yield "help-keys"
    walker.press("Esc")
    walker.open("cap-reached")
    walker.choose("tall")
    walker.register()
    walker.press("F1")
    walker.page(HelpViewModel)
    walker.settle()
    yield "help-about-a-refusal"
    walker.press("Esc")
    walker.press("Ctrl+,")
    walker.page(SettingsViewModel)
    walker.settle()
    yield "settings"
    walker.go_to("licences")
    walker.over()
    yield "licences"
    walker.press("Esc")
    walker.settle()
    walker.press("Esc")
    walker.press("Ctrl+Shift+P")
    box = walker.over()
    yield "commands"
    walker.write("list" if walker.desk.model.language == "en" else "lista")
    walker.settle()
    yield "commands-searched"
    walker.press("F1")
    walker.settle()
    yield "commands-help"
    walker.press("Esc")
    box.close()


def _connection(walker: Walker) -> Iterator[str]:
    """A check as it goes on, and one that has registered on trial."""
    model = walker.page(ConnectionViewModel)
    walker.set_faults(Fault("delay", "20", "GetListingTypes", seconds=walker.slow))
    walker.press("F5")
    walker.until(lambda: any(one.contract for one in _trials(model)), "waiting for the person register")
    walker.settle()
    yield "connection-trying"
    if not isinstance(model.state, Tried):  # Many pictures take longer than the trials.
        walker.go_to("stop-trying")
    walker.until(lambda: isinstance(model.state, Tried), "waiting for the end")
    walker.set_faults()
    walker.go_to("try-registering")
    walker.until(lambda: isinstance(model.state, Tried), "waiting for the report")
    walker.settle()
    yield "connection-tried"


def _trials(model: ConnectionViewModel) -> tuple[Trial, ...]:
    state = model.state
    return state.report.trials if isinstance(state, Trying | Tried) and state.report is not None else ()


def parked(walker: Walker) -> Iterator[str]:
    """The phone rings twice."""
    for key in ("adult-home", "never-listed"):
        walker.list_here(key)
        walker.press("Ctrl+M")
        walker.page(SearchViewModel)
    walker.until(lambda: len(walker.desk.model.drafting.parked.state) == 2, "waiting for the drafts")
    walker.settle()
    yield "search-parked"


def first_start(walker: Walker) -> Iterator[str]:
    """What is offered once."""
    walker.press("F2")
    walker.desk.model.own.begin(tour_seen=False)
    walker.desk.rooms.offer_tour()
    walker.over()
    yield "tour-first"
    for _ in range(3):
        walker.press("Enter")
    walker.settle()
    yield "tour-last"
    walker.press("Enter")
    walker.settle()
