"""The database: made and brought up by its administrator, refused in another version, away, slow, read-only, full."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme
from sqlalchemy import Connection

from desktop.domain.identity import PersonIdentity
from desktop.journal.administration import NotThereError, TakenError
from desktop.journal.audit import Action, Audit, Entry, Sound
from desktop.journal.cases import Cases, Left, State
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.records import Record
from desktop.journal.schema import STEPS
from desktop.journal.store import Store
from tests.disk import mount
from tests.journal.places import CentrePlace, JournalDatabase, wait_for_its_end
from tests.postgres import Cluster, give

TOLVAN = PersonIdentity("191212121212")


@pytest.fixture
def engine() -> str:
    """These are about the database; `test_store.py` is about the other."""
    return "database"


@pytest.fixture
def impatient(place: CentrePlace) -> CentrePlace:
    """Waits a second for the database."""
    return replace(place, address=replace(place.address, patience=1.0))


@pytest.fixture
def own_database(cluster: Cluster) -> Iterator[Callable[..., JournalDatabase]]:
    made: list[JournalDatabase] = []

    def make(name: str) -> JournalDatabase:
        made.append(JournalDatabase(cluster, name))
        return made[-1]

    yield make
    for database in made:
        database.drop()


def fault_at(call: Callable[[], object]) -> JournalFault:
    with pytest.raises(JournalError) as raised:
        call()
    return raised.value.fault


def note(store: Store) -> None:
    Audit(store, "VC\\berit", "Reception 1").note(Entry(Action.LOOKED_UP, TOLVAN))


@contextmanager
def opened(place: CentrePlace, **settings: Any) -> Iterator[Store]:
    store = place.open(**settings)
    try:
        yield store
    finally:
        store.close()


def test_a_database_is_made_once_and_brought_up_step_by_step(
    own_database: Callable[..., JournalDatabase], order: Callable[..., Record]
) -> None:
    database = own_database("brought_up")
    present, after = 1 + len(STEPS), (*STEPS, add_column)
    assert database.administration.bring_up() == (present, present)
    place = database.centre()
    with opened(place) as store:
        number = Cases(store, Audit(store, "", "")).open(order())
        assert fault_at(lambda: place.open(steps=after)) is JournalFault.OLDER
        assert database.administration.bring_up(after) == (present, present + 1)
        assert fault_at(place.open) is JournalFault.NEWER
        assert fault_at(database.administration.bring_up) is JournalFault.NEWER
        # A desk that was open when it was brought up goes on until it closes.
        note(store)
    with opened(place, steps=after) as store:
        assert Cases(store, Audit(store, "", "")).find(number) is not None


def add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE cases ADD COLUMN region_note TEXT NOT NULL DEFAULT ''")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE cases")
    raise RuntimeError("this step has a mistake")


def test_a_step_that_fails_changes_nothing(own_database: Callable[..., JournalDatabase]) -> None:
    database = own_database("fails")
    with pytest.raises(RuntimeError):
        database.administration.bring_up((*STEPS, add_column, fail))
    with opened(database.centre()) as store:
        note(store)


def test_administrators_who_start_together_make_one_database(own_database: Callable[..., JournalDatabase]) -> None:
    database = own_database("together")
    with database.cluster.superuser("together") as connection:
        connection.execute("DROP SCHEMA listningsluckan CASCADE")
    place = CentrePlace(database.cluster, database.address, "SE1", "nobody_yet", os.urandom(32), os.urandom(32))
    assert fault_at(place.open) is JournalFault.REFUSED
    others = [database.administrator() for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        before = list(threads.map(lambda other: other.bring_up()[0], others))
    for other in others:
        other.close()
    assert sorted(before, key=lambda version: version or 0) == [None, *[1 + len(STEPS)] * 3]


def test_an_empty_database_waits_for_its_administrator(own_database: Callable[..., JournalDatabase]) -> None:
    database = own_database("empty")
    place = database.centre()
    with database.cluster.superuser("empty") as connection:
        connection.execute("DROP SCHEMA listningsluckan CASCADE")
    assert fault_at(place.open) is JournalFault.OLDER


def test_only_the_recovery_key_lets_a_desk_in(journal_database: JournalDatabase, place: CentrePlace) -> None:
    administration, second = journal_database.administration, os.urandom(32)
    role = f"{place.role}_2"
    assert (
        fault_at(lambda: administration.enrol(place.centre, role, second, os.urandom(32))) is JournalFault.KEY_MISSING
    )
    with pytest.raises(NotThereError):
        administration.enrol("SE-nowhere", role, second, place.recovery)
    with pytest.raises(TakenError):
        administration.enrol(place.centre, "owner", second, place.recovery)
    with pytest.raises(TakenError):
        administration.add_centre(place.centre, os.urandom(32))
    administration.enrol(place.centre, role, second, place.recovery)
    other = replace(place, role=role, holder=second)
    with opened(place) as store, opened(other) as beside:
        note(store)
        assert [row.who for row in Audit(beside, "", "").of_citizen(TOLVAN)] == ["VC\\berit"]
    assert {desk.role for desk in administration.desks() if desk.centre == place.centre} == {place.role, role}


def test_a_desk_that_is_shut_out_sees_nothing_at_once(journal_database: JournalDatabase, place: CentrePlace) -> None:
    with opened(place) as store:
        note(store)
        journal_database.administration.revoke(place.role)
        assert fault_at(lambda: note(store)) is JournalFault.REFUSED
        assert fault_at(Audit(store, "", "").head) is JournalFault.REFUSED
    assert fault_at(place.open) is JournalFault.REFUSED
    with pytest.raises(NotThereError):
        journal_database.administration.revoke(place.role)
    fresh = replace(place, holder=os.urandom(32))
    journal_database.administration.enrol(place.centre, place.role, fresh.holder, place.recovery)
    assert fault_at(place.open) is JournalFault.REFUSED, "the former key is of no use"
    with opened(fresh) as store:
        assert Audit(store, "", "").head().seq == 1


def test_what_a_desk_had_open_is_free_when_it_is_shut_out(
    journal_database: JournalDatabase, place: CentrePlace, order: Callable[..., Record]
) -> None:
    role, holder = f"{place.role}_2", os.urandom(32)
    journal_database.administration.enrol(place.centre, role, holder, place.recovery)
    with opened(replace(place, role=role, holder=holder)) as gone, opened(place) as beside:
        sent = Cases(gone, Audit(gone, "", "")).open(order(), State.SENDING)
        cases = Cases(beside, Audit(beside, "", ""))
        assert cases.adopt({}) == Left(), "it lives"
        journal_database.administration.revoke(role)
        while beside.lives(gone.session):
            assert fault_at(lambda: note(gone)) in (JournalFault.AWAY, JournalFault.REFUSED)
        assert [case.number for case in cases.adopt({}).interrupted] == [sent]


def test_a_desk_of_another_care_centre_is_refused(journal_database: JournalDatabase, place: CentrePlace) -> None:
    other = journal_database.centre()
    assert fault_at(replace(place, centre=other.centre).open) is JournalFault.REFUSED
    assert fault_at(replace(place, role=other.role).open) is JournalFault.REFUSED


def test_only_a_server_with_the_right_certificate_is_talked_to(place: CentrePlace, tmp_path: Path) -> None:
    strangers = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(strangers)
    for address in (replace(place.address, ca_file=strangers), replace(place.address, host="127.0.0.1")):
        assert fault_at(replace(place, address=address).open) is JournalFault.UNTRUSTED


def test_a_server_without_tls_gets_nothing(place: CentrePlace, cluster: Cluster) -> None:
    def use_tls(word: str) -> None:
        with cluster.superuser() as connection:
            connection.execute(f"ALTER SYSTEM SET ssl = {word}")
            connection.execute("SELECT pg_reload_conf()")
            while connection.execute("SHOW ssl").fetchone() != (word,):
                pass

    use_tls("off")
    try:
        assert fault_at(place.open) is JournalFault.UNTRUSTED
    finally:
        use_tls("on")
    place.open().close()


def test_the_server_never_gets_the_password(journal_database: JournalDatabase, place: CentrePlace) -> None:
    with place.cluster.superuser() as connection:
        found = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", [place.role]).fetchone()
    assert found is not None
    assert found[0].startswith("SCRAM-SHA-256$")


def test_many_write_at_once_and_the_chain_holds(place: CentrePlace, journal_database: JournalDatabase) -> None:
    other = journal_database.centre()
    with opened(place) as one, opened(place) as two, opened(other) as third:
        with ThreadPoolExecutor(9) as threads:
            list(threads.map(note, [one, two, third] * 30))
        for store, rows in ((one, 60), (third, 30)):
            audit = Audit(store, "", "")
            assert audit.verify() == Sound(audit.head(), erased=0)
            assert audit.head().seq == rows


def test_who_writes_keeps_its_own_care_centre_waiting_and_no_other(
    impatient: CentrePlace, journal_database: JournalDatabase
) -> None:
    patient = replace(impatient, address=replace(impatient.address, patience=20.0))
    with opened(patient) as busy, opened(impatient) as waits, opened(journal_database.centre()) as elsewhere:
        with busy.writing():
            assert fault_at(lambda: note(waits)) is JournalFault.SLOW
            assert Audit(waits, "", "").head().seq == 0, "reading waits for nobody"
            note(elsewhere)
        note(waits)


def test_who_stops_in_the_middle_of_writing_is_thrown_out(impatient: CentrePlace) -> None:
    with opened(impatient) as stuck, opened(impatient) as waits:
        writing = stuck.writing()
        writing.__enter__()
        written = until(lambda: note(waits))
        with pytest.raises(JournalError) as raised:
            writing.__exit__(None, None, None)
        assert raised.value.fault in (JournalFault.SLOW, JournalFault.AWAY)
    assert written > 0


def until(call: Callable[[], object], patience: float = 15.0) -> int:
    """Try until it succeeds; which attempt did."""
    ends, attempt = datetime.now(UTC) + timedelta(seconds=patience), 0
    while True:
        try:
            call()
        except JournalError:
            assert datetime.now(UTC) < ends
            attempt += 1
        else:
            return attempt


def test_a_server_that_is_away_is_said_to_be_and_is_found_again(impatient: CentrePlace, cluster: Cluster) -> None:
    with opened(impatient) as store:
        note(store)
        assert store.wait(0.1)
        cluster.stop("immediate")
        try:
            assert fault_at(lambda: note(store)) is JournalFault.AWAY
            assert fault_at(Audit(store, "", "").head) is JournalFault.AWAY
            assert fault_at(lambda: store.wait(1)) is JournalFault.AWAY
            assert fault_at(impatient.open) is JournalFault.AWAY
        finally:
            cluster.start()
        note(store)
        audit = Audit(store, "", "")
        assert audit.verify() == Sound(audit.head(), erased=0)
        assert audit.head().seq == 2


def test_a_server_that_only_reads_goes_on_being_read(impatient: CentrePlace, cluster: Cluster) -> None:
    with opened(impatient) as store:
        note(store)
        with cluster.superuser() as connection:
            connection.execute("ALTER DATABASE listningsluckan SET default_transaction_read_only = on")
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        try:
            assert fault_at(lambda: note(store)) is JournalFault.DATABASE_READ_ONLY
            assert Audit(store, "", "").head().seq == 1
        finally:
            with cluster.superuser() as connection:
                connection.execute("ALTER DATABASE listningsluckan RESET default_transaction_read_only")
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                )
        note(store)


def test_a_server_that_answers_slowly_is_given_up(impatient: CentrePlace, cluster: Cluster) -> None:
    with opened(impatient) as store, cluster.superuser("listningsluckan") as connection:
        with connection.transaction():
            connection.execute("LOCK TABLE listningsluckan.audit IN ACCESS EXCLUSIVE MODE")
            assert fault_at(Audit(store, "", "").head) is JournalFault.SLOW
            assert fault_at(lambda: note(store)) is JournalFault.SLOW
        note(store)
        with pytest.raises(JournalError) as raised, store.reading() as reading:
            reading.exec_driver_sql("SELECT pg_sleep(30)")
        assert raised.value.fault is JournalFault.SLOW


def test_who_waits_for_a_free_connection_waits_for_a_slow_server(impatient: CentrePlace) -> None:
    with opened(impatient) as store, ExitStack() as reading:
        for _ in range(5):
            reading.enter_context(store.reading())
        assert fault_at(Audit(store, "", "").head) is JournalFault.SLOW


@pytest.fixture
def full_one(cluster: Cluster) -> Iterator[JournalDatabase]:
    """A database on a disk of its own, with room for a few cases."""
    small = cluster.folder / "small"
    small.mkdir()
    mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", str(small))
    give(small, cluster.account)
    database = JournalDatabase(cluster, "full_one")
    database.administration.close()
    with cluster.superuser() as connection:
        connection.execute(f"CREATE TABLESPACE small LOCATION '{small}'")
        connection.execute("ALTER DATABASE full_one SET TABLESPACE small")
    yield database
    database.drop()
    with cluster.superuser() as connection:
        connection.execute("DROP TABLESPACE small")
    subprocess.run(["umount", "--lazy", str(small)], check=True)
    small.rmdir()


def test_a_full_server_refuses_the_case_and_keeps_the_others(
    full_one: JournalDatabase, order: Callable[..., Record]
) -> None:
    written: list[str] = []
    with opened(full_one.centre()) as store:
        audit = Audit(store, "", "")
        cases = Cases(store, audit)
        large = order() | {"filler": "x" * 100_000}

        def fill() -> None:
            while len(written) < 2000:
                written.append(cases.open(large))

        assert fault_at(fill) is JournalFault.DATABASE_FULL
        assert written
        assert [case.number for case in cases.by_person(TOLVAN)] == written
        assert audit.verify() == Sound(audit.head(), erased=0)
        assert audit.head().seq == len(written)


def test_a_desk_lives_as_long_as_its_connection(place: CentrePlace, order: Callable[..., Record]) -> None:
    with opened(place) as beside:
        with opened(place) as store:
            Cases(store, Audit(store, "", "")).open(order(), State.SENDING)
            assert beside.lives(store.session)
        wait_for_its_end(store.session, beside)
        assert not beside.lives("never was")


def test_a_change_is_heard_by_the_same_care_centre_only(
    place: CentrePlace, journal_database: JournalDatabase, order: Callable[..., Record]
) -> None:
    other = journal_database.centre()
    with opened(place) as here, opened(place) as beside, opened(other) as elsewhere:
        heard = threading.Event()
        listener = threading.Thread(target=lambda: beside.life.wait(10) and heard.set())  # type: ignore[attr-defined]
        listener.start()
        Cases(here, Audit(here, "", "")).open(order())
        listener.join(5)
        assert heard.is_set()
        assert not elsewhere.life.wait(0.2)  # type: ignore[attr-defined]
