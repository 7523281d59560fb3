"""The audit trail holds look-ups too, shows one citizen's rows, and tells when it was tampered with."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Action, Broken, Entry, Head, Sound
from desktop.journal.cases import State
from desktop.journal.records import Record
from tests.journal.places import Place

TOLVAN = PersonIdentity("191212121212")
OTHER = PersonIdentity("190001042399")


@pytest.fixture
def trail(desk: Any) -> Any:
    """Five rows, the third about somebody else."""
    for citizen in (TOLVAN, TOLVAN, OTHER, TOLVAN, TOLVAN):
        desk.audit.note(Entry(Action.LOOKED_UP, citizen, reason="sökning", correlation_id="c-1"))
    return desk


def test_a_look_up_is_noted_whole(open_desk: Callable[..., Any]) -> None:
    at = datetime(2026, 11, 23, 7, 30, 0, 17, tzinfo=UTC)
    desk = open_desk(clock=lambda: at)
    entry = Entry(Action.LOOKED_UP, TOLVAN, "", "besök i receptionen", {"kind": "phone"}, {"hits": 1}, "c-7")
    desk.audit.note(entry)
    (row,) = desk.audit.of_citizen(TOLVAN)
    assert (row.seq, row.at, row.who, row.place, row.entry) == (1, at, "VC\\berit", "Reception 1", entry)


def test_a_search_by_name_concerns_nobody_yet(desk: Any) -> None:
    desk.audit.note(Entry(Action.SEARCHED, reason="namn"))
    assert desk.audit.head().seq == 1
    assert desk.audit.of_citizen(TOLVAN) == ()


def test_a_case_leaves_its_rows(desk: Any, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order())
    desk.cases.mark(number, State.SENDING)
    desk.cases.mark(number, State.CONFIRMED, {"kind": "Confirmed"}, reason="läst", correlation_id="c-2")
    rows = [row.entry for row in desk.audit.of_citizen(TOLVAN)]
    assert [entry.action for entry in rows] == [Action.OPENED, Action.MARKED, Action.MARKED]
    assert {entry.case_number for entry in rows} == {number}
    assert {"kind": "form", "dated": "2026-11-02"}.items() <= rows[0].evidence.items()
    assert rows[2].answer == {"state": "confirmed", "details": {"kind": "Confirmed"}}
    assert (rows[2].reason, rows[2].correlation_id) == ("läst", "c-2")


def test_an_empty_trail_and_a_whole_one_are_sound(desk: Any, trail: Any) -> None:
    head = trail.audit.head()
    assert head.seq == 5
    assert trail.audit.verify() == trail.audit.verify(head) == Sound(head, erased=0)
    assert trail.audit.verify(Head(0, bytes(32))) == Sound(head, erased=0)
    assert [row.seq for row in trail.audit.of_citizen(OTHER)] == [3]


@pytest.mark.parametrize(
    ("tampering", "found_at"),
    [
        ("UPDATE audit SET at = '2026-01-01T00:00:00.000000+00:00' WHERE seq = 3", 3),
        ("UPDATE audit SET action = 'printed' WHERE seq = 1", 1),
        ("UPDATE audit SET case_number = '2026-0001' WHERE seq = 4", 4),
        ("UPDATE audit SET correlation_id = '' WHERE seq = 5", 5),
        ("UPDATE audit SET citizen = (SELECT citizen FROM audit WHERE seq = 3) WHERE seq = 2", 2),
        ("UPDATE audit SET content = (SELECT content FROM audit WHERE seq = 3) WHERE seq = 2", 2),
        ("UPDATE audit SET digest = zeroblob(32), content = NULL, citizen = NULL WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("DELETE FROM audit WHERE seq = 3", 3),
    ],
)
def test_tampering_is_found(trail: Any, place: Place, tampering: str, found_at: int) -> None:
    place.raw(tampering)
    assert trail.audit.verify() == Broken(found_at)


def test_a_row_taken_out_is_found_when_the_gap_is_closed(trail: Any, place: Place) -> None:
    place.raw("DELETE FROM audit WHERE seq = 3")
    place.raw("UPDATE audit SET seq = 3 WHERE seq = 4")
    place.raw("UPDATE audit SET seq = 4 WHERE seq = 5")
    assert trail.audit.verify() == Broken(3)


def test_a_part_of_another_trail_does_not_fit(trail: Any, place: Place) -> None:
    """Rows that were once genuine, put back: the start of an older trail under the same key."""
    place.raw("CREATE TABLE kept AS SELECT * FROM audit WHERE seq > 2")
    place.raw("DELETE FROM audit WHERE seq > 1")
    for _ in range(4):
        trail.audit.note(Entry(Action.PRINTED, OTHER))
    place.raw("DELETE FROM audit WHERE seq > 2")
    place.raw("INSERT INTO audit SELECT * FROM kept")
    place.raw("DROP TABLE kept")
    assert trail.audit.verify() == Broken(3)


def test_a_cut_tail_is_found_by_whoever_kept_the_head(trail: Any, place: Place) -> None:
    head = trail.audit.head()
    place.raw("DELETE FROM audit WHERE seq > 3")
    assert trail.audit.verify() == Sound(trail.audit.head(), erased=0)
    assert trail.audit.verify(head) == Broken(4)
    for _ in range(2):
        trail.audit.note(Entry(Action.PRINTED, TOLVAN))
    assert trail.audit.verify(head) == Broken(5)


def test_a_row_can_be_erased_and_the_chain_still_holds(trail: Any, place: Place) -> None:
    place.raw("UPDATE audit SET content = NULL, citizen = NULL WHERE seq = 3", keep_triggers=True)
    assert trail.audit.verify() == Sound(trail.audit.head(), erased=1)
    assert trail.audit.of_citizen(OTHER) == ()


@pytest.mark.parametrize(
    "rewriting",
    [
        "DELETE FROM audit WHERE seq = 2",
        "UPDATE audit SET content = zeroblob(50) WHERE seq = 2",
        "UPDATE audit SET content = NULL, citizen = NULL, at = '' WHERE seq = 2",
    ],
)
def test_the_engine_itself_refuses_rewriting(trail: Any, place: Place, rewriting: str) -> None:
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        place.raw(rewriting, keep_triggers=True)
    assert isinstance(trail.audit.verify(), Sound)
