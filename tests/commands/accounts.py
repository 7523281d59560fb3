"""Accounts with keyrings of their own: a real Secret Service for each, and a process of theirs that runs commands."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
needs_secret_service = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring (apt-get install dbus-daemon gnome-keyring)",
)
WAIT = f"{sys.executable} -m tests.secret_service"
_AROUND = {
    keyring: ("dbus-run-session", "--", "sh", "-c", f'{start} >/dev/null 2>&1; {WAIT} && exec "$@"', "sh")
    for keyring, start in {
        "unlocked": "printf ci | gnome-keyring-daemon --unlock --components=secrets",
        "locked": "gnome-keyring-daemon --components=secrets </dev/null",
    }.items()
}


@dataclass(frozen=True)
class Done:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def code_shown(self) -> str:
        """The recovery key or invitation that it printed."""
        return next(line for line in self.out.splitlines() if line.count("-") == 8)


class Account:
    """An account of the operating system at work: its keyring, and a process that runs what it is told to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *arguments: str, given: str = "") -> Done:
        """A command of the program, with what is typed at its prompts."""
        return Done(**self._ask({"arguments": arguments, "given": given}))

    def desk(self, profile: Path, deed: str) -> str:
        """Open the journal as the desk does: `write` a look-up, or `read` how many there are and what is missed."""
        return str(self._ask({"profile": str(profile), "deed": deed})["out"])

    def _ask(self, what: dict[str, object]) -> dict[str, object]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the account's process has ended"
        return dict(json.loads(answer))


@contextmanager
def account(name: str, home: Path, keyring: str = "unlocked") -> Iterator[Account]:
    """The account at work; `keyring` is unlocked, locked or none. The same home has the same keyring again."""
    home.mkdir(exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DBUS_", "XDG_", "PYTHON_KEYRING"))}
    # A path to a socket may have 108 letters: a test's own folder is too deep for the keyring's.
    with tempfile.TemporaryDirectory() as runtime:
        process = subprocess.Popen(
            [*_AROUND.get(keyring, ()), sys.executable, "-m", "tests.commands.accounts"],
            cwd=ROOT,
            env=kept | {"HOME": str(home), "LOGNAME": name, "USER": name, "XDG_RUNTIME_DIR": runtime},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield Account(process)
        finally:
            process.communicate(timeout=20)


def _work() -> None:
    """The account's process: one line of JSON in, one out."""
    for line in sys.stdin:
        asked, out, err = json.loads(line), io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = _open_desk(Path(asked["profile"]), asked["deed"]) if "deed" in asked else _command(asked)
        print(json.dumps({"code": code, "out": out.getvalue().strip(), "err": err.getvalue()}), file=sys.__stdout__)
        assert sys.__stdout__ is not None
        sys.__stdout__.flush()


def _command(asked: dict[str, Any]) -> int:
    from desktop.__main__ import main

    there, sys.stdin = sys.stdin, io.StringIO(str(asked["given"]))
    try:
        return main([str(one) for one in asked["arguments"]])
    finally:
        sys.stdin = there


def _open_desk(profile: Path, deed: str) -> int:
    from desktop.domain.identity import PersonIdentity
    from desktop.keeping import open_keeping
    from desktop.settings.account import account
    from desktop.settings.profile import read_profile
    from desktop.settings.secrets import KeyringSecrets

    tolvan = PersonIdentity("191212121212")
    keeping = open_keeping(read_profile(profile), KeyringSecrets(), Path("unused"), account())
    if keeping.hindrance is not None or keeping.parts is None:
        print(keeping.hindrance.name if keeping.hindrance is not None else "")
    elif deed == "write":
        print(keeping.book.note_look_up(tolvan))
    else:
        print(len(keeping.parts.audit.of_citizen(tolvan)), keeping.misses_rows)
    keeping.book.shut()
    return 0


if __name__ == "__main__":
    _work()
