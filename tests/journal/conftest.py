"""Owns a journal for a test: where it is, a key, an order about a fictitious citizen, and a desk.

Every test that asks for a desk runs twice: with the journal in a file, and in a real PostgreSQL. A test about files
alone says so by its own fixture `engine`, or by parametrizing it.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.agreement import EvidenceKind, RegisterAgreement
from desktop.domain.citizen import Citizen, PersonName
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Facility, ListingType
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Intent, Registration
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases
from desktop.journal.records import Record, write_about
from desktop.journal.store import Store
from tests.disk import small_disk
from tests.journal.places import FilePlace, JournalDatabase, Place

__all__ = ["small_disk"]


@dataclass(frozen=True)
class OpenDesk:
    store: Store
    audit: Audit
    cases: Cases


@pytest.fixture
def holder() -> bytes:
    return os.urandom(32)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal" / "journal.db"


@pytest.fixture(params=["file", "database"])
def engine(request: pytest.FixtureRequest) -> str:
    engine: str = request.param
    return engine


@pytest.fixture
def place(engine: str, file: Path, holder: bytes, request: pytest.FixtureRequest) -> Place:
    """Where the journal of this test is."""
    if engine == "file":
        return FilePlace(file, holder)
    database: JournalDatabase = request.getfixturevalue("journal_database")
    return database.centre(holder)


@pytest.fixture
def open_desk(place: Place) -> Iterator[Callable[..., OpenDesk]]:
    """``open_desk(holder=..., clock=...)``, and ``path=...`` where it is a file; closed when the test ends."""
    opened: list[Store] = []

    def open_one(*path: Path, **settings: Any) -> OpenDesk:
        store = place.open(**settings, **({"path": path[0]} if path else {}))
        opened.append(store)
        audit = Audit(store, "VC\\berit", "Reception 1")
        return OpenDesk(store, audit, Cases(store, audit))

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def desk(open_desk: Callable[..., OpenDesk]) -> OpenDesk:
    return open_desk()


def an_order(number: str = "191212121212") -> Record:
    """The record of a valid order to list somebody in Dalarna."""
    identity, home = PersonIdentity(number), County("20")
    citizen = Citizen(identity, identity, PersonName("Tolvan", "", "Övningsson"), home_county=home)
    facility = Facility(hsa_id="SE2321000180-1001", name="Vårdcentral Tisken")
    registration = Registration(
        citizen,
        Choice(Intent.LIST, home, facility, ListingType(code="PV")),
        Chooser(),
        Evidence(EvidenceKind.FORM, date(2026, 11, 2)),
        frozenset({Consent.APPROVED}),
        RegisterAgreement("RD 2026/114", date(2026, 9, 1)),
        frozenset({home}),
    )
    return write_about(registration)


@pytest.fixture
def order() -> Callable[..., Record]:
    """``order("191212121212")``: see `an_order`."""
    return an_order
