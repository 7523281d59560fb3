"""The search box: what is looked up, what is not, and that an abandoned look-up never shows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.citizen import Unknown
from desktop.domain.identity import NumberFault, PersonIdentity
from desktop.domain.lookup import Hits, NameFault, NameQuery
from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.background import Background
from desktop.viewmodels.search import AskingWhy, Idle, Invalid, NoNameSearch, Searching, SearchViewModel
from tests.domain.samples import ADULT
from tests.viewmodels.conftest import Later

TOLVAN, MELKER = PersonIdentity("191212121212"), PersonIdentity("199006022397")
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def search(later: Later, background: Background) -> SearchViewModel:
    return SearchViewModel(later, background)


@pytest.fixture
def found(search: SearchViewModel) -> list[object]:
    found: list[object] = []
    search.found.connect(found.append)
    return found


def test_somebody_is_found(search: SearchViewModel, found: list[object], later: Later, until: Until) -> None:
    search.submit(" 19121212-1212 ")
    assert search.state == Searching(TOLVAN)
    until(lambda: later.asked)
    assert later.asked == [(TOLVAN,)]
    later.answer(ADULT)
    until(lambda: found)
    assert found == [ADULT]
    assert search.state == Idle()


@pytest.mark.parametrize(
    "answer", [Unknown(TOLVAN), Problem(Kind.NO_NETWORK, Effect.NOTHING_SENT)], ids=["unknown", "problem"]
)
def test_nobody_is_found(
    search: SearchViewModel, found: list[object], later: Later, until: Until, answer: object
) -> None:
    search.submit("191212121212")
    until(lambda: later.asked)
    later.answer(answer)
    until(lambda: search.state == answer)
    assert found == []


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("191212121213", Invalid(NumberFault.CHECK_DIGIT)),
        ("1912", Invalid(NumberFault.INCOMPLETE)),
        ("19121212AB12", Invalid(NumberFault.RESERVE_NUMBER)),
        ("Ek 19501301", Invalid(NameFault.NO_SUCH_DATE)),
        ("Ek' 1950", Invalid(NameFault.FORBIDDEN_SIGN)),
        ("Anna Ek 1950", NoNameSearch()),
        ("", Idle()),
        ("  \t ", Idle()),
    ],
)
def test_what_is_not_looked_up(
    search: SearchViewModel, later: Later, delivered: Callable[[], None], typed: str, state: object
) -> None:
    search.submit(typed)
    assert search.state == state
    delivered()
    assert later.asked == []


def test_a_care_centre_is_asked_for(search: SearchViewModel, later: Later, qtbot: QtBot) -> None:
    with qtbot.waitSignal(search.centre_asked) as asked:
        search.submit("Åsbrinken")
    assert asked.args == ["Åsbrinken"]
    assert (search.state, later.asked) == (Idle(), [])


def test_a_superseded_look_up_never_shows(
    search: SearchViewModel, found: list[object], later: Later, until: Until, delivered: Callable[[], None]
) -> None:
    search.submit(TOLVAN.number)
    until(lambda: len(later.asked) == 1)
    search.submit(MELKER.number)
    until(lambda: len(later.asked) == 2)
    later.answer(ADULT, call=0)
    until(lambda: later.finished == 1)
    delivered()
    assert search.state == Searching(MELKER)
    assert found == []
    melker = replace(ADULT, identity=MELKER, asked=MELKER)
    later.answer(melker, call=1)
    until(lambda: found)
    assert found == [melker]


@pytest.mark.parametrize("leave", ["clear", "invalid", "centre"])
def test_a_late_answer_changes_nothing(
    search: SearchViewModel,
    found: list[object],
    later: Later,
    until: Until,
    delivered: Callable[[], None],
    leave: str,
) -> None:
    search.submit(TOLVAN.number)
    until(lambda: later.asked)
    {"clear": search.clear, "invalid": lambda: search.submit("19"), "centre": lambda: search.submit("Ek")}[leave]()
    left = search.state
    assert not isinstance(left, Searching)
    later.answer(ADULT)
    until(lambda: later.finished == 1)
    delivered()
    assert search.state == left
    assert found == []


def test_an_empty_enter_does_not_disturb(
    search: SearchViewModel, found: list[object], later: Later, until: Until
) -> None:
    search.submit(TOLVAN.number)
    until(lambda: later.asked)
    search.submit(" ")
    assert search.state == Searching(TOLVAN)
    later.answer(ADULT)
    until(lambda: found)


def test_a_name_is_searched_with_a_reason(background: Background, later: Later, until: Until) -> None:
    search = SearchViewModel(Later(), background, search_by_name=later)
    query = NameQuery("Anna", "Ek", date(1950, 1, 1), date(1950, 12, 31))
    search.submit("Anna Ek 1950")
    assert search.state == AskingWhy(query)
    assert later.asked == []
    search.search(query, "ringer")
    assert search.state == Searching(query)
    until(lambda: later.asked)
    assert later.asked == [(query, "ringer")]
    later.answer(Hits((ADULT,)))
    until(lambda: search.state == Hits((ADULT,)))


def test_without_the_registers_words_nobody_is_searched_by_name(search: SearchViewModel) -> None:
    search.search(NameQuery("Anna", "Ek", date(1950, 1, 1), date(1950, 12, 31)), "ringer")
    assert search.state == Idle()
    assert not search.finds_names
