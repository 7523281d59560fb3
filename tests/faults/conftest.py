"""Owns the fixtures of the faults: a receptionist at an open desk, and the log's warnings."""

from tests.faults.log import warned_of
from tests.journeys.opened import open_desk, receptionist

__all__ = ["open_desk", "receptionist", "warned_of"]
