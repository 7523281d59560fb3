"""Owns what use cases stand on in tests: our contracts over mutual TLS, and a journal in a real file."""

import asyncio
import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
import trustme

from desktop.contracts.catalogue import Catalogue
from desktop.contracts.certificate import load_certificate, ssl_context
from desktop.contracts.listings import Listings
from desktop.contracts.persons import PersonRegister
from desktop.contracts.transport import Limits, Transport
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases
from desktop.journal.file_store import open_store
from desktop.settings.profile import Profile
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE
from desktop.training import PracticeRegion
from desktop.usecases.case_book import CaseBook
from desktop.usecases.case_files import JournalParts
from tests.contracts.wire import PASSPHRASE, client_p12, server_context
from tests.contracts.wire import Region as Wire
from tests.disk import small_disk
from tests.region import Region

__all__ = ["small_disk"]

T = TypeVar("T")
LIMITS = Limits(connect=2.0, read=2.0)


@dataclass(frozen=True)
class Contracts:
    """Our side of the contracts, on one transport."""

    register: PersonRegister
    listings: Listings
    catalogue: Catalogue


@dataclass(frozen=True)
class Journal:
    """A case book, and the cases behind it."""

    book: CaseBook
    cases: Cases
    audit: Audit


@asynccontextmanager
async def contracts_at(url: str, context: ssl.SSLContext) -> AsyncIterator[Contracts]:
    transport = Transport(url, {}, context, LIMITS)
    yield Contracts(PersonRegister(transport), Listings(transport), Catalogue(transport))
    await transport.close()


@pytest.fixture(scope="session")
def profile(practice: PracticeRegion) -> Profile:
    return practice.profile()


@pytest.fixture(scope="session")
def practice_context(practice: PracticeRegion) -> ssl.SSLContext:
    platform, secret = practice.platform(), practice.secrets().read_secret(CERTIFICATE_PASSPHRASE)
    assert isinstance(secret, str)
    return ssl_context(load_certificate(platform.certificate.read_bytes(), secret), platform.trust.ca_files)


@pytest.fixture
def at(region: Region, practice_context: ssl.SSLContext) -> Callable[[Callable[[Contracts], Awaitable[T]]], T]:
    """``at(work)`` is ``await work(contracts)`` against the practice region on its first day."""

    async def open_and_close(work: Callable[[Contracts], Awaitable[T]]) -> T:
        async with contracts_at(region.practice.platform().base_url, practice_context) as contracts:
            return await work(contracts)

    return lambda work: asyncio.run(open_and_close(work))


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture(scope="session")
def region_context(authority: trustme.CA) -> ssl.SSLContext:
    return server_context(authority)


@pytest.fixture(scope="session")
def desk_context(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    ca_file = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    return ssl_context(load_certificate(client_p12(authority), PASSPHRASE), [ca_file])


@pytest.fixture
def wire(region_context: ssl.SSLContext) -> Iterator[Wire]:
    wire = Wire(region_context)
    yield wire
    wire.close()


@contextmanager
def journal_in(file: Path, key: bytes | None = None) -> Iterator[Journal]:
    store = open_store(file, key or os.urandom(32))
    audit = Audit(store, "VC\\berit", "Reception 1")
    cases = Cases(store, audit)
    journal = Journal(CaseBook(JournalParts(store, cases, audit)), cases, audit)
    yield journal
    journal.book.shut()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with journal_in(tmp_path / "journal.sqlite3") as journal:
        yield journal
