"""The background loop: what is cancelled never arrives, what fails is told, and closing leaves nothing behind."""

import asyncio
import threading
import time
import weakref
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from desktop.runtime.background import Background


@pytest.fixture
def errors() -> list[BaseException]:
    return []


@pytest.fixture
def background(qapp: object, errors: list[BaseException]) -> Iterator[Background]:
    background = Background(errors.append)
    yield background
    background.close()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    return lambda holds: qtbot.waitUntil(lambda: bool(holds()), timeout=5000)


@pytest.fixture
def delivered(background: Background, until: Callable[..., None]) -> Callable[[], None]:
    """``delivered()`` waits for a job that was started after all others; results keep their order."""

    def wait() -> None:
        arrived: list[object] = []
        background.run(value("last"), arrived.append)
        until(lambda: arrived)

    return wait


async def value(one: object) -> object:
    await asyncio.sleep(0)
    return one


def test_work_is_done_elsewhere_and_delivered_here(background: Background, until: Callable[..., None]) -> None:
    threads: list[object] = []

    async def work() -> str:
        return threading.current_thread().name

    background.run(work(), lambda name: threads.extend((name, QThread.currentThread())))
    until(lambda: threads)
    assert threads == ["background", QCoreApplication.instance().thread()]


def test_values_arrive_in_order(background: Background, until: Callable[..., None]) -> None:
    async def count() -> AsyncIterator[int]:
        for number in range(100):
            yield await value(number)

    arrived: list[int] = []
    background.follow(count(), arrived.append)
    until(lambda: len(arrived) == 100)
    assert arrived == list(range(100))


def test_five_hundred_cancelled_jobs_deliver_nothing(background: Background, delivered: Callable[[], None]) -> None:
    arrived: list[object] = []
    jobs = [background.run(value(number), arrived.append) for number in range(500)]
    for job in jobs:
        job.cancel()
    delivered()
    assert arrived == []


def test_a_job_cancelled_after_its_result_is_on_the_way_delivers_nothing(
    background: Background, delivered: Callable[[], None]
) -> None:
    done = threading.Event()
    arrived: list[object] = []

    async def work() -> str:
        return "late"

    async def flag() -> None:
        done.set()

    job = background.run(work(), arrived.append)
    background.run(flag(), arrived.append)
    assert done.wait(5)
    job.cancel()
    delivered()
    assert arrived == [None]


def test_an_error_reaches_whoever_must_hear_of_it(
    background: Background, errors: list[BaseException], until: Callable[..., None]
) -> None:
    async def broken() -> AsyncIterator[int]:
        yield 1
        raise LookupError("a bug")

    arrived: list[int] = []
    background.follow(broken(), arrived.append)
    until(lambda: errors)
    assert (arrived, [type(error) for error in errors]) == ([1], [LookupError])


def test_an_error_stops_no_other_job(background: Background, until: Callable[..., None]) -> None:
    async def broken() -> None:
        raise LookupError("a bug")

    arrived: list[object] = []
    background.run(broken(), arrived.append)
    background.run(value("fine"), arrived.append)
    until(lambda: arrived)
    assert arrived == ["fine"]


def test_closing_is_quick_and_cancels_what_is_under_way(qapp: object, errors: list[BaseException]) -> None:
    background = Background(errors.append)
    begun, ended = [threading.Event() for _ in range(20)], list[str]()
    for one in begun:
        background.run(waiting(one, ended), errors.append)
    for one in begun:
        assert one.wait(5)
    begin = time.monotonic()
    background.close()
    assert time.monotonic() - begin < 0.5
    assert ended == ["cancelled"] * 20
    assert "background" not in [thread.name for thread in threading.enumerate()]
    background.close()


async def waiting(begun: threading.Event, ended: list[str]) -> None:
    begun.set()
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        ended.append("cancelled")


def test_waiting_for_something_to_end(background: Background) -> None:
    assert background.wait(value(7), 5) == 7


def test_what_fails_while_nobody_awaits_it_is_reported(
    background: Background, errors: list[BaseException], until: Callable[..., None]
) -> None:
    async def fail() -> None:
        raise LookupError("nobody awaits this")

    async def leave_alone() -> None:
        asyncio.get_running_loop().call_soon(asyncio.ensure_future, fail())

    background.run(leave_alone(), lambda _: None)
    until(lambda: errors)
    assert isinstance(errors[0], LookupError)


class Page(QObject):
    """Whoever waits for a result, and is gone before it comes."""

    def __init__(self, died_in: list[threading.Thread]) -> None:
        super().__init__()
        weakref.finalize(self, lambda: died_in.append(threading.current_thread()))

    def receive(self, _: object) -> None:
        raise AssertionError("it is gone")


def test_a_page_that_nobody_else_holds_dies_in_its_own_thread(
    background: Background, delivered: Callable[[], None]
) -> None:
    died_in: list[threading.Thread] = []
    goes_on = threading.Event()
    page = Page(died_in)
    job = background.run(asyncio.to_thread(goes_on.wait), page.receive)
    del page
    held = list(died_in)
    job.cancel()
    after = list(died_in)
    goes_on.set()
    delivered()
    assert (held, after) == ([], [threading.main_thread()])


def test_a_job_whose_work_was_cancelled_is_let_go(background: Background, delivered: Callable[[], None]) -> None:
    died_in: list[threading.Thread] = []
    page = Page(died_in)

    async def cancelled() -> None:
        raise asyncio.CancelledError

    background.run(cancelled(), page.receive)
    del page
    delivered()
    assert died_in == [threading.main_thread()]


def test_what_is_started_after_closing_is_not_begun(background: Background) -> None:
    background.close()
    begun: list[object] = []

    async def work() -> None:
        begun.append(None)

    background.run(work(), begun.append)
    QCoreApplication.processEvents()
    assert begun == []
