"""What benchmarks share: the real desk on a practice region, its window's timer gaps, and when it is painted."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.domain.identity import PersonIdentity
from desktop.domain.regions import County
from desktop.settings.profile import Profile
from desktop.tour import Hands
from desktop.training import PracticeRegion
from desktop.views.look import Theme

PATIENCE = 30.0
_TICK = 5


@contextmanager
def practice_region() -> Iterator[PracticeRegion]:
    """A practice region of its own, small world."""
    with tempfile.TemporaryDirectory() as folder:
        region = PracticeRegion(Path(folder), small=True)
        try:
            yield region
        finally:
            region.stop()


@contextmanager
def desk_at(region: PracticeRegion, profile: Profile | None = None) -> Iterator[Hands]:
    """Hands at the real window against the practice region; nothing is kept from another desk."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        terms = region.profile() if profile is None else profile
        desk = Desk(terms, region.platform, region.secrets(), Path(folder), region.people, region.controls())
        desk.show(app, theme=Theme.LIGHT)
        hands = Hands(desk)
        try:
            hands.until(lambda: bool(desk.model.standing.people), "the practice region")
            yield hands
        finally:
            desk.close()
            desk.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def set_delay(region: PracticeRegion, seconds: float) -> None:
    """Every call to the practice region takes this much longer."""
    control = http.client.HTTPConnection(region.ready()["control"].removeprefix("http://"))
    control.request("POST", "/faults", json.dumps({"set": [{"name": "delay", "seconds": seconds}]}))
    if control.getresponse().status != 200:
        raise RuntimeError("the practice region does not take the delay")
    control.close()


def call(hands: Hands, number: str) -> float:
    """One bare GetListing on the desk's own connection: the seconds that a round trip takes."""

    async def once() -> float:
        opened = await hands.desk.counter._opened()
        actor = hands.desk.model.profile.agreement("20").read_actor
        assert actor is not None
        started = time.perf_counter()
        await opened.listings.get_listing(County("20"), actor, PersonIdentity(number))
        return time.perf_counter() - started

    return float(hands.desk.background.wait(once(), PATIENCE))


class Painted(QObject):
    """Counts how often the window is laid out and painted, whatever page is open."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands.desk.window)
        self.times = 0
        hands.desk.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  the name that Qt calls
        self.times += event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest)
        return False

    def settle(self) -> None:
        """Until nothing waits to be laid out or painted."""
        before = -1
        while before != self.times:
            before = self.times
            QApplication.processEvents()


def live_until(met: Callable[[], bool]) -> None:
    """Let the window live as it does on its own: asleep until something happens. Needs a timer or an answer to come."""
    deadline = time.monotonic() + PATIENCE
    while not met():
        if time.monotonic() > deadline:
            raise TimeoutError("the window does not come there")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


Tick = tuple[float, float]
"""The clock and the processor time of the window's thread, in seconds."""


@contextmanager
def ticking() -> Iterator[list[Tick]]:
    """When a precise 5 ms timer on the window's thread came."""
    ticks = [_now()]
    timer = QTimer(interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(_now()))
    timer.start()
    yield ticks
    timer.stop()
    ticks.append(_now())


def _now() -> Tick:
    return time.perf_counter(), time.thread_time()


def gaps(ticks: list[Tick]) -> list[float]:
    """Milliseconds between one tick and the next."""
    return [(after[0] - before[0]) * 1000 for before, after in itertools.pairwise(ticks)]


def turns(ticks: list[Tick]) -> list[float]:
    """Milliseconds of its own work that the window's thread did between one tick and the next."""
    return [(after[1] - before[1]) * 1000 for before, after in itertools.pairwise(ticks)]


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return sorted(values)[int(len(values) * 0.99)]
