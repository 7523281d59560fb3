"""The care centre's journal in the database, opened with the desk's code, and the local file for when it is away."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from platform import node
from typing import TYPE_CHECKING

from desktop.settings.profile import DatabaseTerms
from desktop.settings.secrets import JOURNAL_DATABASE, SecretFault, Secrets

if TYPE_CHECKING:
    from desktop.journal.database import Address, DatabaseStore
    from desktop.journal.file_store import FileStore
    from desktop.journal.keys import DataKey

_log = logging.getLogger("desktop.shared")


class KeyNotThereError(Exception):
    """The secrets have no key of the journal."""

    def __init__(self, fault: SecretFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def open_shared(terms: DatabaseTerms, secrets: Secrets, known: DataKey | None = None) -> DatabaseStore:
    """The care centre's journal as this desk has it. Raises KeyNotThereError; JournalError as `open_database`."""
    from desktop.journal.database import open_database

    return open_database(address_of(terms), desk_role(terms), desk_key(secrets), terms.centre, known=known)


def open_sheltered(
    terms: DatabaseTerms, secrets: Secrets, folder: Path, account: str
) -> tuple[DatabaseStore, FileStore | None]:
    """The same, with the local file; a database that is away is no error where this computer has had it open before.

    Raises KeyNotThereError, JournalError.
    """
    from desktop.journal.faults import JournalError
    from desktop.journal.shelter import open_shelter

    key = desk_key(secrets)
    file = shelter_file(terms, folder)
    local = None
    if file.exists():
        try:
            local = open_shelter(file, key, account)
        except JournalError as error:
            _log.info("the local journal is not opened yet: %s", error)
    try:
        store = open_shared(terms, secrets, local.key if local is not None else None)
    except JournalError:
        if local is not None:
            local.close()
        raise
    try:
        return store, local or open_shelter(file, key, account, store.key)
    except JournalError as error:
        _log.error("there is no local journal for when the database is away: %s", error)
        return store, None


def desk_key(secrets: Secrets) -> bytes:
    """The desk's 32-byte key, behind the code that IT has stored. Raises KeyNotThereError."""
    from desktop.journal.key_codes import read_key_code

    code = secrets.read_secret(JOURNAL_DATABASE)
    if isinstance(code, SecretFault):
        raise KeyNotThereError(code)
    key = read_key_code(code)
    if key is None:
        raise KeyNotThereError(SecretFault.DAMAGED)
    return key


def address_of(terms: DatabaseTerms) -> Address:
    """Where the database is, and how long it is waited for."""
    from desktop.journal.database import Address

    return Address(terms.host, terms.port, terms.name, terms.ca_file, terms.patience)


def desk_role(terms: DatabaseTerms) -> str:
    """As whom this desk goes in."""
    return terms.role or node().partition(".")[0].lower()


def shelter_file(terms: DatabaseTerms, folder: Path) -> Path:
    """Where what is unsent lies meanwhile, each care centre's by itself."""
    centre = hashlib.sha256(f"{terms.host} {terms.name} {terms.centre}".encode()).hexdigest()[:8]
    return folder / f"away-{centre}.sqlite3"
