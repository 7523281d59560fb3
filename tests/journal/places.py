"""Where a journal of the tests is: in a file, or as a care centre of its own in a real PostgreSQL."""

from __future__ import annotations

import json
import os
import sqlite3
import time
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import psycopg

from desktop.journal.administration import Administration
from desktop.journal.confinement import SCHEMA
from desktop.journal.database import Address, Login, desk_login, open_database, parameters
from desktop.journal.file_store import open_store
from desktop.journal.store import Store
from tests.postgres import Cluster

OWNER = Login("owner", "a word of the administrator")


class Place(Protocol):
    """A journal that desks open, and that somebody with every right tampers with."""

    holder: bytes

    def open(self, **settings: Any) -> Store:
        """As a desk opens it."""

    def raw(self, statement: str, *, keep_triggers: bool = False) -> int:
        """Run a statement past the program, with every right; how many rows it concerned."""

    def written(self) -> bytes:
        """All that is on the disk."""

    @property
    def told(self) -> str:
        """For another process: `open_place` there opens the same."""


@dataclass(frozen=True)
class FilePlace:
    path: Path
    holder: bytes

    def open(self, **settings: Any) -> Store:
        return open_store(**{"path": self.path, "holder": self.holder, **settings})

    def raw(self, statement: str, *, keep_triggers: bool = False) -> int:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            if not keep_triggers:
                for trigger in ("audit_is_kept", "audit_is_not_rewritten"):
                    connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            return connection.execute(statement).rowcount

    def written(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.path.parent.iterdir())

    @property
    def told(self) -> str:
        return json.dumps({"path": str(self.path), "holder": self.holder.hex()})


@dataclass(frozen=True)
class CentrePlace:
    """One care centre with one desk's role, in a database of the cluster."""

    cluster: Cluster
    address: Address
    centre: str
    role: str
    holder: bytes
    recovery: bytes

    def open(self, **settings: Any) -> Store:
        return open_database(self.address, self.role, settings.pop("holder", self.holder), self.centre, **settings)

    def raw(self, statement: str, *, keep_triggers: bool = False) -> int:
        """As the desk's role, so that row-level security names the rows, but with every right to them."""
        with self.cluster.superuser(self.address.name) as connection, connection.transaction():
            run, every = connection.execute, f"ALL TABLES IN SCHEMA {SCHEMA}"
            run(f"GRANT ALL ON {every} TO {self.role}")
            run(f"GRANT ALL ON SCHEMA {SCHEMA} TO {self.role}")
            if not keep_triggers:
                run("SET LOCAL session_replication_role = replica")
            run(f"SET LOCAL search_path = {SCHEMA}, public")
            run(f"SET LOCAL SESSION AUTHORIZATION {self.role}")
            rows = run(statement).rowcount
            run("RESET SESSION AUTHORIZATION")
            run(f"REVOKE ALL ON {every} FROM {self.role}")
            run(f"REVOKE ALL ON SCHEMA {SCHEMA} FROM {self.role}")
        return rows

    def written(self) -> bytes:
        with self.cluster.superuser(self.address.name) as connection:
            connection.execute("CHECKPOINT")
            found = connection.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchone()
        assert found is not None
        folder = self.cluster.folder / "data" / "base" / str(found[0])
        return b"".join(path.read_bytes() for path in folder.iterdir())

    def connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        """Past the program, but with no more rights than the desk's role has."""
        way = {**parameters(self.address, desk_login(self.role, self.holder))}
        return psycopg.connect(**way, autocommit=True)

    @property
    def told(self) -> str:
        way = {"host": self.address.host, "port": self.address.port, "name": self.address.name}
        return json.dumps(
            {
                **way,
                "ca": str(self.address.ca_file),
                "role": self.role,
                "centre": self.centre,
                "holder": self.holder.hex(),
            }
        )


class JournalDatabase:
    """A database for journals in the tests' cluster, made by its administrator."""

    def __init__(self, cluster: Cluster, name: str = "listningsluckan") -> None:
        self.cluster = cluster
        self.address = Address("localhost", cluster.port, name, cluster.ca_file, patience=20.0)
        with cluster.superuser() as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'owner'").fetchone() is None:
                connection.execute(f"CREATE ROLE owner LOGIN CREATEROLE PASSWORD '{OWNER.password}'")
            connection.execute(f"CREATE DATABASE {name} OWNER owner STRATEGY file_copy")
        self.administration = self.administrator()
        self.administration.bring_up()
        with cluster.superuser(name) as connection:  # For the statements that tamper in SQLite's words.
            connection.execute(
                "CREATE FUNCTION public.zeroblob(size int) RETURNS bytea LANGUAGE sql"
                " AS $$ SELECT decode(repeat('00', size), 'hex') $$"
            )

    def administrator(self) -> Administration:
        """One more who has the administrator's password."""
        return Administration(self.address, OWNER)

    def centre(self, holder: bytes | None = None) -> CentrePlace:
        """A new care centre, and a desk there."""
        name = uuid.uuid4().hex[:12]
        place = CentrePlace(
            self.cluster, self.address, f"SE{name}", f"desk_{name}", holder or os.urandom(32), os.urandom(32)
        )
        self.administration.add_centre(place.centre, place.recovery)
        self.administration.enrol(place.centre, place.role, place.holder, place.recovery)
        return place

    def drop(self) -> None:
        """Take it away, whoever is connected."""
        self.administration.close()
        with self.cluster.superuser() as connection:
            connection.execute(f"DROP DATABASE {self.address.name} WITH (FORCE)")


def open_place(told: str) -> Store:
    """What `Place.told` tells of, opened in another process."""
    place = json.loads(told)
    holder = bytes.fromhex(place["holder"])
    if "path" in place:
        return open_store(Path(place["path"]), holder)
    address = Address(place["host"], place["port"], place["name"], Path(place["ca"]))
    return open_database(address, place["role"], holder, place["centre"])


def wait_for_its_end(session: str, seen_by: Store) -> None:
    """A server takes a moment to see that a desk has gone."""
    ends = time.monotonic() + 10
    while seen_by.lives(session):
        assert time.monotonic() < ends
