"""Owns the fixtures of the pages: a receptionist at an open desk, and whoever walks through its states."""

from tests.journeys.opened import open_desk, receptionist
from tests.views.walked import open_walker

__all__ = ["open_desk", "open_walker", "receptionist"]
