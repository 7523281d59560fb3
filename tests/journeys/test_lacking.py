"""Komplettera: a form that lacks something becomes a case with a letter, and goes on when it comes back."""

from PySide6.QtWidgets import QLabel

from desktop.domain.draft import Draft
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_answers import register
from tests.region import Region


def letter(receptionist: Receptionist, *lacks: str) -> Draft:
    """Note what is lacking in the open check, and print the letter."""
    receptionist.press("Ctrl+Shift+K")
    receptionist.page(LackingViewModel)
    for name in lacks:
        receptionist.reach(f"lacks-{name}")
        receptionist.press("Space")
    receptionist.press("Ctrl+Enter")
    model = receptionist.page(PaperViewModel)
    assert isinstance(model.state.content, Draft)
    return model.state.content


def paper(receptionist: Receptionist) -> str:
    labels = receptionist.desk.window.page.findChildren(QLabel)
    return "\n".join(label.accessibleDescription() for label in labels if not label.pixmap().isNull())


def test_a_form_without_a_date_waits_for_it_and_goes_on_by_its_code(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    draft = letter(receptionist, "DATE")
    receptionist.settle()
    told = paper(receptionist)
    assert "Skriv datum vid underskriften." in told
    assert draft.code in told
    assert "1912" not in told.replace("-", "")
    receptionist.press("Ctrl+2")
    receptionist.sees("Komplettera: datum saknas", "Behöver någon (1)", "Ärenden (1)", "Ärenden: 1")
    assert receptionist.registrations == []
    receptionist.press("F2")
    receptionist.write(draft.code)
    receptionist.press("Enter")
    receptionist.page(CheckViewModel)
    receptionist.check()
    register(receptionist)
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("Ctrl+2")
    receptionist.sees("Ärenden: 1", "Bekräftad")


def test_one_second_signature_for_all_the_children(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.write(region.number("guardian"))
    receptionist.press("Tab")
    check = receptionist.page(CheckViewModel)
    assert check.add_sibling(region.number("consent-child"))
    receptionist.until(lambda: isinstance(check.state, Ready) and len(check.state.siblings) == 1, "the sibling")
    draft = letter(receptionist, "SECOND_SIGNATURE")
    assert [one.number for one in draft.siblings] == [region.number("consent-child")]
    receptionist.press("Ctrl+2")
    receptionist.sees("Väntar på underskrift: den andra vårdnadshavarens underskrift saknas")
    receptionist.press("Enter")
    receptionist.check()
    again = receptionist.page(CheckViewModel)
    receptionist.until(lambda: isinstance(again.state, Ready) and len(again.state.siblings) == 1, "the sibling again")
    assert isinstance(again.state, Ready)
    assert again.state.basis.guardian.identity is not None


def test_nothing_is_kept_before_something_is_ticked(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Ctrl+Shift+K")
    receptionist.page(LackingViewModel)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Kryssa i vad som saknas.")
    receptionist.press("Esc")
    receptionist.page(CheckViewModel)
