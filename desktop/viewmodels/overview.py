"""One citizen's overview, filling as regions answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile, State
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview, Pending, RegionListings
from desktop.domain.problems import UNFORESEEN, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Registration
from desktop.runtime.background import Background, Job
from desktop.viewmodels.repeats import CITIZEN, HOME, Repeats, region
from desktop.viewmodels.stateful import Stateful

Open = Callable[[Citizen], AsyncIterator[Overview]]
ReadRegion = Callable[[County, Citizen], Awaitable[RegionListings | Problem]]
ReadCounties = Callable[[Citizen], Awaitable[tuple[County, ...] | Problem]]


class CasesOf(Protocol):
    """Our own cases about a citizen."""

    def __call__(self, *identities: PersonIdentity) -> Awaitable[tuple[CaseFile, ...]]:
        """Under every number that the register knows them by."""


class OverviewViewModel(Stateful[Overview]):
    """`state` is the overview itself; a region in it is Pending, Answered or a Problem.

    `unsettled` are our own cases about the citizen that wait for the region.
    """

    def __init__(
        self,
        citizen: Citizen,
        open_citizen: Open,
        read_region: ReadRegion,
        background: Background,
        repeats: Repeats,
        parent: QObject | None = None,
        cases_of: CasesOf | None = None,
        read_counties: ReadCounties | None = None,
    ) -> None:
        super().__init__(Overview(citizen), parent)
        self.unsettled: tuple[CaseFile, ...] = ()
        self._cases_of, self._read_counties = cases_of, read_counties
        self._open, self._read_region, self._background = open_citizen, read_region, background
        self._repeats = repeats
        self._jobs: list[Job] = []
        self._by_key: dict[County, RegionListings | Problem | Pending] = {}
        self._named_by_key: tuple[County, ...] | Problem | Pending | None = None
        self._also: list[County] = []
        self._still_to_ask: list[County] = []

    def read(self) -> None:
        """Ask the regions, from nothing."""
        self.close()
        self._repeats.note(CITIZEN)
        self._jobs = [self._background.follow(self._open(self.state.citizen), self._opened, self._broken)]
        if self._cases_of is not None:
            cases = self._cases_of(*self.state.citizen.known_as)
            self._jobs.append(self._background.run(cases, self._know_cases, ()))
        self._by_key, self._named_by_key = {}, None
        self._still_to_ask = list(self._also)

    def read_again(self) -> None:
        """A person's key: the same, unless it has just been done; also of one region alone."""
        if self._repeats.may(CITIZEN, *(region(county) for county in self.state.regions)):
            self.read()

    def forget(self) -> None:
        """Something has been changed: what was read no longer holds."""
        self.close()
        self._become(replace(self.state, regions=dict.fromkeys(self.state.regions, Pending.PENDING)))

    def read_when_allowed(self) -> None:
        """Read it again as soon as that may be done."""
        self._repeats.when_allowed(CITIZEN, self.read)

    def ask(self, county: County) -> None:
        """Ask one region: one that failed, or one that nobody has named."""
        if county in self.state.regions and not self._repeats.may(region(county), CITIZEN):
            return
        if county not in self.state.regions:
            self._also.append(county)
        self._ask(county)
        if county == self.state.citizen.home_county and isinstance(self.state.counties, Problem):
            self._ask_home()

    def ask_home(self) -> None:
        """Ask the home region anew which regions to read, and of those what has not been read."""
        if self._repeats.may(HOME, CITIZEN):
            self._ask_home()

    def take(self, newer: Overview) -> None:
        """What the check has read since; nothing that is newer here is lost for it."""
        for county, reading in newer.regions.items():
            here = self.state.answered(county)
            if isinstance(reading, RegionListings) and (here is None or here.read_at < reading.read_at):
                self._answered(county, reading)

    def close(self) -> None:
        """Abandon what is under way."""
        for job in self._jobs:
            job.cancel()
        self._jobs = []

    def _know_cases(self, cases: tuple[CaseFile, ...]) -> None:
        """Registrations of this citizen that are sent and not settled: nothing like them is sent meanwhile."""
        sent = (State.UNCLEAR, State.RECEIVED, State.SENDING)
        unsettled = tuple(case for case in cases if case.state in sent and isinstance(case.about, Registration))
        if unsettled != self.unsettled:
            self.unsettled = unsettled
            self.changed.emit()

    def _ask(self, county: County) -> None:
        self._repeats.note(region(county))
        self._answered(county, Pending.PENDING)
        asked = self._read_region(county, self.state.citizen)
        self._jobs.append(self._background.run(asked, lambda reading: self._answered(county, reading), UNFORESEEN))

    def _ask_home(self) -> None:
        if self._read_counties is not None:
            self._repeats.note(HOME)
            self._named(Pending.PENDING)
            asked = self._read_counties(self.state.citizen)
            self._jobs.append(self._background.run(asked, self._named, UNFORESEEN))

    def _named(self, counties: tuple[County, ...] | Problem | Pending) -> None:
        self._named_by_key = counties
        for county in counties if isinstance(counties, tuple) else ():
            if county not in self.state.regions:
                self._ask(county)
        self._become(replace(self.state, counties=counties))

    def _opened(self, overview: Overview) -> None:
        """What was asked for by key stands beside, and before, what the use case reads; asked anew once, by either."""
        if overview.counties is not Pending.PENDING:
            beside, self._still_to_ask = self._still_to_ask, []
            for county in beside:
                if county not in overview.regions:
                    self._ask(county)
        counties = overview.counties if self._named_by_key is None else self._named_by_key
        self._become(replace(overview, counties=counties, regions={**overview.regions, **self._by_key}))

    def _answered(self, county: County, reading: RegionListings | Problem | Pending) -> None:
        self._by_key[county] = reading
        self._become(self.state.with_region(county, reading))

    def _broken(self) -> None:
        """The program failed while asking: nothing stays pending for ever."""
        state = self.state
        pending = {county: UNFORESEEN for county, reading in state.regions.items() if reading is Pending.PENDING}
        counties = UNFORESEEN if state.counties is Pending.PENDING else state.counties
        self._become(replace(state, counties=counties, regions={**state.regions, **pending}))
