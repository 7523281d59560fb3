"""What a case keeps besides its order: a code and notes; also in a journal from before there were any."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.journal.audit import Sound
from desktop.journal.cases import State
from desktop.journal.records import Record


def test_a_case_is_found_by_its_code_whatever_its_state(desk: Any, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order(), State.WAITING, {"wish": "Karin Ek"}, "K7QM-2W9F")
    desk.cases.open(order(), State.WAITING)
    assert desk.cases.by_code("K7QM-2W9F").number == number
    assert desk.cases.by_code("K7QM-2W9G") is None
    signed = order()
    desk.cases.send(signed, {"wish": "Karin Ek"}, lambda _: None, number)
    case = desk.cases.mark(number, State.CONFIRMED, {"kind": "Confirmed"})
    assert desk.cases.by_code("K7QM-2W9F") == case
    assert (case.registration, case.notes) == (signed, {"wish": "Karin Ek"})


def test_notes_change_without_the_state_and_leave_a_row(desk: Any, order: Callable[..., Record]) -> None:
    number = desk.cases.open(order(), State.SENDING)
    desk.cases.mark(number, State.RECEIVED, {"kind": "Received"})
    case = desk.cases.note(number, {"wish": "Bo Lind"}, "wish")
    assert (case.state, case.details, case.notes) == (State.RECEIVED, {"kind": "Received"}, {"wish": "Bo Lind"})
    assert desk.cases.find(number) == case
    assert isinstance(desk.audit.verify(), Sound)


def test_what_is_not_settled_is_found_whatever_day_it_is(desk: Any, order: Callable[..., Record]) -> None:
    waiting, draft = desk.cases.open(order(), State.WAITING), desk.cases.open(order(), State.SENDING)
    done = desk.cases.open(order(), State.SENDING)
    desk.cases.mark(done, State.CONFIRMED)
    assert [case.number for case in desk.cases.unsettled()] == [waiting, draft]


@pytest.mark.parametrize("engine", ["file"], indirect=True)
def test_a_journal_from_before_codes_opens_with_its_cases(
    file: Path, open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    old = open_desk()
    number = old.cases.open(order(), State.SENDING)
    old.store.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as journal:
        for column in ("code", "origin"):
            journal.execute(f"DROP INDEX ix_cases_{column}")
            journal.execute(f"ALTER TABLE cases DROP COLUMN {column}")
        for table in ("forwarding", "claims", "attempts"):
            journal.execute(f"DROP TABLE {table}")
        for column in ("kind", "since", "until"):
            journal.execute(f"ALTER TABLE holders DROP COLUMN {column}")
        journal.execute("UPDATE journal SET version = 1")
    new = open_desk()
    assert new.cases.find(number).state is State.SENDING
    new.cases.open(order(), State.WAITING, code="K7QM-2W9F")
    assert new.cases.by_code("K7QM-2W9F") is not None
    assert file.with_name("journal.db.backup-1").exists()
