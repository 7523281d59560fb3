"""Who may stand at the desk, and what must be known about them before anything else."""

import pytest

from desktop.domain.reasons import Why
from desktop.settings.profile import Environment
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.search import Idle
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist, digits
from tests.journeys.test_choosing import agree
from tests.region import Region


@pytest.mark.parametrize("written", ["]d1{0}", "*{0}*", "{0};"])
def test_a_guardians_number_is_read_with_what_the_scanner_puts_around_it(
    receptionist: Receptionist, region: Region, written: str
) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.sees("Ange vårdnadshavarens personnummer.")
    receptionist.write(written.format(region.number("guardian")))
    receptionist.press("Enter")
    receptionist.sees("Vi ser inget hinder")


@pytest.mark.parametrize("typed", ["191212121212", "Tallberg 1912", "tallbackens"])
def test_nothing_is_looked_up_while_it_is_typed(receptionist: Receptionist, typed: str) -> None:
    """Each look-up is an access to a person's data; the next region that is asked, is so for Enter."""
    receptionist.write(typed)
    receptionist.settle()
    assert receptionist.desk.model.search.state == Idle()
    receptionist.press("F2")
    receptionist.open("never-listed")
    asked = receptionist.region.log()
    assert [call["contract"] for call in asked].count("GetPersonsForProfile") == 1
    assert not any(receptionist.region.number("adult-home") in call["body"] for call in asked)


def test_a_child_is_listed_by_a_guardian_in_four_keys_and_a_scan(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.sees("Ange vårdnadshavare", "Ange vårdnadshavarens personnummer.")
    assert receptionist.focus.objectName() == "guardian"
    before = receptionist.keys
    receptionist.scan("guardian")
    receptionist.sees("Vi ser inget hinder")
    receptionist.reach("APPROVED")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad", "Lillen Trebarn är listad på Tallbackens vårdcentral.")
    (call,) = receptionist.registrations
    assert "GUARDIAN" in call["body"]
    assert region.number("guardian") in call["body"]
    assert before == 1


def test_a_guardians_number_with_a_slip_is_helped_at_the_field(receptionist: Receptionist) -> None:
    receptionist.open("child")
    receptionist.press("Ctrl+L")
    receptionist.sees("Ange vårdnadshavarens personnummer.")
    receptionist.write("199504242390")
    receptionist.press("Tab")
    receptionist.sees("Kontrollsiffran stämmer inte.")
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Vårdnadshavarens personnummer stämmer inte.")
    assert receptionist.focus.objectName() == "guardian"
    assert receptionist.registrations == []


def test_a_sixteen_year_old_chooses_alone(receptionist: Receptionist) -> None:
    receptionist.open("age-16")
    receptionist.press("Ctrl+L")
    receptionist.sees("Vi ser inget hinder", "Lämna tomt om den unga väljer själv.")
    receptionist.register()
    receptionist.sees("Registrerad och bekräftad")
    assert "GUARDIAN" not in receptionist.registrations[0]["body"]


@pytest.mark.parametrize("person", ["protected-marked", "protected-registration"])
def test_a_protected_persons_region_and_centre_wait_for_a_key(receptionist: Receptionist, person: str) -> None:
    receptionist.open(person)
    receptionist.sees("Skyddade personuppgifter", "Hemregion och mottagning är dolda")
    receptionist.does_not_see("Hemregion: ", "Kvarnhedens vårdcentral", "redovisar ingen listning")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.does_not_see("Hemregion: ")
    receptionist.press("Enter")
    receptionist.sees("Region Dalarna läst kl.")


@pytest.mark.parametrize(
    ("person", "said", "badge"),
    [
        ("deceased", "Personen är registrerad som avliden.", "Avliden"),
        ("emigrated", "Personen är registrerad som utflyttad från Sverige.", "Utvandrad"),
    ],
)
def test_somebody_deregistered_can_only_be_read_about(
    receptionist: Receptionist, person: str, said: str, badge: str
) -> None:
    receptionist.open(person)
    receptionist.sees(said, badge)
    receptionist.does_not_see("Vad vill invånaren?")
    receptionist.press("Ctrl+L", "Ctrl+B", "Ctrl+D")
    receptionist.sees("Översikt", said)
    calls = [call for call in receptionist.region.log() if call["contract"] != "GetPersonsForProfile"]
    assert {call["address"] for call in calls} <= {"20"}, "a region other than the desk's own was asked"


def test_a_changed_number_leads_to_the_new_one(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("changed-number")
    receptionist.sees("Numret har ändrats.", "Ni sökte på 19500505-0512. Personregistret använder nu 19500505-0520.")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
    (call,) = receptionist.registrations
    assert region.number("changed-number-new") in call["body"]
    assert region.number("changed-number") not in call["body"]


def test_a_coordination_number_is_listed_like_any_other(receptionist: Receptionist) -> None:
    receptionist.open("coordination-number")
    receptionist.sees("Samordningsnummer", "Identiteten är styrkt.")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")


def test_without_a_home_county_there_is_only_the_form(receptionist: Receptionist) -> None:
    receptionist.open("coordination-no-county")
    receptionist.sees("Hemregion saknas. Skriv ut blanketten och lämna den till regionen.")
    receptionist.sees("Blankett för Tallbackens vårdcentral")
    receptionist.does_not_see("Lista på")
    receptionist.press("Ctrl+B")
    receptionist.sees("29 av 29 mottagningar")
    receptionist.press("F3")
    receptionist.sees("Till blanketten")
    receptionist.does_not_see("Lista här")
    receptionist.press("Esc", "Esc", "Ctrl+L")
    receptionist.sees("Kan inte registreras härifrån", "Personregistret anger ingen hemregion.", "Det som är valt")
    receptionist.does_not_see("Registrera listning", "Godkännande och samtycke", "Det här registreras")
    receptionist.press("Ctrl+Enter", "Ctrl+P")
    receptionist.sees("Blankett att skriva under")
    assert receptionist.registrations == []


def test_without_a_home_county_a_region_that_has_agreed_to_it_registers(open_desk: OpenDesk, region: Region) -> None:
    terms = region.practice.profile().terms("23")
    kinds = {"register_form": terms.register_form, "register_phone": terms.register_phone}
    agreed = {name: one.model_copy(update={"without_home_county": True}) for name, one in kinds.items() if one}
    receptionist = open_desk(regions={"23": terms.model_copy(update=agreed)})
    receptionist.open("coordination-no-county")
    receptionist.press("Ctrl+B", "Alt+R")
    receptionist.write("j")
    receptionist.settle()
    receptionist.press("Enter")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: model.state.county == "23" and bool(model.state.rows), "care centres of that region")
    receptionist.press("Alt+S")
    receptionist.write("fj")
    receptionist.until(lambda: len(model.state.rows) == 1, "the care centre")
    receptionist.press("Enter")
    receptionist.register()
    receptionist.sees("Registrerad och bekräftad")
    (call,) = receptionist.registrations
    assert call["address"] == "23"
    assert call["body"].count("extension>23<") == 2, "the home county, and the new one"


def test_what_our_region_has_agreed_about_a_missing_home_is_said_before_the_check(receptionist: Receptionist) -> None:
    on_paper = {"actor": "citizen", "reference": "RD 12", "date": "2026-01-01", "without_home_county": True}
    agree(receptionist, register_form=on_paper)
    receptionist.open("coordination-no-county")
    receptionist.sees("Hemregion saknas. Enligt avtalet går det att lista i vår region ändå.")
    receptionist.press("Ctrl+L")
    assert Why.NO_HOME_COUNTY not in receptionist.check().verdict.reasons
    receptionist.press("Alt+F")
    receptionist.sees("Personregistret anger ingen hemregion.")


def test_a_newborn_without_a_name_is_called_the_citizen(receptionist: Receptionist) -> None:
    receptionist.open("newborn")
    receptionist.sees("under 1 år", "redovisar ingen listning")


def test_an_empty_answer_is_never_called_unlisted(receptionist: Receptionist) -> None:
    receptionist.open("never-listed")
    receptionist.sees("Region Dalarna redovisar ingen listning.", "Det betyder inte säkert att listning saknas")
    receptionist.does_not_see("olistad", "inte listad")


@pytest.mark.parametrize("person", ["adult-home", "never-listed"])
def test_what_a_region_wants_read_beside_its_answer_is_shown(
    receptionist: Receptionist, region: Region, person: str
) -> None:
    """INFO's message must be shown (TS 11), of a reading as well."""
    region.control("/faults", {"set": [{"name": "info", "contract": "GetListing"}]})
    receptionist.open(person)
    receptionist.sees("Regionens meddelande", "Regionen flyttar sina uppgifter i natt.")


def test_a_region_that_withholds_is_said_to_do_so(receptionist: Receptionist) -> None:
    receptionist.open("withheld")
    receptionist.sees(
        "Västra Götalandsregionen redovisar ingen listning.",
        "Regionen visar bara listningar hos oss. En listning på en annan mottagning syns inte här.",
    )


def test_one_region_that_refuses_does_not_hide_the_others(receptionist: Receptionist) -> None:
    receptionist.open("actor-refused")
    receptionist.sees("Region Stockholm svarade med ett fel.", "Region Dalarna redovisar ingen listning.")


def test_a_number_that_nobody_has(receptionist: Receptionist) -> None:
    receptionist.scan("190001042399")
    receptionist.sees("Personregistret har ingen person med det numret.", "Jämför med legitimationen och sök igen.")
    assert "190001042399" in digits(receptionist.screen())
    assert receptionist.focus.objectName() == "number"


@pytest.mark.parametrize(
    ("typed", "help_text"),
    [
        ("1912121", "Numret är inte komplett. Skriv 10 eller 12 siffror."),
        ("191212121213", "Kontrollsiffran stämmer inte. Jämför med legitimationen."),
        ("191213331212", "Datumet i numret finns inte."),
        ("991912121212", "Det ser ut som ett reservnummer. Listning kräver personnummer eller samordningsnummer."),
    ],
)
def test_a_number_with_a_slip_is_helped_at_the_field_and_asked_of_nobody(
    receptionist: Receptionist, typed: str, help_text: str
) -> None:
    receptionist.scan(typed)
    receptionist.sees(help_text)
    assert receptionist.focus.objectName() == "number"
    assert receptionist.region.log() == []


@pytest.mark.parametrize(
    ("person", "badge"),
    [
        ("emigrated", "Utvandrad"),
        ("age-17", "Under 18 år"),
        ("coordination-number", "Samordningsnummer, styrkt"),
        ("coordination-unknown-day", "Samordningsnummer, sannolik"),
        ("coordination-unknown-month", "Samordningsnummer, osäker"),
        ("changed-number", "Nytt nummer"),
        ("newborn", "Trebarn, namn saknas"),
    ],
)
def test_the_band_says_what_must_be_known_first(receptionist: Receptionist, person: str, badge: str) -> None:
    receptionist.open(person)
    receptionist.sees(badge)
    receptionist.press("F9")
    receptionist.does_not_see(badge)


def test_somebody_of_age_is_not_marked_as_a_child(receptionist: Receptionist) -> None:
    receptionist.open("age-18")
    receptionist.does_not_see("Under 18 år")


def test_a_masked_screen_shows_neither_number_nor_home_region(receptionist: Receptionist) -> None:
    receptionist.open("changed-number")
    receptionist.walk("Har invånaren flyttat?")
    receptionist.press("Space")
    receptionist.sees("Om flytt", "Personregistret anger Region Dalarna som hemregion.")
    receptionist.press("F9")
    receptionist.sees("Numret har ändrats.")
    receptionist.does_not_see("Region Dalarna som hemregion", "19500505-0512", "19500505-0520", "Hemregion: ")
    receptionist.press("F9")
    receptionist.sees("19500505-0512", "Hemregion: Region Dalarna")


def test_a_test_person_in_production_is_refused_and_no_further_region_is_asked(open_desk: OpenDesk) -> None:
    receptionist = open_desk(environment=Environment.PRODUCTION)
    receptionist.open("home-elsewhere")
    receptionist.sees("Testperson.", "Ingen listning kan registreras.")
    receptionist.press("Ctrl+L", "Ctrl+B")
    receptionist.sees("Översikt")
    asked = {call["address"] for call in receptionist.region.log() if call["contract"] != "GetPersonsForProfile"}
    assert asked <= {"20"}, "only the own region, which the profile lets be asked at the same moment"
