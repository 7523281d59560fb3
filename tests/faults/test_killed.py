"""The real process is killed (SIGKILL) at random points of registrations: nothing is lost, nothing doubled.

Faults are on. Each killed desk is followed by another over the same journal, which begins with what the last one was
about. The practice region's own log of calls is what is counted against.
"""

import multiprocessing
import random
import re
import time
from collections import Counter as Tally
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.case import CaseFile, State
from desktop.journal.audit import Audit, Sound
from desktop.journal.file_store import open_store
from desktop.settings.profile import Confirming
from tests.faults.doomed_desk import SIDE_BY_SIDE, Workplace, register_until_killed, settle_all, wish_for
from tests.region import Region
from tests.world import CENTRE, held_at_centre, people_of

KILLS, KILLS_LONG = 30, 300
FAULTS = (
    *("delay", "timeout", "timeout-after-store", "hang-after-store", "drop-before", "drop-after"),
    *("truncated", "cut-xml", "html", "empty", "down", "vp"),
)
CARRIED_OUT = {"OK", "INFO"}
SURELY_NOT = {"VP007"}
PROCESSES = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
PROCESSES.set_forkserver_preload(["pytest", "tests.faults.doomed_desk"])


@dataclass
class Day:
    """What a day of killed desks has left behind."""

    calls: dict[int, dict[str, Any]] = field(default_factory=dict)
    ended: list[tuple[str, str, str, bool]] = field(default_factory=list)
    interrupted: list[str] = field(default_factory=list)

    def note(self, region: Region) -> None:
        """Take over the region's log before it forgets."""
        calls = [call for call in region.log() if call["contract"] == "CreateListing"]
        self.calls |= {call["number"]: call for call in calls}

    @property
    def sent(self) -> dict[str, list[str]]:
        """By personal number, how each of its registrations ended at the region."""
        sent: dict[str, list[str]] = {}
        for call in self.calls.values():
            found = re.search(r"\d{12}", call["body"])
            assert found is not None
            sent.setdefault(found.group(), []).append(call["result"])
        return sent


@pytest.mark.timeout(1200)
def test_a_desk_that_is_killed_loses_nothing_and_sends_nothing_twice(
    whole_region: Region, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    kills = KILLS_LONG if pytestconfig.getoption("--long") else KILLS
    workplace = workplace_at(whole_region, tmp_path)
    day = day_of_kills(workplace, whole_region, kills)
    cases = settle_all(workplace)
    day.note(whole_region)
    held = held_at_centre(whole_region)
    assert_nothing_is_lost(day, cases)
    assert_nothing_is_doubled(day, cases)
    assert_nothing_is_claimed(cases, held)
    assert_the_kills_struck(day, cases, kills)
    store = open_store(tmp_path / "journal.sqlite3", whole_region.practice.secrets().data_key())
    assert store.set_aside is None
    assert isinstance(Audit(store, "", "").verify(), Sound)
    store.close()


def assert_nothing_is_lost(day: Day, cases: tuple[CaseFile, ...]) -> None:
    """Each call at the region has its case, and each case that was shown as ended stands as it was shown, or better."""
    about = {case.citizen.identity.number for case in cases}
    assert set(day.sent) <= about
    states = {case.number: case.state for case in cases}
    for _, number, outcome, recorded in day.ended:
        if number and recorded:
            assert states[number] in SHOWN_AS[outcome], (number, outcome)


SHOWN_AS = {
    "Confirmed": {State.CONFIRMED},
    "Queued": {State.CONFIRMED},
    "Received": {State.RECEIVED, State.CONFIRMED},
    "Refused": {State.REFUSED},
    "Unclear": {State.UNCLEAR, State.CONFIRMED},
    "NotSent": {State.NOT_SENT},
}


def assert_nothing_is_doubled(day: Day, cases: tuple[CaseFile, ...]) -> None:
    """One call for an order, unless the region has surely not seen the one before."""
    for number, results in day.sent.items():
        assert sum(result in CARRIED_OUT for result in results) <= 1, results
        assert sum(result not in SURELY_NOT for result in results) <= 1, results
        own = [case for case in cases if case.citizen.identity.number == number]
        assert len(results) <= len(own)
    open_cases = Tally(case.citizen.identity.number for case in cases if case.state is not State.NOT_SENT)
    assert max(open_cases.values()) == 1


def assert_nothing_is_claimed(cases: tuple[CaseFile, ...], held: set[str]) -> None:
    """What is said to be registered is, what is said not to be is not, and what is unclear says so."""
    for case in cases:
        number = case.citizen.identity.number
        match case.state:
            case State.CONFIRMED:
                assert number in held
            case State.UNCLEAR:
                assert number not in held, "reading would have settled it"
            case State.REFUSED:
                assert number not in held
            case State.NOT_SENT:
                pass
            case other:
                pytest.fail(f"a case is still {other}")


def assert_the_kills_struck(day: Day, cases: tuple[CaseFile, ...], kills: int) -> None:
    """Cases were being sent when the process died, with the region's yes and without, or nothing was proven."""
    settled = {case.number: case.state for case in cases if case.number in day.interrupted}
    assert len(settled) >= kills // 6
    assert {State.CONFIRMED, State.UNCLEAR} <= set(settled.values())


def day_of_kills(workplace: Workplace, region: Region, kills: int) -> Day:
    """Kill one desk after the other; the next begins with what the last one was sending."""
    day, chance, people = Day(), random.Random(kills), people_of(region)  # noqa: S311  chance, not a secret
    for _ in range(kills):
        region.control("/faults", {"set": [fault(chance) for _ in range(chance.randint(0, 3))]})
        begun = list(killed_at_work(workplace, people, chance, day))
        people = [*begun[-SIDE_BY_SIDE:], *(number for number in people if number not in begun)]
        day.note(region)
    region.control("/faults", {"clear": True})
    return day


def killed_at_work(
    workplace: Workplace,
    numbers: list[str],
    chance: random.Random,
    day: Day,
    dies_after: tuple[int, ...] = (0, 1, 3, 5, 7, 9, 11),
    within: float = 1.0,
) -> dict[str, None]:
    """Start a desk, kill it, and note what it told; the orders that it began.

    `dies_after` are the tellings of which one is its last: after none of them it dies while it opens.
    """
    ear, mouth = PROCESSES.Pipe(duplex=False)
    desk = PROCESSES.Process(target=register_until_killed, args=(workplace, numbers, mouth), daemon=True)
    desk.start()
    mouth.close()
    begun: dict[str, None] = {}
    hear(ear, day, begun, patiently=chance.choice(dies_after), within=within)
    time.sleep(chance.uniform(0.0, 0.1))
    desk.kill()
    desk.join()
    hear(ear, day, begun)
    ear.close()
    return begun


def hear(
    ear: Connection, day: Day, begun: dict[str, None], *, patiently: int | None = None, within: float = 1.0
) -> None:
    """Take in what a desk tells: so many tellings (or what comes within so many seconds each), or to the end."""
    told = 0
    while patiently is None or (told < patiently and ear.poll(within)):
        try:
            what, *rest = ear.recv()
        except (EOFError, OSError):
            return
        told += 1
        if what == "open":
            day.interrupted += rest[0]
        elif what == "begins":
            begun[rest[0]] = None
        else:
            day.ended.append((rest[0], rest[1], rest[2], rest[3]))


def fault(chance: random.Random) -> dict[str, Any]:
    """Something that goes wrong with a few calls, mostly those that register."""
    name = chance.choice(FAULTS)
    contract = chance.choice(("CreateListing", "CreateListing", "CreateListing", "GetListing"))
    timing = {"code": "VP007"} if name == "vp" else {"seconds": round(chance.uniform(0.02, 0.2), 2)}
    return {"name": name, "contract": contract, "times": chance.randint(1, 4), **timing}


def workplace_at(region: Region, folder: Path, read_timeout: float = 0.8) -> Workplace:
    """A desk whose waits are short enough for a test, in seconds."""
    practice = region.practice
    platform = practice.platform().model_copy(update={"read_timeout": read_timeout})
    confirming = Confirming(after_ok=(0.05, 0.1, 0.3), after_fault=(0.2, 0.4, 0.8))
    profile = practice.profile().model_copy(update={"confirming": confirming})
    return Workplace(profile, platform, practice.folder / "secrets", folder, wish_for(CENTRE))
