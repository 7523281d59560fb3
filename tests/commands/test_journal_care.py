"""Verify, erase and purge from a prompt: what is told is what holds, and a number is never an argument."""

import io
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.domain.identity import PersonIdentity
from desktop.keeping import open_keeping
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.settings.secrets import FolderSecrets

TOLVAN, OTHER = PersonIdentity("191212121212"), PersonIdentity("190001042399")
Journal = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "practice"


@pytest.fixture
def journal(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Journal:
    """``journal("erase", ..., given="...")`` on a journal with four look-ups: the exit code, and what was said."""
    keeping = open_keeping(
        read_profile(resource("practice/profile.toml")), FolderSecrets(folder / "secrets"), folder, "berit"
    )
    for citizen in (TOLVAN, OTHER, TOLVAN, TOLVAN):
        keeping.book.note_look_up(citizen)
    keeping.book.shut()

    def run(*arguments: str, given: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        code = main(["journal", "--practice", "--data", str(tmp_path), *arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def cut(folder: Path, seq: int) -> None:
    with closing(sqlite3.connect(folder / "journal.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER audit_is_kept")
        connection.execute("DELETE FROM audit WHERE seq > ?", (seq,))


def head_of(said: str) -> str:
    return next(line for line in said.splitlines() if line.startswith("Head: ")).removeprefix("Head: ")


def test_verify_says_which_guarantee_holds(journal: Journal, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    code, said = journal("verify")
    assert (code, "Sound: 4 rows" in said, "No head is kept outside the journal" in said) == (0, True, True)
    head = head_of(said)
    code, said = journal("verify")
    assert (code, "a tail cut before row 4 would show" in said) == (0, True)
    cut(folder, 2)
    code, said = journal("verify")
    assert (code, "BROKEN at row 3" in said) == (1, True)
    assert "the audit trail misses rows" in caplog.text
    caplog.clear()
    next((folder / "secrets").glob("audit-head-*")).unlink()
    assert journal("verify")[0] == 0, "nothing outside tells of it any more"
    assert journal("verify", "--head", head)[0] == 1, "but for the log service's last row"


def test_a_head_that_is_none_is_refused(journal: Journal) -> None:
    assert journal("verify", "--head", "4")[0] == 2


def test_a_citizen_is_erased_and_the_chain_holds(journal: Journal) -> None:
    assert journal("erase", "--reason", "beslut", "--trail", given="191212121213")[0] == 2
    code, said = journal("erase", "--reason", "beslut", "--trail", given=TOLVAN.number)
    assert (code, "the content of 3 audit rows" in said, TOLVAN.number in said) == (0, True, False)
    code, said = journal("verify")
    assert (code, "Sound: 5 rows, 3 of them with destroyed content" in said) == (0, True)


def test_what_is_not_old_enough_is_not_destroyed(journal: Journal) -> None:
    code, said = journal("purge")
    assert (code, "Destroyed: 0 cases, the content of 0 audit rows" in said) == (0, True)


def test_without_a_journal_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "--practice", "--data", str(tmp_path), "verify"]) == 2
    assert "There is no journal at" in capsys.readouterr().err
    assert not list(tmp_path.rglob("journal.sqlite3"))
