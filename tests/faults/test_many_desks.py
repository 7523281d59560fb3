"""Many desks of one care centre on one database, killed at random; the region has faults, and the database goes away.

Each desk is a process with a role and a local journal of its own. They are given the same people, and what a killed
desk had begun is given to another. Nothing is lost, nothing is sent twice, and every case ends in a known state.
"""

import random
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.domain.case import State
from desktop.journal.audit import Audit, Sound
from desktop.journal.key_codes import read_key_code
from desktop.journal.shelter import open_shelter
from desktop.settings.profile import JournalTerms
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, JOURNAL_DATABASE, FolderSecrets
from tests.faults.doomed_desk import Workplace, settle_all
from tests.faults.test_killed import (
    Day,
    assert_nothing_is_claimed,
    assert_nothing_is_doubled,
    assert_nothing_is_lost,
    fault,
    killed_at_work,
    workplace_at,
)
from tests.faults.test_side_by_side import opened
from tests.journal.places import CentrePlace, JournalDatabase
from tests.region import Region
from tests.sharing import enrol, terms_at
from tests.world import held_at_centre, people_of

DESKS, CASES, OUTAGES = 3, 30, 1
DESKS_LONG, CASES_LONG, OUTAGES_LONG = 20, 2000, 10
AT_ONCE, AT_ONCE_LONG = 8, 40
PATIENCE = 10.0
"""Seconds for a desk's next telling: as many of them start at the same moment as the machine can bear."""


@dataclass
class Work:
    """The people who wait, and what has come of it. Desks take from it side by side."""

    people: deque[str]
    cases: int
    at_once: int
    day: Day = field(default_factory=Day)
    kills: int = 0

    def take(self, chance: random.Random) -> list[str]:
        """Some who have not been registered, and some whom another desk has just begun with."""
        taken = [self.people.popleft() for _ in range(min(self.at_once, len(self.people)))]
        self.people.extend(chance.sample(taken, min(3, len(taken))))
        return taken

    @property
    def registered(self) -> set[str]:
        """Whose order has ended as a case: while the database is away there is none."""
        return {person for person, number, *_ in list(self.day.ended) if number}

    @property
    def is_done(self) -> bool:
        """Whether so many orders have ended, or nobody is left."""
        return len(self.registered) >= self.cases or not self.people


@pytest.fixture
def workplaces(
    whole_region: Region, journal_database: JournalDatabase, tmp_path: Path, pytestconfig: pytest.Config
) -> tuple[CentrePlace, list[Workplace]]:
    """The desks of a care centre: each with its role, its code where IT puts it, and a folder of its own."""
    whole_region.practice.platform()  # Which stores the passphrase.
    place, passphrase = journal_database.centre(), whole_region.practice.secrets().read_secret(CERTIFICATE_PASSPHRASE)
    assert isinstance(passphrase, str)
    desks = []
    for number in range(DESKS_LONG if pytestconfig.getoption("--long") else DESKS):
        folder, role = tmp_path / f"desk-{number}", f"{place.role}_{number}"
        folder.mkdir()
        secrets = folder / "secrets"
        enrol(journal_database, place, role, FolderSecrets(secrets))
        FolderSecrets(secrets).store_secret(CERTIFICATE_PASSPHRASE, passphrase)
        desks.append(desk_at(whole_region, place, folder, secrets, role))
    return place, desks


def desk_at(region: Region, place: CentrePlace, folder: Path, secrets: Path, role: str) -> Workplace:
    plain = workplace_at(region, folder)
    profile = plain.profile.model_copy(update={"journal": JournalTerms(database=terms_at(place, role, 2.0))})
    return Workplace(profile, plain.platform, secrets, folder, plain.wish)


@pytest.mark.timeout(3600)
def test_many_desks_that_are_killed_lose_nothing_and_send_nothing_twice(
    whole_region: Region, workplaces: tuple[CentrePlace, list[Workplace]], pytestconfig: pytest.Config
) -> None:
    long, (place, desks) = pytestconfig.getoption("--long"), workplaces
    work = Work(
        deque(people_of(whole_region, anywhere=long)), CASES_LONG if long else CASES, AT_ONCE_LONG if long else AT_ONCE
    )
    day_of(work, whole_region, place, desks, OUTAGES_LONG if long else OUTAGES)
    for desk in desks[1:]:
        opened(desk)  # What it has kept while the database was away is handed over.
    cases = settle_all(desks[0])
    work.day.note(whole_region)
    assert len(cases) >= work.cases
    assert_nothing_is_lost(work.day, cases)
    assert_nothing_is_doubled(work.day, cases)
    assert_nothing_is_claimed(cases, held_at_centre(whole_region))
    settled = {case.state for case in cases if case.number in work.day.interrupted}
    assert work.kills > len(desks)
    assert State.CONFIRMED in settled, "no desk was killed while it sent"
    store = place.open()
    assert isinstance(Audit(store, "", "").verify(), Sound)
    for desk in desks:
        (file,) = desk.folder.glob("away-*.sqlite3")
        code = FolderSecrets(desk.secrets).read_secret(JOURNAL_DATABASE)
        key = read_key_code(str(code))
        assert key is not None
        local = open_shelter(file, key, "")
        assert local.key.fingerprint("") == store.key.fingerprint("")
        with local.reading() as connection:
            left = connection.exec_driver_sql("SELECT count(*) FROM audit WHERE content IS NOT NULL").scalar()
            assert (left, connection.exec_driver_sql("SELECT count(*) FROM cases").scalar()) == (0, 0)
        local.close()
    store.close()


def day_of(work: Work, region: Region, place: CentrePlace, desks: list[Workplace], outages: int) -> None:
    """Let all desks work until so many orders have ended, with faults at the region and a database that goes away."""
    chance = random.Random(len(desks))  # noqa: S311  chance, not a secret
    at_desks = [threading.Thread(target=sit_at, args=(work, desk, seed)) for seed, desk in enumerate(desks)]
    for desk in at_desks:
        desk.start()
    outages_at = [work.cases * (number + 1) // (outages + 1) for number in range(outages)]
    while any(desk.is_alive() for desk in at_desks):
        region.control("/faults", {"set": [fault(chance) for _ in range(chance.randint(0, 3))]})
        if outages_at and len(work.registered) >= outages_at[0]:
            outages_at.pop(0)
            place.cluster.stop(chance.choice(("immediate", "fast")))
            time.sleep(chance.uniform(0.2, 1.5))
            place.cluster.start()
        time.sleep(0.2)
        work.day.note(region)
    assert not outages_at
    region.control("/faults", {"clear": True})


def sit_at(work: Work, workplace: Workplace, seed: int) -> None:
    """Start a desk, kill it, and start it again; what it had begun is for whoever comes next."""
    chance = random.Random(seed)  # noqa: S311  as above
    dies_after = (0, 1, work.at_once // 2, work.at_once, work.at_once + work.at_once // 2)
    while not work.is_done:
        taken = work.take(chance)
        begun = list(killed_at_work(workplace, taken, chance, work.day, dies_after, within=PATIENCE))
        work.kills += 1
        registered = work.registered
        work.people.extend(number for number in begun if number not in registered)
        work.people.extendleft(number for number in taken if number not in begun)
