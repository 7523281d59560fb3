"""The file: made, opened with the right key, migrated with a backup; full, read-only, newer and foreign files."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from desktop.domain.identity import PersonIdentity
from desktop.journal import file_store
from desktop.journal.audit import Sound
from desktop.journal.cases import State
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.file_store import open_store
from desktop.journal.holders import HolderKind, add_holder
from desktop.journal.records import Record
from desktop.journal.schema import STEPS
from desktop.journal.store import Store
from tests.disk import mount


@pytest.fixture
def engine() -> str:
    """These are about the file; `test_database.py` is about the other."""
    return "file"


def fault_at(call: Callable[[], object]) -> JournalFault:
    with pytest.raises(JournalError) as raised:
        call()
    return raised.value.fault


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder, as for an account that may only read it; root is stopped by a read-only mount alone."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        mount("--bind", str(folder), str(folder))
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        undo = [["umount", str(folder)]]
    elif sys.platform == "win32":
        pytest.skip("Windows has no read-only folders")
    else:
        subprocess.run(["chmod", "-R", "a-w", str(folder)], check=True)
        undo = [["chmod", "-R", "u+w", str(folder)]]
    try:
        yield
    finally:
        for command in undo:
            subprocess.run(command, check=True)


@pytest.mark.parametrize("start", [None, b""])
def test_a_missing_or_empty_file_becomes_a_journal(
    file: Path, open_desk: Callable[..., Any], start: bytes | None
) -> None:
    if start is not None:
        file.parent.mkdir()
        file.write_bytes(start)
    assert open_desk().store.set_aside is None
    with open_desk().store.reading() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]


def test_a_journal_that_a_power_cut_kept_from_being_made_is_made(file: Path, open_desk: Callable[..., Any]) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as begun:
        begun.execute("PRAGMA journal_mode = WAL")
    assert file.stat().st_size > 0
    assert open_desk().store.set_aside is None


def test_desks_that_start_together_make_one_journal(file: Path, holder: bytes) -> None:
    def start_and_stop(path: Path) -> Store:
        store = open_store(path, holder)
        store.close()
        return store

    for round_ in range(10):
        path = file.with_name(f"journal-{round_}.db")
        with ThreadPoolExecutor(6) as threads:
            stores = list(threads.map(start_and_stop, [path] * 6))
        assert [store.set_aside for store in stores] == [None] * 6
        assert len({store.key.fingerprint("191212121212") for store in stores}) == 1
        assert len({store.session for store in stores}) == 6


def test_every_connection_waits_for_the_disk(desk: Any) -> None:
    with desk.store.reading() as one, desk.store.reading() as other, desk.store.writing() as third:
        assert [each.exec_driver_sql("PRAGMA synchronous").scalar() for each in (one, other, third)] == [2, 2, 2]


def test_another_accounts_key_opens_it_only_when_enrolled(
    open_desk: Callable[..., Any], order: Callable[..., Record], file: Path
) -> None:
    desk, other = open_desk(), os.urandom(32)
    number = desk.cases.open(order())
    assert fault_at(lambda: open_store(file, other)) is JournalFault.KEY_MISSING
    for _ in range(2):  # Enrolling twice is harmless.
        add_holder(desk.store, other, HolderKind.ACCOUNT, "VC\\cilla")
    assert open_desk(holder=other).cases.find(number) == desk.cases.find(number)


def test_an_altered_key_is_unreadable(open_desk: Callable[..., Any], file: Path, holder: bytes) -> None:
    open_desk().store.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE holders SET wrapped = zeroblob(60)")
    assert fault_at(lambda: open_store(file, holder)) is JournalFault.UNREADABLE


def test_a_full_disk_refuses_the_case_and_keeps_the_others(
    small_disk: Callable[[str], Path], open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    file = small_disk("600k") / "journal.db"
    desk = open_desk(file)
    written: list[str] = []

    def fill() -> None:
        while True:
            written.append(desk.cases.open(order()))

    assert fault_at(fill) is JournalFault.FULL
    assert written
    assert [case.number for case in desk.cases.by_person(PersonIdentity("191212121212"))] == written
    assert desk.audit.verify() == Sound(desk.audit.head(), erased=0)
    assert desk.audit.head().seq == len(written)
    desk.store.close()
    assert open_desk(file).cases.find(written[-1]).state is State.DRAFT


def test_a_disk_without_room_for_a_journal_is_full(small_disk: Callable[[str], Path], holder: bytes) -> None:
    file = small_disk("8k") / "journal.db"
    assert fault_at(lambda: open_store(file, holder)) is JournalFault.FULL


# Opens cases until the file may not grow, then lets it grow and opens one more.
LIMITED = """
import resource, signal, sys
from pathlib import Path
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Action, Audit, Entry, Sound
from desktop.journal.faults import JournalError
from desktop.journal.file_store import open_store
from desktop.journal.store import Store
from tests.disk import mount

store = open_store(Path(sys.argv[1]), bytes(32))
audit = Audit(store, "VC\\\\berit", "Reception 1")
note = lambda: audit.note(Entry(Action.LOOKED_UP, PersonIdentity("191212121212")))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
written = 0
try:
    while True:
        note()
        written += 1
except JournalError as error:
    print(error.fault.name)
assert audit.verify() == Sound(audit.head(), 0) and audit.head().seq == written > 0
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
note()
assert audit.verify() == Sound(audit.head(), 0) and audit.head().seq == written + 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file size")
def test_a_write_that_the_system_refuses_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "journal.db")]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout, done.returncode) == ("", "FAILING\n", 0)


def test_a_read_only_folder_is_said_to_be_one(file: Path, holder: bytes, open_desk: Callable[..., Any]) -> None:
    open_desk().store.close()
    before = file.read_bytes()
    with read_only(file.parent):
        assert fault_at(lambda: open_store(file, holder)) is JournalFault.READ_ONLY
        assert fault_at(lambda: open_store(file.with_name("new.db"), holder)) is JournalFault.READ_ONLY
        assert fault_at(lambda: open_store(file.parent / "sub" / "new.db", holder)) is JournalFault.READ_ONLY
    assert file.read_bytes() == before
    assert open_desk().store.set_aside is None


def test_a_program_that_holds_the_journal_is_waited_for_and_then_named(
    desk: Any, file: Path, order: Callable[..., Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_store, "BUSY_SECONDS", 0.05)
    impatient = open_store(file.with_name("other.db"), bytes(32))
    try:
        with closing(sqlite3.connect(impatient.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert (
                fault_at(lambda: add_holder(impatient, os.urandom(32), HolderKind.ACCOUNT, "late"))
                is JournalFault.LOCKED
            )
            other.execute("ROLLBACK")
        add_holder(impatient, os.urandom(32), HolderKind.ACCOUNT, "in time")
    finally:
        impatient.close()


def test_a_newer_journal_is_left_alone(file: Path, holder: bytes, open_desk: Callable[..., Any]) -> None:
    open_desk(steps=(*STEPS, lambda connection: None)).store.close()
    before = file.read_bytes()
    assert fault_at(lambda: open_store(file, holder)) is JournalFault.NEWER
    assert file.read_bytes() == before
    assert list(file.parent.glob("*set-aside*")) == list(file.parent.glob("*backup*")) == []


def add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE cases ADD COLUMN region_note TEXT NOT NULL DEFAULT ''")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE cases")
    raise RuntimeError("this step has a mistake")


def test_an_older_journal_is_backed_up_and_migrated(
    file: Path, holder: bytes, open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    old = open_desk()
    number = old.cases.open(order())
    case = old.cases.find(number)
    old.store.close()
    new = open_desk(steps=(*STEPS, add_column))
    assert new.cases.find(number) == case
    with new.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT region_note FROM cases").scalar() == ""
    backup = file.with_name(f"journal.db.backup-{1 + len(STEPS)}")
    assert open_desk(backup).cases.find(number) == case
    assert fault_at(lambda: open_store(file, holder)) is JournalFault.NEWER


def test_a_migration_that_fails_changes_nothing(
    file: Path, open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    old = open_desk()
    number = old.cases.open(order())
    old.store.close()
    with pytest.raises(RuntimeError):
        open_desk(steps=(*STEPS, add_column, fail))
    assert open_desk().cases.find(number).state is State.DRAFT


@pytest.mark.parametrize("content", [b"Listor 2026\n" * 400, b"x", b"SQLite format 3\0" + b"\xff" * 5000])
def test_an_unreadable_file_is_set_aside_whole(
    file: Path, open_desk: Callable[..., Any], order: Callable[..., Record], content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    desk = open_desk(clock=lambda: datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
    assert desk.store.set_aside == file.with_name("journal.db.set-aside-20261123T073000000000")
    assert desk.store.set_aside.read_bytes() == content
    assert desk.cases.open(order()) == "2026-R1-0001"  # No number that the lost journal may have given.


def test_a_foreign_database_is_set_aside_with_its_log(file: Path, open_desk: Callable[..., Any]) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as foreign:
        foreign.execute("PRAGMA journal_mode = WAL")
        foreign.execute("CREATE TABLE patients (name TEXT)")
        foreign.execute("INSERT INTO patients VALUES ('Tolvan')")
        desk = open_desk()
    with closing(sqlite3.connect(desk.store.set_aside)) as kept:
        assert kept.execute("SELECT name FROM patients").fetchall() == [("Tolvan",)]


def test_a_cut_off_journal_is_set_aside_and_numbers_start_a_new_series(
    file: Path, open_desk: Callable[..., Any], order: Callable[..., Record]
) -> None:
    desk = open_desk()
    for _ in range(20):
        desk.cases.open(order())
    desk.store.close()
    for series in ("R1", "R2"):
        os.truncate(file, 4096 + 100)
        again = open_desk()
        assert again.store.set_aside.stat().st_size == 4196
        assert again.cases.open(order()).split("-")[1] == series
        again.store.close()
    assert open_desk().cases.open(order()).endswith("-R2-0002")
