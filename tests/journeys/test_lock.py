"""The desk is left: nothing about anybody stays in the window or behind it, and what was begun is given back."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.case import Correction
from desktop.domain.draft import Draft
from desktop.domain.pile import Stage
from desktop.viewmodels.access import AccessViewModel
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.connection import ConnectionViewModel, Tried
from desktop.viewmodels.draft_keeper import DraftKeeper
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.lock import Cause, Locked, Warned
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.search import SearchViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_pile import begin, count, shown
from tests.journeys.test_resending import SOON, leave_unclear
from tests.region import Region
from tests.views.accessible import spoken

MANY = 1000
"""Objects that are looked through together: few of the program's hold anybody."""
# Backwards, so that the test itself does not hold what it looks for.
PEOPLE = {"child": ("nelliL", "nraberT"), "guardian": ("sidråV",), "adult-home": ("nafloT", "grebllaT")}


@pytest.fixture
def alone(receptionist: Receptionist) -> Receptionist:
    """At a desk that, unlike practice, names nobody whom one may try."""
    desk = receptionist.desk.model
    desk.stand(replace(desk.standing, people=()))
    return receptionist


def sought(region: Region, *people: str) -> list[str]:
    """Names and numbers, backwards, a number with ten digits and with its sign."""
    numbers = [region.number(key)[::-1] for key in people]
    written = [f"{one[:4]}-{one[4:]}" for one in numbers]
    return [*(name for key in people for name in PEOPLE[key]), *(one[:10] for one in numbers), *written]


def held(backwards: list[str]) -> dict[int, str]:
    """Whatever in the whole program, as Python's collector knows it, holds one of them: its kind, by its id."""
    gc.unfreeze()
    while gc.collect():
        pass
    found, holders = {}, gc.get_objects()
    for first in range(0, len(holders), MANY):
        some = holders[first : first + MANY]
        if has_one(backwards, gc.get_referents(*some)):
            named = [one for one in some if has_one(backwards, gc.get_referents(one)) and not is_source(one)]
            found |= {id(one): type(one).__qualname__ for one in named}
    return found


def has_one(backwards: list[str], among: list[object]) -> bool:
    """Whether one of these objects is a text, or bytes, with one of the words."""
    texts = [one.decode("utf-8", "ignore") if isinstance(one, bytes) else one for one in among]
    together = "\n".join(one for one in texts if isinstance(one, str))
    return any(name[::-1] in together for name in backwards)


def is_source(holder: object) -> bool:
    """The lines of a test's own file, as tracebacks keep them."""
    return isinstance(holder, list) and len(holder) > 20 and all(str(line).endswith("\n") for line in holder)


def draft_is_written(receptionist: Receptionist) -> None:
    """Wait until what was begun is in the journal."""
    keeper = receptionist.desk.model.locking._left
    assert isinstance(keeper, DraftKeeper)
    receptionist.until(lambda: bool(keeper.number) and not keeper._is_writing, "the draft")


def is_swept(receptionist: Receptionist) -> None:
    """Let the pages go and the sweep pass."""
    QTest.qWait(0)
    for _ in range(20):
        QCoreApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_after_locking_nobody_is_left_in_any_object_of_the_program(alone: Receptionist, region: Region) -> None:
    people = sought(region, "child", "guardian")
    before = held(people)  # Other tests' constants.
    alone.open("child")
    alone.press("Ctrl+L")
    alone.check()
    alone.scan("guardian")
    alone.sees("Vi ser inget hinder")
    assert len(held(people)) > len(before) + 5, "the test would not notice anybody"
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst", "Inga uppgifter om någon invånare finns kvar i fönstret.")
    draft_is_written(alone)
    is_swept(alone)
    assert not [name for name in people if name[::-1] in spoken(alone.desk.window)]
    for _ in range(5):  # A thread that has told what it wrote lets go of it a moment later.
        left = {holder: kind for holder, kind in held(people).items() if holder not in before}
        if not left:
            break
        is_swept(alone)
    assert not left, sorted(left.values())


def stands_in_the_pile(receptionist: Receptionist) -> None:
    """One form is on its way to the region, one waits to be approved."""
    model = begin(receptionist)
    receptionist.region.control("/faults", {"set": [{"name": "delay", "seconds": 0.5, "contract": "CreateListing"}]})
    receptionist.scan("adult-home")
    receptionist.until(lambda: shown(model), "the name")
    receptionist.press("Ctrl+Enter")
    receptionist.scan("child")
    receptionist.until(lambda: shown(model), "the name")
    receptionist.until(lambda: receptionist.desk.model.is_sending, "it to be on its way")


def stands_in_the_access_log(receptionist: Receptionist) -> None:
    """Somebody's number has been asked about, with the citizen beneath."""
    receptionist.open("child")
    receptionist.press("Ctrl+,")
    receptionist.sees("Åtkomstlogg")
    receptionist.walk("Åtkomstlogg")
    receptionist.press("Enter")
    receptionist.sees("Vem har gjort vad")
    receptionist.write(receptionist.region.number("child"))
    receptionist.press("Enter")
    model = receptionist.page(AccessViewModel)
    receptionist.until(lambda: model.state.rows is not None, "the extract")


def stands_before_resending(receptionist: Receptionist) -> None:
    """Everything has been read, and somebody is to decide."""
    leave_unclear(receptionist, receptionist.region)
    receptionist.press("Ctrl+R")
    receptionist.sees("Inget annat har ändrats sedan dess.")


def stands_in_a_letter(receptionist: Receptionist) -> None:
    """Something is lacking, and a line has been written to the citizen."""
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Ctrl+Shift+K")
    receptionist.page(LackingViewModel)
    receptionist.reach("lacks-DATE")
    receptionist.press("Space")
    receptionist.reach("told")
    receptionist.write("Hej Tallberg")


def stands_in_a_correction(receptionist: Receptionist) -> None:
    """What the citizen says is half written."""
    receptionist.open("adult-home")
    desk = receptionist.desk.model
    assert desk.overview is not None
    desk.papers.correct(*desk.overview.state.current[0])
    receptionist.reach("told")
    receptionist.write("Tallberg har inte valt")


def stands_in_the_connection_check(receptionist: Receptionist) -> None:
    """The regions are tried, with the citizen beneath."""
    receptionist.open("child")
    receptionist.desk.model.aside.show_connection()
    model = receptionist.page(ConnectionViewModel)
    model.start()
    receptionist.until(lambda: isinstance(model.state, Tried), "the report")


STANDS = (
    *(stands_in_the_pile, stands_in_the_access_log, stands_before_resending),
    *(stands_in_a_letter, stands_in_a_correction, stands_in_the_connection_check),
)


@pytest.mark.parametrize("stands", STANDS, ids=lambda stands: stands.__name__)
def test_from_wherever_one_stands_nobody_is_left(
    open_desk: OpenDesk,
    region: Region,
    stands: Callable[[Receptionist], None],
    pytestconfig: pytest.Config,
) -> None:
    if stands not in (stands_in_the_pile, stands_before_resending) and not pytestconfig.getoption("--long"):
        pytest.skip("walks every object of the program once more: --long")
    receptionist = open_desk(confirming=SOON)
    desk = receptionist.desk.model
    desk.stand(replace(desk.standing, people=()))
    people = sought(region, "child", "adult-home")
    before = held(people)
    stands(receptionist)
    assert set(held(people)) - set(before), "the test would not notice anybody"
    receptionist.press("Ctrl+Shift+L")
    receptionist.sees("Låst")
    receptionist.until(lambda: desk.locking.may_close, "the pile's end")
    assert not [name for name in people if name[::-1] in spoken(receptionist.desk.window)]
    for _ in range(20):
        is_swept(receptionist)
        QTest.qWait(25)
        left = {holder: kind for holder, kind in held(people).items() if holder not in before}
        if not left:
            break
    assert not left, sorted(left.values())


def test_a_pile_goes_on_on_its_own_terms_after_the_lock(alone: Receptionist) -> None:
    stands_in_the_pile(alone)
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst", "Det som har godkänts i bunten går vidare.")
    alone.until(lambda: alone.desk.model.locking.may_close, "the pile's end")
    assert len(alone.registrations) == 1
    alone.press("Enter")
    model = alone.page(PileViewModel)
    alone.until(lambda: model.is_open, "the pile to be opened")
    alone.settle()
    alone.scan("never-listed")
    alone.until(lambda: shown(model), "the name")
    alone.press("F4")
    alone.until(lambda: count(model, Stage.SET_ASIDE) == 1, "it to lie aside")
    alone.press("Ctrl+2")
    alone.sees("Ärenden: 3", "Bekräftad")


def test_a_form_about_somebody_protected_is_not_kept_by_the_lock_and_is_asked_for_again(alone: Receptionist) -> None:
    model = begin(alone)
    for person in ("protected-marked", "adult-home"):
        alone.scan(person)
        alone.until(lambda: count(model, Stage.LOOKING) == 0, "the look-up")
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst", "läggs under Ärenden, utom där uppgifterna är skyddade: det sparas inte.")
    alone.until(lambda: alone.desk.model.locking.may_close, "the pile's end")
    alone.press("Enter")
    again = alone.page(PileViewModel)
    alone.until(lambda: again.is_open, "the pile to be opened")
    alone.sees("Blanketter att läsa in igen: 1.", "Lägg dem åt sidan med F4.")
    alone.scan("protected-marked")
    alone.until(lambda: shown(again), "the form")
    alone.press("F4")
    alone.until(lambda: count(again, Stage.SET_ASIDE) == 1, "it to lie aside")
    alone.press("Ctrl+2")
    alone.sees("Ärenden: 2")


def test_what_is_written_in_a_letter_or_a_correction_lies_among_the_cases(alone: Receptionist) -> None:
    stands_in_a_letter(alone)
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst")
    draft_is_written(alone)
    alone.press("Enter", "F2")
    alone.sees("Ny invånare")
    stands_in_a_correction(alone)
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst")
    alone.press("Enter", "F2")
    alone.sees("Ny invånare")
    alone.press("Ctrl+2")
    page = alone.page(CasesViewModel)

    def told() -> set[str]:
        return {case.about.told for case in page.state.cases or () if isinstance(case.about, Draft | Correction)}

    alone.until(lambda: told() >= {"Hej Tallberg", "Tallberg har inte valt"}, "what was written")


def test_before_resending_the_case_is_given_back(open_desk: OpenDesk) -> None:
    receptionist = open_desk(confirming=SOON)
    stands_before_resending(receptionist)
    receptionist.desk.session.locked.emit()
    receptionist.sees("Låst")
    receptionist.press("Enter")
    receptionist.page(OutcomeViewModel)
    receptionist.sees("Oklart")
    assert len(receptionist.registrations) == 1


def test_nothing_is_kept_of_somebody_protected(alone: Receptionist) -> None:
    alone.open("protected-marked")
    alone.press("Ctrl+L")
    alone.check()
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst", "sparades inte, eftersom uppgifterna är skyddade")
    alone.press("Enter", "F2")
    alone.sees("Ny invånare")
    alone.open("protected-marked")
    alone.press("Ctrl+M")
    alone.sees("Ny invånare", "sparades inte, eftersom uppgifterna är skyddade")
    alone.open("protected-marked")
    alone.press("Ctrl+L")
    alone.check()
    alone.desk.model.drafting.keeper._soon.timeout.emit()
    alone.desk.model.drafting.keep_what_is_open()
    alone.press("Ctrl+2")
    page = alone.page(CasesViewModel)
    alone.until(lambda: page.state.cases is not None, "the cases")
    assert page.state.cases == ()


def test_keys_and_scanner_lead_nowhere_until_somebody_goes_on(alone: Receptionist, region: Region) -> None:
    alone.open("adult-home")
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst")
    alone.press("F2", "Ctrl+2", "Ctrl+K", "F1", "Ctrl+,", "Ctrl+M", "F7", "Esc", "F5")
    alone.desk.model.scan(region.number("adult-home"))
    alone.sees("Låst")
    alone.does_not_see("Ny invånare", "Tallberg")
    alone.press("Enter")
    alone.sees("Sök invånare", "Ny invånare")


def test_with_the_computer_the_desk_locks_and_what_was_begun_is_given_back(alone: Receptionist) -> None:
    alone.open("adult-home")
    alone.press("Ctrl+L")
    alone.check()
    alone.desk.session.locked.emit()
    alone.sees("Låst", "öppnas igen när du fortsätter")
    draft_is_written(alone)
    alone.press("Enter")
    alone.page(CheckViewModel)
    assert isinstance(alone.check(), Ready)
    alone.sees("Tolvan Tallberg", "Kvarnhedens vårdcentral → Tallbackens vårdcentral")


def test_by_key_the_computer_is_locked_too_and_then_work_is_given_back(alone: Receptionist) -> None:
    asked: list[bool] = []
    alone.desk.model.locking.lock_session = lambda: not asked.append(True)  # type: ignore[func-returns-value]
    alone.open("adult-home")
    alone.press("Ctrl+Shift+L")
    alone.sees("Låst", "öppnas igen när du fortsätter")
    assert asked == [True]
    draft_is_written(alone)
    alone.press("Enter")
    alone.sees("Översikt", "Tolvan Tallberg")


def test_an_outcome_is_given_back_as_its_case(alone: Receptionist) -> None:
    alone.open("adult-home")
    alone.press("Ctrl+L")
    alone.register()
    alone.sees("Registrerad och bekräftad")
    alone.desk.session.locked.emit()
    alone.sees("Låst")
    alone.press("Enter")
    alone.page(OutcomeViewModel)
    alone.sees("Registrerad och bekräftad")
    assert len(alone.registrations) == 1


def test_a_warning_comes_first_and_any_key_takes_it_away(alone: Receptionist) -> None:
    lock = alone.desk.model.lock
    alone.open("adult-home")
    lock.tick(239)
    alone.does_not_see("Luckan låses")
    lock.tick(245)
    alone.sees("Luckan låses om 55 sekunder. Tryck på valfri tangent för att fortsätta.")
    lock.tick(0.2)
    alone.does_not_see("Luckan låses")
    alone.sees("Översikt")
    lock.tick(300)
    assert lock.state == Locked(Cause.IDLE, guarded=False)
    alone.sees("Luckan låstes för att ingen använde den.", "ligger under Ärenden")
    alone.press("Enter")
    alone.page(SearchViewModel)


def test_a_screen_reader_hears_the_warning_three_times_and_not_each_second(
    alone: Receptionist, heard: list[tuple[str, bool]]
) -> None:
    lock = alone.desk.model.lock
    alone.open("adult-home")
    heard.clear()
    for second in range(60, 0, -1):
        lock.tick(300.0 - second)
    assert [text.split(".")[0] for text, _ in heard] == [f"Luckan låses om {n} sekunder" for n in (60, 30, 10)]
    alone.sees("Luckan låses om 1 sekund.")


def test_an_empty_desk_and_a_call_are_not_locked(alone: Receptionist) -> None:
    lock = alone.desk.model.lock
    lock.tick(1000)
    assert not lock.is_locked
    alone.press("F6")
    lock.tick(1000)
    assert not lock.is_locked
    alone.press("Esc")
    alone.press("F2")
    alone.open("adult-home")
    alone.press("Ctrl+L")
    alone.check()
    alone.press("Alt+F")
    lock.tick(1000)
    assert not lock.is_locked
    assert not isinstance(lock.state, Warned)


def test_a_registration_in_flight_is_waited_for(alone: Receptionist, region: Region) -> None:
    alone.open("adult-home")
    alone.press("Ctrl+L")
    alone.check()
    alone.press("Space")
    region.control("/faults", {"set": [{"name": "delay", "contract": "CreateListing", "seconds": 1}]})
    alone.press("Ctrl+Enter")
    alone.press("Ctrl+Shift+L")
    alone.sees("Luckan låses så snart regionen har svarat.")
    assert not alone.desk.model.lock.is_locked
    alone.sees("Låst")
    assert len(alone.registrations) == 1


def test_a_receipt_leaves_the_screen_but_not_while_it_is_printed(alone: Receptionist) -> None:
    alone.open("adult-home")
    alone.press("Ctrl+L")
    alone.register()
    alone.press("Ctrl+P")
    paper = alone.page(PaperViewModel)
    paper.is_printing = True
    alone.desk.model.lock.tick(61)
    assert alone.desk.model.page is paper
    paper.is_printing = False
    alone.desk.model.lock.tick(61)
    alone.page(SearchViewModel)
    alone.does_not_see("Tallberg")


def test_what_was_copied_goes_with_the_lock(alone: Receptionist, qtbot: QtBot) -> None:
    alone.open("adult-home")
    QApplication.clipboard().setText("19121212-1212")
    alone.press("Ctrl+Shift+L")
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize(("language", "scale"), [("sv", 2.0), ("en", 1.0)])
def test_the_locked_page_says_where_one_is_in_each_language(
    open_desk: object, language: str, scale: float, qtbot: QtBot
) -> None:
    receptionist = open_desk(language=language, scale=scale)  # type: ignore[operator]
    receptionist.press("Ctrl+Shift+L")
    receptionist.sees({"sv": "Luckan är låst.", "en": "The desk is locked."}[language])
    assert receptionist.focus.objectName() == "unlock"
