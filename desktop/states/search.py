"""The search page: whom one may try, what cannot be looked up, what the register answers, and that it does not."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.lookup import Hits
from desktop.states.walker import Walker
from desktop.viewmodels.practice_world import Drill, Fault

_SLIP = "191212121213"
_NOBODY = "190001042399"
_NO_SUCH_CODE = "AAAA-AAA2"


def search(walker: Walker) -> Iterator[str]:
    """The search box's states."""
    walker.until(lambda: bool(walker.desk.model.standing.people), "waiting for whom to try")
    walker.press("F2")
    walker.settle()
    yield "search"
    walker.search(_SLIP)
    yield "search-wrong-number"
    walker.search(_NOBODY)
    yield "search-not-known"
    walker.search(_NO_SUCH_CODE)
    yield "search-no-such-code"
    walker.search("Anna Likaberg 1950")
    yield "search-by-name-asks-why"
    _say_why(walker)
    yield "search-by-name"
    walker.search("Ingen Alls 1950")
    _say_why(walker)
    yield "search-by-name-nobody"
    walker.set_faults(Fault("delay", contract="GetPersonsForProfile", seconds=walker.slow))
    walker.press("F2")
    walker.write(walker.number("adult-home"))
    walker.press("Enter")
    walker.until_skeleton()
    yield "search-waiting"
    walker.set_faults(*Drill.REGISTER_DOWN.faults("20"))
    walker.search(walker.number("adult-home"))
    yield "search-register-does-not-answer"
    walker.set_faults()


def _say_why(walker: Walker) -> None:
    walker.press("Enter")
    search = walker.desk.model.search
    walker.until(lambda: isinstance(search.state, Hits), "waiting for the register")
    walker.settle()
