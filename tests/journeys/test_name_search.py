"""Somebody is searched for by name and birth, in whichever order; more of a name than 500 are never looked through."""

import pytest

from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.views.parts import ChoiceTable
from tests.journeys.receptionist import Receptionist
from tests.region import Region
from tests.world import change


def search_for(receptionist: Receptionist, typed: str) -> None:
    """The name, Enter, and the first of the reasons."""
    receptionist.write(typed)
    receptionist.press("Enter")
    receptionist.sees("Varför söker du på namn?", "Skälet sparas med din sökning.")
    assert receptionist.region.log() == [], "nobody is asked before there is a reason"
    receptionist.press("Space")


@pytest.mark.parametrize("typed", ["Lind 1985", "1985 Lind"])
def test_a_name_of_four_letters_with_a_year_is_no_case_code(receptionist: Receptionist, typed: str) -> None:
    receptionist.write(typed)
    receptionist.press("Enter")
    receptionist.sees("Varför söker du på namn?")


@pytest.mark.parametrize("typed", ["Anna Likaberg 1950", "1950 Anna Likaberg", "1950-05-05 Likaberg, Anna"])
def test_the_birth_stands_before_the_name_or_after_it(receptionist: Receptionist, typed: str) -> None:
    search_for(receptionist, typed)
    receptionist.sees("Träffar: 1", "Anna Likaberg | 1950-05-05 | Region Dalarna")
    receptionist.press("Enter")
    receptionist.sees("Översikt", "Anna Likaberg", "läst kl.")


@pytest.mark.parametrize(
    ("typed", "hit", "columns"),
    [
        ("Anna Likaberg 1950", "Anna Likaberg | 1950-05-05 | Region Dalarna", 3),
        ("Algot Avlidsson 1938", "Algot Avlidsson | 1938-05-02 | Region Dalarna | Avliden", 4),
    ],
)
def test_remarks_have_a_column_where_somebody_has_one(
    receptionist: Receptionist, typed: str, hit: str, columns: int
) -> None:
    search_for(receptionist, typed)
    receptionist.sees("Träffar: 1", hit)
    table = receptionist.desk.window.page.findChild(ChoiceTable)
    assert table is not None
    assert len(table.columns) == columns


def test_digits_that_are_no_birth_begin_the_name_of_a_care_centre(receptionist: Receptionist) -> None:
    receptionist.write("1177 Falun")
    receptionist.press("Enter")
    receptionist.page(FacilitiesViewModel)


def test_more_than_500_of_a_name_asks_for_more_of_it(receptionist: Receptionist, region: Region) -> None:
    rows = [(f"19500506{serial:04d}",) for serial in range(500)]
    change(region, "INSERT INTO citizen (number, born, find_surname) VALUES (?, '1950-05-05', 'likaberg')", *rows)
    search_for(receptionist, "Likaberg 1950")
    receptionist.sees(
        "Fler än 500 personer stämmer med sökningen.",
        "Sök på personnummer, eller skriv mer av namnet och hela födelsedatumet.",
    )
    receptionist.does_not_see("Försök igen", "Träffar")
    assert receptionist.focus.objectName() == "number"
    region.control("/log", {})
    search_for(receptionist, "Anna Likaberg 1950-05-05")
    receptionist.sees("Träffar: 1")


def test_a_protected_person_is_not_among_the_hits(receptionist: Receptionist) -> None:
    search_for(receptionist, "Stig Skyddhamn 1979")
    receptionist.sees("Ingen träff.", "Personer med skyddade uppgifter visas aldrig vid namnsökning.")
    receptionist.does_not_see("Region Dalarna |")
    assert [call["contract"] for call in receptionist.region.log()] == ["SearchPersonsForProfile"]
