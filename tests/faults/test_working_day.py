"""A working day through the real window, speeded up: nothing is lost or doubled, and nothing grows.

Persons enough are taken from a practice region of one's own; its log of calls and what it holds are the truth. The long
run takes 2,000 look-ups, 300 registrations, 40 outages and 20 locks; the certificate is replaced at noon in both, and
the long one lasts long enough to see the new one in use.
"""

import gc
import logging
import os
import random
import re
import sys
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.case import State
from desktop.domain.outcome import Confirmed
from desktop.journal.audit import Audit, Sound
from desktop.journal.cases import Cases
from desktop.journal.file_store import open_store
from desktop.settings.profile import Confirming
from desktop.settings.profile.privacy import Privacy
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready, Unprepared
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import Idle, Searching, SearchViewModel
from tests.faults.gaps import Gaps
from tests.journeys.opened import open_desk
from tests.journeys.receptionist import Receptionist
from tests.region import Region
from tests.world import held_at_centre, people_of

__all__ = ["open_desk"]

CARRIED_OUT = {"OK", "INFO"}
OUTAGES = ("down", "timeout", "timeout-after-store", "drop-before", "drop-after", "truncated", "html", "throttle")


@dataclass
class Day:
    """What has been done, and what was seen of the process while it was done."""

    look_ups: int = 0
    outages: int = 0
    locks: int = 0
    senders: set[str] = field(default_factory=set)
    asked_for: list[str] = field(default_factory=list)
    confirmed: set[str] = field(default_factory=set)
    memory: list[float] = field(default_factory=list)
    handles: list[int] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)


@pytest.mark.timeout(1800)
@pytest.mark.skipif(sys.platform != "linux", reason="memory and handles are read from /proc")
def test_a_working_day(
    open_desk: Callable[..., Receptionist],
    whole_region: Region,
    tmp_path: Path,
    pytestconfig: pytest.Config,
    caplog: pytest.LogCaptureFixture,
) -> None:
    long = pytestconfig.getoption("--long")
    look_ups, registrations, outages, locks = (2000, 300, 40, 20) if long else (60, 10, 4, 2)
    confirming = Confirming(after_ok=(0.05, 0.1, 0.3), after_fault=(0.2, 0.4, 0.8))
    unwatched = Privacy(lock_after=0)  # A test's keys go straight to the widgets, where nobody counts them as touches.
    desk = open_desk(practice=whole_region.practice, read_timeout=0.8, confirming=confirming, privacy=unwatched)
    people = people_of(whole_region)
    day, chance, stalls = Day(), random.Random(8), Gaps()  # noqa: S311  chance, not a secret
    work = ["look up"] * look_ups + ["register"] * registrations + ["outage"] * outages + ["lock"] * locks
    chance.shuffle(work)
    fresh = iter(people)
    for number, what in enumerate(work):
        if number == len(work) // 2:
            replace_certificate(whole_region)
        match what:
            case "look up":
                look_up(desk, chance.choice(people))
                day.look_ups += 1
            case "register":
                register(desk, next(fresh), day)
            case "lock":
                lock_and_return(desk, day)
            case _:
                fault = {"name": chance.choice(OUTAGES), "times": chance.randint(1, 3), "seconds": 0.05}
                whole_region.control("/faults", {"set": [{**fault, "contract": chance.choice(CONTRACTS)}]})
                day.outages += 1
        if number % max(1, len(work) // 40) == 0:
            note(day, whole_region)
            forget_log(caplog)
    whole_region.control("/faults", {"clear": True})
    longest = stalls.longest()
    note(day, whole_region)
    desk.desk.close()
    caplog.clear()
    done = (day.look_ups, len(day.asked_for), day.outages, day.locks)
    assert done == (look_ups, registrations, outages, locks)
    assert_nothing_is_lost_or_doubled(day, whole_region, tmp_path)
    assert_the_window_stayed_alive(longest)
    assert_nothing_grows(day)
    assert_the_log_is_clean(tmp_path, people)
    if long:
        assert len(day.senders) == 2, "the certificate of the afternoon was never shown"


CONTRACTS = ("GetListing", "GetListingCounty", "CreateListing", "CreateListing", "GetPersonsForProfile")


def look_up(desk: Receptionist, number: str) -> None:
    """Scan somebody; whatever comes of it is on the screen."""
    desk.press("F2")
    desk.page(SearchViewModel)
    desk.settle()
    desk.scan(number)
    desk.until(lambda: is_answered(desk), f"an answer, or why there is none; {desk.desk.model.search.state}")


def is_answered(desk: Receptionist) -> bool:
    page = desk.desk.model.page
    if isinstance(page, OverviewViewModel):
        return page.state.is_complete
    return isinstance(page, SearchViewModel) and not isinstance(page.state, Searching | Idle)


def register(desk: Receptionist, number: str, day: Day) -> None:
    """List somebody here with three keys; an outage on the way is left as it is."""
    look_up(desk, number)
    day.asked_for.append(number)
    if not isinstance(desk.desk.model.page, OverviewViewModel):
        return
    desk.press("Ctrl+L")
    check = desk.page(CheckViewModel)
    desk.until(lambda: isinstance(check.state, Ready | Unprepared), "the check")
    if not isinstance(check.state, Ready):
        return
    desk.settle()
    desk.press("Space", "Ctrl+Enter")
    desk.until(lambda: not desk.desk.model.is_sending, "the answer")
    page = desk.desk.model.page
    if isinstance(page, OutcomeViewModel):
        if page.is_unread:
            page.read_message()
        if isinstance(page.state.outcome, Confirmed):
            day.confirmed.add(number)


def lock_and_return(desk: Receptionist, day: Day) -> None:
    """The phone rings somewhere else; whoever comes back begins afresh."""
    desk.press("Ctrl+Shift+L")
    desk.until(lambda: desk.desk.model.lock.is_locked, "the lock")
    day.locks += 1
    desk.settle()
    desk.press("Enter")
    desk.until(lambda: not desk.desk.model.lock.is_locked, "to be let in again")


def replace_certificate(region: Region) -> None:
    """IT puts another one in the place of the old."""
    old = Path(region.practice.ready()["client_p12"])
    fresh = old.with_suffix(".new")
    fresh.write_bytes(old.with_name("region.p12").read_bytes())
    fresh.replace(old)


def note(day: Day, region: Region) -> None:
    """Take over the region's log before it forgets, and look at the process."""
    calls = region.log()
    region.control("/log", {})  # Or what this test reads of it would grow with the day, and be taken for the desk's.
    day.calls += [call for call in calls if call["contract"] == "CreateListing"]
    day.senders |= {call["sender"] for call in calls if call["sender"]}
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    day.memory.append(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
    day.handles.append(len(os.listdir("/proc/self/fd")))  # noqa: PTH208  a count of names is all


def forget_log(caplog: pytest.LogCaptureFixture) -> None:
    """What pytest keeps of the log, once for the test and once for its report, is no memory of the desk's."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, type(caplog.handler)):
            handler.reset()


def assert_nothing_is_lost_or_doubled(day: Day, region: Region, folder: Path) -> None:
    """Each order at the region has its case, none was carried out twice, and what is called registered is."""
    sent: dict[str, list[str]] = {}
    for call in day.calls:
        found = re.search(r"\d{12}", call["body"])
        assert found is not None
        sent.setdefault(found.group(), []).append(call["result"])
    assert sent, "no order reached the region"
    assert all(sum(result in CARRIED_OUT for result in results) <= 1 for results in sent.values())
    held = held_at_centre(region)
    assert day.confirmed <= held
    store = open_store(folder / "journal.sqlite3", region.practice.secrets().data_key())
    audit = Audit(store, "", "")
    cases = Tally(case.state for case in Cases(store, audit).unsettled())
    assert cases[State.SENDING] == 0
    assert isinstance(audit.verify(), Sound)
    store.close()


def assert_the_window_stayed_alive(longest: int) -> None:
    assert longest < 1000, f"the window stood still for {longest} ms"


def assert_nothing_grows(day: Day) -> None:
    """After the first quarter, memory and handles stay where they are."""
    settled = len(day.memory) // 4
    assert max(day.memory[settled:]) < 1.10 * day.memory[settled], day.memory
    assert max(day.handles[settled:]) <= day.handles[settled] + 16, day.handles


def assert_the_log_is_clean(folder: Path, people: list[str]) -> None:
    """No number of anybody's, however it is written."""
    written = "\n".join(
        file.read_text(errors="replace") for file in folder.glob("**/*.log*") if file.parent.name == "log"
    )
    assert written, "the day left no log to look through"
    digits = re.sub(r"[^0-9\n]", "", written)
    for number in people:
        assert number not in digits
        assert f"{number[2:8]}-{number[8:]}" not in written
