"""A form that returns brings all that was known when it was printed: who signs, its version, the language, its day."""

from __future__ import annotations

from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_choosing import list_here, ready
from tests.journeys.test_listing import choose
from tests.region import Region


def kept_form(receptionist: Receptionist) -> str:
    """Print the form of the open check; its code."""
    receptionist.press("Ctrl+P")
    model = receptionist.page(PaperViewModel)
    kept: list[bool] = []
    model.kept.connect(lambda: kept.append(True))
    model.keep()
    receptionist.until(lambda: bool(kept), "the case of the form")
    return str(model.state.content.code)


def bring_back(receptionist: Receptionist, code: str) -> None:
    receptionist.press("F2")
    receptionist.write(code)
    receptionist.press("Enter")
    receptionist.page(CheckViewModel)
    receptionist.check()


def test_the_guardian_the_language_and_the_version_come_back(open_desk: OpenDesk, region: Region) -> None:
    morning = open_desk()
    list_here(morning, "child")
    morning.write(region.number("guardian"))
    morning.press("Enter")
    morning.sees("Vårdis Trebarn")
    morning.press("Alt+M")
    morning.sees("Kontrollerad av")
    morning.reach("language")
    morning.write("arabiska")
    morning.press("Tab", "Space")
    code = kept_form(morning)
    morning.desk.close()

    evening = open_desk()
    bring_back(evening, code)
    evening.sees("Vårdis Trebarn", "Utskriven här", "Version 2026-1.", "Språk: arabiska.", "Med tolk.")
    evening.reach("APPROVED")
    evening.press("Space", "Ctrl+Enter")
    evening.sees("Registrerad och bekräftad")
    (call,) = evening.registrations
    assert region.number("guardian") in call["body"]
    evening.press("Ctrl+2")
    evening.sees("Ärenden: 1", "Bekräftad")


def test_a_representative_comes_back_with_the_document(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Alt+M")
    receptionist.sees("Kontrollerad av")
    receptionist.reach("representative")
    receptionist.write("Gun Manner")
    receptionist.press("Tab")
    receptionist.write("Registerutdrag")
    receptionist.press("Tab")
    bring_back(receptionist, kept_form(receptionist))
    representative = ready(receptionist).basis.chooser.representative
    assert representative is not None
    assert (representative.name, representative.basis) == ("Gun Manner", "Registerutdrag")
    receptionist.sees("Företrädaren har godkänt")


def test_a_form_is_not_signed_before_it_was_printed(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    bring_back(receptionist, kept_form(receptionist))
    receptionist.press("Space", "Alt+D")
    receptionist.write("2026-01-01")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Blanketten skrevs ut senare än så.", "Ett datum stämmer inte.")
    assert receptionist.registrations == []


def test_a_form_for_one_centre_is_not_evidence_for_another(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    code = kept_form(receptionist)
    receptionist.press("F2")
    receptionist.open("adult-home")
    bring_back(receptionist, code)
    receptionist.press("Esc")
    choose(receptionist, "granlid")
    receptionist.check()
    assert ready(receptionist).basis.printed_on is None
    receptionist.does_not_see("Utskriven här")
