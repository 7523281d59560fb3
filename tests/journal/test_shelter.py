"""The database is away: what is begun is kept here and handed over once, however often that is interrupted."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.identity import PersonIdentity
from desktop.journal import shelter as shelter_module
from desktop.journal.audit import Action, Audit, Entry, Sound
from desktop.journal.cases import Cases, State
from desktop.journal.confinement import SCHEMA
from desktop.journal.database import DatabaseStore
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.file_store import FileStore
from desktop.journal.records import Record
from desktop.journal.shelter import ShelteredAudit, ShelteredCases, open_shelter
from tests.journal.places import CentrePlace, JournalDatabase
from tests.postgres import Cluster

TOLVAN = PersonIdentity("191212121212")


class Sheltered:
    """A desk with both journals open."""

    def __init__(self, place: CentrePlace, file: Path) -> None:
        known = open_shelter(file, place.holder, "berit").key if file.exists() else None
        self.store: DatabaseStore = place.open(known=known)
        self.local: FileStore = open_shelter(file, place.holder, "berit", self.store.key)
        self.audit = ShelteredAudit(self.store, "VC\\berit", "Reception 1", self.local)
        self.cases = ShelteredCases(self.store, self.audit, self.local)

    def close(self) -> None:
        self.store.close()
        self.local.close()


@pytest.fixture
def place(journal_database: JournalDatabase) -> CentrePlace:
    place = journal_database.centre()
    return replace(place, address=replace(place.address, patience=1.0))


@pytest.fixture
def start(place: CentrePlace, file: Path) -> Iterator[Callable[[], Sheltered]]:
    started: list[Sheltered] = []

    def start_one() -> Sheltered:
        started.append(Sheltered(place, file))
        return started[-1]

    yield start_one
    for desk in started:
        desk.close()


@contextmanager
def away(cluster: Cluster) -> Iterator[None]:
    cluster.stop("immediate")
    try:
        yield
    finally:
        cluster.start()


def seen_by_another(place: CentrePlace, call: Callable[[Cases, Audit], Any]) -> Any:
    """As another desk of the care centre sees it."""
    store = place.open()
    try:
        audit = Audit(store, "VC\\cilla", "Reception 2")
        return call(Cases(store, audit), audit)
    finally:
        store.close()


def test_what_is_begun_while_it_is_away_is_read_here_and_then_there(
    start: Callable[[], Sheltered], place: CentrePlace, cluster: Cluster, order: Callable[..., Record]
) -> None:
    desk = start()
    before = desk.cases.open(order(), State.WAITING)
    with away(cluster):
        form = desk.cases.open(order(), State.WAITING, code="K7QM-2W9F")
        draft = desk.cases.open(order("190001042399"))
        desk.cases.keep(draft, order("190001042399"))
        desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN, reason="while it was away"))
        assert "-L" in form
        assert [case.number for case in desk.cases.unsettled()] == [form]
        assert [case.number for case in desk.cases.drafts()] == [draft]
        assert desk.cases.by_code("K7QM-2W9F").number == form  # type: ignore[union-attr]
        with pytest.raises(JournalError):
            desk.cases.send(order(), {}, lambda _: None)
        with pytest.raises(JournalError):
            desk.cases.send(order(), {}, lambda _: None, form)
        with pytest.raises(JournalError):
            desk.cases.open(order(), State.SENDING)
        with pytest.raises(JournalError):
            desk.cases.come_back()
    assert desk.cases.come_back()
    assert [case.number for case in desk.cases.unsettled()] == [before, form]
    assert seen_by_another(place, lambda cases, _: [case.number for case in cases.unsettled()]) == [before, form]
    assert seen_by_another(place, lambda cases, _: [case.number for case in cases.drafts()]) == [draft]
    assert seen_by_another(place, lambda cases, _: cases.by_code("K7QM-2W9F").number) == form
    rows = seen_by_another(place, lambda _, audit: audit.of_citizen(TOLVAN))
    assert [row.entry.case_number for row in rows] == [before, form, ""]
    assert {(row.who, row.place) for row in rows} == {("VC\\berit", "Reception 1")}
    assert [rows[1].at, rows[2].at] == sorted([rows[1].at, rows[2].at])
    assert isinstance(seen_by_another(place, lambda _, audit: audit.verify()), Sound)
    assert desk.cases.local.unsettled() == ()
    assert desk.audit.local.of_citizen(TOLVAN) == (), "nothing of it is left in the file"
    assert desk.cases.send(order(), {}, lambda _: None, form) == form


def test_a_draft_of_the_database_goes_on_here_and_there_again(
    start: Callable[[], Sheltered], place: CentrePlace, cluster: Cluster, order: Callable[..., Record]
) -> None:
    desk = start()
    draft = desk.cases.open(order())
    with away(cluster):
        desk.cases.keep(draft, order("190001042399"))
        desk.cases.keep(draft, order("191212121212") | {"word": "last"})
        assert [case.registration["word"] for case in desk.cases.drafts()] == ["last"]
    desk.cases.come_back()
    (kept,) = seen_by_another(place, lambda cases, _: cases.drafts())
    assert (kept.number, kept.registration["word"]) == (draft, "last")


def test_nobody_waits_for_it_twice(
    start: Callable[[], Sheltered], journal_database: JournalDatabase, place: CentrePlace, order: Callable[..., Record]
) -> None:
    """A lock is waited for once, a second; then every look-up is noted at once, until it is seen to be well again."""
    desk, other = start(), replace(place, address=replace(place.address, patience=20.0)).open()
    with other.writing():
        desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN))
        assert desk.cases.fault is JournalFault.SLOW
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(lambda _: desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN)), range(50)))
    while not came_back(desk):
        pass
    assert desk.cases.fault is None
    assert len(desk.audit.of_citizen(TOLVAN)) == 51
    other.close()


def test_a_desk_starts_while_it_is_away_where_it_has_been_before(
    start: Callable[[], Sheltered], place: CentrePlace, cluster: Cluster, order: Callable[..., Record]
) -> None:
    with away(cluster), pytest.raises(JournalError):
        start()
    start().close()
    with away(cluster):
        desk = start()
        assert desk.cases.fault is JournalFault.AWAY
        number = desk.cases.open(order(), State.WAITING)
        desk.close()
        again = start()
        assert [case.number for case in again.cases.unsettled()] == [number]
    again.cases.come_back()
    assert seen_by_another(place, lambda cases, _: [case.number for case in cases.unsettled()]) == [number]


def test_a_desk_that_was_shut_out_meanwhile_hands_over_when_it_is_let_in_again(
    start: Callable[[], Sheltered],
    place: CentrePlace,
    cluster: Cluster,
    file: Path,
    journal_database: JournalDatabase,
    order: Callable[..., Record],
) -> None:
    desk = start()
    with away(cluster):
        number = desk.cases.open(order(), State.WAITING)
    journal_database.administration.revoke(place.role)
    with pytest.raises(JournalError) as raised:
        desk.cases.come_back()
    assert raised.value.fault is JournalFault.REFUSED
    assert desk.cases.fault is JournalFault.REFUSED
    desk.close()
    fresh = replace(place, holder=os.urandom(32))
    journal_database.administration.enrol(place.centre, place.role, fresh.holder, place.recovery)
    store = fresh.open()
    local = open_shelter(file, fresh.holder, "berit", store.key)
    cases = ShelteredCases(store, ShelteredAudit(store, "VC\\berit", "Reception 1", local), local)
    assert cases.come_back()
    assert [case.number for case in cases.unsettled()] == [number]
    store.close()
    local.close()


def test_a_database_that_was_brought_up_meanwhile_stays_away_for_an_older_desk(
    start: Callable[[], Sheltered], place: CentrePlace, cluster: Cluster, order: Callable[..., Record]
) -> None:
    """Nothing of what it keeps is lost: the same file is handed over by the desk once it is updated."""
    desk = start()
    with away(cluster):
        desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN))
    with newer_tables(place):
        with pytest.raises(JournalError):
            desk.cases.come_back()
        assert desk.cases.fault is JournalFault.NEWER
        number = desk.cases.open(order(), State.WAITING)
        assert "-L" in number
        assert [case.number for case in desk.cases.unsettled()] == [number]
        with pytest.raises(JournalError):
            desk.cases.send(order(), {}, lambda _: None)
        desk.close()
    assert start().cases.come_back()
    assert seen_by_another(place, lambda cases, _: [case.number for case in cases.unsettled()]) == [number]


@contextmanager
def newer_tables(place: CentrePlace) -> Iterator[None]:
    """The tables are of a later version for a while."""
    with place.cluster.superuser(place.address.name) as connection:
        connection.execute("UPDATE listningsluckan.journal SET version = version + 1")
        try:
            yield
        finally:
            connection.execute("UPDATE listningsluckan.journal SET version = version - 1")


@pytest.mark.parametrize("fault", [JournalFault.DATABASE_READ_ONLY, JournalFault.DATABASE_FULL])
def test_what_the_database_cannot_take_is_kept_and_handed_over(
    start: Callable[[], Sheltered],
    place: CentrePlace,
    cluster: Cluster,
    order: Callable[..., Record],
    fault: JournalFault,
) -> None:
    desk = start()
    before = desk.cases.open(order(), State.WAITING)
    with refusing(place, fault):
        with pytest.raises(JournalError):
            desk.cases.send(order(), {}, lambda _: None)
        assert desk.cases.fault is fault
        with pytest.raises(JournalError):
            desk.cases.come_back()
        assert desk.cases.fault is fault, "it is not taken for well because it can be read"
        kept = desk.cases.open(order("190001042399"), State.WAITING)
        desk.audit.note(Entry(Action.LOOKED_UP, TOLVAN))
    while not came_back(desk):
        pass
    assert seen_by_another(place, lambda cases, _: [case.number for case in cases.unsettled()]) == [before, kept]
    assert isinstance(seen_by_another(place, lambda _, audit: audit.verify()), Sound)


@contextmanager
def refusing(place: CentrePlace, fault: JournalFault) -> Iterator[None]:
    """The server takes nothing that is written: it only reads, or says at each row that its disk is full."""
    tables = ("cases", "audit", "forwarding")
    with place.cluster.superuser(place.address.name) as connection:
        run = connection.execute
        if fault is JournalFault.DATABASE_READ_ONLY:
            run(f"ALTER ROLE {place.role} SET default_transaction_read_only = on")
            run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [place.role])
        else:
            run("CREATE FUNCTION public.full_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$")
            for table in tables:
                run(
                    f"CREATE TRIGGER full_up BEFORE INSERT ON {SCHEMA}.{table} FOR EACH ROW"
                    f" WHEN (NEW.centre = '{place.centre}') EXECUTE FUNCTION public.full_up()"
                )
        try:
            yield
        finally:
            run(f"ALTER ROLE {place.role} RESET default_transaction_read_only")
            run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [place.role])
            for table in tables:
                run(f"DROP TRIGGER IF EXISTS full_up ON {SCHEMA}.{table}")
            run("DROP FUNCTION IF EXISTS public.full_up()")


def test_what_breaks_off_is_handed_over_again_and_nothing_twice(
    start: Callable[[], Sheltered],
    place: CentrePlace,
    cluster: Cluster,
    order: Callable[..., Record],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After each write there the process dies before it has tidied up here."""
    monkeypatch.setattr(shelter_module, "_AT_ONCE", 2)
    desk = start()
    with away(cluster):
        numbers = [desk.cases.open(order(), State.WAITING) for _ in range(5)]
    for writes in range(1, 12):
        desk = start()
        steps = iter(range(writes))
        writing = FileStore.writing

        def dies(store: FileStore, steps: Iterator[int] = steps, writing: Any = writing) -> Any:
            if next(steps, None) is None:
                raise KeyboardInterrupt
            return writing(store)

        with monkeypatch.context() as patched:
            patched.setattr(FileStore, "writing", dies)
            with suppress(KeyboardInterrupt):
                desk.cases.come_back()
        desk.close()
    desk = start()
    assert desk.cases.come_back()
    assert seen_by_another(place, lambda cases, _: [case.number for case in cases.unsettled()]) == numbers
    rows = seen_by_another(place, lambda _, audit: audit.of_citizen(TOLVAN))
    assert [row.entry.case_number for row in rows] == numbers


def test_a_write_of_which_the_answer_was_lost_is_one_case(
    start: Callable[[], Sheltered], place: CentrePlace, order: Callable[..., Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database had it, and the desk could not know: the same case is there once after the handing over."""
    desk, writing = start(), DatabaseStore.writing

    @contextmanager
    def answer_is_lost(store: DatabaseStore) -> Iterator[Any]:
        with store.reach.guarded():
            with writing(store) as connection:
                yield connection
            raise JournalError(JournalFault.AWAY)

    with monkeypatch.context() as patched:
        patched.setattr(DatabaseStore, "writing", answer_is_lost)
        number = desk.cases.open(order(), State.WAITING, code="K7QM-2W9F")
    assert "-L" in number
    desk.cases.come_back()
    (there,) = seen_by_another(place, lambda cases, _: cases.unsettled())
    assert desk.cases.by_code("K7QM-2W9F").number == there.number  # type: ignore[union-attr]


def test_what_is_written_while_it_is_handed_over_is_not_lost(
    start: Callable[[], Sheltered], place: CentrePlace, cluster: Cluster, order: Callable[..., Record]
) -> None:
    desk, stop = start(), threading.Event()
    numbers: list[str] = []

    def work() -> None:
        while not stop.is_set():
            numbers.append(desk.cases.open(order(), State.WAITING))

    thread = threading.Thread(target=work)
    with away(cluster):
        thread.start()
        while len(numbers) < 20:
            pass
    try:
        while not came_back(desk) or len(numbers) < 60:
            pass
    finally:
        stop.set()
        thread.join()
    while not came_back(desk):
        pass
    there = seen_by_another(place, lambda cases, _: [case.number for case in cases.unsettled()])
    assert sorted(there) == sorted(numbers)
    assert isinstance(seen_by_another(place, lambda _, audit: audit.verify()), Sound)


def came_back(desk: Sheltered) -> bool:
    """As the desk tries every few seconds; a busy machine may be too slow for it."""
    try:
        return desk.cases.come_back()
    except JournalError:
        return False
