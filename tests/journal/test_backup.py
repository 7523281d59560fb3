"""Backup and restore: whole while desks write, opened by the same keys, and nothing that stands there is lost."""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.journal.audit import Sound
from desktop.journal.backup import back_up, put_back
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.file_store import open_store
from desktop.journal.holders import HolderKind, add_holder, list_holders, revoke_holders
from desktop.journal.records import Record
from desktop.journal.schema import STEPS


@pytest.fixture
def engine() -> str:
    """These are about the file; `test_database.py` is about the other."""
    return "file"


def fault_at(call: Callable[[], object]) -> JournalFault:
    with pytest.raises(JournalError) as raised:
        call()
    return raised.value.fault


def test_a_copy_made_while_a_desk_writes_is_whole(
    open_desk: Callable[..., Any], order: Callable[..., Record], file: Path, tmp_path: Path
) -> None:
    desk, stop = open_desk(), threading.Event()
    written: list[str] = []

    def write() -> None:
        while not stop.is_set():
            written.append(desk.cases.open(order()))

    thread = threading.Thread(target=write)
    thread.start()
    copies = [tmp_path / f"copy-{number}.db" for number in range(5)]
    try:
        for copy in copies:
            back_up(file, copy)
    finally:
        stop.set()
        thread.join()
    for copy in copies:
        other = open_desk(copy)
        assert isinstance(other.audit.verify(), Sound)
        assert other.audit.head().seq == sum(other.cases.find(number) is not None for number in written)
    assert {path.name for path in tmp_path.glob("copy*.new*")} == set()


def test_a_backup_overwrites_nothing(desk: Any, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"something else")
    with pytest.raises(FileExistsError):
        back_up(file, copy)
    assert copy.read_bytes() == b"something else"


def test_a_restored_journal_is_as_it_was_copied_and_the_other_is_set_aside(
    open_desk: Callable[..., Any], order: Callable[..., Record], file: Path, holder: bytes, tmp_path: Path
) -> None:
    desk, copy = open_desk(), tmp_path / "copy.db"
    kept = desk.cases.open(order())
    back_up(file, copy)
    later = desk.cases.open(order())
    assert fault_at(lambda: put_back(copy, file, holder)) is JournalFault.LOCKED, "a desk has it open"
    assert desk.cases.find(later) is not None
    desk.store.close()
    aside = put_back(copy, file, holder)
    again = open_desk()
    assert (again.cases.find(kept) is not None, again.cases.find(later)) == (True, None)
    assert aside is not None
    assert open_desk(aside).cases.find(later) is not None


def test_what_cannot_be_restored_changes_nothing(
    open_desk: Callable[..., Any], file: Path, holder: bytes, tmp_path: Path
) -> None:
    open_desk().store.close()
    before, copy = file.read_bytes(), tmp_path / "copy.db"
    back_up(file, copy)
    assert fault_at(lambda: put_back(copy, file, os.urandom(32))) is JournalFault.KEY_MISSING
    newer = open_desk(tmp_path / "newer.db", steps=(*STEPS, lambda _: None))
    newer.store.close()
    assert fault_at(lambda: put_back(newer.store.path, file, holder)) is JournalFault.NEWER
    (tmp_path / "foreign.db").write_bytes(b"x" * 9000)
    assert fault_at(lambda: put_back(tmp_path / "foreign.db", file, holder)) is JournalFault.UNREADABLE
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(copy.read_bytes()[:8192] + b"\xff" * 4096 + copy.read_bytes()[12288:])
    assert fault_at(lambda: put_back(damaged, file, holder)) is JournalFault.UNREADABLE
    assert file.read_bytes() == before
    assert list(file.parent.glob("*set-aside*")) == []


def test_keys_are_named_replaced_revoked_and_end(open_desk: Callable[..., Any], file: Path) -> None:
    at = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    desk = open_desk(clock=lambda: at)
    first, second, guest = (os.urandom(32) for _ in range(3))
    add_holder(desk.store, first, HolderKind.RECOVERY, "recovery")
    add_holder(desk.store, second, HolderKind.RECOVERY, "recovery")
    add_holder(desk.store, guest, HolderKind.INVITATION, "cilla", at + timedelta(days=7))
    assert fault_at(lambda: open_store(file, first)) is JournalFault.KEY_MISSING
    open_store(file, second, clock=lambda: at).close()
    open_store(file, guest, clock=lambda: at + timedelta(days=6)).close()
    assert fault_at(lambda: open_store(file, guest, clock=lambda: at + timedelta(days=8))) is JournalFault.KEY_MISSING
    assert {(one.kind.value, one.label, one.since) for one in list_holders(desk.store)} == {
        ("account", "first", at),
        ("recovery", "recovery", at),
        ("invitation", "cilla", at),
    }
    assert revoke_holders(desk.store, HolderKind.RECOVERY, "recovery") == 1
    assert revoke_holders(desk.store, HolderKind.RECOVERY, "recovery") == 0
    assert fault_at(lambda: open_store(file, second)) is JournalFault.KEY_MISSING


def test_a_folder_that_accounts_share_has_files_that_they_share(tmp_path: Path, holder: bytes) -> None:
    if os.name != "posix":
        pytest.skip("Windows has no permission bits")
    for mode, expected in ((0o2770, 0o060), (0o700, 0)):
        folder = tmp_path / oct(mode)
        folder.mkdir()
        folder.chmod(mode)
        store = open_store(folder / "journal.db", holder)
        try:
            with store.reading():
                found = {path.stat().st_mode & 0o022 for path in folder.iterdir()}
        finally:
            store.close()
        assert found == {expected & 0o022}, mode


def test_a_copy_is_encrypted_as_the_journal_is(desk: Any, order: Callable[..., Record], file: Path) -> None:
    desk.cases.open(order())
    copy = file.with_name("copy.db")
    back_up(file, copy)
    assert b"191212121212" not in copy.read_bytes()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
