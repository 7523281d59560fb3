"""Blankettbunt by keyboard: set up once, scan, compare, one chord a form; what needs thought stops nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from desktop.domain.pile import Stage
from desktop.training import PracticeRegion
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Unprepared
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel, Working
from desktop.views.parts import KeyButton
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.region import Region
from tests.world import people_of


def begin(receptionist: Receptionist) -> PileViewModel:
    """A pile with what usually holds."""
    receptionist.press("Ctrl+3")
    model = receptionist.page(PileViewModel)
    receptionist.sees("Gäller hela bunten", "Börja")
    receptionist.press("Ctrl+Enter")
    receptionist.until(lambda: model.is_open, "the pile to be opened")
    receptionist.settle()
    return model


def shown(model: PileViewModel) -> bool:
    """A name stands there to be compared with the paper."""
    current = model.state.pile.current if isinstance(model.state, Working) else None
    return current is not None and current.stage is Stage.TO_APPROVE


def count(model: PileViewModel, *stages: Stage) -> int:
    return model.state.pile.count(*stages) if isinstance(model.state, Working) else 0


def test_one_chord_a_form_after_the_scan_when_nothing_differs(receptionist: Receptionist, region: Region) -> None:
    model = begin(receptionist)
    people = people_of(region)[:4]
    for place, person in enumerate(people):
        receptionist.scan(person)
        receptionist.until(lambda: shown(model), "the name")
        receptionist.settle()
        if place == 2:
            receptionist.write("1102")
        receptionist.press("Ctrl+Enter")
        assert receptionist.keys == (5 if place == 2 else 1)
    receptionist.until(lambda: count(model, Stage.REGISTERED) == 4, "all four to be registered")
    assert isinstance(model.state, Working)
    days = [form.dated.isoformat()[5:] for form in model.state.pile.forms if form.dated]
    assert days[2:] == ["11-02", "11-02"]
    assert days[0] == days[1] != days[2]
    assert len(receptionist.registrations) == 4


def test_nothing_is_approved_while_there_is_nothing_to_compare(receptionist: Receptionist, region: Region) -> None:
    model = begin(receptionist)
    send, aside = (button_of(receptionist, name) for name in ("Stämmer – registrera", "Lägg åt sidan"))
    assert (send.blocked, send.property("look")) == (True, "secondary")
    assert send.accessibleDescription() == "Skanna nästa blankett."
    person, other = people_of(region)[:2]
    receptionist.scan(person)
    receptionist.until(lambda: shown(model), "the name")
    receptionist.settle()
    assert (send.blocked, send.property("look")) == (False, "primary")
    receptionist.desk.model.toggle_mask()
    receptionist.settle()
    receptionist.press("Ctrl+Enter", "Enter")
    assert shown(model), "nobody has compared a hidden name with the paper"
    assert (send.property("look"), aside.property("look")) == ("secondary", "primary")
    receptionist.desk.model.toggle_mask()
    receptionist.press("Ctrl+Enter")
    receptionist.until(lambda: count(model, Stage.REGISTERED) == 1, "the form to be registered")
    assert (send.blocked, send.property("look")) == (True, "secondary")
    receptionist.scan(other)
    receptionist.until(lambda: shown(model), "the next name")
    receptionist.press("F4")
    receptionist.until(lambda: count(model, Stage.SET_ASIDE) == 1, "the form to be set aside")
    assert len(receptionist.registrations) == 1


def button_of(receptionist: Receptionist, words: str) -> KeyButton:
    """A button of the page, by what it says."""
    buttons = receptionist.desk.window.page.findChildren(KeyButton)
    return next(one for one in buttons if one.text() == words)


def test_the_next_form_is_read_while_the_last_is_sent(receptionist: Receptionist, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "delay", "seconds": 1.0, "contract": "CreateListing"}]})
    model = begin(receptionist)
    for person in people_of(region)[:3]:
        receptionist.scan(person)
        receptionist.until(lambda: shown(model), "the name")
        receptionist.press("Ctrl+Enter")
    assert count(model, Stage.REGISTERED) < 3
    receptionist.until(lambda: count(model, Stage.REGISTERED) == 3, "all three to be registered")


def test_what_needs_thought_is_set_aside_and_the_list_is_printed(receptionist: Receptionist, region: Region) -> None:
    model = begin(receptionist)
    for person in ("in-queue", "child"):
        receptionist.scan(person)
        receptionist.until(lambda: shown(model), "the name")
        receptionist.press("Ctrl+Enter")
    receptionist.scan("never-listed")
    receptionist.until(lambda: shown(model), "the name")
    receptionist.press("F4")
    receptionist.scan("in-queue")
    receptionist.sees("Redan inläst som nr 1.")
    receptionist.until(lambda: count(model, Stage.SET_ASIDE) >= 2, "what needs thought")
    receptionist.sees("Åt sidan: vårdnadshavare saknas", "Åt sidan: behöver kontrolleras")
    receptionist.reach("pile-counted")
    receptionist.write("4")
    receptionist.sees("Stämmer inte. Blanketter i bunten: 4. Inlästa: 3.")
    receptionist.press("Ctrl+P")
    receptionist.page(PaperViewModel)
    receptionist.sees("Sammanställning av bunten")
    paper = "\n".join(label.accessibleDescription() for label in receptionist.desk.window.page.findChildren(QLabel))
    assert "Inlästa: 3" in paper
    assert "vårdnadshavare saknas" in paper
    assert region.number("child") not in paper.replace("-", "")
    receptionist.press("Ctrl+2")
    receptionist.page(CasesViewModel)
    receptionist.sees("Komplettera")


def test_a_pile_goes_on_through_an_outage(open_desk: OpenDesk, region: Region) -> None:
    receptionist = open_desk()
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile"}]})
    model = begin(receptionist)
    for person in people_of(region)[:2]:
        receptionist.scan(person)
    receptionist.until(lambda: count(model, Stage.WAITING) == 2, "both to wait")
    receptionist.sees("Väntar på svar: Tjänsteplattformen fick inget svar från personregistret.", "Fråga igen")
    region.control("/faults", {"clear": True})
    receptionist.press("F5")
    for _ in range(2):
        receptionist.until(lambda: shown(model), "the name")
        receptionist.press("Ctrl+Enter")
    receptionist.until(lambda: count(model, Stage.REGISTERED) == 2, "both to be registered")


def test_a_form_for_a_closed_care_centre_says_so_and_leads_to_another(
    open_desk: OpenDesk, practice: PracticeRegion
) -> None:
    desk = practice.profile().desk
    closed = desk.centres[0].model_copy(update={"hsa_id": "SE9900000020-1999"})
    receptionist = open_desk(desk=desk.model_copy(update={"centres": (closed,)}))
    model = begin(receptionist)
    receptionist.scan("adult-home")
    receptionist.until(lambda: shown(model), "the name")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Åt sidan: Region Dalarna erbjuder inte längre den mottagningen", "Öppna ärendet")
    receptionist.scan("never-listed")
    receptionist.until(lambda: shown(model), "the name")
    receptionist.does_not_see("Öppna ärendet")
    receptionist.press("F4")
    receptionist.sees("Öppna ärendet")
    receptionist.press("F3")
    check = receptionist.page(CheckViewModel)
    receptionist.until(lambda: isinstance(check.state, Unprepared), "the region's answer")
    receptionist.sees("erbjuder inte längre den mottagningen", "Tolvan Tallberg")
    assert receptionist.focus.property("look") == "primary"
    receptionist.press("Enter")
    receptionist.page(FacilitiesViewModel)
    receptionist.sees("29 av 29 mottagningar")
    receptionist.write("tallbackens")
    receptionist.press("Enter")
    receptionist.check()
    receptionist.sees("Tallbackens vårdcentral", "Tolvan Tallberg")


def test_what_the_region_wants_read_is_shown_once_for_all_forms_that_got_it(
    open_desk: OpenDesk, practice: PracticeRegion, region: Region
) -> None:
    """INFO's message must be shown (TS 11), in a pile as well."""
    desk = practice.profile().desk
    answers_info = desk.centres[0].model_copy(update={"hsa_id": "SE9900000020-1006"})
    receptionist = open_desk(desk=desk.model_copy(update={"centres": (answers_info,)}))
    model = begin(receptionist)
    for person in people_of(region)[:2]:
        receptionist.scan(person)
        receptionist.until(lambda: shown(model), "the name")
        receptionist.press("Ctrl+Enter")
    receptionist.until(lambda: count(model, Stage.REGISTERED) == 2, "both to be registered")
    receptionist.sees("Läs regionens meddelande om blankett 1 och 2.", "Mottagningen flyttar till nya lokaler")


def test_after_a_killed_desk_it_is_said_where_the_scanned_forms_are(receptionist: Receptionist) -> None:
    desk = receptionist.desk.model
    desk.stand(replace(desk.standing, left_in_pile=("2026-0001", "2026-0002")))
    receptionist.sees("Programmet avbröts mitt i en blankettbunt.", "ligger under Ärenden: 2 st.")
    desk.stand(replace(desk.standing, unclear_cases=("2026-0003",)))
    receptionist.sees("Oklart sedan programmet avbröts: 2026-0003.", "ligger under Ärenden: 2 st.")
