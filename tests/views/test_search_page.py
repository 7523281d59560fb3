"""The search page where a search by name has more answers than it may have, and where the register is silent."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from desktop.domain.citizen import Deregistration, PersonName
from desktop.domain.identity import PersonIdentity
from desktop.domain.lookup import Hits
from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.background import Background
from desktop.runtime.language import Language
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.search import AskingWhy
from desktop.viewmodels.use_cases import UseCases
from desktop.views.parts import KeyButton, Notice
from desktop.views.search import SearchPage
from desktop.views.search_answers import SearchAnswers
from tests.domain.samples import ADULT


@pytest.fixture
def page_of(qapp: object, qtbot: QtBot) -> Iterator[Callable[..., SearchPage]]:
    """``page_of(answer)``: the page after "Anna Ek 1950" has been searched for, and that was the answer."""
    background = Background(lambda error: None)
    desks: list[DeskViewModel] = []

    async def nothing(*_: Any) -> None:
        return None

    async def no_drafts(*_: Any) -> tuple[()]:
        return ()

    def make(answer: Hits | Problem, height: int = 600) -> SearchPage:
        async def search(*_: Any) -> Hits | Problem:
            return answer

        given = {field.name: nothing for field in fields(UseCases)} | {"search_by_name": search, "drafts": no_drafts}
        desk = DeskViewModel(read_profile(resource("practice/profile.toml")), UseCases(**given), background)
        desks.append(desk)
        page = SearchPage(desk.search.finds_names)
        SearchAnswers(desk, Language("sv"), page)
        qtbot.addWidget(page)
        page.resize(700, height)
        page.show()
        desk.search.submit("Anna Ek 1950")
        asked = desk.search.state
        assert isinstance(asked, AskingWhy)
        desk.search.search(asked.query, "ringer")
        qtbot.waitUntil(lambda: desk.search.state == answer)
        return page

    yield make
    background.close()
    desks.clear()


def shown(page: SearchPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def keys(page: SearchPage) -> list[str]:
    return [one.text() for one in page.findChildren(KeyButton) if one.isVisibleTo(page)]


def test_more_than_500_asks_for_more_detail_and_not_for_the_same_again(
    page_of: Callable[..., SearchPage],
) -> None:
    page = page_of(Problem(Kind.TOO_MANY_HITS, Effect.REFUSED))
    assert "Fler än 500 personer stämmer med sökningen." in shown(page)
    assert "skriv mer av namnet" in shown(page)
    assert "Försök igen" not in keys(page)
    assert page.first is not None
    assert page.first.objectName() == "number"


def test_a_silent_register_may_be_asked_again(page_of: Callable[..., SearchPage]) -> None:
    page = page_of(Problem(Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT))
    assert "Försök igen" in keys(page)


def test_an_answer_on_a_low_screen_comes_into_sight(page_of: Callable[..., SearchPage], qtbot: QtBot) -> None:
    """At 200 % there is hardly more than the box above the buttons."""
    page = page_of(Problem(Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT), height=300)
    notice = page.findChild(Notice)
    qtbot.waitUntil(lambda: notice.visibleRegion().boundingRect().height() > notice.height() // 2)
    assert not page.number.edit.visibleRegion().isEmpty()


def test_two_of_a_name_and_a_year_are_told_apart_by_the_day_and_by_what_has_become_of_them(
    page_of: Callable[..., SearchPage],
) -> None:
    one = replace(ADULT, name=PersonName("Anna", "", "Ek"), born=date(1950, 2, 3))
    number = PersonIdentity("195005050546")
    other = replace(one, identity=number, born=date(1950, 11, 5), deregistration=Deregistration.DECEASED)
    table = page_of(Hits((one, other))).findChild(QTableView)
    model = table.model()
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(2)]
    assert [row[1] for row in rows] == ["1950-02-03", "1950-11-05"]
    assert [row[3] for row in rows] == ["", "Avliden"]


def test_the_button_that_shows_enter_does_what_enter_does(page_of: Callable[..., SearchPage]) -> None:
    page = page_of(Hits((ADULT,)))
    assert "Öppna" in keys(page)
    assert "Sök" not in keys(page)
    page.number.edited.emit("A")
    assert "Sök" in keys(page)
    assert "Öppna" not in keys(page)
