"""A person's key may repeat a read after ten seconds: each read by itself, said in seconds, gone with the citizen."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desktop.viewmodels.repeats import CHECK, CITIZEN, Repeats, centres, region


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def repeats(qapp: object) -> Repeats:
    return Repeats()


def test_ten_seconds_are_what_the_contract_asks(repeats: Repeats) -> None:
    assert repeats.seconds == 10.0


def test_a_key_acts_once_and_then_says_how_long_until(repeats: Repeats, done: list[str]) -> None:
    told: list[int] = []
    repeats.too_soon.connect(told.append)
    repeats.again(CHECK, lambda: done.append("first"))
    repeats.again(CHECK, lambda: done.append("second"))
    assert done == ["first"]
    assert told == [10]
    repeats.seconds = 0.0
    repeats.again(CHECK, lambda: done.append("third"))
    assert done == ["first", "third"]


def test_each_read_is_counted_by_itself_and_a_part_with_its_whole(repeats: Repeats) -> None:
    repeats.note(centres("20"))
    assert repeats.may(centres("03"))
    assert not repeats.may(centres("20"))
    repeats.note(CITIZEN)
    assert repeats.may(region("20"))
    repeats.note(CITIZEN)
    assert not repeats.may(region("03"), CITIZEN)


def test_the_next_citizen_begins_anew_but_care_centres_are_the_same_for_all(repeats: Repeats) -> None:
    repeats.note(CITIZEN)
    repeats.note(centres("20"))
    repeats.forget()
    assert repeats.may(CITIZEN)
    assert not repeats.may(centres("20"))


def test_what_waits_is_done_by_itself(repeats: Repeats, done: list[str], qtbot: QtBot) -> None:
    repeats.seconds = 0.5
    repeats.note(CITIZEN)
    with qtbot.waitSignal(repeats.waits) as said:
        repeats.when_allowed(CITIZEN, lambda: done.append("read"))
    assert said.args == [1]
    assert done == []
    qtbot.waitUntil(lambda: done == ["read"])


def test_what_waits_is_forgotten_with_the_citizen(repeats: Repeats, done: list[str], qtbot: QtBot) -> None:
    repeats.seconds = 0.2
    later = Repeats(seconds=0.2)
    for one, said in ((repeats, "read"), (later, "later")):
        one.note(CITIZEN)
        one.when_allowed(CITIZEN, partial(done.append, said))
    repeats.forget()
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["later"]
