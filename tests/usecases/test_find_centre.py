"""A care centre by HSA-id: from what is kept, else one small question to each region of which nothing fresh is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.directory.catalogue_file import CatalogueFiles
from desktop.directory.centre_file import read_directory
from desktop.domain.lookup import FoundCentre, NoSuchCentre
from desktop.domain.regions import County
from desktop.usecases.catalogue_book import CatalogueBook
from desktop.usecases.find_centre import find_centre
from tests.domain.samples import DALARNA, GAVLEBORG
from tests.region import Region
from tests.usecases.conftest import Contracts

At = Callable[[Callable[[Contracts], Any]], Any]
STRANDVALLEN = "SE9900000021-1001"
JAMTLAND = County("23")
ASKED = (DALARNA, GAVLEBORG, JAMTLAND)


@pytest.fixture
def find(at: At, region: Region, tmp_path: Path) -> Callable[..., FoundCentre | NoSuchCentre]:
    """``find(hsa_id, GAVLEBORG)``: at a desk that has fetched these regions' lists just before."""

    def find(hsa_id: str, *fetched: County) -> FoundCentre | NoSuchCentre:
        async def work(contracts: Contracts) -> FoundCentre | NoSuchCentre:
            files = CatalogueFiles(tmp_path, region.practice.platform().base_url)
            directory = read_directory(Path(region.practice.ready()["directory"]))
            book = CatalogueBook(contracts.catalogue, files, directory)
            for county in fetched:
                await book.fetch(county)
            return await find_centre(contracts.catalogue, book, ASKED, hsa_id)

        return at(work)

    return find


def asked(region: Region) -> list[str]:
    return sorted(call["address"] for call in region.log() if call["contract"] == "GetAvailableHealthcareFacilities")


def test_every_region_of_which_nothing_is_kept_is_asked_once(find: Callable[..., Any], region: Region) -> None:
    found = find(STRANDVALLEN.lower())
    assert (found.county, found.centre.facility.name) == (GAVLEBORG, "Strandvallens hälsocentral")
    assert found.centre.entry is not None, "the directory describes it"
    assert asked(region) == ["20", "21", "23"]
    assert all(STRANDVALLEN.lower() in call["body"] for call in region.log())


def test_what_is_kept_is_not_asked_for(find: Callable[..., Any], region: Region) -> None:
    found = find(STRANDVALLEN, GAVLEBORG)
    assert found.county == GAVLEBORG
    assert found.listing_types
    assert asked(region) == ["21"], "only the list itself was fetched"


def test_a_region_whose_list_is_fresh_is_not_asked_for_what_it_does_not_have(
    find: Callable[..., Any], region: Region
) -> None:
    assert find("SE9900000021-0", DALARNA, GAVLEBORG) == NoSuchCentre("SE9900000021-0")
    assert asked(region) == ["20", "21", "23"]


def test_a_silent_region_is_named(find: Callable[..., Any], region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "region": "23"}]})
    assert find("SE9900000021-0") == NoSuchCentre("SE9900000021-0", (JAMTLAND,))
    assert find(STRANDVALLEN).county == GAVLEBORG
