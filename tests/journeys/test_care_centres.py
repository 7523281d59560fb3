"""Care centres: the list that narrows, a centre's own page, and a list that outlives a silent region."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.reasons import Level
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.facilities import FacilitiesViewModel, QueueLimit
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.views.facets import FacetFields
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.region import Region

CONNECTED = ("12", "14", "20", "21", "23")
CATALOGUE = ("GetListingTypes", "GetAvailableHealthcareFacilities")


def open_list(receptionist: Receptionist) -> FacilitiesViewModel:
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: model.state.rows and not model.state.is_asking, "care centres to choose among")
    receptionist.settle()
    return model


def test_a_mistyped_name_finds_the_centre_and_its_page_leads_to_the_check(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    model = open_list(receptionist)
    receptionist.write("tallbakens")
    receptionist.sees("Ingen mottagning har precis de orden. 1 av", "Tallbackens vårdcentral", "Falun")
    receptionist.press("F3")
    receptionist.page(FacilityViewModel)
    receptionist.sees("Adress och kontakt", "Telefon", "Läkare att välja", "SE9900000020-1001")
    receptionist.press("Esc")
    assert receptionist.page(FacilitiesViewModel) is model
    receptionist.sees("Tallbackens vårdcentral")
    receptionist.press("F3", "Ctrl+L")
    receptionist.page(CheckViewModel)
    receptionist.sees("Vi ser inget hinder", "Tallbackens vårdcentral")


def test_a_centres_page_names_its_municipality_and_e_services_as_the_directory_has_them(
    receptionist: Receptionist,
) -> None:
    receptionist.open("adult-home")
    model = open_list(receptionist)
    offering = next(one for one in model.state.rows if one.entry and one.entry.e_services and one.entry.municipality)
    without = next(one for one in model.state.rows if one.entry and not one.entry.e_services)
    receptionist.write(offering.facility.hsa_id)
    receptionist.press("F3")
    receptionist.page(FacilityViewModel)
    receptionist.sees("E-tjänster", "Kommun", offering.entry.municipality.name, offering.entry.street)
    receptionist.press("Esc")
    receptionist.desk.model.choosing.look_at(model, without)
    receptionist.sees("Adress och kontakt", without.entry.phone)
    receptionist.does_not_see("E-tjänster")


def test_a_municipality_and_a_queue_narrow_the_list_by_keyboard(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    model = open_list(receptionist)
    total = model.state.total
    receptionist.press("Alt+K")
    receptionist.write("Falun")
    receptionist.until(lambda: 0 < model.state.total < total, "fewer care centres")
    assert {one.entry.municipality.name for one in model.state.rows if one.entry} == {"Falun"}
    receptionist.press("Alt+Ö")
    receptionist.write("Ingen")
    receptionist.sees("Utan köinformation kan en mottagning vara full ändå.")
    assert not any(one.facility.has_queue for one in model.state.rows)


@pytest.mark.parametrize(
    ("listing", "county", "kind"),
    [("Hyttgårdens tandvård", "20", "Tandvårdslistning"), ("Strandvallens hälsocentral", "21", "Primärvårdslistning")],
)
def test_another_centre_is_chosen_from_the_row_of_the_listing_with_its_type_and_region(
    receptionist: Receptionist, listing: str, county: str, kind: str
) -> None:
    receptionist.open("dental-home")
    receptionist.sees(listing, "Byt mottagning")
    overview = receptionist.desk.model.overview
    assert overview is not None
    centre = next(item.facility for _, item in overview.state.current if item.facility.name == listing)
    receptionist.reach(f"change-{centre.hsa_id}")
    receptionist.press("Enter")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: model.state.rows and not model.state.is_asking, "care centres to choose among")
    assert model.state.county == county
    receptionist.sees(kind)
    assert all(model.sure_type and one.facility.offers(model.sure_type) for one in model.state.rows)
    assert any(one.facility.hsa_id == centre.hsa_id for one in model.state.rows)
    receptionist.write(centre.hsa_id[-4:])
    receptionist.press("Enter")
    check = receptionist.page(CheckViewModel)
    receptionist.until(lambda: isinstance(check.state, Ready), "the check")
    assert (check.state.choice.county, check.state.choice.listing_type) == (county, model.sure_type)


def test_where_nothing_matches_the_first_button_brings_the_whole_list_back(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    model = open_list(receptionist)
    receptionist.sees("29 av 29 mottagningar", "Granska")
    model.choose(replace(model.state.facets, queue=QueueLimit.NONE_STATED, doctor_choice=True))
    receptionist.write("xqz")
    receptionist.sees("Inga mottagningar matchar.", "Visa alla mottagningar")
    receptionist.does_not_see("Granska", "Visa mottagningen")
    receptionist.reach("show-all")
    assert receptionist.focus.property("look") == "primary"
    receptionist.press("Enter")
    receptionist.sees("29 av 29 mottagningar", "Granska")
    receptionist.does_not_see("Visa alla mottagningar")
    receptionist.write("tallbackens")
    receptionist.press("Enter")
    receptionist.check()


def test_with_nobody_open_a_centre_is_shown_and_leads_back_to_the_search_box(receptionist: Receptionist) -> None:
    receptionist.write("tallbacken")
    receptionist.press("Enter")
    receptionist.page(FacilitiesViewModel)
    receptionist.sees("1 av", "Tallbackens vårdcentral")
    receptionist.press("Enter")
    receptionist.page(FacilityViewModel)
    receptionist.sees("Adress och kontakt", "Primärvårdslistning")
    receptionist.does_not_see("Lista här", "Läkare att välja")
    receptionist.press("Enter")
    receptionist.page(SearchViewModel)


def test_a_silent_region_leaves_yesterdays_list_with_its_age(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("adult-home")
    open_list(receptionist)
    region.control("/faults", {"set": [{"name": "down", "contract": name} for name in CATALOGUE]})
    receptionist.press("F5")
    receptionist.sees("Listan kan vara inaktuell.", "Tallbackens vårdcentral")
    receptionist.write("tallbackens v")
    receptionist.press("Enter")
    check = receptionist.page(CheckViewModel)
    receptionist.until(lambda: isinstance(check.state, Ready), "what the check makes of the silence")
    assert check.state.verdict.level is Level.NOT_POSSIBLE


def test_the_list_is_there_at_once_the_second_time_and_only_the_types_are_asked(
    receptionist: Receptionist, region: Region
) -> None:
    receptionist.open("adult-home")
    open_list(receptionist)
    receptionist.press("Esc")
    receptionist.page(OverviewViewModel)
    receptionist.settle()
    region.control("/reset", {})
    receptionist.press("Ctrl+B")
    model = receptionist.page(FacilitiesViewModel)
    receptionist.until(lambda: model.state.rows, "the list")
    receptionist.until(lambda: not model.state.is_asking, "the citizen's types")
    asked = [call["contract"] for call in region.log() if call["contract"] in CATALOGUE]
    assert asked == ["GetListingTypes"]


def test_a_home_region_that_is_not_connected_is_told_before_the_check_and_stops_at_it(
    receptionist: Receptionist,
) -> None:
    receptionist.open("home-not-connected")
    model = open_list(receptionist)
    receptionist.sees("är hemregion och inte ansluten", "Använd hemregionens blankett")
    assert model.state.rows
    receptionist.press("Enter")
    check = receptionist.page(CheckViewModel)
    receptionist.until(lambda: isinstance(check.state, Ready), "the check")
    assert check.state.verdict.level is Level.NOT_POSSIBLE


def test_a_count_is_said_aloud_once_for_each_change(receptionist: Receptionist, heard: list[tuple[str, bool]]) -> None:
    receptionist.open("adult-home")
    open_list(receptionist)
    heard.clear()
    receptionist.write("tall")
    receptionist.settle()
    assert heard
    assert all("mottagningar" in text or "liknar" in text for text, _ in heard)
    assert len(heard) == len(set(heard))


def test_without_a_directory_there_is_neither_municipality_nor_address(
    open_desk: OpenDesk, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = region.practice.profile().model_copy(update={"directory_file": None})
    monkeypatch.setattr(region.practice, "profile", lambda: profile)
    receptionist = open_desk()
    receptionist.open("adult-home")
    model = open_list(receptionist)
    assert not any(one.entry for one in model.state.rows)
    receptionist.does_not_see("&Kommun", "Falun")
    receptionist.sees("SE9900000020-1001")
    receptionist.press("F3")
    receptionist.page(FacilityViewModel)
    receptionist.does_not_see("Adress och kontakt", "Kommun", "Telefon", "E-tjänster")


def test_an_hsa_id_finds_the_centre_in_another_region_and_shows_its_page(receptionist: Receptionist) -> None:
    receptionist.write("SE9900000021-1001")
    receptionist.press("Enter")
    receptionist.page(FacilityViewModel)
    receptionist.sees("Strandvallens hälsocentral", "Region Gävleborg", "Adress och kontakt")
    receptionist.press("Esc")
    receptionist.page(SearchViewModel)


def test_an_hsa_id_that_no_region_has_is_said_at_the_field(receptionist: Receptionist, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "region": "23"}]})
    receptionist.write("SE9900000021-9999")
    receptionist.press("Enter")
    receptionist.sees("Ingen region som svarade har en mottagning med det HSA-id:t.", "Härjedalen svarade inte.")
    assert receptionist.focus.objectName() == "number"


def test_letters_that_are_no_care_centre_may_be_a_person(receptionist: Receptionist) -> None:
    receptionist.write("Likaberg")
    receptionist.press("Enter")
    receptionist.sees("Söker du en person? Lägg till födelseår eller födelsedatum i sökrutan.")


def test_without_a_search_by_name_nothing_is_said_of_persons(open_desk: OpenDesk) -> None:
    receptionist = open_desk(register_search=None)
    receptionist.write("Likaberg")
    receptionist.press("Enter")
    receptionist.sees("Inga mottagningar matchar. Ändra orden eller urvalet ovan.")
    receptionist.does_not_see("Söker du en person?")


def test_a_directory_file_with_a_fault_is_told_where_centres_are_shown(
    open_desk: OpenDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "adresser.csv"
    file.write_text("hsa_id,city\nSE9900000020-1001,Falun\n,Mora\n", encoding="utf-8")
    receptionist = open_desk(directory_file=file)
    receptionist.open("adult-home")
    open_list(receptionist)
    receptionist.sees("Filen med mottagningarnas adresser kan inte användas.", "adresser.csv, line 3: hsa_id is empty")
    receptionist.does_not_see("&Kommun", "Falun")
    assert "adresser.csv" in caplog.text
    caplog.clear()


def test_which_home_region_a_protected_person_has_is_not_told_by_the_list(open_desk: OpenDesk) -> None:
    without = tuple(county for county in CONNECTED if county != "20")
    receptionist = open_desk(connected=("03", *without))
    receptionist.open("protected-marked")
    receptionist.press("Ctrl+B")
    receptionist.page(FacilitiesViewModel)
    receptionist.sees("Hemregionen är inte ansluten.")
    receptionist.does_not_see("Region Dalarna är hemregion")


def test_a_list_that_is_opened_while_its_page_is_built_has_that_page(receptionist: Receptionist) -> None:
    """The page is built in steps once the overview stands: what was begun is not left lying in the window."""
    receptionist.open("adult-home")
    window = receptionist.desk.window
    receptionist.until(lambda: bool(window.findChildren(FacetFields)), "the first step")
    receptionist.press("Ctrl+B")
    receptionist.page(FacilitiesViewModel)
    assert len(window.findChildren(FacetFields)) == 1
    receptionist.press("Esc", "Ctrl+B")
    receptionist.page(FacilitiesViewModel)
    receptionist.sees("mottagningar")
