"""Keys that people carry: a recovery key or an invitation, written so that it can be read aloud and typed.

`K7QM-2WSF-…`: eight groups of four base-32 signs hold 160 random bits, the ninth tells a mistyped one.
"""

from __future__ import annotations

import base64
import hashlib
import os

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_RANDOM_BYTES = 20
_GROUP = 4
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_MISREAD = str.maketrans("018", "OIB")


def new_key_code() -> str:
    """A code that nobody has had before."""
    return _written(os.urandom(_RANDOM_BYTES))


def read_key_code(text: str) -> bytes | None:
    """The 32-byte key behind a typed code; None where a sign is wrong or missing."""
    signs = "".join(text.split()).replace("-", "").upper().translate(_MISREAD)
    body = signs[:-_GROUP]
    if not set(signs) <= set(_SIGNS) or len(body) != _RANDOM_BYTES * 8 // 5:
        return None
    random = base64.b32decode(body)
    if _written(random).replace("-", "") != signs:
        return None
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"listningsluckan key code").derive(random)


def _written(random: bytes) -> str:
    check = base64.b32encode(hashlib.sha256(random).digest()).decode()[:_GROUP]
    signs = base64.b32encode(random).decode() + check
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
