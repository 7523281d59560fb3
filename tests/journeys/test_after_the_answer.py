"""After the answer: cases, what goes on in the background, the form that returns, corrections, and a wish."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.domain.case import FormToSign, read_code
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register
from tests.journeys.test_listing import choose
from tests.region import Region


def test_what_is_not_shown_yet_goes_on_among_the_cases(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("slow-to-show")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Mottagen, visas ännu inte", "Nästa invånare")
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden", "S.S.", "Mottagen, visas ännu inte", "Kontrollera nu")
    receptionist.does_not_see("Sakta", "Synlund")
    region.control("/clock", {"advance_seconds": 300})
    receptionist.sees("Bekräftad")
    assert len(receptionist.registrations) == 1


def test_a_case_is_opened_and_printed_again(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("Ctrl+2")
    receptionist.sees("Bekräftad", "Listning", "T.T. 1912")
    receptionist.does_not_see("Kontrollera nu")
    receptionist.press("Ctrl+P")
    receptionist.page(PaperViewModel)
    receptionist.sees("Kvitto")
    receptionist.press("Esc")
    receptionist.page(CasesViewModel)
    receptionist.press("Enter")
    receptionist.page(OutcomeViewModel)
    receptionist.sees("Registrerad och bekräftad", "Öppna invånaren")
    receptionist.press("F3")
    receptionist.sees("Översikt", "Tallbackens vårdcentral")


def test_a_form_that_returns_opens_its_case_ready_to_check(open_desk: OpenDesk, tmp_path: Path) -> None:
    morning = open_desk()
    code = print_form(morning, tmp_path)
    morning.desk.close()
    evening = open_desk()
    evening.press("Ctrl+2")
    evening.sees("Väntar på underskrift")
    evening.press("F2")
    evening.write(code.replace("-", "").lower())
    evening.press("Enter")
    evening.page(CheckViewModel)
    evening.check()
    evening.sees("Kontroll före registrering", "Silverbergets vårdcentral")
    evening.press("Ctrl+J")
    evening.check()
    register(evening)
    evening.sees("Nu i kö, plats 14")
    evening.press("Ctrl+2")
    evening.sees("Ärenden: 1", "I kö, plats 14")
    evening.press("F2")
    evening.write(code)
    evening.press("Enter")
    evening.page(OutcomeViewModel)
    evening.sees("Nu i kö, plats 14")


@pytest.mark.parametrize(("typed", "said"), [("K7QM-2W9G", "Ärendekoden"), ("AAAA-AAA2", "Ärendekoden")])
def test_a_mistyped_code_says_so(receptionist: Receptionist, typed: str, said: str) -> None:
    assert read_code(typed) is None
    receptionist.write(typed)
    receptionist.press("Enter")
    receptionist.sees(said)


def correct_what_was_registered(receptionist: Receptionist) -> CorrectionViewModel:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Registrerad och bekräftad")
    receptionist.reach("correct")
    receptionist.press("Enter")
    return receptionist.page(CorrectionViewModel)


def test_a_correction_is_written_printed_and_sends_nothing(receptionist: Receptionist) -> None:
    model = correct_what_was_registered(receptionist)
    receptionist.until(lambda: model.state.cases is not None, "our own cases")
    receptionist.sees("Rättelse", "Våra egna ärenden", "Lista på Kvarnhedens vårdcentral igen", "Inget skickas")
    receptionist.reach("told")
    receptionist.write("fel")
    receptionist.press("Ctrl+Enter")
    receptionist.page(PaperViewModel)
    receptionist.sees("Rättelse till regionen")
    assert len(receptionist.registrations) == 1
    receptionist.press("Ctrl+2")
    receptionist.sees("Rättelse", "”Jag har inte valt den här”", "Behöver någon (1)")


def test_going_back_is_a_new_registration_from_our_own_case(receptionist: Receptionist) -> None:
    model = correct_what_was_registered(receptionist)
    receptionist.until(lambda: model.state.former is not None, "the former care centre")
    overview = receptionist.desk.model.overview
    assert overview is not None
    receptionist.until(lambda: overview.state.is_complete, "what regions show now")
    receptionist.settle()
    receptionist.press("Ctrl+L")
    receptionist.sees("Tallbackens vårdcentral → Kvarnhedens vårdcentral")


def test_a_wish_is_kept_and_printed(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Registrerad och bekräftad", "tjänsten har ingen plats för det")
    receptionist.reach("wish")
    receptionist.write("Karin Ek")
    receptionist.press("Enter")
    receptionist.sees("Sparat i ärendet.")
    receptionist.press("Ctrl+2")
    receptionist.sees("Bekräftad")
    receptionist.press("Ctrl+P")
    receptionist.page(PaperViewModel)
    receptionist.settle()
    assert "Karin Ek" in paper_text(receptionist)


def test_the_same_message_is_not_sent_twice_after_a_refusal(receptionist: Receptionist) -> None:
    receptionist.open("cap-reached")
    for _ in range(2):
        choose(receptionist, "tall")
        register(receptionist)
        receptionist.sees("Inga byten kvar just nu", "Regionens kontakt")
        receptionist.press("Esc")
        receptionist.sees("Översikt")
    assert len(receptionist.registrations) == 1


def test_a_full_centre_leads_to_its_queue_with_one_key(receptionist: Receptionist) -> None:
    receptionist.open("never-listed")
    choose(receptionist, "silver")
    register(receptionist)
    receptionist.sees("Full enligt regionen", "Lista eller ställ i kö", "Välj annan mottagning")
    receptionist.press("Ctrl+J")
    receptionist.page(CheckViewModel)
    register(receptionist)
    receptionist.sees("Nu i kö, plats 14")


def test_a_protected_persons_receipt_is_off_until_they_want_it(receptionist: Receptionist) -> None:
    receptionist.open("protected-marked")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.until(lambda: isinstance(receptionist.desk.model.page, OutcomeViewModel), "the outcome")
    receptionist.settle()
    receptionist.press("Ctrl+P")
    model = receptionist.page(PaperViewModel)
    assert not model.state.allowed
    receptionist.sees("Invånaren vill ha kvittot på &papper eller som fil.")
    assert paper_text(receptionist) == ""
    receptionist.reach("wants-paper")
    receptionist.press("Space")
    assert "Tallbackens" in paper_text(receptionist)


def test_a_form_signed_at_the_desk_is_registered_as_its_own_case(receptionist: Receptionist, tmp_path: Path) -> None:
    code = print_form(receptionist, tmp_path)
    receptionist.press("Esc")
    receptionist.page(CheckViewModel)
    receptionist.press("Ctrl+J")
    receptionist.check()
    register(receptionist)
    receptionist.sees("Nu i kö, plats 14")
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden: 1", "I kö, plats 14")
    receptionist.press("F2")
    receptionist.write(code)
    receptionist.press("Enter")
    receptionist.page(OutcomeViewModel)


def test_the_other_guardian_chooses_in_a_check_of_their_own(receptionist: Receptionist) -> None:
    receptionist.choose_as_one_guardian()
    receptionist.sees(
        "Båda vårdnadshavarna behöver godkänna", "den andra vårdnadshavarens val", "Den andra vårdnadshavaren väljer"
    )
    receptionist.press("Ctrl+G")
    receptionist.page(CheckViewModel)
    receptionist.check()
    receptionist.sees("Kontroll före registrering")
    assert len(receptionist.registrations) == 1


def print_form(receptionist: Receptionist, folder: Path) -> str:
    """The form for a full care centre, kept among the cases as when it is printed; its code."""
    receptionist.open("never-listed")
    choose(receptionist, "silver")
    receptionist.check()
    receptionist.press("Ctrl+P")
    model = receptionist.page(PaperViewModel)
    kept: list[bool] = []
    model.kept.connect(lambda: kept.append(True))
    model.keep()
    receptionist.until(lambda: bool(kept), "the case of the form")
    form = model.state.content
    assert isinstance(form, FormToSign)
    assert form.code in paper_text(receptionist)
    return form.code


def paper_text(receptionist: Receptionist) -> str:
    """What is on the paper that is shown."""
    receptionist.settle()
    labels = receptionist.desk.window.page.findChildren(QLabel)
    return "\n".join(label.accessibleDescription() for label in labels if not label.pixmap().isNull())
