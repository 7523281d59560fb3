"""Garbage with a piece of the window in it goes in the window's thread, whoever makes objects meanwhile."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from desktop.runtime.garbage import sweep, sweep_here_only


@pytest.fixture
def as_python_starts() -> Iterator[None]:
    gc.enable()
    yield
    gc.disable()


class Page(QObject):
    """A page that holds itself, as one does through a signal's lambda, with a timer at work."""

    def __init__(self, died_in: list[threading.Thread]) -> None:
        super().__init__()
        self.held = lambda: self
        self.timer = QTimer(self, interval=1000)
        self.timer.start()
        weakref.finalize(self, lambda: died_in.append(threading.current_thread()))


def make_objects(kept: list[object]) -> None:
    kept.extend([number] for number in range(3_000))


@pytest.mark.usefixtures("qapp", "as_python_starts")
def test_only_a_sweep_finds_garbage() -> None:
    sweep_here_only()
    died_in: list[threading.Thread] = []
    kept: list[object] = []
    Page(died_in)
    elsewhere = threading.Thread(target=make_objects, args=(kept,))
    elsewhere.start()
    elsewhere.join()
    assert died_in == []
    sweep(untouched=0.0)
    assert died_in == [threading.main_thread()]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("untouched", "sweeps"), [(60.0, range(1, 3)), (0.0, range(50, 150))])
def test_what_has_grown_old_goes_when_nobody_works_or_in_the_end(untouched: float, sweeps: range) -> None:
    gc.collect()
    died_in: list[threading.Thread] = []
    page = Page(died_in)
    gc.collect(0)
    gc.collect(1)
    del page
    kept: list[object] = []
    swept = 0
    while not died_in and swept < sweeps.stop:
        make_objects(kept)
        sweep(untouched)
        swept += 1
    assert swept in sweeps
    assert died_in == [threading.main_thread()]
