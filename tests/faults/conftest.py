"""Owns the fixtures of the faults: a receptionist at an open desk, the log's warnings, and a region full of people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.training import PracticeRegion
from tests.faults.log import warned_of
from tests.journeys.opened import open_desk, receptionist
from tests.region import Region
from tests.world import CENTRE

__all__ = ["open_desk", "receptionist", "warned_of"]


@pytest.fixture
def whole_region(tmp_path: Path) -> Iterator[Region]:
    """A practice region of one's own with people enough, and with room for them all."""
    practice = PracticeRegion(tmp_path / "region")
    region = Region(practice)
    region.control("/free-places", {"facility": CENTRE, "places": 10**6})
    yield region
    region.close()
    practice.stop()
