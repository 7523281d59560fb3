"""The cases lie in a database, which goes away while somebody is at the desk, and comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import keeping
from desktop.app import Desk
from desktop.domain.case import CaseFile, State
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases
from desktop.shared import open_shared
from tests.journal.places import JournalDatabase
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.postgres import Cluster
from tests.region import Region
from tests.sharing import in_database

ONLY_READS = "Det går att läsa, men inte att registrera."
KEPT = "Det som påbörjas sparas på den här datorn så länge, och lämnas över när databasen är tillbaka."


AGAIN = "Starta Listningsluckan igen när felet är borta."
BACK = "Databasen med vårdcentralens ärenden är tillbaka. Det går att registrera igen."


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk sees several times a second whether the database is back."""
    monkeypatch.setattr(keeping, "_LOOK_EVERY", 0.2)


@pytest.fixture
def open_sharing(
    open_desk: OpenDesk, region: Region, journal_database: JournalDatabase, tmp_path: Path
) -> Callable[[], Receptionist]:
    """A desk whose journal is in a database, with the code stored where IT puts it."""
    journal = in_database(journal_database, region.practice.secrets(), tmp_path, patience=1.0)
    return lambda: open_desk(journal=journal.terms)


def test_nothing_is_lost_while_the_database_is_away(
    open_sharing: Callable[[], Receptionist], cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    receptionist = open_sharing()
    desk = receptionist.desk
    receptionist.does_not_see(ONLY_READS)
    cluster.stop("immediate")
    try:
        receptionist.sees(ONLY_READS, "Databasen med vårdcentralens ärenden svarar inte.", KEPT)
        receptionist.open("never-listed")
        receptionist.press("Ctrl+L")
        receptionist.register()
        receptionist.sees("Databasen med vårdcentralens ärenden går inte att skriva i just nu.")
        assert not receptionist.registrations
        receptionist.press("Ctrl+P")
        receptionist.sees("Blankett att skriva under")
        receptionist.press("F2")
        receptionist.open("adult-home")
        receptionist.press("Ctrl+L")
        receptionist.check()
        receptionist.press("Ctrl+M")
        receptionist.until(lambda: len(drafts(desk)) > 0, "the draft to be kept")
        kept = drafts(desk)
        assert all("-L" in case.number for case in kept), "in the local journal"
    finally:
        cluster.start()
    receptionist.until(lambda: desk.model.standing.may_register is True, "the database to be back")
    receptionist.sees(BACK)
    receptionist.does_not_see(ONLY_READS, KEPT)
    assert drafts(desk) == kept
    store = open_shared(desk.model.profile.journal.database, receptionist.region.practice.secrets())
    there = Cases(store, Audit(store, "", ""))
    assert {case.number for case in there.drafts()} == {case.number for case in kept}, "where every desk sees them"
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.sees("Registrerad och bekräftad")
    assert len(receptionist.registrations) == 1
    assert [case.state for case in there.unsettled() if case.state is not State.DRAFT] == []
    store.close()
    caplog.clear()


def drafts(desk: Desk) -> list[CaseFile]:
    cases = desk.background.wait(desk.counter.cases(), 10)
    return [case for case in cases or () if case.state is State.DRAFT]


def test_a_desk_that_starts_without_it_keeps_what_is_begun(
    open_sharing: Callable[[], Receptionist], cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    open_sharing().desk.close()
    cluster.stop("immediate")
    try:
        receptionist = open_sharing()
        receptionist.sees(ONLY_READS, KEPT)
    finally:
        cluster.start()
    receptionist.until(lambda: receptionist.desk.model.standing.may_register is True, "the database to be back")
    caplog.clear()


def test_a_desk_that_has_never_had_it_open_says_when_it_finds_it_again(
    open_sharing: Callable[[], Receptionist], cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    """It has no key yet with which to keep anything."""
    cluster.stop("immediate")
    try:
        receptionist = open_sharing()
        receptionist.sees(ONLY_READS, AGAIN)
        receptionist.does_not_see(KEPT)
        receptionist.open("never-listed")
        receptionist.desk.close()
    finally:
        cluster.start()
    open_sharing().does_not_see(ONLY_READS, AGAIN)
    caplog.clear()


@pytest.mark.parametrize(
    ("step", "told"), [(1, "Ärendena är skrivna av en nyare version."), (-1, "är äldre än den här")]
)
def test_a_database_of_another_version_is_told_and_regions_are_read(
    open_sharing: Callable[[], Receptionist], cluster: Cluster, caplog: pytest.LogCaptureFixture, step: int, told: str
) -> None:
    with cluster.superuser("listningsluckan") as connection:
        connection.execute("UPDATE listningsluckan.journal SET version = version + %s", [step])
        try:
            receptionist = open_sharing()
            receptionist.sees(ONLY_READS, told)
            receptionist.open("never-listed")
        finally:
            connection.execute("UPDATE listningsluckan.journal SET version = version - %s", [step])
    caplog.clear()


def test_a_desk_without_a_local_file_says_too_that_it_is_away_and_back(
    open_sharing: Callable[[], Receptionist], cluster: Cluster, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing can be kept here, and nothing is promised."""
    open_sharing().desk.close()
    (file,) = tmp_path.glob("away-*.sqlite3")
    file.unlink()
    file.mkdir()
    receptionist = open_sharing()
    assert "there is no local journal" in caplog.text
    receptionist.does_not_see(ONLY_READS)
    cluster.stop("immediate")
    try:
        receptionist.sees(ONLY_READS, "Databasen med vårdcentralens ärenden svarar inte.")
        receptionist.does_not_see(KEPT)
    finally:
        cluster.start()
    receptionist.sees(BACK)
    receptionist.does_not_see(ONLY_READS)
    cluster.stop("immediate")
    try:
        receptionist.sees(ONLY_READS)
        receptionist.does_not_see(BACK)
    finally:
        cluster.start()
    caplog.clear()
