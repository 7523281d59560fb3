"""Drafts: what was begun survives a killed desk and a phone call, and comes back ready to check."""

from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register


def test_a_killed_desk_gives_back_what_was_begun(open_desk: OpenDesk) -> None:
    morning = open_desk()
    morning.open("adult-home")
    morning.press("Ctrl+L")
    morning.check()
    morning.until(lambda: bool(morning.desk.model.drafting.keeper.number), "the draft on the disk")
    evening = open_desk()  # The morning's desk never said goodbye.
    evening.does_not_see("Parkerat")
    evening.press("Ctrl+2")
    evening.sees("Utkast. ", " har det öppet sedan ", "T.T. 1912", "Listning", "Tallbackens vårdcentral")
    evening.press("Enter")
    evening.sees("Här går det bara att läsa.")
    opening = morning.desk.counter._opening
    assert opening is not None
    parts = opening.result().keeping.parts
    assert parts is not None
    parts.store._life.end()
    evening.until(lambda: evening.page(CasesViewModel).state.rows[0].claim is None, "the claim to lapse")
    evening.does_not_see("Tolvan")
    evening.press("Enter")
    evening.page(CheckViewModel)
    evening.check()
    register(evening)
    evening.sees("Registrerad och bekräftad")
    evening.press("Ctrl+2")
    evening.sees("Bekräftad", "Ärenden: 1")


def test_the_phone_rings_and_the_draft_waits(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.desk.model.drafting.park()
    receptionist.sees("Sök invånare")
    receptionist.open("never-listed")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Esc", "Ctrl+2")
    receptionist.page(CasesViewModel)
    receptionist.sees("Utkast", "T.T. 1912", "Ärenden: 1")
    assert receptionist.registrations == []
