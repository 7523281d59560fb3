"""Destroying: content goes from the disk too, what waits stays, and the chain still verifies."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.audit import Action
from desktop.domain.identity import PersonIdentity
from desktop.journal import retention
from desktop.journal.audit import Entry, Sound
from desktop.journal.cases import State
from desktop.journal.records import Record
from desktop.journal.retention import Destroyed, erase, purge

TOLVAN, OTHER = PersonIdentity("191212121212"), PersonIdentity("190001042399")
OLD, NEW = datetime(2024, 1, 2, 9, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def clock() -> list[datetime]:
    return [OLD]


@pytest.fixture
def desk(open_desk: Callable[..., Any], clock: list[datetime]) -> Any:
    return open_desk(clock=lambda: clock[0])


def test_what_has_been_kept_long_enough_goes_and_what_waits_stays(
    desk: Any, order: Callable[..., Record], clock: list[datetime]
) -> None:
    waits = desk.cases.open(order(), State.SENDING)
    desk.cases.mark(waits, State.UNCLEAR)
    done = desk.cases.open(order(), State.SENDING)
    desk.cases.mark(done, State.CONFIRMED)
    form = desk.cases.open(order(), State.WAITING)
    clock[0] = NEW
    fresh = desk.cases.open(order(), State.WAITING)
    before = desk.audit.head()
    limit = NEW - timedelta(days=730)
    assert purge(desk.store, desk.audit, limit, limit) == Destroyed(2, 5)
    left = [number for number in (waits, done, form, fresh) if desk.cases.find(number) is not None]
    assert left == [waits, fresh]
    assert desk.audit.verify(before) == Sound(desk.audit.head(), erased=5)
    assert [row.entry.case_number for row in desk.audit.of_citizen(TOLVAN)] == [fresh]
    assert purge(desk.store, desk.audit, limit, limit) == Destroyed(0, 0)
    (row,) = [row for row in desk.audit.of_period(NEW, NEW + timedelta(days=1)) if row.entry.action is Action.PURGED]
    assert set(row.entry.evidence["cases"]) == {done, form}
    assert all(len(digest) == 64 for digest in row.entry.evidence["cases"].values())
    assert desk.cases.open(order()) not in (done, form), "a number is never given again"


def test_a_citizens_cases_are_erased_and_nobody_elses(desk: Any, order: Callable[..., Record]) -> None:
    mine, others = desk.cases.open(order(), State.SENDING), desk.cases.open(order(OTHER.number))
    desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN))
    assert erase(desk.store, desk.audit, TOLVAN, "beslut 2026-11", rows=False) == Destroyed(1, 0)
    assert (desk.cases.find(mine), len(desk.audit.of_citizen(TOLVAN))) == (None, 2)
    assert erase(desk.store, desk.audit, TOLVAN, "beslut 2026-11", rows=True) == Destroyed(0, 2)
    assert desk.audit.of_citizen(TOLVAN) == ()
    assert desk.cases.find(others) is not None
    assert desk.audit.verify() == Sound(desk.audit.head(), erased=2)


def test_many_go_in_several_writes(desk: Any, order: Callable[..., Record], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_AT_ONCE", 3)
    for _ in range(7):
        desk.cases.open(order())
    assert erase(desk.store, desk.audit, TOLVAN, "beslut", rows=True) == Destroyed(7, 7)
    assert isinstance(desk.audit.verify(), Sound)


# PostgreSQL keeps the page until it is needed; the handbook tells IT when that matters.
@pytest.mark.parametrize("engine", ["file"], indirect=True)
def test_nothing_destroyed_is_left_on_the_disk(desk: Any, order: Callable[..., Record], file: Path) -> None:
    desk.cases.open(order())
    desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN))
    with desk.store.reading() as connection:
        content = [
            row[0]
            for row in connection.exec_driver_sql("SELECT content FROM cases UNION ALL SELECT content FROM audit")
        ]

    def on_disk() -> list[bool]:
        kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
        return [one in kept for one in content]

    assert on_disk() == [True, True, True]
    erase(desk.store, desk.audit, TOLVAN, "beslut", rows=True)
    assert on_disk() == [False, False, False]


@pytest.mark.parametrize("engine", ["file"], indirect=True)
def test_backups_of_migrations_go_after_a_month(desk: Any, file: Path) -> None:
    old, new = (file.with_name(f"{file.name}.backup-{version}") for version in (1, 2))
    for backup in (old, new):
        backup.write_bytes(b"")
    month_ago = (datetime.now(UTC) - timedelta(days=31)).timestamp()
    os.utime(old, (month_ago, month_ago))
    purge(desk.store, desk.audit, OLD, OLD)
    assert (old.exists(), new.exists()) == (False, True)
