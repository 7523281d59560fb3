"""Cases survive: durable before the next step, never numbered or sent twice, and nothing readable on the disk."""

import json
import os
import random
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.identity import PersonIdentity
from desktop.domain.outcome import NotSent
from desktop.domain.problems import Effect, Kind, Problem
from desktop.journal.audit import Sound
from desktop.journal.case_rows import SWEDISH_TIME
from desktop.journal.cases import Left, State
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.file_store import open_store
from desktop.journal.records import Record, read_outcome, write_outcome
from desktop.journal.transitions import NEXT, TransitionError
from tests.journal.places import Place

ROOT = Path(__file__).parents[2]

# Opens cases from an order on standard input, says each number once it is written, and marks it as being sent.
CHILD = """
import json, sys
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases, State
from tests.journal.places import open_place

place, states = sys.argv[1], sys.argv[2:]
order = json.loads(sys.stdin.readline())
store = open_place(place)
cases = Cases(store, Audit(store, "VC\\\\berit", "Reception 1"))
print("open", flush=True)
while True:
    number = cases.open(order)
    print(number, "DRAFT", flush=True)
    for state in states:
        cases.mark(number, State[state])
        print(number, state, flush=True)
    if not sys.stdin.readline():
        break
"""


def start_child(place: Place, order: Record, *states: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CHILD, place.told, *states]
    child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(order) + "\n")
    child.stdin.flush()
    assert child.stdout.readline() == "open\n"
    return child


def test_a_case_is_opened_and_found(desk: Any, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order())
    case = desk.cases.find(number)
    assert number == f"{case.opened_at.astimezone(SWEDISH_TIME):%Y}-0001"
    assert case.state is State.DRAFT
    assert case.registration == order()
    assert desk.cases.find("2026-9999") is None


def test_a_case_keeps_what_its_last_change_said(desk: Any, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order(), State.SENDING)
    outcome = NotSent(Problem(Kind.NO_NETWORK, Effect.NOTHING_SENT, "20"))
    told = desk.cases.mark(number, State.NOT_SENT, write_outcome(outcome), correlation_id="c-1")
    assert desk.cases.find(number) == told
    assert read_outcome(told.details) == outcome
    assert told.changed_at > told.opened_at


def test_numbers_go_on_where_the_last_session_ended(
    open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    first = open_desk()
    last = [first.cases.open(order()) for _ in range(3)][-1]
    first.store.close()
    assert last.endswith("-0003")
    assert open_desk().cases.open(order()).endswith("-0004")


@pytest.mark.parametrize("state", [State.CONFIRMED, State.UNCLEAR, State.REFUSED, State.CANCELLED])
def test_a_case_begins_before_its_answer(desk: Any, order: Callable[..., Record], state: State) -> None:
    with pytest.raises(ValueError, match="does not begin"):
        desk.cases.open(order(), state)


def test_only_legal_changes_are_written(desk: Any, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order())
    for state in (State.WAITING, State.SENDING, State.UNCLEAR, State.UNCLEAR, State.RECEIVED, State.CONFIRMED):
        desk.cases.mark(number, state)
    before, head = desk.cases.find(number), desk.audit.head()
    for state in set(State) - NEXT[State.CONFIRMED]:
        with pytest.raises(TransitionError):
            desk.cases.mark(number, state)
    assert desk.cases.find(number) == before
    assert desk.audit.head() == head


def test_nothing_is_sent_again_after_a_refusal_and_every_state_is_reached() -> None:
    assert State.SENDING not in NEXT[State.REFUSED] | NEXT[State.CONFIRMED] | NEXT[State.RECEIVED]
    assert set(NEXT) == set(State)
    assert {state for after in NEXT.values() for state in after} | {State.DRAFT} == set(State)


def test_an_unknown_number_is_a_mistake(desk: Any) -> None:
    with pytest.raises(LookupError):
        desk.cases.mark("2026-0001", State.SENDING)


def test_a_citizens_cases_are_found_by_number_in_their_order(desk: Any, order: Callable[..., Record]) -> None:
    mine = [desk.cases.open(order()) for _ in range(2)]
    other = desk.cases.open(order("190001042399"))
    assert [case.number for case in desk.cases.by_person(PersonIdentity("191212121212"))] == mine
    assert [case.number for case in desk.cases.by_person(PersonIdentity("190001042399"))] == [other]
    assert desk.cases.by_person(PersonIdentity("190104132386")) == ()


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),  # Summer time begins that night: 23 hours.
        (datetime(2026, 3, 29, 21, 59, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),  # It ends that night: 25 hours.
        (datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_day_is_a_swedish_day(
    open_desk: Callable[..., Any], order: Callable[..., Record], at: datetime, day: date
) -> None:
    desk = open_desk(clock=lambda: at)
    number = desk.cases.open(order())
    found = {near: [case.number for case in desk.cases.of_day(near)] for near in _days_around(day)}
    assert found == {near: [number] if near == day else [] for near in _days_around(day)}


def _days_around(day: date) -> list[date]:
    return [date.fromordinal(day.toordinal() + days) for days in (-1, 0, 1)]


def test_the_number_carries_the_swedish_year(open_desk: Callable[..., Any], order: Callable[..., Record]) -> None:
    moments = iter(
        [datetime(2026, 12, 31, hour, 30, tzinfo=UTC) for hour in (22, 22, 23, 23) for _ in range(2)]
    )  # One reading of the clock for the case, one for its audit row.
    now = [datetime(2026, 12, 31, tzinfo=UTC)]
    desk = open_desk(clock=lambda: now.pop() if now else next(moments))  # The first for the new journal's key.
    assert [desk.cases.open(order()) for _ in range(4)] == ["2026-0001", "2026-0002", "2027-0001", "2027-0002"]


def test_nothing_on_the_disk_says_who_it_is_about(desk: Any, place: Place, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order())
    desk.cases.mark(number, State.WAITING, {"message": "Tolvan Övningsson ringde"}, reason="väntar på Tolvan")
    written = place.written()
    assert number.encode() in written
    for telling in ("191212121212", "1212121212", "19121212", "Tolvan", "Övningsson", "berit", "Tisken"):
        assert telling.encode() not in written
        assert telling.encode("utf-16-le") not in written


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE cases SET content = (SELECT content FROM cases WHERE number LIKE '%-0002') WHERE number LIKE '%-0001'",
        "UPDATE cases SET state = 'draft' WHERE number LIKE '%-0001'",
        "UPDATE cases SET content = zeroblob(40) WHERE number LIKE '%-0001'",
        "UPDATE cases SET state = 'perhaps' WHERE number LIKE '%-0001'",
        "UPDATE cases SET changed_at = '026-11-23' WHERE number LIKE '%-0001'",
    ],
)
def test_a_record_answers_for_its_own_row_and_state_only(
    desk: Any, place: Place, order: Callable[..., Record], tampering: str
) -> None:
    first = desk.cases.open(order(), State.SENDING)
    desk.cases.open(order("190001042399"), State.SENDING)
    assert place.raw(tampering, keep_triggers=True) == 1
    with pytest.raises(JournalError) as raised:
        desk.cases.find(first)
    assert raised.value.fault is JournalFault.UNREADABLE


def test_threads_share_the_journal(desk: Any, order: Callable[..., Record]) -> None:
    def open_and_send(_: int) -> str:
        number: str = desk.cases.open(order())
        desk.cases.mark(number, State.SENDING)
        assert desk.cases.find(number).state is State.SENDING
        return number

    with ThreadPoolExecutor(6) as threads:
        numbers = list(threads.map(open_and_send, range(60)))
    assert len(set(numbers)) == 60
    assert desk.audit.verify() == Sound(desk.audit.head(), erased=0)
    assert desk.audit.head().seq == 120


def test_of_two_threads_only_one_may_send(desk: Any, order: Callable[..., Record]) -> None:
    both = threading.Barrier(2)

    def send(number: str) -> bool:
        both.wait()
        try:
            desk.cases.mark(number, State.SENDING)
        except TransitionError:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        for _ in range(20):
            number = desk.cases.open(order())
            assert sorted(threads.map(send, [number] * 2)) == [False, True]


def adopted(desk: Any, many: int = 1) -> list[str]:
    """The cases that a desk takes over from those that have gone, which a server takes a moment to see."""
    ends, numbers = time.monotonic() + 10, []
    while True:
        left = desk.cases.adopt({})
        assert {case.state for case in left.interrupted} <= {State.UNCLEAR}
        numbers += [case.number for case in left.interrupted]
        if len(numbers) >= many:
            return numbers
        assert time.monotonic() < ends


@pytest.mark.parametrize("states", [(), ("SENDING",), ("SENDING", "CONFIRMED")])
def test_a_killed_process_leaves_what_it_had_written(
    place: Place,
    open_desk: Callable[..., Any],
    order: Callable[..., Record],
    states: tuple[str, ...],
) -> None:
    child = start_child(place, order(), *states)
    assert child.stdout is not None
    with child:
        for _ in ("DRAFT", *states):
            number, state = child.stdout.readline().split()
        child.kill()
    desk = open_desk()
    case = desk.cases.find(number)
    assert case.state is State[state]
    assert case.registration == order()
    assert desk.audit.verify() == Sound(desk.audit.head(), erased=0)
    assert desk.audit.head().seq == 1 + len(states)
    assert adopted(desk, many=int(case.state is State.SENDING)) == [number] * (case.state is State.SENDING)


def test_what_this_session_sends_is_not_interrupted(
    open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    before, now = open_desk(), open_desk()
    parked, left = before.cases.open(order()), before.cases.open(order(), State.SENDING)
    before.store.close()
    now.cases.open(order(), State.SENDING)
    now.cases.mark(parked, State.SENDING)
    assert adopted(now) == [left]
    assert now.cases.find(left).state is State.UNCLEAR
    assert now.cases.adopt({}) == Left()


def test_what_a_living_process_sends_is_interrupted_only_when_it_dies(
    place: Place, open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    child = start_child(place, order(), "SENDING")
    assert child.stdout is not None
    with child:
        for _ in ("DRAFT", "SENDING"):
            number = child.stdout.readline().split()[0]
        beside = open_desk()
        assert beside.cases.find(number).state is State.SENDING
        beside.cases.note(number, {"seen": "by the other desk"}, "a wish to the care centre")
        assert beside.cases.adopt({}) == Left()
        child.kill()
    after = open_desk()
    assert adopted(after) == [number]
    assert beside.cases.adopt({}) == Left()


def marks_of_life(file: Path) -> list[Path]:
    return list(file.parent.glob(f"{file.name}.session-*"))


@pytest.mark.parametrize("engine", ["file"], indirect=True)
def test_marks_of_life_go_with_their_sessions(file: Path, open_desk: Callable[..., Any]) -> None:
    desks = [open_desk(), open_desk()]
    assert len(marks_of_life(file)) == 2
    for desk in desks:
        desk.store.close()
    assert marks_of_life(file) == []


@pytest.mark.parametrize("engine", ["file"], indirect=True)
def test_a_mark_of_life_is_seen_by_the_accounts_of_a_shared_folder(file: Path, open_desk: Callable[..., Any]) -> None:
    if os.name != "posix":
        pytest.skip("elsewhere the folder's permissions are inherited")
    file.parent.mkdir(mode=0o770)
    file.parent.chmod(0o770)
    open_desk()
    (mark,) = marks_of_life(file)
    assert stat.S_IMODE(mark.stat().st_mode) == 0o660


def test_kills_at_random_moments_lose_nothing_that_was_said(
    place: Place, open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    said: dict[str, str] = {}
    dice = random.Random(6)  # noqa: S311 - not a secret
    for _ in range(4):
        child = start_child(place, order(), "SENDING", "RECEIVED", "CONFIRMED")
        assert child.stdin is not None
        assert child.stdout is not None
        with child:
            child.stdin.write("\n" * 500)
            child.stdin.flush()
            for _ in range(dice.randrange(1, 40)):
                number, state = child.stdout.readline().split()
                said[number] = state
            child.kill()
            said |= dict(line.split() for line in child.stdout.read().splitlines())
    desk = open_desk()
    order_of = {name: place for place, name in enumerate(("DRAFT", "SENDING", "RECEIVED", "CONFIRMED"))}
    for number, state in said.items():
        assert order_of[desk.cases.find(number).state.name] >= order_of[state]
    assert isinstance(desk.audit.verify(), Sound)
    adopted(desk, many=sum(case.state is State.SENDING for case in desk.cases.unsettled()))
    assert State.SENDING not in {case.state for case in desk.cases.unsettled()}


def test_a_store_that_is_closed_leaves_one_file(file: Path, holder: bytes) -> None:
    open_store(file, holder).close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
