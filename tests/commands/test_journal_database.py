"""The database from a prompt: made, a care centre and its desks, a file moved there however often it is interrupted."""

import io
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.domain.audit import Action, Entry
from desktop.domain.hindrance import Hindrance
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit, Sound
from desktop.journal.cases import Cases, State
from desktop.journal.file_store import open_store
from desktop.journal.moving import move
from desktop.keeping import open_keeping
from desktop.settings.profile import read_profile
from desktop.settings.secrets import JOURNAL_DATABASE, FolderSecrets
from desktop.shared import open_shared
from tests.commands.accounts import Done
from tests.journal.conftest import an_order
from tests.journal.places import OWNER, JournalDatabase
from tests.postgres import Cluster
from tests.sharing import LOCAL_PROFILE, database_table

TOLVAN = PersonIdentity("191212121212")


@dataclass(frozen=True)
class Computer:
    """One desk's folder, and the commands of whoever sits there."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    @property
    def profile(self) -> Path:
        return self.folder / "profile.toml"

    @property
    def secrets(self) -> FolderSecrets:
        return FolderSecrets(self.folder / "practice" / "secrets")

    @property
    def file(self) -> Path:
        return self.folder / "practice" / "journal.sqlite3"

    def arguments(self, *arguments: str) -> list[str]:
        return ["journal", "--practice", "--profile", str(self.profile), "--data", str(self.folder), *arguments]

    def run(self, *arguments: str, given: str = "") -> Done:
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        code = main(self.arguments(*arguments))
        told = self.capsys.readouterr()
        return Done(code, told.out, told.err)

    def administers(self, *arguments: str, given: str = "", password: str = OWNER.password) -> Done:
        return self.run(*arguments, "--as", OWNER.role, given=f"{password}\n{given}\n")

    def enrol(self, recovery: str, desk: str = "reception_1") -> None:
        """As IT does, with the code stored where the desk finds it."""
        done = self.administers("desk", "enrol", desk, given=recovery)
        assert done.code == 0, done.err
        self.secrets.store_secret(JOURNAL_DATABASE, done.code_shown)


@pytest.fixture
def database(cluster: Cluster) -> Iterator[JournalDatabase]:
    database = JournalDatabase(cluster, "commands")
    with cluster.superuser("commands") as connection:
        connection.execute("DROP SCHEMA listningsluckan CASCADE")
    yield database
    database.drop()
    with cluster.superuser() as connection:
        for (role,) in connection.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'reception%'").fetchall():
            connection.execute(f"DROP ROLE {role}")


@pytest.fixture
def computer(
    database: JournalDatabase, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Computer]:
    """``computer("reception_1")``: a computer with that role in its profile."""

    def make(role: str = "reception_1") -> Computer:
        folder = tmp_path / role
        folder.mkdir()
        (folder / "profile.toml").write_text(LOCAL_PROFILE + database_table(database, role), encoding="utf-8")
        return Computer(folder, capsys, monkeypatch)

    return make


def test_from_nothing_to_a_desk_that_writes_and_is_shut_out_again(
    computer: Callable[..., Computer], caplog: pytest.LogCaptureFixture
) -> None:
    desk = computer()
    profile = read_profile(desk.profile)
    assert open_keeping(profile, desk.secrets, desk.folder, "berit").hindrance is Hindrance.DATABASE_REFUSED
    assert "The database is made" in desk.administers("migrate").out
    assert "already" in desk.administers("migrate").out
    made = desk.administers("centre")
    assert (made.code, desk.administers("centre").code) == (0, 2)
    desk.enrol(made.code_shown)
    keeping = open_keeping(profile, desk.secrets, desk.folder, "berit")
    assert keeping.hindrance is None
    assert keeping.book.note_look_up(TOLVAN)
    keeping.book.shut()
    assert desk.run("verify").out.startswith("Sound: 1 rows")
    assert desk.administers("desk", "list").out.split()[:2] == ["SE9900000020-1001", "reception_1"]
    listed = desk.run("key", "list").out.splitlines()
    assert [line.split()[:2] for line in listed] == [["recovery", "recovery"], ["desk", "reception_1"]]
    shut_out = desk.administers("desk", "revoke", "reception_1")
    assert (shut_out.code, "can read what is in the copy" in shut_out.out) == (0, True)
    assert open_keeping(profile, desk.secrets, desk.folder, "berit").hindrance is Hindrance.DATABASE_REFUSED
    assert desk.administers("desk", "revoke", "reception_1").code == 2
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == ["ERROR"], (
        "when nothing was stored; later it is open with its local file"
    )
    caplog.clear()


def test_what_is_wrong_is_said_and_changes_nothing(computer: Callable[..., Computer]) -> None:
    desk = computer()
    assert "does not let this desk in" in desk.administers("migrate", password="wrong").err
    assert "waits to be brought" in desk.administers("centre").err
    desk.administers("migrate")
    recovery = desk.administers("centre").code_shown
    assert "a sign is wrong" in desk.administers("desk", "enrol", "reception_1", given="ABCD").err
    other = recovery[:-1]
    assert desk.administers("desk", "enrol", "reception_1", given=other).code == 2
    assert "There is already" in desk.administers("desk", "enrol", OWNER.role, given=recovery).err
    assert desk.administers("desk", "list").out == ""
    assert "whose own tools do this" in desk.run("backup", str(desk.folder / "copy.db")).err
    (desk.folder / "profile.toml").write_text(LOCAL_PROFILE, encoding="utf-8")
    assert "names no journal.database" in desk.administers("migrate").err


def with_a_file(desk: Computer, rows: int) -> tuple[str, str]:
    """A file as it was before there was a database: its recovery key, and the number of a case."""
    text = desk.profile.read_text(encoding="utf-8")
    desk.profile.write_text(text.partition("[journal.database]")[0], encoding="utf-8")
    recovery = desk.run("key", "init").code_shown
    desk.profile.write_text(text, encoding="utf-8")
    key = desk.secrets.data_key()
    assert isinstance(key, bytes)
    store = open_store(desk.file, key)
    audit = Audit(store, "VC\\berit", "Reception 1")
    number = Cases(store, audit).open(an_order(), State.WAITING, code="K7QM-2W9F")
    with store.writing() as connection:
        for _ in range(rows):
            audit.append(connection, Entry(Action.LOOKED_UP, TOLVAN))
    store.close()
    return recovery, number


def test_a_file_is_moved_once_however_often_that_is_interrupted(
    computer: Callable[..., Computer], database: JournalDatabase
) -> None:
    desk = computer()
    recovery, number = with_a_file(desk, 6000)
    desk.administers("migrate")
    assert desk.administers("centre", "--of-file", given=recovery).code == 0
    desk.enrol(recovery)
    with_secrets = read_profile(desk.profile).journal.database
    assert with_secrets is not None
    for _ in range(3):
        kill_while_it_moves(desk, database)
        there = open_shared(with_secrets, desk.secrets)
        assert Audit(there, "", "").head().seq == 0
        there.close()
    there = open_shared(with_secrets, desk.secrets)
    key = desk.secrets.data_key()
    assert isinstance(key, bytes)
    source = open_store(desk.file, key)
    moved = move(source, there)  # And then it dies before the file is set aside.
    source.close()
    done = desk.run("move")
    assert (done.code, done.err) == (0, "")
    assert "1 cases and" in done.out
    assert f"{moved.trail.head}" in done.out
    audit = Audit(there, "", "")
    assert audit.verify(moved.trail.head) == Sound(moved.trail.head, 0)
    cases = Cases(there, audit)
    found = cases.by_code("K7QM-2W9F")
    assert found is not None
    assert (found.number, found.state) == (number, State.WAITING)
    assert cases.open(an_order()) != number, "numbers go on"
    there.close()
    assert not desk.file.exists()
    assert list(desk.file.parent.glob("journal.sqlite3.moved-*"))


def kill_while_it_moves(desk: Computer, database: JournalDatabase) -> None:
    """The command's process, at a moment when it has written and not ended."""
    command = [sys.executable, "-m", "desktop", *desk.arguments("move")]
    mover = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdin=subprocess.DEVNULL, env=dict(os.environ))
    writing = "SELECT 1 FROM pg_stat_activity WHERE usename = 'reception_1' AND backend_xid IS NOT NULL"
    with database.cluster.superuser() as connection:
        while connection.execute(writing).fetchone() is None:
            assert mover.poll() is None, "it was done before it could be killed"
            time.sleep(0.001)
    mover.kill()
    mover.wait()


def test_what_would_mix_two_journals_is_not_moved(computer: Callable[..., Computer]) -> None:
    first, second = computer("reception_1"), computer("reception_2")
    recovery, _ = with_a_file(first, 5)
    with_a_file(second, 3)
    first.administers("migrate")
    first.administers("centre", "--of-file", given=recovery)
    first.enrol(recovery)
    second.enrol(recovery, "reception_2")
    refused = second.run("move")
    assert (refused.code, "with another key" in refused.err) == (2, True)
    assert second.file.exists()
    terms = read_profile(first.profile).journal.database
    assert terms is not None
    working = open_shared(terms, first.secrets)
    Audit(working, "", "").note(Entry(Action.LOOKED_UP, TOLVAN))
    refused = first.run("move")
    assert (refused.code, "desks have begun to work in the database" in refused.err) == (2, True)
    working.close()


def test_a_file_that_a_desk_has_open_is_not_moved(computer: Callable[..., Computer]) -> None:
    desk = computer()
    recovery, _ = with_a_file(desk, 1)
    desk.administers("migrate")
    desk.administers("centre", "--of-file", given=recovery)
    desk.enrol(recovery)
    key = desk.secrets.data_key()
    assert isinstance(key, bytes)
    working = open_store(desk.file, key)
    refused = desk.run("move")
    assert (refused.code, "Close it" in refused.err) == (2, True)
    working.close()
    assert desk.run("move").code == 0
