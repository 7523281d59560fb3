"""Reads the warnings that a fault is meant to leave in the log."""

from collections.abc import Callable

import pytest

from tests.journeys.receptionist import digits

WarnedOf = Callable[[str], None]


@pytest.fixture
def warned_of(caplog: pytest.LogCaptureFixture) -> WarnedOf:
    """``warned_of("unreadable")``: the log warns of that and of nothing else, and names nobody."""

    def warned(what: str) -> None:
        said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
        assert said, "nothing was logged"
        assert all(what in message for message in said)
        assert not any("Tallberg" in message or "191212121212" in digits(message) for message in said)
        caplog.clear()

    return warned
