"""The computer's secrets and the account's: which is read, and that a folder out of reach closes nobody out."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from desktop.settings.machine import MachineSecrets, WorkplaceSecrets
from desktop.settings.secrets import SecretFault


class AccountKeyring(KeyringBackend):
    """An account's keyring in memory."""

    priority = 1  # type: ignore[assignment]  # keyring declares a property that classes set

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def secrets(tmp_path: Path) -> Iterator[WorkplaceSecrets]:
    before = keyring.get_keyring()
    keyring.set_keyring(AccountKeyring())
    yield WorkplaceSecrets(MachineSecrets(tmp_path / "machine"))
    keyring.set_keyring(before)


def test_the_computers_secret_comes_before_the_accounts(secrets: WorkplaceSecrets) -> None:
    assert secrets.read_secret("proxy-password") is SecretFault.NOT_STORED
    secrets.store_secret("proxy-password", "kontots")
    assert secrets.read_secret("proxy-password") == "kontots"
    secrets.machine.store_secret("proxy-password", "datorns")
    assert secrets.read_secret("proxy-password") == "datorns"


def test_a_damaged_secret_is_not_passed_over(secrets: WorkplaceSecrets) -> None:
    secrets.machine.store_secret("proxy-password", "datorns")
    (secrets.machine.folder / "proxy-password.secret").write_text("00" * 40)
    assert secrets.read_secret("proxy-password") is SecretFault.DAMAGED


def test_an_account_that_cannot_read_the_computers_keeps_a_journal_key_of_its_own(secrets: WorkplaceSecrets) -> None:
    (secrets.machine.folder / "journal-key.secret").mkdir(parents=True)
    key = secrets.data_key()
    assert isinstance(key, bytes)
    assert secrets.data_key() == key
