"""The form and the receipt: what stands on them, in both languages, and what never does."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument

from desktop.documents.form import form_document
from desktop.documents.form_content import FormContent
from desktop.documents.receipt import receipt_document
from desktop.domain.citizen import Citizen, PersonName
from desktop.domain.outcome import Confirmed, Outcome, Queued, Receipt, RefusalCode, Refused, Reply
from desktop.domain.regions import County
from desktop.domain.registration import Intent
from desktop.runtime.language import LANGUAGES, Language
from tests.texts import samples

pytestmark = pytest.mark.usefixtures("qapp")
CONTACT = "Vårdcentral Tisken, 023-12 34 56"
EVERYWHERE = frozenset({samples.STOCKHOLM})


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Language:
    return Language(request.param)


def form(citizen: Citizen = samples.ADULT, intent: Intent = Intent.LIST) -> FormContent:
    return FormContent(
        citizen,
        samples.choice(intent),
        "K7QM-2W9F",
        samples.TODAY,
        present=EVERYWHERE,
        hand_in="Vårdcentral Tisken, Slaggatan 1, 791 71 Falun",
        contact=f"{CONTACT}, vardagar 8–17",
    )


def receipt(outcome: Outcome, intent: Intent = Intent.LIST, citizen: Citizen = samples.ADULT) -> Receipt:
    registration = samples.registration(intent, citizen)
    return Receipt("2026-0417", registration, outcome, (samples.AT_FALUN,), samples.TODAY)


def words(document: QTextDocument) -> str:
    return document.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("citizen", [samples.ADULT, samples.CHILD], ids=["adult", "child"])
def test_a_form_is_one_page_and_two_in_large_print(citizen: Citizen, intent: Intent, language: Language) -> None:
    content = form(citizen, intent)
    assert form_document(language, content).pageCount() == 1
    assert form_document(language, content, large=True).pageCount() <= 2


def test_a_form_with_long_names_is_still_one_page(language: Language) -> None:
    long = samples.choice(Intent.JOIN_QUEUE)
    centre = long.facility.model_copy(update={"name": "Hälsocentralen Närvården Norra Ångermanland och Jämtland Väst"})
    name = PersonName("Maria Alexandra Charlotta", "Bergström", "Lindqvist von Hohenhausen")
    content = replace(
        form(replace(samples.CHILD, name=name)),
        choice=replace(long, facility=centre),
        present=frozenset({samples.STOCKHOLM, County("14")}),
        hand_in=f"{centre.name}, Stora Kyrkogårdsgatan 123, 123 45 Storstaden",
    )
    assert form_document(language, content).pageCount() == 1


@pytest.mark.parametrize("intent", Intent)
def test_a_form_holds_everything_to_sign(intent: Intent, language: Language) -> None:
    said = words(form_document(language, form(samples.CHILD, intent)))
    for value in ("Alma Maria Lindqvist-Bergström", "20170101-2393", "Vårdcentral Tisken", "K7QM-2W9F", CONTACT):
        assert value in said
    for region in ("Region Skåne", "Region Dalarna", "Region Stockholm"):
        assert region in said
    assert "{" not in said


def test_guardians_sign_for_children_only() -> None:
    swedish = Language("sv")
    assert "Vårdnadshavare 2, namn" in words(form_document(swedish, form(samples.CHILD)))
    assert "Vårdnadshavare" not in words(form_document(swedish, form(samples.ADULT)))


def test_a_listing_offers_the_queue_as_a_tick_of_its_own() -> None:
    swedish = Language("sv")
    tick = "Ställ i kö om mottagningen är full."
    assert tick in words(form_document(swedish, form(intent=Intent.LIST)))
    for intent in (Intent.JOIN_QUEUE, Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR):
        assert tick not in words(form_document(swedish, form(intent=intent)))


def test_the_case_code_may_not_hold_the_personal_number() -> None:
    with pytest.raises(ValueError, match="personal number"):
        replace(form(), case_code="A-121212-1212")


def test_names_are_printed_as_they_are() -> None:
    odd = replace(samples.ADULT, name=PersonName("Åsa <b>", "", "O'Brien & Co"))
    assert "Åsa <b> O'Brien & Co" in words(form_document(Language("sv"), form(odd)))
    said = words(
        receipt_document(Language("sv"), receipt(Confirmed(samples.AT_TISKEN, None), citizen=odd), "<i>", False)
    )
    assert "Åsa <b> O'Brien & Co" in said
    assert "Kontakta <i>" in said


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("intent", Intent)
def test_a_receipt_of_every_outcome(intent: Intent, large: bool, language: Language) -> None:
    for citizen in (samples.ADULT, samples.CHILD):
        for outcome in samples.outcomes(intent):
            document = receipt_document(language, receipt(outcome, intent, citizen), CONTACT, large)
            said = words(document)
            assert document.pageCount() <= (2 if large else 1)
            assert "{" not in said
            for number in (citizen.identity.number, citizen.identity.number[2:], citizen.identity.written[4:]):
                assert number not in said
            for value in ("2026-0417", CONTACT, "Vårdcentral Tisken", citizen.identity.number[:4]):
                assert value in said


def test_a_receipt_tells_what_the_region_shows() -> None:
    said = words(receipt_document(Language("sv"), receipt(Confirmed(samples.AT_TISKEN, Reply("OK"))), CONTACT, False))
    for value in (
        "Kvitto på vårdval",
        "23 november 2026 · Tolvan Svensson, född 1912",
        "Registrerad och bekräftad",
        "Karin Ek, specialistläkare",
        "från 24 november 2020",
        "1 byte kvar enligt Region Dalarna",
        "blankett, underskriven 20 november 2026",
    ):
        assert value in said


def test_a_queue_place_and_the_care_guarantee() -> None:
    outcome = Queued(samples.IN_QUEUE, Reply("OK"))
    said = words(receipt_document(Language("sv"), receipt(outcome, Intent.JOIN_QUEUE, samples.CHILD), CONTACT, False))
    for value in ("Plats 12, ca 40 dagar", "Listad före valet", "gäller inte vårdgarantins tider", "Region Skåne"):
        assert value in said


def test_a_refusal_is_not_called_a_receipt() -> None:
    refused = Refused(RefusalCode.FULL, Reply(RefusalCode.FULL.value, "Fullt."))
    said = words(receipt_document(Language("sv"), receipt(refused), CONTACT, False))
    assert said.startswith("Besked om vårdval")
    assert "”Fullt.”" in said


def test_the_age_on_the_day_decides_who_signs() -> None:
    eighteen = replace(samples.CHILD, born=date(2008, 11, 23))
    assert not form(eighteen).is_for_child
    assert form(replace(eighteen, born=date(2008, 11, 24))).is_for_child
