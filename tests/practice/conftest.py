"""Starts practice regions as their own processes; tests speak to them only over wire and control surface."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.practice.wire import CONTRACTS, Caller, Process, Schemas


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    if not CONTRACTS.is_dir():
        pytest.skip(f"the contracts' schemas are not beside the checkout ({CONTRACTS.name})")
    return Schemas()


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    process = Process(tmp_path_factory.mktemp("small"), "--small")
    yield process.ready
    assert process.stop() == 0


@pytest.fixture(scope="module")
def desk(small_world: dict[str, Any], schemas: Schemas) -> Iterator[Caller]:
    """Each file begins on the small world's first day, whatever another file has left behind."""
    caller = Caller(small_world, schemas)
    caller.post("/reset")
    yield caller
    caller.close()


@pytest.fixture
def region(desk: Caller) -> Caller:
    """The small world on its first day."""
    desk.post("/reset")
    return desk
