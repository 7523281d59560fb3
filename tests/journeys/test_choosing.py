"""Who chooses and on what evidence, by keyboard: guardians, siblings, representatives, dates, languages and doctors."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.runtime.clock import today
from desktop.settings.profile import Centre, RegionTerms
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.views.parts import KeyButton
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_listing import choose
from tests.region import Region


def ready(receptionist: Receptionist) -> Ready:
    """What the open check knows."""
    state = receptionist.page(CheckViewModel).state
    assert isinstance(state, Ready)
    return state


def list_here(receptionist: Receptionist, person: str) -> None:
    """Scan somebody and check a listing at the desk's own centre."""
    receptionist.open(person)
    receptionist.press("Ctrl+L")
    receptionist.check()


def test_another_date_adds_a_key_its_digits_and_enter(receptionist: Receptionist) -> None:
    signed = today() - timedelta(days=1)
    list_here(receptionist, "adult-home")
    receptionist.press("Alt+D")
    receptionist.write(f"{signed:%d}")
    receptionist.press("Enter", "Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    assert receptionist.keys == 3 + 4


def test_a_date_that_cannot_be_is_said_and_nothing_is_sent(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Space", "Alt+D")
    receptionist.write("2099-01-01")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Datumet har inte varit än.", "Ett datum stämmer inte.")
    assert receptionist.focus.objectName() == "dated"
    assert receptionist.registrations == []


def test_the_defaults_are_seen_and_can_be_changed(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.sees("Legitimation: ej angiven.", "Finns på Tallbackens vårdcentral.")
    receptionist.press("Alt+M")
    receptionist.sees("Kontrollerad av")
    receptionist.walk("Legitimation")
    receptionist.press("Down", "Down", "Down")
    receptionist.walk("Samtalets språk")
    receptionist.write("arabiska")
    receptionist.press("Tab", "Space")
    receptionist.sees("Invånaren har visat pass.", "Legitimation: Pass", "Språk: arabiska.", "Med tolk.")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("F2")
    list_here(receptionist, "never-listed")
    receptionist.sees("Legitimation: Pass")
    receptionist.does_not_see("arabiska", "Med tolk.")


def test_a_guardian_is_named_by_the_register_and_no_region_is_asked_about_them(
    receptionist: Receptionist, region: Region
) -> None:
    list_here(receptionist, "child")
    assert receptionist.focus.objectName() == "guardian"
    before = len(region.log())
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Vårdnadshavare enligt personregistret.", "Vi ser inget hinder")
    assert {call["contract"] for call in region.log()[before:]} == {"GetPersonsForProfile"}
    assert receptionist.focus.objectName() == "APPROVED"
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    (call,) = receptionist.registrations
    assert "GUARDIAN" in call["body"]
    assert region.number("guardian") in call["body"]


def test_a_guardian_whom_the_register_does_not_know(receptionist: Receptionist) -> None:
    list_here(receptionist, "child")
    receptionist.write("190001042399")
    receptionist.press("Enter")
    receptionist.sees("Personregistret har ingen person med vårdnadshavarens nummer.")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Det här saknas innan det går att registrera")
    assert receptionist.registrations == []


def test_siblings_are_each_judged_and_registered_and_a_refusal_stops_nobody(
    receptionist: Receptionist, region: Region
) -> None:
    list_here(receptionist, "consent-child")
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Vårdnadshavare enligt personregistret.")
    receptionist.press("Alt+S")
    for sibling in ("child", "newborn", "adult-home"):
        receptionist.write(region.number(sibling))
        receptionist.press("Enter")
    receptionist.sees("Lillen Trebarn", "Den som har fyllt 18 år väljer själv.", "Det här barnet lämnas utanför")
    receptionist.sees("Det gäller också Lillen Trebarn")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Båda vårdnadshavarna behöver godkänna", "Syskon", "Lillen Trebarn")
    receptionist.sees("Registrerad och bekräftad")
    sent = [region.number(key) for key in ("consent-child", "child", "newborn")]
    assert len(receptionist.registrations) == len(sent)
    for call, number in zip(receptionist.registrations, sent, strict=True):
        assert number in call["body"]


def test_what_was_approved_for_one_child_is_not_approved_for_two(receptionist: Receptionist, region: Region) -> None:
    list_here(receptionist, "child")
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter", "Space")
    receptionist.sees("Vårdnadshavare enligt personregistret.")
    receptionist.press("Alt+S")
    receptionist.write(region.number("consent-child"))
    receptionist.press("Enter", "Ctrl+Enter")
    receptionist.sees("Det här saknas innan det går att registrera")
    assert receptionist.registrations == []


def test_a_doctor_is_chosen_together_with_the_listing(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Ctrl+D")
    model = receptionist.page(DoctorsViewModel)
    receptionist.until(lambda: bool(model.state.rows), "doctors to choose among")
    receptionist.settle()
    receptionist.press("Down", "Enter")
    receptionist.check()
    chosen = ready(receptionist).choice.doctor
    assert chosen is not None
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    (call,) = receptionist.registrations
    assert chosen.hsa_id in call["body"]


def test_choosing_a_doctor_takes_seven_keys(receptionist: Receptionist) -> None:
    receptionist.open("in-queue")
    receptionist.press("Ctrl+D")
    model = receptionist.page(DoctorsViewModel)
    receptionist.until(lambda: bool(model.state.rows), "doctors to choose among")
    receptionist.settle()
    present = model.state.listing.doctor
    assert present is not None
    receptionist.sees(f"{present.name} | {present.title} | Nuvarande")
    others = [one for one in model.state.rows if one.hsa_id != present.hsa_id]
    receptionist.write(others[0].name[:3])
    receptionist.press("Enter")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    assert receptionist.keys == 7


def test_another_region_takes_at_most_eighteen_keys(receptionist: Receptionist) -> None:
    receptionist.open("home-elsewhere-third")
    choose(receptionist, "tall")
    receptionist.check()
    receptionist.press("Space", "Tab", "Space", "Tab", "Space", "Ctrl+Enter")
    receptionist.sees("Så gick det", "Tredje Fjällqvist är listad på Tallbackens vårdcentral.")
    assert receptionist.keys <= 18


def test_another_type_adds_three_keys(receptionist: Receptionist) -> None:
    """Its field, a letter, and back to the search: else it is another care centre in eight."""
    receptionist.open("adult-home")
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres")
    receptionist.settle()
    receptionist.press("Alt+T")
    receptionist.write("t")
    receptionist.press("Alt+S")
    receptionist.write("tand")
    receptionist.until(lambda: len(model.state.rows) == 1, "one dental clinic")
    receptionist.press("Enter")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Så gick det")
    assert receptionist.keys == 8 + 3
    (call,) = receptionist.registrations
    assert ">TV<" in call["body"]


def test_another_region_by_its_name_takes_at_most_eighteen_keys(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres at home")
    receptionist.settle()
    receptionist.press("Alt+R")
    receptionist.write("g")
    receptionist.settle()
    receptionist.press("Enter")
    receptionist.until(lambda: model.state.county == "21" and bool(model.state.rows), "care centres of Gävleborg")
    receptionist.settle()
    receptionist.press("Alt+S")
    receptionist.write("stra")
    receptionist.until(lambda: len(model.state.rows) == 1, "one care centre")
    receptionist.press("Enter")
    receptionist.check()
    receptionist.press("Space", "Tab", "Space", "Tab", "Space", "Ctrl+Enter")
    receptionist.sees("Så gick det", "Tolvan Tallberg är listad på")
    assert receptionist.keys <= 18


def test_the_consent_is_said_in_plainer_words_and_in_english(receptionist: Receptionist) -> None:
    list_here(receptionist, "home-elsewhere-third")
    receptionist.press("Alt+L", "Down")
    receptionist.sees("berätta några saker för varandra", "Region Jämtland Härjedalen")
    receptionist.press("Down")
    receptionist.sees("need to share your personal", "Invånaren samtycker till att")


def test_a_representative_chooses_on_a_document(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Alt+M")
    receptionist.sees("Kontrollerad av")
    receptionist.reach("representative")
    receptionist.write("Gun Manner")
    receptionist.press("Tab")
    receptionist.sees("Företrädarens namn eller handling saknas.")
    receptionist.write("Registerutdrag")
    receptionist.press("Enter")
    receptionist.sees("Vi ser inget hinder")
    assert receptionist.focus.objectName() == "APPROVED"
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")


def test_another_of_the_desks_centres_adds_two_keys(receptionist: Receptionist) -> None:
    model = receptionist.desk.model
    own = model.profile.desk
    second = Centre(hsa_id="SE9900000020-1002", name="Kvarnhedens vårdcentral")
    model.profile = model.profile.model_copy(
        update={"desk": own.model_copy(update={"centres": (*own.centres, second)})}
    )
    list_here(receptionist, "never-listed")
    receptionist.press("Alt+E", "Down")
    receptionist.sees("Invånaren har godkänt listningen på Kvarnhedens vårdcentral.")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("är listad på Kvarnhedens vårdcentral")
    assert receptionist.keys == 3 + 2


def agree(receptionist: Receptionist, **terms: Any) -> None:
    """The profile says something else of every region."""
    model = receptionist.desk.model
    agreed = RegionTerms.model_validate({**model.profile.agreed.model_dump(), **terms})
    model.profile = model.profile.model_copy(update={"agreed": agreed})


def test_the_regions_terms_are_a_tick_of_their_own_and_its_texts_go_before_ours(receptionist: Receptionist) -> None:
    own = {"approved": "RD 7", "exchange": "Får {regions} dela?", "terms": "Villkoren gäller."}
    agree(receptionist, texts={"sv": own})
    list_here(receptionist, "listed-elsewhere")
    receptionist.sees("”Får Region Dalarna och Region Gävleborg dela?”", "Villkor från Region Dalarna")
    receptionist.does_not_see("Utkast.")
    receptionist.press("Space", "Tab", "Space", "Ctrl+Enter")
    receptionist.sees("Det här saknas innan det går att registrera")
    assert receptionist.focus.objectName() == "TERMS_ACCEPTED"
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")


def test_a_form_of_another_version_is_not_registered(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Alt+M")
    receptionist.sees("Kontrollerad av")
    receptionist.walk("Blankettens version")
    receptionist.press("Down")
    receptionist.sees("Region Dalarna tar inte emot den här versionen av blanketten.")
    receptionist.press("Up")
    receptionist.sees("Vi ser inget hinder")


def test_without_an_agreement_a_representative_signs_the_form(receptionist: Receptionist) -> None:
    agree(receptionist, representatives=False)
    list_here(receptionist, "adult-home")
    receptionist.press("Alt+M")
    receptionist.sees("God man eller annan företrädare: skriv ut blanketten.")


def test_a_phone_that_is_not_agreed_for_leads_to_the_form(receptionist: Receptionist) -> None:
    agree(receptionist, register_phone=None)
    list_here(receptionist, "adult-home")
    receptionist.press("Alt+F")
    receptionist.sees("att vi registrerar på telefon", "Skriv ut blanketten", "Legitimation: ej angiven.")
    receptionist.press("Ctrl+P")
    receptionist.sees("Blankett att skriva under")


def test_neither_a_second_press_nor_a_double_click_sends_twice(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Space")
    send = next(one for one in receptionist.desk.window.findChildren(KeyButton) if one.text() == "Registrera byte")
    QTest.mouseDClick(send, Qt.MouseButton.LeftButton)
    receptionist.press("Ctrl+Enter", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("Ctrl+Enter")
    receptionist.settle()
    assert len(receptionist.registrations) == 1


def test_a_masked_screen_names_neither_guardian_nor_child(receptionist: Receptionist, region: Region) -> None:
    list_here(receptionist, "child")
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Vårdis Trebarn")
    receptionist.press("F9")
    receptionist.does_not_see("Trebarn", region.number("guardian"))
    receptionist.press("F9")
    receptionist.sees("Vårdis Trebarn")
