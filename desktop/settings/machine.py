"""The secrets that IT has put on this computer: certificates, and the passwords and tokens that the profile needs.

They lie sealed beside the profile. What is not there is looked for in the account's own keyring.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from desktop.settings.profile import machine_file
from desktop.settings.protection import ProtectionError, give_to_group, seal, unseal
from desktop.settings.secrets import FolderSecrets, KeyringSecrets, SecretFault

_CERTIFICATE = "certificate-"


@dataclass(frozen=True, slots=True, repr=False)
class InstalledCertificate:
    """A certificate as it is kept: PEM whose key is encrypted under a passphrase of its own."""

    name: str
    pem: bytes
    passphrase: str


class MachineSecrets:
    """Secrets sealed for this computer, each in a file; written by IT, read by whoever may use the desk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or machine_file().parent / "machine"
        self._files = FolderSecrets(self.folder)

    def read_secret(self, name: str) -> str | SecretFault:
        """The secret stored under a name."""
        stored = self._files.read_secret(name)
        if isinstance(stored, SecretFault):
            return stored
        try:
            return unseal(self.folder, bytes.fromhex(stored)).decode()
        except (ProtectionError, OSError, ValueError):
            return SecretFault.DAMAGED

    def store_secret(self, name: str, secret: str) -> SecretFault | None:
        """Seal and store a secret."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            give_to_group(self.folder)
            failed = self._files.store_secret(name, seal(self.folder, secret.encode()).hex())
            if failed is None:
                give_to_group(self.folder / f"{name}.secret")
        except (ProtectionError, OSError):
            return SecretFault.FAILED
        return failed

    def keep_certificate(self, pem: bytes, passphrase: str) -> SecretFault | None:
        """Keep a certificate beside those that are there."""
        name = _CERTIFICATE + hashlib.sha256(pem).hexdigest()[:16]
        return self.store_secret(name, json.dumps({"pem": pem.decode(), "passphrase": passphrase}))

    def forget_certificate(self, name: str) -> None:
        """Take a certificate away. Raises OSError."""
        (self.folder / f"{name}.secret").unlink(missing_ok=True)

    def certificates(self) -> tuple[InstalledCertificate, ...]:
        """Those that can be opened on this computer."""
        found = []
        for file in self.certificate_files():
            kept = self.read_secret(file.stem)
            if not isinstance(kept, SecretFault):
                told = json.loads(kept)
                found.append(InstalledCertificate(file.stem, told["pem"].encode(), told["passphrase"]))
        return tuple(found)

    def certificate_files(self) -> tuple[Path, ...]:
        """The files that they lie in, by which a change is seen."""
        return tuple(sorted(self.folder.glob(f"{_CERTIFICATE}*.secret"))) if self.folder.is_dir() else ()


class WorkplaceSecrets(KeyringSecrets):
    """The computer's secrets first, and then the account's."""

    def __init__(self, machine: MachineSecrets | None = None) -> None:
        self.machine = machine or MachineSecrets()

    def read_secret(self, name: str) -> str | SecretFault:
        """The secret stored under a name; an account that may not read the computer's has its own."""
        found = self.machine.read_secret(name)
        return super().read_secret(name) if found in (SecretFault.NOT_STORED, SecretFault.FAILED) else found
