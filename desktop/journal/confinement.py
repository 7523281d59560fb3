"""Many care centres in one PostgreSQL database: whose rows a desk's role sees, what it may do to them, and turns.

A desk's login role stands in `desks`, with its care centre. Every table of the journal has a column `centre` there,
which the statements never name: it is filled in with the role's own centre, and row-level security hides every other.
The tables belong to the administrator's role, so that a desk changes neither policies nor triggers nor its own centre.
"""

from __future__ import annotations

from sqlalchemy import Connection, Table

from desktop.journal.schema import TABLES, audit, cases, claims, forwarding, holders, journal, numbers

SCHEMA = "listningsluckan"
_ALL_RIGHTS = "SELECT, INSERT, UPDATE, DELETE"
_RIGHTS = {
    holders: "SELECT",
    forwarding: "SELECT, INSERT, DELETE",
    numbers: "SELECT, INSERT, UPDATE",
    audit: "SELECT, INSERT, UPDATE (citizen, content)",
}
"""What a desk may do to its own rows where it may not do everything; `journal` tells the version to all."""

TAKE_TURN = "SELECT name FROM centres FOR UPDATE"
"""Waits for the care centre's other writers; held to the end of the transaction, as SQLite's write lock is."""

CHANNEL = f"SELECT 'changed_' || md5({SCHEMA}.own_centre())"
"""Where a desk hears that cases of its care centre have changed."""

_OF_THE_ADMINISTRATOR = """
CREATE TABLE centres (name text PRIMARY KEY CHECK (name <> ''), turn integer);
CREATE TABLE desks (
  role text PRIMARY KEY,
  centre text NOT NULL REFERENCES centres,
  holder text NOT NULL,
  since text NOT NULL
);
-- session_user is who logged in: SET ROLE does not change it. It runs as the owner, who alone may read `desks`.
CREATE FUNCTION own_centre() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = listningsluckan, pg_temp
  AS 'SELECT centre FROM desks WHERE role = session_user';
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION 'the audit trail is kept' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.content IS NOT NULL OR NEW.citizen IS NOT NULL
    OR (NEW.centre, NEW.seq, NEW.at, NEW.action, NEW.case_number, NEW.correlation_id, NEW.digest, NEW.link)
      IS DISTINCT FROM
       (OLD.centre, OLD.seq, OLD.at, OLD.action, OLD.case_number, OLD.correlation_id, OLD.digest, OLD.link)
  THEN
    RAISE EXCEPTION 'an audit row can only be erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed_' || md5(listningsluckan.own_centre()), '') WHERE listningsluckan.own_centre() IS NOT NULL;
  RETURN NULL;
END $$;
ALTER TABLE centres ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON centres USING (name = (SELECT own_centre()));
"""
_GUARDS = """
CREATE TRIGGER audit_is_kept BEFORE DELETE OR UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit();
CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit EXECUTE FUNCTION keep_audit();
"""


def make(connection: Connection) -> None:
    """Make the tables in an empty database, as its administrator."""
    run, desks = connection.exec_driver_sql, desks_role(connection)
    if run("SELECT 1 FROM pg_roles WHERE rolname = current_database() || '_desks'").one_or_none() is None:
        run(f"CREATE ROLE {desks} NOLOGIN")
    run(f"CREATE SCHEMA {SCHEMA}")
    run(_OF_THE_ADMINISTRATOR)
    TABLES.create_all(connection)
    for table in TABLES.sorted_tables:
        if table is not journal:
            confine(connection, table)
    run(_GUARDS)
    for table in (cases, claims):
        tell_changes(connection, table)
    run(f"GRANT USAGE ON SCHEMA {SCHEMA} TO {desks}")
    run(f"GRANT SELECT ON {journal.name} TO {desks}")
    run(f"GRANT SELECT (name), UPDATE (turn) ON centres TO {desks}")


def confine(connection: Connection, table: Table) -> None:
    """Give a new table its care centre, first in each key and index; a file, which is one centre's, needs none."""
    if connection.dialect.name != "postgresql":
        return
    run, name = connection.exec_driver_sql, table.name
    keys = ", ".join(column.name for column in table.primary_key)
    run(f"ALTER TABLE {name} ADD COLUMN centre text NOT NULL DEFAULT own_centre() REFERENCES centres")
    run(f"ALTER TABLE {name} DROP CONSTRAINT {name}_pkey, ADD PRIMARY KEY (centre, {keys})")
    for one in table.indexes:
        run(f"DROP INDEX {one.name}")
        index(connection, table, str(one.name))
    run(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
    run(f"CREATE POLICY own ON {name} USING (centre = (SELECT own_centre()))")
    run(f"GRANT {_RIGHTS.get(table, _ALL_RIGHTS)} ON {name} TO {desks_role(connection)}")


def tell_changes(connection: Connection, table: Table) -> None:
    """The care centre's desks hear on `CHANNEL` of each statement that changes a row; a file is looked at instead."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            f"CREATE TRIGGER change_is_told AFTER INSERT OR UPDATE OR DELETE ON {table.name}"
            " EXECUTE FUNCTION tell_change()"
        )


def index(connection: Connection, table: Table, name: str) -> None:
    """Make one of a table's indexes, with the care centre first where there are several."""
    (wanted,) = (one for one in table.indexes if one.name == name)
    if connection.dialect.name != "postgresql":
        wanted.create(connection)
        return
    columns = ", ".join(column.name for column in wanted.columns)
    unique = "UNIQUE " if wanted.unique else ""
    connection.exec_driver_sql(f"CREATE {unique}INDEX {name} ON {table.name} (centre, {columns})")


def desks_role(connection: Connection) -> str:
    """The role that all desks of this database are members of, quoted for SQL."""
    name: str = connection.exec_driver_sql("SELECT quote_ident(current_database() || '_desks')").scalar_one()
    return name
