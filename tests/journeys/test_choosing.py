"""Who chooses and on what evidence, by keyboard: guardians, siblings, representatives, dates, languages and doctors."""

from datetime import timedelta

from desktop.runtime.clock import today
from desktop.viewmodels.check import CheckViewModel, Ready
from desktop.viewmodels.doctors import DoctorsViewModel
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
    receptionist.sees("Legitimation: Körkort, kontrollerad av", "Finns på Tallbackens vårdcentral.")
    receptionist.press("Alt+M")
    receptionist.sees("Kontrollerad av")
    receptionist.walk("Legitimation")
    receptionist.press("Down", "Down")
    receptionist.walk("Samtalets språk")
    receptionist.write("arabiska")
    receptionist.press("Tab", "Space")
    receptionist.sees("Legitimation: Pass", "Språk: arabiska.", "Med tolk.")
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
    receptionist.sees("Vårdnadshavare: uppgiven, legitimerad.", "Inget hindrar registreringen")
    asked = [call["contract"] for call in region.log()[before:]]
    assert asked == ["GetPersonsForProfile"]
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
    receptionist.sees("Vårdnadshavare: uppgiven, legitimerad.")
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
    receptionist.sees("Vårdnadshavare: uppgiven, legitimerad.")
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
    nobody = model.state.listing.doctor
    others = [one for one in model.state.rows if nobody is None or one.hsa_id != nobody.hsa_id]
    receptionist.write(others[0].name[:3])
    receptionist.press("Enter")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    assert receptionist.keys <= 7


def test_another_region_takes_at_most_eighteen_keys(receptionist: Receptionist) -> None:
    receptionist.open("home-elsewhere-third")
    choose(receptionist, "tall")
    receptionist.check()
    receptionist.press("Space", "Tab", "Space", "Tab", "Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
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
    receptionist.sees("Inget hindrar registreringen")
    assert receptionist.focus.objectName() == "APPROVED"
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
