"""The head in the account's keyring: a cut tail, a deleted file and a swapped one are found by the next who opens."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.audit import Action, Entry
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit, Broken, Head, Sound
from desktop.journal.file_store import open_store
from desktop.journal.store import Store
from desktop.settings.secrets import FolderSecrets
from desktop.usecases.keep_trail import HeadKeeper, verify_trail, years_before

TOLVAN = PersonIdentity("191212121212")
Open = Callable[[], tuple[Audit, HeadKeeper]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def opened(tmp_path: Path, file: Path) -> Iterator[Open]:
    stores: list[Store] = []

    def open_it() -> tuple[Audit, HeadKeeper]:
        for store in stores:
            store.close()
        stores.append(open_store(file, bytes(32)))
        audit = Audit(stores[-1], "Listningsluckan", "Reception 1")
        return audit, HeadKeeper(FolderSecrets(tmp_path / "secrets"), audit, str(file))

    yield open_it
    for store in stores:
        store.close()


def look_up(audit: Audit, times: int) -> None:
    for _ in range(times):
        audit.note(Entry(Action.LOOKED_UP, TOLVAN))


def cut(file: Path, seq: int) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER IF EXISTS audit_is_kept")
        connection.execute("DELETE FROM audit WHERE seq > ?", (seq,))


def test_a_trail_that_goes_on_misses_nothing(opened: Open) -> None:
    audit, heads = opened()
    assert not heads.misses_something(), "nothing is known yet"
    look_up(audit, 3)
    assert heads.keep()
    look_up(audit, 2)
    audit, heads = opened()
    assert not heads.misses_something()
    told = verify_trail(audit, heads, None)
    assert told.trail == Sound(audit.head(), 0)
    assert told.kept is not None
    assert told.kept.seq == 3


def test_a_cut_tail_is_found_and_goes_on_being_found(opened: Open, file: Path) -> None:
    audit, heads = opened()
    look_up(audit, 5)
    heads.keep()
    cut(file, 3)
    for _ in range(2):
        audit, heads = opened()
        assert heads.misses_something()
        look_up(audit, 2)
        assert not heads.keep(), "the head that is missed is not overwritten"
        assert verify_trail(audit, heads, None).trail == Broken(5 if audit.head().seq >= 5 else 4)
    heads.accept(audit.head())
    assert not opened()[1].misses_something()


def test_a_deleted_file_is_found(opened: Open, file: Path) -> None:
    audit, heads = opened()
    look_up(audit, 2)
    heads.keep()
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    audit, heads = opened()
    assert heads.misses_something()
    look_up(audit, 3)
    assert verify_trail(audit, heads, None).trail == Broken(2)


def test_a_head_that_somebody_brings_is_compared_too(opened: Open, file: Path) -> None:
    audit, heads = opened()
    look_up(audit, 4)
    given = audit.head()
    assert isinstance(verify_trail(audit, heads, None, given).trail, Sound)
    cut(file, 2)
    audit, heads = opened()
    assert verify_trail(audit, heads, None).trail == Sound(audit.head(), 0)
    assert verify_trail(audit, heads, None, given).trail == Broken(3)


@pytest.mark.parametrize("text", ["", "5", "x:00", "5:zz", "5:00:00"])
def test_what_is_no_head_is_none(text: str) -> None:
    assert Head.read(text) is None
    assert Head.read(str(Head(7, b"\x01" * 32))) == Head(7, b"\x01" * 32)


def test_years_go_back_over_leap_days() -> None:
    assert years_before(datetime(2028, 2, 29, tzinfo=UTC), 5) == datetime(2023, 2, 28, tzinfo=UTC)
    assert years_before(datetime(2028, 2, 29, tzinfo=UTC), 4) == datetime(2024, 2, 29, tzinfo=UTC)
