"""A shared account: a card or a PIN tells who acts, whoever leaves takes everything along, and an adviser reads."""

from pathlib import Path

import pytest

from desktop.domain.staff import Role, acting
from desktop.settings.profile import StaffTerms
from desktop.settings.staff import Member, StaffDirectory
from desktop.viewmodels.search import SearchViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.views.accessible import complaints

CARD, PIN = "9752269912345678", "402817"
BOTH = frozenset({Role.READ, Role.REGISTER})


@pytest.fixture
def hands(open_desk: OpenDesk, tmp_path: Path) -> Receptionist:
    empty = StaffDirectory()
    members = (
        Member(account="beli", name="Berit Lindqvist", roles=BOTH).with_pin(PIN),
        Member(account="cani", name="Cilla Nilsson", roles=frozenset({Role.READ}), card=empty.card_hash(CARD)),
    )
    file = tmp_path / "staff.json"
    empty.model_copy(update={"staff": members}).write(file)
    return open_desk(staff=StaffTerms(sign_in="desk", directory=file))


def berit(hands: Receptionist) -> None:
    hands.write("beli")
    hands.press("Enter")
    hands.sees("PIN-kod")
    hands.write(PIN)
    hands.press("Enter")
    hands.sees("Sök invånare", "Logga ut Berit Lindqvist")


def cilla(hands: Receptionist) -> None:
    hands.write(CARD)
    hands.press("Enter")
    hands.sees("Sök invånare", "Logga ut Cilla Nilsson")


def test_nothing_is_open_before_somebody_has_signed_in(hands: Receptionist) -> None:
    hands.sees("Logga in", "Tjänstekort eller användarnamn")
    hands.does_not_see("Sök invånare", "Ärenden", "PIN-kod")
    hands.press("F2", "Ctrl+K", "Ctrl+2")
    hands.desk.model.scan(hands.region.number("adult-home"))
    hands.sees("Logga in")
    assert not hands.region.log()
    assert complaints(hands.desk.window) == []


def test_a_wrong_pin_is_said_and_can_be_typed_again(hands: Receptionist) -> None:
    hands.write("beli")
    hands.press("Enter")
    hands.sees("PIN-kod")
    hands.write("111111")
    hands.press("Enter")
    hands.sees("PIN-koden stämmer inte.")
    assert complaints(hands.desk.window) == []
    hands.write(PIN)
    hands.press("Enter")
    hands.sees("Sök invånare", "Berit Lindqvist")


def test_too_many_wrong_tries_wait(hands: Receptionist) -> None:
    for _ in range(3):
        hands.write("nobody")
        hands.press("Enter")
        hands.sees("Kortet eller användarnamnet finns inte här.")
    hands.write("beli")
    hands.press("Enter")
    hands.sees("För många felaktiga försök vid den här luckan.", "Nästa försök går att göra klockan")


def test_what_one_had_open_is_not_left_to_the_next(hands: Receptionist) -> None:
    berit(hands)
    hands.open("never-listed")
    hands.press("Ctrl+L")
    hands.sees("Kontroll före registrering")
    assert hands.desk.model.page.basis.checked_by == "Berit Lindqvist"
    hands.register()
    hands.press("Ctrl+Shift+O")
    hands.sees("Logga in")
    hands.does_not_see("Sök invånare")
    cilla(hands)
    assert isinstance(hands.desk.model.page, SearchViewModel)
    hands.open("adult-home")
    hands.press("Ctrl+D")
    hands.press("Esc")
    hands.press("Ctrl+L")
    hands.until(lambda: hasattr(hands.desk.model.page, "basis"), "the check")
    assert hands.desk.model.page.basis.checked_by == "Cilla Nilsson"


def test_an_adviser_reads_prints_and_does_not_register(hands: Receptionist) -> None:
    cilla(hands)
    hands.sees("Din roll läser och skriver ut, men registrerar inte.")
    hands.open("never-listed")
    hands.press("Ctrl+L")
    hands.check()
    for consent in hands.check().needed:
        hands.reach(consent.name)
        hands.press("Space")
    hands.press("Ctrl+Enter")
    assert not hands.desk.model.is_sending
    assert not hands.registrations
    hands.press("Ctrl+P")
    hands.sees("Blankett att skriva under")


def test_the_same_person_comes_back_to_the_page_and_another_starts_over(hands: Receptionist) -> None:
    berit(hands)
    hands.open("never-listed")
    assert hands.desk.model.locking.ask_for_sign_in()
    assert acting.get().account == ""
    hands.sees("Logga in", "Berit Lindqvist är borta från luckan.")
    assert not hands.desk.model.locking.ask_for_sign_in(), "it is asked for already"
    hands.write("beli")
    hands.press("Enter")
    hands.sees("PIN-kod")
    hands.write(PIN)
    hands.press("Enter")
    hands.until(lambda: hands.desk.model.staff.is_open, "signing in again")
    assert hands.desk.model.overview is not None
    hands.desk.model.locking.ask_for_sign_in()
    hands.sees("är borta från luckan.")
    cilla(hands)
    assert hands.desk.model.overview is None


def test_an_account_that_acts_by_itself_is_not_asked(receptionist: Receptionist) -> None:
    assert not receptionist.desk.model.locking.ask_for_sign_in()
    receptionist.does_not_see("Logga ut")
    receptionist.press("Ctrl+Shift+O")
    receptionist.sees("Sök invånare")


def test_an_account_without_a_role_is_told_whom_to_ask(open_desk: OpenDesk) -> None:
    hands = open_desk(staff=StaffTerms(groups={"no-such-group": tuple(BOTH)}, everyone=()))
    hands.sees("Logga in", "har ingen roll i Listningsluckan.", "Be den som sköter behörigheter om en roll.")
    assert complaints(hands.desk.window) == []


def test_a_locked_desk_asks_who_is_there_and_gives_back_what_was_begun(hands: Receptionist) -> None:
    berit(hands)
    hands.open("never-listed")
    hands.press("Ctrl+L")
    hands.check()
    hands.press("Ctrl+Shift+L")
    hands.sees("Logga in", "Berit Lindqvist är borta från luckan.")
    hands.does_not_see("Olistedt", "Kontroll före registrering")
    hands.write("beli")
    hands.press("Enter")
    hands.sees("PIN-kod")
    hands.write(PIN)
    hands.press("Enter")
    hands.sees("Kontroll före registrering", "Nova Olistedt")


def test_whoever_comes_instead_begins_from_the_beginning(hands: Receptionist) -> None:
    berit(hands)
    hands.open("never-listed")
    hands.press("Ctrl+L")
    hands.check()
    hands.press("Ctrl+Shift+L")
    hands.sees("Logga in")
    cilla(hands)
    hands.does_not_see("Olistedt", "Kontroll före registrering")
    assert isinstance(hands.desk.model.page, SearchViewModel)
