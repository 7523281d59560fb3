"""Check the connection: every link from the name to each contract in each region, as far as it harms nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.connection import ConnectionReport, NotTried, Step, Trial
from desktop.domain.identity import PersonIdentity
from desktop.domain.regions import County
from desktop.runtime.clock import now
from desktop.settings.profile import Environment, Platform, Profile
from desktop.usecases.search_persons import QueryWords
from desktop.usecases.try_contracts import READ_CONTRACTS, Reading, Register, untried
from desktop.usecases.try_line import try_address, try_certificate
from desktop.usecases.try_registering import Attempt, Desk, try_registering

if TYPE_CHECKING:
    from desktop.contracts.transport import Transport
    from desktop.domain.certificate import ClientCertificate

_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """What is tried. `registers`: the registering cases too, outside production. `certificate` reads our own.

    `certificate` returns None where the profile names none, and raises CallError where it cannot be used. Once
    `is_stopped` nothing more is asked; what the check has put a test person in a queue for, it still takes back.
    """

    urls: tuple[str, ...]
    person_register: str
    counties: tuple[County, ...]
    agreement: Callable[[str], Agreement]
    certificate: Callable[[], ClientCertificate | None]
    desk: Desk
    test_persons: Mapping[str, PersonIdentity] = field(default_factory=dict)
    words: QueryWords | None = None
    registers: bool = False
    is_stopped: Callable[[], bool] = bool


def plan_of(
    profile: Profile,
    terms: Platform,
    certificate: Callable[[], ClientCertificate | None],
    *,
    registers: bool,
    is_stopped: Callable[[], bool] = bool,
) -> Plan:
    """What the profile lets be tried; `terms` is the platform as it is now (practice moves)."""
    check, words = profile.connection_check, profile.register_search
    is_production = profile.environment is Environment.PRODUCTION
    return Plan(
        urls=_one_for_each_host(terms.base_url, *terms.contract_urls.values()),
        person_register=terms.person_register,
        counties=tuple(map(County, profile.connected)),
        agreement=profile.agreement,
        certificate=certificate,
        desk=Desk(profile.rules, is_production, check.centres, check.queue_centres),
        test_persons={county: PersonIdentity(number) for county, number in check.test_persons.items()},
        words=QueryWords(**words.model_dump()) if words is not None else None,
        registers=registers,
        is_stopped=is_stopped,
    )


def _one_for_each_host(*urls: str) -> tuple[str, ...]:
    return tuple({urlsplit(url).netloc.casefold(): url for url in reversed(urls)}.values())[::-1]


async def check_connection(
    transport: Transport, plan: Plan, report: ConnectionReport
) -> AsyncIterator[ConnectionReport]:
    """Yields the report at every new trial; the last one has ended. What rests on a failed link is not tried."""

    def with_trials(trials: Iterable[Trial]) -> ConnectionReport:
        return replace(report, trials=(*report.trials, *trials))

    report = with_trials([await asyncio.to_thread(try_certificate, plan.certificate)])
    yield report
    for url in plan.urls:
        report = with_trials(await try_address(transport, url))
        yield report
    reached = not any(trial.problem for trial in report.trials)
    register = Register(transport, plan.person_register, plan.test_persons, plan.words)
    why = _why_not(plan, reached)
    trials, found = (register.untried(why), {}) if why is not None else await register.tried()
    report = with_trials(trials)
    yield report
    turns = asyncio.Semaphore(_AT_ONCE)

    async def region(county: County) -> tuple[Trial, ...]:
        async with turns:
            if (why := _why_not(plan, reached)) is not None:
                reads = tuple(untried(name, county, why) for name in READ_CONTRACTS)
                return *reads, replace(untried("CreateListing", county, why), step=Step.REGISTERING)
            return await _region(transport, plan, county, found.get(county))

    for answered in asyncio.as_completed([region(county) for county in plan.counties]):
        report = with_trials(await answered)
        yield report
    yield replace(report, ended=now())


def _why_not(plan: Plan, reached: bool) -> NotTried | None:
    """Why nothing is asked at all."""
    if not reached:
        return NotTried.EARLIER_FAILED
    return NotTried.STOPPED if plan.is_stopped() else None


async def _region(transport: Transport, plan: Plan, county: County, person: Citizen | None) -> tuple[Trial, ...]:
    nobody = NotTried.TEST_PERSON_UNKNOWN if county in plan.test_persons else NotTried.NO_TEST_PERSON
    reading = Reading(transport, plan.agreement(county), person, nobody, plan.is_stopped)
    read = await reading.tried()
    why: NotTried | None = nobody if person is None else None
    if plan.desk.is_production:
        why = NotTried.NEVER_IN_PRODUCTION
    elif not plan.registers:
        why = NotTried.NOT_ASKED_FOR
    if why is not None or person is None:
        return *read, Trial(Step.REGISTERING, contract="CreateListing", county=county, not_tried=why)
    attempt = Attempt(transport, plan.desk, plan.agreement, county, person, plan.is_stopped)
    return *read, *await try_registering(attempt)
