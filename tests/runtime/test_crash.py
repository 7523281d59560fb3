"""Uncaught exceptions reach the window's thread from everywhere; a dead process leaves a trace without values."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop.runtime.crash import CrashWatch, keep_report

DYING = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.runtime.crash import CrashWatch
app = QCoreApplication([])
def on_behalf_of(number):
    watch = CrashWatch(Path(sys.argv[1]), print)
    ctypes.string_at(0)
on_behalf_of("191212121212")
"""


class Told:
    def __init__(self) -> None:
        self.errors: list[BaseException] = []
        self.threads: list[QThread] = []

    def __call__(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def watch(qtbot: QtBot, tmp_path: Path, told: Told) -> Iterator[CrashWatch]:
    watch = CrashWatch(tmp_path, told)
    yield watch
    watch.close()


def fail() -> None:
    raise LookupError("Tolvan Tallberg")


def by_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def by_hook() -> None:
    try:
        fail()
    except LookupError as error:
        sys.excepthook(LookupError, error, error.__traceback__)


@pytest.mark.parametrize("failing", [by_thread, by_hook])
def test_an_exception_that_nobody_caught_is_told_on_the_windows_thread(
    watch: CrashWatch, told: Told, qtbot: QtBot, failing: Callable[[], None]
) -> None:
    failing()
    qtbot.waitUntil(lambda: bool(told.errors), timeout=5000)
    assert isinstance(told.errors[0], LookupError)
    assert told.threads == [watch.thread()]


def test_a_program_that_ended_well_leaves_nothing(tmp_path: Path, told: Told, qtbot: QtBot) -> None:
    CrashWatch(tmp_path, told).close()
    again = CrashWatch(tmp_path, told)
    assert again.last_run == ""
    again.close()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_died_is_found_at_the_next_start(tmp_path: Path, told: Told, qtbot: QtBot) -> None:
    done = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], capture_output=True, check=False)
    assert done.returncode != 0
    watch = CrashWatch(tmp_path, told)
    watch.close()
    assert "Segmentation fault" in watch.last_run
    assert "on_behalf_of" in watch.last_run
    assert "1212" not in watch.last_run
    assert 'File "crash' not in watch.last_run
    assert "/" not in watch.last_run.replace('File "', "").split("Current thread")[1].split("Extension modules")[0]


def test_the_last_five_reports_are_kept(tmp_path: Path) -> None:
    for number in range(7):
        keep_report(tmp_path, f"{number}", "report")
    assert len(list(tmp_path.glob("crash-*.txt"))) == 5
    keep_report(tmp_path / "nowhere", "1", "a folder that is not there stops nobody")
