"""Several children in one go: they follow when the choice is replaced, each has a form, and each an outcome."""

from __future__ import annotations

from desktop.domain.case import FormToSign
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_after_the_answer import paper_text
from tests.journeys.test_choosing import list_here, ready
from tests.journeys.test_listing import choose
from tests.region import Region


def bring(receptionist: Receptionist, region: Region, first: str, *siblings: str) -> None:
    """Check the first child, with the guardian and the siblings typed in."""
    list_here(receptionist, first)
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Vårdis Trebarn")
    receptionist.press("Alt+S")
    for sibling in siblings:
        receptionist.write(region.number(sibling))
        receptionist.press("Enter")
    told(receptionist, len(siblings))


def told(receptionist: Receptionist, siblings: int) -> None:
    """Wait until every sibling has been judged."""
    model = receptionist.page(CheckViewModel)

    def judged() -> bool:
        found = [one for one in getattr(model.state, "siblings", ()) if one.verdict is not None]
        return len(found) == siblings

    receptionist.until(judged, f"{siblings} siblings to be judged")
    receptionist.settle()


def test_siblings_follow_to_another_centre_and_approve_anew(receptionist: Receptionist, region: Region) -> None:
    bring(receptionist, region, "child", "newborn")
    receptionist.reach("APPROVED")
    receptionist.press("Space")
    receptionist.press("Esc")
    receptionist.sees("Översikt")
    choose(receptionist, "mellan")
    told(receptionist, 1)
    state = ready(receptionist)
    assert not state.ticked
    assert {one.answer.choice.facility.name for one in state.siblings} == {"Mellanforsens vårdcentral"}
    receptionist.sees("Vårdis Trebarn", "Det gäller också")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Syskon:")
    sent = [region.number(key) for key in ("child", "newborn")]
    assert len(receptionist.registrations) == len(sent)
    for call, number in zip(receptionist.registrations, sent, strict=True):
        assert number in call["body"]


def test_each_child_has_a_form_and_a_code_of_its_own(receptionist: Receptionist, region: Region) -> None:
    bring(receptionist, region, "child", "consent-child", "adult-home")
    receptionist.press("Ctrl+P")
    model = receptionist.page(PaperViewModel)
    kept: list[bool] = []
    model.kept.connect(lambda: kept.append(True))
    model.keep()
    receptionist.until(lambda: bool(kept), "the cases of the forms")
    forms = [form for form in model.state.papers if isinstance(form, FormToSign)]
    numbers = [region.number(key) for key in ("child", "consent-child", "adult-home")]
    assert [form.citizen.identity.number for form in forms] == numbers
    assert len({form.code for form in forms}) == len(forms)
    shown = paper_text(receptionist)
    for form in forms:
        assert form.code in shown
    assert "Vårdis Trebarn" in shown
    receptionist.press("Ctrl+2")
    receptionist.sees("Väntar på underskrift (3)")
    receptionist.press("F2")
    receptionist.write(forms[1].code)
    receptionist.press("Enter")
    receptionist.check()
    state = ready(receptionist)
    assert state.overview.citizen.identity.number == numbers[1]
    assert state.basis.guardian.text.replace("-", "") == region.number("guardian")


def test_a_refused_sibling_has_a_next_step_of_its_own(receptionist: Receptionist, region: Region) -> None:
    bring(receptionist, region, "child", "consent-child")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Syskon:", "Båda vårdnadshavarna behöver godkänna")
    receptionist.reach("sibling-0")
    receptionist.press("Enter")
    receptionist.until(
        lambda: (
            receptionist.page(OutcomeViewModel).state.order.citizen.identity.number == region.number("consent-child")
        ),
        "the sibling's own outcome",
    )
    receptionist.sees("Den andra vårdnadshavaren väljer")
    receptionist.press("Ctrl+G")
    receptionist.page(CheckViewModel)
    receptionist.check()
    assert ready(receptionist).overview.citizen.identity.number == region.number("consent-child")
    assert len(receptionist.registrations) == 2
