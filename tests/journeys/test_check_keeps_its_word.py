"""The check against haste: what is typed and not left, changed in between, or not answered yet is never sent wrong."""

from datetime import timedelta

from desktop.runtime.clock import today
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_choosing import agree, list_here
from tests.journeys.test_listing import choose
from tests.region import Region

SILVERBERGET = "SE9900000020-1003"
MISSING = "Det här saknas innan det går att registrera"


def test_after_the_picture_changed_one_ticks_and_registers(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("in-two-queues")
    choose(receptionist, "kvarn")
    receptionist.check()
    receptionist.press("Space")
    region.control("/free-places", {"facility": SILVERBERGET, "places": 1})
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Regionen visar nu något annat än nyss.")
    assert receptionist.registrations == []
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("är listad på Kvarnhedens vårdcentral")
    assert len(receptionist.registrations) == 1


def test_a_guardian_typed_and_not_left_is_who_is_sent(receptionist: Receptionist, region: Region) -> None:
    list_here(receptionist, "child")
    receptionist.write(region.number("guardian"))
    receptionist.press("Ctrl+Enter")
    receptionist.sees(MISSING)
    assert receptionist.registrations == []
    receptionist.sees("Vårdnadshavare enligt personregistret.", "Kryssa i ”Blanketten är underskriven")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    (call,) = receptionist.registrations
    assert region.number("guardian") in call["body"]


def test_ctrl_enter_without_a_guardian_leads_to_the_field(receptionist: Receptionist) -> None:
    list_here(receptionist, "child")
    receptionist.sees("Ange vårdnadshavare", "väljer vårdnadshavaren.")
    receptionist.does_not_see("Lämna tomt om")
    receptionist.reach("APPROVED")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Ange vårdnadshavarens personnummer.")
    assert receptionist.focus.objectName() == "guardian"


def test_a_good_date_typed_over_a_bad_one_clears_it(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Space", "Alt+D")
    receptionist.write("2099-01-01")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Datumet har inte varit än.", "Ett datum stämmer inte.")
    receptionist.press("Ctrl+A")
    receptionist.write(f"{today() - timedelta(days=1):%Y-%m-%d}")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")


def test_the_phone_takes_effect_at_once_and_leaves_the_focus(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Space", "Alt+F", "Ctrl+Enter")
    receptionist.sees(MISSING, "Kryssa i ”Invånaren har godkänt")
    assert receptionist.registrations == []
    assert receptionist.focus.objectName() == "APPROVED"


def test_space_before_the_check_is_ready_is_not_lost(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L", "Space")
    receptionist.check()
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    assert receptionist.keys == 3


def test_no_identification_is_stated_that_nobody_made(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.sees("Legitimation: ej angiven.")
    receptionist.does_not_see("kontrollerad av", "har visat")


def test_where_nothing_is_agreed_the_form_is_what_helps(receptionist: Receptionist) -> None:
    agree(receptionist, register_form=None, register_phone=None)
    list_here(receptionist, "never-listed")
    receptionist.does_not_see("Registrera listning", "Godkännande och samtycke", "Underlag")
    assert receptionist.focus.objectName() == "form"
    receptionist.press("Ctrl+P")
    receptionist.sees("Blankett att skriva under")


def test_already_listed_is_no_error_and_leads_back(receptionist: Receptionist) -> None:
    list_here(receptionist, "adult-home")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("F2")
    receptionist.open("adult-home")
    receptionist.desk.model.choosing.list_at_own_centre()
    receptionist.sees("Redan listad på Tallbackens vårdcentral – inget behöver göras")
    receptionist.does_not_see("Underlag", "Godkännande och samtycke")
    assert receptionist.focus.objectName() == "back"


def test_a_screen_reader_hears_the_verdict_once_and_not_with_each_tick(
    receptionist: Receptionist, heard: list[tuple[str, bool]]
) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    for key in ("Ctrl+Enter", "Ctrl+Enter", "Space", "Space", "Space"):
        receptionist.press(key)
        receptionist.settle()
        receptionist.desk.model.stand(receptionist.desk.model.standing)  # As when the certificate has been read.
        receptionist.settle()
    assert len([text for text, _ in heard if text.startswith("Vi ser inget hinder")]) == 1
    assert len([text for text, _ in heard if text.startswith("Det här saknas")]) == 2, "each refused press says why"
