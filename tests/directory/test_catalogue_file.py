"""The kept catalogue: what is written comes back, and a damaged, foreign or future file is as none."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.directory import catalogue_file
from desktop.directory.catalogue_file import CatalogueFiles, KeptCatalogue
from desktop.domain.listing import Facility, ListingType
from desktop.domain.regions import County

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DALARNA, UPPSALA = County("20"), County("03")
SOURCE = "https://platform.example/vp"
KEPT = KeptCatalogue(
    county=DALARNA,
    source=SOURCE,
    fetched_at=NOW,
    due_at=NOW + timedelta(hours=20),
    listing_types=(ListingType(code="1"),),
    facilities=(Facility(hsa_id="SE9900000020-1001", name="Tallbackens vårdcentral", has_queue=True, queue_length=3),),
)


@pytest.fixture
def files(tmp_path: Path) -> CatalogueFiles:
    files = CatalogueFiles(tmp_path / "catalogue", SOURCE)
    files.write(KEPT)
    return files


@pytest.fixture
def written(files: CatalogueFiles, tmp_path: Path) -> Path:
    (file,) = (tmp_path / "catalogue").iterdir()
    return file


def test_what_is_written_comes_back(files: CatalogueFiles) -> None:
    assert files.read(DALARNA, NOW + timedelta(days=30)) == KEPT
    assert files.read(UPPSALA, NOW) is None


def test_a_later_one_takes_its_place(files: CatalogueFiles, written: Path) -> None:
    later = KEPT.model_copy(update={"fetched_at": NOW + timedelta(days=1), "facilities": ()})
    files.write(later)
    assert files.read(DALARNA, NOW + timedelta(days=1)) == later
    assert list(written.parent.iterdir()) == [written]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"county": "20"}',
        KEPT.model_dump_json().encode()[:-20],
        KEPT.model_dump_json().replace('"facilities":[', '"facilities":[{},').encode(),
        KEPT.model_dump_json().replace('"county":"20"', '"county":"20","more":1').encode(),
        KEPT.model_dump_json().replace("2026-11-23T10:00:00Z", "2026-11-23T10:00:00").encode(),
        b'{"facilities":' + b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_as_none_and_can_be_written_over(
    files: CatalogueFiles, written: Path, content: bytes
) -> None:
    written.write_bytes(content)
    assert files.read(DALARNA, NOW) is None
    files.write(KEPT)
    assert files.read(DALARNA, NOW) == KEPT


def test_a_file_too_large_is_as_none(files: CatalogueFiles, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_file, "MOST_BYTES", written.stat().st_size - 1)
    assert files.read(DALARNA, NOW) is None


def test_another_platforms_catalogue_is_none_of_this_ones(files: CatalogueFiles, tmp_path: Path) -> None:
    assert CatalogueFiles(tmp_path / "catalogue", "https://qa.example/vp").read(DALARNA, NOW) is None


def test_another_regions_catalogue_is_none_of_this_ones(files: CatalogueFiles, written: Path) -> None:
    written.with_name("03.json").write_bytes(written.read_bytes())
    assert files.read(UPPSALA, NOW) is None


def test_a_catalogue_from_the_future_is_as_none(files: CatalogueFiles) -> None:
    """The clock was wrong when it was written, or is now: it could stay unrefreshed for years."""
    assert files.read(DALARNA, NOW - timedelta(hours=1)) is None


def test_a_disk_that_refuses_costs_nothing_but_the_file(tmp_path: Path) -> None:
    (tmp_path / "catalogue").write_text("a file where the folder should be")
    files = CatalogueFiles(tmp_path / "catalogue", SOURCE)
    files.write(KEPT)
    assert files.read(DALARNA, NOW) is None
