"""Secrets in a real Secret Service, in a folder, and where there is no keyring to be had."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop.settings.secrets import FolderSecrets, SecretFault

ROOT = Path(__file__).parents[2]
needs_secret_service = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring (apt-get install dbus-daemon gnome-keyring)",
)

WAIT = f"{sys.executable} -m tests.secret_service"
SAY_DATA_KEY = """
from desktop.settings.secrets import KeyringSecrets
key = KeyringSecrets().data_key()
print(key.hex() if isinstance(key, bytes) else key.name)
"""


def run(home: Path, script: str, *around: str, **environment: str) -> str:
    """What a fresh process of an account prints whose home is `home`; `around` is the command it runs under."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "XDG_", "PYTHON_KEYRING"))
    }
    command = [*around, sys.executable, "-c", script]
    with tempfile.TemporaryDirectory() as runtime:  # A socket's path may have 108 letters; a test's folder is deeper.
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=kept | {"HOME": str(home), "XDG_RUNTIME_DIR": runtime} | environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout


def with_secret_service(home: Path, script: str, *, unlocked: bool = True) -> str:
    unlock = "--unlock " if unlocked else ""
    start = f'printf ci | gnome-keyring-daemon {unlock}--components=secrets >/dev/null 2>&1; {WAIT} && exec "$@"'
    return run(home, script, "dbus-run-session", "--", "sh", "-c", start, "sh")


@needs_secret_service
def test_the_keyring_keeps_one_data_key_for_an_account(tmp_path: Path) -> None:
    accounts = [tmp_path / "berit", tmp_path / "cilla"]
    for home in accounts:
        home.mkdir()
    first, again, other = (with_secret_service(home, SAY_DATA_KEY).strip() for home in (accounts[0], *accounts))
    assert len(bytes.fromhex(first)) == 32
    assert first == again
    assert len(bytes.fromhex(other)) == 32
    assert other != first


@needs_secret_service
def test_the_keyring_keeps_secrets_by_name(tmp_path: Path) -> None:
    script = """
from desktop.settings.secrets import KeyringSecrets
secrets = KeyringSecrets()
print(secrets.read_secret("certificate"), secrets.store_secret("certificate", "lösen"))
print(secrets.read_secret("certificate"))
print(secrets.store_secret("journal-key", "not a key"), secrets.data_key(), secrets.read_secret("journal-key"))
"""
    assert with_secret_service(tmp_path, script).splitlines() == [
        "SecretFault.NOT_STORED None",
        "lösen",
        "None SecretFault.DAMAGED not a key",
    ]


@needs_secret_service
def test_a_locked_keyring_is_said_to_be_locked_and_keeps_its_key(tmp_path: Path) -> None:
    before = with_secret_service(tmp_path, SAY_DATA_KEY)
    assert with_secret_service(tmp_path, SAY_DATA_KEY, unlocked=False).strip() == "LOCKED"
    assert with_secret_service(tmp_path, SAY_DATA_KEY) == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows and macOS always have a keyring")
def test_an_account_without_a_keyring_is_told_so(tmp_path: Path) -> None:
    script = """
from desktop.settings.secrets import KeyringSecrets
secrets = KeyringSecrets()
print(secrets.data_key(), secrets.read_secret("certificate"), secrets.store_secret("certificate", "x"))
"""
    assert run(tmp_path, script).split() == ["SecretFault.NO_KEYRING"] * 3


def test_a_keyring_that_forgets_is_not_trusted_with_the_key(tmp_path: Path) -> None:
    told = run(tmp_path, SAY_DATA_KEY, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert told.strip() == "FAILED"


def test_keyring_is_imported_when_it_is_asked(tmp_path: Path) -> None:
    script = "import sys, desktop.settings.secrets; print('keyring' in sys.modules)"
    assert run(tmp_path, script).strip() == "False"


def test_a_folder_keeps_one_data_key(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    key = FolderSecrets(folder).data_key()
    assert isinstance(key, bytes)
    assert len(key) == 32
    assert FolderSecrets(folder).data_key() == key
    assert [path.name for path in folder.iterdir()] == ["journal-key.secret"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_folders_secrets_are_the_accounts_own(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    FolderSecrets(folder).store_secret("certificate", "x")
    assert [path.stat().st_mode & 0o077 for path in (folder, folder / "certificate.secret")] == [0, 0]


def test_a_folder_keeps_the_last_secret_of_a_name(tmp_path: Path) -> None:
    secrets = FolderSecrets(tmp_path)
    assert secrets.read_secret("certificate") is SecretFault.NOT_STORED
    for secret in ("lösen", "nyare lösen"):
        assert secrets.store_secret("certificate", secret) is None
        assert secrets.read_secret("certificate") == secret


@pytest.mark.parametrize("stored", ["", "not hex", "ab" * 31, "ab" * 33])
def test_a_damaged_key_is_told_and_never_replaced(tmp_path: Path, stored: str) -> None:
    secrets = FolderSecrets(tmp_path)
    secrets.store_secret("journal-key", stored)
    assert secrets.data_key() is SecretFault.DAMAGED
    assert secrets.read_secret("journal-key") == stored


def test_a_folder_that_is_none_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    secrets = FolderSecrets(tmp_path / "file")
    assert secrets.store_secret("certificate", "x") is SecretFault.FAILED
    assert isinstance(secrets.data_key(), SecretFault)


@pytest.mark.parametrize("name", ["../certificate", "Certificate", "a b", ""])
def test_a_secrets_name_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        FolderSecrets(tmp_path).read_secret(name)
