"""The journal's keeping: opened with the account's key, its trail kept honest, and old content destroyed in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from platform import node
from typing import TYPE_CHECKING

from desktop.domain.certificate import CertificateError, CertificateFault
from desktop.domain.hindrance import Hindrance
from desktop.settings.profile import DatabaseTerms, JournalTerms, LogServiceTerms, Profile
from desktop.settings.secrets import LOG_SERVICE_PASSPHRASE, SecretFault, Secrets
from desktop.shared import KeyNotThereError, open_sheltered
from desktop.usecases.case_book import CaseBook
from desktop.usecases.case_files import JournalParts

if TYPE_CHECKING:
    from desktop.journal.database import DatabaseStore
    from desktop.journal.faults import JournalFault
    from desktop.journal.log_service import LogService
    from desktop.journal.shelter import ShelteredCases
    from desktop.journal.store import Store
    from desktop.usecases.keep_trail import Forwarder, HeadKeeper

PROGRAM = "Listningsluckan"
"""Who the audit trail names where the program itself acts."""
_LOOK_EVERY = 5.0
_TELL_EVERY = 0.5
_KEEP_EVERY = 30.0
_RETRY_FIRST, _RETRY_LAST = 5.0, 300.0
_LAST_PATIENCE = 2.0
"""Seconds for the log service when the desk closes; what it does not take waits until the desk opens again."""
_log = logging.getLogger("desktop.keeping")


@dataclass(frozen=True, slots=True)
class Keeping:
    """An open journal with what keeps it; or none, and why. `misses_rows`: the keyring knows rows that are gone.

    A journal in a `database` may be away for a while: `hindrance` is how it was at first. With a `shelter` what is
    begun meanwhile is kept.
    """

    book: CaseBook
    hindrance: Hindrance | None = None
    parts: JournalParts | None = None
    heads: HeadKeeper | None = None
    forwarder: Forwarder | None = None
    misses_rows: bool = False
    database: DatabaseStore | None = None
    shelter: ShelteredCases | None = None


def journal_file(profile: Profile, folder: Path) -> Path:
    """Where the journal lies: in the folder that all accounts share, or in the account's own."""
    return (profile.journal.folder or folder) / "journal.sqlite3"


def open_keeping(profile: Profile, secrets: Secrets, folder: Path, account: str) -> Keeping:
    """Open the journal; without its key, its file or its database the desk only reads. Blocking."""
    from desktop.journal.faults import JournalError
    from desktop.journal.file_store import open_store

    try:
        if (database := profile.journal.database) is not None:
            return _open_shared(database, profile, secrets, folder, account)
        key = secrets.data_key()
        if isinstance(key, SecretFault):
            raise KeyNotThereError(key)
        return kept(profile, secrets, open_store(journal_file(profile, folder), key, account))
    except KeyNotThereError as error:
        _log.error("the journal's key cannot be had: %s", error)
        return Keeping(CaseBook(), hindrance_of(error.fault))
    except JournalError as error:
        _log.error("the journal cannot be opened: %s", error)
        return Keeping(CaseBook(), hindrance_of(error.fault))


def _open_shared(terms: DatabaseTerms, profile: Profile, secrets: Secrets, folder: Path, account: str) -> Keeping:
    """The care centre's journal, which may be away just now where there is a local one for the meantime."""
    from desktop.journal.shelter import ShelteredAudit, ShelteredCases

    store, local = open_sheltered(terms, secrets, profile.journal.folder or folder, account)
    if local is None:
        store.reach.remembers = True
        return replace(kept(profile, secrets, store), database=store)
    audit = ShelteredAudit(store, PROGRAM, node(), local)
    cases = ShelteredCases(store, audit, local)
    keeping = replace(_kept(profile, secrets, JournalParts(store, cases, audit, local)), database=store, shelter=cases)
    fault = store.reach.fault
    return keeping if fault is None else replace(keeping, hindrance=hindrance_of(fault))


def kept(profile: Profile, secrets: Secrets, store: Store) -> Keeping:
    """What keeps a journal that is open."""
    from desktop.journal.audit import Audit
    from desktop.journal.cases import Cases

    audit = Audit(store, PROGRAM, node())
    return _kept(profile, secrets, JournalParts(store, Cases(store, audit), audit))


def _kept(profile: Profile, secrets: Secrets, parts: JournalParts) -> Keeping:
    from desktop.journal.faults import JournalError
    from desktop.usecases.keep_trail import HeadKeeper

    heads = HeadKeeper(secrets, parts.audit, parts.store.place)
    try:
        misses = heads.misses_something()
    except JournalError as error:
        misses = not error.fault.passes
        _log.log(logging.ERROR if misses else logging.INFO, "the audit trail cannot be read: %s", error)
    if misses:
        _log.error("the audit trail misses rows that this account has seen")
    keeping = Keeping(CaseBook(parts), None, parts, heads, None, misses)
    return replace(keeping, forwarder=_forwarder(profile.log_service, secrets, parts.store))


def hindrance_of(fault: SecretFault | JournalFault) -> Hindrance:
    """What a fault of the journal or the keyring is at the desk."""
    from desktop.journal.faults import JournalFault

    known: dict[Enum, Hindrance] = {
        SecretFault.LOCKED: Hindrance.KEYRING_LOCKED,
        SecretFault.NO_KEYRING: Hindrance.NO_KEYRING,
        SecretFault.DAMAGED: Hindrance.KEY_DAMAGED,
        JournalFault.KEY_MISSING: Hindrance.NOT_ENROLLED,
        JournalFault.FULL: Hindrance.FULL,
        JournalFault.READ_ONLY: Hindrance.READ_ONLY,
        JournalFault.LOCKED: Hindrance.IN_USE,
        JournalFault.NEWER: Hindrance.NEWER,
        JournalFault.UNREADABLE: Hindrance.UNREADABLE,
        JournalFault.FAILING: Hindrance.FAILING,
        SecretFault.NOT_STORED: Hindrance.DATABASE_REFUSED,
        JournalFault.AWAY: Hindrance.DATABASE_AWAY,
        JournalFault.SLOW: Hindrance.DATABASE_SLOW,
        JournalFault.DATABASE_READ_ONLY: Hindrance.DATABASE_READ_ONLY,
        JournalFault.DATABASE_FULL: Hindrance.DATABASE_FULL,
        JournalFault.REFUSED: Hindrance.DATABASE_REFUSED,
        JournalFault.UNTRUSTED: Hindrance.DATABASE_UNTRUSTED,
        JournalFault.OLDER: Hindrance.DATABASE_OLDER,
    }
    return known.get(fault, Hindrance.KEYRING_FAILING)


async def keep_on(keeping: Keeping, terms: JournalTerms) -> None:
    """Destroy what has been kept long enough; then, while the desk is open, keep heads and hand rows over."""
    if keeping.parts is None or keeping.heads is None:
        return
    await _quietly(lambda: _purge(keeping.parts, terms))
    loop = asyncio.get_running_loop()
    keep_at = send_at = loop.time()
    pause = _RETRY_FIRST
    while True:
        await _quietly(lambda: _come_back(keeping))
        if loop.time() >= keep_at:
            await _quietly(keeping.heads.keep)
            keep_at = loop.time() + _KEEP_EVERY
        if (forwarder := keeping.forwarder) is not None and loop.time() >= send_at:
            taken = await _quietly(forwarder.send)
            pause = _RETRY_FIRST if taken else min(pause * 2, _RETRY_LAST)
            send_at = loop.time() + (0.0 if taken else pause)
        await asyncio.sleep(_LOOK_EVERY)


async def hindrances(keeping: Keeping) -> AsyncIterator[Hindrance | None]:
    """What keeps the database from being used, each time that this changes: None while it can be."""
    if (database := keeping.database) is None:
        return
    told = keeping.hindrance
    while True:
        fault = database.reach.fault
        found = hindrance_of(fault) if fault is not None else None
        if found is not told:
            told = found
            yield told
        await asyncio.sleep(_TELL_EVERY)


async def end_keeping(keeping: Keeping) -> None:
    """Before the journal is shut: what has happened since the last look."""
    await _quietly(lambda: _come_back(keeping))
    if keeping.heads is not None:
        await _quietly(keeping.heads.keep)
    if (forwarder := keeping.forwarder) is not None:
        await _quietly(lambda: forwarder.send(_LAST_PATIENCE))


def _come_back(keeping: Keeping) -> None:
    """See whether a database that was away is back, and give it what was kept for it."""
    if keeping.shelter is not None:
        keeping.shelter.come_back()
    elif keeping.database is not None and keeping.database.reach.fault is not None:
        keeping.database.greet()


async def _quietly(work: Callable[[], object]) -> bool:
    """In a thread; a journal that fails just now is told of where somebody waits for it."""
    from desktop.journal.faults import JournalError

    try:
        return bool(await asyncio.to_thread(work))
    except JournalError as error:
        level = logging.INFO if error.fault.passes else logging.ERROR  # What passes is asked for every few seconds.
        _log.log(level, "the journal's keeping: %s", error)
        return False


def _purge(parts: JournalParts | None, terms: JournalTerms) -> None:
    from desktop.journal.retention import purge
    from desktop.usecases.keep_trail import years_before

    if parts is None:
        return
    now = datetime.now(UTC)
    cases, rows = now - timedelta(days=terms.cases_days), years_before(now, terms.trail_years)
    destroyed = purge(parts.store, parts.audit, cases, rows)
    if destroyed.cases or destroyed.rows:
        _log.info("kept long enough: %d cases and %d rows were destroyed", destroyed.cases, destroyed.rows)


def _forwarder(terms: LogServiceTerms | None, secrets: Secrets, store: Store) -> Forwarder | None:
    from desktop.journal.forwarding import Spool
    from desktop.usecases.keep_trail import Forwarder

    if terms is None:
        return None
    service = _log_service(terms, secrets)
    return Forwarder(Spool(store, service.name), service) if service is not None else None


def _log_service(terms: LogServiceTerms, secrets: Secrets) -> LogService | None:
    """The log service; none where its certificate cannot be used, which the log tells: the rows wait."""
    from desktop.contracts.certificate import load_certificate, ssl_context
    from desktop.journal.log_service import LogService

    try:
        loaded = None
        if terms.certificate is not None:
            passphrase = secrets.read_secret(LOG_SERVICE_PASSPHRASE)
            if isinstance(passphrase, SecretFault):
                raise CertificateError(CertificateFault.DOES_NOT_OPEN)
            loaded = load_certificate(terms.certificate.read_bytes(), passphrase)
        context = ssl_context(loaded, terms.ca_files)
    except (CertificateError, OSError) as error:
        _log.error("the log service's certificate cannot be used: %s", error)
        return None
    return LogService(terms.host, terms.port, context, node(), terms.content == "full", terms.enterprise_number)
