"""What people, files and disks hand the desk, spoiled at random: each is used or refused in its own words."""

import logging
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies

from desktop.directory.catalogue_file import CatalogueFiles, KeptCatalogue
from desktop.directory.centre_file import DirectoryError, read_directory
from desktop.domain.case import read_code
from desktop.domain.identity import PersonIdentity
from desktop.domain.lookup import NameQuery, understand
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases, State
from desktop.journal.faults import JournalError
from desktop.journal.file_store import open_store
from desktop.journal.records import write_about
from desktop.settings.profile import ProfileError, read_profile
from desktop.usecases.search_persons import QueryWords, written
from tests.domain.samples import DALARNA, HERE, PRIMARY, order
from tests.mutation import Step, spoiled, steps

TODAY = date(2026, 11, 23)
EXAMPLES = settings.default.max_examples
SPOILT = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
MANY = settings(SPOILT, max_examples=20 * EXAMPLES)
WORDS = QueryWords("SimpleQL", "personrecord", "name.surname", "name.givenName", "birth.dateOfBirth")
PROFILE = (Path(__file__).parents[2] / "resources" / "practice" / "profile.toml").read_bytes()
DIRECTORY = """hsa_id,name,street,postal_code,city,municipality_code,municipality,phone,e_services
SE9900000020-1001,Tallbackens vårdcentral,Storgatan 1,791 30,Falun,2080,Falun,0200-00 00 00,tidbok|recept
SE9900000020-1002,"Åsens, vårdcentral",Ågatan 2,791 31,Falun,2080,Falun,,
""".encode()
_QUERY = re.compile(
    r"FROM personrecord WHERE (name\.(surname|givenName) LIKE '[^'\"%\\;\x00-\x1f]+%' AND ){0,2}"
    r"birth\.dateOfBirth (= '\d{4}-\d\d-\d\d'|>= '\d{4}-01-01' AND birth\.dateOfBirth <= '\d{4}-12-31')"
)

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(autouse=True)
def complaints_are_expected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)
    caplog.clear()


@MANY
@given(
    strategies.one_of(strategies.text(), strategies.from_regex(r"[ 0-9+\-]{0,20}"), strategies.text("0123456789-+åÅ "))
)
@example("١٩١٢١٢١٢١٢١٢")
@example("19121212-1212" * 500)
@example("²" * 12)
def test_whatever_is_typed_is_understood_as_something(typed: str) -> None:
    started = time.process_time()
    found = understand(typed, TODAY)
    read_code(typed)
    assert time.process_time() - started < 0.1
    if isinstance(found, PersonIdentity):
        assert re.fullmatch(r"[0-9]{12}", found.number)


@MANY
@given(
    strategies.text(strategies.characters(codec="utf-8"), max_size=40),
    strategies.integers(0, 9999),
    strategies.sampled_from(["", "0101", "-12-31", "0230"]),
)
@example("Åsa' OR '1'='1", 1985, "")
@example("O%, _", 1985, "")
@example("a' --", 1985, "0101")
def test_a_name_can_only_ever_fill_its_own_place_in_the_query(name: str, year: int, day: str) -> None:
    found = understand(f"{name} {year:04}{day}", TODAY)
    if isinstance(found, NameQuery):
        assert _QUERY.fullmatch(written(WORDS, found)), written(WORDS, found)


@SPOILT
@given(steps())
def test_a_spoiled_profile_is_used_or_refused_by_its_name(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Step]
) -> None:
    file = tmp_path_factory.getbasetemp() / "profile.toml"
    file.write_bytes(spoiled(PROFILE, changes))
    started = time.process_time()
    said = ""
    try:
        read_profile(file)
    except ProfileError as error:
        said = str(error)
    assert all("profile.toml:" in line for line in said.splitlines())
    assert time.process_time() - started < 1


@SPOILT
@given(steps())
def test_a_spoiled_directory_is_used_or_refused_by_its_line(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Step]
) -> None:
    file = tmp_path_factory.getbasetemp() / "directory.csv"
    file.write_bytes(spoiled(DIRECTORY, changes))
    started = time.process_time()
    said, entries = "directory.csv", {}
    try:
        entries = read_directory(file)
    except DirectoryError as error:
        said = str(error)
    assert said.startswith("directory.csv")
    assert len(entries) <= 400
    assert time.process_time() - started < 1


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a journal of three cases, and the key that opens it."""
    folder, holder = tmp_path_factory.mktemp("good"), os.urandom(32)
    (folder / "key").write_bytes(holder)
    store = open_store(folder / "journal.sqlite3", holder)
    cases = Cases(store, Audit(store, "berit", "desk 1"))
    for _ in range(3):
        cases.open(write_about(order()), State.SENDING)
    store.close()
    return folder


@settings(SPOILT, max_examples=2 * EXAMPLES if EXAMPLES > 100 else 40)
@given(steps())
@example([("flip", 0.0625, 0.0, 128)])
@example([("cut", 0.125, 0.5, 0)])
@example([("double", 0.0, 0.5, 0)])
@example([("flip", 0.79296875, 0.0, 128)])
def test_a_spoiled_journal_is_read_refused_or_set_aside_and_never_lost(
    tmp_path_factory: pytest.TempPathFactory, journal: Path, changes: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("spoiled")
    file, content = folder / "journal.sqlite3", spoiled((journal / "journal.sqlite3").read_bytes(), changes)
    file.write_bytes(content)
    try:
        store = open_store(file, (journal / "key").read_bytes())
    except JournalError:
        assert content in {one.read_bytes() for one in folder.iterdir()}, "a refused file is as it was"
        return
    try:
        if store.set_aside is not None:
            assert store.set_aside.read_bytes() == content
        audit = Audit(store, "berit", "desk 1")
        Cases(store, audit).unsettled()
        audit.verify()
    except JournalError:
        pass
    finally:
        store.close()


@SPOILT
@given(steps())
def test_a_spoiled_catalogue_is_used_or_as_good_as_none(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Step]
) -> None:
    files, now = CatalogueFiles(tmp_path_factory.getbasetemp() / "catalogue", "https://localhost/vp"), datetime.now(UTC)
    due = now + timedelta(days=1)
    kept = KeptCatalogue(
        county=DALARNA, source=files.source, fetched_at=now, due_at=due, listing_types=(PRIMARY,), facilities=(HERE,)
    )
    files.write(kept)
    (file,) = (tmp_path_factory.getbasetemp() / "catalogue").iterdir()
    assert files.read(DALARNA, now) == kept
    file.write_bytes(spoiled(file.read_bytes(), changes))
    found = files.read(DALARNA, now)
    assert found is None or found.county == DALARNA
