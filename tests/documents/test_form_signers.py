"""Who signs the form: filled in where it is known, written by hand where nobody has been looked up."""

from datetime import date

import pytest

from desktop.documents.form import FormContent, form_document
from desktop.domain.agreement import Wording
from desktop.domain.registration import Chooser, Intent, Representative
from desktop.runtime.language import Language
from desktop.texts.consents import Manner
from tests.texts import samples

pytestmark = pytest.mark.usefixtures("qapp")
SV = Language("sv")
OMBUD = Chooser(representative=Representative("Gun Manner", "Registerutdrag"))


def printed(content: FormContent, language: Language = SV) -> str:
    return form_document(language, content).toPlainText()


@pytest.mark.parametrize("code", ["sv", "en"])
def test_nobody_looked_up_leaves_the_name_to_be_written(code: str) -> None:
    content = FormContent(None, samples.choice(Intent.LIST), "K7QM-2W9F", samples.TODAY)
    document = form_document(Language(code), content)
    assert document.pageCount() == 1
    text = document.toPlainText()
    assert samples.choice(Intent.LIST).facility.name in text
    assert "1912" not in text
    assert not content.is_for_child


def test_nobody_looked_up_may_live_in_another_region() -> None:
    text = printed(FormContent(None, samples.choice(Intent.LIST), "", samples.TODAY))
    assert "Bara för den som är folkbokförd i en annan region" in text
    assert "din hemregion" in text
    assert "Annan företrädare, namn" in text


def test_a_guardian_who_is_known_is_filled_in() -> None:
    guardian = Chooser(samples.ADULT.identity, "Vårdis Trebarn")
    text = printed(FormContent(samples.CHILD, samples.choice(Intent.LIST), "", samples.TODAY, chooser=guardian))
    assert "Vårdis Trebarn" in text
    assert samples.ADULT.identity.written in text


def test_a_representative_is_filled_in_with_the_document() -> None:
    content = FormContent(samples.ADULT, samples.choice(Intent.LIST), "", samples.TODAY, chooser=OMBUD)
    assert form_document(SV, content).pageCount() == 1
    assert {"Gun Manner", "Registerutdrag"} <= set(printed(content).splitlines())


def test_the_regions_version_and_texts_go_before_ours() -> None:
    texts = {"sv": Wording("RD 2026/7", exchange="Delas mellan {regions}.", terms="Regionens villkor gäller.")}
    content = FormContent(
        samples.ADULT,
        samples.choice(Intent.LIST),
        "",
        date(2026, 11, 23),
        present=frozenset({samples.STOCKHOLM}),
        version="2026-1",
        manner=Manner(texts),
    )
    text = printed(content)
    assert "Blankettens version: 2026-1." in text
    assert "Delas mellan" in text
    assert "Regionens villkor gäller." in text
    assert "Utkast" not in text
