"""After a day's work nobody's name or number is left where it does not belong."""

import logging
from pathlib import Path

import pytest

from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.views.accessible import spoken

PEOPLE = {"adult-home": ("Tolvan", "Tallberg"), "never-listed": ("Nova", "Olistedt"), "child": ("Lillen", "Trebarn")}


@pytest.fixture
def worked(receptionist: Receptionist, caplog: pytest.LogCaptureFixture) -> Receptionist:
    """Three citizens: one listed, one looked up, one child whose guardian was named; all log levels kept."""
    caplog.set_level(logging.DEBUG)
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.press("F2")
    receptionist.open("never-listed")
    receptionist.press("F2")
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.scan("guardian")
    receptionist.sees("Vi ser inget hinder")
    return receptionist


def test_titles_and_log_name_nobody(worked: Receptionist, caplog: pytest.LogCaptureFixture) -> None:
    titles = [worked.desk.window.windowTitle(), worked.desk.window.accessibleName()]
    logged = [record.getMessage() + repr(record.args) for record in caplog.get_records("setup")]
    assert logged, "nothing was logged at all"
    for text in (*titles, *logged):
        assert not said_of(worked, text), text


def test_after_f2_nothing_of_the_citizen_is_left_for_a_screen_reader(worked: Receptionist, open_desk: OpenDesk) -> None:
    """In practice the empty search names whom one may try; nothing else may come back after a citizen."""
    assert said_of(worked, spoken(worked.desk.window))
    worked.press("F2")
    worked.sees("Sök invånare")
    before = open_desk()
    offered = set(spoken(before.desk.window).split("\n"))
    left = [line for line in spoken(worked.desk.window).split("\n") if line not in offered]
    assert not said_of(worked, "\n".join(left))


def test_the_journal_in_clear_names_nobody(worked: Receptionist, tmp_path: Path) -> None:
    files = [file for file in tmp_path.iterdir() if file.name.startswith("journal")]
    assert any(file.stat().st_size > 1000 for file in files)
    for file in files:
        content = file.read_bytes()
        text = content.decode("utf-8", "ignore") + content.decode("utf-16-le", "ignore")
        assert not said_of(worked, text), file.name


def said_of(receptionist: Receptionist, text: str) -> list[str]:
    """The names and numbers of those who were at the desk that occur in a text, however numbers are written."""
    numbers = {receptionist.region.number(key) for key in (*PEOPLE, "guardian")}
    runs = digits_of_numbers(text)
    found = [name for names in PEOPLE.values() for name in names if name in text]
    return found + [number for number in numbers if number in runs or number[2:] in runs]


def digits_of_numbers(text: str) -> str:
    """A text with the signs taken out that personal numbers are written with."""
    return text.replace("-", "").replace("+", "").replace("\u2011", "")
