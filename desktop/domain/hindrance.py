"""What keeps cases from being written at this desk; each is mended in its own way."""

from __future__ import annotations

from enum import Enum


class Hindrance(Enum):
    """Why the desk reads and does not register. Each has its own sentence in `texts/hindrances.py`."""

    KEYRING_LOCKED = "the account's keyring is locked"
    NO_KEYRING = "the account has no keyring"
    KEYRING_FAILING = "the account's keyring does not read or keep secrets"
    KEY_DAMAGED = "what the keyring has is no key"
    NOT_ENROLLED = "the account's key does not open the workplace's cases"
    FULL = "the disk is full"
    READ_ONLY = "the folder cannot be written to"
    IN_USE = "another program holds the journal"
    NEWER = "a newer version wrote the journal"
    UNREADABLE = "the journal's key cannot be read"
    FAILING = "the disk does not write or read"
    DATABASE_AWAY = "the database does not answer"
    DATABASE_SLOW = "the database takes too long"
    DATABASE_READ_ONLY = "the database cannot be written to"
    DATABASE_FULL = "the database has no room left"
    DATABASE_REFUSED = "the database does not let this desk in"
    DATABASE_UNTRUSTED = "the database does not show a certificate that is trusted"
    DATABASE_OLDER = "the database waits to be brought to this version"

    @property
    def passes(self) -> bool:
        """It is the database's, or of the way there: nothing has to be mended on this computer."""
        return self.name.startswith("DATABASE_")
