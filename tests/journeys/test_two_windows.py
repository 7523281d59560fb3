"""Two windows, with a database between: one writes a case up, the other takes on its second signature and sends it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.staff import Role
from desktop.settings.profile import StaffTerms
from desktop.settings.staff import Member, StaffDirectory
from tests.faults.test_killed import workplace_at
from tests.journal.places import JournalDatabase
from tests.journeys.colleague import Colleague, colleague_at
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Onlooker, Receptionist
from tests.journeys.test_form_returns import kept_form
from tests.journeys.test_shared_journal import BACK, KEPT, ONLY_READS
from tests.postgres import Cluster
from tests.region import Region
from tests.sharing import SharedJournal, in_database

AT_ONCE = 2.0
"""Seconds within which what one desk does is seen at the other."""
PINS = {"beli": "402817", "anbe": "731946"}
WAITS, CLAIMED = "Väntar på underskrift | N.O. 1999", "Anna Berg har det öppet sedan "


@pytest.fixture
def journal(journal_database: JournalDatabase, region: Region, tmp_path: Path) -> SharedJournal:
    return in_database(journal_database, region.practice.secrets(), tmp_path, patience=1.0)


@pytest.fixture
def staff(tmp_path: Path) -> StaffTerms:
    """Berit and Anna sign in with a PIN, at whichever desk."""
    both = frozenset({Role.READ, Role.REGISTER})
    berit, anna = (
        Member(account=account, name=name, roles=both).with_pin(PINS[account])
        for account, name in (("beli", "Berit Lindqvist"), ("anbe", "Anna Berg"))
    )
    file = tmp_path / "staff.json"
    StaffDirectory(staff=(berit, anna)).write(file)
    return StaffTerms(sign_in="desk", directory=file)


def sign_in(hands: Onlooker | Colleague, account: str) -> None:
    hands.sees("Logga in")
    hands.write(account)
    hands.press("Enter")
    hands.sees("PIN-kod")
    hands.write(PINS[account])
    hands.press("Enter")
    hands.sees("Sök invånare")


@pytest.fixture
def berit(open_desk: OpenDesk, journal: SharedJournal, staff: StaffTerms) -> Receptionist:
    """Here."""
    hands = open_desk(journal=journal.terms, staff=staff)
    sign_in(hands, "beli")
    return hands


@pytest.fixture
def anna(region: Region, journal: SharedJournal, staff: StaffTerms) -> Iterator[Colleague]:
    """At the window beside."""
    plain = journal.beside(workplace_at(region, journal.folder, read_timeout=30))
    workplace = replace(plain, profile=plain.profile.model_copy(update={"staff": staff}))
    with colleague_at(workplace) as colleague:
        sign_in(colleague, "anbe")
        yield colleague


def within(seconds: float, see: Callable[[], None]) -> None:
    began = time.monotonic()
    see()
    assert time.monotonic() - began < seconds


def write_up(hands: Receptionist) -> None:
    """A form is printed, and its case waits for a signature."""
    hands.open("never-listed")
    hands.press("Ctrl+L")
    hands.check()
    kept_form(hands)


def test_one_writes_it_up_and_the_other_takes_it_on_and_sends_it(berit: Receptionist, anna: Colleague) -> None:
    anna.press("Ctrl+2")
    anna.sees("Inga ärenden")
    write_up(berit)
    within(AT_ONCE, lambda: anna.sees(WAITS))
    berit.press("Ctrl+2")
    berit.sees("Ärenden: 1", WAITS, "Avbryt ärendet")
    anna.press("Enter")
    within(AT_ONCE, lambda: berit.sees(CLAIMED, "Ta över ärendet"))
    berit.does_not_see("Avbryt ärendet")
    anna.register()
    anna.sees("Registrerad och bekräftad")
    within(AT_ONCE, lambda: berit.sees("Bekräftad"))
    berit.does_not_see(CLAIMED)
    assert len(berit.registrations) == 1


def test_whoever_signs_out_lets_go_of_what_was_open(berit: Receptionist, anna: Colleague) -> None:
    write_up(berit)
    berit.press("Ctrl+2")
    berit.sees(WAITS)
    anna.press("Ctrl+2")
    anna.sees("Ärenden: 1", WAITS)
    anna.press("Enter")
    anna.sees("Kontroll före registrering")
    berit.sees(CLAIMED)
    anna.press("Ctrl+Shift+O")
    within(AT_ONCE, lambda: berit.sees_no_more(CLAIMED))
    anna.sees("Logga in")
    berit.press("Enter")
    berit.check()


def test_both_say_that_it_is_away_and_back_and_nothing_is_lost(
    berit: Receptionist, anna: Colleague, cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    anna.press("Ctrl+2")
    anna.sees("Inga ärenden")
    cluster.stop("immediate")
    try:
        berit.sees(ONLY_READS, KEPT)
        anna.sees(ONLY_READS, KEPT)
        write_up(berit)
    finally:
        cluster.start()
    berit.sees(BACK)
    anna.sees(BACK, WAITS)
    berit.does_not_see(ONLY_READS)
    anna.press("Enter")
    anna.register()
    anna.sees("Registrerad och bekräftad")
    assert len(berit.registrations) == 1
    caplog.clear()
