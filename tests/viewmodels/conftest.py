"""Owns what view models run on in tests: the real background loop, and use cases that answer when a test says so."""

import asyncio
import concurrent.futures
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.runtime.background import Background


class Later:
    """An async use case whose answers a test gives, in any order; `asked` are the arguments of each call."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.finished = 0
        self._answers: list[concurrent.futures.Future[Any]] = []

    async def __call__(self, *arguments: Any) -> Any:
        answer: concurrent.futures.Future[Any] = concurrent.futures.Future()
        self._answers.append(answer)
        self.asked.append(arguments)
        try:
            return await asyncio.wrap_future(answer)
        finally:
            self.finished += 1

    def answer(self, value: Any, call: int = -1) -> None:
        """Let a call return."""
        self._answers[call].set_result(value)


@pytest.fixture
def errors() -> list[BaseException]:
    return []


@pytest.fixture
def background(qapp: object, errors: list[BaseException]) -> Iterator[Background]:
    background = Background(errors.append)
    yield background
    background.close()
    assert errors == []


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """``until(lambda: model.state == ...)`` lets the window's events run until it holds."""
    return lambda holds: qtbot.waitUntil(lambda: bool(holds()), timeout=5000)


@pytest.fixture
def delivered(background: Background, until: Callable[..., None]) -> Callable[[], None]:
    """``delivered()`` waits until everything that has ended in the background has reached the window's thread."""

    def wait() -> None:
        arrived: list[None] = []

        async def nothing() -> None:
            return None

        background.run(nothing(), arrived.append)
        until(lambda: arrived)

    return wait
