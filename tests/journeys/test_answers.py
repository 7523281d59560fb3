"""What the region may answer, and what the desk then says: INFO, slow to show, and every refusal."""

import pytest

from tests.journeys.receptionist import Receptionist
from tests.journeys.test_listing import choose
from tests.region import Region


def test_infos_message_is_read_before_the_next_citizen(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    choose(receptionist, "mellan")
    register(receptionist)
    receptionist.sees("Registrerad och bekräftad", "Regionens meddelande", "Läs regionens meddelande först.")
    assert receptionist.focus.objectName() == "read"
    receptionist.walk("Nästa invånare")
    receptionist.press("Enter")
    receptionist.sees("Så gick det")
    for way_out in ("F2", "Esc", "Ctrl+2"):
        receptionist.press(way_out)
        receptionist.sees("Så gick det", "Läs regionens meddelande först, och tryck på ”Jag har läst”.")
    receptionist.reach("read")
    receptionist.press("Enter")
    receptionist.sees("Så gick det", "Regionens meddelande")
    receptionist.does_not_see("Läs regionens meddelande först")
    receptionist.press("Enter")
    receptionist.sees("Sök invånare")


def test_slow_to_show_is_received_until_the_region_shows_it(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("slow-to-show")
    receptionist.press("Ctrl+L")
    register(receptionist)
    receptionist.sees("Mottagen, visas ännu inte", "Skicka inte igen. Kontrollera om några minuter.")
    receptionist.does_not_see("Registrerad och bekräftad")
    region.control("/clock", {"advance_seconds": 300})
    receptionist.press("F5")
    receptionist.sees("Registrerad och bekräftad", "Sakta Synlund är listad på Tallbackens vårdcentral.")
    assert len(receptionist.registrations) == 1


@pytest.mark.parametrize(
    ("person", "letters", "heading", "say"),
    [
        ("cap-reached", "tall", "Inga byten kvar just nu", "särskilda skäl"),
        ("never-listed", "silver", "Full enligt regionen", "Undantag kan finnas."),
        ("adult-home", "stenhaga v", "Regionen sa nej", "Regionens meddelande"),
        ("adult-home", "norrg", "Regionen sa nej", "Kontrollera uppgifterna."),
    ],
)
def test_a_refusal_says_its_own_heading_and_that_nothing_has_changed(
    receptionist: Receptionist, person: str, letters: str, heading: str, say: str
) -> None:
    receptionist.open(person)
    choose(receptionist, letters)
    register(receptionist)
    receptionist.sees(heading, say, "Inget har ändrats.", "Skicka inte samma begäran igen.")
    receptionist.does_not_see("Kontrollera igen", "Kvitto")
    assert len(receptionist.registrations) == 1


def test_one_guardian_is_not_enough_where_the_region_wants_both(receptionist: Receptionist) -> None:
    receptionist.choose_as_one_guardian()
    receptionist.sees("Båda vårdnadshavarna behöver godkänna", "Inget har ändrats.")
    assert len(receptionist.registrations) == 1


def register(receptionist: Receptionist) -> None:
    """Tick what the citizen has said and register."""
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
