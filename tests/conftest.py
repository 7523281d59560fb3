"""Owns what every test gets: Qt without a screen, the look, typing of Swedish letters, and no silent warnings."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.staff import NOBODY, acting
from desktop.training import PracticeRegion
from desktop.views.look import Theme, apply
from desktop.views.parts import voice
from tests.journal.places import JournalDatabase
from tests.postgres import Cluster, start_cluster
from tests.region import Region

IN_MEMORY, ROOM = Path("/dev/shm"), 2 * 10**9  # noqa: S108  a place, and how many bytes it must have
settings.register_profile("ordinary", max_examples=100, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="take the full counts of examples and rounds")
    parser.addoption("--program", metavar="PATH", help="compare a frozen or installed program with the source")
    parser.addoption(
        "--wine", action="store_true", help="install the Windows installer under Wine, with a stand-in program"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Hypothesis takes its count of examples from the option; a test that wants more multiplies it.

    The ordinary run keeps its files in memory, where they are written in a tenth of the time; the long one waits for
    the disk, as a desk does.
    """
    long = config.getoption("--long")
    settings.load_profile("long" if long else "ordinary")
    if not long and has_room_in_memory():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def has_room_in_memory() -> bool:
    """In containers the place may be small, or closed to the programs that some tests write."""
    if not IN_MEMORY.is_dir():
        return False
    place = os.statvfs(IN_MEMORY)
    return place.f_bavail * place.f_frsize > ROOM and not place.f_flag & os.ST_NOEXEC


def pytest_collection_finish() -> None:
    """From here garbage is looked for between tests, in the window's thread; see `desktop/runtime/garbage.py`."""
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Most garbage is young; a full look now and then takes what is older."""
    gc.collect(2 if gc.get_count()[2] >= 20 else 1)


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeRegion]:
    """A practice region in its own process, small world, shared by all tests; take `region` to talk to it."""
    practice = PracticeRegion(tmp_path_factory.mktemp("practice"), small=True)
    yield practice
    practice.stop()


@pytest.fixture
def region(practice: PracticeRegion) -> Iterator[Region]:
    """The practice region on its first day, without faults and with an empty log of calls."""
    region = Region(practice)
    region.control("/reset", {})
    yield region
    region.close()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of this process's own; a test that stops it starts it again."""
    cluster = start_cluster()
    yield cluster
    cluster.remove()


@pytest.fixture(scope="session")
def journal_database(cluster: Cluster) -> Iterator[JournalDatabase]:
    """A database for journals; each test takes a care centre of its own in it."""
    database = JournalDatabase(cluster)
    yield database
    database.drop()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application as pytest-qt makes it, with the desk's look (light, 100 %)."""
    apply(qapp, Theme.LIGHT, 1.0)
    yield qapp
    qapp.clipboard().clear()  # Without a screen Qt destroys what was copied after Python has ended, and falls.


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """``type_text(widget, "Åsa")`` types as a keyboard does; qtbot.keyClicks aborts the process on å, ä and ö."""

    def type_into(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return type_into


@pytest.fixture
def heard() -> Iterator[list[tuple[str, bool]]]:
    """What a screen reader is told, and whether it interrupts."""
    texts: list[tuple[str, bool]] = []

    def hear(text: str, assertive: bool) -> None:
        texts.append((text, assertive))

    voice.said.connect(hear)
    yield texts
    voice.said.disconnect(hear)


@pytest.fixture(autouse=True)
def no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning fails the test; a test that expects one asserts it and then calls ``caplog.clear()``."""
    yield
    for phase in ("setup", "call"):
        loud = [record for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
        assert not loud, f"logged during {phase}: " + "; ".join(record.getMessage() for record in loud)


@pytest.fixture(autouse=True)
def nobody_acts_afterwards() -> Iterator[None]:
    """Whoever a test has signed in is gone when it ends."""
    yield
    acting.set(NOBODY)
