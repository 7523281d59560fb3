"""Every page in every state, as a receptionist reaches it by keyboard against the practice region.

Each walk begins at an empty search and yields the name of a state when the window shows it; what is done with it
(a picture, an audit) is the caller's. Nothing is drawn for show: a state that is not reached is a StepError.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from desktop.states.aside import asides, first_start, parked
from desktop.states.away import away
from desktop.states.beside import beside
from desktop.states.cases import cases, corrections, papers
from desktop.states.check import checks, checks_that_stop, children
from desktop.states.choosing import care_centres, doctors
from desktop.states.marked import desk_of, offline, production, qa
from desktop.states.outcome import outcomes, refusals, unclear
from desktop.states.overview import overviews, regions_in_trouble
from desktop.states.pages import pages
from desktop.states.pile import closed_centre, lacking, piles, resending
from desktop.states.practice import practice
from desktop.states.search import search
from desktop.states.walker import Walker

Walk = Callable[[Walker], Iterator[str]]

WALKS: Final[Mapping[str, Walk]] = {
    "pages": pages,
    "search": search,
    "overview": overviews,
    "regions": regions_in_trouble,
    "care-centres": care_centres,
    "doctors": doctors,
    "check": checks,
    "stopped": checks_that_stop,
    "children": children,
    "outcome": outcomes,
    "refused": refusals,
    "unclear": unclear,
    "papers": papers,
    "cases": cases,
    "beside": beside,
    "correction": corrections,
    "practice": practice,
    "aside": asides,
    "parked": parked,
    "first-start": first_start,
    "pile": piles,
    "closed-centre": closed_centre,
    "resending": resending,
    "lacking": lacking,
    "qa": qa,
    "production": production,
    "offline": offline,
    "database-away": away,
}

__all__ = ["WALKS", "Walk", "Walker", "desk_of"]
