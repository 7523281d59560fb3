"""Protecting a secret for a computer rather than an account, so that IT can put it there without anybody at the desk.

Windows: DPAPI in machine scope. A sealed secret opens on this computer alone; who may read the file is the folder's
access list. Elsewhere: AES-GCM under a key of 32 random bytes that lies in a file of its own beside, bound to the
machine's id; root owns both, and the group `listningsluckan` may read them. Whoever may use the desk can then, with
some trouble, get at the secret: where that is too much, a region's own gateway keeps the key off the computer.
cryptography is imported when it is needed: it costs more than the window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

_KEY_BYTES, _NONCE_BYTES = 32, 12
GROUP = "listningsluckan"


class ProtectionError(Exception):
    """A secret could not be sealed or opened on this computer."""


def seal(folder: Path, secret: bytes) -> bytes:
    """Seal for this computer; the key is made in `folder` when there is none. Raises ProtectionError or OSError."""
    return _seal(folder, secret)


def unseal(folder: Path, sealed: bytes) -> bytes:
    """Open what was sealed on this computer. Raises ProtectionError or OSError."""
    return _unseal(folder, sealed)


def give_to_group(path: Path) -> None:
    """Let the group read a file or enter a folder, and nobody else; to its owner alone where there is no such group."""
    _give_to_group(path)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MACHINE, _NO_WINDOW = 0x4, 0x1

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

    def _crypt(call: Callable[..., int], data: bytes) -> bytes:
        given = _Blob(
            len(data), ctypes.cast(ctypes.create_string_buffer(data, len(data)), ctypes.POINTER(ctypes.c_char))
        )
        made = _Blob()
        if not call(ctypes.byref(given), None, None, None, None, _MACHINE | _NO_WINDOW, ctypes.byref(made)):
            raise ProtectionError(f"DPAPI error {ctypes.GetLastError()}")
        try:
            return ctypes.string_at(made.data, made.size)
        finally:
            ctypes.windll.kernel32.LocalFree(made.data)

    def _seal(folder: Path, secret: bytes) -> bytes:
        return _crypt(ctypes.windll.crypt32.CryptProtectData, secret)

    def _unseal(folder: Path, sealed: bytes) -> bytes:
        return _crypt(ctypes.windll.crypt32.CryptUnprotectData, sealed)

    def _give_to_group(path: Path) -> None:
        """The folder's access list, set by the installer, holds for what is written in it."""

else:
    import grp

    def _seal(folder: Path, secret: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(_key(folder, make=True)).encrypt(nonce, secret, None)

    def _unseal(folder: Path, sealed: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(_key(folder)).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
        except (InvalidTag, ValueError):
            raise ProtectionError("sealed on another computer, or damaged") from None

    def _key(folder: Path, *, make: bool = False) -> bytes:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        file = folder / "machine.key"
        if make and not file.exists():
            file.touch(0o600, exist_ok=False)
            file.write_bytes(os.urandom(_KEY_BYTES))
            _give_to_group(file)
        return HKDF(SHA256(), _KEY_BYTES, _machine_id(), b"listningsluckan").derive(file.read_bytes())

    def _machine_id() -> bytes:
        """Which computer this is; none where it does not say, as on macOS."""
        try:
            return Path("/etc/machine-id").read_bytes().strip()
        except OSError:
            return b""

    def _give_to_group(path: Path) -> None:
        try:
            group = grp.getgrnam(GROUP).gr_gid
            os.chown(path, -1, group)
        except (KeyError, PermissionError):
            path.chmod(0o700 if path.is_dir() else 0o600)
        else:
            path.chmod(0o750 if path.is_dir() else 0o640)
