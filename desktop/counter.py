"""The counter's machinery: from the profile to contracts and journal, with the use cases bound to them.

Opened away from the first frame: httpx, cryptography and SQLAlchemy cost more to import than the whole window.
"""

from __future__ import annotations

import asyncio
import getpass
import logging
import platform
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.directory.catalogue_file import CatalogueFiles
from desktop.directory.centre_file import Directory, DirectoryError, read_directory
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType, Overview, RegionListings
from desktop.domain.lookup import Hits, NameQuery
from desktop.domain.outcome import Outcome, Reply
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Registration, Wish
from desktop.settings.profile import Platform, Profile
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, FolderSecrets, KeyringSecrets, SecretFault
from desktop.usecases.ask_early import EarlyAnswers, ask_early
from desktop.usecases.case_book import CaseBook, JournalParts
from desktop.usecases.catalogue_book import CatalogueBook
from desktop.usecases.confirm import confirm
from desktop.usecases.find_citizen import find_citizen
from desktop.usecases.offer_choices import Offer, offer_choices, offer_doctors
from desktop.usecases.open_citizen import open_citizen
from desktop.usecases.prepare import Prepared, prepare
from desktop.usecases.prepare_sibling import prepare_sibling
from desktop.usecases.read_region import read_region
from desktop.usecases.register import Registered, register
from desktop.usecases.search_persons import QueryWords, search_persons

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings
    from desktop.contracts.persons import PersonRegister
    from desktop.contracts.transport import Transport

CONFIRM_PAUSES = (1.0, 2.0)
_log = logging.getLogger("desktop.counter")


@dataclass(frozen=True, slots=True)
class Opened:
    """What the use cases stand on."""

    transport: Transport
    register: PersonRegister
    listings: Listings
    catalogue: Catalogue
    book: CaseBook
    centres: CatalogueBook


class Counter:
    """The use cases as the window calls them. What could not be opened is a Problem in each answer.

    `platform` is called on another thread and may block: the practice region's address is known once it has started.
    """

    def __init__(
        self,
        profile: Profile,
        platform: Callable[[], Platform],
        secrets: KeyringSecrets | FolderSecrets,
        folder: Path,
    ) -> None:
        self._profile, self._platform = profile, platform
        self._secrets, self._folder = secrets, folder
        self._opening: asyncio.Task[Opened] | None = None
        self._refreshing: asyncio.Task[None] | None = None
        self._early: EarlyAnswers | None = None

    async def open(self) -> CaseBook:
        """Open everything before it is needed; the case book tells whether the desk may register."""
        opened = await self._opened()
        self._refreshing = asyncio.create_task(opened.centres.keep_fresh(map(County, self._profile.connected)))
        return opened.book

    async def find(self, identity: PersonIdentity) -> Citizen | Unknown | Problem:
        """Look somebody up; noted in the audit trail first."""
        opened = await self._opened()
        if not await asyncio.to_thread(opened.book.note_look_up, identity):
            _log.warning("a look-up could not be written to the audit trail")
        self._early = ask_early(opened.listings, self._profile.agreement(self._profile.desk.county), identity)
        return await find_citizen(opened.register, identity)

    async def look_up(self, identity: PersonIdentity) -> Citizen | Unknown | Problem:
        """Who a guardian or another child is; noted in the audit trail first, and no region is asked."""
        opened = await self._opened()
        if not await asyncio.to_thread(opened.book.note_look_up, identity):
            _log.warning("a look-up could not be written to the audit trail")
        return await find_citizen(opened.register, identity)

    async def search_by_name(self, query: NameQuery, reason: str) -> Hits | Problem:
        """Search by name; noted with its reason in the audit trail first."""
        opened = await self._opened()
        words = self._profile.register_search
        if words is None:
            raise RuntimeError("a search by name without the register's words")
        if not await asyncio.to_thread(opened.book.note_search, query, reason):
            _log.warning("a search could not be written to the audit trail")
        return await search_persons(opened.register, QueryWords(**words.model_dump()), query)

    async def open_citizen(self, citizen: Citizen) -> AsyncIterator[Overview]:
        """Read what regions say."""
        opened, own = await self._opened(), County(self._profile.desk.county)
        early, self._early = self._early, None
        async for overview in open_citizen(opened.listings, self._profile.agreement, own, citizen, early):
            yield overview

    async def read_region(self, county: County, citizen: Citizen) -> RegionListings | Problem:
        """Read one region, again or one that nobody named."""
        return await read_region((await self._opened()).listings, self._profile.agreement(county), citizen)

    async def offer(self, county: County, citizen: Citizen | None, again: bool) -> AsyncIterator[Offer | Problem]:
        """What a region offers, at once as it is kept and then as the region answers."""
        opened = await self._opened()
        async for offer in offer_choices(opened.catalogue, opened.centres, county, citizen, again):
            yield offer

    async def offer_doctors(
        self, county: County, citizen: Citizen, facility: Facility, listing_type: ListingType
    ) -> tuple[Doctor, ...] | Problem:
        """Who can be chosen at a care centre."""
        return await offer_doctors((await self._opened()).catalogue, county, citizen, facility, listing_type)

    async def prepare(self, overview: Overview, wish: Wish) -> Prepared | Problem:
        """What the check needs."""
        opened = await self._opened()
        return await prepare(opened.catalogue, opened.listings, self._profile.agreement, overview, wish)

    async def prepare_sibling(self, identity: PersonIdentity, wish: Wish) -> Prepared | Unknown | Problem:
        """What the check needs of another child."""
        return await prepare_sibling(self.look_up, self.open_citizen, self.prepare, identity, wish)

    async def register(self, order: Registration, seen: RegionListings) -> Registered:
        """Carry out an order at most once."""
        opened = await self._opened()
        agreement = self._profile.agreement(order.choice.county)
        return await register(opened.listings, opened.book, agreement, CONFIRM_PAUSES, order, seen)

    async def check_again(self, order: Registration, told: Reply | Problem, case_number: str) -> Outcome:
        """Read the region again about an unsettled case, and write down what it showed."""
        opened = await self._opened()
        agreement = self._profile.agreement(order.choice.county)
        outcome = await confirm(opened.listings, agreement, (), order, told)
        await asyncio.to_thread(opened.book.close, case_number, outcome)
        return outcome

    async def close(self) -> None:
        """Close in reverse: the journal last, for a call that ends while closing is still written down."""
        if self._refreshing is not None:
            self._refreshing.cancel()
        if self._opening is not None:
            opened = await self._opening
            await opened.transport.close()
            await asyncio.to_thread(opened.book.shut)

    async def _opened(self) -> Opened:
        if self._opening is None:
            self._opening = asyncio.create_task(asyncio.to_thread(self._open))
        return await asyncio.shield(self._opening)

    def _open(self) -> Opened:
        from desktop.contracts.catalogue import Catalogue
        from desktop.contracts.listings import Listings
        from desktop.contracts.persons import PersonRegister

        terms = self._platform()
        transport = _open_transport(terms, self._secrets)
        catalogue = Catalogue(transport)
        files = CatalogueFiles(self._folder / "catalogue", terms.base_url)
        return Opened(
            transport,
            PersonRegister(transport, terms.person_register),
            Listings(transport),
            catalogue,
            _open_book(self._secrets, self._folder),
            CatalogueBook(catalogue, files, _read_directory(self._profile.directory_file)),
        )


def _open_transport(terms: Platform, secrets: KeyringSecrets | FolderSecrets) -> Transport:
    """The transport to the platform. Without a usable certificate every exchange is that Problem."""
    from desktop.contracts.certificate import CertificateError, CertificateFault, load_certificate, ssl_context
    from desktop.contracts.transport import Limits, Transport

    limits = Limits(
        connect=terms.connect_timeout,
        read=terms.read_timeout,
        calls_per_second=terms.calls_per_second,
    )
    barred: Problem | None = None
    context = None
    try:
        loaded = None
        if terms.certificate is not None:
            passphrase = secrets.read_secret(CERTIFICATE_PASSPHRASE)
            if isinstance(passphrase, SecretFault):
                raise CertificateError(CertificateFault.DOES_NOT_OPEN)
            loaded = load_certificate(terms.certificate.read_bytes(), passphrase)
        context = ssl_context(loaded, terms.ca_file)
    except (CertificateError, OSError) as error:
        expired = isinstance(error, CertificateError) and error.fault is CertificateFault.EXPIRED
        kind = Kind.CERTIFICATE_EXPIRED if expired else Kind.CERTIFICATE_MISSING
        barred = Problem(kind, Effect.NOTHING_SENT, detail=str(error))
        _log.error("the certificate cannot be used: %s", error)
    return Transport(terms.base_url, terms.contract_urls, context, limits, barred=barred)


def _read_directory(file: Path | None) -> Directory:
    """The directory; none where the profile names none, or where its file cannot be used, which the log tells."""
    if file is None:
        return {}
    try:
        return read_directory(file)
    except DirectoryError as error:
        _log.error("the directory of care centres cannot be used:\n%s", error)
        return {}


def _open_book(secrets: KeyringSecrets | FolderSecrets, folder: Path) -> CaseBook:
    """The journal in `folder`; closed when the key or the file cannot be had, and the desk then only reads."""
    from desktop.journal.audit import Audit
    from desktop.journal.cases import Cases
    from desktop.journal.faults import JournalError
    from desktop.journal.store import open_store

    key = secrets.data_key()
    if isinstance(key, SecretFault):
        _log.error("the journal's key cannot be had: %s", key.value)
        return CaseBook()
    try:
        store = open_store(folder / "journal.sqlite3", key)
        audit = Audit(store, getpass.getuser(), platform.node())
        return CaseBook(JournalParts(store, Cases(store, audit), audit))
    except JournalError as error:
        _log.error("the journal cannot be opened: %s", error)
        return CaseBook()
