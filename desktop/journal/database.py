"""The journal in a PostgreSQL database that care centres share: the way there, and how a desk opens its own.

The database is made and brought to a version by an administrator's command (`administration.py`). A desk changes
nothing but rows: an older or newer database is refused. The way there is always TLS, with the server's name verified.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, insert, select

from desktop.journal.confinement import SCHEMA, TAKE_TURN
from desktop.journal.faults import JournalError, JournalFault, faults_mapped
from desktop.journal.keys import DataKey
from desktop.journal.reach import Reach
from desktop.journal.schema import STEPS, Step, forwarding, journal
from desktop.journal.signs_of_life import SignOfLife
from desktop.journal.store import Clock, Store, held_key, utc_now

_READERS = 5
"""Connections that read at once at one desk; it has one more that writes, and one that shows that it lives."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the database is, and how many seconds it is waited for.

    `ca_file` is the PEM file of the authorities that the server's certificate is held against.
    """

    host: str
    port: int
    name: str
    ca_file: Path
    patience: float = 5.0


@dataclass(frozen=True, slots=True)
class Login:
    """As whom, with which password."""

    role: str
    password: str

    def __repr__(self) -> str:
        return f"Login({self.role})"


@dataclass(frozen=True, slots=True)
class DatabaseStore(Store):
    """A care centre's journal, as one desk has it open."""

    life: SignOfLife
    reach: Reach
    _meet: Callable[[Connection], DataKey]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See `Store`: fails at once while the database is away."""
        with self.reach.guarded(), faults_mapped(JournalFault.SLOW), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """See `Store`: fails at once while the database is away."""
        with self.reach.guarded(), faults_mapped(JournalFault.SLOW), self._writer.begin() as connection:
            yield connection

    def greet(self) -> None:
        """See whether a database that was away is well, the same, and takes what is written. Raises JournalError.

        One that has been brought to another version meanwhile, or is another, stays away for this desk.
        """
        trace = {"service": f"greeting {self.session}", "seq": 0, "at": self.now()}
        with self.reach.noted(whatever=True), self.reach.watched(), faults_mapped(JournalFault.SLOW):
            self.life.show()
            with self._engine.begin() as connection:
                if self._meet(connection).fingerprint(SCHEMA) != self.key.fingerprint(SCHEMA):
                    raise JournalError(JournalFault.UNREADABLE)
            with self._writer.begin() as connection:
                connection.execute(insert(forwarding), trace)
                connection.execute(delete(forwarding).where(forwarding.c.service == trace["service"]))
        self.reach.fault = None

    def lives(self, session: str) -> bool:
        """See `Store`: the server holds a lock for each, as long as its connection stands."""
        if session == self.session:
            return True
        with self.reading() as connection:
            return self.life.seen(connection, session)

    def living(self, sessions: Iterable[str]) -> frozenset[str]:
        """See `Store`: all in one transaction, for a desk asks about its neighbours every other second."""
        with self.reading() as connection:
            return frozenset(one for one in sessions if one == self.session or self.life.seen(connection, one))

    def wait(self, seconds: float) -> bool:
        """See `Store`: the server tells; where something on the way keeps that back, it is looked at in time."""
        self.reach.check()
        with self.reach.noted():
            self.life.wait(seconds)
        return True

    def fold(self) -> None:
        """See `Store`: what a row was goes with PostgreSQL's own vacuum, and from its backups as IT has them."""

    def drop_backups(self, older_than: timedelta) -> None:
        """See `Store`: backups are IT's."""

    def close(self) -> None:
        """See `Store`."""
        self.reach.end()
        self._engine.dispose()
        self._writer.dispose()
        self.life.end()


def desk_login(role: str, key: bytes) -> Login:
    """As whom a desk goes in: the password follows from its 32-byte key, and the key does not follow from it."""
    secret = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"listningsluckan database password").derive(key)
    return Login(role, secret.hex())


def open_database(
    address: Address,
    role: str,
    key: bytes,
    centre: str,
    *,
    known: DataKey | None = None,
    clock: Clock = utc_now,
    steps: tuple[Step, ...] = STEPS,
) -> DatabaseStore:
    """Open a care centre's journal with the desk's 32-byte key, which is password and holder's key in one.

    With the data key `known` from an earlier time, a database that is away may come back later (`greet`).
    Raises JournalError: AWAY, UNTRUSTED, REFUSED where the role may not go in or is another care centre's, OLDER and
    NEWER for another version of the tables, KEY_MISSING where the data key is not wrapped for this desk.
    """
    login, session, reach = desk_login(role, key), uuid.uuid4().hex, Reach()
    life = SignOfLife(session, parameters(address, login))
    # Two pools, so that who writes may read meanwhile. Writers of a care centre take turns: one is enough.
    reader = engine_for(address, login, _READERS).execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )
    writer = engine_for(address, login, 1)
    event.listen(writer, "begin", _take_turn)

    def meet(connection: Connection) -> DataKey:
        _same_version(connection, 1 + len(steps))
        if connection.exec_driver_sql(f"SELECT {SCHEMA}.own_centre()").scalar_one() != centre:
            raise JournalError(JournalFault.REFUSED)
        return held_key(connection, key, clock())

    try:
        with reach.watched(), faults_mapped():
            with reader.begin() as connection:
                data_key = meet(connection)
            life.show()
    except JournalError:
        if known is None or reach.fault is None:
            reader.dispose()
            raise
        data_key = known
    place = f"{address.host}:{address.port}/{address.name}/{centre}"
    return DatabaseStore(place, data_key, "", session, clock, reader, writer, life, reach, meet)


def engine_for(address: Address, login: Login, at_once: int) -> Engine:
    """Connections to the database, so many at once; all but one are closed when they are not needed."""
    return create_engine(
        URL.create("postgresql+psycopg"),
        connect_args=dict(parameters(address, login)),
        hide_parameters=True,
        pool_size=1,
        max_overflow=at_once - 1,
        pool_timeout=address.patience,
        pool_pre_ping=True,  # The server, or a wall on the way, may have closed what was left lying.
    )


def parameters(address: Address, login: Login) -> Mapping[str, Any]:
    """What libpq wants. A server that stops answering is given up within its waits, whoever of the two waits."""
    patience = round(address.patience * 1000)
    settings = {
        "search_path": SCHEMA,
        "statement_timeout": patience,
        "lock_timeout": patience,
        "idle_in_transaction_session_timeout": 2 * patience,
        "tcp_keepalives_idle": 10,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 3,
    }
    return {
        "host": address.host,
        "port": address.port,
        "dbname": address.name,
        "user": login.role,
        "password": login.password,
        "sslmode": "verify-full",
        "sslrootcert": str(address.ca_file),
        "sslcert": "",  # libpq would look for one, and for a password file, in the account's folder.
        "passfile": "",
        "require_auth": "scram-sha-256",
        "gssencmode": "disable",
        "application_name": "Listningsluckan",
        "connect_timeout": round(address.patience),
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 2 * patience,
        "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
    }


def _take_turn(connection: Connection) -> None:
    connection.exec_driver_sql(TAKE_TURN)


def _same_version(connection: Connection, version: int) -> None:
    if connection.exec_driver_sql(f"SELECT to_regclass('{SCHEMA}.journal')").scalar_one() is None:
        raise JournalError(JournalFault.OLDER)
    found = connection.scalars(select(journal.c.version)).one()
    if found != version:
        raise JournalError(JournalFault.NEWER if found > version else JournalFault.OLDER)
