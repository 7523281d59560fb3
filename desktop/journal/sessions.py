"""Marks of life of a journal's sessions: each has a file beside the journal, locked for as long as its process lives.

The lock is SQLite's, and so the operating system's own on Linux, Windows and macOS: it goes with the process, however
that dies. Marks are made and cleared inside the journal's writing transaction, one session at a time.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.journal.faults import JournalFault, fault_of
from desktop.journal.files import BUSY_SECONDS, share

_ENDING = ".session-"


@dataclass(frozen=True, slots=True)
class MarkOfLife:
    """A session's own mark. `end` takes it away; the operating system does when the process dies."""

    _file: Path
    _held: sqlite3.Connection

    def end(self) -> None:
        """Let go of the lock and take the file away; twice is once."""
        self._held.close()
        with suppress(OSError):  # Looked at by another session at this moment (Windows): the next opening clears it.
            self._file.unlink()


def come_alive(journal: Path, session: str) -> MarkOfLife:
    """Mark a session as living, for other accounts to see too. Raises sqlite3.Error, OSError."""
    file = _mark(journal, session)
    # Closed by whichever thread ends the session; a reader of the mark goes in a moment.
    held = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        held.execute("PRAGMA journal_mode = MEMORY")  # Nothing is ever written: no second file beside the first.
        held.execute("BEGIN EXCLUSIVE")
        share(file)
    except BaseException:
        MarkOfLife(file, held).end()
        raise
    return MarkOfLife(file, held)


def is_alive(journal: Path, session: str) -> bool:
    """Whether the process of a session of this journal lives and has not closed it."""
    try:
        with closing(sqlite3.connect(f"{_mark(journal, session).as_uri()}?mode=ro", uri=True, timeout=0)) as mark:
            mark.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        return fault_of(error) is JournalFault.LOCKED
    return False


def has_living(journal: Path) -> bool:
    """Whether any session of this journal lives."""
    return any(is_alive(journal, session) for session in _sessions(journal))


def clear_dead(journal: Path) -> None:
    """Take away the marks that dead sessions left; one that cannot be is left, and means nothing."""
    for session in _sessions(journal):
        if not is_alive(journal, session):
            with suppress(OSError):
                _mark(journal, session).unlink()


def _sessions(journal: Path) -> list[str]:
    beginning = f"{journal.name}{_ENDING}"
    return [mark.name.removeprefix(beginning) for mark in journal.parent.glob(f"{beginning}*")]


def _mark(journal: Path, session: str) -> Path:
    return journal.with_name(f"{journal.name}{_ENDING}{session}")
