"""Two desks on one journal: what one has open the other sees, reads and leaves alone, until it is let go of.

Each test runs twice: with the journal in a file, and in a real PostgreSQL.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from desktop.domain.audit import Action
from desktop.domain.case import FormToSign, new_code
from desktop.domain.identity import PersonIdentity
from desktop.domain.pile import Stage
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases, State
from desktop.journal.records import write_about
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import Working
from desktop.viewmodels.search import SearchViewModel
from tests.faults.test_killed import workplace_at
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_cases import DALARNA, order
from tests.journeys.test_pile import begin, count, shown
from tests.neighbour import Neighbour, neighbour_at
from tests.region import Region
from tests.sharing import SharedJournal, journal
from tests.world import people_of

__all__ = ["journal"]

PERSON, CODE = "never-listed", new_code()


def leave_form(journal: SharedJournal, region: Region) -> str:
    """A form that waits for its signature; the case's number."""
    store = journal.open()
    registration = order(region.number(PERSON))
    form = FormToSign(registration.citizen, registration.choice, frozenset({DALARNA}), CODE)
    number = Cases(store, Audit(store, "berit", "Reception 1")).open(write_about(form), State.WAITING, code=form.code)
    store.close()
    return number


@pytest.fixture
def anna(region: Region, journal: SharedJournal) -> Iterator[Neighbour]:
    with neighbour_at(journal.beside(workplace_at(region, journal.folder, read_timeout=30))) as neighbour:
        yield neighbour


@pytest.fixture
def form(region: Region, journal: SharedJournal) -> str:
    return leave_form(journal, region)


@pytest.fixture
def sit_down(open_desk: OpenDesk, journal: SharedJournal) -> Callable[[], Receptionist]:
    """Open the desk here."""
    return lambda: open_desk(journal=journal.terms)


def test_what_another_desk_has_open_is_said_and_only_read(
    form: str, anna: Neighbour, sit_down: Callable[[], Receptionist]
) -> None:
    desk = sit_down()
    desk.press("Ctrl+2")
    desk.sees("Väntar på underskrift", "Avbryt ärendet")
    focused = desk.focus
    assert anna.opens(form)
    desk.sees("Väntar på underskrift. Anna Berg har det öppet sedan ", "Läs", "Ta över ärendet")
    desk.does_not_see("Avbryt ärendet", "Öppna")
    assert desk.focus is focused, "nothing is taken from whoever stands in the list"
    desk.press("Enter")
    desk.page(PaperViewModel)
    desk.sees(f"Ärende {form}: Anna Berg har det öppet sedan ", "Här går det bara att läsa.")
    desk.press("Esc")
    desk.page(CasesViewModel)
    anna.closes(form)
    desk.until(lambda: "Anna Berg" not in desk.screen(), "the claim to go")
    desk.press("Enter")
    desk.page(CheckViewModel)


def test_a_case_that_has_just_been_opened_elsewhere_is_met_at_the_door(
    form: str, anna: Neighbour, sit_down: Callable[[], Receptionist]
) -> None:
    """The list may be older than a key is quick: the journal tells, not the list."""
    desk = sit_down()
    assert anna.opens(form)
    desk.write(CODE)
    desk.press("Enter")
    desk.sees(f"Ärende {form}: Anna Berg har det öppet sedan ")
    assert not isinstance(desk.desk.model.page, CheckViewModel)
    assert anna.sends(desk.region.number(PERSON), form) == "Confirmed"


def test_a_claim_lapses_in_seconds_when_its_desk_dies(
    form: str, anna: Neighbour, sit_down: Callable[[], Receptionist]
) -> None:
    desk = sit_down()
    assert anna.opens(form)
    desk.press("Ctrl+2")
    desk.sees("Anna Berg har det öppet")
    anna.die()
    died = time.monotonic()
    desk.until(lambda: "Anna Berg" not in desk.screen(), "the claim to lapse")
    assert time.monotonic() - died < 10
    desk.sees("Avbryt ärendet")
    desk.press("Enter")
    desk.page(CheckViewModel)


@pytest.mark.parametrize("leave", ["Esc", "F2", "Ctrl+M", "Ctrl+2", "Ctrl+Shift+L"])
def test_what_is_open_here_is_let_go_of_with_its_page(
    form: str, anna: Neighbour, sit_down: Callable[[], Receptionist], leave: str
) -> None:
    desk = sit_down()
    desk.write(CODE)
    desk.press("Enter")
    desk.check()
    assert anna.sees(form)
    assert not anna.opens(form)
    assert not anna.ends(form)
    assert anna.sends(desk.region.number(PERSON), form) == "NotSent OPEN_ELSEWHERE"
    desk.press(leave)
    if leave == "Esc":  # The form belongs to the visit, and so to the citizen's page beneath the check, too.
        desk.page(OverviewViewModel)
        desk.settle()
        assert anna.sees(form)
        desk.press("F2")
    desk.until(lambda: not anna.sees(form), "letting go")
    assert anna.opens(form)


def test_taking_over_is_told_there_and_stands_in_the_trail(
    form: str, anna: Neighbour, sit_down: Callable[[], Receptionist], region: Region, journal: SharedJournal
) -> None:
    desk = sit_down()
    assert anna.opens(form)
    desk.press("Ctrl+2")
    desk.sees("Anna Berg har det öppet")
    desk.reach("take-over")
    desk.press("Space")
    desk.check()
    assert anna.sees(form)
    assert anna.sends(desk.region.number(PERSON), form) == "NotSent OPEN_ELSEWHERE"
    assert anna.opens(form, by_hand=True)
    desk.page(SearchViewModel)
    desk.sees(f"Ärende {form} är stängt här: Anna Berg har det öppet sedan ", "Inget har skickats härifrån.")
    store = journal.open()
    rows = Audit(store, "", "").of_citizen(PersonIdentity(region.number(PERSON)))
    store.close()
    taken = [row for row in rows if row.entry.action is Action.TAKEN_OVER]
    assert [row.entry.evidence["from"]["who"] for row in taken] == ["Anna Berg", taken[0].who]
    assert taken[1].who == "anna1"


def test_what_another_desk_settles_is_seen_where_one_stands(
    form: str, anna: Neighbour, sit_down: Callable[[], Receptionist]
) -> None:
    desk = sit_down()
    desk.sees("Ärenden")
    desk.press("Ctrl+2")
    desk.sees("Väntar på underskrift", "Alla (1)")
    assert anna.ends(form)
    ended = time.monotonic()
    desk.sees("Avslutad")
    assert time.monotonic() - ended < 5


def test_what_a_dead_desk_was_sending_is_unclear_here_and_followed(
    anna: Neighbour, sit_down: Callable[[], Receptionist], region: Region
) -> None:
    desk = sit_down()
    desk.press("Ctrl+2")
    region.control("/faults", {"set": [{"name": "hang-after-store", "contract": "CreateListing", "seconds": 30}]})
    anna.begins_to_send(region.number(PERSON))
    desk.sees("Skickas")
    desk.until(lambda: bool(desk.registrations), "the region to have it")
    anna.die()
    desk.sees("Oklart sedan en annan lucka avbröts: ", "Oklart – kontrollera")
    region.control("/faults", {"clear": True})
    desk.press("F5")
    desk.sees("Bekräftad")
    assert len(desk.registrations) == 1


def test_what_a_pile_has_set_aside_is_followed_where_it_lies(
    anna: Neighbour, sit_down: Callable[[], Receptionist], region: Region
) -> None:
    desk = sit_down()
    pile = begin(desk)
    person = people_of(region)[0]
    desk.scan(person)
    desk.until(lambda: shown(pile), "the name")
    desk.press("F4")
    desk.until(lambda: count(pile, Stage.SET_ASIDE) == 1, "the form to be set aside")
    assert isinstance(pile.state, Working)
    (number,) = (one.number for one in pile.state.pile.forms)
    assert anna.opens(number)
    desk.sees("Anna Berg har det öppet sedan ")
    assert anna.sends(person, number) == "Confirmed"
    desk.sees("→ Bekräftad")
