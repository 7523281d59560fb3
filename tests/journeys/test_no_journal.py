"""A desk that cannot keep cases reads all the same, registers nothing, and says what to mend."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.journal.file_store import open_store
from tests.journeys.opened import OpenDesk


def foreign_key(folder: Path) -> None:
    """Another account has made the journal."""
    open_store(folder / "journal.sqlite3", bytes(32)).close()


def newer(folder: Path) -> None:
    from desktop.journal.schema import STEPS

    open_store(folder / "journal.sqlite3", bytes(32), steps=(*STEPS, lambda _: None)).close()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (foreign_key, "Kontot har ingen nyckel till arbetsplatsens ärenden."),
        (newer, "Ärendena är skrivna av en nyare version."),
    ],
)
def test_it_is_said_and_nothing_is_sent(
    open_desk: OpenDesk,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    made: Callable[[Path], None],
    said: str,
) -> None:
    made(tmp_path)
    hands = open_desk()
    hands.sees("Det går att läsa, men inte att registrera.", said)
    hands.open("never-listed")
    hands.press("Ctrl+L")
    hands.sees("Just nu går det inte att registrera", "Raden längst ned säger varför.")
    hands.does_not_see("Vi ser inget hinder")
    hands.register()
    hands.sees("Ärendet gick inte att spara på den här datorn.")
    assert not hands.registrations
    caplog.clear()
