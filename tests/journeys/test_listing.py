"""The main job by keyboard: what it takes to list somebody, join and leave a queue, and choose a doctor."""

from desktop.viewmodels.facilities import FacilitiesViewModel
from tests.journeys.receptionist import Receptionist
from tests.region import Region

SILVERBERGET = "SE9900000020-1003"


def test_listing_here_takes_three_keys_after_a_scan(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.sees("Kvarnhedens vårdcentral", "2 byten kvar enligt Region Dalarna")
    receptionist.press("Ctrl+L")
    receptionist.sees("Vi ser inget hinder", "Kvarnhedens vårdcentral → Tallbackens vårdcentral")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Tolvan Tallberg är listad på Tallbackens vårdcentral.")
    assert receptionist.keys == 3
    assert [call["result"] for call in receptionist.registrations] == ["OK"]


def test_listing_at_another_centre_takes_eight_keys(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    choose(receptionist, "tall")
    receptionist.sees("Vi ser inget hinder", "Kvarnhedens vårdcentral → Tallbackens vårdcentral")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Tolvan Tallberg är listad på Tallbackens vårdcentral.")
    assert receptionist.keys == 8


def test_joining_a_queue_is_asked_for_in_so_many_words(receptionist: Receptionist) -> None:
    receptionist.open("never-listed")
    choose(receptionist, "silver")
    receptionist.sees("Kan registreras – regionen avgör", "Silverbergets vårdcentral är full enligt regionen.")
    receptionist.press("Ctrl+J")
    receptionist.sees("Invånaren har godkänt listning eller köplats på Silverbergets vårdcentral.")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Nu i kö, plats 14", "Nova Olistedt står i kö till Silverbergets vårdcentral.")
    (call,) = receptionist.registrations
    assert "addToQueue>true<" in call["body"]


def test_leaving_a_queue_keeps_the_listing(receptionist: Receptionist) -> None:
    receptionist.open("in-queue")
    receptionist.sees("Plats 4, ca 36 dagar")
    receptionist.reach(f"leave-{SILVERBERGET}")
    receptionist.press("Enter")
    receptionist.sees("”Du lämnar köplatsen till Silverbergets vårdcentral.")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Köplatsen till Silverbergets vårdcentral är borttagen.")
    receptionist.press("Esc")
    receptionist.sees("Översikt", "Tallbackens vårdcentral", "Region Dalarna läst kl.")
    receptionist.until(lambda: "I kö" not in receptionist.screen(), "the queue place to go")
    (call,) = receptionist.registrations
    assert "addToQueue>false<" in call["body"]


def test_a_plain_listing_never_gives_a_queue_place_away(receptionist: Receptionist) -> None:
    receptionist.open("in-queue")
    choose(receptionist, "silver")
    receptionist.sees("Kan inte registreras härifrån", "Skickas det här försvinner köplatsen.")
    receptionist.does_not_see("Registrera listning", "Underlag", "Godkännande och samtycke")
    assert receptionist.focus.objectName() == "leave"
    receptionist.press("Ctrl+Enter")
    receptionist.settle()
    assert receptionist.registrations == []


def test_choosing_another_doctor_keeps_the_queue_place(receptionist: Receptionist) -> None:
    receptionist.open("in-queue")
    receptionist.press("Ctrl+D")
    receptionist.sees("Välj fast läkarkontakt", "av 3 läkare")
    receptionist.press("Down", "Down", "Enter")
    receptionist.sees("Vi ser inget hinder")
    receptionist.does_not_see("Det kan räknas som ett byte.")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Listningen på Tallbackens vårdcentral är oförändrad.")
    receptionist.press("Esc")
    receptionist.sees("Översikt", "Plats 4, ca 36 dagar")


def test_a_citizen_of_another_region_consents_and_hears_of_the_care_guarantee(receptionist: Receptionist) -> None:
    receptionist.open("home-elsewhere-third")
    receptionist.press("Ctrl+L")
    receptionist.sees(
        "”Region Gävleborg, Region Dalarna och Region Jämtland Härjedalen behöver dela ditt personnummer",
        "”Listar du dig i Region Dalarna gäller inte vårdgarantins tider",
    )
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees(
        "Det här saknas innan det går att registrera", "Invånaren har fått informationen om vårdgarantin."
    )
    assert receptionist.registrations == []
    assert receptionist.focus.objectName() == "REGIONS_EXCHANGE"
    receptionist.press("Space", "Tab", "Space", "Ctrl+Enter")
    receptionist.sees("Så gick det", "är listad på Tallbackens vårdcentral.")
    assert len(receptionist.registrations) == 1


def test_ctrl_enter_before_the_approval_says_what_is_missing(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.sees("Vi ser inget hinder")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Det här saknas innan det går att registrera")
    assert receptionist.focus.objectName() == "APPROVED"
    assert receptionist.registrations == []


def test_what_was_approved_on_paper_is_asked_again_on_the_phone(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.sees("Blanketten är underskriven")
    receptionist.press("Space", "Alt+F")
    receptionist.sees("”Du väljer Tallbackens vårdcentral. Det kan räknas som ett byte. Stämmer det?”")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Det här saknas innan det går att registrera")
    assert receptionist.registrations == []


def test_the_evidence_is_remembered_for_the_next_citizen_and_the_approval_is_not(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.sees("Blanketten är underskriven")
    receptionist.press("Alt+F")
    receptionist.sees("”Du väljer Tallbackens vårdcentral.")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("F2")
    receptionist.open("never-listed")
    receptionist.press("Ctrl+L")
    receptionist.sees("”Du väljer Tallbackens vårdcentral.")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Det här saknas innan det går att registrera")


def test_a_picture_that_changed_in_between_leads_back_with_nothing_sent(
    receptionist: Receptionist, region: Region
) -> None:
    receptionist.open("in-two-queues")
    receptionist.reach(f"leave-{SILVERBERGET}")
    receptionist.press("Enter")
    receptionist.sees("Vi ser inget hinder")
    region.control("/free-places", {"facility": SILVERBERGET, "places": 1})
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Regionen visar nu något annat än nyss.", "Inget har skickats. Gå igenom kontrollen igen.")
    receptionist.sees("Kan inte registreras härifrån", "visar ingen köplats till Silverbergets vårdcentral")
    assert receptionist.registrations == []


def test_the_next_citizen_starts_from_an_empty_box(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.sees("Vi ser inget hinder")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    receptionist.press("Enter")
    receptionist.sees("Sök invånare")
    assert receptionist.focus.objectName() == "number"
    receptionist.open("never-listed")
    receptionist.does_not_see("Tolvan", "19121212-1212")


def choose(receptionist: Receptionist, letters: str) -> None:
    """Ctrl+B, letters until one care centre is left, Enter."""
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: bool(model.state.rows), "care centres to choose among")
    receptionist.settle()
    receptionist.write(letters)
    receptionist.until(lambda: len(model.state.rows) == 1, f"one care centre for {letters!r}")
    receptionist.press("Enter")
