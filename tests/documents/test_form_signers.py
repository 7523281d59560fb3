"""Who signs the form: filled in where it is known, written by hand where nobody has been looked up."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.form import form_document
from desktop.documents.form_content import FormContent
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


def young(age: int) -> FormContent:
    child = replace(samples.CHILD, born=date(samples.TODAY.year - age, 1, 1))
    return FormContent(child, samples.choice(Intent.LIST), "", samples.TODAY)


@pytest.mark.parametrize(("age", "signs"), [(4, False), (15, False), (16, True), (17, True), (18, False)])
def test_the_young_sign_from_the_profiles_age(age: int, signs: bool) -> None:
    assert ("Den unga skriver under själv" in printed(young(age))) is signs


def test_a_childs_form_does_not_say_that_the_child_chooses() -> None:
    text = printed(young(4))
    assert "Den som valet gäller" in text
    assert "Vårdnadshavarens telefon dagtid" in text
    assert "Den som väljer mottagning" not in text


@pytest.mark.parametrize("intent", Intent)
def test_a_doctor_is_a_line_to_fill_in_only_where_one_may_be_chosen(intent: Intent) -> None:
    chosen = replace(samples.choice(intent), doctor=samples.choice(intent).doctor)
    if intent is Intent.LIST:
        chosen = replace(chosen, doctor=None)
    text = printed(FormContent(samples.ADULT, chosen, "", samples.TODAY))
    assert "Ingen vald" not in text
    assert ("om någon önskas" in text) is (intent is Intent.LIST)


@pytest.mark.parametrize("large", [False, True])
def test_a_language_that_only_the_region_has_stands_above_the_swedish(large: bool) -> None:
    finnish = Wording("RD 7", exchange="{regions} jakavat tietoja.", care_guarantee="Hoitotakuu: {new}, {home}.")
    content = FormContent(
        samples.ADULT,
        samples.choice(Intent.LIST),
        "",
        samples.TODAY,
        present=frozenset({samples.STOCKHOLM}),
        manner=Manner({"fi": finnish}, "fi"),
    )
    document = form_document(SV, content, large=large)
    text = document.toPlainText()
    assert document.pageCount() <= (2 if large else 1)
    assert text.index("jakavat tietoja.") < text.index("Jag samtycker till att")
    assert "Utkast" in text, "the Swedish beside it is ours, and no lawyer's"


def test_easier_words_are_signed_for_in_easier_words() -> None:
    content = FormContent(
        samples.CHILD, samples.choice(Intent.LIST), "", samples.TODAY, manner=Manner({}, "sv", easy=True)
    )
    text = printed(content)
    assert "Jag säger ja till att" in text
    assert "Vårdgarantin säger hur länge" in text
    assert "Utkast" in text
