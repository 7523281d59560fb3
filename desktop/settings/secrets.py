"""The workplace's secrets, in the account's keyring or, for the practice region's fictitious data, in a folder.

The only file that imports keyring, and only when it is asked: the import costs a tenth of a second.
"""

from __future__ import annotations

import os
import re
from enum import Enum
from pathlib import Path
from types import ModuleType

_SERVICE = "Listningsluckan"
CERTIFICATE_PASSPHRASE = "certificate-passphrase"  # noqa: S105  the name of a secret, not the secret
LOG_SERVICE_PASSPHRASE = "log-service-passphrase"  # noqa: S105  as above
JOURNAL_DATABASE = "journal-database"
_DATA_KEY = "journal-key"
_DATA_KEY_BYTES = 32


class SecretFault(Enum):
    """Why there is no secret; the desk says how to mend it and goes on reading."""

    NOT_STORED = "nothing is stored under this name"
    NO_KEYRING = "this account has no keyring"
    LOCKED = "the keyring is locked"
    FAILED = "the keyring does not read or keep secrets"
    DAMAGED = "what is stored is not a key"


class KeyringSecrets:
    """Secrets in the keyring of the OS account: Credential Manager, Keychain, Secret Service or KWallet.

    Blocking: a locked keyring may ask the user for a password.
    """

    def read_secret(self, name: str) -> str | SecretFault:
        """The secret stored under a name."""
        import keyring

        try:
            found = keyring.get_password(_SERVICE, name)
        except Exception as error:  # Backends also raise errors of their own (D-Bus, pywin32).
            return _fault_of(error, keyring)
        return SecretFault.NOT_STORED if found is None else found

    def store_secret(self, name: str, secret: str) -> SecretFault | None:
        """Store a secret, and read it back: some backends accept and forget."""
        import keyring

        try:
            keyring.set_password(_SERVICE, name, secret)
        except Exception as error:  # As above.
            return _fault_of(error, keyring)
        return None if self.read_secret(name) == secret else SecretFault.FAILED

    def data_key(self) -> bytes | SecretFault:
        """The 32-byte key that opens the workplace's journal for this account; made at the first call."""
        return _read_or_make_key(self)


class FolderSecrets:
    """Secrets as files in a folder, for fictitious data only: whoever reads the folder reads them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_secret(self, name: str) -> str | SecretFault:
        """The secret stored under a name."""
        try:
            return self._file(name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return SecretFault.NOT_STORED
        except (OSError, UnicodeDecodeError):
            return SecretFault.FAILED

    def store_secret(self, name: str, secret: str) -> SecretFault | None:
        """Store a secret whole or not at all, readable by this account only."""
        file = self._file(name)
        fresh = file.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.unlink(missing_ok=True)
            with open(fresh, "x", encoding="utf-8", opener=_private) as stream:
                stream.write(secret)
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(file)
        except OSError:
            return SecretFault.FAILED
        return None

    def data_key(self) -> bytes | SecretFault:
        """The 32-byte key that opens the practice journal; made at the first call."""
        return _read_or_make_key(self)

    def _file(self, name: str) -> Path:
        if not re.fullmatch(r"[a-z0-9-]+", name):
            raise ValueError("a secret's name is lower-case letters, digits and hyphens")
        return self._folder / f"{name}.secret"


def _read_or_make_key(secrets: Secrets) -> bytes | SecretFault:
    found = secrets.read_secret(_DATA_KEY)
    if found is SecretFault.NOT_STORED:
        key = os.urandom(_DATA_KEY_BYTES)
        return secrets.store_secret(_DATA_KEY, key.hex()) or key
    if isinstance(found, SecretFault):
        return found
    try:
        key = bytes.fromhex(found)
    except ValueError:
        return SecretFault.DAMAGED
    return key if len(key) == _DATA_KEY_BYTES else SecretFault.DAMAGED


def _fault_of(error: Exception, keyring: ModuleType) -> SecretFault:
    if isinstance(error, keyring.errors.NoKeyringError):
        return SecretFault.NO_KEYRING
    if isinstance(error, (keyring.errors.KeyringLocked, keyring.errors.InitError)):
        return SecretFault.LOCKED
    return SecretFault.FAILED


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


Secrets = KeyringSecrets | FolderSecrets
