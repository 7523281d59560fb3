"""The workplace's data key: what it encrypts, hashes and chains, and how holders' keys wrap it.

The data key is random and made with the journal. It is stored only wrapped (AES-256-GCM), once for each holder: an
account's key from its keyring, or a recovery key.
"""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.journal.faults import JournalError, JournalFault

KEY_BYTES = 32
_NONCE_BYTES = 12
_WRAPPED = "data key"


class DataKey:
    """Encrypts, hashes and chains under keys derived from one 32-byte data key; safe for several threads."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._records = AESGCM(_derived(secret, b"records"))
        self._look_up = _derived(secret, b"look-up")
        self._chain = _derived(secret, b"chain")

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        """Encrypt for one row; `bound_to` (row id and state) is authenticated, so that no row passes for another."""
        return _seal(self._records, plain, bound_to)

    def unseal(self, sealed: bytes, bound_to: str) -> bytes:
        """Decrypt a row's content; JournalError(UNREADABLE) where it was altered or belongs to another row."""
        try:
            return _unseal(self._records, sealed, bound_to)
        except InvalidTag:
            raise JournalError(JournalFault.UNREADABLE) from None

    def fingerprint(self, text: str) -> bytes:
        """The keyed hash that a row is looked up by; without the key a number cannot be tried against it."""
        return hmac.digest(self._look_up, text.encode(), hashlib.sha256)

    def link(self, row: bytes) -> bytes:
        """The keyed hash that chains an audit row to the one before; without the key no row can be made to fit."""
        return hmac.digest(self._chain, row, hashlib.sha256)

    def wrapped_for(self, holder: bytes) -> bytes:
        """The data key, encrypted under a holder's 32-byte key."""
        return _seal(AESGCM(holder), self._secret, _WRAPPED)


def new_data_key() -> DataKey:
    """A data key for a new journal."""
    return DataKey(os.urandom(KEY_BYTES))


def holder_id(holder: bytes) -> str:
    """Names a holder's key without giving it away."""
    return _derived(holder, b"holder").hex()


def unwrapped(wrapped: bytes, holder: bytes) -> DataKey:
    """The data key that was wrapped for a holder; JournalError(UNREADABLE) where that was altered."""
    try:
        return DataKey(_unseal(AESGCM(holder), wrapped, _WRAPPED))
    except InvalidTag:
        raise JournalError(JournalFault.UNREADABLE) from None


def _seal(cipher: AESGCM, plain: bytes, bound_to: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, bound_to.encode())


def _unseal(cipher: AESGCM, sealed: bytes, bound_to: str) -> bytes:
    return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to.encode())


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"listningsluckan " + purpose).derive(secret)
