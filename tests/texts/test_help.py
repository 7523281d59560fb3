"""Help: the same pages in both languages, one for each refusal and problem, the ones that matter here first."""

import re
from pathlib import Path
from typing import get_args

import pytest

import desktop.views
from desktop.domain.outcome import RefusalCode
from desktop.domain.problems import Kind
from desktop.runtime.language import Language
from desktop.texts.help import help_pages, search_help
from desktop.texts.keys import KEYS
from desktop.viewmodels.aside import _ABOUT
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.pages import Page
from desktop.views.column_widths import ColumnWidths
from desktop.views.command_box import CommandBox
from desktop.views.dialogue import Dialogue, HelpOver
from desktop.views.failure import FailureDialog
from desktop.views.first_tour import FirstTour
from desktop.views.licences import LicencesDialog
from desktop.views.profile_faults import ProfileDialog
from desktop.views.reveal_reason import RevealReason

SWEDISH, ENGLISH = Language("sv"), Language("en")
PLACES = (
    *("search", "overview", "care-centres", "care-centre", "doctors", "check", "outcome"),
    *("paper", "cases", "correction", "practice", "settings", "pile", "connection", "access", "call"),
)
DIALOGUES = (ColumnWidths, CommandBox, FailureDialog, FirstTour, LicencesDialog, ProfileDialog, RevealReason)


def test_both_languages_have_the_same_pages_for_the_same_places_and_codes() -> None:
    swedish, english = help_pages(SWEDISH), help_pages(ENGLISH)
    assert [(one.key, one.pages, one.codes) for one in swedish] == [(one.key, one.pages, one.codes) for one in english]
    assert len({one.key for one in swedish}) == len(swedish) > 15
    assert not {one.title for one in swedish} & {one.title for one in english}
    assert all(one.text for one in (*swedish, *english))


@pytest.mark.parametrize("place", PLACES)
def test_each_page_of_the_window_has_help_of_its_own_first(place: str) -> None:
    assert place in help_pages(SWEDISH, place)[0].pages


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda one: one.__name__)
def test_each_dialogue_has_help_of_its_own_first(dialogue: type[Dialogue]) -> None:
    assert dialogue.about in help_pages(SWEDISH, dialogue.about)[0].pages
    assert {*Dialogue.__subclasses__()} == {*DIALOGUES, HelpOver}


def test_every_page_of_the_window_is_one_that_help_knows() -> None:
    known = {kind: about for kind, about in _ABOUT.items() if about in PLACES}
    assert set(get_args(Page)) == {*known, HelpViewModel}


@pytest.mark.parametrize("code", [*RefusalCode, *Kind], ids=lambda code: code.name)
def test_every_refusal_and_every_problem_is_explained_once_and_first(code: RefusalCode | Kind) -> None:
    pages = help_pages(SWEDISH, "outcome", (code.name,))
    assert [code.name in one.codes for one in pages].count(True) == 1
    assert code.name in pages[0].codes


_A_KEY = re.compile(r'"((?:Ctrl\+|F\d|Esc|Enter)[^" ]*)"')


def test_every_key_in_the_views_stands_on_the_page_about_keys() -> None:
    views = Path(desktop.views.__file__).parent
    files = (file for file in views.rglob("*.py") if file.parent.name != "look")  # No scenes of the parts alone.
    keys = {key for file in files for key in _A_KEY.findall(file.read_text("utf-8"))}
    assert len(keys) > 15
    assert keys - {"Ctrl+Return"} <= set(KEYS)  # Which is Enter by its other name.


def test_no_page_explains_a_code_that_does_not_exist() -> None:
    known = {code.name for code in (*RefusalCode, *Kind)}
    assert {code for page in help_pages(SWEDISH) for code in page.codes} <= known


def test_a_search_finds_by_title_then_by_words_then_by_text() -> None:
    found = [page.key for page in search_help("köplats", help_pages(SWEDISH))]
    assert found[0] == "queue"
    assert len(found) > 1
    assert [page.key for page in search_help("VP007", help_pages(SWEDISH))] == ["agreed"]
    assert search_help("xqz", help_pages(SWEDISH)) == ()
    assert len(search_help("", help_pages(ENGLISH))) == len(help_pages(ENGLISH))
