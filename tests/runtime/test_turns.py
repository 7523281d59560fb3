"""Long work in turns: nothing is lost, what is short is not held up, and others get the interpreter meanwhile."""

import sys
import threading
import time

from desktop.runtime.background import Background
from desktop.runtime.turns import in_turns


def work(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_nothing_is_lost() -> None:
    assert list(in_turns(range(5000))) == list(range(5000))


def test_others_run_between_the_turns() -> None:
    """Even where Python itself would let nobody else in."""
    go, came = threading.Event(), threading.Event()

    def other() -> None:
        go.wait()
        came.set()

    thread = threading.Thread(target=other)
    thread.start()
    before = sys.getswitchinterval()
    sys.setswitchinterval(30)
    try:
        for item in in_turns(range(20)):
            if item == 0:
                go.set()
            work(0.001)
        let_in = came.is_set()
    finally:
        sys.setswitchinterval(before)
        thread.join()
    assert let_in


def test_no_thread_keeps_the_window_waiting_for_long(qapp: object) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    background = Background(lambda error: None)
    try:
        assert sys.getswitchinterval() < 0.001
    finally:
        background.close()
        sys.setswitchinterval(before)
