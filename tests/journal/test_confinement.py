"""Breaking in: a desk's role, with SQL of its own choice, reaches nothing of another care centre, nor its own past."""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors, sql

from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Action, Audit, Entry, Sound
from desktop.journal.cases import Cases
from desktop.journal.records import Record
from desktop.journal.schema import TABLES, journal
from tests.journal.places import CentrePlace, JournalDatabase

TOLVAN = PersonIdentity("191212121212")


@pytest.fixture
def mine(journal_database: JournalDatabase, order: Callable[..., Record]) -> CentrePlace:
    return with_a_case(journal_database.centre(), order())


@pytest.fixture
def theirs(journal_database: JournalDatabase, order: Callable[..., Record]) -> CentrePlace:
    return with_a_case(journal_database.centre(), order())


@pytest.fixture
def prompt(mine: CentrePlace) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """A prompt at the database, as whoever has stolen a desk's password."""
    with mine.connect() as connection:
        yield connection


def with_a_case(place: CentrePlace, record: Record) -> CentrePlace:
    store = place.open()
    Cases(store, Audit(store, "VC\\berit", "Reception 1")).open(record)
    store.close()
    return place


def all_of(place: CentrePlace) -> list[list[tuple[Any, ...]]]:
    """Every row of a care centre, whatever table it is in."""
    tables = [table.name for table in TABLES.sorted_tables if table is not journal]
    with place.cluster.superuser(place.address.name) as connection:
        rows = sql.SQL("SELECT * FROM listningsluckan.{} WHERE centre = %s ORDER BY 1, 2")
        return [connection.execute(rows.format(sql.Identifier(table)), [place.centre]).fetchall() for table in tables]


@pytest.mark.parametrize("table", [table.name for table in TABLES.sorted_tables if table is not journal])
def test_no_table_shows_anothers_rows(
    prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace, table: str
) -> None:
    with mine.cluster.superuser(mine.address.name) as connection:
        flags = connection.execute("SELECT relrowsecurity FROM pg_class WHERE relname = %s", [table]).fetchone()
    assert flags == (True,)
    others = sql.SQL("SELECT count(*) FROM {} WHERE centre <> %s").format(sql.Identifier(table))
    assert prompt.execute(others, [mine.centre]).fetchone() == (0,)


def test_each_sees_its_own(prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace) -> None:
    for table in ("cases", "audit", "holders", "numbers"):
        own = sql.SQL("SELECT count(*) > 0 FROM {} WHERE centre = %s").format(sql.Identifier(table))
        assert prompt.execute(own, [mine.centre]).fetchone() == (True,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cases SET state = 'cancelled' WHERE centre = %(theirs)s",
        "DELETE FROM cases WHERE centre = %(theirs)s",
        "DELETE FROM forwarding WHERE centre = %(theirs)s",
        "UPDATE audit SET content = NULL WHERE centre = %(theirs)s",
        "UPDATE numbers SET last = 0 WHERE centre = %(theirs)s",
        "SELECT 1 FROM cases WHERE centre = %(theirs)s FOR UPDATE",
        "SELECT 1 FROM centres WHERE name = %(theirs)s FOR UPDATE",
        "UPDATE cases SET state = 'x' FROM audit WHERE cases.centre = %(theirs)s",
    ],
)
def test_what_is_anothers_is_not_there_to_be_changed(
    prompt: psycopg.Connection[tuple[Any, ...]], theirs: CentrePlace, statement: str
) -> None:
    before = all_of(theirs)
    assert prompt.execute(statement, {"theirs": theirs.centre}).rowcount == 0
    assert all_of(theirs) == before


INSERTED = "INSERT INTO cases (centre, number, state, opened_at, changed_at, session, citizen, content)"
ROW = "(%(theirs)s, '2026-0001', 'draft', '', '', '', '', '')"


@pytest.mark.parametrize(
    "statement",
    [
        f"{INSERTED} VALUES {ROW}",
        f"{INSERTED} VALUES {ROW} ON CONFLICT (centre, number) DO UPDATE SET state = 'cancelled'",
        f"{INSERTED} VALUES {ROW} ON CONFLICT DO NOTHING",
        "UPDATE cases SET centre = %(theirs)s",
        "INSERT INTO numbers (centre, year, last) VALUES (%(theirs)s, 1999, 1)",
        "INSERT INTO audit (centre, seq, at, action, case_number, correlation_id, digest, link)"
        " VALUES (%(theirs)s, 99, '', '', '', '', '', '')",
        # Whose it is, and what holds it.
        "SELECT * FROM desks",
        "UPDATE desks SET centre = %(theirs)s",
        "INSERT INTO desks (role, centre, holder, since) VALUES (session_user || 'x', %(theirs)s, '', '')",
        "UPDATE centres SET name = %(theirs)s",
        "INSERT INTO centres (name) VALUES ('mine')",
        "UPDATE journal SET version = 1",
        "INSERT INTO holders (id, label, wrapped) VALUES ('x', 'x', '')",
        "DELETE FROM holders",
        "UPDATE holders SET until = NULL",
        # The guards themselves.
        "ALTER TABLE cases DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own ON cases",
        "CREATE POLICY all_of_it ON cases USING (true)",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "DROP TRIGGER audit_is_kept ON audit",
        "CREATE OR REPLACE FUNCTION own_centre() RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
        "CREATE TRIGGER mine BEFORE INSERT ON cases EXECUTE FUNCTION keep_audit()",
        "ALTER TABLE cases OWNER TO CURRENT_USER",
        "CREATE TABLE listningsluckan.mine (a int)",
        "TRUNCATE cases",
        "TRUNCATE audit",
        "SET session_replication_role = replica",
        # As somebody else.
        "SET ROLE {theirs}",
        "SET SESSION AUTHORIZATION {theirs}",
        "SET ROLE owner",
        "GRANT {theirs} TO CURRENT_USER",
        "GRANT owner TO CURRENT_USER",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "ALTER ROLE CURRENT_USER CREATEROLE",
        "CREATE ROLE another LOGIN",
        "COPY cases TO PROGRAM 'cat'",
        "COPY cases FROM '/etc/hostname'",
        # One's own past.
        "DELETE FROM audit",
        "UPDATE audit SET at = ''",
        "UPDATE audit SET link = ''",
        "UPDATE audit SET seq = seq + 1",
        "UPDATE audit SET content = 'x'",
    ],
)
def test_what_a_desk_may_not_do_is_refused(
    prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace, statement: str
) -> None:
    before = all_of(mine), all_of(theirs)
    with pytest.raises((errors.InsufficientPrivilege, errors.IntegrityError)):
        prompt.execute(statement.replace("{theirs}", theirs.role), {"theirs": theirs.centre})
    assert (all_of(mine), all_of(theirs)) == before


def test_row_security_cannot_be_switched_off(prompt: psycopg.Connection[tuple[Any, ...]], theirs: CentrePlace) -> None:
    prompt.execute("SET row_security = off")
    with pytest.raises(errors.InsufficientPrivilege):
        prompt.execute("SELECT * FROM cases")


def test_whose_desk_it_is_follows_from_the_login_alone(
    prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace
) -> None:
    """Tables and functions of the same names, in a schema of one's own, are not what the guards ask."""
    prompt.execute("CREATE TEMP TABLE desks (role text, centre text)")
    prompt.execute("INSERT INTO desks VALUES (session_user, %s)", [theirs.centre])
    prompt.execute(
        "CREATE FUNCTION pg_temp.own_centre() RETURNS text LANGUAGE sql AS 'SELECT centre FROM pg_temp.desks'"
    )
    prompt.execute("SET search_path = pg_temp, listningsluckan")
    prompt.execute("SELECT set_config('listningsluckan.centre', %s, false)", [theirs.centre])
    assert prompt.execute("SELECT listningsluckan.own_centre()").fetchone() == (mine.centre,)
    assert {row[0] for row in prompt.execute("SELECT centre FROM cases")} == {mine.centre}


def test_the_role_that_all_desks_share_sees_no_more(
    prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace
) -> None:
    prompt.execute(f"SET ROLE {mine.address.name}_desks")
    assert {row[0] for row in prompt.execute("SELECT centre FROM cases")} == {mine.centre}
    assert prompt.execute("DELETE FROM cases WHERE centre = %s", [theirs.centre]).rowcount == 0


def test_a_function_in_the_question_does_not_see_anothers_rows(
    prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace
) -> None:
    """The planner asks a cheap function first, unless the rows are guarded."""
    heard: list[str] = []
    prompt.add_notice_handler(lambda told: heard.append(told.message_primary or ""))
    prompt.execute(
        "CREATE FUNCTION pg_temp.tell(centre text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql"
        " AS $$ BEGIN RAISE NOTICE '%', centre; RETURN true; END $$"
    )
    prompt.execute("SELECT number FROM cases WHERE pg_temp.tell(centre)")
    assert heard == [mine.centre]


def test_statistics_say_nothing_of_anothers_rows(
    prompt: psycopg.Connection[tuple[Any, ...]], mine: CentrePlace, theirs: CentrePlace
) -> None:
    with mine.cluster.superuser(mine.address.name) as connection:
        connection.execute("ANALYZE listningsluckan.cases")
        known = "SELECT count(*) FROM pg_stats WHERE tablename = 'cases'"
        assert connection.execute(known).fetchone() != (0,)
    assert prompt.execute(known).fetchone() == (0,)


def test_numbers_of_two_care_centres_do_not_meet(
    mine: CentrePlace, theirs: CentrePlace, order: Callable[..., Record]
) -> None:
    """Nor can it be told from a clash which numbers another has given."""
    numbers = []
    for place in (mine, theirs):
        store = place.open()
        numbers.append(Cases(store, Audit(store, "", "")).open(order()))
        store.close()
    assert numbers[0] == numbers[1]
    assert numbers[0].endswith("-0002")


def test_who_has_broken_in_leaves_a_trail_that_still_verifies(mine: CentrePlace) -> None:
    """What a desk may do to its past is to erase content, as retention does, and that shows."""
    store = mine.open()
    audit = Audit(store, "VC\\berit", "Reception 1")
    audit.note(Entry(Action.LOOKED_UP, TOLVAN))
    with mine.connect() as connection:
        connection.execute("UPDATE audit SET content = NULL, citizen = NULL WHERE seq = 2")
    assert audit.verify() == Sound(audit.head(), erased=1)
    store.close()


def test_without_tls_nobody_comes_in(mine: CentrePlace) -> None:
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(
            host="localhost",
            port=mine.address.port,
            dbname=mine.address.name,
            user=mine.role,
            password="x",
            sslmode="disable",
        )
