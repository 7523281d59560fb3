"""Owns the fixtures of the pages: a receptionist at an open desk."""

from tests.journeys.opened import open_desk, receptionist

__all__ = ["open_desk", "receptionist"]
